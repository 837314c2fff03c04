/** Reads one operand from the tokens: a number, a word, a row by name with its indexes, an A1 address, or a range of two. */
import { isTextColumn, parseYear, type CellRef, type Year } from '../model/cell.ts';
import { err, ok, type Result } from '../model/result.ts';
import { parseColumnLetters, type Sheet } from '../model/sheet.ts';
import type { Expression, FormulaError, Reference, RowReference, YearReference } from './ast.ts';
import type { Names } from './names.ts';
import type { Token } from './scan.ts';
import { findWord } from './words.ts';

/** The sheet as a person sees it and the cell being typed into: what an A1 address needs to become a name. */
export interface Place {
  readonly sheet: Sheet;
  readonly own: CellRef;
}

export interface Operand {
  readonly expression: Expression;
  /** Index of the first token after it. */
  readonly next: number;
}

/** Reads the operand that begins at `tokens[first]`. Without a `place` A1 addresses are unknown names. */
export function readOperand(
  tokens: readonly Token[],
  first: number,
  names: Names,
  place: Place | undefined,
): Result<Operand, FormulaError> {
  const from = readSimple(tokens, first, names, place);
  const colon = from.ok ? tokens[from.value.next] : undefined;
  if (!from.ok || colon?.kind !== 'sign' || colon.sign !== ':') return from;
  const second = from.value.next + 1;
  const start = tokens[second];
  const to = start && readSimple(tokens, second, names, place);
  if (to && !to.ok) return to;
  const left = from.value.expression;
  const right = to?.value.expression;
  if (left.kind !== 'reference') return err({ code: 'syntax', at: colon.at, expected: 'reference' });
  if (!to || right?.kind !== 'reference' || right.measure !== left.measure) {
    return err({ code: 'syntax', at: start?.at ?? colon.at + 1, expected: 'reference' });
  }
  return ok({ expression: { kind: 'range', from: left, to: right }, next: to.value.next });
}

function readSimple(
  tokens: readonly Token[],
  first: number,
  names: Names,
  place: Place | undefined,
): Result<Operand, FormulaError> {
  const token = tokens[first];
  switch (token?.kind) {
    case 'number':
      return ok({ expression: { kind: 'number', value: token.value }, next: first + 1 });
    case 'address':
      return readAddress(token, first, place);
    case 'name':
      return readName(token, tokens, first, names, place);
    default:
      return err({ code: 'syntax', at: token?.at ?? 0, expected: 'reference' });
  }
}

const same: YearReference = { kind: 'same' };
const own: RowReference = { kind: 'own' };

type NameToken = Extract<Token, { kind: 'name' | 'address' }>;

function readName(
  token: NameToken,
  tokens: readonly Token[],
  first: number,
  names: Names,
  place: Place | undefined,
): Result<Operand, FormulaError> {
  const word = findWord(token.text);
  switch (word) {
    case 'year':
      return ok({ expression: { kind: 'year' }, next: first + 1 });
    case 'true':
    case 'false':
      return ok({ expression: { kind: 'boolean', value: word === 'true' }, next: first + 1 });
    case 'prev':
      return ok({ expression: valueOf(own, { kind: 'offset', years: -1 }), next: first + 1 });
    case 'base':
      return ok({ expression: valueOf(own, { kind: 'base' }), next: first + 1 });
    case 'growth':
      return readIndexes({ kind: 'reference', measure: 'growth', row: own, year: same }, tokens, first + 1);
    case 'self':
      return readIndexes(valueOf(own, same), tokens, first + 1);
    case undefined: {
      const indicator = names.find(token.text);
      if (indicator !== undefined)
        return readIndexes(valueOf({ kind: 'indicator', indicator }, same), tokens, first + 1);
      return readAddress(token, first, place);
    }
  }
}

function valueOf(row: RowReference, year: YearReference): Reference {
  return { kind: 'reference', measure: 'value', row, year };
}

/** `[growth]` at most once and first, then at most one year: `x[growth][-1]`. */
function readIndexes(reference: Reference, tokens: readonly Token[], first: number): Result<Operand, FormulaError> {
  let result = reference;
  let next = first;
  let yearGiven = false;
  for (let token = tokens[next]; token?.kind === 'index'; token = tokens[++next]) {
    if (findWord(token.text) === 'growth' && result.measure === 'value' && !yearGiven)
      result = { ...result, measure: 'growth' };
    else {
      const year = readYear(token.text);
      if (year === undefined || yearGiven) return err({ code: 'syntax', at: token.at, expected: 'reference' });
      result = { ...result, year };
      yearGiven = true;
    }
  }
  return ok({ expression: result, next });
}

/** Four digits without a sign are a year; up to three are so many years from this one. */
function readYear(text: string): YearReference | undefined {
  if (findWord(text) === 'base') return { kind: 'base' };
  if (/^[-+]?\d{1,3}$/.test(text)) return offset(Number(text));
  const year = /^\d{4}$/.test(text) ? parseYear(Number(text)) : undefined;
  return year && { kind: 'year', year };
}

function offset(years: number): YearReference {
  return years === 0 ? same : { kind: 'offset', years };
}

const addressPattern = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/**
 * An A1 address as the name it means. The formula's own row stays `own`, unless its number is fixed by `$`; another row becomes its id.
 * A fixed column becomes a year, another column an offset from the formula's, or its year where the formula stands outside the years.
 */
function readAddress(token: NameToken, first: number, place: Place | undefined): Result<Operand, FormulaError> {
  const [, fixedColumn, letters = '', fixedRow, digits] = addressPattern.exec(token.text) ?? [];
  const column = place?.sheet.columns[parseColumnLetters(letters) ?? -1];
  const row = place?.sheet.rows[Number(digits) - 1];
  if (!place || !column || !row) {
    return err({ code: 'unknownName', at: token.at, name: token.text });
  }
  const cells = column.column;
  if (row.kind === 'heading' || !cells || isTextColumn(cells)) {
    return err({ code: 'forbidden', at: token.at, text: token.text });
  }
  const isOwn = row.indicator === place.own.indicator && !fixedRow;
  const year = cells.kind === 'growth' ? same : yearOf(cells.year, fixedColumn === '$', place.own);
  return ok({
    expression: {
      kind: 'reference',
      measure: cells.kind === 'value' ? 'value' : 'growth',
      row: isOwn ? own : { kind: 'indicator', indicator: row.indicator },
      year,
    },
    next: first + 1,
  });
}

function yearOf(year: Year, fixed: boolean, from: CellRef): YearReference {
  const ownYear = 'year' in from.column ? from.column.year : undefined;
  return fixed || ownYear === undefined ? { kind: 'year', year } : offset(year - ownYear);
}
