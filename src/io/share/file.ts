/**
 * Scenarios as a small file, for what is too long for a link or must be kept: plain JSON that can be read, with a checksum over what
 * it says. Reading it also takes a text file that holds a link.
 */
import { limits } from '../../core/model/limits.ts';
import { err, ok, type Result } from '../../core/model/result.ts';
import { encodeScenario } from '../../core/scenario/document.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { textChecksum } from '../checksum.ts';
import { decodeShare } from './decode-link.ts';
import { parseJson } from './json.ts';
import { figuresOf, type ShareContext } from './link-contents.ts';
import { receive, type Shipment } from './receive.ts';
import type { SharedScenarios, ShareError } from '../../core/scenario/share.ts';

export const fileFormat = 'yuce-scenarios';
export const fileVersion = 1;

/** What the checksum covers: this object as JSON without blanks, its keys in the order in which they stand. */
interface FileBody {
  /** ISO 8601, for display only. */
  readonly savedAt: string;
  readonly dataset: { readonly id: string; readonly version: string };
  readonly figures: readonly (readonly [indicator: string, figure: number])[];
  readonly scenarios: readonly unknown[];
}

export interface SharedFile extends SharedScenarios {
  /** Absent in a text file that holds a link. */
  readonly savedAt?: string;
}

/** The text of the file, in UTF-8 without a byte order mark. `savedAt`: ISO 8601. */
export function encodeFile(scenarios: readonly Scenario[], context: ShareContext, savedAt: string): string {
  const { id, version } = context.dataset;
  const body: FileBody = {
    savedAt,
    dataset: { id, version },
    figures: [...figuresOf(scenarios, context)],
    scenarios: scenarios.map(encodeScenario),
  };
  return `${JSON.stringify({ format: fileFormat, version: fileVersion, crc: checksumOf(body), body }, undefined, 1)}\n`;
}

/** What a file says, before it is held against the open workbook. */
export interface FileContents extends Shipment {
  readonly savedAt: string;
}

/** Reads what {@link encodeFile} wrote, by any version of the app, or a text with a link. Never throws. */
export async function decodeFile(bytes: Uint8Array, context: ShareContext): Promise<Result<SharedFile, ShareError>> {
  const text = readText(bytes);
  if (!text.ok) return text;
  if (!/^\s*[{[]/.test(text.value)) return decodeShare(text.value, context);
  const contents = readContents(text.value);
  if (!contents.ok) return contents;
  const received = receive(contents.value, context);
  return received.ok ? ok({ ...received.value, savedAt: contents.value.savedAt }) : received;
}

/** The text of a file, unless it is too large or not Unicode. */
export function readText(bytes: Uint8Array): Result<string, ShareError> {
  const limit = limits.importBytes;
  if (bytes.length > limit) return err({ code: 'tooLarge', part: 'file', limit, given: bytes.length });
  const text = decodeText(bytes);
  return text === undefined ? err({ code: 'encoding' }) : ok(text);
}

/** What the text of a file says, if it is one of ours and unchanged. */
export function readContents(text: string): Result<FileContents, ShareError> {
  const json = parseJson(text, limits.jsonDepth);
  return json.ok ? readEnvelope(json.value) : json;
}

/** UTF-8, or UTF-16 where a byte order mark says so: some editors save text that way. */
function decodeText(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0]},${bytes[1]}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readEnvelope(envelope: unknown): Result<FileContents, ShareError> {
  const field = readFields(envelope);
  if (field('format') !== fileFormat) return err({ code: 'shape', at: 'format' });
  const version = field('version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return err({ code: 'shape', at: 'version' });
  const body = field('body');
  const intact = field('crc') === checksumOf(body);
  if (version > fileVersion) return err({ code: 'newer', version, intact });
  return intact ? readBody(body) : err({ code: 'damaged' });
}

function readBody(body: unknown): Result<FileContents, ShareError> {
  const field = readFields(body);
  const dataset = readFields(field('dataset'));
  const [id, version, savedAt, documents] = [dataset('id'), dataset('version'), field('savedAt'), field('scenarios')];
  if (typeof id !== 'string' || typeof version !== 'string') return err({ code: 'shape', at: 'dataset' });
  if (typeof savedAt !== 'string' || savedAt.length > 40) return err({ code: 'shape', at: 'savedAt' });
  if (!Array.isArray(documents)) return err({ code: 'shape', at: 'scenarios' });
  if (documents.length > limits.scenarios) {
    return err({ code: 'limit', at: 'scenarios', limit: limits.scenarios, given: documents.length });
  }
  const figures = readFigures(field('figures'));
  if (!figures) return err({ code: 'shape', at: 'figures' });
  return ok({ dataset: { id, version }, documents, figures, leftOut: [], savedAt });
}

function readFigures(value: unknown): ReadonlyMap<string, number> | undefined {
  if (!Array.isArray(value)) return undefined;
  const figures = new Map<string, number>();
  for (const entry of value as readonly unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 2) return undefined;
    const [indicator, figure] = entry as readonly unknown[];
    if (typeof indicator !== 'string' || typeof figure !== 'number' || !Number.isFinite(figure)) return undefined;
    figures.set(indicator, figure);
  }
  return figures;
}

/** Eight hexadecimal digits. */
function checksumOf(body: unknown): string {
  return textChecksum(JSON.stringify(body) ?? '')
    .toString(16)
    .padStart(8, '0');
}

/** Own fields only: one that is inherited counts as absent, and so does every field of what is no object. */
function readFields(value: unknown): (name: string) => unknown {
  if (typeof value !== 'object' || value === null) return () => undefined;
  return (name) => (Object.hasOwn(value, name) ? (Reflect.get(value, name) as unknown) : undefined);
}
