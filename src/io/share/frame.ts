/**
 * The outside of a code, the same in every version for ever, so that an old app can tell a newer link from a damaged one:
 * u8 version · u32 CRC-32 of everything else · count of the bytes that follow · those bytes.
 * The count says where the code ends inside a text, and whether its end is missing.
 */
import { err, ok, type Result } from '../../core/model/result.ts';
import { limits } from '../../core/model/limits.ts';
import { crc32 } from '../checksum.ts';
import { charactersFor, fromBase64Url, toBase64Url } from './base64url.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import type { FoundCode } from './find-code.ts';
import type { ShareError } from '../../core/scenario/share.ts';

export interface Frame {
  readonly version: number;
  readonly checksum: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

const checksumAt = 1;
const checksumEnd = 5;
/** Hold version, checksum and every count that a code within the limit has; a multiple of four, so that no bit is left over. */
const headCharacters = 12;
/** A version as far ahead as this is taken for one even where the checksum fails. */
const versionsAhead = 8;

export function writeFrame(version: number, payload: Uint8Array): string {
  const writer = new ByteWriter();
  writer.byte(version);
  for (let at = checksumAt; at < checksumEnd; at += 1) writer.byte(0);
  writer.count(payload.length);
  writer.append(payload);
  const bytes = writer.toBytes();
  new DataView(bytes.buffer).setUint32(checksumAt, checksumOf(bytes));
  return toBase64Url(bytes);
}

/** The frame at the beginning of what was found, if it is whole and unchanged. `current`: the newest version this app reads. */
export function readFrame(found: FoundCode, current: number): Result<Frame, ShareError> {
  const frame = readWhole(found, current);
  const given = found.characters.length;
  const limit = limits.linkCharacters;
  // Of more than any link has, it does not matter what else is wrong.
  return frame.ok || given <= limit ? frame : err({ code: 'tooLarge', part: 'link', limit, given });
}

function readWhole(found: FoundCode, current: number): Result<Frame, ShareError> {
  const { characters } = found;
  if (characters.length < headCharacters) return tooShort(found);
  const head = new ByteReader(fromBase64Url(characters.slice(0, headCharacters)) ?? new Uint8Array(0));
  const version = head.byte();
  head.take(checksumEnd - checksumAt);
  const length = head.count();
  if (head.fault !== undefined) return err({ code: 'damaged' });
  const needed = charactersFor(checksumEnd + countBytes(length) + length);
  const isWhole = needed <= characters.length && needed <= limits.linkCharacters && isEnd(found, needed);
  const bytes = isWhole ? fromBase64Url(characters.slice(0, needed)) : undefined;
  const checksum = bytes && new DataView(bytes.buffer).getUint32(checksumAt);
  if (bytes && checksum !== undefined && checksum === checksumOf(bytes)) {
    if (version > current) return err({ code: 'newer', version, intact: true });
    return ok({ version, checksum, payload: bytes.slice(bytes.length - length) });
  }
  if (mayBeNewer(version, current)) return err({ code: 'newer', version, intact: false });
  return needed > characters.length && needed <= limits.linkCharacters
    ? tooShort(found, needed)
    : err({ code: 'damaged' });
}

function checksumOf(bytes: Uint8Array): number {
  const covered = new Uint8Array(bytes.length - (checksumEnd - checksumAt));
  covered.set(bytes.subarray(0, checksumAt));
  covered.set(bytes.subarray(checksumEnd), checksumAt);
  return crc32(covered);
}

function countBytes(count: number): number {
  return count < 0x80 ? 1 : 1 + countBytes(Math.floor(count / 0x80));
}

function mayBeNewer(version: number, current: number): boolean {
  return version > current && version <= current + versionsAhead;
}

/** What stands right behind a code and belongs to the text around it: `_link_` in some chat programs. */
const attached = /^[-_]{0,3}$/;

function isEnd({ characters, ends }: FoundCode, needed: number): boolean {
  const end = ends.find((place) => place >= needed) ?? characters.length;
  return attached.test(characters.slice(needed, end));
}

function tooShort({ characters, stop }: FoundCode, needed?: number): Result<never, ShareError> {
  if (stop !== undefined) return err({ code: 'alphabet', character: stop, at: characters.length });
  return err({ code: 'truncated', given: characters.length, ...(needed !== undefined && { needed }) });
}
