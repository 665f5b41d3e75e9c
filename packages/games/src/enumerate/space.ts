import { TooLargeError } from '../errors.js';
import { MAX_BITS, MAX_STATES } from './limits.js';

/** Classes of interchangeable members, by index. */
export type Groups = readonly (readonly number[])[];

/**
 * Every way in which the members of groups can divide over levels, as numbers 0 … count-1 in mixed radix: digit k says how group k divides. With two
 * levels (out, in) a digit is the number of those that are in. Digit 0 of a group: all of it on level 0.
 */
export interface Space {
  readonly n: number;
  readonly levels: number;
  readonly groups: Groups;
  /** The group of each member. */
  readonly groupOf: readonly number[];
  /** [group][digit][level]: how many of the group are on the level. */
  readonly divisions: readonly (readonly (readonly number[])[])[];
  /** What one step of digit k adds to the number of a state. */
  readonly strides: readonly number[];
  /** How many states there are. */
  readonly count: number;
  /** [state]: in how many ways named members can make it up. */
  readonly ways: Float64Array;
}

/** @throws TooLargeError beyond `MAX_STATES` states, or where counts would not stay exact in doubles. */
export function spaceOf(groups: Groups, levels = 2): Space {
  const n = groups.reduce((sum, group) => sum + group.length, 0);
  if (n * Math.log2(levels) > MAX_BITS) {
    throw new TooLargeError(`${n} members with ${levels} ballots each: trying every case is exact up to ${Math.floor(MAX_BITS / Math.log2(levels))} members`);
  }
  const count = groups.reduce((product, { length }) => product * choose(length + levels - 1, levels - 1), 1);
  if (count > MAX_STATES) throw new TooLargeError(`${count} cases to try, and the limit is ${MAX_STATES}`);
  const divisions = groups.map(({ length }) => divide(length, levels));
  const strides: number[] = [];
  let stride = 1;
  for (const digits of divisions) {
    strides.push(stride);
    stride *= digits.length;
  }
  const groupOf: number[] = Array(n).fill(0);
  groups.forEach((group, k) => group.forEach((member) => (groupOf[member] = k)));
  const space = { n, levels, groups, groupOf, divisions, strides, count };
  return { ...space, ways: multiply(space, divisions.map((digits) => digits.map(arrangements))) };
}

/** Digit k of a state. */
export const digitOf = (space: Space, state: number, group: number): number => Math.floor(state / space.strides[group]!) % space.divisions[group]!.length;

/** [state]: the product of a number for each digit. */
function multiply({ divisions, strides, count }: Omit<Space, 'ways'>, factors: readonly (readonly number[])[]): Float64Array {
  const product = new Float64Array(count);
  product[0] = factors.reduce((all, [first]) => all * first!, 1);
  divisions.forEach((digits, k) => {
    const stride = strides[k]!;
    for (let digit = 1; digit < digits.length; digit++) {
      const factor = factors[k]![digit]! / factors[k]![0]!;
      for (let low = 0; low < stride; low++) product[digit * stride + low] = product[low]! * factor;
    }
  });
  return product;
}

/** All divisions of some members over levels; first comes: all on level 0. */
function divide(members: number, levels: number): number[][] {
  if (levels === 1) return [[members]];
  const found: number[][] = [];
  for (let above = 0; above <= members; above++) for (const rest of divide(above, levels - 1)) found.push([members - above, ...rest]);
  return found;
}

/** In how many ways named members divide so: a multinomial coefficient. */
function arrangements(division: readonly number[]): number {
  let left = division.reduce((sum, size) => sum + size, 0);
  return division.reduce((product, size) => {
    const ways = choose(left, size);
    left -= size;
    return product * ways;
  }, 1);
}

/** The binomial coefficient, exact while it is below 2^53. */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let result = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * (n - i + 1)) / i;
  return result;
}
