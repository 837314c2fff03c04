/** Why a text is no number for a cell. */
import type { Label } from '../model/dataset.ts';

/** `at`: index into the text that was given, of the first character that cannot stand. */
export type NumberError =
  | { readonly code: 'unreadable'; readonly at: number }
  /** The unit that follows the number is not the row's, which is `unit`. */
  | { readonly code: 'unit'; readonly at: number; readonly given: string; readonly unit: Label }
  | { readonly code: 'tooLarge'; readonly at: number };
