/** What a search for a phrase answers. All offsets are UTF-16 units of the original text; `end` is exclusive. */

/** A passage of a text, as it stands there. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
  /** The passage, in the original spelling. */
  readonly found: string;
}

/** A passage and its similarity to the phrase: 1 less the edit distance over the longer length (Levenshtein 1966), 0 to 1. */
export interface ScoredPassage extends Passage {
  readonly score: number;
}

/** A part of a container: from the phrase that begins it to the phrase that ends it, both included. */
export interface Segment {
  readonly begins?: string;
  readonly ends?: string;
}

/** The phrase stands in the text. `prefix` and `suffix` are its context, `count` says how often it stands there. */
export interface Verified extends Passage {
  readonly kind: 'verified';
  readonly prefix: string;
  readonly suffix: string;
  readonly count: number;
}

/** The text has something very like it. `difference` names each, word by word. */
export interface Changed extends ScoredPassage {
  readonly kind: 'changed';
  readonly difference: readonly string[];
}

/**
 * The text does not have it. `outside`: the container has it, outside the part that is the source; `nearest` is where.
 * Otherwise `nearest` is the most similar passage, if any is half alike.
 */
export interface Missing {
  readonly kind: 'missing';
  readonly outside?: true;
  readonly nearest?: ScoredPassage;
}

/** The part of the container cannot be told: these of its border phrases do not stand in it (in this order). */
export interface SegmentLost {
  readonly kind: 'segment-lost';
  readonly lost: readonly { readonly which: 'begins' | 'ends'; readonly phrase: string; readonly nearest?: ScoredPassage }[];
}

/** Phrase or text is longer than this package searches (`MAX_PHRASE`, `MAX_TEXT`, in UTF-16 units). */
export interface BeyondLimits {
  readonly kind: 'beyond-limits';
  readonly which: 'phrase' | 'text';
  readonly length: number;
  readonly most: number;
}

export type Located = Verified | Changed | Missing | SegmentLost | BeyondLimits;
