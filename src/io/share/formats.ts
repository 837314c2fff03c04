/** Every format of links there ever was, by its version. Formats are added, never taken out: old links open for ever. */
import { limits } from '../../core/model/limits.ts';
import { err, type Result } from '../../core/model/result.ts';
import { ByteReader } from './bytes.ts';
import { inflate } from './deflate.ts';
import type { ShareError } from '../../core/scenario/share.ts';
import { slotsOf1, slotsOf2, type Slots } from './layout.ts';
import type { LinkDocument } from './link-contents.ts';
import { unpackContents, type UnpackedLink } from './unpack.ts';

/** The newest one. */
export const currentFormat = 3;

/** The first byte of a payload. A deflated one has the count of its expanded bytes next. */
export const packings = { plain: 0, deflated: 1 } as const;

/** Reads the payload of one format. */
export interface LinkFormat {
  /** The schema of the documents it carries; later ones are reached by the migrations of stored scenarios. */
  readonly schema: number;
  read(payload: Uint8Array<ArrayBuffer>): Promise<Result<UnpackedLink, ShareError>>;
}

export const formats: ReadonlyMap<number, LinkFormat> = new Map([
  [1, { schema: 1, read: (payload) => readPayload(payload, slotsOf1) }],
  [2, { schema: 2, read: (payload) => readPayload(payload, slotsOf2) }],
  [3, { schema: 3, read: (payload) => readPayload(payload, slotsOf2) }],
]);

/** The oldest format that can say what the documents hold, for whoever gets the link may have an older app. */
export function formatFor(documents: readonly LinkDocument[]): number {
  const cells = documents.flatMap((document) => document.cells);
  return cells.some(([cell]) => cell.includes('@value-range-')) ? 3 : 2;
}

async function readPayload(payload: Uint8Array<ArrayBuffer>, layout: Slots): Promise<Result<UnpackedLink, ShareError>> {
  const reader = new ByteReader(payload);
  const packing = reader.byte();
  if (packing === packings.plain) return unpackContents(reader.take(reader.left), layout);
  const length = reader.count();
  if (packing !== packings.deflated || reader.fault !== undefined) return err({ code: 'shape', at: 'packing' });
  const limit = limits.expandedLinkBytes;
  if (length > limit) return err({ code: 'tooLarge', part: 'expanded', limit, given: length });
  const expanded = await inflate(payload.slice(payload.length - reader.left), length);
  // A link that expands beyond what it announces was made to do so.
  if (!expanded.ok && expanded.error === 'tooLarge')
    return err({ code: 'tooLarge', part: 'expanded', limit: length, given: length + 1 });
  if (!expanded.ok || expanded.value.length !== length) return err({ code: 'shape', at: 'packing' });
  return unpackContents(expanded.value, layout);
}

/** The document in the form that stored scenarios have, to go through the one decoder and chain of migrations. */
export function storedDocument(
  format: LinkFormat,
  document: UnpackedLink['documents'][number],
  id: string,
  dataset: UnpackedLink['dataset'],
): unknown {
  return { schema: format.schema, id, ...document, created: document.modified, dataset };
}
