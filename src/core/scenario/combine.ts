/**
 * A scenario put together from parts of several. A part is what a person would take over as one thing: one changed cell, or a growth
 * path with its growth and the formulas that it wrote. Parts of different scenarios that cannot both hold clash, and a person is
 * asked for each bundle of them whose parts to take.
 */
import type { Brand } from '../model/brand.ts';
import { parseCellKey, type CellKey } from '../model/cell.ts';
import { sameEntry } from './changes.ts';
import type { PatchEntry } from './edit.ts';
import type { Patch } from './scenario.ts';

export interface Part {
  /** Index of the scenario that it is taken from. */
  readonly source: number;
  /** Taken together; at least one, all of one row. */
  readonly cells: readonly CellKey[];
}

/**
 * The bundle's first cell in the order of keys, and the first source that has it there: the same for the same parts, and no other
 * bundle's. The cell alone would not do, as equal entries of one cell may stand in two bundles.
 */
export type ClashKey = Brand<string, 'ClashKey'>;

/** Parts that hang together by clashes: one answer decides about all of them. */
export interface Clash {
  readonly key: ClashKey;
  /** Indices of the scenarios to choose from, in order. */
  readonly sources: readonly number[];
  readonly parts: readonly Part[];
}

/** By clash: the source whose parts are taken. */
export type Decisions = ReadonlyMap<ClashKey, number>;

export interface Combination {
  readonly patch: Patch;
  /** Without an answer yet; the patch has nothing of their parts. */
  readonly open: readonly Clash[];
}

/** The bundles of clashing parts, by row in the order of the parts. */
export function findClashes(sources: readonly Patch[], parts: readonly Part[]): readonly Clash[] {
  const rows = new Map<string | undefined, Part[]>();
  for (const part of parts) {
    const row = part.cells[0] && parseCellKey(part.cells[0])?.indicator;
    const ofRow = rows.get(row);
    if (ofRow) ofRow.push(part);
    else rows.set(row, [part]);
  }
  return [...rows.values()]
    .flatMap((ofRow) => bundle(sources, ofRow))
    .filter(({ length }) => length > 1)
    .map(clashOf);
}

/** Parts of one row, those that hang together in one list. */
function bundle(sources: readonly Patch[], parts: readonly Part[]): readonly (readonly Part[])[] {
  const bundles: Part[][] = [];
  for (const part of parts) {
    const hit = bundles.filter((members) => members.some((other) => doClash(sources, part, other)));
    const joined = [...hit.flat(), part];
    const [first] = hit;
    if (first) bundles.splice(bundles.indexOf(first), 1, joined);
    else bundles.push(joined);
    for (const members of hit.slice(1)) bundles.splice(bundles.indexOf(members), 1);
  }
  return bundles;
}

/** All chosen parts in one patch; of clashing ones those of the source that was decided for. Equal entries count once. */
export function combine(sources: readonly Patch[], parts: readonly Part[], decisions: Decisions): Combination {
  const clashes = findClashes(sources, parts);
  const open = clashes.filter(({ key, sources: choice }) => !choice.includes(decisions.get(key) ?? -1));
  const left = new Set(
    clashes.flatMap((clash) => clash.parts.filter(({ source }) => source !== decisions.get(clash.key))),
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
  const sources = [...new Set(parts.map(({ source }) => source))].sort((a, b) => a - b);
  return { key: clashKey(parts), sources, parts };
}

function clashKey(parts: readonly Part[]): ClashKey {
  const [first] = parts.flatMap(({ cells }) => cells).sort();
  if (first === undefined) throw new Error('A part has at least one cell');
  const owners = parts.filter(({ cells }) => cells.includes(first)).map(({ source }) => source);
  return `${first} ${Math.min(...owners)}` as ClashKey;
}

function doClash(sources: readonly Patch[], a: Part, b: Part): boolean {
  if (a.source === b.source) return false;
  const [mine, theirs] = [sources[a.source], sources[b.source]];
  return a.cells.some((cell) =>
    b.cells.some((other) => {
      const deciding = decidingCell(cell, other);
      return deciding !== undefined && !sameEntry(mine?.get(deciding), theirs?.get(deciding));
    }),
  );
}

/** The cell that must hold the same in two scenarios for these to be taken from one each: a common one, or that on which the other leans. */
function decidingCell(a: CellKey, b: CellKey): CellKey | undefined {
  if (a === b || leansOn(b, a)) return a;
  return leansOn(a, b) ? b : undefined;
}

/** Whether what a cell holds means another thing where the other one, of the same row, holds something else. */
function leansOn(cell: CellKey, other: CellKey): boolean {
  const [leaning, support] = [parseCellKey(cell), parseCellKey(other)];
  if (!leaning || leaning.indicator !== support?.indicator) return false;
  const [column, on] = [leaning.column, support.column];
  switch (column.kind) {
    case 'growth':
    case 'yearGrowth':
      return on.kind === 'path';
    case 'range':
      return on.kind === 'path' || on.kind === 'growth';
    case 'yearRange':
      return on.kind === 'path' || (on.kind === 'yearGrowth' && on.year === column.year);
    case 'valueRange':
      return on.kind === 'value' && on.year === column.year;
    default:
      return false;
  }
}
