/** The numbers in the selected block, as far as its rows and columns are on view. */
import type { Planner } from '../../state/context.ts';
import type { SelectedNumber } from './selection-statistics.ts';

type Sheet = Pick<Planner, 'beside' | 'outline'>;

/** Roles whose cells can hold numbers of the plan; the rest of a row selected from end to end is not even looked at. */
const numeric: ReadonlySet<string> = new Set(['base', 'year', 'growth', 'yearGrowth', 'required']);

/** Selected cells, headings among them, that can hold a number: how long counting would take. */
export function selectedSize({ outline, beside }: Sheet): number {
  const { anchor, head } = beside.range;
  return (Math.abs(anchor.row - head.row) + 1) * outline.columns.length;
}

/** Cell by cell, so that a large block can be counted a piece at a time. `undefined` for a cell without a number. */
export function* selectedNumbers({ beside, outline }: Sheet): Generator<SelectedNumber | undefined> {
  const { anchor, head } = beside.range;
  const [top, bottom] = [Math.min(anchor.row, head.row), Math.max(anchor.row, head.row)];
  const places = [anchor.column, head.column].map((id) => outline.columns.findIndex((column) => column.id === id));
  if (places.includes(-1)) return;
  const columns = outline.columns
    .slice(Math.min(...places), Math.max(...places) + 1)
    .filter(({ role }) => numeric.has(role));
  for (const { number, row } of outline.rows) {
    if (number < top || number > bottom || row.kind !== 'indicator') continue;
    const unit = beside.indicator(row.indicator).indicator.unit.id;
    for (const column of columns) {
      const view = beside.cell(row.indicator, column);
      if (view.kind !== 'value' || view.value.kind !== 'number') yield undefined;
      else {
        const isRate = column.role === 'growth' || column.role === 'yearGrowth' || column.role === 'required';
        const measure = isRate ? `rate ${view.format.mark}` : unit;
        yield { value: view.value.value, format: view.format, measure };
      }
    }
  }
}
