/** Our own formula tree, built from the parser's by an allow-list. What is not here cannot be calculated. */
import type { IndicatorId, Year } from '../model/cell.ts';

/** Which row a reference means; `own` is the row the formula stands in, so that one text serves every row. */
export type RowReference = { readonly kind: 'own' } | { readonly kind: 'indicator'; readonly indicator: IndicatorId };

/** Which year: the formula's own, so many years from it, or one named year (`base` is the workbook's base year). */
export type YearReference =
  | { readonly kind: 'same' }
  | { readonly kind: 'offset'; readonly years: number }
  | { readonly kind: 'year'; readonly year: Year }
  | { readonly kind: 'base' };

/**
 * One cell, relative where the text is relative.
 * `growth`: the row's growth assumption in force in that year: the year's own where given, else the row's.
 */
export interface Reference {
  readonly kind: 'reference';
  readonly measure: 'value' | 'growth';
  readonly row: RowReference;
  readonly year: YearReference;
}

export type UnaryOperator = '-' | '+' | '%';
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Canonical names, after aliases (`mean` → `AVERAGE`) are resolved. */
export type FunctionName =
  | 'SUM'
  | 'AVERAGE'
  | 'MIN'
  | 'MAX'
  | 'COUNT'
  | 'MEDIAN'
  | 'ROUND'
  | 'ROUNDUP'
  | 'ROUNDDOWN'
  | 'INT'
  | 'ABS'
  | 'SQRT'
  | 'EXP'
  | 'LN'
  | 'LOG'
  | 'LOG10'
  | 'POWER'
  | 'MOD'
  | 'SIGN'
  | 'IF'
  | 'IFERROR'
  | 'AND'
  | 'OR'
  | 'NOT'
  | 'CAGR'
  | 'RRI'
  | 'FV'
  | 'PV'
  | 'NPER';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** The calendar year of the formula's column. */
  | { readonly kind: 'year' }
  | Reference
  /** A block of cells: rows between the two in sheet order, years between the two. Only as an argument of an aggregate. */
  | { readonly kind: 'range'; readonly from: Reference; readonly to: Reference }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

/** Why a text is not a formula. `at`: index into the text that was given, of the first character that cannot stand. */
export type FormulaError =
  | {
      readonly code: 'syntax';
      readonly at: number;
      readonly expected: 'operand' | 'operator' | 'closingBracket' | 'reference' | 'end';
    }
  | { readonly code: 'forbidden'; readonly at: number; readonly text: string }
  | { readonly code: 'unknownName'; readonly at: number; readonly name: string }
  | { readonly code: 'unknownFunction'; readonly at: number; readonly name: string }
  | {
      readonly code: 'argumentCount';
      readonly at: number;
      readonly name: FunctionName;
      readonly least: number;
      readonly most: number;
      readonly given: number;
    }
  | { readonly code: 'rangeOutsideAggregate'; readonly at: number }
  | {
      readonly code: 'tooLong' | 'tooManyTokens' | 'tooDeep' | 'tooManyArguments';
      readonly at: number;
      readonly limit: number;
    };
