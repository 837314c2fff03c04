/**
 * From the tables of `data/` to the dataset that a workbook is made of. Nothing of the text is used before it is checked, and every
 * fault is reported with file, line and column, so that whoever updates a figure sees all that is to mend at once.
 */
import { err, ok, type Result } from '../../core/model/result.ts';
import type { Dataset, Target, TargetLayer, UnbasedIndicator } from '../../core/model/dataset.ts';
import { contentHash } from './content-hash.ts';
import type { DatasetError, DatasetFiles } from './dataset-error.ts';
import { decodeBaseline, decodeObservations, decodeRatios, decodeTargets } from './decode-figures.ts';
import { decodeIndicators, type IndicatorEntries } from './decode-indicators.ts';
import { decodeRows } from './decode-paths.ts';
import { decodeRelations } from './decode-relations.ts';
import { decodeFacts, decodeTerms, type LayerHead } from './decode-terms.ts';

/** A layer of the whole country stands among the city's own, where it can be switched on; other regions' do not. */
const country = '全国';

/** The dataset, or all that is wrong with its tables. */
export function decodeDataset(files: DatasetFiles): Result<Dataset, readonly DatasetError[]> {
  const errors: DatasetError[] = [];
  const terms = decodeTerms(files, errors);
  const facts = decodeFacts(files, terms.regions, errors);
  const entries = decodeIndicators(files, terms, errors);
  const baseline = decodeBaseline(files, entries, terms, errors);
  const observations = decodeObservations(files, entries, terms, errors);
  const targets = decodeTargets(files, entries, terms, errors);
  const statedRatios = decodeRatios(files, entries, terms, errors);
  const relations = decodeRelations(files, entries, errors);
  // A fault in one table makes faults of what refers to it: the workbook is read only when the rest is whole.
  const rows =
    facts && errors.length === 0 ? decodeRows(files, baseline, { facts, entries, terms, observations }, errors) : [];
  if (!facts || errors.length > 0) return err(errors);

  const inSheet = (id: string): boolean => entries.get(id)?.indicator.chapter !== '';
  const regionOf = (target: Target): string => terms.layers.get(target.layer)?.region ?? '';
  const isOwn = (region: string): boolean => region === facts.region || region === country;
  const content: Omit<Dataset, 'version'> = {
    id: facts.id,
    title: facts.title,
    baseYear: facts.baseYear,
    years: facts.years,
    targetYears: facts.targetYears,
    chapters: [...terms.chapters.values()].filter(({ id }) => rows.some(({ indicator }) => indicator.chapter === id)),
    rows,
    layers: [...terms.layers.values()]
      .filter(({ region }) => isOwn(region))
      .map((head) =>
        layerWithTargets(
          head,
          targets.filter(({ indicator }) => inSheet(indicator)),
        ),
      ),
    observations: observations.filter(({ indicator }) => inSheet(indicator)),
    statedRatios,
    peerTargets: targets.flatMap((target) => {
      const region = regionOf(target);
      return inSheet(target.indicator) && !isOwn(region) ? [{ ...target, region }] : [];
    }),
    unbased: unbasedIndicators(entries, {
      targets: targets.filter((target) => regionOf(target) === facts.region),
      peerTargets: targets
        .filter((target) => regionOf(target) !== facts.region)
        .map((target) => ({ ...target, region: regionOf(target) })),
      observations,
    }),
    regions: [...terms.regions.values()],
    relations,
  };
  return ok({ ...content, version: contentHash(JSON.stringify(content)) });
}

function layerWithTargets({ region: _, ...layer }: LayerHead, targets: readonly Target[]): TargetLayer {
  return { ...layer, targets: targets.filter((target) => target.layer === layer.id) };
}

function unbasedIndicators(
  entries: IndicatorEntries,
  { targets, peerTargets, observations }: Pick<UnbasedIndicator, 'targets' | 'peerTargets' | 'observations'>,
): readonly UnbasedIndicator[] {
  return [...entries.values()]
    .filter(({ indicator }) => indicator.chapter === '')
    .map(({ indicator: { id, label, unit, kind, better, note } }) => ({
      id,
      label,
      unit,
      kind,
      better,
      ...(note && { note }),
      targets: targets.filter((target) => target.indicator === id),
      peerTargets: peerTargets.filter((target) => target.indicator === id),
      observations: observations.filter((observation) => observation.indicator === id),
    }));
}
