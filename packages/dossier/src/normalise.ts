/**
 * One spelling for what is the same text in print: Unicode compatibility forms (NFKC, Unicode Standard Annex 15), white
 * space, quotation marks, dashes, ellipses, and words divided at the end of a line. Nothing else is made alike: case,
 * wording, punctuation and bracketed insertions stay as they are. Every character keeps the place it came from.
 */
import {
  DASHES, DOUBLE_QUOTES, GUILLEMETS, HYPHENS, INVISIBLE, LINE_ENDS, SINGLE_QUOTES, SOFT_HYPHEN, SPACES,
  characterAt, characterBefore, isDigit, isJoining, isWordCharacter,
} from './characters.js';
import { Collector } from './collector.js';

/** A text in one spelling. All offsets are in UTF-16 units. */
export interface Normalised {
  readonly text: string;
  /** Where in the original each character of `text` begins; one more entry: the length of the original. */
  readonly map: Int32Array;
  /** Where in the original each character of `text` ends (exclusive). */
  readonly ends: Int32Array;
  /**
   * Offsets in `text`, ascending, at which a hyphen and the end of a line stood inside a word and were left out. Whether the
   * hyphen belongs to the word ("Article-5-like") or to the line ("guarantees") is open: both readings are right.
   */
  readonly breaks: Int32Array;
}

/** Letters, figures and marks of ASCII that are already in the one spelling, whatever stands around them. */
const PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) => (/[A-Za-z0-9,;:!?()[\]%&/$#@*+=_]/.test(String.fromCharCode(code)) ? 1 : 0));

/** A following character from here on may join the one before it. */
const FIRST_JOINING = SOFT_HYPHEN;

const DOT = 0x2e;
const QUOTE = 0x22;
const DASH = 0x2d;

/** What follows at `at`, white space and invisible characters skipped: where, and what was skipped. */
const skipBlank = (text: string, at: number): { readonly at: number; readonly space: boolean; readonly lineEnd: boolean } => {
  let space = false;
  let lineEnd = false;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (SPACES.has(code)) {
      space = true;
      lineEnd ||= LINE_ENDS.has(code);
    } else if (!INVISIBLE.has(code)) break;
  }
  return { at, space, lineEnd };
};

/** Whether a letter or a figure stands at `at` (and not a stray mark that would join the character before it). */
const beginsWord = (text: string, at: number): boolean => isWordCharacter(characterAt(text, at)) && !isJoining(characterAt(text, at));

/** The end of `. . .` (three dots or more, each apart from the next by white space), or -1. */
const endOfSpacedDots = (text: string, at: number): number => {
  let dots = 1;
  let end = at + 1;
  for (;;) {
    const next = skipBlank(text, end);
    if (!next.space || text.charCodeAt(next.at) !== DOT) break;
    dots++;
    end = next.at + 1;
  }
  return dots >= 3 && text.charCodeAt(end) !== DOT ? end : -1;
};

/** The end of the character at `at` with all that joins it (combining marks, invisible characters before them). */
const endOfCluster = (text: string, at: number): number => {
  let end = at + characterAt(text, at).length;
  for (let next = end; next < text.length; ) {
    const char = characterAt(text, next);
    next += char.length;
    if (isJoining(char)) end = next;
    else if (!INVISIBLE.has(char.charCodeAt(0))) break;
  }
  return end;
};

const withoutInvisible = (cluster: string): string =>
  [...cluster].filter((char) => !INVISIBLE.has(char.charCodeAt(0))).join('');

/** The cluster in NFKC; but a raised or broken figure behind a figure stays, lest "10²" read "102" and the note of "2022³" a digit. */
const composed = (cluster: string, last: number): string => {
  const form = cluster.normalize('NFKC');
  const joinsNumber = isDigit(String.fromCharCode(last)) && isDigit(form) && !isDigit(cluster);
  return joinsNumber ? cluster : form;
};

/** Whether the guillemet at `at` has its inner side on the right (`«`) or the left (`»`), as in French, and a space there. */
const opensFrench = (text: string, at: number): boolean =>
  text.charCodeAt(at) === GUILLEMETS.left && (at === 0 || /[\s([]/.test(text.charAt(at - 1)));
const closesFrench = (text: string, at: number): boolean =>
  text.charCodeAt(at) === GUILLEMETS.right && (at + 1 >= text.length || /[\s)\].,;:!?]/.test(text.charAt(at + 1)));

/** The text in one spelling, with the way back into the original. Total; linear in the length of the text. */
export function normalise(text: string): Normalised {
  const out = new Collector(text.length);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const joined = text.charCodeAt(at + 1) >= FIRST_JOINING;

    if (PLAIN[code] === 1 && !joined) {
      out.put(code, at, at + 1);
      at++;
      continue;
    }

    if (INVISIBLE.has(code)) {
      const next = skipBlank(text, at + 1);
      // A soft hyphen at the end of a line divides a word; the end of the line is no space then.
      const divides = code === SOFT_HYPHEN && next.lineEnd && !out.spaceWaits && beginsWord(text, next.at);
      at = divides ? next.at : at + 1;
      continue;
    }

    if (SPACES.has(code)) {
      const next = skipBlank(text, at);
      out.space(at, next.at);
      at = next.at;
      continue;
    }

    if (DASHES.has(code)) {
      const next = skipBlank(text, at + 1);
      const dividesWord =
        HYPHENS.has(code) && next.lineEnd && !out.spaceWaits &&
        isWordCharacter(characterBefore(text, at)) && beginsWord(text, next.at);
      if (dividesWord) out.wordBreak();
      else out.dash(DASH, at, at + 1);
      at = dividesWord ? next.at : at + 1;
      continue;
    }

    if (DOUBLE_QUOTES.has(code) || SINGLE_QUOTES.has(code)) {
      const doubled = SINGLE_QUOTES.has(code) && text.charCodeAt(at + 1) === code;
      if (closesFrench(text, at)) out.dropSpace();
      out.put(QUOTE, at, at + (doubled ? 2 : 1));
      const inner = opensFrench(text, at) ? skipBlank(text, at + 1).at : at + 1;
      at = doubled ? at + 2 : inner;
      continue;
    }

    const dots = code === DOT ? endOfSpacedDots(text, at) : -1;
    if (dots > 0) {
      for (let dot = at; dot < dots; dot++) if (text.charCodeAt(dot) === DOT) out.put(DOT, dot, dot + 1);
      at = dots;
      continue;
    }

    if (code < 0x80 && !joined) {
      out.put(code, at, at + 1);
      at++;
      continue;
    }

    const end = endOfCluster(text, at);
    const cluster = composed(withoutInvisible(text.slice(at, end)), out.last);
    for (let unit = 0; unit < cluster.length; unit++) {
      const part = cluster.charCodeAt(unit);
      if (SPACES.has(part)) out.space(at, end);
      else out.put(part, at, end);
    }
    at = end;
  }
  return out.finish(text.length);
}
