/**
 * The full meaning of a formula, errors and all. Slower than a kernel, and asked only when a kernel found no plain number:
 * it gives the number after all (an IFERROR around a reference outside the sheet) or the error with its origin.
 */
import type { Expression, FunctionName } from '../formula/ast.ts';
import {
  compare,
  hasZeroDivisor,
  isArithmetic,
  omittedArgument,
  operate,
  scalarFunctions,
  type Arithmetic,
} from './arithmetic.ts';
import { medianOf } from './aggregate.ts';
import { areaOf, areaSlots, locate, slotAt, type Formula } from './formula.ts';
import type { CellPlace, Layout } from './layout.ts';
import { blankCode, codeOfError, numberCode, type Fault, type Memory } from './memory.ts';
import type { ErrorCode } from '../model/input.ts';

export class CarefulEvaluator {
  readonly #layout: Layout;
  readonly #memory: Memory;
  #formula: Formula | undefined;
  #place: CellPlace = { row: 0, year: 0, ownGrowth: false };
  #slot = 0;
  /** What went wrong last. Only read right after a NaN. */
  #fault: Fault | undefined;

  constructor(layout: Layout, memory: Memory) {
    this.#layout = layout;
    this.#memory = memory;
  }

  /** The value of the formula that stands in a slot: a finite number or an error. */
  evaluate(formula: Formula, slot: number): number | Fault {
    this.#formula = formula;
    this.#place = this.#layout.placeOf(slot);
    this.#slot = slot;
    this.#fault = undefined;
    const value = formula.parsed.ok ? this.#number(formula.parsed.value) : this.#fail(unparsedCode(formula));
    if (value === value) return value;
    if (!this.#fault) throw new Error(`No number and no error: ${formula.source}`);
    return this.#fault;
  }

  /** NaN, and the reason: this cell's own. */
  #fail(code: ErrorCode, detail = -1): number {
    this.#fault = { code: codeOfError(code), origin: this.#slot, detail };
    return NaN;
  }

  /** NaN, and the reason: that of the cell that was read. */
  #pass(fault: Fault): number {
    this.#fault = fault;
    return NaN;
  }

  #finite(value: number, name: FunctionName | Arithmetic, operands: readonly number[]): number {
    if (Number.isFinite(value)) return value;
    return this.#fail(hasZeroDivisor(name, operands) ? '#DIV/0!' : '#NUM!');
  }

  #number(node: Expression): number {
    switch (node.kind) {
      case 'number':
      case 'boolean':
        return Number(node.value);
      case 'year':
        return this.#layout.baseYear + this.#place.year;
      case 'reference': {
        const spot = locate(node, this.#layout);
        const slot = spot ? slotAt(spot, this.#place, this.#layout, this.#memory.filled) : -1;
        return slot < 0 ? this.#fail('#REF!') : this.#cell(slot);
      }
      case 'range':
        return this.#fail('#VALUE!');
      case 'unary': {
        const operand = this.#number(node.operand);
        if (node.operator === '+') return operand;
        return node.operator === '-' ? -operand : operand / 100;
      }
      case 'binary':
        return this.#binary(node);
      case 'call':
        return this.#call(node.name, node.arguments);
    }
  }

  #cell(slot: number): number {
    const { values, codes } = this.#memory;
    if (codes[slot] === numberCode) return values[slot] as number;
    const fault = this.#memory.fault(slot);
    return fault ? this.#pass(fault) : this.#fail('#N/A', slot);
  }

  #binary({ operator, left, right }: Expression & { kind: 'binary' }): number {
    const a = this.#number(left);
    if (a !== a) return NaN;
    const b = this.#number(right);
    if (b !== b) return NaN;
    if (isArithmetic(operator)) return this.#finite(operate(operator, a, b), operator, [a, b]);
    return compare(operator, a, b);
  }

  #call(name: FunctionName, parameters: readonly Expression[]): number {
    switch (name) {
      case 'IF': {
        const [test, then, otherwise] = parameters;
        const chosen = test ? this.#number(test) : NaN;
        if (chosen !== chosen) return NaN;
        const branch = chosen !== 0 ? then : otherwise;
        return branch ? this.#number(branch) : 0;
      }
      case 'IFERROR': {
        const [tried, fallback] = parameters;
        const value = tried ? this.#number(tried) : NaN;
        return value === value || !fallback ? value : this.#number(fallback);
      }
      case 'AND':
      case 'OR':
        return this.#junction(parameters, name === 'AND' ? 0 : 1);
      case 'SUM':
      case 'COUNT':
      case 'AVERAGE':
      case 'MIN':
      case 'MAX':
      case 'MEDIAN':
        return this.#aggregate(name, parameters);
      default: {
        const numbers: number[] = [];
        for (const parameter of parameters) {
          const value = this.#number(parameter);
          if (value !== value) return NaN;
          numbers.push(value);
        }
        const omitted = omittedArgument(name);
        const [a = omitted, b = omitted, c = omitted, d = omitted, e = omitted] = numbers;
        return this.#finite(scalarFunctions.get(name)?.(a, b, c, d, e) ?? NaN, name, [a, b, c]);
      }
    }
  }

  #junction(parameters: readonly Expression[], settling: 0 | 1): number {
    let tested = 0;
    for (const parameter of parameters) {
      const values = this.#numbers(parameter);
      if (!values) return NaN;
      if (values.some((value) => (value !== 0 ? 1 : 0) === settling)) return settling;
      tested += values.length;
    }
    return tested > 0 ? 1 - settling : this.#fail('#VALUE!');
  }

  #aggregate(name: FunctionName, parameters: readonly Expression[]): number {
    if (name === 'COUNT') return parameters.reduce((count, parameter) => count + this.#count(parameter), 0);
    const parts: number[][] = [];
    for (const parameter of parameters) {
      const values = this.#numbers(parameter);
      if (!values) return NaN;
      parts.push(values);
    }
    const all = parts.flat();
    switch (name) {
      case 'SUM':
        return this.#finite(sumOf(parts.map(sumOf)), name, []);
      case 'AVERAGE':
        return all.length === 0 ? this.#fail('#DIV/0!') : this.#finite(sumOf(parts.map(sumOf)) / all.length, name, []);
      case 'MIN':
        return all.length === 0 ? 0 : all.reduce((a, b) => Math.min(a, b));
      case 'MAX':
        return all.length === 0 ? 0 : all.reduce((a, b) => Math.max(a, b));
      default:
        return this.#finite(medianOf(all), name, []);
    }
  }

  #count(parameter: Expression): number {
    const slots = this.#slots(parameter);
    if (slots) return slots.reduce((count, slot) => count + (this.#memory.codes[slot] === numberCode ? 1 : 0), 0);
    const value = this.#number(parameter);
    return value === value ? 1 : 0;
  }

  /** The numbers of an argument, blanks in a range left out; `undefined` after an error. */
  #numbers(parameter: Expression): number[] | undefined {
    const slots = this.#slots(parameter);
    const numbers: number[] = [];
    for (const slot of slots ?? []) {
      if (this.#memory.codes[slot] === blankCode) continue;
      const value = this.#cell(slot);
      if (value !== value) return undefined;
      numbers.push(value);
    }
    if (slots) return numbers;
    const value = parameter.kind === 'range' ? this.#fail('#REF!') : this.#number(parameter);
    return value === value ? [value] : undefined;
  }

  /** The cells of a range that lies in the sheet; `undefined` for anything else. */
  #slots(parameter: Expression): number[] | undefined {
    const range = this.#formula?.ranges.get(parameter);
    const area = range && areaOf(range, this.#place, this.#layout);
    return area && areaSlots(area, range.from.growth, this.#layout, this.#memory.filled);
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

function unparsedCode({ parsed }: Formula): ErrorCode {
  const code = parsed.ok ? undefined : parsed.error.code;
  return code === 'unknownName' || code === 'unknownFunction' ? '#NAME?' : '#ERROR!';
}
