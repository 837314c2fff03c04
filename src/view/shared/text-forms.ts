/** How tables are written for other programs. It belongs to the edge of the app and is handed in when the page is painted. */
import type { ClipboardCodec } from '../grid/clipboard-codec.ts';
import type { EncodeCsv } from './download.ts';

export interface TextForms {
  readonly clipboard: ClipboardCodec;
  readonly encodeCsv: EncodeCsv;
}
