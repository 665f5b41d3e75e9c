/** How like two texts are as a whole. */
import { Pattern } from './distance.js';
import { normalise } from './normalise.js';

/** Characters compared at most; what stands behind does not count. */
const MOST_COMPARED = 20_000;

/**
 * The likeness of two texts, from 0 (nothing in common) to 1 (the same in one spelling, capitals or not): one less their edit distance as a share of the
 * longer one. Symmetric.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => normalise(text).text.toLowerCase().trim().slice(0, MOST_COMPARED)) as [string, string];
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const [pattern, text] = a.length <= b.length ? [a, b] : [b, a];
  let distance = pattern.length;
  new Pattern(pattern).scan(text, 0, text.length, true, (_end, reached) => {
    distance = reached;
  });
  return 1 - distance / text.length;
}
