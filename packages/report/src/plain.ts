/** Data of a case as JSON can hold it: integers without bound as digits, fractions as `num/den`, tables as objects. */
import type { Rational } from '@casus/model';

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isRational = (value: object): value is Rational =>
  'num' in value && 'den' in value && typeof value.num === 'bigint' && typeof value.den === 'bigint';

/** A value with its absent fields left out. Meant for plain immutable data, which has no cycles. */
export function plain(value: unknown): Json {
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return fields([...value].map(([key, item]) => [String(key), item]));
  if (value instanceof Set) return [...value].map(plain);
  if (typeof value === 'object') return isRational(value) ? `${value.num}/${value.den}` : fields(Object.entries(value));
  return null;
}

const fields = (entries: readonly (readonly [string, unknown])[]): Json =>
  Object.fromEntries(entries.filter(([, item]) => item !== undefined && typeof item !== 'function').map(([key, item]) => [key, plain(item)]));
