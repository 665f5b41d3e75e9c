/**
 * A seeded source of random numbers: xoshiro128** 1.1 (D. Blackman & S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on
 * Mathematical Software 47 (2021), article 36), its state filled from the seed by the finaliser of MurmurHash3 (A. Appleby 2011) over a Weyl sequence. Period
 * 2^128 - 1. Not for secrets.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** @param seed any whole number; its low 32 bits and the next 21 count */
  constructor(seed: number) {
    let weyl = mix((seed >>> 0) + 0x9e3779b9) ^ mix((Math.floor(seed / 2 ** 32) >>> 0) + 0x7f4a7c15);
    const next = (): number => mix((weyl += 0x9e3779b9));
    [this.a, this.b, this.c, this.d] = [next(), next(), next(), next()];
    // The one state that never leaves itself.
    if ((this.a | this.b | this.c | this.d) === 0) this.d = 1;
  }

  /** A generator in a given state of four words, not all zero. */
  static inState(a: number, b: number, c: number, d: number): Random {
    const random = new Random(0);
    [random.a, random.b, random.c, random.d] = [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
    return random;
  }

  /** A whole number from 0 to 2^32-1. */
  word(): number {
    const { b } = this;
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    this.c ^= this.a;
    this.d ^= b;
    this.b = b ^ this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** From 0 to below 1, in steps of 2^-53. */
  unit(): number {
    return ((this.word() >>> 5) * 67108864 + (this.word() >>> 6)) / 9007199254740992;
  }

  /** A whole number from 0 to below `bound` (at most 2^32), each equally likely: D. Lemire's rejection, ACM TOMACS 29 (2019). */
  below(bound: number): number {
    const least = (2 ** 32) % bound;
    for (;;) {
      const word = this.word();
      const product = word * bound;
      // Low 32 bits of the product; the product itself may need more than 53.
      const low = Math.imul(word, bound) >>> 0;
      if (low >= least) return bound <= 2 ** 21 ? Math.floor(product / 2 ** 32) : Number((BigInt(word) * BigInt(bound)) >> 32n);
    }
  }
}

/** The finaliser of MurmurHash3. */
function mix(word: number): number {
  let h = word >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
