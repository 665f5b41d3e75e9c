import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreparedText, locate } from '../src/index.js';
import { Pattern } from '../src/distance.js';

/** Levenshtein's table, cell by cell; the last row, for each prefix of the text. */
const table = (pattern: string, text: string, anchored: boolean): readonly number[] => {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const last: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const next = [anchored ? at + 1 : 0];
    for (let row = 1; row <= pattern.length; row++) {
      const differs = pattern[row - 1] === text[at] ? 0 : 1;
      next.push(Math.min(column[row]! + 1, next[row - 1]! + 1, column[row - 1]! + differs));
    }
    column = next;
    last.push(column[pattern.length]!);
  }
  return last;
};

describe('edit distances', () => {
  it('are those of the table, below and beyond the width of a word', () => {
    const letters = (most: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: most });
    fc.assert(
      fc.property(letters(110), letters(200), fc.boolean(), (pattern, text, anchored) => {
        const distances: number[] = [];
        new Pattern(pattern).scan(text, 0, text.length, anchored, (end, distance) => (distances[end - 1] = distance));
        expect(distances).toEqual(table(pattern, text, anchored));
      }),
      { numRuns: 300 },
    );
  });
});

/** A text of invented words, the same at every run. */
const words = (length: number): string => {
  let state = 7;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const syllables = ['ar', 'bor', 'ca', 'du', 'syl', 'gra', 'ru', 'ri', 'ta', 'nia', 'dov', 'zen'];
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const word = Array.from({ length: 1 + next(4) }, () => syllables[next(syllables.length)]).join('');
    parts.push(word);
    size += word.length + 1;
  }
  return parts.join(' ').slice(0, length);
};

/** The least of three runs, in milliseconds, as other work on the machine only ever adds. */
const fastest = (run: () => void): number =>
  Math.min(...[0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }));

describe('speed', () => {
  it('finds the nearest passage in 8 kB at once, and in 1 MB within a second', () => {
    const book = words(1 << 20);
    const page = new PreparedText(book.slice(0, 8_192));
    const phrase = `${book.slice(4_000, 4_400)} qqqq ${book.slice(4_400, 4_900)}`;
    const prepared = new PreparedText(book);
    const short = fastest(() => expect(locate(phrase, page).kind).toBe('changed'));
    const long = fastest(() => expect(locate(phrase, prepared).kind).toBe('changed'));
    expect(short).toBeLessThan(80);
    expect(long).toBeLessThan(2_000);
  }, 30_000);

  it('is not slowed down by a phrase that stands everywhere', () => {
    const text = new PreparedText('to be '.repeat(50_000));
    expect(fastest(() => expect(locate('to … be … or', text).kind).toBe('missing'))).toBeLessThan(3_000);
  }, 30_000);
});
