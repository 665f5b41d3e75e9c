import { Passes } from '../counting/passes.js';
import { monomial, POLYNOMIALS } from '../counting/rings.js';
import type { SimpleGame } from '../game.js';
import { diagramOfGame } from '../mdd/build.js';
import { classesOf, ofGame } from '../mdd/circuit.js';
import { binomials } from '../mdd/count.js';
import { openUnion, completeUnions, type Unions } from './unions.js';

/** How often each player is decisive when unions act as one, but for its own, whose members act one by one. */
export interface UnionSwings {
  /** All unions, those of one included. */
  readonly unions: Unions;
  /** The union of each player, by its place in `unions`. */
  readonly unionOf: readonly number[];
  /** [player][r][s]: how many coalitions of r other unions and s others of its own union lose, and win with the player. */
  readonly swings: readonly (readonly (readonly bigint[])[])[];
}

/**
 * The swings by unions: for each union, from the diagram of the game in which it is open and the others act as one each, by two sizes at once.
 * @throws TooLargeError; RuleError where the unions are none
 */
export function unionSwings(game: SimpleGame, unions: Unions): UnionSwings {
  const all = completeUnions(game, unions);
  const unionOf: number[] = Array(game.players.length).fill(0);
  const swings: (readonly (readonly bigint[])[])[] = Array(game.players.length).fill([]);
  all.forEach((members, k) => {
    const found = swingsWithin(openUnion(game, all, k), all.length - 1);
    members.forEach((player, i) => {
      unionOf[player] = k;
      swings[player] = found[i]!;
    });
  });
  return { unions: all, unionOf, swings };
}

/** [player from `others` on][r][s]: its swings in coalitions of r of the first `others` players and s of the further ones. */
function swingsWithin(game: SimpleGame, others: number): bigint[][][] {
  const diagram = diagramOfGame(game, { classes: separate(classesOf(ofGame(game)), others) });
  const { levels, levelOf } = diagram.layout;
  const inside = game.players.length - others;
  // One outside counts as much as all inside and one more.
  const step = (level: number): number => (levels[level]!.members[0]! < others ? inside + 1 : 1);
  const passes = new Passes(diagram, POLYNOMIALS, levels.map(({ members }, level) => binomials(members.length).map((ways, k) => monomial(ways, k * step(level)))));
  const byLevel = new Map<number, bigint[][]>();
  return Array.from({ length: inside }, (_, i) => {
    const level = levelOf[others + i]!;
    let rows = byLevel.get(level);
    if (rows === undefined) {
      const given = passes.given(level);
      const counts = binomials(levels[level]!.members.length - 1).map((ways, k) =>
        POLYNOMIALS.multiply(monomial(ways, k), POLYNOMIALS.add(given[k + 1]!, given[k]!.map((many) => -many)))).reduce(POLYNOMIALS.add);
      byLevel.set(level, (rows = Array.from({ length: others + 1 }, (_, r) => Array.from({ length: inside }, (_, s) => counts[r * (inside + 1) + s] ?? 0n))));
    }
    return rows;
  });
}

/** The classes, those in which some are below and some above a player divided. */
const separate = (classes: readonly (readonly number[])[], at: number): number[][] =>
  classes.flatMap((members) => [members.filter((player) => player < at), members.filter((player) => player >= at)]).filter(({ length }) => length > 0);
