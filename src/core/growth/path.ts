/**
 * Growth paths by name. A row's path is an ordinary cell, `indicator@path`, that holds the text below;
 * so undo, storage, links and comparison treat it like any other.
 */
import { parseYear, type Column, type Year } from '../model/cell.ts';
import type { Indicator, Unit } from '../model/dataset.ts';
import { rateFormat, valueFormat } from '../model/format.ts';
import type { CellInput } from '../model/input.ts';
import type { NumberFormat } from '../model/view.ts';

export type GrowthPath =
  /** 年均增速: by a rate on the year before. */
  | { readonly kind: 'compound' }
  /** 年均增量: by an amount in the row's unit. */
  | { readonly kind: 'step' }
  /** 百分点: by percentage points, for ratios. */
  | { readonly kind: 'points' }
  /** 持平. */
  | { readonly kind: 'hold' }
  /** 按目标倒推, to the target of `year`, or without one to the row's last. */
  | { readonly kind: 'target'; readonly shape: 'geometric' | 'linear'; readonly year?: Year }
  /** Through every target year in turn, each stretch at a constant rate. */
  | { readonly kind: 'checkpoints' }
  /** S 曲线 toward `ceiling`, in the row's stored unit. */
  | { readonly kind: 'scurve'; readonly ceiling: number }
  /** 自定义: the row's years hold formulas of their own. */
  | { readonly kind: 'formula' };

/** In what a row's growth is shown and typed. `none`: the path reads no growth. */
export type GrowthUnit = 'percentPerYear' | 'rowUnit' | 'points' | 'none';

const plainNumber = /^\d+(\.\d+)?(e[+-]?\d+)?$/;

/** Reads what {@link printPath} writes; `undefined` for anything else. A ceiling is positive. */
export function parsePath(text: string): GrowthPath | undefined {
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const argument = colon < 0 ? undefined : text.slice(colon + 1);
  switch (name) {
    case 'compound':
    case 'step':
    case 'points':
    case 'hold':
    case 'checkpoints':
    case 'formula':
      return argument === undefined ? { kind: name } : undefined;
    case 'target-geometric':
    case 'target-linear': {
      const shape = name === 'target-linear' ? 'linear' : 'geometric';
      if (argument === undefined) return { kind: 'target', shape };
      const year = /^\d{4}$/.test(argument) ? parseYear(Number(argument)) : undefined;
      return year && { kind: 'target', shape, year };
    }
    case 'scurve': {
      if (argument === undefined || !plainNumber.test(argument)) return undefined;
      const ceiling = Number(argument);
      return ceiling > 0 && Number.isFinite(ceiling) ? { kind: 'scurve', ceiling } : undefined;
    }
    default:
      return undefined;
  }
}

/** The text that the row's path cell holds: `compound`, `target-linear`, `target-geometric:2021`, `scurve:120000`. */
export function printPath(path: GrowthPath): string {
  switch (path.kind) {
    case 'target':
      return `target-${path.shape}${path.year === undefined ? '' : `:${path.year}`}`;
    case 'scurve':
      return `scurve:${path.ceiling}`;
    default:
      return path.kind;
  }
}

/** The path in a row's path cell. A blank or unreadable cell counts as `formula`: the years speak for themselves. */
export function readPath(input: CellInput | null): GrowthPath {
  return (input?.kind === 'text' ? parsePath(input.text) : undefined) ?? { kind: 'formula' };
}

/**
 * `percentPerYear`: a fraction, shown times 100. `points`: the same, in percentage points.
 * A per cent row moved by an amount moves by points, whichever of the two names its path has.
 */
export function growthUnit(path: GrowthPath, percentRow: boolean): GrowthUnit {
  switch (path.kind) {
    case 'compound':
    case 'scurve':
      return 'percentPerYear';
    case 'step':
    case 'points':
      return percentRow ? 'points' : 'rowUnit';
    case 'hold':
    case 'target':
    case 'checkpoints':
    case 'formula':
      return 'none';
  }
}

/** How a row's growth is shown and typed; `undefined` where its path reads none. */
export function growthFormat(path: GrowthPath, unit: Unit): NumberFormat | undefined {
  switch (growthUnit(path, unit.percent)) {
    case 'percentPerYear':
      return rateFormat;
    case 'points':
      return { ...valueFormat(unit), mark: 'points' };
    case 'rowUnit':
      return valueFormat(unit);
    case 'none':
      return undefined;
  }
}

/** The format of any cell that takes input; `undefined` where it takes no number. */
export function inputFormat(column: Column, path: GrowthPath, unit: Unit): NumberFormat | undefined {
  switch (column.kind) {
    case 'value':
    case 'valueRange':
    case 'target':
      return valueFormat(unit);
    case 'growth':
    case 'yearGrowth':
    case 'range':
    case 'yearRange':
      return growthFormat(path, unit);
    case 'path':
    case 'held':
    case 'peers':
    case 'setting':
      return undefined;
  }
}

/**
 * The path a row takes when a growth is typed into it: its own where that reads a growth, else the natural one of its
 * kind, for a growth that changes nothing would be a trap.
 */
export function pathReadingGrowth(path: GrowthPath, indicator: Indicator): GrowthPath {
  if (growthUnit(path, indicator.unit.percent) !== 'none') return path;
  if (indicator.kind === 'rank') return { kind: 'step' };
  return { kind: indicator.unit.percent ? 'points' : 'compound' };
}
