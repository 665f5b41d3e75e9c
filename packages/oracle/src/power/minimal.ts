/** The indices of the coalitions in which somebody, or everybody, is needed. */
import { fraction, plus, ZERO, type Rational } from '../rational.js';
import { eachOver, shares, type Index } from './fractions.js';
import { has, membersOf, range, size, table, without, type YesNoGame } from './game.js';
import { atLeastAsDesirable, dummies, minimalWinning, winning } from './structure.js';

/** How many of the coalitions have each member. */
const counted = (n: number, coalitions: readonly number[]): Rational[] => range(n).map(i => fraction(coalitions.filter(s => has(s, i)).length));

/** Each coalition is equally likely, and its members share equally; `undefined` where there is none, or none of whose members there are. */
function sharedOut(n: number, coalitions: readonly number[]): Index {
  if (coalitions.includes(0)) return undefined;
  const sums = range(n).map(i => coalitions.filter(s => has(s, i)).map(s => fraction(1, size(s))).reduce(plus, ZERO));
  return eachOver(sums, fraction(coalitions.length));
}

/** Minimal winning coalitions are equally likely, and the members of one share equally (Deegan & Packel 1978). */
export const deeganPackel = (game: YesNoGame): Index => sharedOut(game.n, minimalWinning(game));

/** How many minimal winning coalitions have the member: its public good value (Holler 1982). */
export const publicGoodValue = (game: YesNoGame): Rational[] => counted(game.n, minimalWinning(game));

/** Each member's share of the memberships of minimal winning coalitions: the public good index (Holler 1982; Holler & Packel 1983). */
export const publicGood = (game: YesNoGame): Index => shares(publicGoodValue(game));

/** The share of the minimal winning coalitions that have the member: the absolute public good index (Holler & Packel 1983; Holler & Li 1995). */
export const absolutePublicGood = (game: YesNoGame): Index => eachOver(publicGoodValue(game), fraction(minimalWinning(game).length));

/** Winning coalitions of the fewest members are equally likely, and the members of one share equally (Felsenthal 2016). */
export function felsenthal(game: YesNoGame): Index {
  const all = minimalWinning(game);
  return sharedOut(game.n, all.filter(s => size(s) === Math.min(...all.map(size))));
}

/** Winning coalitions without a dummy (Álvarez-Mozos, Ferreira, Alonso-Meijide & Pinto 2015). */
export function winningWithoutDummies(game: YesNoGame): number[] {
  const none = dummies(game);
  return winning(game).filter(s => none.every(i => !has(s, i)));
}

/** Those are equally likely, and the members of one share equally: the index f (Álvarez-Mozos, Ferreira, Alonso-Meijide & Pinto 2015). */
export const nullFreeF = (game: YesNoGame): Index => sharedOut(game.n, winningWithoutDummies(game));

/** Each member's share of the memberships of those: the index g (Álvarez-Mozos, Ferreira, Alonso-Meijide & Pinto 2015). */
export const nullFreeG = (game: YesNoGame): Index => shares(counted(game.n, winningWithoutDummies(game)));

/**
 * The shift-minimal winning coalitions: minimal winning ones that lose whenever a member is replaced by a strictly less desirable one
 * (Alonso-Meijide & Freixas 2010, Definition 2.4).
 */
export function shiftMinimal(game: YesNoGame): number[] {
  const wins = table(game);
  const above = (i: number, j: number): boolean => atLeastAsDesirable(game, i, j) && !atLeastAsDesirable(game, j, i);
  const pairs = range(game.n).flatMap(i => range(game.n).filter(j => j !== i && above(i, j)).map(j => [i, j] as const));
  return minimalWinning(game).filter(s => pairs.every(([i, j]) => !has(s, i) || has(s, j) || wins[without(s, i) | (1 << j)] === 0));
}

/** Each member's share of the memberships of shift-minimal winning coalitions: the shift power index (Alonso-Meijide & Freixas 2010). */
export const shift = (game: YesNoGame): Index => shares(counted(game.n, shiftMinimal(game)));

/** Shift-minimal winning coalitions are equally likely, and the members of one share equally (Alonso-Meijide & Freixas 2010; Alonso-Meijide, Freixas & Molinero 2012). */
export const shiftDeeganPackel = (game: YesNoGame): Index => sharedOut(game.n, shiftMinimal(game));

/** Winning coalitions in which somebody is critical (without it they lose) are equally likely, and the critical members of one share equally (Johnston 1978). */
export function johnston(game: YesNoGame): Index {
  const wins = table(game);
  const score = range(game.n).map(() => ZERO);
  let vulnerable = 0;
  for (const s of winning(game)) {
    const critical = membersOf(s).filter(i => wins[without(s, i)] === 0);
    if (critical.length > 0) vulnerable++;
    for (const i of critical) score[i] = plus(score[i]!, fraction(1, critical.length));
  }
  return eachOver(score, fraction(vulnerable));
}
