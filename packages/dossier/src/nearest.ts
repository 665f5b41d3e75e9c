/** The passage of a text most like a phrase. */
import type { PreparedText } from './prepared-text.js';
import { Pattern } from './distance.js';
import type { Span } from './search.js';

/** A passage of the normalised text and its similarity, 0 to 1. */
export interface Nearest extends Span {
  readonly score: number;
}

/** Word borders tried on each side of the place where the passage seems to begin. */
const BORDERS = 4;

/**
 * The passage of whole words within a span that is most like the phrase (both in one spelling). First the end with the least
 * edit distance in the whole span, then its beginning, then both moved to the word borders that give the highest score.
 */
export function nearest(phrase: string, prepared: PreparedText, within: Span): Nearest | undefined {
  if (phrase === '' || within.end <= within.start) return undefined;
  const { text } = prepared.normalised;
  const pattern = new Pattern(phrase);
  let best = { end: within.start, distance: phrase.length + 1 };
  pattern.scan(text, within.start, within.end, false, (end, distance) => {
    if (distance < best.distance) best = { end, distance };
  });
  const seeming = beginning(phrase, text, within, best.end);
  let found: Nearest | undefined;
  for (const start of bordersAround(seeming, prepared, within)) {
    const reach = Math.min(within.end, start + 2 * phrase.length + 64);
    pattern.scan(text, start, reach, true, (end, distance) => {
      const score = 1 - distance / Math.max(phrase.length, end - start);
      if (score <= (found?.score ?? 0) || text.charAt(end - 1) === ' ' || prepared.cutsWordAfter(end)) return;
      found = { start, end, score };
    });
  }
  return found;
}

/** Where the passage begins that ends at `end`: the same search backwards. */
function beginning(phrase: string, text: string, within: Span, end: number): number {
  const from = Math.max(within.start, end - 2 * phrase.length - 64);
  const backwards = reversed(text.slice(from, end));
  let best = { length: 0, distance: phrase.length };
  new Pattern(reversed(phrase)).scan(backwards, 0, backwards.length, true, (length, distance) => {
    if (distance <= best.distance) best = { length, distance };
  });
  return end - best.length;
}

const reversed = (text: string): string => text.split('').reverse().join('');

function bordersAround(start: number, prepared: PreparedText, within: Span): readonly number[] {
  const { text } = prepared.normalised;
  const isBorder = (at: number): boolean => text.charAt(at) !== ' ' && !prepared.cutsWordBefore(at);
  const borders: number[] = [];
  for (let at = start, left = BORDERS; at >= within.start && left > 0; at--) {
    if (isBorder(at)) {
      borders.push(at);
      left--;
    }
  }
  for (let at = start + 1, left = BORDERS; at < within.end && left > 0; at++) {
    if (isBorder(at)) {
      borders.push(at);
      left--;
    }
  }
  return borders;
}
