/** How far apart two values are, in the terms that a reader of the indicator would use. */
import type { Difference } from '../model/comparison.ts';
import type { Indicator } from '../model/dataset.ts';
import type { CellValue } from '../model/input.ts';
import { sameToRounding } from '../model/rounding.ts';

/** From the reference's value to another of the same indicator; `undefined` unless both are numbers. */
export function differenceOf(
  reference: CellValue,
  value: CellValue,
  { better, kind }: Pick<Indicator, 'better' | 'kind'>,
): Difference | undefined {
  const difference = numberDifference(reference, value, kind !== 'rank');
  if (!difference || difference.absolute === 0 || better === 'neither') return difference;
  return { ...difference, better: difference.absolute > 0 === (better === 'up') };
}

/** The same without a judgement. `relative`: whether a share of the reference says anything. */
export function numberDifference(reference: CellValue, value: CellValue, relative: boolean): Difference | undefined {
  if (reference.kind !== 'number' || value.kind !== 'number') return undefined;
  const absolute = sameToRounding(reference.value, value.value) ? 0 : value.value - reference.value;
  if (!relative || reference.value === 0) return { absolute };
  return { absolute, relative: absolute / Math.abs(reference.value) };
}

/** Whether a reader would see the same: numbers but for what calculating with doubles adds, errors by their code. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && sameToRounding(a.value, b.value);
    case 'text':
      return b.kind === 'text' && a.text === b.text;
    case 'error':
      return b.kind === 'error' && a.error.code === b.error.code;
    case 'blank':
      return b.kind === 'blank';
  }
}
