import { reading } from '../parse/parse.js';

/** What a token is to a reader. */
export type TokenKind = 'keyword' | 'name' | 'text' | 'date' | 'number' | 'sign' | 'comment';

/** A token of a text; offsets count UTF-16 units from 0, lines from 0. */
export interface TextToken {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
}

const TERMINALS: Readonly<Record<string, TokenKind>> = { ID: 'name', STRING: 'text', DATE: 'date', INT: 'number', DECIMAL: 'number', ML_COMMENT: 'comment', SL_COMMENT: 'comment' };

/** Every token of a text, comments included, in order; works on any text, however broken. */
export function tokensOf(text: string): readonly TextToken[] {
  const { tokens, comments } = reading(text);
  return [...tokens, ...comments]
    .map((token): TextToken => ({
      kind: TERMINALS[token.tokenType.name] ?? (/^\p{L}/u.test(token.image) ? 'keyword' : 'sign'),
      text: token.image, offset: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1, line: (token.startLine ?? 1) - 1, endLine: (token.endLine ?? 1) - 1,
    }))
    .sort((a, b) => a.offset - b.offset);
}
