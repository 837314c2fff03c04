/** The table's lines: each says what is edited, and does the same by hand. */
import { a1Sheet, hyperFormula, ourInputs } from './engines.ts';
import { buildContestants, editContestants, loopContestant, recalculationContestants } from './contestants.ts';
import type { BenchSheet, Cell, Contestant, Workload } from './workload.ts';

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

const plannerEdit: Workload = {
  title: "planner's sheet: one growth edited",
  goal: { hyperformula: 75, loops: 5 },
  engines: {
    ...editContestants({ sheet: planner, cell: [0, 6], value: growthAt, watched: plannerWatched }),
    loops: loopContestant(planner, plannerWatched, (v, w, round) => {
      if (round === 0) plannerByHand(v, w, 0, 99);
      v[6] = growthAt(round);
      plannerByHand(v, w, 0, 0);
    }),
  },
};

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

const bigRows = 16_665;
const big = manyRows(bigRows);
const bigWatched: Cell[] = [1, 500, 9000, bigRows].flatMap((row): Cell[] => [
  [row, 3],
  [row, 6],
]);

function fewDependents(rows: number, goal: Workload['goal']): Workload {
  const sheet = manyRows(rows);
  const watched: Cell[] = [
    [1, 6],
    [rows, 6],
  ];
  return {
    title: `${(rows * 6).toLocaleString('en')} formula cells: an edit with few dependents`,
    goal,
    engines: {
      ...editContestants({ sheet, cell: [1, 7], value: growthAt, watched }),
      loops: loopContestant(sheet, watched, (v, w, round) => {
        if (round === 0) manyByHand(v, w, 1, rows);
        v[w + 7] = growthAt(round);
        manyByHand(v, w, 1, 1);
      }),
    },
  };
}

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
const chainWatched: Cell[] = [
  [0, 59],
  [400, 7],
  [833, 59],
];

const sums: BenchSheet = {
  rows: 10_100,
  years: 1,
  at(row, column) {
    if (column > 0) return undefined;
    return row < 10_000 ? 1 + (row % 10) / 10 : `=SUM(r0:r${(row - 9999) * 100 - 1})`;
  },
};
const sumsWatched: Cell[] = [10_000, 10_050, 10_099].map((row): Cell => [row, 0]);

function assumptions(vectors: number): Workload {
  const inputs: Cell[] = Array.from({ length: 100 }, (_, row) => [row, 6]);
  const value = (round: number, i: number): number => 0.02 + ((round * 7 + i * 13) % 101) / 1000;
  const outputs = plannerWatched;
  return {
    title: `planner's sheet under ${vectors.toLocaleString('en')} vectors of assumptions`,
    goal: { hyperformula: 100, loops: 3.5 },
    engines: {
      ours: () => {
        const { build, slotOf } = ourInputs(planner);
        const calculation = build();
        const inputSlots = inputs.map((cell) => slotOf(calculation, cell));
        const outputSlots = outputs.map((cell) => slotOf(calculation, cell));
        const given = new Float64Array(vectors * inputs.length);
        let found: Float64Array = new Float64Array(0);
        return {
          work: (round) => {
            for (let i = 0; i < given.length; i++) given[i] = value(round, i);
            found = calculation.sample(inputSlots, given, outputSlots);
          },
          results: () => [...found.slice(-outputs.length)],
        };
      },
      hyperformula: () => {
        const engine = hyperFormula(a1Sheet(planner));
        return {
          work: (round) => {
            for (let vector = 0; vector < vectors; vector++) {
              engine.batch(() => {
                inputs.forEach(([row, col], i) => {
                  engine.setCellContents({ sheet: 0, row, col }, value(round, vector * 100 + i));
                });
              });
            }
          },
          results: () => outputs.map(([row, col]) => Number(engine.getCellValue({ sheet: 0, row, col }))),
        };
      },
      loops: loopContestant(planner, outputs, (v, w, round) => {
        for (let vector = 0; vector < vectors; vector++) {
          for (let i = 0; i < 100; i++) v[i * w + 6] = value(round, vector * 100 + i);
          plannerByHand(v, w, 0, 99);
        }
      }),
    },
  };
}

/** By the name that the child processes are given. */
export const workloads: ReadonlyMap<string, Workload> = new Map<string, Workload>([
  ['planner', plannerEdit],
  [
    'build',
    {
      title: '99,990 formula cells: cold build',
      cold: true,
      goal: { hyperformula: 10 },
      engines: buildContestants(big, bigWatched),
    },
  ],
  ['few-1k', fewDependents(167, {})],
  ['few-10k', fewDependents(1_667, {})],
  ['few', fewDependents(bigRows, { hyperformula: 14, loops: 5 })],
  [
    'all-rows',
    {
      title: '99,990 formula cells: an edit that every row follows',
      goal: { hyperformula: 300, loops: 5 },
      engines: {
        ...editContestants({ sheet: big, cell: [0, 0], value: growthAt, watched: bigWatched }),
        loops: loopContestant(big, bigWatched, (v, w, round) => {
          v[0] = growthAt(round);
          manyByHand(v, w, 1, bigRows);
        }),
      },
    },
  ],
  [
    'full',
    {
      title: '99,990 formula cells: full recalculation',
      goal: { hyperformula: 200, loops: 2 },
      engines: {
        ...recalculationContestants(big, bigWatched),
        loops: loopContestant(big, bigWatched, (v, w) => {
          manyByHand(v, w, 1, bigRows);
        }),
      },
    },
  ],
  [
    'chain',
    {
      title: 'a chain of 50,040 cells, its head edited',
      goal: { hyperformula: 450, loops: 5 },
      engines: {
        ...editContestants({ sheet: chain, cell: [0, 0], value: (round) => 1 + (round % 10), watched: chainWatched }),
        loops: loopContestant(chain, chainWatched, (v, w, round) => {
          let value = 1 + (round % 10);
          v[0] = value;
          for (let row = 0; row < chain.rows; row++) {
            for (let y = row === 0 ? 1 : 0; y < chainYears; y++) v[row * w + y] = value *= 1.00001;
          }
        }),
      },
    },
  ],
  [
    'sums',
    {
      title: '100 nested sums over 10,000 cells, the first edited',
      goal: { hyperformula: 4000, loops: 1.5 },
      engines: {
        ...editContestants({ sheet: sums, cell: [0, 0], value: (round) => 1 + (round % 10), watched: sumsWatched }),
        loops: (): Contestant => {
          const values = Float64Array.from({ length: 10_000 }, (_, row) => 1 + (row % 10) / 10);
          const prefix = new Float64Array(100);
          return {
            work: (round) => {
              values[0] = 1 + (round % 10);
              let sum = 0;
              for (let k = 0; k < 100; k++) {
                for (let i = k * 100; i < k * 100 + 100; i++) sum += values[i]!;
                prefix[k] = sum;
              }
            },
            results: () => [prefix[0]!, prefix[50]!, prefix[99]!],
          };
        },
      },
    },
  ],
  ['vectors-1k', assumptions(1_000)],
]);

/** The sheet whose memory is weighed. */
export const weighedSheet = big;
