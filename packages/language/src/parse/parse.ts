import type { Finding } from '@casus/model';
import type { LangiumParser } from 'langium';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';
import type * as ast from '../generated/ast.js';
import { Diagnosis, type Token } from './diagnose.js';
import { beyondIn, type Beyond } from './limits.js';
import type { Recogniser } from './recogniser.js';
import { forgetTools, tools, type Tools } from './tools.js';
import { isBeyond, lexWithout } from './without-beyond.js';

/** A syntax tree without broken parts, and the names that the broken parts may have declared. */
export interface Parsed {
  readonly root: ast.File;
  readonly lost: ReadonlySet<string>;
  /** The tokens that the tree was read from; absent when something was left out. */
  readonly tokens?: readonly Token[];
}

/** What is read of a text of which nothing can be read. */
export const NOTHING: Parsed = { root: { $type: 'File', items: [] }, lost: new Set() };

/** The syntax tree of a text. Parts that do not fit the grammar are told, one finding for each mistake, and left out. */
export function parse(path: string, text: string, findings: Finding[]): Parsed {
  const beyond = beyondIn(path, text, findings);
  if (beyond === undefined) return NOTHING;
  try {
    return parseWithin(tools(), path, text, beyond, findings);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    forgetTools();
    addFinding(findings, 'form/limit', placeBetween(path, text, 0, 0), 'the sentences of this file are nested too deeply', { help: 'split the deepest sentence' });
    return NOTHING;
  }
}

/** A text that fits the grammar, with all that stands in it. */
export interface Syntax {
  readonly root: ast.File;
  readonly tokens: readonly Token[];
  readonly comments: readonly Token[];
}

/** The syntax tree of a text with its tokens and comments; if a part does not fit the grammar, that is told and there is none. */
export function syntaxOf(path: string, text: string, findings: Finding[]): Syntax | undefined {
  const before = findings.length;
  const { root } = parse(path, text, findings);
  if (findings.length > before) return undefined;
  const { tokens, hidden } = tools().lexer.tokenize(text);
  return { root, tokens, comments: hidden.filter((token) => token.tokenType.name !== 'WS') };
}

/** The tokens and comments of any text within the limits, broken or not, and what tells how the grammar goes on from them. */
export function reading(text: string): { readonly tokens: readonly Token[]; readonly comments: readonly Token[]; readonly recogniser: Recogniser } {
  const { lexer, recogniser } = tools();
  const beyond = beyondIn('', text, []);
  const { result } = beyond === undefined ? { result: { tokens: [], hidden: [] } } : lexWithout(lexer, '', text, beyond, []);
  return { tokens: result.tokens.filter((token) => !isBeyond(token)), comments: result.hidden.filter((token) => token.tokenType.name !== 'WS'), recogniser: recogniser() };
}

/** Reads tokens of a text with the parser; the tree has their places. */
export function readTokens({ parser, lexer, lookahead }: Tools, text: string, tokens: readonly Token[]): { readonly root: ast.File; readonly errors: ReturnType<LangiumParser['parse']>['parserErrors'] } {
  lexer.prepare({ tokens: [...tokens], hidden: [], errors: [] });
  lookahead.beginText();
  const { value, parserErrors } = parser.parse<ast.File>(text);
  return { root: value, errors: parserErrors };
}

function parseWithin(using: Tools, path: string, text: string, beyond: readonly Beyond[], findings: Finding[]): Parsed {
  const { result: lexed, brokenLines } = lexWithout(using.lexer, path, text, beyond, findings);
  const whole = beyond.length === 0 ? readTokens(using, text, lexed.tokens) : undefined;
  if (whole?.errors.length === 0) return { root: whole.root, lost: new Set(), ...(brokenLines.size === 0 ? { tokens: lexed.tokens } : {}) };
  const mended = new Diagnosis(using.recogniser(), path, text, lexed.tokens, brokenLines, findings).run();
  let tokens = mended.tokens.filter((token) => !isBeyond(token));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { root, errors } = readTokens(using, text, tokens);
    const [error] = errors;
    if (error === undefined) return { root, lost: mended.lost };
    // The recogniser found nothing wrong here: the parser does not see which of two readings is meant. Its line is left out.
    const line = error.token.startLine ?? tokens.at(-1)?.startLine ?? 1;
    const from = error.token.startOffset;
    if (Number.isFinite(from)) addFinding(findings, 'form/syntax', placeBetween(path, text, from, (error.token.endOffset ?? from) + 1), `this cannot be read from \`${error.token.image}\` on`, { help: 'split the sentence, or put parentheses around its parts' });
    tokens = tokens.filter((token) => token.startLine !== line);
  }
  return { root: { $type: 'File', items: [] }, lost: mended.lost };
}

const MOST_ROUNDS = 20;
