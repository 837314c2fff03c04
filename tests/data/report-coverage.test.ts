import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/core/model/dataset.ts';
import { shiftDecimal } from '../../src/core/model/decimal.ts';
import { loadShipped } from '../support/shipped-tables.ts';
import { notFigures } from './not-figures.ts';
import { numberTokens, report, reportParagraphs, tokenValue } from './report.ts';

/** A number taken from the report, as it is shown there: 2.1 for 2.1 %. */
interface Taken {
  readonly name: string;
  readonly shown: number;
  readonly citation: Citation;
}

const dataset = loadShipped();
const percentRows = new Set(
  dataset.rows.filter(({ indicator }) => indicator.unit.percent).map((row) => row.indicator.id),
);
const isReport = ({ document }: Citation): boolean => document.zh === '市科技局2020年工作情况报告';

const taken: readonly Taken[] = [
  ...dataset.rows.map(({ indicator, base }) => ({
    name: indicator.id,
    shown: shiftDecimal(base.value, indicator.unit.percent ? 2 : 0),
    citation: base.citation,
  })),
  ...dataset.observations.map(({ indicator, region, figure }) => ({
    name: `${indicator} ${region}`,
    shown: shiftDecimal(figure.value, percentRows.has(indicator) ? 2 : 0),
    citation: figure.citation,
  })),
  ...dataset.statedRatios.map(({ indicator, region, figure }) => ({
    name: `${indicator} ÷ ${region}`,
    shown: shiftDecimal(figure.value, 2),
    citation: figure.citation,
  })),
  ...dataset.layers
    .flatMap(({ targets }) => targets)
    .map(({ indicator, year, comparison, citation }) => ({
      name: `${indicator} ${year}`,
      shown: 'value' in comparison ? shiftDecimal(comparison.value, percentRows.has(indicator) ? 2 : 0) : NaN,
      citation,
    })),
].filter(({ citation }) => isReport(citation));

describe('[D6] every figure of the report cites the words that hold it', () => {
  it.each(taken)('$name', ({ shown, citation }) => {
    const { quote = '', chapter, paragraph = '' } = citation;
    expect(report.split(quote)).toHaveLength(2);
    const holder = reportParagraphs().find(({ text }) => text.includes(quote));
    expect(holder?.chapter).toBe(chapter);
    expect(holder?.text.startsWith(paragraph)).toBe(true);
    expect(paragraph).not.toBe('');
    if (shown === 0) expect(quote).toMatch(/空白|尚无/);
    else expect(numberTokens(quote).map(({ text }) => tokenValue(text))).toContain(shown);
  });
});

describe('[D7] every number of the report is a figure or known not to be one', () => {
  const accounted = new Map<number, string>();
  for (const { name, shown, citation } of taken) {
    const start = report.indexOf(citation.quote ?? '\0');
    const own = numberTokens(citation.quote ?? '').filter(({ text }) => tokenValue(text) === shown);
    for (const { at } of own) accounted.set(start + at, name);
  }
  const figures = accounted.size;
  for (const { words, reason } of notFigures) {
    for (let start = report.indexOf(words); start >= 0; start = report.indexOf(words, start + 1)) {
      for (const { at } of numberTokens(words)) if (!accounted.has(start + at)) accounted.set(start + at, reason);
    }
  }
  const tokens = numberTokens(report);

  it('leaves none over', () => {
    const left = tokens.filter(({ at }) => !accounted.has(at));
    expect(left.map(({ at, text }) => `${text} in ${report.slice(Math.max(0, at - 12), at + 12)}`)).toEqual([]);
    console.log(`report: ${tokens.length} numbers, ${figures} of them in ${taken.length} figures`);
  });

  it('has no reason for words that the report does not hold', () => {
    expect(notFigures.filter(({ words }) => !report.includes(words))).toEqual([]);
  });

  it('would miss a figure that is not in the tables', () => {
    const last = taken.find(({ name }) => name === 'research_projects');
    expect(last && accounted.get(report.indexOf('2881'))).toBe('research_projects');
  });
});
