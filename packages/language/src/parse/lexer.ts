import { DefaultLexer, type LexerResult, type TokenizeOptions } from 'langium';

/** A lexer that can be given the tokens of the next text, so that the parser reads a text that was mended token by token with its true places. */
export class CasusLexer extends DefaultLexer {
  private prepared: LexerResult | undefined;

  /** The next text has these tokens. */
  prepare(tokens: LexerResult): void {
    this.prepared = tokens;
  }

  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const { prepared } = this;
    this.prepared = undefined;
    return prepared ?? super.tokenize(text, options);
  }
}
