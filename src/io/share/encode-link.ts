/** Share links: whole scenarios as one opaque text, to stand behind `#s=`, where browsers do not send it to servers. */
import { limits } from '../../core/model/limits.ts';
import { err, ok, type Result } from '../../core/model/result.ts';
import { encodeScenario } from '../../core/scenario/document.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { ByteWriter } from './bytes.ts';
import { deflate } from './deflate.ts';
import { formatFor, packings } from './formats.ts';
import { writeFrame } from './frame.ts';
import { figuresOf, type LinkContents, type ShareContext } from './link-contents.ts';
import { packContents } from './pack.ts';
import type { LinkFit, TooLarge } from '../../core/scenario/share.ts';

/**
 * The code of a link: characters of `A–Z a–z 0–9 - _` only. It carries what the scenarios change, not their ids or times of making,
 * and the figures of the changed rows as they stand in the open dataset. The same scenarios always give the same code.
 * `tooLarge`: no link can carry them and be opened again; a file can.
 */
export async function encodeShare(
  scenarios: readonly Scenario[],
  context: ShareContext,
): Promise<Result<string, TooLarge>> {
  const contents = linkContents(scenarios, context);
  const packed = packContents(contents);
  if (packed.length > limits.expandedLinkBytes) {
    return err({ code: 'tooLarge', part: 'expanded', limit: limits.expandedLinkBytes, given: packed.length });
  }
  const code = writeFrame(formatFor(contents.documents), await shorter(packed));
  if (code.length > limits.linkCharacters) {
    return err({ code: 'tooLarge', part: 'link', limit: limits.linkCharacters, given: code.length });
  }
  return ok(code);
}

function linkContents(scenarios: readonly Scenario[], context: ShareContext): LinkContents {
  const { id, version, baseYear, years } = context.dataset;
  return {
    dataset: { id, version },
    baseYear,
    projected: years.length - 1,
    documents: scenarios.map(encodeScenario),
    figures: figuresOf(scenarios, context),
  };
}

/** Compressed where that gains anything: a few changes are shorter as they are. */
async function shorter(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const plain = new ByteWriter();
  plain.byte(packings.plain);
  plain.append(packed);
  const compressed = new ByteWriter();
  compressed.byte(packings.deflated);
  compressed.count(packed.length);
  compressed.append(await deflate(packed));
  const [a, b] = [plain.toBytes(), compressed.toBytes()];
  return a.length <= b.length ? a : b;
}

/** The address that opens the page with the code. */
export function shareAddress(page: string, code: string): string {
  return `${page.replace(/#.*$/s, '')}#s=${code}`;
}

/** Addresses up to 1,900 characters pass nearly everywhere; beyond 8,000 programs cut them off. */
const reach = { anywhere: 1900, most: 8000 } as const;

/** More than a QR code of the largest size holds at a level of correction that survives a photograph. */
const qrCharacters = 2900;

export function linkFit(address: string): LinkFit {
  if (address.length <= reach.anywhere) return 'anywhere';
  return address.length <= reach.most ? 'most' : 'file';
}

export function fitsQrCode(address: string): boolean {
  return address.length <= qrCharacters;
}
