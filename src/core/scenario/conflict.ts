/** What two sides changed differently, and how a person's choice between them is carried out. */
import type { CellKey } from '../model/cell.ts';
import { sameEntry } from './changes.ts';
import { applyChanges, type Edit, type PatchEntry } from './edit.ts';
import type { Scenario, ScenarioId } from './scenario.ts';

/** What a person says about a scenario, one text each. */
export const heads = ['name', 'note', 'author'] as const;
export type Head = (typeof heads)[number];

export interface CellConflict {
  readonly kind: 'cell';
  readonly scenario: ScenarioId;
  readonly cell: CellKey;
  /** What both began with; as if unchanged where that is not known. */
  readonly base: PatchEntry;
  readonly mine: PatchEntry;
  readonly theirs: PatchEntry;
}

export interface HeadConflict {
  readonly kind: 'head';
  readonly scenario: ScenarioId;
  readonly head: Head;
  /** What both began with; absent where that is not known. */
  readonly base?: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Until a person has chosen, what is here stays. */
export type Conflict = CellConflict | HeadConflict;

/** What the conflict is about, as text: the same for one that is met again. */
export function conflictPlace(conflict: Conflict): string {
  return `${conflict.scenario} ${conflict.kind === 'cell' ? conflict.cell : conflict.head}`;
}

/** Whether the scenario still holds what it held when both sides met: no person has decided otherwise since. */
export function isOpen(conflict: Conflict, scenarios: readonly Scenario[]): boolean {
  const scenario = scenarios.find(({ id }) => id === conflict.scenario);
  if (!scenario) return false;
  return conflict.kind === 'cell'
    ? sameEntry(scenario.patch.get(conflict.cell), conflict.mine)
    : scenario[conflict.head] === conflict.mine;
}

/** Gives the scenarios what the other side has, as one step of undo. */
export function takeTheirsEdit(scenarios: readonly Scenario[], conflicts: readonly Conflict[]): Edit {
  return {
    kind: 'scenarios',
    what: 'merge',
    changes: scenarios.flatMap((scenario, position) => {
      const chosen = conflicts.filter((conflict) => conflict.scenario === scenario.id);
      if (chosen.length === 0) return [];
      return [
        { id: scenario.id, from: { scenario, position }, to: { scenario: withTheirs(scenario, chosen), position } },
      ];
    }),
  };
}

function withTheirs(scenario: Scenario, conflicts: readonly Conflict[]): Scenario {
  const cells = conflicts.filter((conflict) => conflict.kind === 'cell');
  const texts = conflicts.filter((conflict) => conflict.kind === 'head');
  return {
    ...scenario,
    ...Object.fromEntries(texts.map(({ head, theirs }) => [head, theirs])),
    // The same patch where no cell is chosen: a step of undo then leaves cells alone.
    ...(cells.length > 0 && {
      patch: applyChanges(
        scenario.patch,
        cells.map(({ cell, mine, theirs }) => ({ cell, from: mine, to: theirs })),
      ),
    }),
  };
}
