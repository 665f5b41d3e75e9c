/** Figures that the papers themselves print, and small games worked out by hand. */
import { describe, expect, it } from 'vitest';
import {
  act, allGames, ballotPenrose, ballotShapley, ballotShapleyByRollCalls, classes, counterpartCoalitional, decisive, deeganPackel, essentialParts, fractionOf, generated, homogeneous, inclusiveness, independent,
  isComplete, isMonotone, isProper, isStrong, KNOWN, knownGame, minimalBlocking, minimalWinning, monotoneGames, multilinear, nevison, owen, owenExtendedPublicGood, passers, publicGood, publicHelp,
  publicHelpXi, rawBallotBanzhaf, shapley, shift, shiftDeeganPackel, shiftMinimal, slopes, solidarityPublicGood, symmetricCoalitionalBanzhaf, unionDeeganPackel, unionPublicGood, weighted, dictators, coalition,
  type Index, type YesNoGame,
} from '../../src/power/index.js';
import { shown } from './reference.js';

const decimals = (values: Index, digits: number): string[] => values!.map(({ num, den }) => (Number(num) / Number(den)).toFixed(digits));
const known = (name: string): YesNoGame => knownGame(KNOWN[name]!);

describe('the shift indices (Alonso-Meijide & Freixas 2010)', () => {
  const six = known('Alonso-Meijide & Freixas 2010, example 2.6');
  const seven = known('Alonso-Meijide & Freixas 2010, example 2.7');

  it('example 2.6: all but the two strongest together', () => {
    expect(minimalWinning(six)).toHaveLength(7);
    expect(shiftMinimal(six)).toEqual(minimalWinning(six).filter(s => s !== coalition([0, 1])));
    expect(shown(shift(six))).toEqual(['1/5', '1/5', '1/5', '1/5', '1/5']);
    expect(shown(publicGood(six))).toEqual(['4/17', '4/17', '3/17', '3/17', '3/17']);
  });

  it('example 2.7: the game is not complete', () => {
    expect(isComplete(seven)).toBe(false);
    expect(shiftMinimal(seven)).toEqual([coalition([0, 1, 4]), coalition([2, 3, 4])]);
    expect(shown(shift(seven))).toEqual(['1/6', '1/6', '1/6', '1/6', '1/3']);
    expect(shown(publicGood(seven))).toEqual(['4/15', '1/5', '1/5', '1/5', '2/15']);
    expect(shown(shiftDeeganPackel(seven))).toEqual(['1/6', '1/6', '1/6', '1/6', '1/3']);
  });

  it('shift Deegan–Packel shares each coalition out by its size', () => {
    expect(shown(shiftDeeganPackel(six))).toEqual(['1/4', '1/6', '7/36', '7/36', '7/36']);
  });
});

describe('the indices of all winning coalitions', () => {
  // The games of Stach (2016), with their figures as CoopGame's manual prints them.
  const three = generated(3, [coalition([0, 1]), coalition([0, 2])]);
  const four = generated(4, [coalition([0, 1]), coalition([0, 2])]);

  it('public help θ and ξ', () => {
    expect(decimals(publicHelp(three), 7)).toEqual(['0.4285714', '0.2857143', '0.2857143']);
    expect(shown(publicHelp(four))).toEqual(['6/17', '4/17', '4/17', '3/17']);
    expect(decimals(publicHelpXi(three), 7)).toEqual(['0.4583333', '0.2708333', '0.2708333']);
    expect(decimals(publicHelpXi(four), 7)).toEqual(['0.3981481', '0.2376543', '0.2376543', '0.1265432']);
  });

  it('a vote given away (CoopGame): [9;6,4,1,1,1] and [9;5,5,1,1,1]', () => {
    expect(decimals(publicHelp(weighted(9, [6, 4, 1, 1, 1])), 5)).toEqual(['0.28125', '0.25000', '0.15625', '0.15625', '0.15625']);
    expect(decimals(publicHelpXi(weighted(9, [6, 4, 1, 1, 1])), 7)).toEqual(['0.3234568', '0.3003086', '0.1254115', '0.1254115', '0.1254115']);
    expect(decimals(publicHelpXi(weighted(9, [5, 5, 1, 1, 1])), 7)).toEqual(['0.3309524', '0.3309524', '0.1126984', '0.1126984', '0.1126984']);
  });

  it('Nevison and inclusiveness', () => {
    expect(shown(nevison(three))).toEqual(['3/4', '1/2', '1/2']);
    expect(shown(inclusiveness(three))).toEqual(['1', '2/3', '2/3']);
  });
});

describe('ballots with abstention', () => {
  /** Felsenthal & Machover 1998, example 8.3.7: the first votes yes, and one of the others at least does not oppose. */
  const three = { n: 3, ballots: 3, passes: ([a, b, c]: readonly number[]): boolean => a === 0 && (b! < 2 || c! < 2) };
  /** Freixas 2005, example 2.7: strong and weak support, weak and strong opposition. */
  const four = { n: 4, ballots: 4, passes: ([a, b, c]: readonly number[]): boolean => a === 0 && ((b! <= 1 && c! <= 2) || (c! <= 1 && b! <= 2)) };

  it('Shapley–Shubik by roll calls: 22/27 and 5/54; 29/48 and 19/96', () => {
    expect(shown(ballotShapley(three))).toEqual(['22/27', '5/54', '5/54']);
    expect(shown(ballotShapley(four))).toEqual(['29/48', '19/96', '19/96', '0']);
    expect(ballotShapleyByRollCalls(three)).toEqual(ballotShapley(three));
  });

  it('Banzhaf: the first decides unless both others oppose', () => {
    expect(shown(rawBallotBanzhaf(three))).toEqual(['8', '1', '1']);
    expect(shown(ballotPenrose(three))).toEqual(['8/9', '1/9', '1/9']);
  });

  it('an outcome that is settled from the start has no pivot', () => {
    expect(shown(ballotShapley({ n: 2, ballots: 3, passes: () => true }))).toEqual(['0', '0']);
    expect(shown(ballotShapleyByRollCalls({ n: 2, ballots: 3, passes: () => true }))).toEqual(['0', '0']);
  });
});

describe('a priori unions', () => {
  // [3;1,1,1,1] with the unions {0,1}, {2}, {3}, by hand: of the three blocs any two win.
  const game = weighted(3, [1, 1, 1, 1]);
  const unions = [[0, 1], [2], [3]];

  it('minimal winning sets of unions and their essential parts', () => {
    expect(essentialParts(game, unions, 0b011, 0)).toEqual([coalition([0, 1])]);
    // Against {2, 3} of weight 2, one of the first two is enough.
    expect(essentialParts(weighted(3, [2, 1, 1, 1]), [[0, 1], [2, 3]], 0b11, 0).sort()).toEqual([coalition([0]), coalition([1])].sort());
  });

  it('two levels', () => {
    // {0,1} and {2} win, {0,1} and {3} win, {2} and {3} do not.
    expect(shown(owen(game, unions))).toEqual(['1/3', '1/3', '1/6', '1/6']);
    expect(shown(symmetricCoalitionalBanzhaf(game, unions))).toEqual(['3/8', '3/8', '1/4', '1/4']);
    expect(shown(counterpartCoalitional(game, unions))).toEqual(['1/3', '1/3', '1/6', '1/6']);
  });

  it('Deegan–Packel and public good', () => {
    expect(shown(unionDeeganPackel(game, unions))).toEqual(['1/4', '1/4', '1/4', '1/4']);
    expect(shown(solidarityPublicGood(game, unions))).toEqual(['1/4', '1/4', '1/4', '1/4']);
    expect(shown(owenExtendedPublicGood(game, unions))).toEqual(['1/4', '1/4', '1/4', '1/4']);
    expect(shown(unionPublicGood(game, unions))).toEqual(['1/3', '1/3', '1/6', '1/6']);
  });

  it('inside a union the essential parts tell its members apart; solidarity does not', () => {
    // [4;3,1,1,1], unions {0,1} and {2,3}: the first union wins alone, with both members or neither.
    const apart = weighted(4, [3, 1, 1, 1]);
    const two = [[0, 2], [1, 3]];
    expect(shown(unionDeeganPackel(apart, two))).toEqual(['1/2', '0', '1/2', '0']);
    // [4;2,1,1,1]: both unions are needed; in the first only member 0 with either, in the second either.
    const needed = weighted(4, [2, 1, 1, 1]);
    expect(shown(unionDeeganPackel(needed, two))).toEqual(['1/2', '1/4', '0', '1/4']);
    expect(shown(owenExtendedPublicGood(needed, two))).toEqual(['1/2', '1/4', '0', '1/4']);
    expect(shown(solidarityPublicGood(needed, two))).toEqual(['1/4', '1/4', '1/4', '1/4']);
  });
});

describe('chance', () => {
  const majority = weighted(2, [1, 1, 1]);
  const third = fractionOf('1/3');

  it('the multilinear extension of two of three is 3p² - 2p³', () => {
    expect(shown([multilinear(majority, [third, third, third])])).toEqual(['7/27']);
    expect(shown(slopes(majority, [third, third, third]))).toEqual(['4/9', '4/9', '4/9']);
    expect(shown(decisive(majority, independent([third, third, third])))).toEqual(['4/9', '4/9', '4/9']);
  });

  it('a homogeneous body acts half the time, and each is decisive as Shapley–Shubik says', () => {
    expect(shown([act(majority, homogeneous([[0, 1, 2]]))])).toEqual(['1/2']);
    const six = known('EEC 1958 [12;4,4,4,2,2,1]');
    expect(decisive(six, homogeneous([[0, 1, 2, 3, 4, 5]]))).toEqual(shapley(six));
  });
});

describe('what a game is like', () => {
  it('how many there are', () => {
    expect([0, 1, 2, 3, 4].map(n => monotoneGames(n).length)).toEqual([2, 3, 6, 20, 168]);
    expect(monotoneGames(4).every(isMonotone)).toBe(true);
    expect([0, 1, 2, 3].map(n => allGames(n).filter(isMonotone).length)).toEqual([2, 3, 6, 20]);
  });

  it('proper, strong, dictators, those who win alone', () => {
    const half = weighted(2, [1, 1, 1, 1]);
    expect([isProper(half), isStrong(half)]).toEqual([false, true]);
    expect([isProper(weighted(3, [1, 1, 1, 1])), isStrong(weighted(3, [1, 1, 1, 1]))]).toEqual([true, false]);
    expect([dictators(weighted(3, [3, 1, 1])), passers(weighted(3, [3, 1, 1])), passers(weighted(2, [2, 1, 1]))]).toEqual([[0], [0], [0]]);
    expect(dictators(weighted(2, [2, 1, 1]))).toEqual([]);
  });

  it('classes and least blocking coalitions of the Council of 1958', () => {
    const six = known('EEC 1958 [12;4,4,4,2,2,1]');
    expect(classes(six)).toEqual([[0, 1, 2], [3, 4], [5]]);
    expect(minimalBlocking(six)).toEqual([[0, 1], [0, 2], [1, 2], [0, 3], [0, 4], [1, 3], [1, 4], [2, 3], [2, 4]].map(coalition).sort((a, b) => a - b));
  });

  it('a coalition that only a smaller one outvotes is minimal all the same', () => {
    // Odd coalitions win: not monotone. {0,1,2} contains winning ones, the single members are minimal.
    const odd: YesNoGame = { n: 3, wins: s => [1, 2, 4, 7].includes(s) };
    expect(minimalWinning(odd)).toEqual([1, 2, 4]);
    expect(shown(deeganPackel(odd))).toEqual(['1/3', '1/3', '1/3']);
    expect(isMonotone(odd)).toBe(false);
  });
});
