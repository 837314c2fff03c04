/** Choices of a scenario as a whole. They are entries of its patch like any other, so undo, links, merging and comparison have nothing to learn. */
import { settingKey, type SettingName } from '../model/cell.ts';
import type { Dataset } from '../model/dataset.ts';
import type { CellInput } from '../model/input.ts';
import { parseLightRule, printLightRule, usualLights, type LightRule } from '../model/light.ts';
import { defaultLayers, layersKnown } from '../model/target-layers.ts';
import type { Patch } from './scenario.ts';

/** The text of a setting; `undefined` where the scenario leaves it as it is by default. */
export function readSetting(patch: Patch, name: SettingName): string | undefined {
  const input = patch.get(settingKey(name));
  return input?.kind === 'text' ? input.text : undefined;
}

/** What a setting comes to: `null` for what goes without saying, be it left out, spelled out or unreadable. */
export function settingMeant(dataset: Dataset, patch: Patch, name: SettingName): CellInput | null {
  switch (name) {
    case 'layers':
      return layersSetting(dataset, layersChosen(dataset, patch));
    case 'known-until':
      return knownUntilSetting(knownUntil(patch));
    case 'lights':
      return lightSetting(lightRule(patch));
  }
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

/** What the layers' setting is to hold; `null` where that is what goes without saying. In the dataset's order, so that equal choices are equal. */
export function layersSetting(dataset: Dataset, on: ReadonlySet<string>): CellInput | null {
  const ids = dataset.layers.map(({ id }) => id).filter((id) => on.has(id));
  const usual = dataset.layers.filter(({ byDefault }) => byDefault).map(({ id }) => id);
  return ids.join() === usual.join() ? null : { kind: 'text', text: ids.join() };
}

/** The rule of the scenario's traffic lights; the usual one where it says none, or none that can be read. */
export function lightRule(patch: Patch): LightRule {
  return parseLightRule(readSetting(patch, 'lights') ?? '') ?? usualLights;
}

/** What the setting of the lights is to hold; `null` for the usual rule. */
export function lightSetting(rule: LightRule): CellInput | null {
  const text = printLightRule(rule);
  return text === printLightRule(usualLights) ? null : { kind: 'text', text };
}

/** What the setting of the date is to hold; `null` for no date. */
export function knownUntilSetting(date: string | undefined): CellInput | null {
  return date === undefined ? null : { kind: 'text', text: date };
}
