/** Sharing scenarios by link, text, picture and file: what it gives, why it can fail, and the port to the code that does it. */
import type { IndicatorId } from '../model/cell.ts';
import type { Result } from '../model/result.ts';
import type { Scenario } from './scenario.ts';

export interface DatasetName {
  readonly id: string;
  readonly version: string;
}

/** Why a link, a file or a pasted text was not opened. Facts only; the view words them. Nothing of it was used. */
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

/** The scenarios are more than a link can carry and be opened again; a file can. */
export type TooLarge = Extract<ShareError, { code: 'tooLarge' }>;

/** A base-year figure that the sender saw otherwise. In the stored unit. */
export interface ChangedFigure {
  readonly indicator: IndicatorId;
  readonly theirs: number;
  /** Absent where the row has no number here. */
  readonly mine?: number;
}

/** Changes of a row or year that this dataset has not got; they are not in the scenario. */
export interface LeftOut {
  /** Index of the scenario. */
  readonly scenario: number;
  /** An id, or `#` and the code of an indicator that this version of the app does not know. */
  readonly indicator: string;
  readonly cells: number;
}

export interface SharedScenarios {
  /** As the sender saw them; each names the dataset version it was made on. */
  readonly scenarios: readonly Scenario[];
  readonly leftOut: readonly LeftOut[];
  /**
   * Present when the dataset is another version than here: the figures of changed rows that differ, perhaps none. The changes
   * themselves are taken as they are; `withTheirFigures` adds the sender's figures to a scenario.
   */
  readonly otherVersion?: { readonly version: string; readonly figures: readonly ChangedFigure[] };
}

/** Where a link of this length goes: `anywhere`, by `most` programs only, as a `file` only. */
export type LinkFit = 'anywhere' | 'most' | 'file';

export interface ShareLink {
  /** What stands behind `#s=`: it can be sent as text of its own. */
  readonly code: string;
  /** The whole address. */
  readonly address: string;
  readonly fit: LinkFit;
  readonly fitsQrCode: boolean;
}

/** The modules of a QR code by row, `true` for dark, with the quiet zone around them. */
export type QrModules = readonly (readonly boolean[])[];

/** What sharing needs of the edge of the app. None of it throws for what a person gives it. */
export interface ShareCodec {
  encode(scenarios: readonly Scenario[]): Promise<Result<ShareLink, TooLarge>>;
  /** The text of a file. */
  encodeFile(scenarios: readonly Scenario[]): string;
  /** An address, a code, or a message that holds one. */
  decode(text: string): Promise<Result<SharedScenarios, ShareError>>;
  decodeFile(bytes: Uint8Array): Promise<Result<SharedScenarios, ShareError>>;
  drawQrCode(address: string): Promise<QrModules>;
  /** The text of the QR code in a picture; `undefined` where none can be read. */
  readQrCode(picture: Blob): Promise<string | undefined>;
  /** The scenario on these of the sender's base-year figures, as far as it has not changed them itself. */
  withTheirFigures(scenario: Scenario, figures: readonly ChangedFigure[]): Scenario;
}
