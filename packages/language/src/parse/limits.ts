import type { Finding } from '@casus/model';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';

/** Largest file, in UTF-16 units; deepest nesting of brackets; longest name. */
export const MOST_CHARACTERS = 10_000_000;
export const DEEPEST = 500;
export const LONGEST_NAME = 200;

/** Whether a raw text is within the limits that keep the parser's stack and time bounded; beyond them there is a finding and no parse. */
export function isWithinLimits(path: string, text: string, findings: Finding[]): boolean {
  if (text.length > MOST_CHARACTERS) {
    addFinding(findings, 'form/limit', placeBetween(path, text, 0, 0), `the file has ${text.length} characters, more than ${MOST_CHARACTERS}`, { help: 'split the case into several files' });
    return false;
  }
  return nestingIsBounded(path, text, findings) && namesAreBounded(path, text, findings);
}

function nestingIsBounded(path: string, text: string, findings: Finding[]): boolean {
  let depth = 0;
  for (const match of text.matchAll(/"(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|[{}[\]()]/gu)) {
    const [sign] = match;
    if (sign === '{' || sign === '[' || sign === '(') depth++;
    else if (sign === '}' || sign === ']' || sign === ')') depth = Math.max(0, depth - 1);
    if (depth <= DEEPEST) continue;
    addFinding(findings, 'form/limit', placeBetween(path, text, match.index, match.index + 1), `more than ${DEEPEST} brackets are open here`, { help: 'close some, or split the sentence' });
    return false;
  }
  return true;
}

function namesAreBounded(path: string, text: string, findings: Finding[]): boolean {
  const long = /[\p{L}\p{N}_-]{201,}/u.exec(text.replaceAll(/"(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//gu, (skipped) => ' '.repeat(skipped.length)));
  if (long === null) return true;
  addFinding(findings, 'form/limit', placeBetween(path, text, long.index, long.index + long[0].length), `a name of ${long[0].length} characters is longer than ${LONGEST_NAME}`, { help: 'put the words into the title in quotation marks' });
  return false;
}
