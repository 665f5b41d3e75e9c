import { type Rational, rational } from '../rational.js';
import { report, WeightedVoteError } from './errors.js';
import { createKernel, type Kernel } from './kernel.js';
import { chineseRemainder, mulMod, primeBelow, primesFor } from './modular.js';
import { power } from './profile.js';
import { commonMultiple } from './shapley.js';
import { allow, type CountingOptions } from './swings.js';
import { layOut, type Layout, type WeightedVote } from './vote.js';
import { windowWithout } from './window.js';

/** How coalitions are weighed: by the random orders of Shapley, or all alike as with Banzhaf. */
export type Weighing = 'shapley' | 'banzhaf';

/** How the unions are weighed among each other, and the members within each union. */
export interface UnionWeighing {
  readonly among: Weighing;
  readonly within: Weighing;
}

/** The Owen value (Owen 1977). */
export const OWEN: UnionWeighing = { among: 'shapley', within: 'shapley' };
/** The Banzhaf–Owen value (Owen 1982). */
export const BANZHAF_OWEN: UnionWeighing = { among: 'banzhaf', within: 'banzhaf' };
/** The symmetric coalitional Banzhaf value (Alonso-Meijide & Fiestras-Janeiro 2002). */
export const SYMMETRIC_COALITIONAL_BANZHAF: UnionWeighing = { among: 'banzhaf', within: 'shapley' };
/** The coalitional value that is Shapley's among the unions and Banzhaf's within (Amer, Carreras & Giménez 2002). */
export const COUNTING_COALITIONAL_BANZHAF: UnionWeighing = { among: 'shapley', within: 'banzhaf' };

/**
 * The value of each member of a weighted vote with a-priori unions: the other unions join or stay out as a whole, the member's own may divide. `unionOf` names the union of each member by a number.
 * Sets of other unions are weighed and added up to one row, by weight; to it the members of the union are added one by one; each member's swings follow by division.
 * All is exact, modulo primes. Members of weight zero and unions of them have the value zero and change no other.
 * @throws WeightedVoteError for a vote that is none, or where a member has no union; WeightedVoteTooLargeError; StoppedError.
 */
export function unionValues(vote: WeightedVote, unionOf: readonly number[], weighing: UnionWeighing, options: CountingOptions = {}): Rational[] {
  const layout = layOut(vote);
  if (unionOf.length !== layout.n) throw new WeightedVoteError(`${unionOf.length} members have a union, and ${layout.n} a weight`);
  const unions = unionsOf(layout, unionOf);
  const width = Math.min(layout.quota, layout.blocking);
  const most = Math.max(...unions.map(({ weights }) => weights.length));
  const among = sharesOf(weighing.among, unions.length);
  const within = new Map(unions.map(({ weights }) => [weights.length, sharesOf(weighing.within, weights.length)]));
  // A value is at most 1, so its numerator is at most its denominator.
  const bits = binaryDigits(among.whole) + Math.max(...Array.from(within.values(), ({ whole }) => binaryDigits(whole)));
  const primes = Array.from({ length: primesFor(bits) }, (_, k) => primeBelow(k));
  const rows = 2 * among.parts.length + (weighing.within === 'shapley' ? most : 1);
  const each = width * unions.reduce((sum, { weights }) => sum + 2 * unions.length + weights.length ** 2, unions.length ** 2);
  allow('the values with unions', 4 * rows * width, each * primes.length, options);
  const kernel = createKernel(options.kernel, each * primes.length);
  const results = primes.map((prime, k) =>
    valuesModulo(kernel, { unions, width, among, within, weighing, prime }, (done) => report(options.progress, k * each + done, each * primes.length)));
  const whole = chineseRemainder(primes);
  return layout.classOf.map((one, member) => {
    const union = unions.findIndex(({ name }) => name === unionOf[member]);
    const weight = layout.weightOf[one]!;
    if (weight === 0) return rational(0n);
    const numerator = whole(results.map((result) => result[union]!.get(weight)!));
    return rational(numerator, among.whole * within.get(unions[union]!.weights.length)!.whole);
  });
}

interface Union {
  readonly name: number;
  readonly weights: readonly number[];
  readonly total: number;
}

/** The unions of the members that have weight. */
function unionsOf({ classOf, weightOf }: Layout, unionOf: readonly number[]): Union[] {
  const weights = new Map<number, number[]>();
  classOf.forEach((one, member) => {
    const name = unionOf[member];
    if (name === undefined || !Number.isInteger(name)) throw new WeightedVoteError(`member ${member} has no union`, member);
    if (weightOf[one]! > 0) weights.set(name, [...(weights.get(name) ?? []), weightOf[one]!]);
  });
  return Array.from(weights, ([name, of]) => ({ name, weights: of.sort((a, b) => a - b), total: of.reduce((sum, weight) => sum + weight, 0) }));
}

interface Shares {
  /** What a coalition of s others counts, as whole numbers; one entry alone where the size does not matter. */
  readonly parts: readonly bigint[];
  /** What they are parts of. */
  readonly whole: bigint;
}

function sharesOf(weighing: Weighing, players: number): Shares {
  if (weighing === 'banzhaf') return { parts: [1n], whole: 1n << BigInt(players - 1) };
  const whole = commonMultiple(players);
  return { parts: power(players - 1).map((ways) => whole / (BigInt(players) * ways)), whole };
}

const binaryDigits = (value: bigint): number => value.toString(2).length;

interface Task {
  readonly unions: readonly Union[];
  readonly width: number;
  readonly among: Shares;
  readonly within: ReadonlyMap<number, Shares>;
  readonly weighing: UnionWeighing;
  readonly prime: number;
}

/** [union]: from the weight of a member to the numerator of its value, modulo the prime. */
function valuesModulo(kernel: Kernel, { unions, width, among, within, weighing, prime }: Task, progress: (done: number) => void): Map<number, number>[] {
  const sets = among.parts.length;
  const most = weighing.within === 'shapley' ? Math.max(...unions.map(({ weights }) => weights.length)) : 1;
  const [others, own] = [sets * width, 2 * sets * width];
  let done = 0;
  const told = (rows: number): void => progress((done += rows * width));
  kernel.clear(4 * (2 * sets + most) * width);
  kernel.cells()[0] = 1;
  unions.forEach(({ total }, k) => {
    addMember(kernel, { at: 0, width, order: sets, members: k, prime }, total);
    told(unions.length);
  });
  return unions.map(({ weights, total }) => {
    const cells = kernel.cells();
    const inside = within.get(weights.length)!;
    const order = inside.parts.length;
    cells.copyWithin(others, 0, sets * width);
    removeMember(kernel, { at: others, width, order: sets, prime }, total);
    told(unions.length);
    cells.fill(0, own, own + order * width);
    among.parts.forEach((part, h) => kernel.addMultiple(own, others + h * width, width, Number(part % BigInt(prime)), prime));
    kernel.prefix(own, width, prime);
    told(unions.length);
    weights.forEach((weight, k) => addMember(kernel, { at: own, width, order, members: k, prime }, weight));
    told(weights.length ** 2);
    const parts = inside.parts.map((part) => Number(part % BigInt(prime)));
    const found = new Uint32Array(order);
    const rows = { cells: cells.subarray(own), width, order, prime };
    const values = new Map<number, number>();
    for (const weight of new Set(weights)) {
      windowWithout(rows, width - 1, weight, weight, found);
      values.set(weight, parts.reduce((sum, part, size) => (sum + mulMod(part, found[size]!, prime)) % prime, 0));
    }
    return values;
  });
}

interface Block {
  readonly at: number;
  readonly width: number;
  /** Rows by the number of members; one row where that does not matter. */
  readonly order: number;
  readonly prime: number;
}

/** Row j takes, shifted by the weight, the row before it; or a single row itself. */
function addMember(kernel: Kernel, { at, width, order, members, prime }: Block & { readonly members: number }, weight: number): void {
  const length = width - weight;
  if (length <= 0) return;
  if (order === 1) kernel.add(at + weight, at, length, prime);
  for (let j = Math.min(order - 1, members + 1); j > 0; j--) kernel.add(at + j * width + weight, at + (j - 1) * width, length, prime);
}

/** The opposite: D(x) = C(x) - t·D(x - weight). */
function removeMember(kernel: Kernel, { at, width, order, prime }: Block, weight: number): void {
  if (order === 1) for (let x = weight; x < width; x += weight) kernel.subtract(at + x, at + x - weight, Math.min(weight, width - x), prime);
  for (let j = 1; j < order && weight < width; j++) kernel.subtract(at + j * width + weight, at + (j - 1) * width, width - weight, prime);
}
