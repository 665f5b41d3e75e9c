/** What a simple game is like: its winning and blocking coalitions, its members in special places, its properties. */
import { everybody, exchanged, has, range, table, without, type YesNoGame } from './game.js';

/** Every coalition, by mask. */
export const coalitions = (game: YesNoGame): number[] => range(2 ** game.n);

/** The coalitions that win. */
export function winning(game: YesNoGame): number[] {
  const wins = table(game);
  return coalitions(game).filter(s => wins[s] === 1);
}

/** The coalitions that win and no proper subset of which wins, the empty one included. */
export function minimalWinning(game: YesNoGame): number[] {
  return least(game.n, table(game));
}

/** The coalitions without which the others lose: those whose complement loses. (Some authors call only the losing ones of these blocking.) */
export function blocking(game: YesNoGame): number[] {
  const wins = table(game);
  return coalitions(game).filter(s => wins[everybody(game.n) ^ s] === 0);
}

/** The blocking coalitions no proper subset of which is blocking. */
export function minimalBlocking(game: YesNoGame): number[] {
  const wins = table(game);
  return least(game.n, wins.map((_, s) => 1 - wins[everybody(game.n) ^ s]!));
}

function least(n: number, yes: Uint8Array): number[] {
  return range(2 ** n).filter(s => {
    if (yes[s] === 0) return false;
    for (let part = s; part !== 0; ) {
      part = (part - 1) & s;
      if (yes[part] === 1) return false;
    }
    return true;
  });
}

/** Members of every winning coalition, where there is one. */
export function vetoers(game: YesNoGame): number[] {
  const all = winning(game);
  return all.length === 0 ? [] : range(game.n).filter(i => all.every(s => has(s, i)));
}

/** Members with whom every coalition wins and without whom every one loses; there is one at most. */
export function dictators(game: YesNoGame): number[] {
  const wins = table(game);
  return range(game.n).filter(i => coalitions(game).every(s => (wins[s] === 1) === has(s, i)));
}

/** Members who win alone and in every coalition (the duals of the vetoers). */
export function passers(game: YesNoGame): number[] {
  const wins = table(game);
  const losing = coalitions(game).filter(s => wins[s] === 0);
  return losing.length === 0 ? [] : range(game.n).filter(i => losing.every(s => !has(s, i)));
}

/** Members whose vote never makes a difference. */
export function dummies(game: YesNoGame): number[] {
  const wins = table(game);
  return range(game.n).filter(i => coalitions(game).every(s => wins[s] === wins[without(s, i)]));
}

/** Whether two members can be exchanged in every coalition without a change of the outcome. */
export function interchangeable(game: YesNoGame, i: number, j: number): boolean {
  const wins = table(game);
  return coalitions(game).every(s => wins[s] === wins[exchanged(s, i, j)]);
}

/** The classes of interchangeable members, each in order, in order of their first members. */
export function classes(game: YesNoGame): number[][] {
  const found: number[][] = [];
  for (const i of range(game.n)) {
    const own = found.find(([first]) => interchangeable(game, first!, i));
    if (own === undefined) found.push([i]);
    else own.push(i);
  }
  return found;
}

/** Whether i is at least as desirable as j: where j makes a coalition of others win, i does too (Isbell 1958; Maschler & Peleg 1966). */
export function atLeastAsDesirable(game: YesNoGame, i: number, j: number): boolean {
  const wins = table(game);
  return coalitions(game).every(s => has(s, i) || has(s, j) || wins[s | (1 << j)]! <= wins[s | (1 << i)]!);
}

/** Whether of any two members one is at least as desirable as the other (a complete, linear or swap-robust game). */
export function isComplete(game: YesNoGame): boolean {
  return range(game.n).every(i => range(i).every(j => atLeastAsDesirable(game, i, j) || atLeastAsDesirable(game, j, i)));
}

/** Whether a winning coalition wins still when members join it. */
export function isMonotone(game: YesNoGame): boolean {
  const wins = table(game);
  return range(game.n).every(i => coalitions(game).every(s => wins[without(s, i)]! <= wins[s]!));
}

/** Whether no coalition wins together with its complement (Shapley 1962). */
export function isProper(game: YesNoGame): boolean {
  const wins = table(game);
  return coalitions(game).every(s => wins[s] === 0 || wins[everybody(game.n) ^ s] === 0);
}

/** Whether no coalition loses together with its complement (Shapley 1962). */
export function isStrong(game: YesNoGame): boolean {
  const wins = table(game);
  return coalitions(game).every(s => wins[s] === 1 || wins[everybody(game.n) ^ s] === 1);
}
