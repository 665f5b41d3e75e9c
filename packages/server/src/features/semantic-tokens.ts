import { tokensOf, type Kind, type NameIndex, type TokenKind } from '@casus/language';
import type { SemanticTokensLegend } from 'vscode-languageserver';

const TYPES = ['keyword', 'comment', 'string', 'number', 'class', 'type', 'interface', 'property', 'function', 'event', 'namespace', 'variable', 'struct', 'method', 'enum', 'enumMember', 'parameter'] as const;
type Type = (typeof TYPES)[number];

/** What the numbers in the answers mean. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: ['declaration', 'defaultLibrary'] };

const OF_TOKEN: Readonly<Record<TokenKind, Type | undefined>> = { keyword: 'keyword', comment: 'comment', text: 'string', number: 'number', date: 'number', name: undefined, sign: undefined };

/** How a name is coloured: editors know types, functions and variables, and have no colours for states and promises. */
const OF_NAME: Readonly<Record<Kind, Type>> = {
  actor: 'class', group: 'type', body: 'interface', matter: 'property', act: 'function', event: 'event', region: 'namespace', fact: 'variable', attribute: 'property',
  organisation: 'class', instrument: 'struct', article: 'method', issue: 'enum', option: 'enumMember', scenario: 'variable', promise: 'function', arrangement: 'struct',
  source: 'parameter', accounts: 'parameter', negotiation: 'struct', amendment: 'struct', line: 'parameter',
};

const isInLibrary = (file: string | undefined, library: string | undefined): boolean => file !== undefined && library !== undefined && file.startsWith(library);

/** The tokens of a file as the protocol counts them: five numbers each, relative to the one before. Texts over several lines are one for each line. */
export function semanticTokens(uri: string, text: string, names: NameIndex, library: string | undefined, lines?: { readonly start: number; readonly end: number }): number[] {
  const data: number[] = [];
  let [lastLine, lastColumn] = [0, 0];
  const occurrences = new Map(names.in(uri).map((occurrence) => [occurrence.place.offset, occurrence]));
  for (const token of tokensOf(text)) {
    const occurrence = occurrences.get(token.offset);
    const type = occurrence === undefined ? OF_TOKEN[token.kind] : OF_NAME[occurrence.kind];
    if (type === undefined) continue;
    const modifiers = occurrence === undefined ? 0 : (occurrence.declares ? 1 : 0) | (isInLibrary(names.declarations.get(occurrence.id)?.place.file, library) ? 2 : 0);
    let at = token.offset;
    for (const [i, part] of text.slice(token.offset, token.end).split('\n').entries()) {
      const line = token.line + i;
      const length = part.replace(/\r$/u, '').length;
      if (length > 0 && (lines === undefined || (line >= lines.start && line <= lines.end))) {
        const column = at - (text.lastIndexOf('\n', at - 1) + 1);
        data.push(line - lastLine, line === lastLine ? column - lastColumn : column, length, TYPES.indexOf(type), modifiers);
        [lastLine, lastColumn] = [line, column];
      }
      at += part.length + 1;
    }
  }
  return data;
}
