/** Where a key takes the active cell. By index into the rows and columns on view; pure, so that it is tested as a table. */
import type { Direction, Stride } from './keymap.ts';

export interface GridIndex {
  readonly row: number;
  readonly column: number;
}

/** What moving has to know of the grid. */
export interface Terrain {
  readonly rows: number;
  readonly columns: number;
  /** Whether the active cell may stand in this row: a heading is passed over unless its chapter is folded. */
  isStop(row: number): boolean;
  /** Whether the cell holds something, for moving to the edge of the data. */
  isFilled(index: GridIndex): boolean;
}

/** One step, to the edge of the data, or a page (`pageRows`). Stays where it is when there is nowhere to go. */
export function stepFrom(
  from: GridIndex,
  direction: Direction,
  stride: Stride,
  terrain: Terrain,
  pageRows = 1,
): GridIndex {
  switch (stride) {
    case 'cell':
      return neighbour(from, direction, terrain) ?? from;
    case 'edge':
      return edgeOfData(from, direction, terrain);
    case 'page': {
      const aim = direction === 'up' ? from.row - pageRows : from.row + pageRows;
      return {
        row: nearestStop(Math.max(0, Math.min(terrain.rows - 1, aim)), terrain) ?? from.row,
        column: from.column,
      };
    }
  }
}

function neighbour({ row, column }: GridIndex, direction: Direction, terrain: Terrain): GridIndex | undefined {
  if (direction === 'left') return column > 0 ? { row, column: column - 1 } : undefined;
  if (direction === 'right') return column < terrain.columns - 1 ? { row, column: column + 1 } : undefined;
  const step = direction === 'up' ? -1 : 1;
  for (let at = row + step; at >= 0 && at < terrain.rows; at += step) {
    if (terrain.isStop(at)) return { row: at, column };
  }
  return undefined;
}

/** As Ctrl+arrow: to the last filled cell of this block, or over a gap to the next filled one, or to the end. */
function edgeOfData(from: GridIndex, direction: Direction, terrain: Terrain): GridIndex {
  const step = (at: GridIndex): GridIndex | undefined => adjacent(at, direction, terrain);
  const first = step(from);
  if (!first) return from;
  const within = terrain.isFilled(from) && terrain.isFilled(first);
  let at = first;
  for (let next = step(at); next; next = step(at)) {
    if (within ? !terrain.isFilled(next) : terrain.isFilled(at)) break;
    at = next;
  }
  if (terrain.isStop(at.row)) return at;
  return neighbour(at, direction, terrain) ?? lastStop(from, direction, terrain);
}

/** The next cell of the grid, headings included: they end a block of data as an empty row does. */
function adjacent({ row, column }: GridIndex, direction: Direction, { rows, columns }: Terrain): GridIndex | undefined {
  const next = {
    row: row + (direction === 'down' ? 1 : direction === 'up' ? -1 : 0),
    column: column + (direction === 'right' ? 1 : direction === 'left' ? -1 : 0),
  };
  return next.row >= 0 && next.row < rows && next.column >= 0 && next.column < columns ? next : undefined;
}

function lastStop(from: GridIndex, direction: Direction, terrain: Terrain): GridIndex {
  let at = from;
  for (let next = neighbour(at, direction, terrain); next; next = neighbour(at, direction, terrain)) at = next;
  return at;
}

/** The stop at a row, else the next below, else the next above; `undefined` in a grid without any. */
export function nearestStop(row: number, terrain: Terrain): number | undefined {
  for (let at = row; at < terrain.rows; at++) if (terrain.isStop(at)) return at;
  for (let at = Math.min(row, terrain.rows) - 1; at >= 0; at--) if (terrain.isStop(at)) return at;
  return undefined;
}

/** The cell after this one inside a block, row by row (`tab`) or column by column (`enter`), round and round. */
export function nextInBlock(
  from: GridIndex,
  block: { readonly rows: readonly number[]; readonly left: number; readonly right: number },
  step: 'tab' | 'backTab' | 'enter' | 'backEnter',
): GridIndex {
  const { rows, left, right } = block;
  const width = right - left + 1;
  const row = Math.max(0, rows.indexOf(from.row));
  const column = from.column - left;
  const byRow = step === 'tab' || step === 'backTab';
  const order = byRow ? row * width + column : column * rows.length + row;
  const count = width * rows.length;
  const next = (order + (step === 'tab' || step === 'enter' ? 1 : count - 1)) % count;
  const nextRow = byRow ? Math.floor(next / width) : next % rows.length;
  const nextColumn = byRow ? next % width : Math.floor(next / rows.length);
  return { row: rows[nextRow] ?? from.row, column: left + nextColumn };
}
