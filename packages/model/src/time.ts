import type { Rational } from './case.js';
import { addRational, compareRational, rational } from './rational.js';

/** A length of time: exact days, a word that gives no number ("promptly"), or no limit; in this order (docs/meaning.md, section 4). */
export type Time = { readonly kind: 'days'; readonly days: Rational } | { readonly kind: 'indeterminate' } | { readonly kind: 'none' };

export const AT_ONCE: Time = { kind: 'days', days: rational(0) };
export const INDETERMINATE: Time = { kind: 'indeterminate' };
export const NO_LIMIT: Time = { kind: 'none' };

/** So many days. */
export const days = (count: Rational): Time => ({ kind: 'days', days: count });

const RANK = { days: 0, indeterminate: 1, none: 2 } as const;

/** Negative when a is sooner than b, zero when equal, positive when later. */
export function compareTime(a: Time, b: Time): number {
  if (a.kind === 'days' && b.kind === 'days') return compareRational(a.days, b.days);
  return RANK[a.kind] - RANK[b.kind];
}

/** One after the other. */
export function addTime(a: Time, b: Time): Time {
  if (a.kind === 'days' && b.kind === 'days') return days(addRational(a.days, b.days));
  return RANK[a.kind] >= RANK[b.kind] ? a : b;
}

const DAY = 86_400_000;

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
