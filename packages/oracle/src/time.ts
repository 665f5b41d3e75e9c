/**
 * Times of docs/meaning.md, section 4: exact days since the event, then *indeterminate*, then *none*, in this order.
 */
import { compare, minus, plus, show, type Rational } from './rational.js';

/** A time after the event or a span: days ≥ 0, `indeterminate` ("promptly"), or `none` (no limit). */
export type Time = Rational | 'indeterminate' | 'none';

/** The sum of two spans. */
export function sum(x: Time, y: Time): Time {
  if (x === 'none' || y === 'none') return 'none';
  if (x === 'indeterminate' || y === 'indeterminate') return 'indeterminate';
  return plus(x, y);
}

/** Negative, 0 or positive as x is earlier than, equal to or later than y. */
export function compareTimes(x: Time, y: Time): number {
  const rank = (t: Time): number => (t === 'none' ? 2 : t === 'indeterminate' ? 1 : 0);
  if (typeof x === 'object' && typeof y === 'object') return compare(x, y);
  return rank(x) - rank(y);
}

/**
 * `t − span`: the latest s with s + span ≤ t; undefined if there is none. Where days fall short of days, `short` hears by how much.
 */
export function before(t: Time, span: Time, short?: (lacking: Rational) => void): Time | undefined {
  if (t === 'none') return 'none';
  if (t === 'indeterminate') return span === 'none' ? undefined : 'indeterminate';
  if (typeof span !== 'object') return undefined;
  if (compare(span, t) <= 0) return minus(t, span);
  short?.(minus(span, t));
  return undefined;
}

/** As text: `3`, `1/2`, `indeterminate`, `none`. */
export function showTime(t: Time): string {
  return typeof t === 'object' ? show(t) : t;
}

/** Days from one calendar date to another, 0 if the second is past. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000));
}
