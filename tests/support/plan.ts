/** Short builders for datasets, rows and targets, so that a fixture stays on one line. */
import { parseIndicatorId, parseYear, type IndicatorId, type Year } from '../../src/core/model/cell.ts';
import type {
  Citation,
  Comparison,
  Dataset,
  DefaultPath,
  Figure,
  Indicator,
  IndicatorKind,
  Target,
  TargetLayer,
  Unit,
  WorkbookRow,
} from '../../src/core/model/dataset.ts';

export function id(text: string): IndicatorId {
  const parsed = parseIndicatorId(text);
  if (parsed === undefined) throw new Error(`Not an id: ${text}`);
  return parsed;
}

export function y(number: number): Year {
  const year = parseYear(number);
  if (year === undefined) throw new Error(`Not a year: ${number}`);
  return year;
}

export const planYears: readonly Year[] = [2020, 2021, 2022, 2023, 2024, 2025].map(y);

const label = (text: string) => ({ zh: text, en: text });

export const citation: Citation = { document: label('报告'), publisher: label('科技局'), published: '2021' };

export const figure = (value: number): Figure => ({ value, bound: '=', standing: 'official', citation });

export const units = {
  firms: { id: 'firms', label: label('家'), decimals: 0, percent: false, whole: true },
  money: { id: 'money', label: label('亿元'), decimals: 2, percent: false, whole: false },
  percent: { id: 'percent', label: label('%'), decimals: 2, percent: true, whole: false },
  rank: { id: 'rank', label: label('位'), decimals: 0, percent: false, whole: true },
} satisfies Record<string, Unit>;

export function indicator(name: string, unit: Unit = units.firms, kind: IndicatorKind = 'stock'): Indicator {
  return {
    id: id(name),
    label: label(name),
    shortName: name,
    aliases: [],
    pinyin: '',
    unit,
    kind,
    better: kind === 'rank' ? 'down' : 'up',
    chapter: 'a',
    origin: 'report',
  };
}

export const firms = indicator('firms');
export const share = indicator('share', units.percent, 'ratio');
export const rank = indicator('rank', units.rank, 'rank');

export function target(name: string, year: number, comparison: Comparison, layer = 'plan'): Target {
  return { layer, indicator: id(name), year: y(year), comparison, nature: 'unstated', standing: 'official', citation };
}

export function layer(name: string, targets: readonly Target[], byDefault = true): TargetLayer {
  return { id: name, label: label(name), issued: '2021', byDefault, targets };
}

export function row(of: Indicator, base: number, path: Omit<DefaultPath, 'reason'>): WorkbookRow {
  return { indicator: of, base: figure(base), defaultPath: { ...path, reason: { code: 'noHistory' } } };
}

export function dataset(rows: readonly WorkbookRow[], layers: readonly TargetLayer[] = []): Dataset {
  return {
    id: 'test',
    version: '1',
    title: label('test'),
    baseYear: y(2020),
    years: planYears,
    targetYears: [y(2021), y(2025)],
    chapters: [{ id: 'a', number: '', label: label('a'), subtitle: label('') }],
    rows,
    layers,
    observations: [],
    statedRatios: [],
  };
}
