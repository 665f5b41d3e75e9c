import type { Lexer } from 'langium';
import type { Finding } from '@casus/model';
import type { Token } from './diagnose.js';
import { lex, type Lexed } from './lexical.js';
import type { Beyond } from './limits.js';

/** Stands in the place of what is beyond a limit, and fits nowhere: what holds it cannot be read, and is left out. */
const BEYOND = { name: 'BEYOND', tokenTypeIdx: -1, CATEGORIES: [] } as unknown as Token['tokenType'];

/** Whether a token stands for something beyond a limit. */
export function isBeyond({ tokenType }: Token): boolean {
  return tokenType === BEYOND;
}

/** The tokens of a text with one that fits nowhere for each stretch beyond a limit, whose line counts as broken: it is told already. */
export function lexWithout(lexer: Lexer, path: string, text: string, beyond: readonly Beyond[], findings: Finding[]): Lexed {
  const { result, brokenLines } = lex(lexer, path, blanked(text, beyond), findings);
  if (beyond.length === 0) return { result, brokenLines };
  const lines = new Set(brokenLines);
  const tokens: Token[] = [];
  const made = tokensFor(text, beyond);
  let next = 0;
  for (const token of result.tokens) {
    while (next < made.length && made[next]!.startOffset < token.startOffset) tokens.push(made[next++]!);
    tokens.push(token);
  }
  tokens.push(...made.slice(next));
  for (const { startLine } of made) lines.add(startLine!);
  return { result: { ...result, tokens }, brokenLines: lines };
}

/** The same text with spaces in the place of stretches, line for line. */
function blanked(text: string, stretches: readonly Beyond[]): string {
  if (stretches.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    parts.push(text.slice(at, from), text.slice(from, to).replaceAll(/[^\r\n]/gu, (sign) => ' '.repeat(sign.length)));
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function tokensFor(text: string, beyond: readonly Beyond[]): Token[] {
  const ends = /\r\n?|\n/gu;
  let line = 1;
  let start = 0;
  let end = ends.exec(text);
  const positionOf = (offset: number): readonly [line: number, column: number] => {
    for (; end !== null && ends.lastIndex <= offset; end = ends.exec(text)) {
      line++;
      start = ends.lastIndex;
    }
    return [line, offset - start + 1];
  };
  return beyond.map(({ from, to }) => {
    const [startLine, startColumn] = positionOf(from);
    const [endLine, endColumn] = positionOf(to - 1);
    return { image: text.slice(from, to), startOffset: from, endOffset: to - 1, startLine, startColumn, endLine, endColumn, tokenType: BEYOND, tokenTypeIdx: -1 };
  });
}
