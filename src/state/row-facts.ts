/** What searching and filtering read of the open scenario. */
import type { IndicatorId } from '../core/model/cell.ts';
import type { RowFacts } from './outline.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export function rowFacts(workspace: Workspace): RowFacts {
  const searchTexts = new Map<IndicatorId, string>();
  const { targetYears } = workspace.dataset;
  return {
    chapterOf: (indicator) => workspace.indicator(indicator).indicator.chapter,
    searchText(indicator) {
      const known = searchTexts.get(indicator);
      if (known !== undefined) return known;
      const { id, label, shortName, aliases, pinyin } = workspace.indicator(indicator).indicator;
      const text = [id, label.zh, label.en, shortName, pinyin, ...aliases].join('\n').toLowerCase();
      searchTexts.set(indicator, text);
      return text;
    },
    isChanged: (indicator) => workspace.changedRows.has(indicator),
    isBehind: (indicator) => targetYears.some((year) => workspace.assessment(indicator, year)?.status === 'missed'),
    hasTarget: (indicator) => targetYears.some((year) => workspace.target(indicator, year)),
  };
}
