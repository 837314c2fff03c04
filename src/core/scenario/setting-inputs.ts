/** What the settings of a scenario are to hold, and the rule of its lights. No part of what the sheet is first shown with. */
import type { SettingName } from '../model/cell.ts';
import type { Dataset } from '../model/dataset.ts';
import type { CellInput } from '../model/input.ts';
import { parseLightRule, printLightRule, usualLights, type LightRule } from '../model/light.ts';
import type { Patch } from './scenario.ts';
import { knownUntil, layersChosen, readSetting } from './settings.ts';

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
