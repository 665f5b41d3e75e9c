import { isMonotone, NotMonotoneError } from '../enumerate/counts.js';
import { choose, digitOf } from '../enumerate/space.js';
import { tableOfGame } from '../enumerate/tables.js';
import type { SimpleGame } from '../game.js';
import { openUnion, type Unions } from './unions.js';

/** For some minimal winning coalitions of unions, of one size and alike in effect: the essential parts of one of their unions. */
export interface EssentialParts {
  /** How many such coalitions of unions there are. */
  readonly coalitions: bigint;
  /** How many unions each has. */
  readonly size: number;
  /** [s]: how many essential parts of s members the union has: smallest sets of its members that suffice with the other unions of the coalition. */
  readonly count: readonly bigint[];
  /** [member of the union][s]: how many of them a member is in. */
  readonly having: readonly (readonly bigint[])[];
}

/**
 * The essential parts of union k in each minimal winning coalition of unions that it is in, coalitions that leave it the same parts counted together.
 *
 * @param unions a partition
 * @throws TooLargeError; NotMonotoneError
 */
export function essentialParts(game: SimpleGame, unions: Unions, k: number): EssentialParts[] {
  const others = unions.length - 1;
  const { space, table } = tableOfGame(openUnion(game, unions, k), (player) => player < others);
  if (!isMonotone({ space, table })) throw new NotMonotoneError('a larger coalition may lose where a smaller one wins');
  const { groups, strides, count } = space;
  // The other unions come first: their groups are the lowest digits, and a state is one of theirs and one of the members'.
  const outer = groups.flatMap(([first], g) => (first! < others ? [g] : []));
  const inner = groups.flatMap(([first], g) => (first! < others ? [] : [g]));
  const step = inner.length === 0 ? count : strides[inner[0]!]!;
  const full = count - step;
  const found = new Map<string, { coalitions: bigint; size: number; first: number }>();
  for (let state = 0; state < step; state++) {
    if (table[state] === 1 || table[state + full] === 0) continue;
    if (outer.some((g) => digitOf(space, state, g) > 0 && table[state - strides[g]! + full] === 1)) continue;
    let size = 1;
    let ways = 1;
    for (const g of outer) {
      const unionsIn = digitOf(space, state, g);
      size += unionsIn;
      ways *= choose(groups[g]!.length, unionsIn);
    }
    const key = `${size} ${Array.from({ length: count / step }, (_, part) => table[state + part * step]).join('')}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { coalitions: BigInt(ways), size, first: state });
    else known.coalitions += BigInt(ways);
  }
  return [...found.values()].map(({ coalitions, size, first }) => ({ coalitions, size, ...partsWith(first) }));

  function partsWith(outside: number): Pick<EssentialParts, 'count' | 'having'> {
    const members = unions[k]!.length;
    const bySize: bigint[] = Array(members + 1).fill(0n);
    const byGroup = inner.map((): bigint[] => Array(members + 1).fill(0n));
    for (let state = outside; state < count; state += step) {
      if (table[state] === 0) continue;
      const digits = inner.map((g) => digitOf(space, state, g));
      if (digits.some((within, d) => within > 0 && table[state - strides[inner[d]!]!] === 1)) continue;
      const ways = digits.reduce((product, within, d) => product * choose(groups[inner[d]!]!.length, within), 1);
      const size = digits.reduce((sum, within) => sum + within, 0);
      bySize[size]! += BigInt(ways);
      digits.forEach((within, d) => (byGroup[d]![size]! += BigInt((ways * within) / groups[inner[d]!]!.length)));
    }
    return { count: bySize, having: unions[k]!.map((_, i) => byGroup[inner.indexOf(space.groupOf[others + i]!)]!) };
  }
}
