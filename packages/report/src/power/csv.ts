/** Tables as CSV (RFC 4180): a head, one row a member, exact figures as fractions where asked. */
import { decimal, showRational, type Rational } from '@casus/games';
import type { PowerView } from './view.js';

/** A line of CSV; what a program could misread is quoted. */
export const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;

/** The table of members with their weights, classes and every index; without thousands separators, so that programs read it. */
export function powerCsv({ game: { members, weights }, classOf, indices, digits, fractions }: PowerView): string {
  const own = indices.filter(({ of }) => of === 'member');
  const number = (value: Rational): string => (fractions || value.den === 1n ? showRational(value) : decimal(value, digits));
  const head = ['member', 'name', 'class', ...weights.map(({ name }) => name), ...own.flatMap(({ id, intervals }) => (intervals === undefined ? [id] : [id, `${id} from`, `${id} to`]))];
  const rows = members.map(({ id, name }, i) => [
    id, name, String(classOf[i]! + 1), ...weights.map(({ values }) => showRational(values[i]!)),
    ...own.flatMap(({ values, intervals }) => [number(values[i]!), ...(intervals === undefined ? [] : intervals[i]!.map((bound) => bound.toFixed(digits)))]),
  ]);
  return [head, ...rows].map(csvLine).join('');
}
