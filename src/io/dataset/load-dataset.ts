/** The figures that are shipped with the app. */
import dataset from '../../../data/dataset.tsv?raw';
import units from '../../../data/units.tsv?raw';
import regions from '../../../data/regions.tsv?raw';
import documents from '../../../data/documents.tsv?raw';
import chapters from '../../../data/chapters.tsv?raw';
import indicators from '../../../data/indicators.tsv?raw';
import baseline from '../../../data/baseline-2020.tsv?raw';
import workbook from '../../../data/workbook.tsv?raw';
import layers from '../../../data/layers.tsv?raw';
import targets from '../../../data/targets.tsv?raw';
import observations from '../../../data/observations.tsv?raw';
import ratios from '../../../data/ratios.tsv?raw';
import type { Dataset } from '../../core/model/dataset.ts';
import type { DatasetFiles } from './dataset-error.ts';
import { decodeDataset } from './decode-dataset.ts';

/** The tables of `data/` as text. */
export const shippedFiles: DatasetFiles = {
  dataset,
  units,
  regions,
  documents,
  chapters,
  indicators,
  'baseline-2020': baseline,
  workbook,
  layers,
  targets,
  observations,
  ratios,
};

/** Throws only if our own tables are broken, which the tests would have shown. */
export function loadDataset(): Dataset {
  const decoded = decodeDataset(shippedFiles);
  if (!decoded.ok) throw new Error(`data/ is broken: ${JSON.stringify(decoded.error, undefined, 1)}`);
  return decoded.value;
}
