import type { LangiumParser } from 'langium';
import { createCasusServices } from '../services.js';
import { automatonOf } from './automaton.js';
import type { CasusLexer } from './lexer.js';
import type { ContextLookahead } from './lookahead.js';
import { Recogniser } from './recogniser.js';

/** Parser, lexer and recogniser, made when first needed. */
export class Tools {
  readonly parser: LangiumParser;
  readonly lexer: CasusLexer;
  readonly lookahead: ContextLookahead;
  private made: Recogniser | undefined;

  constructor() {
    const { casus } = createCasusServices();
    this.parser = casus.parser.LangiumParser;
    this.lexer = casus.parser.Lexer as CasusLexer;
    this.lookahead = casus.parser.ParserConfig!.lookaheadStrategy as ContextLookahead;
    this.recogniser = () => (this.made ??= new Recogniser(automatonOf(casus.Grammar), new Map(Object.entries(this.lexer.definition))));
  }

  readonly recogniser: () => Recogniser;
}

let shared: Tools | undefined;

/** The tools that all texts are read with, one after the other. */
export function tools(): Tools {
  return (shared ??= new Tools());
}

/** After a parser ran out of stack, its state is not to be trusted: the next text gets new tools. */
export function forgetTools(): void {
  shared = undefined;
}
