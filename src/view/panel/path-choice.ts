/** The growth paths as a person chooses them: one word each, where the stored path also holds a shape, a year or a ceiling. */
import type { Workspace } from '../../state/workspace.svelte.ts';

export type GrowthPath = ReturnType<Workspace['path']>;

export const pathChoices = [
  'compound',
  'step',
  'points',
  'hold',
  'target-geometric',
  'target-linear',
  'checkpoints',
  'scurve',
  'formula',
] as const;

export type PathChoice = (typeof pathChoices)[number];

export function choiceOf(path: GrowthPath): PathChoice {
  return path.kind === 'target' ? `target-${path.shape}` : path.kind;
}

/** The path that a choice means. `ceiling`, in the row's stored unit, is for the S-curve alone. */
export function pathOf(choice: PathChoice, ceiling: number): GrowthPath {
  switch (choice) {
    case 'target-geometric':
      return { kind: 'target', shape: 'geometric' };
    case 'target-linear':
      return { kind: 'target', shape: 'linear' };
    case 'scurve':
      return { kind: 'scurve', ceiling };
    default:
      return { kind: choice };
  }
}

/** The choices that suit a row: percentage points are the only increase that a per cent row knows. */
export function choicesFor(percentRow: boolean): readonly PathChoice[] {
  return pathChoices.filter((choice) => choice !== (percentRow ? 'step' : 'points'));
}

/** A ceiling to begin with: half as much again as the most the row is meant to reach; a share ends at the whole. */
export function startingCeiling(values: readonly (number | undefined)[], percentRow: boolean): number {
  const most = values.reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
  if (most <= 0) return 1;
  const ceiling = Number((most * 1.5).toPrecision(2));
  return percentRow ? Math.min(1, ceiling) : ceiling;
}
