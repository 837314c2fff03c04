/** How assumptions and results are called, and how their numbers are written. */
import type { Indicator } from '../../core/model/dataset.ts';
import { shownNumber, storedNumber, valueFormat } from '../../core/model/format.ts';
import type { NumberFormat } from '../../core/model/view.ts';
import type { Assumption } from '../../state/analysis.svelte.ts';
import { formatNumber, formatStated, type NumberLanguage } from '../format/number.ts';
import { amountWithUnit, withUnit } from '../shared/with-unit.ts';
import type { Spoken } from './answer-words.ts';
import { indicatorName } from '../shared/indicator-name.ts';

/** `高新技术企业 年均增速`, `研发经费 2020 年数值`. */
export function assumptionName({ row, column, format }: Assumption, { language, words }: Spoken): string {
  const name = indicatorName(row.indicator, language);
  switch (column.kind) {
    case 'value':
    case 'yearGrowth':
      return words.assumption[column.kind](name, column.year);
    default:
      return format.mark === 'percent' || row.indicator.unit.percent
        ? words.assumption.growth(name)
        : words.assumption.step(name);
  }
}

/** A number of an assumption, in its stored unit, with what it is counted in: `8%`, `1.5 个百分点`, `300 家`; two decimals at most where it has no more of its own. */
export function assumptionNumber(value: number, assumption: Assumption, spoken: Spoken): string {
  return exactAssumption(shortened(value, assumption.format), assumption, spoken);
}

/** The same with six decimals at most, for a number that is to be written. */
export function exactAssumption(
  value: number,
  { row, column, format }: Assumption,
  { language, words }: Spoken,
): string {
  const number = formatStated(value, format, language);
  if (format.mark === 'points') return words.assumption.points(number);
  if (format.mark === 'percent') return `${number}%`;
  if (column.kind === 'value') return withUnit(number, row.indicator, language);
  return format.shift === 0 ? amountWithUnit(number, row.indicator, language) : number;
}

/** A number of a result, in its stored unit, with its unit: as the sheet shows it, or by `formatStated` with the decimals it has. */
export function resultNumber(
  value: number,
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  language: NumberLanguage,
  format = formatNumber,
): string {
  return withUnit(format(value, valueFormat(indicator.unit), language), indicator, language);
}

function shortened(value: number, format: NumberFormat): number {
  return storedNumber(Number(shownNumber(value, format).toFixed(Math.max(2, format.decimals))), format);
}
