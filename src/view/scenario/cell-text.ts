/** What scenarios keep as text, told in words: one place for the list of changes, the review, the comparison and conflicts. */
import { printPeerGrowth } from '../../core/entry/peer-growth-entry.ts';
import { printRangeCell } from '../../core/entry/range-cells.ts';
import type { Column, SettingName } from '../../core/model/cell.ts';
import type { Indicator, Label, TargetLayer } from '../../core/model/dataset.ts';
import { parseLightRule } from '../../core/model/light.ts';
import { readPeerGrowths } from '../../core/model/peer-growth.ts';
import type { NumberFormat } from '../../core/model/view.ts';
import type { cellTexts } from '../../i18n/zh/cell-texts.ts';
import { formatGoalText, type GoalWords } from '../format/goal.ts';
import type { NumberLanguage } from '../format/number.ts';
import { formatDate } from '../format/time.ts';

export interface TextLanguage {
  readonly texts: typeof cellTexts;
  readonly language: NumberLanguage;
  /** How a target is written. */
  readonly comparison: GoalWords;
  /** Of the dataset, for their names. */
  readonly layers: readonly Pick<TargetLayer, 'id' | 'label' | 'byDefault'>[];
  readonly regions: readonly Label[];
}

export interface TextPlace {
  readonly column: Column;
  /** How a number in the cell is shown; absent where it takes none. */
  readonly format: NumberFormat | undefined;
  /** Of the row; absent for a choice of the scenario as a whole. */
  readonly indicator: Pick<Indicator, 'unit'> | undefined;
}

/** A stored text; one that cannot be read is told as it came. Paths and held years are worded by whoever shows them. */
export function wordText(text: string, { column, format, indicator }: TextPlace, spoken: TextLanguage): string {
  switch (column.kind) {
    case 'setting':
      return wordSetting(column.name, text, spoken);
    case 'target':
      return format ? formatGoalText(text, format, spoken.language, spoken.comparison) : text;
    case 'range':
    case 'yearRange':
    case 'valueRange':
      return (format && printRangeCell(text, { format })) ?? text;
    case 'peers':
      return wordPeers(text, indicator?.unit.percent ?? false, spoken);
    case 'value':
    case 'growth':
    case 'yearGrowth':
    case 'path':
    case 'held':
      return text;
  }
}

/** What it means that a cell holds nothing. */
export function wordBlank(column: Column, { texts }: Pick<TextLanguage, 'texts'>): string {
  switch (column.kind) {
    case 'setting':
      return texts.usual[column.name];
    case 'yearGrowth':
    case 'target':
    case 'peers':
      return texts.blank[column.kind];
    case 'held':
    case 'range':
    case 'yearRange':
    case 'valueRange':
      return texts.blank.none;
    case 'value':
    case 'growth':
    case 'path':
      return texts.blank.cell;
  }
}

/** A choice of the scenario as a whole; absent where it is as it goes without saying. */
export function wordSetting(name: SettingName, text: string | undefined, spoken: TextLanguage): string {
  const { texts, language } = spoken;
  if (text === undefined) return texts.usual[name];
  switch (name) {
    case 'layers':
      return wordLayers(text, spoken);
    case 'known-until':
      return formatDate(text, language);
    case 'lights': {
      const rule = parseLightRule(text);
      if (!rule) return texts.unreadable(text);
      return texts.lights(texts.shapes[rule.shape], String(rule.green), String(rule.yellow));
    }
  }
}

/** What is switched on and off beside the usual: the names of all would be too many to read. */
function wordLayers(text: string, { texts, language, layers }: TextLanguage): string {
  const on = new Set(text.split(','));
  const names = (wanted: (layer: TextLanguage['layers'][number]) => boolean): readonly string[] =>
    layers.filter(wanted).map(({ label }) => label[language]);
  if (!layers.some(({ id }) => on.has(id))) return texts.noLayers;
  const added = names(({ id, byDefault }) => on.has(id) && !byDefault);
  const dropped = names(({ id, byDefault }) => !on.has(id) && byDefault);
  return texts.layers(added, dropped) || texts.usual.layers;
}

function wordPeers(text: string, inPoints: boolean, { texts, language, regions }: TextLanguage): string {
  const growths = [...readPeerGrowths({ kind: 'text', text })].map(([region, growth]) => {
    const name = regions.find(({ zh }) => zh === region)?.[language] ?? region;
    const shown = printPeerGrowth(growth);
    return texts.peer(name, inPoints ? texts.points(shown.replace('%', '')) : shown);
  });
  return texts.list(growths) || text;
}
