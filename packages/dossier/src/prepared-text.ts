/** A text made ready for many searches. */
import { characterAt, characterBefore, isDigit, isUnspaced, isWordCharacter } from './characters.js';
import { normalise } from './normalise.js';
import type { Normalised } from './normalise.js';

/** Line and column from 1, the column in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** A normalised text without hyphens, and where in the normalised text each of its characters stands. */
export interface Unhyphenated {
  readonly text: string;
  readonly map: Int32Array;
}

/** A text with its normalised form; made once for a source, searched for each of its citations. */
export class PreparedText {
  readonly original: string;
  readonly normalised: Normalised;
  readonly #breaks: ReadonlySet<number>;
  #lineStarts: Int32Array | undefined;
  #unhyphenated: Unhyphenated | undefined;

  constructor(text: string) {
    this.original = text;
    this.normalised = normalise(text);
    this.#breaks = new Set(this.normalised.breaks);
  }

  /** The original range of a range of the normalised text. */
  range(start: number, end: number): { readonly start: number; readonly end: number } {
    const from = this.normalised.map[start] ?? this.original.length;
    return { start: from, end: end > start ? (this.normalised.ends[end - 1] ?? from) : from };
  }

  /** The original wording of a range of the normalised text. */
  wording(start: number, end: number): string {
    const range = this.range(start, end);
    return this.original.slice(range.start, range.end);
  }

  lineColumn(offset: number): LineColumn {
    this.#lineStarts ??= lineStarts(this.original);
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** Whether a word was divided at this offset of the normalised text. */
  isBreak(offset: number): boolean {
    return this.#breaks.has(offset);
  }

  get unhyphenated(): Unhyphenated {
    return (this.#unhyphenated ??= unhyphenated(this.normalised.text));
  }

  /** Whether a passage that begins at this offset of the normalised text would begin inside a word or a number. */
  cutsWordBefore(offset: number): boolean {
    const { before, after } = this.#around(offset);
    if (before === '' || after === '') return false;
    if (this.#insideCharacter(offset)) return true;
    if (this.isBreak(offset)) return false;
    if (/[.,]/.test(before) && isDigit(after)) return isDigit(this.normalised.text.charAt(offset - 2));
    return isWordCharacter(before) && isWordCharacter(after) && !(isUnspaced(before) || isUnspaced(after));
  }

  /**
   * Whether a passage that ends at this offset of the normalised text would end inside a word or a number. The figure of a
   * note that a plain text sets right behind a word ("guarantees1") is not part of the word.
   */
  cutsWordAfter(offset: number): boolean {
    const { before, after } = this.#around(offset);
    if (before === '' || after === '') return false;
    if (this.#insideCharacter(offset)) return true;
    if (this.isBreak(offset)) return false;
    if (isDigit(before) && /[.,]/.test(after)) return isDigit(this.normalised.text.charAt(offset + 1));
    if (!isDigit(before) && isDigit(after)) return false;
    return isWordCharacter(before) && isWordCharacter(after) && !(isUnspaced(before) || isUnspaced(after));
  }

  /** The characters on both sides; a superscript figure, which normalisation makes a plain one, is shown as it was printed. */
  #around(offset: number): { readonly before: string; readonly after: string } {
    const { text, map } = this.normalised;
    const printed = (at: number, shown: string): string => {
      const original = characterAt(this.original, map[at] ?? this.original.length);
      return /^\p{No}/u.test(original) ? original : shown;
    };
    const before = characterBefore(text, offset);
    const after = characterAt(text, offset);
    return { before: before && printed(offset - before.length, before), after: after && printed(offset, after) };
  }

  #insideCharacter(offset: number): boolean {
    const { map, ends } = this.normalised;
    return map[offset] === map[offset - 1] && ends[offset] === ends[offset - 1];
  }
}

const lineStarts = (text: string): Int32Array => {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return Int32Array.from(starts);
};

const unhyphenated = (text: string): Unhyphenated => {
  const map: number[] = [];
  for (let at = 0; at < text.length; at++) if (text.charAt(at) !== '-') map.push(at);
  map.push(text.length);
  return { text: text.replaceAll('-', ''), map: Int32Array.from(map) };
};
