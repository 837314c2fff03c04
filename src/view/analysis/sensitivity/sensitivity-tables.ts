/** The tornado and the table over two assumptions for another program: numbers at full precision in their shown unit. */
import type { Indicator } from '../../../core/model/dataset.ts';
import { shownNumber, valueFormat } from '../../../core/model/format.ts';
import type { Assumption } from '../../../state/analysis.svelte.ts';
import type { SensitivityDraft } from '../../../state/sensitivity-draft.svelte.ts';
import type { Spoken } from '../answer-words.ts';
import { assumptionName } from '../assumption-text.ts';

type Fields = (string | number)[][];
type Of = Pick<Indicator, 'unit'>;

/** A line for each bar, the widest first. */
export function tornadoTable(
  { tornado, assumptions }: Pick<SensitivityDraft, 'tornado' | 'assumptions'>,
  { unit }: Of,
  spoken: Spoken,
): Fields {
  const { column } = spoken.words.sensitivity;
  const format = valueFormat(unit);
  const shown = (value: number | undefined): number | string => (value === undefined ? '' : shownNumber(value, format));
  const lines = tornado.bars.flatMap((bar) => {
    const assumption = assumptions.find(({ cell }) => cell === bar.cell);
    if (!assumption) return [];
    const input = (value: number): number => shownNumber(value, assumption.format);
    const name = assumptionName(assumption, spoken);
    return [[name, input(bar.low), shown(bar.atLow), input(bar.high), shown(bar.atHigh), shown(bar.swing)]];
  });
  return [[column.assumption, column.low, column.atLow, column.high, column.atHigh, column.swing], ...lines];
}

/** As it stands on screen, the numbers of the columns on top and those of the rows at the left. */
export function twoWayTable({ table }: Pick<SensitivityDraft, 'table'>, { unit }: Of, spoken: Spoken): Fields {
  if (!table) return [];
  const format = valueFormat(unit);
  const inputs = ({ assumption, values }: { assumption: Assumption; values: readonly number[] }): number[] =>
    values.map((value) => shownNumber(value, assumption.format));
  const name = `${assumptionName(table.rows.assumption, spoken)} ＼ ${assumptionName(table.columns.assumption, spoken)}`;
  const rows = inputs(table.rows);
  return [
    [name, ...inputs(table.columns)],
    ...table.cells.map((line, row) => [
      rows[row] ?? '',
      ...line.map(({ value }) => (value === undefined ? '' : shownNumber(value, format))),
    ]),
  ];
}
