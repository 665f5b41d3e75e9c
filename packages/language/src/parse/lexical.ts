import type { Finding } from '@casus/model';
import type { Lexer, LexerResult } from 'langium';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';

/** The tokens of a text, and the lines with something that is none. */
export interface Lexed {
  readonly result: LexerResult;
  readonly brokenLines: ReadonlySet<number>;
}

/** Tokens of a text; what is no token is told, and either mended (a string that is not closed ends with its line) or left out. */
export function lex(lexer: Lexer, path: string, text: string, findings: Finding[]): Lexed {
  let result = lexer.tokenize(text);
  const brokenLines = new Set(result.errors.map((error) => error.line ?? 0));
  if (result.errors.length === 0) return { result, brokenLines };
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const open = result.errors.find((error) => isQuote(mended[error.offset]));
    if (open === undefined) break;
    const lineEnd = endOfLine(text, open.offset);
    const last = text.slice(open.offset, lineEnd).trimEnd().length + open.offset;
    addFinding(findings, 'form/syntax', placeBetween(path, text, open.offset, Math.max(last, open.offset + 1)), 'this text is never closed', { help: 'a text in quotation marks ends on the line on which it begins' });
    // The rest of the line becomes the string, so that what follows is read as if the author had closed it.
    const inner = mended.slice(open.offset + 1, Math.max(last - 1, open.offset + 1)).replaceAll(/["”\\]/gu, ' ');
    mended = last - open.offset < 2 ? `${mended.slice(0, open.offset)} ${mended.slice(open.offset + 1)}` : `${mended.slice(0, open.offset)}"${inner}"${mended.slice(last)}`;
    result = lexer.tokenize(mended);
  }
  let told = 0;
  let readTo = -1;
  for (const { offset, length } of result.errors) {
    if (offset < readTo) continue;
    if (told++ >= MOST_STRAY) break;
    const dated = dateAround(text, offset);
    if (dated !== undefined) {
      readTo = dated.end;
      addFinding(findings, 'form/syntax', placeBetween(path, text, dated.start, dated.end), `\`${text.slice(dated.start, dated.end)}\` is no date`, { help: 'a date is year-month-day with two digits each for month and day, such as 2025-08-20' });
      continue;
    }
    const stray = text.slice(offset, offset + length);
    const first = String.fromCodePoint(stray.codePointAt(0) ?? 0x20);
    addFinding(findings, 'form/syntax', placeBetween(path, text, offset, offset + length), isQuote(first) ? 'this quotation mark opens nothing' : `\`${stray.length > 20 ? first : stray}\` has no meaning here`, {
      help: helpFor(first),
    });
  }
  return { result: { ...result, errors: [] }, brokenLines };
}

const MOST_ROUNDS = 50;
const MOST_STRAY = 50;

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === '“' || character === '”';
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/u);
  return end < 0 ? text.length : offset + end;
}

/** Digits and hyphens around a stray hyphen: a date that is written in another way. */
function dateAround(text: string, offset: number): { readonly start: number; readonly end: number } | undefined {
  if (text[offset] !== '-') return undefined;
  const before = /[0-9]+$/u.exec(text.slice(Math.max(0, offset - 10), offset));
  const after = /^[0-9-]+/u.exec(text.slice(offset, offset + 20));
  return before === null || after === null ? undefined : { start: offset - before[0].length, end: offset + after[0].length };
}

function helpFor(character: string): string {
  if (character === ';') return 'sentences need no semicolon; a new line begins a new one';
  if (character === '.') return 'sentences need no full stop';
  if (character === "'" || character === '‘' || character === '’' || character === '«' || character === '„') return 'put texts into straight or curly double quotation marks: "…" or “…”';
  if (character === '#') return 'a remark begins with `//`';
  if (character === '/') return 'a remark begins with `//`, or stands between `/*` and `*/`';
  return 'remove it, or put it into quotation marks if it belongs to a title';
}
