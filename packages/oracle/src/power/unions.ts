/**
 * Values for members that come in a priori unions: the unions bargain as blocs, then each shares inside. A union of one is a member on its own;
 * with all on their own, or with one union of all, the values are those without unions.
 */
import { fraction, plus, times, ZERO, type Rational } from '../rational.js';
import { factorial } from './fractions.js';
import { coalition, membersOf, orders, range, size, table, type YesNoGame } from './game.js';

/** A partition of the members, as lists. */
export type Unions = readonly (readonly number[])[];

/** The unions as coalitions. @throws RangeError unless each member is in exactly one, and none is empty. */
export function masksOf(n: number, unions: Unions): number[] {
  const all = unions.flat().sort((a, b) => a - b);
  if (all.length !== n || all.some((member, i) => member !== i) || unions.some(union => union.length === 0)) throw new RangeError('the unions have each member once, and none is empty');
  return unions.map(coalition);
}

/** The game of the unions: a set of them wins where their members together win (Owen 1977). */
export function quotient(game: YesNoGame, unions: Unions): YesNoGame {
  const masks = masksOf(game.n, unions);
  const wins = table(game);
  return { n: masks.length, wins: set => wins[together(masks, set)] === 1 };
}

/** The members of a set of unions. */
export const together = (masks: readonly number[], set: number): number => membersOf(set).reduce((members, k) => members | masks[k]!, 0);

/** All subsets of a coalition. */
export function subsetsOf(mask: number): number[] {
  const found = [mask];
  for (let part = mask; part !== 0; ) found.push((part = (part - 1) & mask));
  return found;
}

/** How probable a set of s others is, of n in all. */
type Chance = (s: number, n: number) => Rational;

const asShapley: Chance = (s, n) => fraction(factorial(s) * factorial(n - 1 - s), factorial(n));
const asBanzhaf: Chance = (_, n) => fraction(1n, 2n ** BigInt(n - 1));

/** Σ over sets R of other unions and sets T of other members of the own union: chance of R times chance of T times v(R ∪ T ∪ i) - v(R ∪ T). */
function twoLevels(game: YesNoGame, unions: Unions, outside: Chance, inside: Chance): Rational[] {
  const masks = masksOf(game.n, unions);
  const wins = table(game);
  return range(game.n).map(i => {
    const own = masks.findIndex(mask => (mask & (1 << i)) !== 0);
    let value = ZERO;
    for (const others of subsetsOf((2 ** masks.length - 1) & ~(1 << own))) {
      const before = together(masks, others);
      for (const inner of subsetsOf(masks[own]! & ~(1 << i))) {
        const swing = wins[before | inner | (1 << i)]! - wins[before | inner]!;
        if (swing !== 0) value = plus(value, times(fraction(swing), times(outside(size(others), masks.length), inside(size(inner), size(masks[own]!)))));
      }
    }
    return value;
  });
}

/** The Owen value: Shapley's among the unions and inside them (Owen 1977). */
export const owen = (game: YesNoGame, unions: Unions): Rational[] => twoLevels(game, unions, asShapley, asShapley);

/** The Banzhaf–Owen value: Banzhaf's among the unions and inside them (Owen 1981). It is absolute: its sum is not 1. */
export const banzhafOwen = (game: YesNoGame, unions: Unions): Rational[] => twoLevels(game, unions, asBanzhaf, asBanzhaf);

/** The symmetric coalitional Banzhaf value: Banzhaf's among the unions, Shapley's inside them (Alonso-Meijide & Fiestras-Janeiro 2002). */
export const symmetricCoalitionalBanzhaf = (game: YesNoGame, unions: Unions): Rational[] => twoLevels(game, unions, asBanzhaf, asShapley);

/** Its counterpart: Shapley's among the unions, Banzhaf's inside them (Amer, Carreras & Giménez 2002). */
export const counterpartCoalitional = (game: YesNoGame, unions: Unions): Rational[] => twoLevels(game, unions, asShapley, asBanzhaf);

/** The Owen value by its first definition: all orders in which the members of each union stand together. @throws RangeError beyond 7 members. */
export function owenByOrders(game: YesNoGame, unions: Unions): Rational[] {
  if (game.n > 7) throw new RangeError('all orders of more than 7 members are too many');
  masksOf(game.n, unions);
  const wins = table(game);
  const unionOf = range(game.n).map(i => unions.findIndex(union => union.includes(i)));
  const inBlocs = orders(game.n).filter(order => order.filter((i, at) => at === 0 || unionOf[order[at - 1]!] !== unionOf[i]).length === unions.length);
  const pivots = range(game.n).map(() => 0n);
  for (const order of inBlocs) {
    let s = 0;
    for (const i of order) {
      pivots[i]! += BigInt(wins[s | (1 << i)]! - wins[s]!);
      s |= 1 << i;
    }
  }
  return pivots.map(count => fraction(count, inBlocs.length));
}
