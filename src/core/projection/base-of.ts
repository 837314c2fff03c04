/** What a cell holds before any scenario: what a reset resets it to. */
import { inputFormat, readPath, type GrowthPath } from '../growth/path.ts';
import { cellKey, parseCellKey, type CellKey, type Column } from '../model/cell.ts';
import type { CellInput, CellValue } from '../model/input.ts';
import type { NumberFormat } from '../model/view.ts';
import type { Projection } from './projection.ts';

export interface BaseOf {
  readonly column: Column;
  /** `null` for blank. */
  readonly input: CellInput | null;
  readonly value: CellValue;
  /** How its number is shown; absent where it takes none. */
  readonly format?: NumberFormat;
  /** The row's path before any scenario, with its growth: what a whole row is reset to. */
  readonly path: GrowthPath;
}

/** `undefined` for a cell of a row that the workbook does not have. `base` shows an empty patch. */
export function baseOf(key: CellKey, base: Projection): BaseOf | undefined {
  const ref = parseCellKey(key);
  const row = ref && base.workbook.rows.get(ref.indicator);
  if (!ref || !row) return undefined;
  const path = readPath(base.input(cellKey(ref.indicator, { kind: 'path' })) ?? null);
  const format = inputFormat(ref.column, path, row.indicator.unit);
  return {
    column: ref.column,
    input: base.input(key) ?? null,
    value: base.value(key),
    path,
    ...(format && { format }),
  };
}
