/**
 * Excel's arithmetic on finite numbers. A result that is no number (overflow, division by zero, root of a negative) comes
 * back as NaN or an infinity; {@link hasZeroDivisor} tells afterwards which error that is. Nothing here knows of cells.
 */
import type { BinaryOperator, FunctionName } from '../formula/ast.ts';

/**
 * A difference smaller than this part of what it was taken from is rounding noise, and zero, as in Excel:
 * `0.1+0.2-0.3` is 0 and `0.1+0.2=0.3` is true. About four units in the last place.
 */
const noise = 2 ** -50;

export function add(a: number, b: number): number {
  const sum = a + b;
  return Math.abs(sum) < Math.abs(a) * noise ? 0 : sum;
}

export function subtract(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) < Math.abs(a) * noise ? 0 : difference;
}

/** NaN for a zero divisor, and for an infinite one: a quotient must not turn an overflow into a zero. */
export function divide(a: number, b: number): number {
  const zero = b - b;
  // NaN by name is a variable to V8, which might hold anything: it would put every quotient on the heap.
  return b !== 0 && zero === 0 ? a / b : zero / 0;
}

export type Arithmetic = '+' | '-' | '*' | '/' | '^';

export function isArithmetic(operator: BinaryOperator): operator is Arithmetic {
  return '+-*/^'.includes(operator);
}

export function operate(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return a * b;
    case '/':
      return divide(a, b);
    case '^':
      return power(a, b);
  }
}

/** Whether it is a finite number: only an infinity and NaN less themselves are not 0. */
export function isPlain(x: number): boolean {
  return x - x === 0;
}

/** `0^0` has no value in Excel, though it is 1 in JavaScript; nor has a power of what is not finite, as `∞^0`. */
export function power(base: number, exponent: number): number {
  const zero = base - base + (exponent - exponent);
  return zero === 0 && (base !== 0 || exponent > 0) ? base ** exponent : zero / 0;
}

/** 1 or 0. Two numbers are equal when their difference is zero, so comparing and subtracting never disagree. */
export function compare(operator: Comparison, a: number, b: number): number {
  const difference = subtract(a, b);
  switch (operator) {
    case '=':
      return difference === 0 ? 1 : 0;
    case '<>':
      return difference !== 0 ? 1 : 0;
    case '<':
      return difference < 0 ? 1 : 0;
    case '<=':
      return difference <= 0 ? 1 : 0;
    case '>':
      return difference > 0 ? 1 : 0;
    case '>=':
      return difference >= 0 ? 1 : 0;
  }
}

export type Comparison = Exclude<BinaryOperator, Arithmetic>;

/** Beyond this a double has no digits left to round. */
const wholeFrom = 2 ** 50;

/**
 * Rounds the size of a number at so many decimal places, keeping its sign. `nudge` is what the scaled size is multiplied by
 * first, so that 1.005, a hair below itself in binary, rounds as the decimal that was typed.
 */
function roundAt(x: number, digits: number, nudge: number, whole: (scaled: number) => number): number {
  const places = Math.trunc(digits);
  const size = Math.abs(x);
  const unit = 10 ** Math.abs(places);
  const scaled = places < 0 ? size / unit : size * unit;
  if (scaled >= wholeFrom) return x;
  const rounded = whole(scaled * nudge);
  return Math.sign(x) * (places < 0 ? rounded * unit : rounded / unit);
}

function floored(x: number, divisor: number): number {
  const remainder = x % divisor;
  return remainder !== 0 && remainder < 0 !== divisor < 0 ? remainder + divisor : remainder;
}

function logarithm(x: number, base: number): number {
  if (x <= 0 || base <= 0 || base === 1) return NaN;
  if (base === 10) return Math.log10(x);
  return base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base);
}

function growthRate(first: number, last: number, years: number): number {
  return first <= 0 || last <= 0 || years <= 0 ? NaN : (last / first) ** (1 / years) - 1;
}

/** Excel's RRI also takes two negative amounts, and a fall to nothing. */
function equivalentRate(periods: number, present: number, future: number): number {
  return periods <= 0 || present === 0 || future / present < 0 ? NaN : (future / present) ** (1 / periods) - 1;
}

/** What the payments of an annuity grow to per unit of payment. */
function annuity(rate: number, periods: number, type: number): number {
  return ((1 + rate * (type === 0 ? 0 : 1)) * ((1 + rate) ** periods - 1)) / rate;
}

function futureValue(rate: number, periods: number, payment: number, present: number, type: number): number {
  if (rate === 0) return -present - payment * periods;
  return -present * (1 + rate) ** periods - payment * annuity(rate, periods, type);
}

function presentValue(rate: number, periods: number, payment: number, future: number, type: number): number {
  if (rate === 0) return -future - payment * periods;
  return divide(-future - payment * annuity(rate, periods, type), (1 + rate) ** periods);
}

function periodCount(rate: number, payment: number, present: number, future: number, type: number): number {
  if (rate === 0) return divide(-present - future, payment);
  const due = payment * (1 + rate * (type === 0 ? 0 : 1));
  return divide(Math.log(divide(due - future * rate, present * rate + due)), Math.log(1 + rate));
}

/** A function of up to five numbers, all of them always evaluated; those left out are passed as {@link omittedArgument}. */
export type ScalarFunction = (a: number, b: number, c: number, d: number, e: number) => number;

export const scalarFunctions: ReadonlyMap<FunctionName, ScalarFunction> = new Map<FunctionName, ScalarFunction>([
  ['ROUND', (x, digits) => roundAt(x, digits, 1 + noise, Math.round)],
  ['ROUNDUP', (x, digits) => roundAt(x, digits, 1 - noise, Math.ceil)],
  ['ROUNDDOWN', (x, digits) => roundAt(x, digits, 1 + noise, Math.floor)],
  ['INT', (x) => Math.floor(x)],
  ['ABS', (x) => Math.abs(x)],
  ['SQRT', (x) => Math.sqrt(x)],
  ['EXP', (x) => Math.exp(x)],
  ['LN', (x) => (x <= 0 ? NaN : Math.log(x))],
  ['LOG', logarithm],
  ['LOG10', (x) => logarithm(x, 10)],
  ['POWER', power],
  ['MOD', (x, divisor) => (divisor === 0 ? NaN : floored(x, divisor))],
  ['SIGN', (x) => Math.sign(x)],
  ['NOT', (x) => (x === 0 ? 1 : 0)],
  ['CAGR', growthRate],
  ['RRI', equivalentRate],
  ['FV', futureValue],
  ['PV', presentValue],
  ['NPER', periodCount],
]);

/** What an argument that may be left out stands for. */
export function omittedArgument(name: FunctionName): number {
  return name === 'LOG' ? 10 : 0;
}

/** Whether a function or operator that gave no number failed by dividing by zero (`#DIV/0!`) rather than otherwise (`#NUM!`). */
export function hasZeroDivisor(name: FunctionName | Arithmetic, [a = 0, b = 0, c = 0]: readonly number[]): boolean {
  switch (name) {
    case '/':
    case 'MOD':
      return b === 0;
    case '^':
    case 'POWER':
      return a === 0 && b < 0;
    case 'LOG':
      return b === 1 && a > 0;
    case 'PV':
      return a === -1 && b > 0;
    case 'NPER':
      return a === 0 ? b === 0 : c * a + b === 0;
    default:
      return false;
  }
}
