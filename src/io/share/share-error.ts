/** Why a link, a file or a pasted text was not opened. Facts only; the view words them. Nothing of it was used. */
import type { Scenario } from '../../core/scenario/scenario.ts';
import type { DatasetName } from './link-contents.ts';

export type ShareError =
  /** No code was found in the text. */
  | { readonly code: 'notALink' }
  /** A character that no code has stands in the middle of it. `at`: how many characters of the code come before. */
  | { readonly code: 'alphabet'; readonly character: string; readonly at: number }
  /** The end is missing. `needed`: characters the whole code has; absent where not even its beginning is whole. */
  | { readonly code: 'truncated'; readonly given: number; readonly needed?: number }
  /** The checksum says that it is not what was sent. */
  | { readonly code: 'damaged' }
  /** `link` in characters, `expanded` and `file` in bytes. An announced or observed size; reading stopped there. */
  | {
      readonly code: 'tooLarge';
      readonly part: 'link' | 'expanded' | 'file';
      readonly limit: number;
      readonly given: number;
    }
  /** Made by a newer version of the app. Not `intact`: the checksum fails as well, so it may just be damaged. */
  | { readonly code: 'newer'; readonly version: number; readonly intact: boolean }
  /** Whole, yet not what the app writes. `at`: the place inside, such as `scenarios[0].cells[3]`. */
  | { readonly code: 'shape'; readonly at: string }
  /** More than the app can hold. */
  | { readonly code: 'limit'; readonly at: string; readonly limit: number; readonly given: number }
  /** Made for another dataset. The scenarios can be listed, not calculated. */
  | { readonly code: 'missingDataset'; readonly dataset: DatasetName; readonly scenarios: readonly Scenario[] }
  /** A file that is no JSON; line and column from 1. */
  | { readonly code: 'syntax'; readonly line: number; readonly column: number }
  | { readonly code: 'tooDeep'; readonly line: number; readonly column: number; readonly limit: number }
  /** A file in no encoding of Unicode. */
  | { readonly code: 'encoding' };
