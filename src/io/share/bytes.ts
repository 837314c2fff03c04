/** Bytes as links pack them: small numbers short, every double exact. */

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * The first byte of a number: bit 7 says that more digits follow, bits 5–6 are the lowest of the digits, bit 4 is the sign,
 * bits 0–3 say where the point stands (or that a raw double follows).
 */
const signBit = 0x10;
const rawDouble = 0x0f;
/** "Minus nothing" stands for no number at all, since a cell never holds −0. */
const noNumber = signBit;
const largestExponent = 2;
const smallestExponent = -12;

export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  /** A whole number up to 2⁵³ − 1, seven bits to a byte, lowest first. */
  count(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.#bytes.push((rest % 0x80) | 0x80);
    this.#bytes.push(rest);
  }

  /** Any finite number to the last bit (−0 as 0), or `undefined`. What is short in decimal digits is short here. */
  number(value: number | undefined): void {
    if (value === undefined) return this.byte(noNumber);
    const decimal = splitDecimal(Math.abs(value));
    if (!decimal) {
      this.byte(rawDouble);
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, value);
      for (let at = 0; at < 8; at += 1) this.byte(view.getUint8(at));
      return;
    }
    const rest = Math.floor(decimal.digits / 4);
    const low = (decimal.digits % 4) << 5;
    this.byte((largestExponent - decimal.exponent) | (value < 0 ? signBit : 0) | low | (rest > 0 ? 0x80 : 0));
    if (rest > 0) this.count(rest);
  }

  /** As UTF-8, which has no form for half of a surrogate pair: that becomes U+FFFD. */
  text(text: string): void {
    const bytes = encoder.encode(text);
    this.count(bytes.length);
    this.append(bytes);
  }

  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** What was written so far, as a part of known length of another writer. */
  part(part: ByteWriter): void {
    this.count(part.#bytes.length);
    for (const byte of part.#bytes) this.#bytes.push(byte);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** The shortest decimal text of the double as `digits · 10^exponent`, where both fit; the same text reads back as the same double. */
function splitDecimal(value: number): { readonly digits: number; readonly exponent: number } | undefined {
  if (value === 0) return { digits: 0, exponent: largestExponent };
  const [mantissa = '', power = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const written = whole + fraction;
  const significant = written.replace(/0+$/, '');
  let exponent = Number(power) - fraction.length + (written.length - significant.length);
  let digits = Number(significant);
  for (; exponent > largestExponent && digits <= Number.MAX_SAFE_INTEGER; exponent -= 1) digits *= 10;
  if (digits > Number.MAX_SAFE_INTEGER || exponent < smallestExponent) return undefined;
  return { digits, exponent };
}

/**
 * Reads what {@link ByteWriter} wrote. What cannot be read is noted once in `fault` and reads as nothing from then on, so that a
 * reader of structures needs no check at every step, only before it trusts the whole.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #fault: string | undefined;
  /** What is being read, for the message. */
  place = '';

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get fault(): string | undefined {
    return this.#fault;
  }
  get left(): number {
    return this.#fault === undefined ? this.#bytes.length - this.#at : 0;
  }

  fail(): void {
    this.#fault ??= this.place;
  }

  byte(): number {
    const byte = this.left > 0 ? this.#bytes[this.#at] : undefined;
    if (byte === undefined) {
      this.fail();
      return 0;
    }
    this.#at += 1;
    return byte;
  }

  count(): number {
    let value = 0;
    for (let weight = 1; weight <= 2 ** 49; weight *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * weight;
      if (byte < 0x80 && value <= Number.MAX_SAFE_INTEGER) return value;
    }
    this.fail();
    return 0;
  }

  /** How many things follow that take at least a byte each. */
  length(): number {
    const length = this.count();
    if (length <= this.left) return length;
    this.fail();
    return 0;
  }

  /** Never −0; what is not finite is a fault. */
  number(): number | undefined {
    const head = this.byte();
    if (head === noNumber) return undefined;
    if (head === rawDouble) {
      const view = new DataView(new ArrayBuffer(8));
      for (let at = 0; at < 8; at += 1) view.setUint8(at, this.byte());
      const value = view.getFloat64(0);
      if (!Number.isFinite(value)) this.fail();
      return value === 0 ? 0 : value;
    }
    const digits = ((head >> 5) & 3) + (head & 0x80 ? this.count() * 4 : 0);
    const exponent = largestExponent - (head & 0x0f);
    if (exponent < smallestExponent || digits > Number.MAX_SAFE_INTEGER) this.fail();
    const size = Number(`${digits}e${exponent}`);
    return head & signBit && size !== 0 ? -size : size;
  }

  text(): string {
    const bytes = this.take(this.length());
    try {
      return decoder.decode(bytes);
    } catch {
      this.fail();
      return '';
    }
  }

  take(length: number): Uint8Array {
    if (length > this.left) {
      this.fail();
      return new Uint8Array(0);
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** The next part, as {@link ByteWriter.part} wrote it, under the same place. */
  part(): ByteReader {
    return new ByteReader(this.take(this.length()));
  }
}
