/** Indicators and their names. */
import { nameConflicts } from '../../core/formula/name-conflicts.ts';
import type { Indicator, IndicatorKind, Better } from '../../core/model/dataset.ts';
import type { DatasetError, DatasetFiles } from './dataset-error.ts';
import type { Terms } from './decode-terms.ts';
import { complete, Keyed, readTable, type RowReader } from './row-reader.ts';

/** An indicator with its line, so that later checks can say where. Without a chapter it has no row in the sheet. */
export interface IndicatorEntry {
  readonly row: RowReader;
  /** `chapter` is empty for an indicator without a row. */
  readonly indicator: Indicator;
}

export type IndicatorEntries = ReadonlyMap<string, IndicatorEntry>;

const columns = [
  'indicator',
  'chapter',
  'zh',
  'en',
  'short_name',
  'pinyin',
  'aliases',
  'unit',
  'kind',
  'better',
  'origin',
  'note_zh',
  'note_en',
];
const kinds: readonly IndicatorKind[] = ['stock', 'flow', 'ratio', 'rank'];
const betters: readonly Better[] = ['up', 'down', 'neither'];
/** Letters and digits, not beginning with a digit; a Chinese letter among them, so that it is never an A1 address. */
const shortName = /^(?=.*\p{Script=Han})\p{L}[\p{L}\p{Nd}]{0,29}$/u;

export function decodeIndicators(files: DatasetFiles, terms: Terms, errors: DatasetError[]): IndicatorEntries {
  const entries = new Keyed<IndicatorEntry>();
  readTable(files, 'indicators', columns, errors, (row) => {
    const indicator = readIndicator(row, terms);
    return indicator && entries.add(row, 'indicator', indicator.id, { row, indicator });
  });
  for (const { indicator, name } of nameConflicts([...entries.byKey.values()].map((entry) => entry.indicator))) {
    entries.byKey.get(indicator)?.row.refuse('short_name', { code: 'nameTaken', name });
  }
  return entries.byKey;
}

function readIndicator(row: RowReader, terms: Terms): Indicator | undefined {
  const short = row.text('short_name');
  const pinyin = row.text('pinyin');
  if (short !== undefined && !shortName.test(short)) row.refuse('short_name', { code: 'notShortName', text: short });
  if (pinyin !== undefined && !/^[a-z0-9]+$/.test(pinyin)) row.refuse('pinyin', { code: 'notPinyin', text: pinyin });
  const hasChapter = row.optional('chapter') !== '';
  const indicator = complete<Indicator>({
    id: row.indicatorId('indicator'),
    label: row.label('zh', 'en'),
    shortName: short,
    aliases: row.list('aliases'),
    pinyin,
    unit: row.reference('unit', terms.units, 'units'),
    kind: row.choice('kind', kinds),
    better: row.choice('better', betters),
    chapter: hasChapter ? row.reference('chapter', terms.chapters, 'chapters')?.id : '',
    origin: hasChapter ? row.choice('origin', ['report', 'model']) : 'model',
    ...row.note(),
  });
  return indicator;
}
