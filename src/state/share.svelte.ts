/**
 * What of sharing is on screen: the dialog that makes a link, the one that opens one, or the review of what was opened.
 * Opening decodes and shows; nothing is changed before the person chooses in the review.
 */
import { limits } from '../core/model/limits.ts';
import type { Result } from '../core/model/result.ts';
import type { ShareCodec, SharedScenarios, ShareError } from '../core/scenario/share.ts';

/** Why nothing was opened. `unavailable`: the code that opens links could not be fetched. */
export type OpeningFailure = ShareError | { readonly code: 'noQrCode' | 'unavailable' };

export type SharePanel =
  | { readonly kind: 'make' }
  /** `text`: what was tried. */
  | { readonly kind: 'open'; readonly text: string; readonly failure?: OpeningFailure }
  | { readonly kind: 'review'; readonly shared: SharedScenarios; readonly codec: ShareCodec };

/** What of a `File` is read. */
export interface ReadableFile extends Blob {
  readonly name: string;
}

export interface SharingOptions {
  /** Fetched when first needed; may fail. */
  readonly codec: () => Promise<ShareCodec>;
  /** A panel was closed: the link is no longer wanted in the page's address. */
  readonly onclose: () => void;
}

export class Sharing {
  readonly #options: SharingOptions;
  #panel = $state.raw<SharePanel>();
  /** Only the answer to what was opened last is shown. */
  #latest = 0;

  constructor(options: SharingOptions) {
    this.#options = options;
  }

  get panel(): SharePanel | undefined {
    return this.#panel;
  }

  codec(): Promise<ShareCodec> {
    return this.#options.codec();
  }

  askToMake(): void {
    this.#show({ kind: 'make' });
  }

  askToOpen(): void {
    this.#show({ kind: 'open', text: '' });
  }

  /** Closes what is open and changes nothing. */
  close(): void {
    this.#show(undefined);
    this.#options.onclose();
  }

  /** The address has no link any more, such as after going back: its review goes, other panels stay. */
  leaveReview(): void {
    if (this.#panel?.kind === 'review') this.#show(undefined);
  }

  /** An address, a code, or a message that holds one. */
  async openText(text: string): Promise<void> {
    await this.#open(text, (codec) => codec.decode(text));
  }

  /** A file of scenarios, a text file with a link, or a picture of a QR code; judged by its size before it is read. */
  async openFile(file: ReadableFile): Promise<void> {
    const { size, type } = file;
    await this.#open('', async (codec) => {
      const limit = limits.importBytes;
      if (size > limit) return { ok: false, error: { code: 'tooLarge', part: 'file', limit, given: size } };
      if (!type.startsWith('image/')) return codec.decodeFile(new Uint8Array(await file.arrayBuffer()));
      const text = await codec.readQrCode(file);
      return text === undefined ? { ok: false, error: { code: 'noQrCode' } } : codec.decode(text);
    });
  }

  async #open(
    text: string,
    decode: (codec: ShareCodec) => Promise<Result<SharedScenarios, OpeningFailure>>,
  ): Promise<void> {
    const order = ++this.#latest;
    const panel = await this.#decode(text, decode);
    if (order === this.#latest) this.#panel = panel;
  }

  async #decode(
    text: string,
    decode: (codec: ShareCodec) => Promise<Result<SharedScenarios, OpeningFailure>>,
  ): Promise<SharePanel> {
    let codec: ShareCodec;
    try {
      codec = await this.codec();
    } catch {
      return { kind: 'open', text, failure: { code: 'unavailable' } };
    }
    const decoded = await decode(codec);
    return decoded.ok
      ? { kind: 'review', shared: decoded.value, codec }
      : { kind: 'open', text, failure: decoded.error };
  }

  #show(panel: SharePanel | undefined): void {
    this.#latest++;
    this.#panel = panel;
  }
}
