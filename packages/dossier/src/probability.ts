/** The words of probability of US Intelligence Community Directive 203, "Analytic Standards" (2015), D.6.e(2)(a). */

/** One degree: its word in each of the directive's two rows, and its range in percent, both ends included. */
export interface ProbabilityDegree {
  readonly words: readonly [first: string, second: string];
  readonly from: number;
  readonly to: number;
}

/** From least to most. Neighbouring ranges share their edge, as printed. */
export const PROBABILITY: readonly ProbabilityDegree[] = [
  { words: ['almost no chance', 'remote'], from: 1, to: 5 },
  { words: ['very unlikely', 'highly improbable'], from: 5, to: 20 },
  { words: ['unlikely', 'improbable'], from: 20, to: 45 },
  { words: ['roughly even chance', 'roughly even odds'], from: 45, to: 55 },
  { words: ['likely', 'probable'], from: 55, to: 80 },
  { words: ['very likely', 'highly probable'], from: 80, to: 95 },
  { words: ['almost certain', 'nearly certain'], from: 95, to: 99 },
];

/** The words of one row, from least to most likely. A product uses one row and does not mix them. */
export const probabilityWords = (row: 1 | 2): readonly string[] => PROBABILITY.map(({ words }) => words[row - 1] ?? words[0]);

/** What a word of probability means: its range in percent and its row; undefined if it is none of the directive's. */
export function probabilityMeaning(word: string): { readonly from: number; readonly to: number; readonly row: 1 | 2 } | undefined {
  for (const { words, from, to } of PROBABILITY) {
    if (words[0] === word) return { from, to, row: 1 };
    if (words[1] === word) return { from, to, row: 2 };
  }
  return undefined;
}
