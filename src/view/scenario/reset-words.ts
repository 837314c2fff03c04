/** What a reset resets to, in words: `32.47%`, `>10,000`, `增速 32.47%`, `持平`. */
import { cellKey, type IndicatorId } from '../../core/model/cell.ts';
import type { Messages } from '../../i18n/messages.ts';
import { baseOfCell } from '../../state/scenario-facts.ts';
import { formatGoalText } from '../format/goal.ts';
import { formatWithMark, type NumberLanguage } from '../format/number.ts';

type Base = NonNullable<ReturnType<typeof baseOfCell>>;
type Words = Pick<Messages, 'grid' | 'scenario'>;

/** What one cell holds where the scenario says nothing. */
export function wordBase({ column, input, value, format, path }: Base, words: Words, language: NumberLanguage): string {
  const { blank } = words.scenario.reset;
  if (input === null) return blank;
  if (input.kind === 'text' && column.kind === 'target' && format)
    return formatGoalText(input.text, format, language, words.grid);
  if (input.kind === 'text') return pathWords(path.kind, words) ?? input.text;
  if (value.kind === 'error') return value.error.code;
  return value.kind === 'number' && format ? formatWithMark(value.value, format, language) : blank;
}

/** A row's path before any scenario: its growth, or what it does without one. */
export function wordBaseRow(
  indicator: IndicatorId,
  workspace: Parameters<typeof baseOfCell>[0],
  words: Words,
  language: NumberLanguage,
): string {
  const base = baseOfCell(workspace, cellKey(indicator, { kind: 'growth' }));
  if (!base) return words.scenario.reset.blank;
  return pathWords(base.path.kind, words) ?? words.scenario.reset.growth(wordBase(base, words, language));
}

/** The word for a path that reads no growth. */
function pathWords(kind: Base['path']['kind'], { grid }: Words): string | undefined {
  return new Map<string, string>(Object.entries(grid.noGrowth)).get(kind);
}
