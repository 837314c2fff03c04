/** Bytes as text in `A–Z a–z 0–9 - _` (RFC 4648, without padding): the characters that no chat program touches. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const digitOf = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 64; digit += 1) digitOf[alphabet.charCodeAt(digit)] = digit;

/** Whether the UTF-16 unit is a character of the alphabet. */
export function isBase64Url(unit: number): boolean {
  return (digitOf[unit] ?? -1) >= 0;
}

/** How many characters so many bytes take. */
export function charactersFor(bytes: number): number {
  return Math.ceil((bytes * 8) / 6);
}

export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const characters = Math.min(4, charactersFor(bytes.length - at));
    for (let place = 0; place < characters; place += 1) text += alphabet.charAt((group >> (18 - 6 * place)) & 63);
  }
  return text;
}

/** `undefined` for a foreign character, and where another text stands for the same bytes, for that one was changed. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let place = 0; place < text.length; place += 1) {
    const digit = digitOf[text.charCodeAt(place)] ?? -1;
    if (digit < 0) return undefined;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = bits >> held;
    at += 1;
  }
  return held < 6 && (bits & ((1 << held) - 1)) === 0 ? bytes : undefined;
}
