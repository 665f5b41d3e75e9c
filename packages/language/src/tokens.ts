import type { TokenType, TokenVocabulary } from 'chevrotain';
import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from 'langium';
import { SOFT_KEYWORDS } from './soft-keywords.js';

/** Makes every soft keyword a kind of name, so that the parser takes it wherever a name may stand. */
export class CasusTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const name = tokens.find((token) => token.name === 'ID');
    if (name === undefined) throw new Error('the grammar has no terminal ID');
    for (const token of tokens) {
      if (SOFT_KEYWORDS.has(token.name)) token.CATEGORIES = [...(token.CATEGORIES ?? []), name];
    }
    return tokens;
  }
}
