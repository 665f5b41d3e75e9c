import { createCasusServices } from '../packages/language/src/services.js';

// The baseline of a cold start: Node, the parser of the language, and one line of text. Nothing else.
const { parserErrors } = createCasusServices().casus.parser.LangiumParser.parse('actor Ruritania, Borduria');
if (parserErrors.length > 0) throw new Error('the parser refuses one line');
