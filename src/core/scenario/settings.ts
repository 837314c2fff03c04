/** Choices of a scenario as a whole. They are entries of its patch like any other, so undo, links, merging and comparison have nothing to learn. */
import { settingKey, type SettingName } from '../model/cell.ts';
import type { Dataset } from '../model/dataset.ts';
import { defaultLayers, layersKnown } from '../model/target-layers.ts';
import type { Patch } from './scenario.ts';

/** The text of a setting; `undefined` where the scenario leaves it as it is by default. */
export function readSetting(patch: Patch, name: SettingName): string | undefined {
  const input = patch.get(settingKey(name));
  return input?.kind === 'text' ? input.text : undefined;
}

/** A date, `2021-12-31`: targets of documents issued later are not in force, figures published later are left out. */
export function knownUntil(patch: Patch): string | undefined {
  return readSetting(patch, 'known-until');
}

/** Ids of the layers that the scenario has switched on, or that are on by default, whatever was known when. */
export function layersChosen(dataset: Dataset, patch: Patch): ReadonlySet<string> {
  const text = readSetting(patch, 'layers');
  return text === undefined ? defaultLayers(dataset) : new Set(text.split(',').filter((id) => id !== ''));
}

/** The layers whose targets count: those chosen, of which only the ones issued by the date up to which targets are known. */
export function layersInForce(dataset: Dataset, patch: Patch): ReadonlySet<string> {
  const chosen = layersChosen(dataset, patch);
  const until = knownUntil(patch);
  return until === undefined ? chosen : layersKnown(dataset, until, chosen);
}
