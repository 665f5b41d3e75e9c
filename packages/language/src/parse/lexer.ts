import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium';

type Token = LexerResult['tokens'][number];

/**
 * A lexer that can be given the tokens of the next text, so that the parser reads a text that was mended token by token with its true places.
 * It also settles what a comma is for where the words after it tell: in "upon armed attack on A, B, C shall consult" the last one ends the event.
 */
export class CasusLexer extends DefaultLexer {
  private prepared: LexerResult | undefined;

  /** The next text has these tokens. */
  prepare(tokens: LexerResult): void {
    this.prepared = tokens;
  }

  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const { prepared } = this;
    this.prepared = undefined;
    if (prepared !== undefined) return prepared;
    const result = this.tokenizePart(text, options);
    return { ...result, tokens: this.settled(result.tokens) };
  }

  /** The tokens of a text, or of a part of one that begins and ends between tokens, whatever stands around it: with every comma still a mere comma. */
  tokenizePart(text: string, options?: TokenizeOptions): LexerResult {
    return super.tokenize(text, options);
  }

  /** The tokens of a whole text with every comma being what the words after it tell; one that becomes something else is another object. */
  settled(tokens: readonly Token[]): Token[] {
    const settled = [...tokens];
    const { then, [',']: plain } = this.tokenTypes;
    if (then === undefined || plain === undefined) return settled;
    const ends = new Set(clauseCommas(tokens));
    for (let i = 0; i < settled.length; i++) {
      const token = settled[i]!;
      if (token.image !== ',') continue;
      const tokenType = ends.has(token) ? then : plain;
      if (token.tokenType !== tokenType) settled[i] = { ...token, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
    }
    return settled;
  }
}

const MODALS = new Set(['shall', 'may', 'pledges', 'pledge']);
const HEADS = new Set(['if', 'upon', 'once']);
const ENDS = new Set(['{', '}', 'then', ':', '|', 'otherwise', 'which', ...MODALS]);

/**
 * The commas that end a condition or event: the last before the sentence with `shall`, `may` or `pledges` that it governs, or before another condition.
 * No condition contains one of these verbs, so what precedes the verb back to that comma names who bears the sentence.
 */
export function* clauseCommas(tokens: readonly Token[]): Iterable<Token> {
  let comma: Token | undefined;
  let header = false;
  let before: Token | undefined;
  const outer: { readonly comma: Token | undefined; readonly header: boolean }[] = [];
  for (const token of tokens) {
    const word = token.image;
    if (word === '[' || word === '(') {
      outer.push({ comma, header });
      comma = undefined;
      header = false;
    } else if (word === ']' || word === ')') ({ comma, header } = outer.pop() ?? { comma: undefined, header: false });
    else if (HEADS.has(word)) {
      if (comma !== undefined && header && comma === before) yield comma;
      header = true;
      comma = undefined;
    } else if (word === ',') comma = token;
    else if (ENDS.has(word)) {
      if (MODALS.has(word) && header && comma !== undefined) yield comma;
      header = false;
      comma = undefined;
    }
    before = token;
  }
}
