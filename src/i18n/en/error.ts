/** Errors in plain sentences: what is wrong, where, and what to mend. */
import type { Messages } from '../messages.ts';

export const error: Messages['error'] = {
  cell: {
    divideByZero: (place) => `The formula in ${place || 'this cell'} divides by zero. Check the divisor.`,
    number: (place) =>
      `The formula in ${place || 'this cell'} has no number for an answer, such as the root of a negative number, or one that is too large. Check its numbers.`,
    value: (place) =>
      `${place || 'This cell'} holds text, which cannot be calculated with. Enter a number or a formula.`,
    name: (place) =>
      `The formula in ${place || 'this cell'} has a name that is not known. Check indicators and functions.`,
    reference: (place) =>
      `The formula in ${place || 'this cell'} refers to a cell that does not exist. Correct its indicator or year.`,
    missing: (place, blank) =>
      `The formula in ${place || 'this cell'} reads ${blank || 'a cell'}, which is blank. Fill it in first.`,
    cycle: (ring) => `These formulas read one another in a circle: ${ring}. Break it at one of them.`,
    syntax: (place) =>
      `The formula in ${place || 'this cell'} is not written correctly. Correct it in the formula bar.`,
    arrow: ' → ',
  },
  entry: {
    place: (at) => `Character ${at}: `,
    operand: 'a number, an indicator or a function is missing here.',
    operator: 'an operator such as + - * / is missing here.',
    closingBracket: 'a closing bracket ) is missing here.',
    reference: 'an indicator is expected here; its year goes in square brackets, as in [-1] or [2020].',
    end: 'the formula should end here; what follows is too much.',
    forbidden: (text) => `“${text}” cannot be used in a formula.`,
    unknownName: (name) => `there is no indicator “${name}”.`,
    unknownFunction: (name) => `there is no function “${name}”.`,
    nearest: (name) => ` Did you mean “${name}”?`,
    argumentCount: (name, expected, given) => `${name} takes ${expected} arguments, not ${given}.`,
    counts: (least, most) => (least === most ? String(least) : `${least} to ${most}`),
    countsFrom: (least) => `at least ${least}`,
    rangeOutsideAggregate: 'a range (a:b) can only stand in functions such as SUM, AVERAGE or MAX.',
    tooLong: (limit) => `the formula is too long; the most is ${limit} characters.`,
    tooManyTokens: (limit) => `the formula is too complex; the most is ${limit} numbers, names and signs.`,
    tooDeep: (limit) => `brackets are nested too deep; the most is ${limit}.`,
    tooManyArguments: (limit) => `the function has too many arguments; the most is ${limit}.`,
    notANumber: (text) =>
      `“${text}” is not a number. Enter a number (such as 1,234, 12.5% or 1.2万) or a formula that begins with =.`,
    unit: (given, unit) =>
      `“${given}” is not the unit of this row, which is “${unit}”. Convert, and enter the number alone.`,
    tooLarge: 'this number is too large to calculate with.',
    notRange: 'write a range as 6%~10%, 8%±2% or 6%/8%/10% (low, middle, high).',
    order: 'write a range from low to high, such as 6%~10%; what follows ± must be more than zero.',
  },
};
