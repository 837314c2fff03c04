/** The workbook before any scenario: every cell that holds something, from the dataset alone. */
import { cellKey, valueKey, type CellKey, type IndicatorId } from '../model/cell.ts';
import type { Dataset, WorkbookRow } from '../model/dataset.ts';
import type { CellInput } from '../model/input.ts';
import type { TargetsInForce } from '../model/target-layers.ts';
import { growthUnit, parsePath, type GrowthPath } from './path.ts';
import { pathFormulas, type PathContext } from './write-path.ts';

/** What every cell holds before any scenario; iterated row by row. */
export interface WorkbookInputs extends Iterable<readonly [CellKey, CellInput]> {
  readonly get: (key: CellKey) => CellInput | undefined;
}

/**
 * Base-year figure, path, growth and year formulas of every row. `targets`: those of the layers that are on by default, which
 * default paths aim at. `rowOf`: the dataset's rows by their ids. Both ways of reading throw where the dataset gives a row a path that
 * cannot be written: a decoded dataset never does.
 *
 * A row's inputs are written when they are asked for. Most are read once, to calculate, and a map of all cells was 50 of the
 * 136 MB of heap that the page held with 100,000 rows.
 */
export function workbookInputs(
  { rows, baseYear, years }: Dataset,
  targets: TargetsInForce,
  rowOf: Pick<ReadonlyMap<string, WorkbookRow>, 'get'>,
): WorkbookInputs {
  /** The row asked for last: its cells are asked for one after the other. */
  let last: WorkbookRow | undefined;
  let inputsOfLast: ReadonlyMap<CellKey, CellInput> = new Map();
  /** By path: what says so, the same in every row. */
  const paths = new Map<string, CellInput>();

  function inputsOf(row: WorkbookRow): ReadonlyMap<CellKey, CellInput> {
    const { indicator, base, defaultPath } = row;
    const { id } = indicator;
    const says = paths.get(defaultPath.path) ?? { kind: 'text', text: defaultPath.path };
    paths.set(defaultPath.path, says);
    const path = defaultPathOf(row);
    const inputs = new Map<CellKey, CellInput>([
      [valueKey(id, baseYear), { kind: 'number', value: base.value }],
      [cellKey(id, { kind: 'path' }), says],
    ]);
    if (growthUnit(path, indicator.unit.percent) !== 'none') {
      const growth = defaultPath.growth ?? fail(id, 'no growth');
      inputs.set(cellKey(id, { kind: 'growth' }), { kind: 'number', value: growth });
    }
    const context: PathContext = {
      indicator,
      years,
      base: base.value,
      targets: targets.get(id) ?? new Map(),
      ownFormula: defaultPath.formula,
    };
    const formulas = pathFormulas(path, context);
    if (!formulas.ok) fail(id, formulas.error.code);
    for (const [year, source] of formulas.value) inputs.set(valueKey(id, year), { kind: 'formula', source });
    return inputs;
  }

  return {
    get(key) {
      const row = rowOf.get(key.slice(0, key.indexOf('@')));
      if (!row) return undefined;
      if (row !== last) inputsOfLast = inputsOf((last = row));
      return inputsOfLast.get(key);
    },
    *[Symbol.iterator]() {
      for (const row of rows) yield* inputsOf(row);
    },
  };
}

/** The path a row has before any scenario. Throws where the dataset names none. */
export function defaultPathOf({ indicator, defaultPath }: WorkbookRow): GrowthPath {
  return parsePath(defaultPath.path) ?? fail(indicator.id, `path ${defaultPath.path}`);
}

function fail(indicator: IndicatorId, what: string): never {
  throw new Error(`Default path of ${indicator}: ${what}`);
}
