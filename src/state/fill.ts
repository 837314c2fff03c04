/** Fills of a selection as edits of the open scenario. Rows that are filtered or folded away are left as they are, as in any spreadsheet. */
import { parseCellKey } from '../core/model/cell.ts';
import { fillBlocks, fillInputs, type Block, type Fill, type FillDirection } from '../core/fill/fill.ts';
import { inputFormat } from '../core/growth/path.ts';
import type { Outline } from './outline.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Ctrl+D and Ctrl+R: the first line of the selection, or the line before a selection of one line, is copied over it. */
export function fillSelection(
  workspace: Workspace,
  outline: Outline,
  selection: Block,
  direction: 'down' | 'right',
): void {
  const blocks = fillBlocks(workspace.sheet, selection, direction);
  if (blocks) write(workspace, outline, { ...blocks, direction, series: false });
}

/** The fill handle: the source goes on over the cells beside it, numbers with a constant step as a series. */
export function fillFrom(
  workspace: Workspace,
  outline: Outline,
  source: Block,
  target: Block,
  direction: FillDirection,
): void {
  write(workspace, outline, { source, target, direction, series: true });
}

function write(
  workspace: Workspace,
  outline: Outline,
  fill: Pick<Fill, 'source' | 'target' | 'direction' | 'series'>,
): void {
  const inputs = fillInputs({
    ...fill,
    sheet: workspace.sheet,
    read: (cell) => workspace.input(cell) ?? null,
    shift: ({ indicator, column }) =>
      inputFormat(column, workspace.path(indicator), workspace.indicator(indicator).indicator.unit)?.shift,
  });
  const visible = new Set([...outline.rows].map(({ row }) => (row.kind === 'indicator' ? row.indicator : undefined)));
  workspace.write(new Map([...inputs].filter(([cell]) => visible.has(parseCellKey(cell)?.indicator))), 'fill');
}
