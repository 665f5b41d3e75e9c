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
    const [from, to] = [startOfLine(text, open.offset), endOfLine(text, open.offset)];
    const lone = loneMark(text.slice(from, to));
    if (lone?.kind === 'closing' && mended[from + lone.at] === '"') {
      addFinding(findings, 'form/syntax', placeBetween(path, text, from + lone.at, from + lone.at + 1), 'this quotation mark closes nothing', { help: 'put another before the text that it ends' });
      mended = `${mended.slice(0, from + lone.at)} ${mended.slice(from + lone.at + 1)}`;
    } else if (lone?.kind === 'opening' && lone.next !== undefined && mended[from + lone.next - 1] === ' ' && from + lone.next - 1 > from + lone.at) {
      const end = from + text.slice(from, from + lone.next).trimEnd().length;
      tellOpen(path, text, from + lone.at, end, findings);
      mended = `${mended.slice(0, from + lone.next - 1)}"${mended.slice(from + lone.next)}`;
    } else {
      const last = text.slice(open.offset, to).trimEnd().length + open.offset;
      tellOpen(path, text, open.offset, Math.max(last, open.offset + 1), findings);
      // The rest of the line becomes the string, so that what follows is read as if the author had closed it.
      const inner = mended.slice(open.offset + 1, Math.max(last - 1, open.offset + 1)).replaceAll(/["”\\]/gu, ' ');
      mended = last - open.offset < 2 ? `${mended.slice(0, open.offset)} ${mended.slice(open.offset + 1)}` : `${mended.slice(0, open.offset)}"${inner}"${mended.slice(last)}`;
    }
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
      help: /^['’]s? notice\b/u.test(text.slice(offset, offset + 20)) ? 'a period of notice is written without apostrophe: `withdrawal on 1 year notice`' : helpFor(first),
    });
  }
  return { result: { ...result, errors: [] }, brokenLines };
}

/** Marks that are mended one by one, each for another reading of the whole text. */
const MOST_ROUNDS = 20;
const MOST_STRAY = 50;

function tellOpen(path: string, text: string, from: number, to: number, findings: Finding[]): void {
  addFinding(findings, 'form/syntax', placeBetween(path, text, from, to), 'this text is never closed', { help: 'a text in quotation marks ends on the line on which it begins' });
}

/** A quotation mark without partner: what it is, and the next one behind it. */
interface LoneMark {
  readonly kind: 'opening' | 'closing';
  readonly at: number;
  readonly next: number | undefined;
}

/**
 * The straight quotation mark of a line that lacks its partner, by what stands around: one after a space and before a word opens, one after a word and
 * before a space or the end closes. Nothing where that does not tell.
 */
function loneMark(line: string): LoneMark | undefined {
  let open: number | undefined;
  for (let at = 0; at < line.length; at++) {
    if (open === undefined && line.startsWith('//', at)) return undefined;
    if (line[at] === '\\' && open !== undefined) at++;
    else if (line[at] === '“' || line[at] === '”') return undefined;
    else if (line[at] === '"') {
      const opens = /^$|[\s([{,:]/u.test(line[at - 1] ?? '') && /\S/u.test(line[at + 1] ?? '');
      const closes = /\S/u.test(line[at - 1] ?? '') && /^$|[\s)\]},:|]/u.test(line[at + 1] ?? '');
      if (open !== undefined && opens && !closes) return { kind: 'opening', at: open, next: at };
      if (open === undefined && closes && !opens) return { kind: 'closing', at, next: undefined };
      open = open === undefined ? at : undefined;
    }
  }
  return open === undefined ? undefined : { kind: 'opening', at: open, next: undefined };
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

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
