/** A verified passage as selectors of the W3C Web Annotation Data Model (2017), sections 4.2.4 and 4.2.5. */
import type { Verified } from './located.js';

/** The exact text and some text immediately before and after it. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Positions in the text, counted in Unicode code points from 0, as the recommendation asks; `end` is exclusive. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

/** Both selectors of a passage of `text`, the text that it was found in. */
export function selectors(passage: Verified, text: string): readonly [TextQuoteSelector, TextPositionSelector] {
  const start = codePoints(text.slice(0, passage.start));
  return [
    { type: 'TextQuoteSelector', exact: passage.found, prefix: passage.prefix, suffix: passage.suffix },
    { type: 'TextPositionSelector', start, end: start + codePoints(passage.found) },
  ];
}
