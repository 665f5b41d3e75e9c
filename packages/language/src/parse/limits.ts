import type { Finding } from '@casus/model';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';
import { Nesting } from './nesting.js';

/** Largest file, in UTF-16 units; most words and signs of a file, and of all files of a case together; longest name and longest text in quotation marks. */
export const MOST_CHARACTERS = 10_000_000;
export const MOST_WORDS = 500_000;
export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 100_000;
/** Spots beyond a limit that are told in one file; more help nobody. */
const MOST_TOLD = 100;

/** A stretch of a text that is beyond a limit: the part that holds it is left out. */
export interface Beyond {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly help: string;
}

/** How large a text is, in words and signs, and what in it is beyond a limit, in the order of the text. */
export interface Extent {
  /** Counted no further than to one more than may be. */
  readonly words: number;
  /** Where the last of them ends. */
  readonly end: number;
  readonly beyond: readonly Beyond[];
}

/** Whether a text can be read as it is, with nothing beyond any limit. */
export function isWithinLimits(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  const { words, beyond } = extentOf(text);
  return words <= MOST_WORDS && beyond.length === 0;
}

/** The stretches of a text that are beyond a limit, each told; nothing if the text is too large as a whole: that is told, and there is to be no parse. */
export function beyondIn(path: string, text: string, findings: Finding[]): readonly Beyond[] | undefined {
  const tooLarge = (from: number, to: number, message: string): undefined => {
    addFinding(findings, 'form/limit', placeBetween(path, text, from, to), message, { help: 'split the case into several cases' });
  };
  if (text.length > MOST_CHARACTERS) return tooLarge(0, 0, `the file has ${text.length} characters, more than ${MOST_CHARACTERS}`);
  const { words, beyond, end } = extentOf(text);
  if (words > MOST_WORDS) return tooLarge(end - 1, end, `here the file has more than ${MOST_WORDS} words and signs; nothing of it is read`);
  for (const { from, to, message, help } of beyond.slice(0, MOST_TOLD)) addFinding(findings, 'form/limit', placeBetween(path, text, from, to), message, { help });
  return beyond;
}

/** The size of a case while its files are read one after the other. */
export class CaseSize {
  private uncounted: string[] = [];
  private characters = 0;
  private words = 0;

  /** Adds a file; false if the case is then too large, and was not before: the file is left out. One that is too large by itself does not count. */
  add(text: string): boolean {
    if (text.length > MOST_CHARACTERS) return true;
    this.characters += text.length;
    this.uncounted.push(text);
    // A word has a letter at least, so that small cases need no count.
    if (this.characters <= MOST_WORDS) return true;
    const own = extentOf(this.uncounted.pop()!).words;
    for (const before of this.uncounted) this.words += extentOf(before).words;
    this.uncounted = [];
    if (own > MOST_WORDS) return true;
    if (this.words + own > MOST_WORDS) return false;
    this.words += own;
    return true;
  }
}

/** The extent of a text. Goes through it by hand: a regular expression runs out of stack on the very texts that this is to refuse. */
export function extentOf(text: string): Extent {
  const beyond: Beyond[] = [];
  const nesting = new Nesting();
  /** Where the stretch began that is nested too deeply, while it goes on. */
  let deep: number | undefined;
  /** How many brackets were open before it. */
  let around = 0;
  let words = 0;
  let end = 0;
  const lastRemarkEnd = text.lastIndexOf('*/');
  const tell = (from: number, to: number, message: string, help: string): void => {
    if (deep === undefined) beyond.push({ from, to, message, help });
  };
  /** After the word or sign from one place to another, before which so many brackets were open. */
  const settle = (from: number, to: number, before: number): void => {
    if (nesting.isTooDeep) {
      if (deep === undefined) [deep, around] = [from, before];
    } else if (deep !== undefined) {
      // A closing bracket belongs to it if the one that it closes does.
      beyond.push({ from: deep, to: nesting.open < before && nesting.open >= around ? to : end, ...TOO_DEEP });
      deep = undefined;
    }
    end = to;
  };
  for (let at = 0; at < text.length && words <= MOST_WORDS; ) {
    const before = nesting.open;
    const sign = text[at]!;
    const from = at;
    const skipped = sign === '"' || sign === '“' || sign === '/' ? endOfSkipped(text, at, lastRemarkEnd) : at;
    if (skipped > at) {
      at = skipped;
      if (sign === '/') continue;
      words++;
      if (skipped - from > LONGEST_TEXT) tell(from, skipped, `a text of ${skipped - from} characters in quotation marks is longer than ${LONGEST_TEXT}`, 'shorten it, or put it into the text of a source');
      nesting.other();
      settle(from, at, before);
    } else if (isLetter(sign)) {
      while (at < text.length && isLetter(text[at]!)) at++;
      words++;
      if (at - from > LONGEST_NAME) tell(from, at, `a name of ${at - from} characters is longer than ${LONGEST_NAME}`, 'put the words into the title in quotation marks');
      // A line without indentation begins a declaration, whatever was not closed before it.
      if (deep !== undefined && (from === 0 || isLineEnd(text[from - 1]))) nesting.forget();
      nesting.word(at - from > LONGEST_NAME ? '' : text.slice(from, at));
      settle(from, at, before);
    } else {
      at++;
      if (isBlank(sign)) continue;
      words++;
      nesting.sign(sign);
      settle(from, at, before);
    }
  }
  if (deep !== undefined) beyond.push({ from: deep, to: end, ...TOO_DEEP });
  return { words, beyond, end };
}

const TOO_DEEP = { message: `this is nested too deeply: more than ${Nesting.DEEPEST} brackets and conditions are open here`, help: 'close some, or split the sentence' };

/** The end of the text in quotation marks or remark that begins here; where it begins if none does. One that is too long ends with its line if it is never closed. */
function endOfSkipped(text: string, at: number, lastRemarkEnd: number): number {
  if (text[at] === '/') {
    if (text[at + 1] === '*') {
      return lastRemarkEnd < at + 2 ? at : text.indexOf('*/', at + 2) + 2;
    }
    let end = at;
    if (text[at + 1] === '/') while (end < text.length && !isLineEnd(text[end])) end++;
    return end;
  }
  const closing = text[at] === '“' ? '”' : '"';
  let i = at + 1;
  for (; i < text.length && !isLineEnd(text[i]); i++) {
    if (text[i] === closing) return i + 1;
    if (closing === '"' && text[i] === '\\') i++;
  }
  return i - at > LONGEST_TEXT ? Math.min(i, text.length) : at;
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t' || (character > '\u007f' && /[\s\uFEFF]/u.test(character));
}

function isLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character === '_' || character === '-'
    || (character > '\u007f' && /[\p{L}\p{N}\uD800-\uDFFF]/u.test(character));
}
