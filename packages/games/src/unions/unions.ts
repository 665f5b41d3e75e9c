import { RuleError } from '../errors.js';
import type { Formula, SimpleGame, WeightedTerm } from '../game.js';

/** A-priori unions: groups of players (by index) that have agreed to act together. No player is in two; who is in none is a union of one. */
export type Unions = readonly (readonly number[])[];

/**
 * The unions as a partition of all players: those that are named, in their order, then one for each player in none.
 * @throws RuleError for a player in two unions, or no such player
 */
export function completeUnions({ players }: SimpleGame, unions: Unions): Unions {
  const seen = new Set<number>();
  for (const union of unions) {
    if (union.length === 0) throw new RuleError('a union without members');
    for (const player of union) {
      if (!Number.isInteger(player) || player < 0 || player >= players.length) throw new RuleError(`there is no player number ${player}; they are 0 to ${players.length - 1}`);
      if (seen.has(player)) throw new RuleError(`${players[player]} is in a union twice`);
      seen.add(player);
    }
  }
  return [...unions, ...players.flatMap((_, player) => (seen.has(player) ? [] : [[player]]))];
}

/**
 * The game in which groups of players are one player each: it is in with all of its members, or out with all.
 *
 * @param groups a partition of the players; the new players are the groups in this order
 * @param names of the new players; the members' names joined, unless told
 */
export function mergePlayers({ players, formula }: SimpleGame, groups: Unions, names?: readonly string[]): SimpleGame {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((player) => [player, g] as const)));
  const merge = (part: Formula): Formula => {
    switch (part.kind) {
      case 'constant':
        return part;
      case 'not':
        return { kind: 'not', of: merge(part.of) };
      case 'and':
      case 'or':
        return { kind: part.kind, of: part.of.map(merge) };
      case 'threshold': {
        const weights = new Map<number, bigint>();
        const bodies: WeightedTerm[] = [];
        for (const { of, weight } of part.terms) {
          if (typeof of !== 'number') bodies.push({ of: merge(of), weight });
          else weights.set(groupOf.get(of)!, (weights.get(groupOf.get(of)!) ?? 0n) + weight);
        }
        return { kind: 'threshold', quota: part.quota, terms: [...[...weights].map(([of, weight]) => ({ of, weight })), ...bodies] };
      }
    }
  };
  return { players: names ?? groups.map((group) => group.map((player) => players[player]!).join(' + ')), formula: merge(formula) };
}

/** The quotient game: the unions are the players (Owen 1977). `unions` is a partition. */
export const quotientGame = (game: SimpleGame, unions: Unions): SimpleGame => mergePlayers(game, unions);

/** The game in which the other unions act as one each and the members of union k on their own: first the other unions in their order, then the members. */
export function openUnion(game: SimpleGame, unions: Unions, k: number): SimpleGame {
  return mergePlayers(game, [...unions.filter((_, l) => l !== k), ...unions[k]!.map((player) => [player])]);
}
