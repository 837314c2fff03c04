/** Where a dragged fill handle would fill: the side of the block that the pointer is farthest beyond. */
import type { Block } from './geometry.ts';

export interface FillDrag {
  readonly direction: 'down' | 'up' | 'right' | 'left';
  /** The cells to be filled, beside the source. */
  readonly target: Block;
  /** Source and target together. */
  readonly whole: Block;
}

/** `undefined` while the pointer is inside the block. Down and up win a tie, as in any spreadsheet. */
export function dragFill(source: Block, row: number, column: number): FillDrag | undefined {
  const { top, bottom, left, right } = source;
  const beyond = { down: row - bottom, up: top - row, right: column - right, left: left - column };
  const farthest = Math.max(beyond.down, beyond.up, beyond.right, beyond.left);
  if (farthest <= 0) return undefined;
  if (beyond.down === farthest) {
    return {
      direction: 'down',
      target: { ...source, top: bottom + 1, bottom: row },
      whole: { ...source, bottom: row },
    };
  }
  if (beyond.up === farthest) {
    return { direction: 'up', target: { ...source, top: row, bottom: top - 1 }, whole: { ...source, top: row } };
  }
  if (beyond.right === farthest) {
    return {
      direction: 'right',
      target: { ...source, left: right + 1, right: column },
      whole: { ...source, right: column },
    };
  }
  return {
    direction: 'left',
    target: { ...source, left: column, right: left - 1 },
    whole: { ...source, left: column },
  };
}
