/** What the definitions have in common, for every monotone game of up to four members and every game at all of up to three. */
import { describe, expect, it } from 'vitest';
import {
  act, actWithBallots, allGames, ballotPenrose, ballotShapley, ballotShapleyByRollCalls, banzhaf, banzhafOwen, binomialSemivalue, colemanAct, colemanInitiate, colemanPrevent, colemanShapley, counterpartCoalitional, countPassing, decisive, deeganPackel, dummies, everybody,
  felsenthal, fractionOf, homogeneous, inclusiveness, independent, johnston, minimalBlocking, minimalWinning, monotoneGames, multilinear, nevison, nullFreeF, nullFreeG, owen, owenByOrders, owenExtendedPublicGood, penrose, publicGood, publicHelp, publicHelpXi, rae, range, semivalue,
  shapley, shapleyByIntegral, shapleyByOrders, shift, shiftDeeganPackel, slopes, solidarityPublicGood, success, symmetricCoalitionalBanzhaf, threatPublicGood, total, unionDeeganPackel, unionPublicGood, type BallotRule, type Index, type Rational, type Unions, type YesNoGame,
} from '../../src/power/index.js';
import { minus, plus, times } from '../../src/rational.js';
import { Dice } from '../../src/random/dice.js';

const half = fractionOf('1/2');
const monotone = [1, 2, 3, 4].flatMap(monotoneGames);
const any = [...monotone, ...[1, 2, 3].flatMap(allGames)];
const one = fractionOf(1);
const SHARED_OUT = [shapley, banzhaf, deeganPackel, publicGood, felsenthal, shift, shiftDeeganPackel, johnston, publicHelp, publicHelpXi, nullFreeF, nullFreeG];
const THREATS = ['all-alone', 'union-opens', 'member-leaves'] as const;
const constant = (game: YesNoGame): boolean => new Set(range(2 ** game.n).map(game.wins)).size === 1;

/** All partitions of 0 … n-1. */
function partitions(n: number): number[][][] {
  if (n === 0) return [[]];
  return partitions(n - 1).flatMap(unions => [[...unions, [n - 1]], ...unions.map((_, at) => unions.map((union, k) => (k === at ? [...union, n - 1] : union)))]);
}

/** A game's rule over j ballots of which all but yes count as no. */
const asRule = (game: YesNoGame, ballots = 2): BallotRule => ({ n: game.n, ballots, passes: profile => game.wins(profile.reduce((mask, ballot, i) => mask | (ballot === 0 ? 1 << i : 0), 0)) });

describe('one member at a time', () => {
  it('Shapley–Shubik by coalitions, by orders, by integral and by roll calls', () => {
    for (const game of any) {
      const index = shapley(game);
      expect(shapleyByOrders(game)).toEqual(index);
      expect(shapleyByIntegral(game)).toEqual(index);
    }
    for (const game of monotone) {
      expect(ballotShapley(asRule(game))).toEqual(shapley(game));
      if (game.n <= 3) expect(ballotShapleyByRollCalls(asRule(game))).toEqual(shapley(game));
    }
  });

  it('sums: 1 for what is shared out, unless there is nothing to share', () => {
    for (const game of monotone.filter(each => !constant(each))) for (const index of SHARED_OUT) expect(total(index(game)!)).toEqual(one);
  });

  it('the Coleman–Shapley index adds up to the power to act, less what passes by itself', () => {
    for (const game of any) expect(total(colemanShapley(game))).toEqual(minus(colemanAct(game), fractionOf(game.wins(0) ? 1 : 0)));
  });

  it('says nothing where it would divide by zero', () => {
    for (const passes of [true, false]) {
      const settled: YesNoGame = { n: 3, wins: () => passes };
      for (const index of SHARED_OUT.filter(each => each !== shapley && !(passes && each === publicHelp))) expect(index(settled), index.name).toEqual(undefined);
      expect([colemanPrevent(settled) === undefined, colemanInitiate(settled) === undefined, inclusiveness(settled) === undefined]).toEqual([!passes, passes, !passes]);
      for (const index of [unionDeeganPackel, unionPublicGood, solidarityPublicGood, owenExtendedPublicGood]) expect(index(settled, [[0, 1], [2]])).toEqual(undefined);
    }
  });

  it('semivalues: Penrose at one half, Shapley at the weights of orders; slopes at a common chance', () => {
    const p = fractionOf('2/7');
    for (const game of any) {
      expect(binomialSemivalue(game, half)).toEqual(penrose(game));
      expect(binomialSemivalue(game, p)).toEqual(slopes(game, range(game.n).map(() => p)));
      expect(semivalue(game, range(game.n).map(s => fractionOf(['1', '1/2', '1/2', '1/3', '1/6', '1/3', '1/4', '1/12', '1/12', '1/4'][(game.n * (game.n - 1)) / 2 + s]!)))).toEqual(shapley(game));
    }
    expect(() => semivalue(monotone[4]!, [half])).toThrow(RangeError);
  });

  it('Rae is half plus half of Penrose; Nevison and inclusiveness follow from winning and swings', () => {
    for (const game of any) {
      expect(rae(game)).toEqual(penrose(game).map(value => plus(half, times(half, value))));
      expect(nevison(game)).toEqual(penrose(game).map(value => plus(colemanAct(game), times(half, value))));
      const winning = times(colemanAct(game), fractionOf(2));
      if (winning.num > 0n) expect(inclusiveness(game)!.map(value => times(value, winning))).toEqual(nevison(game));
    }
  });

  it('chance: the even chance gives Coleman, Penrose and Rae; the homogeneous body Shapley–Shubik', () => {
    for (const game of monotone) {
      const even = independent(range(game.n).map(() => half));
      expect(act(game, even)).toEqual(colemanAct(game));
      expect(decisive(game, even)).toEqual(penrose(game));
      expect(success(game, even)).toEqual(rae(game));
      expect(decisive(game, homogeneous([range(game.n)]))).toEqual(shapley(game));
      expect(decisive(game, homogeneous(range(game.n).map(i => [i])))).toEqual(penrose(game));
    }
  });

  it('the chance of a yes depends on each chance along its slope', () => {
    const at = ['1/2', '1/3', '3/4', '1/5'].map(fractionOf);
    for (const game of monotoneGames(4)) {
      slopes(game, at).forEach((slope, i) => {
        const moved = at.map((p, j) => (j === i ? one : p));
        expect(minus(multilinear(game, moved), multilinear(game, at))).toEqual(times(slope, minus(one, at[i]!)));
      });
    }
  });

  it('duality: least blocking coalitions are the least winning ones of the dual; Shapley and Penrose do not change', () => {
    for (const game of any) {
      const dual: YesNoGame = { n: game.n, wins: s => !game.wins(everybody(game.n) ^ s) };
      expect(minimalBlocking(game)).toEqual(minimalWinning(dual));
      expect(shapley(dual)).toEqual(shapley(game));
      expect(penrose(dual)).toEqual(penrose(game));
    }
  });

  it('dummies have none of it, and only they have no swing, in monotone games', () => {
    for (const game of monotone.filter(each => !constant(each))) {
      const none = dummies(game);
      for (const index of [penrose, shapley, deeganPackel, publicGood, johnston, nullFreeF, nullFreeG, colemanShapley]) {
        const values = index(game)!;
        expect(range(game.n).filter(i => values[i]!.num === 0n), index.name).toEqual(none);
      }
      // The shift indices may leave out a member who is none: all it has to say is said by weaker ones.
      for (const i of none) expect(shift(game)![i]).toEqual(fractionOf(0));
    }
  });

  it('transfer: v ∨ w and v ∧ w together have the power of v and w (Dubey 1975)', () => {
    const games = monotoneGames(3);
    for (const v of games) for (const w of games) {
      const either: YesNoGame = { n: 3, wins: s => v.wins(s) || w.wins(s) };
      const both: YesNoGame = { n: 3, wins: s => v.wins(s) && w.wins(s) };
      const sum = (index: (game: YesNoGame) => Rational[], a: YesNoGame, b: YesNoGame): Rational[] => index(a).map((value, i) => plus(value, index(b)[i]!));
      for (const index of [shapley, penrose]) expect(sum(index, either, both)).toEqual(sum(index, v, w));
    }
  });
});

describe('unions', () => {
  const alone = (n: number): Unions => range(n).map(i => [i]);

  it('the Owen value by its formula and by orders, for every partition', () => {
    for (const game of monotone) for (const unions of partitions(game.n)) expect(owenByOrders(game, unions)).toEqual(owen(game, unions));
  });

  it('everybody alone: as without unions', () => {
    for (const game of monotone) {
      const each = alone(game.n);
      expect([owen, counterpartCoalitional].map(value => value(game, each))).toEqual([shapley(game), shapley(game)]);
      expect([banzhafOwen, symmetricCoalitionalBanzhaf].map(value => value(game, each))).toEqual([penrose(game), penrose(game)]);
      expect(unionDeeganPackel(game, each)).toEqual(deeganPackel(game));
      for (const value of [owenExtendedPublicGood, solidarityPublicGood, unionPublicGood]) expect(value(game, each)).toEqual(publicGood(game));
    }
  });

  it('all in one: as without unions, for those that look inside', () => {
    for (const game of monotone.filter(each => !constant(each))) {
      const all = [range(game.n)];
      expect([owen, symmetricCoalitionalBanzhaf].map(value => value(game, all))).toEqual([shapley(game), shapley(game)]);
      expect([banzhafOwen, counterpartCoalitional].map(value => value(game, all))).toEqual([penrose(game), penrose(game)]);
      expect(unionDeeganPackel(game, all)).toEqual(deeganPackel(game));
      expect(owenExtendedPublicGood(game, all)).toEqual(publicGood(game));
    }
  });

  it('efficient ones add up to 1, and a union gets what it has in the game of the unions', () => {
    for (const game of monotone.filter(each => !constant(each))) for (const unions of partitions(game.n)) {
      const outer: YesNoGame = { n: unions.length, wins: set => game.wins(unions.flatMap((union, k) => ((set >> k) & 1 ? union : [])).reduce((mask, i) => mask | (1 << i), 0)) };
      const perUnion = (values: Index): Rational[] => unions.map(union => total(union.map(i => values![i]!)));
      expect(perUnion(owen(game, unions))).toEqual(shapley(outer));
      expect(perUnion(symmetricCoalitionalBanzhaf(game, unions))).toEqual(penrose(outer));
      expect(perUnion(unionDeeganPackel(game, unions))).toEqual(deeganPackel(outer));
      expect(perUnion(owenExtendedPublicGood(game, unions))).toEqual(publicGood(outer));
      expect(perUnion(solidarityPublicGood(game, unions))).toEqual(publicGood(outer));
      expect(total(unionPublicGood(game, unions)!)).toEqual(one);
      for (const threat of THREATS) expect(perUnion(threatPublicGood(game, unions, threat))).toEqual(publicGood(outer));
    }
  });

  it('refuses what is no partition', () => {
    for (const unions of [[[0]], [[0, 1], [1]], [[0, 1], []]]) expect(() => owen({ n: 2, wins: () => true }, unions)).toThrow(RangeError);
  });
});

describe('ballots', () => {
  it('with two ballots they are the simple game', () => {
    for (const game of any) {
      expect(ballotPenrose(asRule(game))).toEqual(penrose(game));
      expect(actWithBallots(asRule(game))).toEqual(colemanAct(game));
    }
  });

  it('roll calls by partial profiles and by trying all, on random rules of three and four ballots', () => {
    const dice = new Dice(5);
    for (let round = 0; round < 60; round++) {
      const n = dice.between(1, 3);
      const ballots = dice.between(2, 4);
      // Monotone: each member's ballot adds what it adds, no less for more approval.
      const worth = range(n).map(() => range(ballots).map(() => dice.between(-3, 5)).sort((a, b) => b - a));
      const quota = dice.between(-2, 6);
      const rule: BallotRule = { n, ballots, passes: profile => profile.reduce((sum, ballot, i) => sum + worth[i]![ballot]!, 0) >= quota };
      expect(ballotShapleyByRollCalls(rule)).toEqual(ballotShapley(rule));
      const { passing, profiles } = countPassing(rule);
      expect(total(ballotShapley(rule))).toEqual(passing === 0n || passing === profiles ? fractionOf(0) : one);
    }
  });

  it('roll calls where more approval can hurt, too', () => {
    const dice = new Dice(6);
    for (let round = 0; round < 40; round++) {
      const n = dice.between(1, 3);
      const outcomes = range(3 ** n).map(() => dice.chance(0.5));
      const rule: BallotRule = { n, ballots: 3, passes: profile => outcomes[profile.reduce((index, ballot) => index * 3 + ballot, 0)]! };
      expect(ballotShapleyByRollCalls(rule)).toEqual(ballotShapley(rule));
    }
  });
});
