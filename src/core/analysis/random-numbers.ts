/**
 * Random numbers that come again, bit for bit, with their seed. xoshiro128** by D. Blackman and S. Vigna, "Scrambled linear
 * pseudorandom number generators" (ACM TOMS 47, 2021); its state is filled by their splitmix64, as they advise.
 */

const bits64 = (1n << 64n) - 1n;

/** The next states of splitmix64 from a seed, which counts modulo 2^64. */
export function* splitMix(seed: bigint): Generator<bigint, never> {
  for (let state = seed & bits64; ;) {
    state = (state + 0x9e3779b97f4a7c15n) & bits64;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & bits64;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & bits64;
    yield mixed ^ (mixed >> 31n);
  }
}

export class RandomNumbers {
  /** Four words of 32 bits, not all zero. */
  readonly #state: Uint32Array;

  constructor(state: Uint32Array) {
    this.#state = state;
  }

  /**
   * The numbers of one stream of a seed, a whole number: streams by different names have nothing to do with each other, so that
   * another stream more or less changes none of them.
   */
  static ofStream(seed: number, name: string): RandomNumbers {
    const mix = splitMix((BigInt(seed) << 32n) ^ BigInt(hash(name)));
    const [first, second] = [mix.next().value, mix.next().value];
    return new RandomNumbers(Uint32Array.of(...wordsOf(first), ...wordsOf(second)));
  }

  /** 32 random bits as a whole number. */
  nextWord(): number {
    const s = this.#state;
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = s;
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const third = s2 ^ s0;
    const fourth = s3 ^ s1;
    s[0] = s0 ^ fourth;
    s[1] = s1 ^ third;
    s[2] = third ^ (s1 << 9);
    s[3] = rotateLeft(fourth, 11);
    return result;
  }

  /** Between 0 and 1, neither included: 52 random bits and a half. */
  next(): number {
    const high = this.nextWord() >>> 6;
    const low = this.nextWord() >>> 6;
    return (high * 2 ** 26 + low + 0.5) / 2 ** 52;
  }
}

/** The lower half, then the upper one. */
function wordsOf(value: bigint): readonly [number, number] {
  return [Number(value & 0xffffffffn), Number(value >> 32n)];
}

/** FNV-1a, 32 bits, over the units of the text. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

function rotateLeft(word: number, places: number): number {
  return (word << places) | (word >>> (32 - places));
}
