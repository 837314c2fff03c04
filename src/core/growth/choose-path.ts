/** Choosing a path for a row: one action that writes its name, its growth and its formulas. */
import { cellKey, valueKey, type CellKey, type Year } from '../model/cell.ts';
import type { DefaultPath } from '../model/dataset.ts';
import type { CellInput, CellInputs } from '../model/input.ts';
import { ok, type Result } from '../model/result.ts';
import { cagr } from './cagr.ts';
import { growthUnit, parsePath, printPath, type GrowthPath } from './path.ts';
import { pathFormulas, type PathContext, type PathProblem } from './write-path.ts';

/** A row as it stands in the scenario. */
export interface PathRow extends PathContext {
  readonly path: GrowthPath;
  /** The row's growth cell, `null` for blank. */
  readonly growth: CellInput | null;
  /** What the last projected year computes to; absent where it is blank or an error. */
  readonly last?: number | undefined;
  readonly held: ReadonlySet<Year>;
  readonly defaultPath: DefaultPath;
}

/**
 * What the row's cells are to hold under the path. Held years keep what they have. Growths of single years are blanked
 * where the new path measures growth otherwise: 10 % a year must not become 0.1 firms a year.
 */
export function choosePath(path: GrowthPath, row: PathRow): Result<CellInputs, PathProblem> {
  const formulas = pathFormulas(path, row);
  if (!formulas.ok) return formulas;
  const { id } = row.indicator;
  const inputs = new Map<CellKey, CellInput | null>();
  inputs.set(cellKey(id, { kind: 'path' }), { kind: 'text', text: printPath(path) });
  const growth = growthUnder(path, row);
  if (growth !== 'kept') inputs.set(cellKey(id, { kind: 'growth' }), growth);
  if (unitOf(path, row) !== unitOf(row.path, row)) {
    for (const year of row.years.slice(1)) inputs.set(cellKey(id, { kind: 'yearGrowth', year }), null);
  }
  for (const [year, source] of formulas.value) {
    if (!row.held.has(year)) inputs.set(valueKey(id, year), { kind: 'formula', source });
  }
  return ok(inputs);
}

/**
 * The growth that goes with the path. In the same unit, the row keeps its growth. Otherwise the new growth is the one
 * that ends the row where it ends now; for a row that was held level, or where none does, the default; else zero.
 */
function growthUnder(path: GrowthPath, row: PathRow): CellInput | null | 'kept' {
  const unit = unitOf(path, row);
  if (unit === 'none') return null;
  if (unit === unitOf(row.path, row) && row.growth !== null) return 'kept';
  const byDefault = parsePath(row.defaultPath.path);
  const defaultGrowth = byDefault && unitOf(byDefault, row) === unit ? row.defaultPath.growth : undefined;
  const sameEnd = row.path.kind === 'hold' ? undefined : growthToSameEnd(unit, row);
  return { kind: 'number', value: sameEnd ?? defaultGrowth ?? 0 };
}

function growthToSameEnd(unit: 'percentPerYear' | 'rowUnit' | 'points', { base, last, years }: PathRow) {
  const count = years.length - 1;
  if (base === undefined || last === undefined || count < 1) return undefined;
  return unit === 'percentPerYear' ? cagr(base, last, count) : (last - base) / count;
}

function unitOf(path: GrowthPath, { indicator }: PathRow) {
  return growthUnit(path, indicator.unit.percent);
}
