/**
 * A scenario put together from parts of several. A part is what a person would take over as one thing: one changed cell, or a growth
 * path with its growth and the formulas that it wrote. Parts of different scenarios that cannot both hold clash, and a person is
 * asked for each bundle of them whose parts to take.
 */
import { parseCellKey, type CellKey, type Column } from '../model/cell.ts';
import { sameEntry } from './changes.ts';
import type { PatchEntry } from './edit.ts';
import type { Patch } from './scenario.ts';

export interface Part {
  /** Index of the scenario that it is taken from. */
  readonly source: number;
  /** Taken together; at least one. */
  readonly cells: readonly CellKey[];
}

/** Parts that hang together by clashes: one answer decides about all of them. */
export interface Clash {
  /** The first cell of the bundle in the order of keys: the same for the same parts. */
  readonly cell: CellKey;
  /** Indices of the scenarios to choose from, in order. */
  readonly sources: readonly number[];
  readonly parts: readonly Part[];
}

/** By the cell of a clash: the source whose parts are taken. */
export type Decisions = ReadonlyMap<CellKey, number>;

export interface Combination {
  readonly patch: Patch;
  /** Without an answer yet; the patch has nothing of their parts. */
  readonly open: readonly Clash[];
}

/** The bundles of clashing parts, in the order of their first parts. */
export function findClashes(sources: readonly Patch[], parts: readonly Part[]): readonly Clash[] {
  const bundles: Part[][] = [];
  for (const part of parts) {
    const hit = bundles.filter((bundle) => bundle.some((other) => doClash(sources, part, other)));
    const joined = [...hit.flat(), part];
    const [first] = hit;
    if (first) bundles.splice(bundles.indexOf(first), 1, joined);
    else bundles.push(joined);
    for (const bundle of hit.slice(1)) bundles.splice(bundles.indexOf(bundle), 1);
  }
  return bundles.filter((bundle) => bundle.length > 1).map(clashOf);
}

/** All chosen parts in one patch; of clashing ones those of the source that was decided for. Equal entries count once. */
export function combine(sources: readonly Patch[], parts: readonly Part[], decisions: Decisions): Combination {
  const clashes = findClashes(sources, parts);
  const open = clashes.filter(({ cell, sources: choice }) => !choice.includes(decisions.get(cell) ?? -1));
  const left = new Set(
    clashes.flatMap((clash) => clash.parts.filter(({ source }) => source !== decisions.get(clash.cell))),
  );
  const patch = new Map<CellKey, Exclude<PatchEntry, undefined>>();
  for (const part of parts) {
    if (left.has(part)) continue;
    for (const cell of part.cells) {
      const entry = sources[part.source]?.get(cell);
      if (entry !== undefined) patch.set(cell, entry);
    }
  }
  return { patch, open };
}

function clashOf(parts: readonly Part[]): Clash {
  const [first] = parts.flatMap(({ cells }) => cells).sort();
  if (first === undefined) throw new Error('A part has at least one cell');
  return { cell: first, sources: [...new Set(parts.map(({ source }) => source))].sort((a, b) => a - b), parts };
}

function doClash(sources: readonly Patch[], a: Part, b: Part): boolean {
  if (a.source === b.source) return false;
  const [mine, theirs] = [sources[a.source], sources[b.source]];
  const differ = (cell: CellKey): boolean => !sameEntry(mine?.get(cell), theirs?.get(cell));
  const common = a.cells.filter((cell) => b.cells.includes(cell));
  if (common.some(differ)) return true;
  // A growth means another thing under another path, so the two are taken from one scenario.
  return common.length < Math.max(a.cells.length, b.cells.length) && (rules(a, b) || rules(b, a));
}

/** Whether a path of the one part gives a growth of the other its meaning. */
function rules(path: Part, growth: Part): boolean {
  return path.cells.some((cell) => {
    const chosen = parseCellKey(cell);
    return (
      chosen?.column.kind === 'path' &&
      growth.cells.some((other) => {
        const ref = parseCellKey(other);
        return ref?.indicator === chosen.indicator && isGrowth(ref.column);
      })
    );
  });
}

function isGrowth({ kind }: Column): boolean {
  return kind === 'path' || kind === 'growth' || kind === 'yearGrowth';
}
