import type { Case } from '@casus/model';
import { compile } from '../src/index.js';

/** Plain data of a shape that the test knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Plain = any;

/** A case as plain data without places: maps as objects, exact numbers as text. Fails if the text has findings. */
export function plainCase(text: string, imports: Readonly<Record<string, string>> = {}): Plain {
  const { value, findings } = compile([{ path: 'own.casus', text }], (path) => (imports[path] === undefined ? undefined : { path, text: imports[path] }));
  if (findings.length > 0) throw new Error(findings.map((f) => `${f.place.line}:${f.place.column} ${f.code} ${f.message}`).join('\n'));
  return plain(value);
}

/** Data without places and files, maps as objects, fractions as `1/2` or `3`. */
export function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('num' in value && 'den' in value) return value.den === 1n ? String(value.num) : `${String(value.num)}/${String(value.den)}`;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'place' && key !== 'files').map(([key, each]) => [key, plain(each)]));
}

/** The norms of an instrument of a plain case. */
export function normsOf(text: string, instrument = 'T'): Plain[] {
  return plainCase(text)['instruments'][instrument].norms;
}

/** Everything compiled: for questions about places. */
export function compiled(text: string): Case {
  return compile([{ path: 'own.casus', text }], () => undefined).value;
}
