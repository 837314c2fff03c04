/** Published numbers with their words: base values, observations, stated ratios, targets. */
import type { IndicatorId, Year } from '../../core/model/cell.ts';
import type {
  Bound,
  Citation,
  Comparison,
  Figure,
  Indicator,
  Observation,
  Standing,
  StatedRatio,
  Target,
} from '../../core/model/dataset.ts';
import { shiftDecimal } from '../../core/model/decimal.ts';
import type { DatasetError, DatasetFiles } from './dataset-error.ts';
import type { IndicatorEntries } from './decode-indicators.ts';
import type { Terms } from './decode-terms.ts';
import { complete, Keyed, readTable, type RowReader } from './row-reader.ts';

const bounds: readonly Bound[] = ['=', '>', '≈'];
const standings: readonly Standing[] = ['official', 'press', 'secondary', 'derived', 'estimate'];
const citationColumns = ['standing', 'document', 'chapter', 'paragraph', 'quote'];
const noteColumns = ['note_zh', 'note_en'];
const figureColumns = ['bound', 'value', ...citationColumns];

/** The number as the tables hold it, in the unit as published, brought to the unit in which it is stored. */
function readStored(row: RowReader, column: string, percent: boolean): number | undefined {
  const published = row.number(column);
  return published === undefined ? undefined : shiftDecimal(published, percent ? -2 : 0);
}

function readCitation(row: RowReader, terms: Terms): Citation | undefined {
  const document = row.reference('document', terms.documents, 'documents');
  if (!document) return undefined;
  const chapter = row.optional('chapter');
  const paragraph = row.optional('paragraph');
  const quote = row.optional('quote');
  return { ...document, ...(chapter && { chapter }), ...(paragraph && { paragraph }), ...(quote && { quote }) };
}

function readFigure(row: RowReader, percent: boolean, terms: Terms): Figure | undefined {
  return complete<Figure>({
    value: readStored(row, 'value', percent),
    bound: row.choice('bound', bounds),
    standing: row.choice('standing', standings),
    citation: readCitation(row, terms),
    ...row.note(),
  });
}

function readIndicatorOf(row: RowReader, entries: IndicatorEntries): Indicator | undefined {
  return row.reference('indicator', entries, 'indicators')?.indicator;
}

/** Base value by indicator. An indicator without a chapter has none. */
export function decodeBaseline(
  files: DatasetFiles,
  entries: IndicatorEntries,
  terms: Terms,
  errors: DatasetError[],
): ReadonlyMap<string, Figure> {
  const figures = new Keyed<Figure>();
  readTable(files, 'baseline-2020', ['indicator', ...figureColumns, ...noteColumns], errors, (row) => {
    const indicator = readIndicatorOf(row, entries);
    if (indicator?.chapter === '') {
      row.refuse('indicator', { code: 'notEmpty', text: indicator.id });
      return undefined;
    }
    const figure = indicator && readFigure(row, indicator.unit.percent, terms);
    return figure && figures.add(row, 'indicator', indicator.id, figure);
  });
  return figures.byKey;
}

export function decodeObservations(
  files: DatasetFiles,
  entries: IndicatorEntries,
  terms: Terms,
  errors: DatasetError[],
): readonly Observation[] {
  const comparables = new Keyed<true>();
  const columns = ['kind', 'indicator', 'region', 'year', 'since', 'comparable', ...figureColumns, ...noteColumns];
  return readTable(files, 'observations', columns, errors, (row) => {
    const indicator = readIndicatorOf(row, entries);
    const since = row.optional('since') === '' ? undefined : row.year('since');
    const observation = complete<Observation>({
      kind: row.choice('kind', ['history', 'actual', 'peer']),
      indicator: indicator?.id,
      region: row.reference('region', terms.regions, 'regions')?.zh,
      year: row.year('year'),
      ...(since !== undefined && { since }),
      figure: indicator && readFigure(row, indicator.unit.percent, terms),
      comparable: row.yes('comparable'),
    });
    if (observation?.comparable === true) {
      // Two comparable values for one year would leave a line with a choice that only an editor can make.
      comparables.add(row, 'comparable', `${observation.indicator} ${observation.region} ${observation.year}`, true);
    }
    return observation;
  });
}

export function decodeRatios(
  files: DatasetFiles,
  entries: IndicatorEntries,
  terms: Terms,
  errors: DatasetError[],
): readonly StatedRatio[] {
  const columns = ['indicator', 'region', 'year', ...figureColumns, 'warning_zh', 'warning_en'];
  return readTable(files, 'ratios', columns, errors, (row) =>
    complete<StatedRatio>({
      indicator: readIndicatorOf(row, entries)?.id,
      region: row.reference('region', terms.regions, 'regions')?.zh,
      year: row.year('year'),
      figure: readFigure(row, true, terms),
      warning: row.label('warning_zh', 'warning_en'),
    }),
  );
}

const comparators = ['>', '>=', '<', '<=', '=', '≈'] as const;

/**
 * A level that a plan names without "more than" is there to be reached: a `=` is met from the better side on, and only where
 * no side is better must it be hit exactly.
 */
function readComparison(row: RowReader, { unit, better }: Indicator): Comparison | undefined {
  const comparator = row.choice('comparator', comparators);
  const value = readStored(row, 'value', unit.percent);
  if (comparator !== '≈') row.mustBeEmpty('tolerance');
  if (comparator === undefined || value === undefined) return undefined;
  switch (comparator) {
    case '>':
      return { op: 'gt', value };
    case '>=':
      return { op: 'gte', value };
    case '<':
      return { op: 'lt', value };
    case '<=':
      return { op: 'lte', value };
    case '=':
      return { op: better === 'up' ? 'gte' : better === 'down' ? 'lte' : 'eq', value };
    case '≈': {
      const tolerance = readStored(row, 'tolerance', unit.percent);
      return tolerance === undefined ? undefined : { op: 'approx', value, tolerance };
    }
  }
}

/** Targets of all layers, in table order. */
export function decodeTargets(
  files: DatasetFiles,
  entries: IndicatorEntries,
  terms: Terms,
  errors: DatasetError[],
): readonly Target[] {
  const seen = new Keyed<true>();
  const columns = ['layer', 'indicator', 'year', 'comparator', 'value', 'tolerance', 'nature'];
  return readTable(files, 'targets', [...columns, ...citationColumns, ...noteColumns], errors, (row) => {
    const indicator = readIndicatorOf(row, entries);
    const target = complete<Target>({
      layer: row.reference('layer', terms.layers, 'layers')?.id,
      indicator: indicator?.id,
      year: row.year('year'),
      comparison: indicator && readComparison(row, indicator),
      nature: row.choice('nature', ['binding', 'anticipatory', 'unstated']),
      standing: row.choice('standing', standings),
      citation: readCitation(row, terms),
      ...row.note(),
    });
    if (target) seen.add(row, 'indicator', `${target.layer} ${target.indicator} ${target.year}`, true);
    return target;
  });
}

/** The one value of the region's history in that year that may be joined to others. */
export function comparableHistory(
  observations: readonly Observation[],
  region: string,
  indicator: IndicatorId,
  year: Year,
): number | undefined {
  return observations.find(
    (observation) =>
      observation.kind === 'history' &&
      observation.comparable &&
      observation.since === undefined &&
      observation.region === region &&
      observation.indicator === indicator &&
      observation.year === year,
  )?.figure.value;
}
