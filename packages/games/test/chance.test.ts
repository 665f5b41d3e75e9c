import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteBanzhaf, addRational, binomialSemivalue, mulRational, multilinear, ONE, outlookOf, powerToAct, profileByEnumeration, rae, rational, shapleyShubik, showRational, subRational, toNumber, UNIFORM, weightedGame,
  wins, ZERO, type AnyOutlook, type Outlook, type Rational, type SimpleGame, type Votes,
} from '../src/index.js';
import { anyOf, coalitions, games, monotoneOf, names } from './support/games.js';

const exactly = (outlook: AnyOutlook): Outlook<Rational> => {
  if (!outlook.exact) throw new Error('not exact');
  return outlook;
};
const decisive = (outlook: AnyOutlook) => exactly(outlook).members.map(({ decisive }) => showRational(decisive));
const show = (values: readonly Rational[]) => values.map(showRational);
const everybody = (game: SimpleGame): number[] => game.players.map((_, i) => i);
const probability = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })).map(([a, b]) => rational(a, a + b || 1));
const power = ({ num, den }: Rational, k: number) => rational(num ** BigInt(k), den ** BigInt(k));

/** By the definition: the probability of each set of those who say yes, for one of three ways to vote. */
function byDefinition(game: SimpleGame, chance: (isIn: (player: number) => boolean) => Rational): Outlook<Rational> {
  const n = game.players.length;
  const sum = (isCounted: (isIn: (player: number) => boolean) => boolean) =>
    coalitions(n).reduce((all, isIn) => (isCounted(isIn) ? addRational(all, chance(isIn)) : all), ZERO);
  return {
    acts: sum((isIn) => wins(game, isIn)),
    members: game.players.map((_, i) => {
      const side = (isIn: (player: number) => boolean, inside: boolean) => wins(game, (player) => (player === i ? inside : isIn(player)));
      return {
        yes: sum((isIn) => isIn(i)),
        decisive: subRational(sum((isIn) => side(isIn, true) && !side(isIn, false)), sum((isIn) => side(isIn, false) && !side(isIn, true))),
        success: sum((isIn) => wins(game, isIn) === isIn(i)),
      };
    }),
  };
}

describe('what is to be expected of a vote', () => {
  it('by the definition, for probabilities of each member and scenarios of them', () => {
    fc.assert(fc.property(games(5, anyOf).chain((game) => fc.record({
      game: fc.constant(game), one: fc.array(probability, { minLength: game.players.length, maxLength: game.players.length }), other: fc.array(probability, { minLength: game.players.length, maxLength: game.players.length }), weight: probability,
    })), ({ game, one, other, weight }) => {
      const chance = (yes: readonly Rational[]) => (isIn: (player: number) => boolean) => yes.reduce((all, p, i) => mulRational(all, isIn(i) ? p : subRational(ONE, p)), ONE);
      const votes = (yes: readonly Rational[]): Votes => yes.map((p, i) => ({ members: [i], yes: p }));
      const { acts, members } = exactly(outlookOf(game, votes(one)));
      expect({ acts, members }).toEqual(byDefinition(game, chance(one)));
      expect(multilinear(game, one)).toEqual(acts);
      const mixed = exactly(outlookOf(game, [{ weight, votes: votes(one) }, { weight: subRational(ONE, weight), votes: votes(other) }]));
      expect({ acts: mixed.acts, members: mixed.members }).toEqual(byDefinition(game, (isIn) => addRational(mulRational(weight, chance(one)(isIn)), mulRational(subRational(ONE, weight), chance(other)(isIn)))));
    }), { numRuns: 60 });
  });

  it('by the definition, for groups with a common probability: the mean over it', () => {
    // Σ of p^t (1-p)^(m-t) over p under Beta(a, b), a and b whole: by factorials.
    const factorial = (k: number): bigint => (k <= 1 ? 1n : BigInt(k) * factorial(k - 1));
    const mean = (a: number, b: number, t: number, m: number) => rational(factorial(a + t - 1) * factorial(b + m - t - 1) * factorial(a + b - 1), factorial(a + b + m - 1) * factorial(a - 1) * factorial(b - 1));
    fc.assert(fc.property(games(5, anyOf), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }), probability, (game, marks, [a, b, c, d], p) => {
      const group = (mark: number) => everybody(game).filter((i) => marks[i] === mark);
      const votes: Votes = [
        { members: group(0), yes: { a: rational(a!), b: rational(b!) } }, { members: group(1), yes: p }, { members: group(2), yes: { a: rational(c!), b: rational(d!) } },
      ];
      const { acts, members } = exactly(outlookOf(game, votes));
      const inside = (mark: number, isIn: (player: number) => boolean) => group(mark).filter(isIn).length;
      expect({ acts, members }).toEqual(byDefinition(game, (isIn) => {
        const t = inside(1, isIn);
        return mulRational(mulRational(mean(a!, b!, inside(0, isIn), group(0).length), mean(c!, d!, inside(2, isIn), group(2).length)), mulRational(power(p, t), power(subRational(ONE, p), group(1).length - t)));
      }));
    }), { numRuns: 60 });
  });

  it('is Banzhaf, Rae and Coleman by the toss of coins, Shapley–Shubik with a common unknown probability, binomial in between', () => {
    fc.assert(fc.property(games(7, monotoneOf), probability, (game, p) => {
      const profile = profileByEnumeration(game);
      const coins = exactly(outlookOf(game, []));
      expect(coins.acts).toEqual(powerToAct(profile));
      expect(coins.members.map(({ decisive }) => decisive)).toEqual(absoluteBanzhaf(profile));
      expect(coins.members.map(({ success }) => success)).toEqual(rae(profile));
      expect(decisive(outlookOf(game, [{ members: everybody(game), yes: UNIFORM }]))).toEqual(show(shapleyShubik(profile)));
      expect(decisive(outlookOf(game, [{ members: everybody(game), yes: p }]))).toEqual(show(binomialSemivalue(profile, p)));
    }));
  });

  it('with a parameter that is no whole number', () => {
    // One member who decides alone, and says yes with Beta(1/2, 3/2): on average 1/4.
    const alone = weightedGame(1, [1]);
    expect(showRational(exactly(outlookOf(alone, [{ members: [0], yes: { a: rational(1, 2), b: rational(3, 2) } }])).acts)).toBe('1/4');
    // Two of whom both are needed: E p² = 1/2 · 3/2 / (2 · 3) = 1/8.
    expect(showRational(exactly(outlookOf(weightedGame(2, [1, 1]), [{ members: [0, 1], yes: { a: rational(1, 2), b: rational(3, 2) } }])).acts)).toBe('1/8');
  });

  it('blocs vote as one, and what is of the bloc is said of its members', () => {
    const game = weightedGame(3, [1, 1, 1, 1, 1], names(5));
    // Three as one are a majority of five: they decide alone.
    const outlook = exactly(outlookOf(game, [{ members: [0, 1, 2], yes: rational(1, 3), bloc: true }]));
    expect(showRational(outlook.acts)).toBe('1/3');
    expect(decisive(outlookOf(game, [{ members: [0, 1, 2], yes: rational(1, 3), bloc: true }]))).toEqual(['1', '1', '1', '0', '0']);
    // Straffin 1977: two as one, decisive unless the others agree: 1 - 1/8 - 1/8.
    expect(decisive(outlookOf(game, [{ members: [0, 1], yes: rational(1, 2), bloc: true }]))).toEqual(['3/4', '3/4', '1/4', '1/4', '1/4']);
  });

  it('gives doubles, and says so, where a probability is one', () => {
    const game = weightedGame(3, [2, 1, 1]);
    const outlook = outlookOf(game, [{ members: [0], yes: 0.1 }, { members: [1, 2], yes: rational(1, 2) }]);
    expect(outlook.exact).toBe(false);
    expect(outlook.acts).toBe(0.1 * 0.75);
    expect(multilinear(game, [0.1, 0.5, 0.5])).toBe(0.1 * 0.75);
    fc.assert(fc.property(games(5, monotoneOf), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), (game, yes) => {
      const chance = (isIn: (player: number) => boolean) => game.players.reduce((all, _, i) => all * (isIn(i) ? yes[i]! : 1 - yes[i]!), 1);
      const expected = coalitions(game.players.length).reduce((all, isIn) => (wins(game, isIn) ? all + chance(isIn) : all), 0);
      expect(Math.abs(multilinear(game, yes.slice(0, game.players.length)) - expected)).toBeLessThan(1e-12);
    }));
  });

  it('refuses what makes no sense, and says what', () => {
    const game = { ...weightedGame(2, [1, 1]), players: ['Arcadia', 'Borduria'] };
    expect(() => outlookOf(game, [{ members: [0], yes: rational(1) }, { members: [0, 1], yes: rational(1) }])).toThrow('Arcadia is in two groups of voters');
    expect(() => outlookOf(game, [{ members: [2], yes: rational(1) }])).toThrow('there is no player number 2');
    expect(() => outlookOf(game, [{ members: [0], yes: rational(3, 2) }])).toThrow('from 0 to 1, not 3/2');
    expect(() => outlookOf(game, [{ members: [0], yes: Number.NaN }])).toThrow('from 0 to 1, not NaN');
    expect(() => outlookOf(game, [{ members: [0], yes: { a: rational(0), b: rational(1) } }])).toThrow('two parameters above 0');
    expect(() => outlookOf(game, [{ weight: rational(1, 2), votes: [] }])).toThrow('add up to 1, not to 1/2');
    expect(() => multilinear(game, [0.5])).toThrow('2 players need as many probabilities, not 1');
  });

  it('of large bodies exactly: a jury of 201, each right with 3/5 (Condorcet 1785)', () => {
    const jury = weightedGame(101, Array<number>(201).fill(1));
    const acts = exactly(outlookOf(jury, [{ members: everybody(jury), yes: rational(3, 5) }])).acts;
    expect(toNumber(acts)).toBeGreaterThan(0.997);
    let ways = 1n;
    let carried = 0n;
    for (let right = 0; right <= 201; right++) {
      if (right >= 101) carried += ways * 3n ** BigInt(right) * 2n ** BigInt(201 - right);
      ways = (ways * BigInt(201 - right)) / BigInt(right + 1);
    }
    expect(acts).toEqual(rational(carried, 5n ** 201n));
  });
});
