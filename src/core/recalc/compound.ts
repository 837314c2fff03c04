/** The loops of the compound path: a cell times one plus its growth, `prev*(1+growth)`, and the like with one more summand. */
import { add } from './arithmetic.ts';
import type { Changes } from './changes.ts';
import { startOf, stepOf, zero, type Leaf } from './leaf.ts';
import { numberCode } from './memory.ts';
import type { Run, RunKernel } from './plan.ts';

/** Whether a leaf is for each cell of a run the cell before it: how a row grows year by year. */
export function isCellBefore(leaf: Leaf, run: Run, { values }: Changes): boolean {
  const step = run.rowStep + run.atStep;
  return stepOf(leaf, run) === step && startOf(leaf, run) + step === run.slot && leaf.array === values;
}

/**
 * Fills a run in which each cell is the one before it times the same. The product stays at hand: read back from memory it would
 * be waited for, twice as long as the multiplication itself.
 */
export function multiplyOn({ slot, rowStep, atStep, count }: Run, factor: number, changes: Changes): void {
  multiplyLine(slot, rowStep + atStep, count, factor, changes);
}

/** Fills `count` cells, `step` slots apart, each the one before it times `factor`. */
function multiplyLine(slot: number, step: number, count: number, factor: number, changes: Changes): void {
  const { values } = changes;
  const end = slot + count * step;
  if (staysPlain(values[slot - step] as number, factor, count)) {
    multiplyPlain(slot, step, end, factor, changes);
    return;
  }
  for (let at = slot; at < end; at += step) changes.store(at, (values[at - step] as number) * factor);
}

/** The same where each product is surely a finite number and not 0. */
function multiplyPlain(slot: number, step: number, end: number, factor: number, changes: Changes): void {
  const { values, codes, slots } = changes;
  let noted = changes.count;
  let value = values[slot - step] as number;
  /** NaN if any of the cells held no number: one test for all, as a test of each takes half as long again. */
  let sum = 0;
  for (let at = slot; at < end; at += step) {
    value *= factor;
    const old = values[at] as number;
    if (old === value) continue;
    sum += old;
    values[at] = value;
    slots[noted] = at;
    noted++;
  }
  changes.count = noted;
  if (sum !== sum) for (let at = slot; at < end; at += step) codes[at] = numberCode;
}

/**
 * Whether a number that is multiplied so many times by a factor surely stays a finite number and does not become 0. To know that
 * at the start of a line halves the time of the whole: no product has to be looked at.
 */
function staysPlain(start: number, factor: number, times: number): boolean {
  const size = Math.abs(start);
  const scale = Math.abs(factor);
  return times <= 256 && scale >= 0.5 && scale <= 2 && size > 1e-200 && size < 1e200;
}

/** `x` times the sum of two leaves or three. Along a row the sum is the same for every year; down a column it is not. */
export function compoundRun(x: Leaf, [a = zero, b = zero, c = zero]: readonly Leaf[], changes: Changes): RunKernel {
  const all = { ...a, rowMask: a.rowMask | b.rowMask | c.rowMask, yearMask: a.yearMask | b.yearMask | c.yearMask };
  return (run) => {
    if (stepOf(all, run) === 0 && isCellBefore(x, run, changes)) {
      const sum = add(a.array[startOf(a, run)] as number, b.array[startOf(b, run)] as number);
      multiplyOn(run, add(sum, c.array[startOf(c, run)] as number), changes);
    } else multiplyBySums(run, x, a, b, c, changes);
  };
}

/** The same for a field, row after row: all years of a row grow by one sum, the first of them from the year before. */
export function compoundField([a = zero, b = zero, c = zero]: readonly Leaf[], changes: Changes): RunKernel {
  return (run) => {
    growBySums(run, a, b, c, changes);
  };
}

// Functions of their own, and not loops in the kernels: V8 optimises each for what it sees, and the one must not spoil the other.

function multiplyBySums(run: Run, x: Leaf, a: Leaf, b: Leaf, c: Leaf, changes: Changes): void {
  const xs = x.array;
  const as = a.array;
  const bs = b.array;
  const cs = c.array;
  const { count } = run;
  const step = run.rowStep + run.atStep;
  const xStep = stepOf(x, run);
  const aStep = stepOf(a, run);
  const bStep = stepOf(b, run);
  const cStep = stepOf(c, run);
  let g = startOf(x, run);
  let h = startOf(a, run);
  let i = startOf(b, run);
  let j = startOf(c, run);
  for (let k = 0, slot = run.slot; k < count; k++, slot += step) {
    changes.store(slot, (xs[g] as number) * add(add(as[h] as number, bs[i] as number), cs[j] as number));
    g += xStep;
    h += aStep;
    i += bStep;
    j += cStep;
  }
}

function growBySums(run: Run, a: Leaf, b: Leaf, c: Leaf, changes: Changes): void {
  const as = a.array;
  const bs = b.array;
  const cs = c.array;
  const { count, rowStep, years, yearStep } = run;
  const aStep = stepOf(a, run);
  const bStep = stepOf(b, run);
  const cStep = stepOf(c, run);
  let h = startOf(a, run);
  let i = startOf(b, run);
  let j = startOf(c, run);
  for (let k = 0, slot = run.slot; k < count; k++, slot += rowStep) {
    const sum = add(add(as[h] as number, bs[i] as number), cs[j] as number);
    multiplyLine(slot, yearStep, years, sum, changes);
    h += aStep;
    i += bStep;
    j += cStep;
  }
}
