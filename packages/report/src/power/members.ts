/** Members in words: seats by their number, numbered names as a run. */
import type { MemberView } from './view.js';
import { counted, grouped, listed } from '../words.js';

/** From so many names that differ in a number only on, they are told as a run. */
const RUN = 4;

/** A name that ends in a number: “Representative 12”. */
const NUMBERED = /^(.*?)(\d+)$/;

/** Members as a sentence calls them, one name each: seats together by their number, long runs of numbered names by the first and the last. */
export function memberNames(members: readonly MemberView[], which: readonly number[]): readonly string[] {
  const names: string[] = [];
  const seats = new Map<string, number>();
  const named: string[] = [];
  for (const i of which) {
    const { name, seat } = members[i]!;
    if (seat === undefined) named.push(name);
    else seats.set(seat, (seats.get(seat) ?? 0) + 1);
  }
  for (let i = 0; i < named.length; ) {
    const length = runFrom(named, i);
    if (length >= RUN) names.push(`${named[i]!} … ${NUMBERED.exec(named[i + length - 1]!)![2]!}`);
    else names.push(...named.slice(i, i + length));
    i += Math.max(1, length);
  }
  for (const [seat, count] of seats) {
    const all = members.filter((member) => member.seat === seat).length;
    names.push(count === all ? counted(count, singular(seat), seat) : count === 1 ? `one of the ${seat}` : `${grouped(count)} of the ${seat}`);
  }
  return names;
}

const singular = (plural: string): string => plural.replace(/s$/, '');

function runFrom(names: readonly string[], at: number): number {
  const first = NUMBERED.exec(names[at]!);
  if (first === null) return 1;
  let length = 1;
  while (at + length < names.length) {
    const next = NUMBERED.exec(names[at + length]!);
    if (next === null || next[1] !== first[1] || Number(next[2]) !== Number(first[2]) + length) break;
    length++;
  }
  return length;
}

/** Members as the subject or object of a sentence; `most`: the rest is counted. */
export const memberWords = (members: readonly MemberView[], which: readonly number[], conjunction: 'and' | 'or' = 'and', most = Infinity): string =>
  listed(memberNames(members, which), conjunction, most);

/** Members in a cell or a line; names that have commas in them are set apart by semicolons. */
export function memberList(members: readonly MemberView[], which: readonly number[]): string {
  const names = memberNames(members, which);
  return names.join(names.length > 1 && names.some((name) => name.includes(',')) ? '; ' : ', ');
}

/** In how many ways the seats of a coalition may be filled; 1 where it has none. */
export function waysToSeat(members: readonly MemberView[], which: readonly number[]): bigint {
  const held = new Map<string, bigint>();
  for (const i of which) {
    const { seat } = members[i]!;
    if (seat !== undefined) held.set(seat, (held.get(seat) ?? 0n) + 1n);
  }
  let ways = 1n;
  for (const [seat, k] of held) {
    const n = BigInt(members.filter((member) => member.seat === seat).length);
    for (let i = 1n; i <= k; i++) ways = (ways * (n - k + i)) / i;
  }
  return ways;
}
