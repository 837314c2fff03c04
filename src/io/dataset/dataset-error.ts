/** What can be wrong with the tables of `data/`. Facts only, with the place to mend; the view or the test words them. */
import type { FormulaError } from '../../core/formula/ast.ts';

/** The tables, named as the files of `data/` without `.tsv`. */
export const tableNames = [
  'dataset',
  'units',
  'regions',
  'documents',
  'chapters',
  'indicators',
  'baseline-2020',
  'workbook',
  'layers',
  'targets',
  'observations',
  'ratios',
  'relations',
] as const;

export type TableName = (typeof tableNames)[number];

/** The text of every table. */
export type DatasetFiles = Readonly<Record<TableName, string>>;

export type DatasetProblem =
  | { readonly code: 'missingColumn' | 'unknownColumn' | 'repeatedColumn'; readonly name: string }
  | { readonly code: 'cellCount'; readonly expected: number; readonly given: number }
  /** A quoted cell without its closing quote, or text after it. */
  | { readonly code: 'quoting' }
  | { readonly code: 'tooLong'; readonly limit: number }
  /** Nothing stands where something must. */
  | { readonly code: 'empty' }
  /** Something stands where nothing may, since another cell of the row excludes it. */
  | { readonly code: 'notEmpty'; readonly text: string }
  | {
      readonly code: 'notNumber' | 'notYear' | 'notDate' | 'notId' | 'notShortName' | 'notPinyin';
      readonly text: string;
    }
  | { readonly code: 'notChoice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly code: 'unknownReference'; readonly text: string; readonly inTable: TableName }
  | { readonly code: 'repeated'; readonly text: string; readonly firstLine: number }
  /** Another row, a function or a word of the formula language has this name. */
  | { readonly code: 'nameTaken'; readonly name: string }
  /** An indicator with a chapter needs a base value and a place in the workbook; the dataset needs its one row. */
  | { readonly code: 'missingRow'; readonly name: string; readonly inTable: TableName }
  | { readonly code: 'chapterSplit'; readonly chapter: string }
  | { readonly code: 'noObservation'; readonly indicator: string; readonly year: number }
  | { readonly code: 'formula'; readonly error: FormulaError };

/** `line` counts from 1, the header included; `column` is the name in the header, empty where the whole row is meant. */
export type DatasetError = DatasetProblem & {
  readonly table: TableName;
  readonly line: number;
  readonly column: string;
};
