import type { Finding } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { createCasusServices } from '../services.js';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';

let parser: ReturnType<typeof createCasusServices>['casus']['parser']['LangiumParser'] | undefined;

/** The syntax tree of a text. */
export function parse(path: string, text: string, findings: Finding[]): ast.File {
  parser ??= createCasusServices().casus.parser.LangiumParser;
  const result = parser.parse<ast.File>(text);
  const error = result.parserErrors[0];
  if (error !== undefined) addFinding(findings, 'form/syntax', placeBetween(path, text, error.token.startOffset || 0, (error.token.endOffset ?? 0) + 1), error.message);
  return result.value;
}
