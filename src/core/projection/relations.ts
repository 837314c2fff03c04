/** The identity guard: where a scenario breaks what is true by definition, and the edits that would mend it. */
import { brokenRelations, type BrokenRelation, type Restoration } from '../analysis/identity.ts';
import { valueKey } from '../model/cell.ts';
import type { CellInputs } from '../model/input.ts';
import type { Projection } from './projection.ts';

/** In all years of the sheet. */
export function brokenIn(projection: Projection): readonly BrokenRelation[] {
  return brokenRelations(projection.workbook.dataset.relations ?? [], projection.years, (indicator, year) => {
    const value = projection.value(valueKey(indicator, year));
    return value.kind === 'number' ? value.value : undefined;
  });
}

/**
 * What the cell is to hold: the row's own formula where the relation is what that formula says, so that it holds for good;
 * else the number that mends this year.
 */
export function restoring(
  projection: Projection,
  { relation }: Pick<BrokenRelation, 'relation'>,
  { indicator, year, value }: Restoration,
): CellInputs {
  const source = projection.workbook.rows.get(indicator)?.defaultPath.formula;
  const isFormula = relation.kind === 'quotient' && indicator === relation.left && year > projection.baseYear;
  const input =
    isFormula && source !== undefined ? ({ kind: 'formula', source } as const) : ({ kind: 'number', value } as const);
  return new Map([[valueKey(indicator, year), input]]);
}
