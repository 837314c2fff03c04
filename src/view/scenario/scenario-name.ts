/** Names of scenarios as a person gives them. */
import { limits } from '../../core/model/limits.ts';

export type NameProblem = 'empty' | 'taken' | 'tooLong';

/** What keeps a text from being the name of a scenario; `others` are the names it must differ from. */
export function nameProblem(name: string, others: readonly string[]): NameProblem | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > limits.nameCharacters) return 'tooLong';
  return others.includes(trimmed) ? 'taken' : undefined;
}

/** The first of `make(1)`, `make(2)`, … that is not taken. */
export function firstFreeName(make: (number: number) => string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(make(number))) number += 1;
  return make(number);
}
