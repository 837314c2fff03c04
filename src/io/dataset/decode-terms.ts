/** The tables that the others refer to: units, regions, documents, chapters, layers, and the few facts of the dataset itself. */
import { yearsFrom } from '../../core/model/sheet.ts';
import type { Year } from '../../core/model/cell.ts';
import type { Chapter, Citation, Label, TargetLayer, Unit } from '../../core/model/dataset.ts';
import type { DatasetError, DatasetFiles } from './dataset-error.ts';
import { complete, Keyed, readTable } from './row-reader.ts';

/** A document, as a citation of it begins. */
export type Document = Pick<Citation, 'document' | 'publisher' | 'published'>;

/** A layer without its targets, and whose targets they are. */
export interface LayerHead extends Omit<TargetLayer, 'targets'> {
  readonly region: string;
}

export interface Terms {
  readonly units: ReadonlyMap<string, Unit>;
  readonly regions: ReadonlyMap<string, Label>;
  readonly documents: ReadonlyMap<string, Document>;
  readonly chapters: ReadonlyMap<string, Chapter>;
  readonly layers: ReadonlyMap<string, LayerHead>;
}

/** What the table `dataset` says of the whole. */
export interface DatasetFacts {
  readonly id: string;
  readonly title: Label;
  readonly region: string;
  readonly baseYear: Year;
  readonly years: readonly Year[];
  readonly targetYears: readonly Year[];
}

export function decodeTerms(files: DatasetFiles, errors: DatasetError[]): Terms {
  const regions = decodeRegions(files, errors);
  return {
    regions,
    units: decodeUnits(files, errors),
    documents: decodeDocuments(files, errors),
    chapters: decodeChapters(files, errors),
    layers: decodeLayers(files, regions, errors),
  };
}

function decodeUnits(files: DatasetFiles, errors: DatasetError[]): ReadonlyMap<string, Unit> {
  const units = new Keyed<Unit>();
  readTable(files, 'units', ['unit', 'zh', 'en', 'decimals', 'percent', 'whole'], errors, (row) => {
    const decimals = row.choice('decimals', ['0', '1', '2', '3', '4']);
    const unit = complete<Unit>({
      id: row.id('unit'),
      label: row.label('zh', 'en'),
      decimals: decimals === undefined ? undefined : Number(decimals),
      percent: row.yes('percent'),
      whole: row.yes('whole'),
    });
    return unit && units.add(row, 'unit', unit.id, unit);
  });
  return units.byKey;
}

function decodeRegions(files: DatasetFiles, errors: DatasetError[]): ReadonlyMap<string, Label> {
  const regions = new Keyed<Label>();
  readTable(files, 'regions', ['region', 'en'], errors, (row) => {
    const label = row.label('region', 'en');
    return label && regions.add(row, 'region', label.zh, label);
  });
  return regions.byKey;
}

function decodeDocuments(files: DatasetFiles, errors: DatasetError[]): ReadonlyMap<string, Document> {
  const documents = new Keyed<Document>();
  const columns = ['document', 'zh', 'en', 'publisher_zh', 'publisher_en', 'published', 'remark'];
  readTable(files, 'documents', columns, errors, (row) => {
    const id = row.id('document');
    const document = complete<Document>({
      document: row.label('zh', 'en'),
      publisher: row.label('publisher_zh', 'publisher_en'),
      published: row.date('published'),
    });
    return id !== undefined && document && documents.add(row, 'document', id, document);
  });
  return documents.byKey;
}

function decodeChapters(files: DatasetFiles, errors: DatasetError[]): ReadonlyMap<string, Chapter> {
  const chapters = new Keyed<Chapter>();
  const columns = ['chapter', 'number', 'zh', 'en', 'subtitle_zh', 'subtitle_en'];
  readTable(files, 'chapters', columns, errors, (row) => {
    const chapter = complete<Chapter>({
      id: row.id('chapter'),
      number: row.optional('number'),
      label: row.label('zh', 'en'),
      subtitle: row.label('subtitle_zh', 'subtitle_en'),
    });
    return chapter && chapters.add(row, 'chapter', chapter.id, chapter);
  });
  return chapters.byKey;
}

function decodeLayers(
  files: DatasetFiles,
  regions: ReadonlyMap<string, Label>,
  errors: DatasetError[],
): ReadonlyMap<string, LayerHead> {
  const layers = new Keyed<LayerHead>();
  readTable(files, 'layers', ['layer', 'region', 'issued', 'by_default', 'zh', 'en'], errors, (row) => {
    const layer = complete<LayerHead>({
      id: row.id('layer'),
      label: row.label('zh', 'en'),
      issued: row.date('issued'),
      byDefault: row.yes('by_default'),
      region: row.reference('region', regions, 'regions')?.zh,
    });
    return layer && layers.add(row, 'layer', layer.id, layer);
  });
  return layers.byKey;
}

/** Far more than a plan looks ahead. */
const mostYears = 60;

/** `undefined` where a fact is missing or wrong, which then stands among the errors. */
export function decodeFacts(
  files: DatasetFiles,
  regions: ReadonlyMap<string, Label>,
  errors: DatasetError[],
): DatasetFacts | undefined {
  const columns = ['dataset', 'title_zh', 'title_en', 'region', 'base_year', 'last_year', 'target_years'];
  const before = errors.length;
  const all = readTable(files, 'dataset', columns, errors, (row) => {
    const baseYear = row.year('base_year');
    const lastYear = row.year('last_year');
    if (baseYear === undefined || lastYear === undefined) return undefined;
    if (lastYear < baseYear || lastYear - baseYear > mostYears) {
      row.refuse('last_year', { code: 'notYear', text: String(lastYear) });
      return undefined;
    }
    return complete<DatasetFacts>({
      id: row.id('dataset'),
      title: row.label('title_zh', 'title_en'),
      region: row.reference('region', regions, 'regions')?.zh,
      baseYear,
      years: yearsFrom(baseYear, lastYear - baseYear),
      targetYears: row.list('target_years').flatMap((text) => row.yearOf('target_years', text) ?? []),
    });
  });
  const [facts] = all;
  if (errors.length === before && all.length !== 1) {
    errors.push({ table: 'dataset', line: 2, column: '', code: 'missingRow', name: 'dataset', inTable: 'dataset' });
  }
  return facts;
}
