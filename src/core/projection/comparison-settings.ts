/** The choices of scenarios as a whole, side by side: they explain what is counted as a target and how it fares. */
import { settingNames } from '../model/cell.ts';
import type { SettingRow } from '../model/comparison.ts';
import { sameInput } from '../model/input.ts';
import { settingMeant } from '../scenario/setting-inputs.ts';
import type { Projection } from './projection.ts';

/** All settings, or those in which a scenario means another thing than the first, the reference. */
export function settingRows(scenarios: readonly Projection[], changedOnly: boolean): readonly SettingRow[] {
  const rows = settingNames.map((name): SettingRow => {
    const [reference, ...others] = scenarios.map(
      ({ patch, workbook }) => settingMeant(workbook.dataset, patch, name) ?? undefined,
    );
    return {
      name,
      cells: [reference, ...others].map((input) => ({
        ...(input?.kind === 'text' && { text: input.text }),
        differs: !sameInput(reference, input),
      })),
    };
  });
  return changedOnly ? rows.filter(({ cells }) => cells.some(({ differs }) => differs)) : rows;
}
