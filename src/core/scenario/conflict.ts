/** What two sides changed differently, and how a person's choice between them is carried out. */
import type { CellKey } from '../model/cell.ts';
import { sameEntry } from './changes.ts';
import { applyChanges, type Edit, type PatchEntry } from './edit.ts';
import { freeName } from './scenario-edits.ts';
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

/**
 * The name that a scenario gets by taking the other side's: numbered where another scenario here has it, as no two may have one.
 */
export function nameTaken(scenarios: readonly Scenario[], { scenario, theirs }: HeadConflict): string {
  return freeName(
    scenarios.filter(({ id }) => id !== scenario),
    theirs,
  );
}

/** Gives the scenarios what the other side has, as one step of undo; of names see {@link nameTaken}. */
export function takeTheirsEdit(scenarios: readonly Scenario[], conflicts: readonly Conflict[]): Edit {
  const wanted = scenarios.map((scenario) => {
    const chosen = conflicts.filter((conflict) => conflict.scenario === scenario.id);
    return chosen.length === 0 ? scenario : withTheirs(scenario, chosen);
  });
  const after = conflicts.filter(isAboutName).reduce(nameFreely, wanted);
  return {
    kind: 'scenarios',
    what: 'merge',
    changes: scenarios.flatMap((scenario, position) => {
      const to = after[position];
      return to === undefined || to === scenario
        ? []
        : [{ id: scenario.id, from: { scenario, position }, to: { scenario: to, position } }];
    }),
  };
}

function isAboutName(conflict: Conflict): conflict is HeadConflict {
  return conflict.kind === 'head' && conflict.head === 'name';
}

function nameFreely(scenarios: readonly Scenario[], conflict: HeadConflict): readonly Scenario[] {
  return scenarios.map((one) =>
    one.id === conflict.scenario ? { ...one, name: nameTaken(scenarios, conflict) } : one,
  );
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
