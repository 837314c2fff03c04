/** The rows of the bare grid and their numbers: a plain loop over all of them at each edit. */
import type { Dataset } from '../../../../src/core/model/dataset.ts';

export interface Row {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly base: number;
  /** A year, as a fraction; NaN where the row has none. */
  readonly growth: number;
  /** For 2021 and 2025; NaN where there is none. */
  readonly targets: readonly [number, number];
}

const years = [2020, 2021, 2022, 2023, 2024, 2025] as const;

/** The numbers of a row, in the order of its columns. */
export const columns = [
  '2020',
  'growth',
  ...years.slice(1).map(String),
  'target-2021',
  'gap-2021',
  'target-2025',
  'gap-2025',
  'required-2025',
  'change',
] as const;
const width = columns.length;
const rateColumns = ['growth', 'required-2025', 'change'];

/** The sheet's rows, once for each of many districts. */
export function readRows({ rows, layers }: Dataset, count: number): readonly Row[] {
  const targets = new Map<string, number>();
  for (const { indicator, year, comparison } of layers.flatMap((layer) => layer.targets)) {
    if ('value' in comparison) targets.set(`${indicator} ${year}`, comparison.value);
  }
  return Array.from({ length: count }, (_, index): Row => {
    const found = rows[index % rows.length];
    if (!found) throw new Error('The dataset has no rows');
    const { indicator, base, defaultPath } = found;
    const district = Math.floor(index / rows.length);
    const target = (year: number): number => targets.get(`${indicator.id} ${year}`) ?? NaN;
    return {
      id: district === 0 ? indicator.id : `${indicator.id}_d${district}`,
      name: district === 0 ? indicator.shortName : `${indicator.shortName}D${district}`,
      unit: indicator.unit.label.zh,
      percent: indicator.unit.percent,
      base: base.value,
      growth: defaultPath.growth ?? NaN,
      targets: district === 0 ? [target(2021), target(2025)] : [NaN, NaN],
    };
  });
}

/** All numbers of all rows, row by row. `growth` by row. */
export function calculate(rows: readonly Row[], growth: readonly number[]): Float64Array {
  const values = new Float64Array(rows.length * width);
  rows.forEach(({ base, targets: [first, last] }, row) => {
    const rate = growth[row] ?? NaN;
    const factor = Number.isNaN(rate) ? 1 : 1 + rate;
    let at = row * width;
    values[at++] = base;
    values[at++] = rate;
    let value = base;
    let next = base;
    for (let year = 1; year < years.length; year++) {
      value *= factor;
      if (year === 1) next = value;
      values[at++] = value;
    }
    values[at++] = first;
    values[at++] = first - next;
    values[at++] = last;
    values[at++] = last - value;
    values[at++] = (last / base) ** (1 / (years.length - 1)) - 1;
    values[at] = value / base - 1;
  });
  return values;
}

const whole = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 });

/** A number as its cell shows it: rates in per cent, all else with its thousands apart. */
export function show(values: Float64Array, row: number, column: number, { percent }: Row): string {
  const value = values[row * width + column] ?? NaN;
  if (Number.isNaN(value)) return '';
  return percent || rateColumns.includes(columns[column] ?? '') ? (value * 100).toFixed(1) : whole.format(value);
}
