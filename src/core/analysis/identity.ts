/** Whether values keep to what is true of their rows by definition, and what each side would have to be. */
import { addYears, type IndicatorId, type Year } from '../model/cell.ts';
import type { Relation } from '../model/dataset.ts';
import { sameToRounding } from '../model/rounding.ts';

/** A row's value in a year, in its stored unit; `undefined` where it is no number. */
export type ReadValue = (indicator: IndicatorId, year: Year) => number | undefined;

/** One value that would make the relation hold again, the others as they are. In the row's stored unit. */
export interface Restoration {
  readonly indicator: IndicatorId;
  readonly year: Year;
  readonly value: number;
}

export interface BrokenRelation {
  readonly relation: Relation;
  readonly year: Year;
  /** What the left side is, and what it has to be: exactly, or at most. In its stored unit, for an increase the increase. */
  readonly actual: number;
  readonly allowed: number;
  /** `actual` less `allowed`. */
  readonly excess: number;
  /** One for each side that can be solved, the left first. */
  readonly restorations: readonly Restoration[];
}

/** How a relation is broken in a year; `undefined` where it holds, or where one of its values is no number. */
export function checkRelation(relation: Relation, year: Year, read: ReadValue): BrokenRelation | undefined {
  const left = read(relation.left, year);
  const right = read(relation.right, year);
  if (left === undefined || right === undefined) return undefined;
  switch (relation.kind) {
    case 'quotient': {
      const divisor = read(relation.divisor, year);
      if (divisor === undefined || divisor === 0) return undefined;
      const allowed = right / divisor;
      if (Math.abs(left - allowed) <= relation.tolerance || sameToRounding(left, allowed)) return undefined;
      return broken(relation, year, left, allowed, [
        [relation.left, allowed],
        [relation.right, left * divisor],
        ...(left === 0 ? [] : [[relation.divisor, right / left] as const]),
      ]);
    }
    case 'within':
      if (!isMore(left, right)) return undefined;
      return broken(relation, year, left, right, [
        [relation.left, right],
        [relation.right, left],
      ]);
    case 'increase': {
      const before = read(relation.left, addYears(year, -1));
      if (before === undefined || !isMore(left, before + right)) return undefined;
      return broken(relation, year, left - before, right, [
        [relation.left, before + right],
        [relation.right, left - before],
      ]);
    }
  }
}

/** Every relation in every year, by year and then in the order given: those that are broken. */
export function brokenRelations(
  relations: readonly Relation[],
  years: readonly Year[],
  read: ReadValue,
): readonly BrokenRelation[] {
  return years.flatMap((year) => relations.flatMap((relation) => checkRelation(relation, year, read) ?? []));
}

/** By more than calculating with doubles adds. */
function isMore(a: number, b: number): boolean {
  return a > b && !sameToRounding(a, b);
}

function broken(
  relation: Relation,
  year: Year,
  actual: number,
  allowed: number,
  sides: readonly (readonly [IndicatorId, number])[],
): BrokenRelation {
  const restorations = sides.map(([indicator, value]) => ({ indicator, year, value }));
  return { relation, year, actual, allowed, excess: actual - allowed, restorations };
}
