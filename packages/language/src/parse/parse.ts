import type { Finding } from '@casus/model';
import type { LangiumParser } from 'langium';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';
import type * as ast from '../generated/ast.js';
import { createCasusServices } from '../services.js';
import { automatonOf } from './automaton.js';
import { Diagnosis, type Token } from './diagnose.js';
import { lex } from './lexical.js';
import type { CasusLexer } from './lexer.js';
import { isWithinLimits } from './limits.js';
import { Recogniser } from './recogniser.js';

/** A syntax tree without broken parts, and the names that the broken parts may have declared. */
export interface Parsed {
  readonly root: ast.File;
  readonly lost: ReadonlySet<string>;
}

const EMPTY: Parsed = { root: { $type: 'File', items: [] }, lost: new Set() };

/** Parser, lexer and recogniser, made when first needed. */
class Tools {
  readonly parser: LangiumParser;
  readonly lexer: CasusLexer;
  private made: Recogniser | undefined;

  constructor() {
    const { casus } = createCasusServices();
    this.parser = casus.parser.LangiumParser;
    this.lexer = casus.parser.Lexer as CasusLexer;
    this.recogniser = () => (this.made ??= new Recogniser(automatonOf(casus.Grammar), new Map(Object.entries(this.lexer.definition))));
  }

  readonly recogniser: () => Recogniser;
}

let tools: Tools | undefined;

/** The syntax tree of a text. Parts that do not fit the grammar are told, one finding for each mistake, and left out. */
export function parse(path: string, text: string, findings: Finding[]): Parsed {
  if (!isWithinLimits(path, text, findings)) return EMPTY;
  try {
    return parseWithin((tools ??= new Tools()), path, text, findings);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tools = undefined;
    addFinding(findings, 'form/limit', placeBetween(path, text, 0, 0), 'the sentences of this file are nested too deeply', { help: 'split the deepest sentence' });
    return EMPTY;
  }
}

function parseWithin({ parser, lexer, recogniser }: Tools, path: string, text: string, findings: Finding[]): Parsed {
  const { result: lexed, brokenLines } = lex(lexer, path, text, findings);
  const read = (tokens: readonly Token[]): ReturnType<LangiumParser['parse']> & { value: unknown } => {
    lexer.prepare({ ...lexed, tokens: [...tokens] });
    return parser.parse<ast.File>(text);
  };
  let result = read(lexed.tokens);
  if (result.parserErrors.length === 0) return { root: result.value as ast.File, lost: new Set() };
  const mended = new Diagnosis(recogniser(), path, text, lexed.tokens, brokenLines, findings).run();
  let { tokens } = mended;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    result = read(tokens);
    const [error] = result.parserErrors;
    if (error === undefined) return { root: result.value as ast.File, lost: mended.lost };
    // The recogniser found nothing wrong here: the parser does not see which of two readings is meant. Its line is left out.
    const line = error.token.startLine ?? tokens.at(-1)?.startLine ?? 1;
    const from = error.token.startOffset;
    if (Number.isFinite(from)) addFinding(findings, 'form/syntax', placeBetween(path, text, from, (error.token.endOffset ?? from) + 1), `this cannot be read from \`${error.token.image}\` on`, { help: 'split the sentence, or put parentheses around its parts' });
    tokens = tokens.filter((token) => token.startLine !== line);
  }
  return { root: { $type: 'File', items: [] }, lost: mended.lost };
}

const MOST_ROUNDS = 20;
