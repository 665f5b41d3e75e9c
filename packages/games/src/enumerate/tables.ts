import type { Formula, SimpleGame } from '../game.js';
import { addRational, scaleToWhole, subRational, ZERO, type Rational } from '../rational.js';
import type { Ballot, Body, Rule } from '../rule.js';
import { groupsOfFormula, groupsOfRule } from './groups.js';
import { spaceOf, type Space } from './space.js';

/** [state]: 1 where the decision is carried, otherwise 0. */
export type Table = Uint8Array;

export interface Tabled {
  readonly space: Space;
  readonly table: Table;
}

/**
 * A simple game, tried in every state of its groups; level 1 of the space is "in".
 * @throws TooLargeError
 */
export function tableOfGame({ players, formula }: SimpleGame, label?: (player: number) => unknown): Tabled {
  const space = spaceOf(groupsOfFormula(players.length, formula, label));
  return { space, table: formulaTable(space, formula) };
}

/**
 * A body, tried with every combination of the given ballots; level l of the space is `ballots[l]`.
 * @throws TooLargeError
 */
export function tableOfBody({ members, rule }: Body, ballots: readonly Ballot[], label?: (member: number) => unknown): Tabled {
  const space = spaceOf(groupsOfRule(members.length, rule, ballots, label), ballots.length);
  return { space, table: ruleTable(space, rule, ballots) };
}

function formulaTable(space: Space, formula: Formula): Table {
  switch (formula.kind) {
    case 'constant':
      return new Uint8Array(space.count).fill(formula.value ? 1 : 0);
    case 'not':
      return negate(formulaTable(space, formula.of));
    case 'and':
    case 'or':
      return combine(space, formula.kind, formula.of.map((part) => formulaTable(space, part)));
    case 'threshold': {
      const weights = space.groups.map(() => 0n);
      const nested: Addend[] = [];
      for (const { of, weight } of formula.terms) {
        if (typeof of !== 'number') nested.push({ table: formulaTable(space, of), value: weight });
        else if (of === space.groups[space.groupOf[of]!]![0]) weights[space.groupOf[of]!]! += weight;
      }
      const values = space.divisions.map((digits, k) => digits.map((levels) => weights[k]! * BigInt(levels[1]!)));
      return reaching(space, values, nested, formula.quota);
    }
  }
}

function ruleTable(space: Space, rule: Rule, ballots: readonly Ballot[]): Table {
  switch (rule.kind) {
    case 'always':
    case 'never':
      return new Uint8Array(space.count).fill(rule.kind === 'always' ? 1 : 0);
    case 'not':
      return negate(ruleTable(space, rule.of, ballots));
    case 'and':
    case 'or':
      return combine(space, rule.kind, rule.of.map((part) => ruleTable(space, part, ballots)));
    case 'sum': {
      const adds = space.groups.map(() => ballots.map(() => ZERO));
      const bodies: { rule: Rule; yes: Rational; no: Rational }[] = [];
      for (const { voter, counts } of rule.terms) {
        if (typeof voter !== 'number') bodies.push({ rule: voter, yes: counts.yes ?? ZERO, no: counts.no ?? ZERO });
        else if (voter === space.groups[space.groupOf[voter]!]![0]) {
          const group = adds[space.groupOf[voter]!]!;
          ballots.forEach((ballot, l) => (group[l] = addRational(group[l]!, counts[ballot] ?? ZERO)));
        }
      }
      // A body that votes in another adds its no in any case, and the difference where it says yes.
      const quota = bodies.reduce((left, { no }) => subRational(left, no), rule.quota);
      const { whole } = scaleToWhole([quota, ...bodies.map(({ yes, no }) => subRational(yes, no)), ...adds.flat()]);
      const values = space.divisions.map((digits, k) =>
        digits.map((levels) => levels.reduce((sum, members, l) => sum + BigInt(members) * whole[1 + bodies.length + k * ballots.length + l]!, 0n)));
      const nested = bodies.map((body, b) => ({ table: ruleTable(space, body.rule, ballots), value: whole[1 + b]! }));
      return reaching(space, values, nested, rule.strict ? whole[0]! + 1n : whole[0]!);
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

const negate = (table: Table): Table => table.map((value) => 1 - value);

function combine({ count }: Space, kind: 'and' | 'or', tables: readonly Table[]): Table {
  const result = new Uint8Array(count).fill(kind === 'and' ? 1 : 0);
  for (const table of tables) for (let state = 0; state < count; state++) result[state] = kind === 'and' ? result[state]! & table[state]! : result[state]! | table[state]!;
  return result;
}
