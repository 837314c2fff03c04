import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/core/model/limits.ts';
import { err, ok, type Result } from '../../src/core/model/result.ts';
import type { ShareCodec, SharedScenarios, ShareError } from '../../src/core/scenario/share.ts';
import { Sharing, type ReadableFile } from '../../src/state/share.svelte.ts';

const nothing: SharedScenarios = { scenarios: [], leftOut: [] };

/** Decodes `good …` and refuses all else; a text is held back until `finish` is called with it. */
class FakeCodec implements ShareCodec {
  readonly held = new Map<string, () => void>();
  isHolding = false;
  encode = () => Promise.reject(new Error('not asked'));
  encodeFile = () => '';
  drawQrCode = () => Promise.resolve([]);
  readQrCode = (picture: Blob) => Promise.resolve(picture.type === 'image/png' ? 'good picture' : undefined);
  withTheirFigures: ShareCodec['withTheirFigures'] = (scenario) => scenario;
  decodeFile = (bytes: Uint8Array) => this.decode(new TextDecoder().decode(bytes));

  async decode(text: string): Promise<Result<SharedScenarios, ShareError>> {
    if (this.isHolding) await new Promise<void>((resolve) => this.held.set(text, resolve));
    return text.startsWith('good') ? ok(nothing) : err({ code: 'damaged' });
  }
}

let codec: FakeCodec;
let closed: number;
let sharing: Sharing;
beforeEach(() => {
  codec = new FakeCodec();
  closed = 0;
  sharing = new Sharing({ codec: () => Promise.resolve(codec), onclose: () => closed++ });
});

/** A file as a browser hands it over, of any size it claims. */
function file(text: string, type: string, size = text.length): ReadableFile {
  const made = Object.assign(new Blob([text], { type }), {
    name: 'x',
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  });
  return Object.defineProperty(made, 'size', { value: size });
}

describe('[L12] opening what was shared', () => {
  it('shows the review', async () => {
    await sharing.openText('good');
    expect(sharing.panel).toMatchObject({ kind: 'review', shared: nothing });
  });

  it('shows why it failed, with what was tried', async () => {
    await sharing.openText('bad');
    expect(sharing.panel).toEqual({ kind: 'open', text: 'bad', failure: { code: 'damaged' } });
  });

  it('says so where the code that opens links cannot be fetched', async () => {
    const offline = new Sharing({ codec: () => Promise.reject(new Error('no network')), onclose: () => undefined });
    await offline.openText('good');
    expect(offline.panel).toMatchObject({ kind: 'open', failure: { code: 'unavailable' } });
  });

  it('answers only what was asked last', async () => {
    codec.isHolding = true;
    const first = sharing.openText('bad first');
    const second = sharing.openText('good second');
    await Promise.resolve();
    codec.held.get('good second')?.();
    await second;
    codec.held.get('bad first')?.();
    await first;
    expect(sharing.panel?.kind).toBe('review');
  });

  it('shows nothing that comes after it was closed', async () => {
    codec.isHolding = true;
    const opening = sharing.openText('good');
    await Promise.resolve();
    sharing.close();
    codec.held.get('good')?.();
    await opening;
    expect(sharing.panel).toBeUndefined();
    expect(closed).toBe(1);
  });

  it('closes the review, and nothing else, when the address has no link any more', async () => {
    await sharing.openText('good');
    sharing.leaveReview();
    expect(sharing.panel).toBeUndefined();
    sharing.askToMake();
    sharing.leaveReview();
    expect(sharing.panel).toEqual({ kind: 'make' });
  });

  it('takes files and pictures', async () => {
    await sharing.openFile(file('good file', 'application/json'));
    expect(sharing.panel?.kind).toBe('review');
    await sharing.openFile(file('', 'image/png'));
    expect(sharing.panel?.kind).toBe('review');
    await sharing.openFile(file('', 'image/jpeg'));
    expect(sharing.panel).toMatchObject({ failure: { code: 'noQrCode' } });
  });

  it('[L6] refuses a file by its size before reading it', async () => {
    const large = file('good', 'text/plain', limits.importBytes + 1);
    await sharing.openFile(Object.assign(large, { arrayBuffer: () => Promise.reject(new Error('it was read')) }));
    expect(sharing.panel).toMatchObject({ failure: { code: 'tooLarge', part: 'file', given: limits.importBytes + 1 } });
  });
});
