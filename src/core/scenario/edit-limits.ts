/**
 * What a scenario may hold, asked before an edit is made: what is stored is read again under the same limits, so an edit beyond them
 * would be put aside as unreadable at the next visit.
 */
import type { CellKey } from '../model/cell.ts';
import type { CellInput } from '../model/input.ts';
import { limits } from '../model/limits.ts';
import { applyEdit } from './apply-edit.ts';
import type { Edit } from './edit.ts';
import type { Scenario } from './scenario.ts';

/** `given`: characters, cells or scenarios that there would be. */
export type EditExcess =
  | {
      readonly code: 'name' | 'note' | 'author' | 'changedCells' | 'scenarios';
      readonly limit: number;
      readonly given: number;
    }
  | { readonly code: 'cellText'; readonly cell: CellKey; readonly limit: number; readonly given: number }
  /** No number at all: an infinite one, or none. */
  | { readonly code: 'notANumber'; readonly cell: CellKey };

/** The first limit that the edit would break; `undefined` where it can be kept. What was beyond a limit before may stay or shrink. */
export function findExcess(scenarios: readonly Scenario[], edit: Edit): EditExcess | undefined {
  return edit.kind === 'cells' ? findCellExcess(scenarios, edit) : findScenarioExcess(scenarios, edit);
}

function findCellExcess(
  scenarios: readonly Scenario[],
  { scenario, changes }: Extract<Edit, { readonly kind: 'cells' }>,
): EditExcess | undefined {
  // Counted, not tried: a big patch need not be copied to know its size.
  const before = scenarios.find(({ id }) => id === scenario)?.patch.size ?? 0;
  let given = before;
  for (const { cell, from, to } of changes) {
    const excess = to && findInputExcess(cell, to);
    if (excess) return excess;
    given += Number(to !== undefined) - Number(from !== undefined);
  }
  const limit = limits.changedCells;
  return given > limit && given > before ? { code: 'changedCells', limit, given } : undefined;
}

function findScenarioExcess(scenarios: readonly Scenario[], edit: Edit): EditExcess | undefined {
  const after = applyEdit(scenarios, edit);
  if (after.length > scenarios.length && after.length > limits.scenarios) {
    return { code: 'scenarios', limit: limits.scenarios, given: after.length };
  }
  const before = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  for (const scenario of after) {
    const excess = scenario === before.get(scenario.id) ? undefined : findGrowth(before.get(scenario.id), scenario);
    if (excess) return excess;
  }
  return undefined;
}

function findGrowth(before: Scenario | undefined, after: Scenario): EditExcess | undefined {
  const sizes = [
    ['name', before?.name.length, after.name.length, limits.nameCharacters],
    ['note', before?.note.length, after.note.length, limits.noteCharacters],
    ['author', before?.author.length, after.author.length, limits.nameCharacters],
    ['changedCells', before?.patch.size, after.patch.size, limits.changedCells],
  ] as const;
  const broken = sizes.find(([, size = 0, given, limit]) => given > limit && given > size);
  return broken && { code: broken[0], limit: broken[3], given: broken[2] };
}

function findInputExcess(cell: CellKey, input: CellInput): EditExcess | undefined {
  if (input.kind === 'number') return Number.isFinite(input.value) ? undefined : { code: 'notANumber', cell };
  // The stored form has one character before the text.
  const given = 1 + (input.kind === 'formula' ? input.source : input.text).length;
  return given > limits.cellCharacters ? { code: 'cellText', cell, limit: limits.cellCharacters, given } : undefined;
}
