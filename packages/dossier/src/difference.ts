/** How a passage differs from its quotation, word by word, in sentences. */
import { normalise } from './normalise.js';
import type { Normalised } from './normalise.js';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const words = (text: string): readonly Word[] =>
  [...text.matchAll(/[^\s-]+|-/g)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));

/** Lengths of the longest common subsequence of the words behind each pair of positions. */
const commonLengths = (a: readonly Word[], b: readonly Word[]): readonly Uint16Array[] => {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i]?.text === b[j]?.text;
      const length = same ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
      (table[i] as Uint16Array)[j] = length;
    }
  }
  return table;
};

/**
 * The differences in order, each as a clause such as `text has “road”, quotation has “path”`. What normalisation makes
 * alike is no difference. `found` and `phrase` are in their original spelling.
 */
export function differences(found: string, phrase: string): readonly string[] {
  const text = { original: found, normalised: normalise(found) };
  const quotation = { original: phrase, normalised: normalise(phrase) };
  const a = words(text.normalised.text);
  const b = words(quotation.normalised.text);
  const common = commonLengths(a, b);
  const clauses: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const fromA = i;
    const fromB = j;
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i]?.text === b[j]?.text)) {
      if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) i++;
      else j++;
    }
    const clause = clauseOf(shown(text, a.slice(fromA, i)), shown(quotation, b.slice(fromB, j)));
    if (clause) clauses.push(clause);
    i++;
    j++;
  }
  return clauses;
}

const shown = (side: { readonly original: string; readonly normalised: Normalised }, run: readonly Word[]): string => {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return '';
  const { map, ends } = side.normalised;
  return side.original.slice(map[first.start], ends[last.end - 1]).replace(/\s+/g, ' ');
};

const clauseOf = (text: string, quotation: string): string | undefined => {
  if (text && quotation) return `text has “${text}”, quotation has “${quotation}”`;
  if (text) return `text has “${text}”, quotation leaves it out`;
  if (quotation) return `quotation has “${quotation}”, text does not`;
  return undefined;
};
