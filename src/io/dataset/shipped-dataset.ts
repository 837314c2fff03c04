/** Our own tables, decoded where files can be read: by the build, which ships the result, and by the tests. */
import type { Dataset } from '../../core/model/dataset.ts';
import type { DatasetFiles, TableName } from './dataset-error.ts';
import { decodeDataset } from './decode-dataset.ts';

/** The text of one table. */
export type ReadTable = (table: TableName) => string;

/** The tables of `data/` as text. */
export function readTables(read: ReadTable): DatasetFiles {
  return {
    dataset: read('dataset'),
    units: read('units'),
    regions: read('regions'),
    documents: read('documents'),
    chapters: read('chapters'),
    indicators: read('indicators'),
    'baseline-2020': read('baseline-2020'),
    workbook: read('workbook'),
    layers: read('layers'),
    targets: read('targets'),
    observations: read('observations'),
    ratios: read('ratios'),
    relations: read('relations'),
  };
}

/** Throws if a table is broken: that is for whoever edits it to see, and ends the build before a reader could. */
export function shippedDataset(read: ReadTable): Dataset {
  const decoded = decodeDataset(readTables(read));
  if (!decoded.ok) throw new Error(`data/ is broken: ${JSON.stringify(decoded.error, undefined, 1)}`);
  return decoded.value;
}
