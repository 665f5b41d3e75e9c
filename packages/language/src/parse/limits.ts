import type { Finding } from '@casus/model';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';

/** Largest file, in UTF-16 units; deepest nesting of brackets; longest name and longest text in quotation marks. */
export const MOST_CHARACTERS = 10_000_000;
export const DEEPEST = 500;
export const LONGEST_NAME = 200;
export const LONGEST_TEXT = 100_000;

/** Whether a raw text is within the limits that keep the parser's stack and time bounded; beyond them there is a finding and no parse. */
export function isWithinLimits(path: string, text: string, findings: Finding[]): boolean {
  if (text.length > MOST_CHARACTERS) {
    addFinding(findings, 'form/limit', placeBetween(path, text, 0, 0), `the file has ${text.length} characters, more than ${MOST_CHARACTERS}`, { help: 'split the case into several files' });
    return false;
  }
  const beyond = firstBeyond(text);
  if (beyond === undefined) return true;
  addFinding(findings, 'form/limit', placeBetween(path, text, beyond.from, beyond.to), beyond.message, { help: beyond.help });
  return false;
}

interface Beyond {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly help: string;
}

/** The first place beyond a limit. Goes through the text by hand: a regular expression runs out of stack on the very texts that this is to refuse. */
function firstBeyond(text: string): Beyond | undefined {
  let depth = 0;
  const lastRemarkEnd = text.lastIndexOf('*/');
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    const skipped = sign === '"' || sign === '“' || sign === '/' ? endOfSkipped(text, at, lastRemarkEnd) : at;
    if (skipped > at) {
      if (sign !== '/' && skipped - at > LONGEST_TEXT) return { from: at, to: skipped, message: `a text of ${skipped - at} characters in quotation marks is longer than ${LONGEST_TEXT}`, help: 'shorten it, or put it into the text of a source' };
      at = skipped;
      continue;
    }
    if ('{[('.includes(sign)) depth++;
    else if ('}])'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return { from: at, to: at + 1, message: `more than ${DEEPEST} brackets are open here`, help: 'close some, or split the sentence' };
    const from = at++;
    if (!isLetter(sign)) continue;
    while (at < text.length && isLetter(text[at]!)) at++;
    if (at - from > LONGEST_NAME) return { from, to: at, message: `a name of ${at - from} characters is longer than ${LONGEST_NAME}`, help: 'put the words into the title in quotation marks' };
  }
  return undefined;
}

/** The end of the text in quotation marks or remark that begins here; where it begins if none does. */
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
  for (let i = at + 1; i < text.length && !isLineEnd(text[i]); i++) {
    if (text[i] === closing) return i + 1;
    if (closing === '"' && text[i] === '\\') i++;
    if (i - at > LONGEST_TEXT) return i + 1;
  }
  return at;
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function isLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character === '_' || character === '-'
    || (character > '\u007f' && /[\p{L}\p{N}\uD800-\uDFFF]/u.test(character));
}
