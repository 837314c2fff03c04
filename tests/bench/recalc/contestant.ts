/** Puts one line's work before one engine, or before the loops. */
import type { BenchSheet, BuiltSheet, Line } from './workload.ts';

export interface Contestant {
  /** Does the work once more; `round` varies the numbers. */
  readonly work: (round: number) => void;
  /** The watched numbers, which every contestant must have after the same round. */
  readonly results: () => readonly number[];
  /** Puts the sheet back for the next line. */
  readonly restore: () => void;
  /** How much of the work one `work` does, where all of it would take minutes; its time is extrapolated. */
  readonly part: number;
  /** After so many rounds the results are compared: more than one only where the rounds differ. */
  readonly comparedRounds: number;
}

const editRounds = 3;

/** An engine without a batch of its own tries only the last of the vectors: what each costs does not depend on their number. */
const vectorsTried = 200;

/** Undefined for building, which is measured when the sheet is made. */
export function engineContestant(
  { work, watched }: Line,
  sheet: BenchSheet,
  built: BuiltSheet,
  triesAll: boolean,
): Contestant | undefined {
  const results = (): readonly number[] => built.valuesOf(watched);
  switch (work.kind) {
    case 'build':
      return undefined;
    case 'edit': {
      const edit = built.editOf(work.cell);
      return {
        work(round) {
          edit(work.value(round));
        },
        results,
        restore() {
          edit(Number(sheet.at(...work.cell)));
        },
        part: 1,
        comparedRounds: editRounds,
      };
    }
    case 'recalculate':
      return {
        work() {
          built.recalculate();
        },
        results,
        restore: () => undefined,
        part: 1,
        comparedRounds: 1,
      };
    case 'vectors': {
      const { inputs, vectors } = work;
      const tried = triesAll ? vectors : vectors.slice(-vectorsTried * inputs.length);
      let found: readonly number[] = [];
      return {
        work() {
          found = built.tryVectors(inputs, tried, watched);
        },
        results: () => found,
        restore() {
          for (const cell of inputs) built.editOf(cell)(Number(sheet.at(...cell)));
        },
        part: tried.length / vectors.length,
        comparedRounds: 1,
      };
    }
  }
}

/** Undefined for a line without a loop. */
export function loopContestant({ work, byHand, watched }: Line, sheet: BenchSheet): Contestant | undefined {
  if (!byHand) return undefined;
  const columns = sheet.years + 1;
  const values = new Float64Array(sheet.rows * columns);
  for (let row = 0; row < sheet.rows; row++) {
    for (let column = 0; column < columns; column++) {
      const entry = sheet.at(row, column);
      if (typeof entry === 'number') values[row * columns + column] = entry;
    }
  }
  return {
    work(round) {
      byHand(values, columns, round);
    },
    results: () => watched.map(([row, column]) => values[row * columns + column] ?? NaN),
    restore: () => undefined,
    part: 1,
    comparedRounds: work.kind === 'edit' ? editRounds : 1,
  };
}
