/** Ways to put one sheet and one kind of work before all engines. */
import { a1Sheet, hyperFormula, MathSheet, ourInputs } from './engines.ts';
import type { BenchSheet, Cell, Contestant, Workload } from './workload.ts';

/** The work of writing a number into one cell; `watched`: cells whose values are compared. */
export interface EditWork {
  readonly sheet: BenchSheet;
  readonly cell: Cell;
  readonly value: (round: number) => number;
  readonly watched: readonly Cell[];
}

export function editContestants({ sheet, cell, value, watched }: EditWork): Workload['engines'] {
  return {
    ours: () => {
      const { build, slotOf } = ourInputs(sheet);
      const calculation = build();
      const slot = slotOf(calculation, cell);
      const slots = watched.map((each) => slotOf(calculation, each));
      return {
        work: (round) => void calculation.setNumber(slot, value(round)),
        results: () => slots.map((each) => calculation.numberAt(each)),
      };
    },
    hyperformula: () => {
      const engine = hyperFormula(a1Sheet(sheet));
      const [row, col] = cell;
      return {
        work: (round) => void engine.setCellContents({ sheet: 0, row, col }, value(round)),
        results: () => watched.map(([r, c]) => Number(engine.getCellValue({ sheet: 0, row: r, col: c }))),
      };
    },
    mathjs: () => {
      const engine = new MathSheet(sheet);
      return {
        work: (round) => {
          engine.edit(cell, value(round));
        },
        results: () => watched.map((each) => engine.values[engine.slotOf(each)] ?? NaN),
      };
    },
  };
}

export function buildContestants(sheet: BenchSheet, watched: readonly Cell[]): Workload['engines'] {
  return {
    ours: () => {
      const { build, slotOf } = ourInputs(sheet);
      let calculation: ReturnType<typeof build> | undefined;
      return {
        work: () => (calculation = build()),
        results: () => {
          const built = (calculation ??= build());
          return watched.map((each) => built.numberAt(slotOf(built, each)));
        },
      };
    },
    hyperformula: () => {
      const cells = a1Sheet(sheet);
      let engine: ReturnType<typeof hyperFormula> | undefined;
      return {
        work: () => (engine = hyperFormula(cells)),
        results: () => {
          const built = (engine ??= hyperFormula(cells));
          return watched.map(([row, col]) => Number(built.getCellValue({ sheet: 0, row, col })));
        },
      };
    },
  };
}

export function recalculationContestants(sheet: BenchSheet, watched: readonly Cell[]): Workload['engines'] {
  return {
    ours: () => {
      const { build, slotOf } = ourInputs(sheet);
      const calculation = build();
      return {
        work: () => {
          calculation.recalculate();
        },
        results: () => watched.map((each) => calculation.numberAt(slotOf(calculation, each))),
      };
    },
    hyperformula: () => {
      const engine = hyperFormula(a1Sheet(sheet));
      return {
        work: () => {
          engine.rebuildAndRecalculate();
        },
        results: () => watched.map(([row, col]) => Number(engine.getCellValue({ sheet: 0, row, col }))),
      };
    },
    mathjs: () => {
      const engine = new MathSheet(sheet);
      return {
        work: () => {
          engine.recalculate();
        },
        results: () => watched.map((each) => engine.values[engine.slotOf(each)] ?? NaN),
      };
    },
  };
}

/** A hand-written loop over the sheet's numbers, row by row: the limit that a general engine is held against. */
export function loopContestant(
  sheet: BenchSheet,
  watched: readonly Cell[],
  calculate: (values: Float64Array, columns: number, round: number) => void,
): () => Contestant {
  return () => {
    const columns = sheet.years + 1;
    const values = new Float64Array(sheet.rows * columns);
    for (let row = 0; row < sheet.rows; row++) {
      for (let column = 0; column < columns; column++) {
        const entry = sheet.at(row, column);
        if (typeof entry === 'number') values[row * columns + column] = entry;
      }
    }
    return {
      work: (round) => {
        calculate(values, columns, round);
      },
      results: () => watched.map(([row, column]) => values[row * columns + column] ?? NaN),
    };
  };
}
