import { EmptyFileSystem, inject, createDefaultCoreModule, createDefaultSharedCoreModule, type DefaultSharedCoreModuleContext, type LangiumCoreServices, type LangiumSharedCoreServices } from 'langium';
import { CasusGeneratedModule, CasusGeneratedSharedModule } from './generated/module.js';
import { ContextLookahead } from './parse/lookahead.js';
import { CasusLexer } from './parse/lexer.js';
import { withQuickErrors, withQuickRemarks } from './parse/quick-errors.js';
import { CasusTokenBuilder } from './tokens.js';
import { CasusValueConverter } from './values.js';

/** The parser, linker and their helpers. */
export interface CasusServices {
  readonly shared: LangiumSharedCoreServices;
  readonly casus: LangiumCoreServices;
}

/** Builds the services of the language; needs no file system and no language client. */
export function createCasusServices(context: DefaultSharedCoreModuleContext = EmptyFileSystem): CasusServices {
  const shared = inject(createDefaultSharedCoreModule(context), CasusGeneratedSharedModule);
  const casus = inject(createDefaultCoreModule({ shared }), CasusGeneratedModule, {
    parser: { ParserConfig: () => ({ recoveryEnabled: false, nodeLocationTracking: 'none' as const, lookaheadStrategy: new ContextLookahead() }), Lexer: (services: LangiumCoreServices) => new CasusLexer(services), TokenBuilder: () => new CasusTokenBuilder(), ValueConverter: () => new CasusValueConverter() },
  });
  withQuickErrors(casus.parser.LangiumParser);
  withQuickRemarks(casus.parser.LangiumParser);
  shared.ServiceRegistry.register(casus);
  return { shared, casus };
}
