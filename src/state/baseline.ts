/** The sheet before any scenario. Apart from the open sheet, whose load has no use for it. */
import { Projection } from '../core/projection/projection.ts';
import type { Workbook } from '../core/projection/workbook.ts';

const known = new WeakMap<Workbook, Projection>();

/** The workbook worked out without any scenario: once, when it is first asked for. To be read only. */
export function baselineOf(workbook: Workbook): Projection {
  const made = known.get(workbook) ?? new Projection(workbook, new Map());
  known.set(workbook, made);
  return made;
}
