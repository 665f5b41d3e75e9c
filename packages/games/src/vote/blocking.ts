/** What can be blocked under one rule and could not under another. */
import { dual, type Formula, type SimpleGame } from '../game.js';
import { Study } from '../study.js';

/** The game among other players: player i becomes `to[i]`; where that is undefined, it is never in. */
export function amongOthers({ formula }: SimpleGame, players: readonly string[], to: readonly (number | undefined)[]): SimpleGame {
  return { players, formula: replaced(formula, (player) => to[player]) };
}

/** The formula with every player replaced by another, or by an outcome; undefined: never in. Parts that are shared stay shared. */
function replaced(formula: Formula, by: (player: number) => number | boolean | undefined): Formula {
  const known = new Map<Formula, Formula>();
  const of = (part: Formula): Formula => {
    let result = known.get(part);
    if (result === undefined) known.set(part, (result = make(part)));
    return result;
  };
  const make = (part: Formula): Formula => {
    switch (part.kind) {
      case 'constant':
        return part;
      case 'not':
        return { kind: 'not', of: of(part.of) };
      case 'and':
      case 'or':
        return { kind: part.kind, of: part.of.map(of) };
      case 'threshold': {
        let { quota } = part;
        const terms = part.terms.flatMap(({ of: voter, weight }) => {
          const next = typeof voter === 'number' ? by(voter) : of(voter);
          if (next === undefined || next === false) return [];
          if (next !== true) return [{ of: next, weight }];
          quota -= weight;
          return [];
        });
        return { kind: 'threshold', quota, terms };
      }
    }
  };
  return of(formula);
}

/**
 * In how many coalitions a player is needed that block under `now` and do not under `before` (both games of the same players): coalitions of the members `present`, in
 * which the player is, that no longer block without it.
 * @throws TooLargeError
 */
export function blocksGained(before: SimpleGame, now: SimpleGame, player: number, present: ReadonlySet<number>): bigint {
  const [old, own] = [dual(before).formula, dual(now).formula];
  const fixed = (formula: Formula, inside: boolean): Formula => replaced(formula, (other) => (other === player ? inside : present.has(other) ? other : false));
  const game: SimpleGame = { players: now.players, formula: { kind: 'and', of: [fixed(own, true), { kind: 'not', of: fixed(own, false) }, { kind: 'not', of: fixed(old, true) }] } };
  const all = Study.of(game).profile.winning.reduce((sum, count) => sum + count, 0n);
  // The player itself and those who are not there change nothing any more, and each doubles the count.
  const idle = now.players.filter((_, i) => i === player || !present.has(i)).length;
  return all / 2n ** BigInt(idle);
}
