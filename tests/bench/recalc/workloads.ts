/** The table's lines: each says what is edited, and does the same by hand. */
import type { BenchSheet, Cell, Group, Line } from './workload.ts';

const growthAt = (round: number): number => 0.05 + (round % 10) / 100;

/** 100 indicators, 20 ratios, 5 totals, 20 gaps, 5 rows of needed growth; 2020 to 2025. */
const planner = {
  rows: 150,
  years: 6,
  at(row: number, column: number): number | string | undefined {
    if (row < 100) {
      if (column === 0) return 100 + row * 7;
      return column === 6 ? 0.04 + (row % 9) / 100 : '=prev*(1+growth)';
    }
    if (row < 120) return column === 6 ? undefined : `=r${row - 100}/r${row - 80}`;
    if (row < 125) return column === 6 ? undefined : `=SUM(r${(row - 120) * 20}:r${(row - 120) * 20 + 19})`;
    if (column === 0) return 400 + row;
    if (column === 6) return undefined;
    return row < 145 ? `=base-r${row - 125}` : `=(base/r${row - 145})^(1/(2026-year))-1`;
  },
} satisfies BenchSheet;

const plannerWatched: Cell[] = [
  [0, 5],
  [100, 5],
  [120, 5],
  [125, 3],
  [145, 5],
];

/** Everything of the planner's sheet that follows from the growth of the rows from `first` to `last`. */
function plannerByHand(v: Float64Array, w: number, first: number, last: number): void {
  for (let row = first; row <= last; row++) {
    const growth = 1 + v[row * w + 6]!;
    for (let y = 1; y < 6; y++) v[row * w + y] = v[row * w + y - 1]! * growth;
  }
  for (let ratio = Math.max(0, first - 20); ratio <= Math.min(19, last); ratio++) {
    for (let y = 0; y < 6; y++) v[(100 + ratio) * w + y] = v[ratio * w + y]! / v[(ratio + 20) * w + y]!;
  }
  for (let total = Math.floor(first / 20); total <= Math.floor(last / 20); total++) {
    for (let y = 0; y < 6; y++) {
      let sum = 0;
      for (let row = total * 20; row < total * 20 + 20; row++) sum += v[row * w + y]!;
      v[(120 + total) * w + y] = sum;
    }
  }
  for (let gap = first; gap <= Math.min(19, last); gap++) {
    for (let y = 1; y < 6; y++) v[(125 + gap) * w + y] = v[(125 + gap) * w]! - v[gap * w + y]!;
  }
  for (let need = first; need <= Math.min(4, last); need++) {
    for (let y = 1; y < 6; y++) {
      v[(145 + need) * w + y] = (v[(145 + need) * w]! / v[need * w + y]!) ** (1 / (6 - y)) - 1;
    }
  }
}

/** One number for each of the 100 growths, vector after vector. */
function growthVectors(count: number): Float64Array {
  return Float64Array.from({ length: count * 100 }, (_, i) => 0.02 + ((i * 13) % 101) / 1000);
}

function underVectors(count: number): Line {
  const vectors = growthVectors(count);
  return {
    title: `planner's sheet under ${count.toLocaleString('en')} vectors of assumptions`,
    goal: { hyperformula: 100, loops: 3.5 },
    watched: plannerWatched,
    work: { kind: 'vectors', inputs: Array.from({ length: 100 }, (_, row): Cell => [row, 6]), vectors },
    byHand(v, w) {
      for (let from = 0; from < vectors.length; from += 100) {
        for (let i = 0; i < 100; i++) v[i * w + 6] = vectors[from + i]!;
        plannerByHand(v, w, 0, 99);
      }
    },
  };
}

const plannerLines: readonly Line[] = [
  {
    title: "planner's sheet: one growth edited",
    goal: { hyperformula: 75, loops: 5 },
    watched: plannerWatched,
    work: { kind: 'edit', cell: [0, 6], value: growthAt },
    byHand(v, w, round) {
      if (round === 0) plannerByHand(v, w, 0, 99);
      v[6] = growthAt(round);
      plannerByHand(v, w, 0, 0);
    },
  },
  underVectors(1_000),
  underVectors(10_000),
];

/** Rows of `prev*(1+growth+uplift)` for six projected years under one shared driver. */
function manyRows(rows: number): BenchSheet {
  return {
    rows: rows + 1,
    years: 7,
    at(row, column) {
      if (row === 0) return column === 0 ? 0.01 : undefined;
      if (column === 0) return 100 + (row % 977);
      return column === 7 ? 0.02 + (row % 13) / 200 : '=prev*(1+growth+r0[2020])';
    },
  };
}

function manyByHand(v: Float64Array, w: number, first: number, last: number): void {
  const uplift = v[0]!;
  for (let row = first; row <= last; row++) {
    const growth = 1 + v[row * w + 7]! + uplift;
    for (let y = 1; y < 7; y++) v[row * w + y] = v[row * w + y - 1]! * growth;
  }
}

/** The edit whose cost must not depend on how large the sheet is. */
function fewDependents(rows: number, goal: Line['goal']): Line {
  return {
    title: `${cellsOf(rows)} formula cells: an edit with few dependents`,
    goal,
    watched: [
      [1, 6],
      [rows, 6],
    ],
    work: { kind: 'edit', cell: [1, 7], value: growthAt },
    byHand(v, w, round) {
      if (round === 0) manyByHand(v, w, 1, rows);
      v[w + 7] = growthAt(round);
      manyByHand(v, w, 1, 1);
    },
  };
}

const cellsOf = (rows: number): string => (rows * 6).toLocaleString('en');

const bigRows = 16_665;
const bigWatched: Cell[] = [1, 500, 9000, bigRows].flatMap((row): Cell[] => [
  [row, 3],
  [row, 6],
]);

const bigLines: readonly Line[] = [
  {
    title: `${cellsOf(bigRows)} formula cells: cold build`,
    goal: { hyperformula: 10 },
    watched: bigWatched,
    work: { kind: 'build' },
  },
  fewDependents(bigRows, { hyperformula: 14, loops: 5 }),
  {
    title: `${cellsOf(bigRows)} formula cells: an edit that every row follows`,
    goal: { hyperformula: 300, loops: 5 },
    watched: bigWatched,
    work: { kind: 'edit', cell: [0, 0], value: growthAt },
    byHand(v, w, round) {
      v[0] = growthAt(round);
      manyByHand(v, w, 1, bigRows);
    },
  },
  {
    title: `${cellsOf(bigRows)} formula cells: full recalculation`,
    goal: { hyperformula: 200, loops: 2 },
    watched: bigWatched,
    work: { kind: 'recalculate' },
    byHand(v, w) {
      manyByHand(v, w, 1, bigRows);
    },
  },
];

const chainYears = 60;
const chain: BenchSheet = {
  rows: 834,
  years: chainYears,
  at(row, column) {
    if (column === chainYears) return undefined;
    if (column > 0) return '=prev*1.00001';
    return row === 0 ? 1 : `=r${row - 1}[${2020 + chainYears - 1}]*1.00001`;
  },
};

const chainLine: Line = {
  title: 'a chain of 50,040 cells, its head edited',
  goal: { hyperformula: 450, loops: 5 },
  watched: [
    [0, 59],
    [400, 7],
    [833, 59],
  ],
  work: { kind: 'edit', cell: [0, 0], value: (round) => 1 + (round % 10) },
  byHand(v, w, round) {
    let value = 1 + (round % 10);
    v[0] = value;
    for (let row = 0; row < chain.rows; row++) {
      for (let y = row === 0 ? 1 : 0; y < chainYears; y++) v[row * w + y] = value *= 1.00001;
    }
  },
};

const sums: BenchSheet = {
  rows: 10_100,
  years: 1,
  at(row, column) {
    if (column > 0) return undefined;
    return row < 10_000 ? 1 + (row % 10) / 10 : `=SUM(r0:r${(row - 9999) * 100 - 1})`;
  },
};

const sumsLine: Line = {
  title: '100 nested sums over 10,000 cells, the first edited',
  goal: { hyperformula: 4000, loops: 1.5 },
  watched: [
    [10_000, 0],
    [10_050, 0],
    [10_099, 0],
  ],
  work: { kind: 'edit', cell: [0, 0], value: (round) => 1 + (round % 10) },
  byHand(v, w, round) {
    v[0] = 1 + (round % 10);
    let sum = 0;
    for (let k = 0; k < 100; k++) {
      for (let row = k * 100; row < k * 100 + 100; row++) sum += v[row * w]!;
      v[(10_000 + k) * w] = sum;
    }
  },
};

/** By the name that the child processes are given. The last of the sheets of many rows is the one whose memory is weighed. */
export const groups: ReadonlyMap<string, Group> = new Map<string, Group>([
  ['planner', { sheet: planner, lines: plannerLines }],
  ['1k', { sheet: manyRows(167), lines: [fewDependents(167, {})] }],
  ['10k', { sheet: manyRows(1_667), lines: [fewDependents(1_667, {})] }],
  ['100k', { sheet: manyRows(bigRows), lines: bigLines }],
  ['chain', { sheet: chain, lines: [chainLine] }],
  ['sums', { sheet: sums, lines: [sumsLine] }],
]);
