/** Times of the analysis on the shipped data: needed growth of every target, goal seek, a tornado, and 10,000 samples. */
import { readFileSync } from 'node:fs';
import { seekByDriver } from '../../src/core/analysis/goal-seek.ts';
import { tornado } from '../../src/core/analysis/sensitivity.ts';
import { sampleUncertainty, type UncertaintyTask } from '../../src/core/analysis/uncertainty.ts';
import { cellKey, valueKey, type CellKey } from '../../src/core/model/cell.ts';
import { assumptionAt, assumptionsOf, driverOfGoal, pointMove } from '../../src/core/projection/assumptions.ts';
import { neededGrowths } from '../../src/core/projection/needed-growth.ts';
import { Projection } from '../../src/core/projection/projection.ts';
import { makeWorkbook } from '../../src/core/projection/workbook.ts';
import { shippedDataset } from '../../src/io/dataset/shipped-dataset.ts';

const rounds = 15;
const samples = 10_000;
/** How far around its growth each growing row is uncertain. */
const spread = 0.03;

const workbook = makeWorkbook(shippedDataset((table) => readFileSync(`data/${table}.tsv`, 'utf8')));
const projection = new Projection(workbook, new Map());
const trySets: Projection['sample'] = (cells, sets, results) => projection.sample(cells, sets, results);
const { baseYear, rows, targetYears, years } = workbook.dataset;
const last = years.at(-1) ?? baseYear;
const moving = rows.filter(({ indicator }) => projection.path(indicator.id).kind !== 'hold');

/** Milliseconds of the quickest and the middle round. */
function time(work: () => void): { readonly best: number; readonly median: number } {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  return { best: times[0] ?? NaN, median: times[rounds >> 1] ?? NaN };
}

function task(): UncertaintyTask {
  const growing = rows.flatMap(({ indicator: { id } }) => {
    const cell = cellKey(id, { kind: 'growth' });
    const input = projection.input(cell);
    return input?.kind === 'number' ? [{ cell, range: { kind: 'around', mid: input.value, spread } as const }] : [];
  });
  const targets = rows.flatMap(({ indicator: { id, better } }) =>
    targetYears.flatMap((year) => {
      const target = projection.target(id, year);
      if (!target) return [];
      const { comparison, measure = 'level' } = target;
      return [{ indicator: id, year, baseYear, measure, comparison, better }];
    }),
  );
  const spreads = moving.flatMap(({ indicator: { id } }): CellKey[] =>
    years.slice(1).map((year) => valueKey(id, year)),
  );
  return { seed: 1, samples, uncertain: growing, targets, spreads };
}

function sample(asked: UncertaintyTask): void {
  const work = sampleUncertainty(trySets, asked);
  while (!work.next().done);
}

function rowNamed(name: string) {
  const found = rows.find(({ indicator }) => indicator.id === name);
  if (!found) throw new Error(`No row ${name}`);
  return found.indicator.id;
}

const intensity = valueKey(rowNamed('rd_intensity'), last);
const spend = cellKey(rowNamed('rd_spend'), { kind: 'growth' });
const driver = assumptionAt(projection, spend);
const asked = task();
const works: readonly (readonly [string, () => void])[] = [
  [`needed growth of all ${neededGrowths(projection).length} targets in force`, () => neededGrowths(projection)],
  [
    'goal seek: 研发投入强度 to 3 % by 研发经费',
    () => driver && seekByDriver(trySets, { cell: intensity, value: 0.03 }, driverOfGoal(driver)),
  ],
  ['tornado of 研发投入强度', () => tornado(trySets, intensity, assumptionsOf(projection, intensity).map(pointMove))],
  [
    `${samples.toLocaleString('en')} samples of ${asked.uncertain.length} ranges, ${asked.targets.length} targets, no fan`,
    () => sample({ ...asked, spreads: [] }),
  ],
  [`the same samples with the fans of the ${moving.length} rows that move`, () => sample(asked)],
];

console.log(`| work | best | median |  |\n| --- | --: | --: | --: |`);
for (const [title, work] of works) {
  const { best, median } = time(work);
  const rate = title.includes('samples')
    ? `${Math.round((1000 * samples) / median).toLocaleString('en')} samples/s`
    : '';
  console.log(`| ${title} | ${best.toFixed(2)} ms | ${median.toFixed(2)} ms | ${rate} |`);
}
