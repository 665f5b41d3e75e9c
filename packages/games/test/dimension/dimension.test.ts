import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areApart } from '../../src/dimension/apart.js';
import { dimensionOf, type Dimension } from '../../src/dimension/dimension.js';
import { maximalLosing } from '../../src/dimension/losing.js';
import { weightedParts } from '../../src/dimension/parts.js';
import { rejecting } from '../../src/dimension/reject.js';
import type { Formula } from '../../src/game.js';
import { layersOfOracle, nodesOf } from '../../src/linear/layers.js';
import { TooLargeError } from '../../src/linear/too-large.js';
import { bodyOf } from '../linear/bodies.js';
import { layersOfMask, maskOf, monotoneGames, winsIn, type Mask } from '../linear/everything.js';

const bounds = (dimension: Dimension): [number, number | undefined] | string => (dimension.kind === 'dimension' ? [dimension.atLeast, dimension.atMost] : dimension.why);
const vote = (weights: readonly number[], quota: number): Formula => ({ kind: 'threshold', quota: BigInt(quota), terms: weights.map((weight, of) => ({ of, weight: BigInt(weight) })) });

/** The dimension by trying: how few of these weighted games that contain a game intersect to it. */
function plainly(mask: Mask, weighted: readonly Mask[]): number {
  const above = weighted.filter((game) => (mask & ~game) === 0n);
  let reached = new Set<Mask>(above);
  for (let count = 1; ; count++) {
    if (reached.has(mask)) return count;
    const next = new Set<Mask>();
    for (const a of reached) for (const b of above) next.add(a & b);
    reached = next;
  }
}

/** All games of small whole weights: of up to five players, no weight above five is needed (Muroga 1971). */
function weightedGames(n: number): Set<Mask> {
  const found = new Set<Mask>();
  const sorted = function* (length: number, most: number): Generator<number[]> {
    if (length === 0) yield [];
    else for (let first = 0; first <= most; first++) for (const rest of sorted(length - 1, first)) yield [first, ...rest];
  };
  for (const weights of sorted(n, 5)) {
    const orders = new Set(permutations(weights).map(String));
    for (let quota = 0; quota <= weights.reduce((sum, weight) => sum + weight, 0) + 1; quota++) for (const order of orders) found.add(maskOf(order.split(',').map(BigInt), BigInt(quota)));
  }
  return found;
}

const permutations = (list: readonly number[]): number[][] => (list.length === 0 ? [[]] : list.flatMap((first, i) => permutations(list.filter((_, k) => k !== i)).map((rest) => [first, ...rest])));

/** A spread of a list, to keep a test short. */
const every = <T>(list: readonly T[], step: number): T[] => list.filter((_, i) => i % step === 0);

describe('the dimension', () => {
  it('of all games of four players, and of some of five, is what trying says; the parts intersect to the game', () => {
    for (const [n, step] of [[4, 1], [5, 97]] as const) {
      const games = monotoneGames(n);
      const weighted = weightedGames(n);
      expect(weighted.size).toBe(n === 4 ? 150 : 3287);
      for (const mask of every(games, step)) {
        const own = dimensionOf(layersOfMask(mask, n));
        if (own.kind !== 'dimension') throw new Error(own.why);
        const plain = plainly(mask, [...weighted]);
        expect([own.atLeast, own.atMost]).toEqual([plain, plain]);
        expect(own.games!.map(({ weights, quota }) => maskOf(weights, quota)).reduce((all, game) => all & game)).toBe(mask);
      }
    }
  });

  it('grows exponentially: m pairs of which one is needed in full have 2^(m-1) (Taylor & Zwicker 1993); of which one member each is needed, m', () => {
    for (const pairs of [2, 3, 4]) {
      const classOf = Array.from({ length: 2 * pairs }, (_, i) => Math.floor(i / 2));
      const each = Array.from({ length: pairs }, (_, i) => i);
      expect(bounds(dimensionOf(layersOfOracle(classOf, (isIn) => each.some((i) => isIn(2 * i) && isIn(2 * i + 1)))))).toEqual([2 ** (pairs - 1), 2 ** (pairs - 1)]);
      expect(bounds(dimensionOf(layersOfOracle(classOf, (isIn) => each.every((i) => isIn(2 * i) || isIn(2 * i + 1)))))).toEqual([pairs, pairs]);
    }
  });

  it('of the Canadian amending formula is 2 (Kilgour 1983; Taylor & Zwicker 1999)', () => {
    const provinces = [386, 228, 135, 116, 44, 37, 27, 22, 21, 4];
    const layers = bodyOf([{ quota: 7, weights: provinces.map(() => 1) }, { quota: Math.ceil(provinces.reduce((sum, people) => sum + people) / 2), weights: provinces }], (carried) => carried.every(Boolean));
    expect(bounds(dimensionOf(layers))).toEqual([2, 2]);
  });

  it('has bounds where it is hard: coalitions that are apart by trying, games whose intersection is the game', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 7, maxLength: 7 }), { minLength: 2, maxLength: 3 }), fc.boolean(), (lists, both) => {
        const votes = lists.map((weights) => ({ weights, quota: Math.max(1, Math.ceil(0.55 * weights.reduce((sum, weight) => sum + weight, 0))) }));
        const passes = (carried: readonly boolean[]): boolean => (both ? carried.every(Boolean) : carried.some(Boolean));
        const layers = bodyOf(votes, passes);
        const own = dimensionOf(layers);
        if (own.kind !== 'dimension') throw new Error(own.why);
        const masks = votes.map(({ weights, quota }) => maskOf(weights.map(BigInt), BigInt(quota)));
        const mask = masks.reduce((a, b) => (both ? a & b : a | b));
        expect(own.games!.map(({ weights, quota }) => maskOf(weights, quota)).reduce((all, game) => all & game)).toBe(mask);
        expect(own.games!.length).toBe(own.atMost);
        if (both) expect(own.atLeast <= votes.length).toBe(true);
        const bits = own.apart.map((coalition) => coalition.reduce((set, player) => set | (1 << player), 0));
        for (const a of bits) for (const b of bits) if (a < b) expect(canTrade(mask, a, b)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('of the Council of the European Union of 27 is between 8 and 11; the weighted games of the bound intersect to its rule, node by node', () => {
    // In ten thousands, rounded: any such list will do.
    const people = [8283, 6689, 6048, 4666, 3798, 1952, 1718, 1141, 1074, 1061, 1029, 1012, 978, 882, 705, 578, 551, 544, 484, 411, 281, 207, 193, 132, 86, 60, 48];
    const quota = Math.ceil(0.65 * people.reduce((sum, own) => sum + own));
    const heads = people.map(() => 1);
    const votes = [{ quota: 15, weights: heads }, { quota, weights: people }, { quota: 24, weights: heads }];
    const layers = bodyOf(votes, ([members, inhabitants, blocked]) => (members! && inhabitants!) || blocked!);
    const parts = weightedParts({ players: people.map(String), formula: { kind: 'or', of: [{ kind: 'and', of: [vote(heads, 15), vote(people, quota)] }, vote(heads, 24)] } })!;
    const together = bodyOf(parts.map((part) => ({ quota: Number(part.quota), weights: part.weights.map(Number) })), (carried) => carried.every(Boolean), layers.classOf);
    expect(together.edges.map(String)).toEqual(layers.edges.map(String));
    const own = dimensionOf(layers, { parts });
    if (own.kind !== 'dimension') throw new Error(own.why);
    expect([own.atLeast, own.atMost, parts.length]).toEqual([8, 11, 11]);
    expect(own.apart.length).toBe(own.atLeast);
    expect(nodesOf(layers)).toBeGreaterThan(5000);
  });

  it('does not apply to games that are not monotone, and is refused beyond its limits', () => {
    expect(dimensionOf(layersOfOracle([0, 1], (isIn) => isIn(0) && !isIn(1))).kind).toBe('not applicable');
    expect(() => dimensionOf(bodyOf([{ quota: 3, weights: [2, 1, 1] }]), { nodes: 1 })).toThrow(TooLargeError);
  });
});

describe('what bounds are made of', () => {
  it('maximal losing coalitions', () => {
    for (const mask of monotoneGames(4)) {
      const list = Array.from({ length: 16 }, (_, coalition) => coalition).filter((coalition) => !winsIn(mask, coalition) && [0, 1, 2, 3].every((i) => (coalition >> i) & 1 || winsIn(mask, coalition | (1 << i))));
      const own = maximalLosing(layersOfMask(mask, 4), 100)!.map((coalition) => coalition.reduce((set, player) => set | (1 << player), 0));
      expect(own.sort((a, b) => a - b)).toEqual(list);
    }
    expect(maximalLosing(bodyOf([{ quota: 5, weights: new Array<number>(10).fill(1) }]), 209)).toBeUndefined();
    expect(maximalLosing(bodyOf([{ quota: 5, weights: new Array<number>(10).fill(1) }]), 210)).toHaveLength(210);
  });

  it('pairs that are apart, and weighted games that reject some', () => {
    for (const mask of every(monotoneGames(4), 3)) {
      const layers = layersOfMask(mask, 4);
      const losing = maximalLosing(layers, 100)!;
      for (const a of losing) {
        for (const b of losing) {
          const [x, y] = [a, b].map((coalition) => coalition.reduce((set, player) => set | (1 << player), 0)) as [number, number];
          expect(areApart(layers, a, b)).toBe(canTrade(mask, x, y));
          const game = rejecting(layers, [a, b]);
          if (canTrade(mask, x, y)) expect(game).toBeUndefined();
          else if (game !== undefined) {
            const own = maskOf(game.weights, game.quota);
            expect([mask & ~own, winsIn(own, x), winsIn(own, y)]).toEqual([0n, false, false]);
          }
        }
      }
    }
  });

  it('parts that a formula shows', () => {
    const players = ['Arcadia', 'Borduria', 'Syldavia', 'Ruritania', 'Zubrowka', 'Freedonia'];
    const check = (formula: Formula, count: number | undefined): void => {
      const parts = weightedParts({ players, formula });
      expect(parts?.length).toBe(count);
      if (parts === undefined) return;
      const whole = layersOfOracle([0, 1, 2, 3, 4, 5], (isIn) => holdsFor(formula, isIn));
      const together = layersOfOracle([0, 1, 2, 3, 4, 5], (isIn) => parts.every(({ weights, quota }) => weights.reduce((sum, weight, i) => (isIn(i) ? sum + weight : sum), 0n) >= quota));
      expect(together).toEqual(whole);
    };
    const [heads, people] = [[1, 1, 1, 1, 1, 1], [9, 6, 4, 2, 1, 1]];
    check(vote(people, 12), 1);
    check({ kind: 'and', of: [vote(heads, 4), vote(people, 15)] }, 2);
    check({ kind: 'and', of: [vote(heads, 4), vote(heads, 3), vote(people, 15)] }, 2);
    for (let quota = 1; quota <= 23; quota++) for (let least = 1; least <= 6; least++) check({ kind: 'or', of: [vote(people, quota), vote(heads, least)] }, weightedParts({ players, formula: { kind: 'or', of: [vote(people, quota), vote(heads, least)] } })!.length);
    check({ kind: 'or', of: [vote(people, 12), vote([1, 1, 1, 0, 0, 0], 3)] }, undefined);
    check({ kind: 'constant', value: true }, 0);
    check({ kind: 'not', of: vote(people, 12) }, undefined);
    check({ kind: 'threshold', quota: 2n, terms: [{ of: vote(heads, 4), weight: 1n }, { of: vote(people, 15), weight: 1n }] }, 2);
  });
});

/** Whether the members of two coalitions can be shared out to two that win, by trying. */
function canTrade(mask: Mask, a: number, b: number): boolean {
  const [both, one] = [a & b, a ^ b];
  for (let part = one; ; part = (part - 1) & one) {
    if (winsIn(mask, both | part) && winsIn(mask, both | (one & ~part))) return true;
    if (part === 0) return false;
  }
}

function holdsFor(formula: Formula, isIn: (player: number) => boolean): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'not':
      return !holdsFor(formula.of, isIn);
    case 'and':
      return formula.of.every((part) => holdsFor(part, isIn));
    case 'or':
      return formula.of.some((part) => holdsFor(part, isIn));
    case 'threshold':
      return formula.terms.reduce((sum, { of, weight }) => ((typeof of === 'number' ? isIn(of) : holdsFor(of, isIn)) ? sum + weight : sum), 0n) >= formula.quota;
  }
}
