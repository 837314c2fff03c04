/** What is wrong with a name that a person gives a scenario. */
import { limits } from '../../core/model/limits.ts';

export type NameProblem = 'empty' | 'taken' | 'tooLong';

/** What keeps a text from being the name of a scenario; `others` are the names it must differ from. */
export function nameProblem(name: string, others: readonly string[]): NameProblem | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > limits.nameCharacters) return 'tooLong';
  return others.includes(trimmed) ? 'taken' : undefined;
}
