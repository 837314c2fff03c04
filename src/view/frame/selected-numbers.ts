/** The numbers in the selected block, as far as its rows and columns are on view. */
import type { Planner } from '../../state/context.ts';
import type { SelectedNumber } from './selection-statistics.ts';

type Sheet = Pick<Planner, 'workspace' | 'outline' | 'selection'>;

export function selectedNumbers({ workspace, outline, selection }: Sheet): readonly SelectedNumber[] {
  const { anchor, head } = selection.range;
  const [top, bottom] = [Math.min(anchor.row, head.row), Math.max(anchor.row, head.row)];
  const places = [anchor.column, head.column].map((id) => outline.columns.findIndex((column) => column.id === id));
  const columns = outline.columns.slice(Math.min(...places), Math.max(...places) + 1);
  if (places.includes(-1)) return [];
  return outline.rows.flatMap(({ number, row }) => {
    if (number < top || number > bottom || row.kind !== 'indicator') return [];
    const unit = workspace.indicator(row.indicator).indicator.unit.id;
    return columns.flatMap((column): SelectedNumber[] => {
      const view = workspace.cell(row.indicator, column);
      if (view.kind !== 'value' || view.value.kind !== 'number') return [];
      const isRate = column.role === 'growth' || column.role === 'yearGrowth' || column.role === 'required';
      const measure = isRate ? `rate ${view.format.mark}` : unit;
      return [{ value: view.value.value, format: view.format, measure }];
    });
  });
}
