/** The workbook: the order of rows, and for each the path it takes unless a person chooses another, with the reason. */
import { createNames } from '../../core/formula/names.ts';
import { parseCanonical } from '../../core/formula/parse.ts';
import { cagr } from '../../core/growth/cagr.ts';
import { printPath, type GrowthPath } from '../../core/growth/path.ts';
import { parseIndicatorId } from '../../core/model/cell.ts';
import type { DefaultPath, Figure, Observation, PathReason, WorkbookRow } from '../../core/model/dataset.ts';
import type { DatasetError, DatasetFiles } from './dataset-error.ts';
import { comparableHistory } from './decode-figures.ts';
import type { IndicatorEntries } from './decode-indicators.ts';
import type { DatasetFacts, Terms } from './decode-terms.ts';
import { Keyed, readTable, type RowReader } from './row-reader.ts';

/** What the default of a row may rest on. */
interface Grounds {
  readonly facts: DatasetFacts;
  readonly entries: IndicatorEntries;
  readonly terms: Terms;
  readonly observations: readonly Observation[];
  readonly isFormula: (source: string, row: RowReader) => boolean;
}

/** Reasons that a table may give. No row so far knows a target and nothing else, so `target` is not among them. */
const reasons = [
  'history',
  'publishedGrowth',
  'identity',
  'rank',
  'periodTotal',
  'changedDefinition',
  'noHistory',
] as const satisfies readonly PathReason['code'][];

/** The path that a reason supports: a rate needs `compound`, and to hold because of history would be no reason. */
function pathFor(code: (typeof reasons)[number]): GrowthPath {
  switch (code) {
    case 'history':
    case 'publishedGrowth':
      return { kind: 'compound' };
    case 'identity':
      return { kind: 'formula' };
    case 'rank':
    case 'periodTotal':
    case 'changedDefinition':
    case 'noHistory':
      return { kind: 'hold' };
  }
}

/** Rows in sheet order. Every indicator with a chapter must be there once, and the rows of a chapter stand together. */
export function decodeRows(
  files: DatasetFiles,
  baseline: ReadonlyMap<string, Figure>,
  given: Omit<Grounds, 'isFormula'>,
  errors: DatasetError[],
): readonly WorkbookRow[] {
  const inSheet = [...given.entries.values()].filter(({ indicator }) => indicator.chapter !== '');
  const names = createNames(inSheet.map(({ indicator }) => indicator));
  const grounds: Grounds = {
    ...given,
    isFormula: (source, row) => {
      const parsed = parseCanonical(source, names);
      if (!parsed.ok) row.refuse('formula', { code: 'formula', error: parsed.error });
      return parsed.ok;
    },
  };
  const seen = new Keyed<true>();
  const chapters = new Set<string>();
  let chapter = '';
  const columns = ['indicator', 'path', 'reason', 'from', 'growth_from', 'formula'];
  const rows = readTable(files, 'workbook', columns, errors, (row): WorkbookRow | undefined => {
    const indicator = row.reference('indicator', given.entries, 'indicators')?.indicator;
    if (!indicator || !seen.add(row, 'indicator', indicator.id, true)) return undefined;
    if (indicator.chapter !== chapter) {
      chapter = indicator.chapter;
      if (chapters.has(chapter)) row.refuse('indicator', { code: 'chapterSplit', chapter });
      chapters.add(chapter);
    }
    const base = baseline.get(indicator.id);
    if (!base) {
      row.refuse('indicator', { code: 'missingRow', name: indicator.id, inTable: 'baseline-2020' });
      return undefined;
    }
    const defaultPath = readDefaultPath(row, indicator.id, base, grounds);
    return defaultPath && { indicator, base, defaultPath };
  });
  for (const { indicator, row } of inSheet) {
    if (!seen.byKey.has(indicator.id)) {
      row.refuse('indicator', { code: 'missingRow', name: indicator.id, inTable: 'workbook' });
    }
  }
  return rows;
}

function readDefaultPath(row: RowReader, id: string, base: Figure, grounds: Grounds): DefaultPath | undefined {
  const code = row.choice('reason', reasons);
  const path = code && row.choice('path', [printPath(pathFor(code))]);
  if (path === undefined) return undefined;
  switch (code) {
    case undefined:
      return undefined;
    case 'history':
      row.mustBeEmpty('growth_from', 'formula');
      return fromHistory(row, path, id, base, grounds);
    case 'publishedGrowth':
      row.mustBeEmpty('formula');
      return fromPublishedGrowth(row, path, grounds);
    case 'identity': {
      row.mustBeEmpty('from', 'growth_from');
      const formula = row.text('formula');
      if (formula === undefined || !grounds.isFormula(formula, row)) return undefined;
      return { path, formula, reason: { code } };
    }
    case 'rank':
    case 'periodTotal':
    case 'changedDefinition':
    case 'noHistory':
      row.mustBeEmpty('from', 'growth_from', 'formula');
      return { path, reason: { code } };
  }
}

/** The average annual growth from the history of year `from` to the base value. */
function fromHistory(
  row: RowReader,
  path: string,
  id: string,
  base: Figure,
  { facts, observations }: Grounds,
): DefaultPath | undefined {
  const from = row.year('from');
  const indicator = parseIndicatorId(id);
  if (from === undefined || indicator === undefined) return undefined;
  const first = comparableHistory(observations, facts.region, indicator, from);
  const growth = first === undefined ? undefined : cagr(first, base.value, facts.baseYear - from);
  if (first === undefined || growth === undefined) {
    row.refuse('from', { code: 'noObservation', indicator: id, year: from });
    return undefined;
  }
  return { path, growth, reason: { code: 'history', from, to: facts.baseYear, first, last: base.value } };
}

/** The growth that was published as such for year `from`, kept as an observation of the indicator `growth_from`. */
function fromPublishedGrowth(
  row: RowReader,
  path: string,
  { facts, entries, observations }: Grounds,
): DefaultPath | undefined {
  const year = row.year('from');
  const rate = row.reference('growth_from', entries, 'indicators')?.indicator;
  if (year === undefined || !rate) return undefined;
  const growth = comparableHistory(observations, facts.region, rate.id, year);
  if (growth === undefined) {
    row.refuse('growth_from', { code: 'noObservation', indicator: rate.id, year });
    return undefined;
  }
  return { path, growth, reason: { code: 'publishedGrowth', year } };
}
