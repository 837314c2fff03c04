/** Where the open scenario breaks what is true of its rows by definition. */
import { untrack } from 'svelte';
import type { BrokenRelation, Restoration } from '../core/analysis/identity.ts';
import type { IndicatorId, Year } from '../core/model/cell.ts';
import { brokenIn, restoring } from '../core/projection/relations.ts';
import type { Projection } from '../core/projection/projection.ts';
import type { Beside } from './beside.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { BrokenRelation, Restoration };

/** One object, so that who reads it is not told anew after each edit. */
const noYears: ReadonlyMap<IndicatorId, readonly Year[]> = new Map();

export class IdentityGuard {
  readonly #workspace: Workspace;
  readonly #projection: () => Projection;

  /** `projection`: the open scenario worked out; reading it subscribes to its changes. */
  constructor(workspace: Workspace, projection: () => Projection) {
    this.#workspace = workspace;
    this.#projection = projection;
  }

  /** By year, and within it in the order of the data; none where all relations hold. */
  readonly broken: readonly BrokenRelation[] = $derived.by(() => brokenIn(this.#projection()));

  /** The years in which a row stands on a side of a broken relation, in order; none for a row that is not among them. */
  readonly brokenYears: ReadonlyMap<IndicatorId, readonly Year[]> = $derived.by(() => {
    if (this.broken.length === 0) return noYears;
    const years = new Map<IndicatorId, readonly Year[]>();
    for (const { indicator, year } of this.broken.flatMap(({ restorations }) => restorations)) {
      const known = years.get(indicator) ?? [];
      if (!known.includes(year)) years.set(indicator, [...known, year]);
    }
    return years;
  });

  /** Solves the side that a person chose, as one step of undo. */
  mend(broken: BrokenRelation, side: Restoration): void {
    this.#workspace.write(restoring(this.#projection(), broken, side), 'mend');
  }
}

/** Looks at the open scenario, and not at a lens before it, once the sheet is painted: any row may break a relation, so all of them ask. */
export function guardBeside(workspace: Workspace, beside: Beside): IdentityGuard {
  return new IdentityGuard(workspace, () => {
    const { scenario } = beside;
    return untrack(() => workspace.projectionOf(scenario));
  });
}
