/**
 * The incremental calculation against the plain evaluator: random sheets, random edits, fills and undos; after every step every
 * value by `Object.is` and every error with its origin, ring and missing cell, and the cells reported as changed are exactly
 * those that did.
 */
import { describe, expect, it } from 'vitest';
import { parseCanonical } from '../../src/core/formula/parse.ts';
import { cellKey, parseIndicatorId, type CellKey, type Column, type IndicatorId } from '../../src/core/model/cell.ts';
import type { CellInput, CellValue } from '../../src/core/model/input.ts';
import { yearsFrom } from '../../src/core/model/sheet.ts';
import { Calculation, type InputChange } from '../../src/core/recalc/calculation.ts';
import { namesOf } from '../support/calculation.ts';
import { evaluatePlainly } from '../support/plain-evaluator.ts';
import { randomFormula, type FormulaWorld } from '../support/random-formula.ts';
import { Random } from '../support/random.ts';

/** Seeds that failed once. */
const keptSeeds: readonly number[] = [20_200_000, 20_200_068, 20_201_624];
const sequences = Number(process.env['RECALC_SEQUENCES'] ?? 2000);
const steps = 12;
const firstSeed = 20_200_000;

interface Tally {
  comparisons: number;
  errors: number;
  rings: number;
  reported: number;
}

/** `growing`: many rows that grow by one formula, with few exceptions, as a planner's sheet does; else anything anywhere. */
function runSequence(seed: number, tally: Tally, growing = false): void {
  const random = new Random(seed);
  const years = yearsFrom(2020, growing ? random.integer(2, 5) : random.integer(1, 5));
  const rowCount = growing || random.chance(0.15) ? random.integer(18, 40) : random.integer(1, 9);
  const indicators = Array.from({ length: rowCount }, (_, row) => {
    const id = parseIndicatorId(`r${row}`);
    if (!id) throw new Error('bad id');
    return id;
  });
  const columns: Column[] = [
    ...years.map((year): Column => ({ kind: 'value', year })),
    { kind: 'growth' },
    ...years.slice(1).map((year): Column => ({ kind: 'yearGrowth', year })),
  ];
  const world: FormulaWorld = { indicators, years };
  const names = namesOf(indicators);
  const parse = (source: string) => parseCanonical(source, names);
  const textColumn: CellKey = cellKey(indicators[0]!, { kind: 'path' });
  const formulas = Array.from({ length: random.integer(2, 8) }, () => randomFormula(random, world));

  const randomInput = (): CellInput | undefined => {
    if (random.chance(0.14)) return undefined;
    if (random.chance(0.02)) return { kind: 'text', text: '未定' };
    if (random.chance(0.45)) return { kind: 'number', value: randomNumber(random) };
    if (random.chance(0.3)) formulas[random.integer(0, formulas.length - 1)] = randomFormula(random, world);
    return { kind: 'formula', source: random.pick(formulas) };
  };
  const cell = (): CellKey => cellKey(random.pick(indicators), random.pick(columns));

  const growthFormula = random.pick(growthFormulas);
  /** Whether one row has a number for each year, which the others may grow by. */
  const givenRow = random.chance(0.5) ? indicators[4] : undefined;
  const growingInput = (indicator: IndicatorId, column: Column): CellInput | undefined => {
    if (random.chance(0.01)) return randomInput();
    if (column.kind === 'yearGrowth') return undefined;
    if (column.kind === 'value' && column.year !== years[0] && indicator !== givenRow)
      return { kind: 'formula', source: growthFormula };
    return random.chance(0.03)
      ? undefined
      : { kind: 'number', value: randomNumber(random) / random.pick([1, 100, 1e4]) };
  };

  const inputs = new Map<CellKey, CellInput>();
  for (const indicator of indicators) {
    for (const column of columns) {
      const sparse = column.kind === 'yearGrowth' ? 0.7 : 0.1;
      const input = growing ? growingInput(indicator, column) : random.chance(sparse) ? undefined : randomInput();
      if (input) inputs.set(cellKey(indicator, column), input);
    }
  }
  const calculation = new Calculation({ indicators, years }, inputs, parse);
  let before = evaluatePlainly({ indicators, years }, inputs, parse);
  const undo: InputChange[][] = [];

  const compare = (what: string): Map<CellKey, CellValue> => {
    const expected = evaluatePlainly({ indicators, years }, inputs, parse);
    for (const [key, value] of expected) {
      tally.comparisons++;
      if (value.kind === 'error') tally.errors++;
      if (value.kind === 'error' && value.error.ring) tally.rings++;
      const actual = calculation.value(key);
      if (!sameValue(actual, value)) {
        throw new Error(
          `seed ${seed}, ${what}, ${key} (${JSON.stringify(inputs.get(key))}): ` +
            `${JSON.stringify(actual)} is not ${JSON.stringify(value)}`,
        );
      }
    }
    return expected;
  };
  compare('built');

  for (let step = 0; step < steps; step++) {
    const changes = nextChanges();
    for (const { cell: key, input } of changes) {
      if (input) inputs.set(key, input);
      else inputs.delete(key);
    }
    const reported = new Set(calculation.apply(changes));
    const after = compare(`step ${step}`);
    for (const [key, value] of after) {
      const old = before.get(key);
      if (reported.has(key) !== (old === undefined || !sameValue(old, value))) {
        throw new Error(
          `seed ${seed}, step ${step}: ${key} ${reported.has(key) ? 'reported in vain' : 'not reported'}`,
        );
      }
    }
    tally.reported += reported.size;
    before = after;
  }

  function nextChanges(): InputChange[] {
    if (undo.length > 0 && random.chance(0.25)) return undo.pop() ?? [];
    const changes = random.chance(0.3) ? fill() : Array.from({ length: random.integer(1, 3) }, edit);
    undo.push(changes.map(({ cell: key }) => ({ cell: key, input: inputs.get(key) })).reverse());
    return changes;
  }

  /** Mostly numbers where there are numbers, so that plans are used again. */
  function edit(): InputChange {
    if (random.chance(0.02)) return { cell: textColumn, input: { kind: 'text', text: String(random.integer(0, 3)) } };
    const key = cell();
    const now = inputs.get(key);
    if (now?.kind === 'number' && random.chance(0.7)) {
      return { cell: key, input: { kind: 'number', value: randomNumber(random) } };
    }
    return { cell: key, input: randomInput() };
  }

  /** One input down a column or along a row. */
  function fill(): InputChange[] {
    const input = randomInput();
    if (random.chance(0.5)) {
      const column = random.pick(columns);
      return indicators
        .slice(random.integer(0, indicators.length - 1))
        .map((indicator) => ({ cell: cellKey(indicator, column), input }));
    }
    const indicator = random.pick(indicators);
    return columns
      .slice(random.integer(0, columns.length - 1))
      .map((column) => ({ cell: cellKey(indicator, column), input }));
  }
}

/** What a row grows by: its growth, with a driver that all rows share, and drivers that are themselves calculated. */
const growthFormulas = [
  'prev*(1+growth)',
  'prev*(1+growth+r0[2020])',
  'prev*(growth+r1[2020]+1)',
  'prev*(1+growth+r2[2021])',
  'prev*(1+r3[2020])',
  'prev*(1+growth[-1])',
  'prev*(1+growth+r4)',
];

function randomNumber(random: Random): number {
  const kind = random.integer(0, 9);
  if (kind === 0) return 0;
  if (kind === 1) return -0;
  if (kind === 2) return random.pick([1e308, -1e308, 1e-308, 1, -1, 2]);
  if (kind < 6) return random.integer(-5, 20);
  return random.integer(-1000, 9000) / random.pick([1, 10, 100, 1000, 7]);
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (a.kind === 'number' && b.kind === 'number') return Object.is(a.value, b.value);
  if (a.kind === 'error' && b.kind === 'error') {
    return (
      a.error.code === b.error.code &&
      a.error.origin === b.error.origin &&
      a.error.missing === b.error.missing &&
      a.error.ring?.join() === b.error.ring?.join()
    );
  }
  return a.kind === b.kind;
}

describe('[R1] incremental calculation equals calculation from scratch', () => {
  it(`over ${sequences} random sequences of edits, fills and undos`, { timeout: 600_000 }, () => {
    const tally: Tally = { comparisons: 0, errors: 0, rings: 0, reported: 0 };
    for (const seed of keptSeeds) runSequence(seed, tally);
    for (let i = 0; i < sequences; i++) runSequence(firstSeed + i, tally, i % 10 === 9);
    console.log(
      `recalc: seeds ${firstSeed}–${firstSeed + sequences - 1}, ${tally.comparisons} values compared, ` +
        `${tally.errors} of them errors, ${tally.rings} on rings; ${tally.reported} changes reported`,
    );
    expect(tally.comparisons).toBeGreaterThan(sequences * 100);
    expect(tally.errors).toBeGreaterThan(sequences);
    expect(tally.rings).toBeGreaterThan(sequences);
    expect(tally.reported).toBeGreaterThan(sequences);
  });
});
