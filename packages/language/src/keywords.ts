import { AstUtils, GrammarAST } from 'langium';
import { CasusGrammar } from './generated/grammar.js';

let found: readonly string[] | undefined;

/** Every word of the language, in alphabetical order. Those that are not in `SOFT_KEYWORDS` cannot be names. */
export function keywords(): readonly string[] {
  return (found ??= [...new Set([...AstUtils.streamAllContents(CasusGrammar())].filter(GrammarAST.isKeyword).map((keyword) => keyword.value).filter((value) => /^\p{L}/u.test(value)))].sort());
}
