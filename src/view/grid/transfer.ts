/** Copy, cut and paste of the selected cells, with the browser's own clipboard events: no permission is asked for. */
import type { CellKey } from '../../core/model/cell.ts';
import type { CellInput } from '../../core/model/input.ts';
import { limits } from '../../core/model/limits.ts';
import { readPasted } from '../../state/read-pasted.ts';
import { exportedText } from './cell-value.ts';
import type { ClipboardCell, ClipboardCodec, ClipboardText } from './clipboard-codec.ts';
import { isEnterable, type GridSession } from './session.svelte.ts';
import type { Block } from './geometry.ts';

/** Puts the selected cells on the clipboard of the event; what was cut leaves its cells only when it is pasted. */
export function copyCells(session: GridSession, codec: ClipboardCodec, data: DataTransfer, cut: boolean): void {
  const { workspace } = session.planner;
  const cells = session.sheet.cellsIn(session.selectedBlock).map((line) =>
    line.map(({ indicator, column, key }): ClipboardCell => {
      const text = exportedText(workspace.cell(indicator, column));
      return { text, entry: key && column.role !== 'path' ? workspace.entryText(key) : text };
    }),
  );
  const { plain, html } = codec.encode(cells);
  data.setData('text/plain', plain);
  data.setData('text/html', html);
  session.markCut(cut ? { block: session.selectedBlock, keys: session.selectedKeys(), plain } : undefined);
}

/**
 * Pastes what an event carried, as one step of undo. A single cell goes to the whole selection, a block is repeated where
 * the selection is a multiple of it. What cannot be read is kept as text and shown as an error; what finds no cell is counted.
 */
export function pasteCells(session: GridSession, codec: ClipboardCodec, { plain, html }: ClipboardText): void {
  const lines = codec.decode(plain, html);
  const count = lines.reduce((sum, line) => sum + line.length, 0);
  if (count === 0) return;
  if (count > limits.changedCells) {
    session.hooks.onmessage({ kind: 'tooMany', cells: count, limit: limits.changedCells });
    return;
  }
  const cut = session.cut?.plain === plain ? session.cut : undefined;
  const inputs = new Map<CellKey, CellInput | null>(cut?.keys.map((key) => [key, null]));
  const pasted = placeCells(session, lines, inputs);
  if (pasted.cells === 0) {
    session.hooks.onmessage({ kind: 'nothingPasted' });
    return;
  }
  session.planner.workspace.write(inputs, cut ? 'cut' : 'paste');
  session.markCut(undefined);
  selectPasted(session, pasted.block);
  session.hooks.onmessage({ kind: 'pasted', ...pasted });
}

interface Pasted {
  readonly cells: number;
  readonly unreadable: number;
  readonly skipped: number;
  readonly block: Block;
}

/** Reads each text for the cell it falls on. Lines fall on indicator rows alone: a heading takes none. */
function placeCells(
  session: GridSession,
  lines: readonly (readonly ClipboardCell[])[],
  inputs: Map<CellKey, CellInput | null>,
): Pasted {
  const { sheet, planner } = session;
  const block = session.selectedBlock;
  const rows = indicatorRows(session, block.top);
  const width = Math.max(...lines.map((line) => line.length));
  const chosenRows = rows.filter((row) => row <= block.bottom).length;
  const chosenColumns = block.right - block.left + 1;
  const height = repeats(chosenRows, lines.length) ? chosenRows : lines.length;
  const across = repeats(chosenColumns, width) ? chosenColumns : width;
  let cells = 0;
  let unreadable = 0;
  let skipped = 0;
  for (let down = 0; down < height; down++) {
    for (let right = 0; right < across; right++) {
      const source = lines[down % lines.length]?.[right % width];
      const row = rows[down];
      const target = row === undefined ? undefined : sheet.cellAt({ row, column: block.left + right });
      if (!source) continue;
      if (!target?.key || !isEnterable(target)) {
        skipped++;
        continue;
      }
      const read = readPasted(planner.workspace, target.key, source.entry);
      if (read.get(target.key)?.kind === 'text') unreadable++;
      for (const [key, input] of read) inputs.set(key, input);
      cells++;
    }
  }
  const bottom = rows[Math.min(height, rows.length) - 1] ?? block.top;
  const right = Math.min(block.left + across, sheet.columns.length) - 1;
  return { cells, unreadable, skipped, block: { top: rows[0] ?? block.top, bottom, left: block.left, right } };
}

function repeats(chosen: number, given: number): boolean {
  return chosen > given && chosen % given === 0;
}

function indicatorRows({ sheet }: GridSession, from: number): readonly number[] {
  return [...sheet.rows].flatMap(({ row }, index) => (index >= from && row.kind === 'indicator' ? [index] : []));
}

function selectPasted({ sheet, planner }: GridSession, { top, bottom, left, right }: Block): void {
  planner.selection.select({
    anchor: sheet.placeAt({ row: top, column: left }),
    head: sheet.placeAt({ row: bottom, column: right }),
  });
}
