/** Tree to text, with no bracket that is not needed. Reading the text again gives an equal tree. */
import { assertNever } from '../model/result.ts';
import type { BinaryOperator, Expression, Reference, YearReference } from './ast.ts';
import type { Names } from './names.ts';

export interface PrintStyle {
  /** `id` is what is stored, `shortName` what is shown. */
  readonly names: 'id' | 'shortName';
}

/** Higher binds tighter. As in Excel a sign binds tighter than `^`, and `%` tighter than a sign. */
const strength = { comparison: 1, sum: 2, product: 3, power: 4, sign: 5, percent: 6, operand: 7 } as const;

/** Without the leading `=`. */
export function printFormula(expression: Expression, style: PrintStyle, names: Names): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'boolean':
      return expression.value ? 'TRUE' : 'FALSE';
    case 'year':
      return 'year';
    case 'reference':
      return printReference(expression, style, names);
    case 'range':
      return `${printReference(expression.from, style, names)}:${printReference(expression.to, style, names)}`;
    case 'unary': {
      if (expression.operator === '%') return `${printPart(expression.operand, strength.percent, style, names)}%`;
      return `${expression.operator}${printPart(expression.operand, strength.sign, style, names)}`;
    }
    case 'binary': {
      const own = strengthOf(expression);
      // Operators of one strength are read from the left; comparisons do not chain at all.
      const left = printPart(expression.left, own === strength.comparison ? own + 1 : own, style, names);
      return `${left}${expression.operator}${printPart(expression.right, own + 1, style, names)}`;
    }
    case 'call':
      return `${expression.name}(${expression.arguments.map((argument) => printFormula(argument, style, names)).join(',')})`;
    default:
      return assertNever(expression);
  }
}

function printPart(part: Expression, least: number, style: PrintStyle, names: Names): string {
  const text = printFormula(part, style, names);
  return strengthOf(part) < least ? `(${text})` : text;
}

function strengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'unary':
      return expression.operator === '%' ? strength.percent : strength.sign;
    case 'binary':
      return strengthOfOperator(expression.operator);
    case 'number':
      return expression.value < 0 ? strength.sign : strength.operand;
    default:
      return strength.operand;
  }
}

function strengthOfOperator(operator: BinaryOperator): number {
  switch (operator) {
    case '+':
    case '-':
      return strength.sum;
    case '*':
    case '/':
      return strength.product;
    case '^':
      return strength.power;
    default:
      return strength.comparison;
  }
}

/** `prev`, `base` and `growth` for the formula's own row; `self` for its other years. */
export function printReference({ measure, row, year }: Reference, style: PrintStyle, names: Names): string {
  const index = printYear(year);
  if (row.kind === 'own') {
    if (measure === 'growth') return `growth${index}`;
    if (index === '[-1]') return 'prev';
    return year.kind === 'base' ? 'base' : `self${index}`;
  }
  const name = style.names === 'id' ? row.indicator : names.shortName(row.indicator);
  return `${name}${measure === 'growth' ? '[growth]' : ''}${index}`;
}

function printYear(year: YearReference): string {
  switch (year.kind) {
    case 'same':
      return '';
    case 'offset':
      return `[${year.years > 0 ? '+' : ''}${year.years}]`;
    case 'year':
      return `[${year.year}]`;
    case 'base':
      return '[base]';
  }
}
