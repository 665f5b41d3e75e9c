import type { SimpleGame } from '../game.js';
import { classesOf, ofGame, type Circuit, type Conditions } from '../mdd/circuit.js';
import { spaceOf, type Space } from './space.js';

/** [state]: 1 where the decision is carried, otherwise 0. */
export type Table = Uint8Array;

export interface Tabled {
  readonly space: Space;
  readonly table: Table;
}

/**
 * A simple game, tried in every state of its classes; level 1 of the space is "in".
 * @throws TooLargeError
 */
export const tableOfGame = (game: SimpleGame): Tabled => tableOf(ofGame(game));

/**
 * Conditions on ballots, tried with every combination of ballots; level l of the space is ballot l.
 * @throws TooLargeError
 */
export function tableOf(conditions: Conditions): Tabled {
  const space = spaceOf(classesOf(conditions), conditions.ballots);
  return { space, table: tabulate(space, conditions.circuit) };
}

function tabulate(space: Space, circuit: Circuit): Table {
  switch (circuit.kind) {
    case 'constant':
      return new Uint8Array(space.count).fill(circuit.value ? 1 : 0);
    case 'not':
      return tabulate(space, circuit.of).map((value) => 1 - value);
    case 'and':
    case 'or':
      return combine(space, circuit.kind, circuit.of.map((part) => tabulate(space, part)));
    case 'sum': {
      const values = space.divisions.map((digits, k) => {
        const weights = circuit.voters.get(space.groups[k]![0]!);
        return digits.map((levels) => (weights === undefined ? 0n : levels.reduce((sum, members, l) => sum + BigInt(members) * weights[l]!, 0n)));
      });
      return reaching(space, values, circuit.parts.map(({ of, weight }) => ({ table: tabulate(space, of), value: weight })), circuit.quota);
    }
  }
}

interface Addend {
  readonly table: Table;
  readonly value: bigint;
}

/** Where the sum of a value for each digit, and of what is added where a table holds, is at least the quota. */
function reaching(space: Space, values: readonly (readonly bigint[])[], nested: readonly Addend[], quota: bigint): Table {
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const most = values.flat().concat(nested.map(({ value }) => value)).reduce((sum, value) => sum + size(value), size(quota));
  // Sums below 2^53 are exact in doubles.
  return most < 2n ** 53n ? reachingSmall(space, values, nested, quota) : reachingLarge(space, values, nested, quota);
}

function reachingSmall({ count, strides, divisions }: Space, values: readonly (readonly bigint[])[], nested: readonly Addend[], quota: bigint): Table {
  const sums = new Float64Array(count);
  sums[0] = values.reduce((sum, [first]) => sum + Number(first!), 0);
  divisions.forEach((digits, k) => {
    const stride = strides[k]!;
    for (let digit = 1; digit < digits.length; digit++) {
      const more = Number(values[k]![digit]! - values[k]![0]!);
      for (let low = 0; low < stride; low++) sums[digit * stride + low] = sums[low]! + more;
    }
  });
  for (const { table, value } of nested) {
    const more = Number(value);
    for (let state = 0; state < count; state++) if (table[state] === 1) sums[state]! += more;
  }
  const least = Number(quota);
  const result = new Uint8Array(count);
  for (let state = 0; state < count; state++) result[state] = sums[state]! >= least ? 1 : 0;
  return result;
}

function reachingLarge({ count, strides, divisions }: Space, values: readonly (readonly bigint[])[], nested: readonly Addend[], quota: bigint): Table {
  const sums: bigint[] = Array(count).fill(0n);
  sums[0] = values.reduce((sum, [first]) => sum + first!, 0n);
  divisions.forEach((digits, k) => {
    const stride = strides[k]!;
    for (let digit = 1; digit < digits.length; digit++) {
      const more = values[k]![digit]! - values[k]![0]!;
      for (let low = 0; low < stride; low++) sums[digit * stride + low] = sums[low]! + more;
    }
  });
  for (const { table, value } of nested) for (let state = 0; state < count; state++) if (table[state] === 1) sums[state]! += value;
  return Uint8Array.from(sums, (sum) => (sum >= quota ? 1 : 0));
}

function combine({ count }: Space, kind: 'and' | 'or', tables: readonly Table[]): Table {
  const result = new Uint8Array(count).fill(kind === 'and' ? 1 : 0);
  for (const table of tables) for (let state = 0; state < count; state++) result[state] = kind === 'and' ? result[state]! & table[state]! : result[state]! | table[state]!;
  return result;
}
