import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness } from '@casus/dossier';

/** The edit distance, in the plainest way. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

describe('likeness', () => {
  it('is 1 for the same words, whatever their capitals, white space and quotation marks', () => {
    expect(likeness('Each shall  assist', 'each shall assist')).toBe(1);
    expect(likeness('“so”', '"so"')).toBe(1);
    expect(likeness('', '')).toBe(1);
  });

  it('is 0 where there is nothing in common', () => {
    expect(likeness('', 'text')).toBe(0);
    expect(likeness('aaaa', 'bbbb')).toBe(0);
  });

  it('is one less the edit distance as a share of the longer text, and symmetric', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(1 - distance(a, b) / Math.max(a.length, b.length), 12);
        expect(likeness(b, a)).toBe(likeness(a, b));
      }),
    );
  });
});
