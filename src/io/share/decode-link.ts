/**
 * Opens share links. What arrives is a stranger's text: nothing here trusts it until `decodeShare` returns `ok`. In order: length,
 * cleaning, finding the code, its alphabet, its end, its checksum, its version, expanding up to a limit, structure, documents.
 */
import { limits } from '../../core/model/limits.ts';
import { err, type Result } from '../../core/model/result.ts';
import { findCodes, type FoundCode } from './find-code.ts';
import { currentFormat, formats, storedDocument } from './formats.ts';
import { readFrame, type Frame } from './frame.ts';
import type { ShareContext } from './link-contents.ts';
import { receive } from './receive.ts';
import type { SharedScenarios, ShareError } from '../../core/scenario/share.ts';

/** Of the text around a code: a long mail. */
const mostCharacters = 8 * limits.linkCharacters;

/**
 * The scenarios in an address, in what follows its `#` or `?`, in a bare code, or in a message that holds one of these. Their ids
 * are made from the checksum: the same link always gives the same ids, so that opening it twice can be noticed. Never throws.
 */
export async function decodeShare(text: string, context: ShareContext): Promise<Result<SharedScenarios, ShareError>> {
  if (text.length > mostCharacters)
    return err({ code: 'tooLarge', part: 'link', limit: mostCharacters, given: text.length });
  const frame = findFrame(text);
  return frame.ok ? openFrame(frame.value, context) : frame;
}

/** Whether an address or its `#` or `?` part carries a link at all: the page then begins with a review. */
export function carriesShare(address: string): boolean {
  return findCodes(address).some(({ marked }) => marked);
}

/** The first code that is whole; else why the first that looks like one is not. */
function findFrame(text: string): Result<Frame, ShareError> {
  let failure: ShareError | undefined;
  for (const found of findCodes(text)) {
    const frame = readFrame(found, currentFormat);
    if (frame.ok || (frame.error.code === 'newer' && frame.error.intact)) return frame;
    if (found.marked || looksLikeCode(found)) failure ??= frame.error;
  }
  return err(failure ?? { code: 'notALink' });
}

/** How the codes of formats 1 to 3 begin: a byte 1, 2 or 3, then any four bits. */
function looksLikeCode({ characters }: FoundCode): boolean {
  return /^A[Q-Za-z0-9_-]/.test(characters);
}

async function openFrame(
  { version, checksum, payload }: Frame,
  context: ShareContext,
): Promise<Result<SharedScenarios, ShareError>> {
  const format = formats.get(version);
  if (!format) return err({ code: 'shape', at: 'version' });
  const contents = await format.read(payload);
  if (!contents.ok) return contents;
  const { dataset, documents, figures, unknown } = contents.value;
  const name = `link-${checksum.toString(16).padStart(8, '0')}`;
  return receive(
    {
      dataset,
      documents: documents.map((document, index) => storedDocument(format, document, `${name}-${index + 1}`, dataset)),
      figures,
      leftOut: unknown.map(({ scenario, code, cells }) => ({ scenario, indicator: `#${code}`, cells })),
    },
    context,
  );
}
