import { forEachSwing, membersOn } from '../enumerate/counts.js';
import { tableOfGame } from '../enumerate/tables.js';
import type { SimpleGame } from '../game.js';
import { openUnion, partition, type Unions } from './unions.js';

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
 * The swings by unions, by trying for each union every coalition of the others with every part of it: 2^(unions - 1 + members of the union) cases at
 * most, and fewer where the rule treats players alike.
 * @throws TooLargeError; UnionError
 */
export function unionSwings(game: SimpleGame, unions: Unions): UnionSwings {
  const all = partition(game, unions);
  const unionOf: number[] = Array(game.players.length).fill(0);
  const swings: (readonly (readonly bigint[])[])[] = Array(game.players.length).fill([]);
  all.forEach((members, k) => {
    const others = all.length - 1;
    const { space, table } = tableOfGame(openUnion(game, all, k), (player) => player < others);
    const outside = outsideOf(space.groups, others);
    const within = membersOn(space, 1).map((size, state) => size - outside(state, space.strides));
    const bySwings = space.groups.map((group, g) => {
      const found = Array.from({ length: all.length }, (): number[] => Array(members.length).fill(0));
      if (group[0]! >= others) {
        forEachSwing(space, table, g, (state, turn, left) => (found[outside(state, space.strides)]![within[state]!]! += (turn * space.ways[state]! * left) / group.length));
      }
      return found.map((row) => row.map(BigInt));
    });
    members.forEach((player, i) => {
      unionOf[player] = k;
      swings[player] = bySwings[space.groupOf[others + i]!]!;
    });
  });
  return { unions: all, unionOf, swings };
}

/** How many of the first players are in, in a state; they come first, so their groups are the lowest digits. */
function outsideOf(groups: readonly (readonly number[])[], others: number): (state: number, strides: readonly number[]) => number {
  const count = groups.filter(([first]) => first! < others).length;
  return (state, strides) => {
    let sum = 0;
    for (let g = 0; g < count; g++) sum += Math.floor(state / strides[g]!) % (groups[g]!.length + 1);
    return sum;
  };
}
