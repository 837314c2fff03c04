/** A growth path is a recipe: it writes plain formulas into a row's years, so every step can be read and overtyped. */
import type { Year } from '../model/cell.ts';
import type { Comparison, Indicator } from '../model/dataset.ts';
import { err, ok, type Result } from '../model/result.ts';
import { aimOf } from './aim.ts';
import { literal } from './literal.ts';
import type { GrowthPath } from './path.ts';

/** What a path needs to know of its row. */
export interface PathContext {
  readonly indicator: Indicator;
  /** Base year first, then the projected years in order. */
  readonly years: readonly Year[];
  /** What the base-year cell computes to, in the stored unit; absent where it is blank or an error. */
  readonly base?: number | undefined;
  /** What the row's targets in force ask of its value, by year. */
  readonly targets: ReadonlyMap<Year, { readonly comparison: Comparison }>;
  /** The row's own formula, canonical, where the dataset gives it one. */
  readonly ownFormula?: string | undefined;
}

/** Why a path cannot be written into a row. */
export type PathProblem =
  | { readonly code: 'fewTargets'; readonly found: number; readonly needed: number }
  | { readonly code: 'noTarget'; readonly year: Year }
  /** A constant rate has no meaning from or to a number that is not positive. */
  | { readonly code: 'notPositive'; readonly value: number }
  | { readonly code: 'noBase' };

/**
 * Canonical formulas by projected year. Shares are kept within 0–100 % and ranks at 1 or more wherever the formula could
 * leave those bounds. `formula` writes the row's own formula, or nothing where it has none.
 */
export function pathFormulas(path: GrowthPath, context: PathContext): Result<ReadonlyMap<Year, string>, PathProblem> {
  switch (path.kind) {
    case 'compound':
      return ok(everyYear(context, bounded('prev*(1+growth)', context.indicator)));
    case 'step':
    case 'points':
      return ok(everyYear(context, bounded('prev+growth', context.indicator)));
    case 'hold':
      return ok(everyYear(context, 'prev'));
    case 'scurve':
      return ok(everyYear(context, bounded(`prev*(1+growth*(1-prev/${literal(path.ceiling)}))`, context.indicator)));
    case 'formula':
      return ok(context.ownFormula === undefined ? new Map() : everyYear(context, context.ownFormula));
    case 'target': {
      const aims = aimsOf(context);
      const aim = path.year === undefined ? aims.at(-1) : aims.find(({ year }) => year === path.year);
      if (aim) return throughAims([aim], path.shape, context);
      return err(
        path.year === undefined ? { code: 'fewTargets', found: 0, needed: 1 } : { code: 'noTarget', year: path.year },
      );
    }
    case 'checkpoints': {
      const aims = aimsOf(context);
      if (aims.length < 2) return err({ code: 'fewTargets', found: aims.length, needed: 2 });
      return throughAims(aims, 'geometric', context);
    }
  }
}

/** Keeps a formula within what its row can be: a share within 0–100 %, a rank at 1 or more. */
export function bounded(formula: string, indicator: Indicator): string {
  if (indicator.kind === 'rank') return `MAX(1,${formula})`;
  if (indicator.kind === 'ratio' && indicator.unit.percent) return `MIN(1,MAX(0,${formula}))`;
  return formula;
}

function everyYear({ years }: PathContext, formula: string): ReadonlyMap<Year, string> {
  return new Map(years.slice(1).map((year) => [year, formula]));
}

interface Aim {
  readonly year: Year;
  readonly value: number;
}

/** In order of years; only those of projected years. */
function aimsOf({ years, targets, indicator }: PathContext): readonly Aim[] {
  return years.slice(1).flatMap((year) => {
    const target = targets.get(year);
    return target ? [{ year, value: aimOf(target.comparison, indicator.unit) }] : [];
  });
}

/**
 * From the base year to the first aim, from there to the next, and after the last on at the same rate or step.
 * The first stretch starts from the base-year cell, later ones from the aim before, as literal numbers.
 */
function throughAims(
  aims: readonly Aim[],
  shape: 'geometric' | 'linear',
  context: PathContext,
): Result<ReadonlyMap<Year, string>, PathProblem> {
  const [baseYear, ...projected] = context.years;
  const last = aims.at(-1);
  if (baseYear === undefined || last === undefined) return ok(new Map());
  if (context.base === undefined) return err({ code: 'noBase' });
  if (shape === 'geometric') {
    const value = [context.base, ...aims.map((aim) => aim.value)].find((number) => !(number > 0));
    if (value !== undefined) return err({ code: 'notPositive', value });
  }
  const formulas = new Map<Year, string>();
  for (const year of projected) {
    const next = aims.findIndex((aim) => year <= aim.year);
    const index = next < 0 ? aims.length - 1 : next;
    const to = aims[index] ?? last;
    const from = aims[index - 1];
    const formula = stretch(
      { text: from === undefined ? 'base' : literal(from.value), year: from?.year ?? baseYear },
      to,
      shape,
    );
    formulas.set(year, year > last.year ? bounded(formula, context.indicator) : formula);
  }
  return ok(formulas);
}

/** One formula for all years of a stretch: it takes the number at its start to the number at its end. */
export function stretch(
  from: { readonly text: string; readonly year: Year },
  to: { readonly value: number; readonly year: Year },
  shape: 'geometric' | 'linear',
): string {
  const years = to.year - from.year;
  const share = years === 1 ? `(year-${from.year})` : `((year-${from.year})/${years})`;
  const end = literal(to.value);
  return shape === 'geometric'
    ? `${from.text}*(${end}/${from.text})^${share}`
    : `${from.text}+(${end}-${from.text})*${share}`;
}
