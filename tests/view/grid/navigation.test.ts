import { describe, expect, it } from 'vitest';
import { nearestStop, nextInBlock, stepFrom, type Terrain } from '../../../src/view/grid/navigation.ts';

/** `#` a heading, `x` a filled cell, `.` a blank one. */
function terrain(...lines: readonly string[]): Terrain {
  return {
    rows: lines.length,
    columns: Math.max(...lines.map((line) => line.length)),
    isStop: (row) => !lines[row]?.startsWith('#'),
    isFilled: ({ row, column }) => lines[row]?.[column] === 'x',
  };
}

const sheet = terrain('#', 'xx.x', 'xx.x', '#', 'x..x', 'x..x', 'xx..');
const at = (row: number, column: number) => ({ row, column });

describe('[V2] one cell at a time, over headings', () => {
  it.each([
    ['down', at(1, 0), at(2, 0)],
    ['down', at(2, 0), at(4, 0)],
    ['up', at(4, 1), at(2, 1)],
    ['up', at(1, 1), at(1, 1)],
    ['down', at(6, 1), at(6, 1)],
    ['left', at(2, 0), at(2, 0)],
    ['right', at(2, 2), at(2, 3)],
    ['right', at(2, 3), at(2, 3)],
  ] as const)('%s', (direction, from, to) => {
    expect(stepFrom(from, direction, 'cell', sheet)).toEqual(to);
  });
});

describe('[V2] Ctrl+arrow goes to the edge of the data', () => {
  it.each([
    ['to the end of its block', 'right', at(1, 0), at(1, 1)],
    ['over a gap to the next', 'right', at(1, 1), at(1, 3)],
    ['from a blank to the next', 'left', at(4, 2), at(4, 0)],
    ['to the end where nothing follows', 'right', at(6, 1), at(6, 3)],
    ['a heading ends a block', 'down', at(1, 0), at(2, 0)],
    ['and the next press goes to the first of the next', 'down', at(2, 0), at(4, 0)],
    ['down a block to its end', 'down', at(4, 0), at(6, 0)],
    ['up past a heading', 'up', at(4, 1), at(2, 1)],
    ['never onto a heading', 'up', at(1, 2), at(1, 2)],
  ] as const)('%s', (_, direction, from, to) => {
    expect(stepFrom(from, direction, 'edge', sheet)).toEqual(to);
  });
});

describe('[V2] a page at a time lands on a row that can be stood on', () => {
  it.each([
    ['down', 3, at(1, 0), at(4, 0)],
    ['down', 2, at(1, 0), at(4, 0)],
    ['down', 99, at(1, 0), at(6, 0)],
    ['up', 99, at(6, 0), at(1, 0)],
  ] as const)('%s %d', (direction, rows, from, to) => {
    expect(stepFrom(from, direction, 'page', sheet, rows)).toEqual(to);
  });
  it('in a grid of headings alone there is none', () => {
    expect(nearestStop(0, terrain('#', '#'))).toBeUndefined();
  });
});

describe('[V3] round a selected block', () => {
  const block = { rows: [1, 2, 4], left: 1, right: 2 };
  it.each([
    ['tab', at(1, 1), at(1, 2)],
    ['tab', at(1, 2), at(2, 1)],
    ['tab', at(4, 2), at(1, 1)],
    ['backTab', at(1, 1), at(4, 2)],
    ['enter', at(2, 1), at(4, 1)],
    ['enter', at(4, 1), at(1, 2)],
    ['enter', at(4, 2), at(1, 1)],
    ['backEnter', at(1, 2), at(4, 1)],
  ] as const)('%s', (step, from, to) => {
    expect(nextInBlock(from, block, step)).toEqual(to);
  });
});
