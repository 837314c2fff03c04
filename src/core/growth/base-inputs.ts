/** The workbook before any scenario: every cell that holds something, from the dataset alone. */
import { cellKey, valueKey, type CellKey, type IndicatorId } from '../model/cell.ts';
import type { Dataset, WorkbookRow } from '../model/dataset.ts';
import type { CellInput } from '../model/input.ts';
import { defaultLayers, targetsInForce } from '../model/target-layers.ts';
import { growthUnit, parsePath, type GrowthPath } from './path.ts';
import { pathFormulas, type PathContext } from './write-path.ts';

/**
 * Base-year figure, path, growth and year formulas of every row. Default paths toward a target aim at the layers that are
 * on by default. Throws where the dataset gives a row a path that cannot be written: a decoded dataset never does.
 */
export function baseInputs(dataset: Dataset): ReadonlyMap<CellKey, CellInput> {
  const inputs = new Map<CellKey, CellInput>();
  const targets = targetsInForce(dataset, defaultLayers(dataset));
  for (const row of dataset.rows) {
    const { indicator, base, defaultPath } = row;
    const { id } = indicator;
    const path = defaultPathOf(row);
    inputs.set(valueKey(id, dataset.baseYear), { kind: 'number', value: base.value });
    inputs.set(cellKey(id, { kind: 'path' }), { kind: 'text', text: defaultPath.path });
    if (growthUnit(path, indicator.unit.percent) !== 'none') {
      const growth = defaultPath.growth ?? fail(id, 'no growth');
      inputs.set(cellKey(id, { kind: 'growth' }), { kind: 'number', value: growth });
    }
    const context: PathContext = {
      indicator,
      years: dataset.years,
      base: base.value,
      targets: targets.get(id) ?? new Map(),
      ...(defaultPath.formula !== undefined && { ownFormula: defaultPath.formula }),
    };
    const formulas = pathFormulas(path, context);
    if (!formulas.ok) fail(id, formulas.error.code);
    for (const [year, source] of formulas.value) inputs.set(valueKey(id, year), { kind: 'formula', source });
  }
  return inputs;
}

/** The path a row has before any scenario. Throws where the dataset names none. */
export function defaultPathOf({ indicator, defaultPath }: WorkbookRow): GrowthPath {
  return parsePath(defaultPath.path) ?? fail(indicator.id, `path ${defaultPath.path}`);
}

function fail(indicator: IndicatorId, what: string): never {
  throw new Error(`Default path of ${indicator}: ${what}`);
}
