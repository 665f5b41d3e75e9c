/**
 * A small seeded source of chance (xorshift, Marsaglia 2003), so that a random case can be made again from its seed.
 */

/** Chance from a seed; equal seeds give equal sequences. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    // Spread neighbouring seeds apart; the state may not be 0.
    this.state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13)) | 0 || 1;
    for (let i = 0; i < 8; i++) this.next();
  }

  private next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }

  /** An integer from 0 to n − 1. */
  below(n: number): number {
    return Math.floor((this.next() / 2 ** 32) * n);
  }

  /** An integer from a to b, both included. */
  between(a: number, b: number): number {
    return a + this.below(b - a + 1);
  }

  /** True once in so many times on average (`chance(0.25)`: a quarter of the times). */
  chance(probability: number): boolean {
    return this.next() / 2 ** 32 < probability;
  }

  /** One of a list, which may not be empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[this.below(list.length)] as T;
  }

  /** So many of a list, in its order; all if it has fewer. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list.keys()];
    const taken = new Set<number>();
    while (taken.size < count && rest.length > 0) taken.add(rest.splice(this.below(rest.length), 1)[0] as number);
    return list.filter((_, i) => taken.has(i));
  }

  /** Makes one of several things, each with its weight. */
  weighted<T>(...ways: readonly (readonly [number, () => T])[]): T {
    let left = this.below(ways.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, make] of ways) {
      if (left < weight) return make();
      left -= weight;
    }
    throw new RangeError('no way to make anything');
  }
}
