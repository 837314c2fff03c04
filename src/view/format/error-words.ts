/** Errors in plain sentences: which cell to mend, and where in a text the trouble stands. */
import type { EntryError } from '../../core/entry/parse-entry.ts';
import type { CellKey } from '../../core/model/cell.ts';
import type { CellError } from '../../core/model/input.ts';
import { assertNever } from '../../core/model/result.ts';
import type { Messages } from '../../i18n/messages.ts';

type Words = Messages['error'];
type FormulaError = Extract<EntryError, { code: 'formula' }>['error'];

/** A sentence about a cell's error value. `own`: the cell that shows it; `label`: how a cell is called in a sentence. */
export function describeCellError(
  error: CellError,
  own: CellKey | undefined,
  words: Words,
  label: (key: CellKey) => string,
): string {
  const place = error.origin === own ? '' : label(error.origin);
  switch (error.code) {
    case '#DIV/0!':
      return words.cell.divideByZero(place);
    case '#NUM!':
      return words.cell.number(place);
    case '#VALUE!':
      return words.cell.value(place);
    case '#NAME?':
      return words.cell.name(place);
    case '#REF!':
      return words.cell.reference(place);
    case '#N/A':
      return words.cell.missing(place, error.missing === undefined ? '' : label(error.missing));
    case '#CYCLE!': {
      const ring = error.ring ?? [error.origin];
      return words.cell.cycle([...ring, ...ring.slice(0, 1)].map(label).join(words.cell.arrow));
    }
    case '#ERROR!':
      return words.cell.syntax(place);
  }
}

/**
 * A sentence about an entry that cannot be taken, with the place. `text`: the entry as it stands in the editor. `meant`: a name that may
 * have been meant by one that is not there.
 */
export function describeEntryError(
  error: EntryError,
  text: string,
  language: 'zh' | 'en',
  words: Words,
  meant?: string,
): string {
  switch (error.code) {
    case 'formula':
      return words.entry.place(error.error.at + 1) + describeFormulaError(error.error, words.entry, meant);
    case 'unit':
      return words.entry.unit(error.given, error.unit[language]);
    case 'unreadable':
      return words.entry.notANumber(shorten(text.trim()));
    case 'tooLarge':
    case 'notRange':
    case 'order':
      return words.entry[error.code];
    default:
      return assertNever(error);
  }
}

/** A sentence about a formula's text, without the place. */
export function describeFormulaError(error: FormulaError, words: Words['entry'], meant?: string): string {
  switch (error.code) {
    case 'syntax':
      return words[error.expected];
    case 'forbidden':
      return words.forbidden(error.text);
    case 'unknownName':
    case 'unknownFunction':
      return words[error.code](shorten(error.name)) + (meant === undefined ? '' : words.nearest(meant));
    case 'argumentCount': {
      const { least, most, given, name } = error;
      return words.argumentCount(name, most >= 50 ? words.countsFrom(least) : words.counts(least, most), given);
    }
    case 'rangeOutsideAggregate':
      return words.rangeOutsideAggregate;
    case 'tooLong':
    case 'tooManyTokens':
    case 'tooDeep':
    case 'tooManyArguments':
      return words[error.code](error.limit);
    default:
      return assertNever(error);
  }
}

/** A sentence stays readable however long a text was pasted. */
function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
