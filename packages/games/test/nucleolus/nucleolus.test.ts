import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOfOracle, type Layers } from '../../src/linear/layers.js';
import { TooLargeError } from '../../src/linear/too-large.js';
import { nucleolus, nucleolusByClass, type Division } from '../../src/nucleolus/nucleolus.js';
import { addRational, ONE, rational, showRational, ZERO } from '../../src/rational.js';
import { tauValue } from '../../src/tau.js';
import { bodyOf, classesOf } from '../linear/bodies.js';
import { layersOfMask, maskOf, monotoneGames, winsIn, type Mask } from '../linear/everything.js';
import { isPrenucleolus } from './kohlberg.js';

const told = (division: Division): string => (division.kind === 'shares' ? division.shares.map(showRational).join(' ') : division.why);
const weighted = (quota: number, ...weights: number[]): Layers => bodyOf([{ quota, weights }]);
const needs = (mask: Mask, n: number, player: number): boolean => winsIn(mask, (1 << n) - 1) && !winsIn(mask, ((1 << n) - 1) & ~(1 << player));

describe('the nucleolus', () => {
  it.each([
    ['the majority of three', weighted(2, 1, 1, 1), '1/3 1/3 1/3'],
    ['a shareholder who cannot be outvoted', weighted(51, 50, 49, 1), '1 0 0'],
    ['the apex game (von Neumann & Morgenstern 1944)', weighted(4, 3, 1, 1, 1, 1), '3/7 1/7 1/7 1/7 1/7'],
    ['European Community 1958', weighted(12, 4, 4, 4, 2, 2, 1), '1/4 1/4 1/4 1/8 1/8 0'],
    ['Nassau County 1958', weighted(16, 9, 9, 7, 3, 1, 1), '1/3 1/3 1/3 0 0 0'],
    ['two who can do without each other, but not without a third', weighted(5, 3, 2, 2), '1 0 0'],
    ['unanimity', weighted(3, 1, 1, 1), '1/3 1/3 1/3'],
    ['a dictator', weighted(2, 2, 1), '1 0'],
  ])('of %s', (_, layers, shares) => {
    expect(told(nucleolus(layers))).toBe(shares);
  });

  it('of constant-sum homogeneous weighted games is their weights (Peleg 1968)', () => {
    for (const weights of [[1, 1, 1], [2, 1, 1, 1], [3, 1, 1, 1, 1], [2, 2, 1, 1, 1], [3, 2, 2, 1, 1], [4, 3, 3, 1, 1, 1]]) {
      const sum = weights.reduce((all, weight) => all + weight, 0);
      expect(told(nucleolus(weighted((sum + 1) / 2, ...weights)))).toBe(weights.map((weight) => showRational(rational(weight, sum))).join(' '));
    }
  });

  it('of the Security Council: the permanent members share equally, and so says the sequence of programs', () => {
    const layers = weighted(39, 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    expect(told(nucleolus(layers))).toBe([...new Array<string>(5).fill('1/5'), ...new Array<string>(10).fill('0')].join(' '));
    expect(nucleolusByClass(layers)).toEqual([rational(1, 5), ZERO]);
  });

  it('of all games of up to four players in which nobody wins alone is what Kohlberg asks for', () => {
    for (const n of [2, 3, 4]) {
      for (const mask of monotoneGames(n)) {
        const division = nucleolus(layersOfMask(mask, n));
        const alone = Array.from({ length: n }, (_, i) => winsIn(mask, 1 << i)).filter(Boolean).length;
        expect(division.kind).toBe(winsIn(mask, 0) || mask === 0n || alone > 1 ? 'not applicable' : 'shares');
        if (division.kind === 'shares' && alone === 0) expect(isPrenucleolus(mask, division.shares)).toBe(true);
      }
    }
  });

  it('of vetoers: they share equally, whichever way it is found', () => {
    for (const mask of monotoneGames(4)) {
      const vetoers = [0, 1, 2, 3].filter((player) => needs(mask, 4, player));
      const layers = layersOfMask(mask, 4);
      const division = nucleolus(layers);
      if (vetoers.length === 0 || division.kind !== 'shares') continue;
      const equal = [0, 1, 2, 3].map((player) => (vetoers.includes(player) ? rational(1, vetoers.length) : ZERO));
      expect(division.shares).toEqual(equal);
      if (vetoers.length > 1) expect(nucleolusByClass(layers)).toEqual(equal);
    }
  });

  it('of random votes of up to six, one or two together, is what Kohlberg asks for; classes do not matter', () => {
    const votes = fc.integer({ min: 3, max: 6 }).chain((n) => fc.tuple(...[0, 1].map(() => fc.record({ weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n }), part: fc.double({ min: 0.4, max: 0.7, noNaN: true }) }))));
    let applied = 0;
    fc.assert(
      fc.property(votes, fc.constantFrom('and', 'or', 'first'), (pair, how) => {
        const list = pair.map(({ weights, part }) => ({ weights, quota: Math.max(1, Math.ceil(part * weights.reduce((sum, weight) => sum + weight, 0))) }));
        const passes = ([a, b]: readonly boolean[]): boolean => (how === 'and' ? a! && b! : how === 'or' ? a! || b! : a!);
        const n = list[0]!.weights.length;
        const masks = list.map(({ weights, quota }) => maskOf(weights.map(BigInt), BigInt(quota)));
        const mask = how === 'and' ? masks[0]! & masks[1]! : how === 'or' ? masks[0]! | masks[1]! : masks[0]!;
        const division = nucleolus(bodyOf(list, passes, how === 'first' ? classesOf(list.slice(0, 1)) : undefined));
        if (division.kind !== 'shares' || Array.from({ length: n }, (_, i) => i).some((i) => winsIn(mask, 1 << i))) return;
        applied++;
        expect(division.shares.reduce(addRational, ZERO)).toEqual(ONE);
        expect(isPrenucleolus(mask, division.shares)).toBe(true);
        expect(nucleolus(layersOfMask(mask, n))).toEqual(division);
      }),
      { numRuns: 30 },
    );
    expect(applied).toBeGreaterThan(10);
  });

  it('does not apply where two win alone, or votes do not matter, or the game is not monotone; beyond its limits it is refused', () => {
    expect(told(nucleolus(weighted(1, 1, 1, 1)))).toBe('3 members win alone, and there is only one decision to share');
    expect(told(nucleolus(layersOfOracle([0, 0], () => false)))).toBe('no coalition wins');
    expect(told(nucleolus(layersOfOracle([0, 0], () => true)))).toBe('every coalition wins, even that of nobody');
    const odd = (isIn: (player: number) => boolean): boolean => [0, 1, 2].filter(isIn).length === 1 || [0, 1, 2].every(isIn);
    expect(nucleolus(layersOfOracle([0, 0, 0], odd)).kind).toBe('not applicable');
    expect(() => nucleolus(weighted(4, 3, 1, 1, 1, 1), { classes: 1 })).toThrow(TooLargeError);
  });
});

describe('the tau value', () => {
  it('by its definition over all coalitions, for all games of up to four players', () => {
    for (const n of [1, 2, 3, 4]) {
      for (const mask of monotoneGames(n)) {
        const own = tauValue(layersOfMask(mask, n));
        const all = (1 << n) - 1;
        if (!winsIn(mask, all) || winsIn(mask, 0)) {
          expect(own.kind).toBe('not applicable');
          continue;
        }
        const players = Array.from({ length: n }, (_, i) => i);
        const most = players.map((i) => (needs(mask, n, i) ? 1 : 0));
        const least = players.map((i) => {
          const remainders = Array.from({ length: 1 << n }, (_, coalition) => coalition)
            .filter((coalition) => (coalition >> i) & 1)
            .map((coalition) => (winsIn(mask, coalition) ? 1 : 0) - players.reduce((sum, k) => (k !== i && (coalition >> k) & 1 ? sum + most[k]! : sum), 0));
          return Math.max(...remainders);
        });
        const [low, high] = [least, most].map((list) => list.reduce((sum, entry) => sum + entry, 0)) as [number, number];
        const balanced = low <= 1 && high >= 1 && least.every((entry, i) => entry <= most[i]!);
        expect(own.kind).toBe(balanced ? 'shares' : 'not applicable');
        if (own.kind !== 'shares') continue;
        // least + α (most - least), with α such that the shares add up to one.
        const alpha = high === low ? ZERO : rational(1 - low, high - low);
        expect(own.shares).toEqual(players.map((i) => addRational(rational(least[i]!), rational(alpha.num * BigInt(most[i]! - least[i]!), alpha.den))));
      }
    }
  });

  it('of the Security Council is shared by the permanent members; without vetoers it does not exist', () => {
    expect(told(tauValue(weighted(39, 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)))).toMatch(/^(1\/5 ){5}(0 ){9}0$/);
    expect(told(tauValue(weighted(2, 1, 1, 1)))).toBe('nobody has a veto, so nobody can claim anything (the game is not quasi-balanced)');
    expect(tauValue(layersOfOracle([0, 1], (isIn) => isIn(0) !== isIn(1) || isIn(0))).kind).toBe('not applicable');
  });
});
