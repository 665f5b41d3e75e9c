import type { Declaration, Kind, NameIndex } from '@casus/language';
import { SymbolKind, type DocumentSymbol, type WorkspaceSymbol } from 'vscode-languageserver';
import { locationOf, rangeOf } from '../ranges.js';
import { nounOf } from './words.js';

const KINDS: Readonly<Record<Kind, SymbolKind>> = {
  actor: SymbolKind.Class, group: SymbolKind.Array, body: SymbolKind.Interface, matter: SymbolKind.Property, act: SymbolKind.Function, event: SymbolKind.Event,
  region: SymbolKind.Namespace, fact: SymbolKind.Boolean, attribute: SymbolKind.Number, organisation: SymbolKind.Class, instrument: SymbolKind.Module, article: SymbolKind.Method,
  issue: SymbolKind.Enum, option: SymbolKind.EnumMember, scenario: SymbolKind.Event, promise: SymbolKind.Key, arrangement: SymbolKind.Package, source: SymbolKind.File, accounts: SymbolKind.File,
  negotiation: SymbolKind.Package, amendment: SymbolKind.Module, line: SymbolKind.Constant,
};

const detailOf = ({ kind, label }: Declaration): string => (label === undefined ? nounOf(kind) : `${nounOf(kind)} · ${label}`);

/** The outline of a file: its declarations, each inside the one that it stands in. */
export function documentSymbols(uri: string, names: NameIndex): DocumentSymbol[] {
  const own = [...names.declarations.values()].filter(({ place }) => place.file === uri).sort((a, b) => a.whole.offset - b.whole.offset || b.whole.end - a.whole.end);
  const roots: DocumentSymbol[] = [];
  const open: { readonly symbol: DocumentSymbol; readonly end: number }[] = [];
  for (const declaration of own) {
    const { name, kind, whole, place } = declaration;
    while (open.length > 0 && open.at(-1)!.end < whole.end) open.pop();
    const symbol: DocumentSymbol = {
      name: kind === 'article' ? `article ${name}` : name, detail: detailOf(declaration), kind: KINDS[kind], range: rangeOf(whole), selectionRange: rangeOf(place), children: [],
    };
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ symbol, end: whole.end });
  }
  return roots;
}

/** Whether all letters of a query stand in a name in their order, as editors search. */
function fits(query: string, name: string): boolean {
  let at = 0;
  for (const letter of query.toLowerCase()) {
    at = name.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Declarations of a case whose name or title fits a query. */
export function workspaceSymbols(names: NameIndex, query: string): WorkspaceSymbol[] {
  return [...names.declarations.values()]
    .filter(({ id, label }) => fits(query, id) || (label !== undefined && label.toLowerCase().includes(query.toLowerCase())))
    .map(({ id, kind, label, place }) => {
      const dot = id.indexOf('.');
      return { name: label === undefined ? id : `${id} “${label}”`, kind: KINDS[kind], location: locationOf(place), ...(dot < 0 ? {} : { containerName: id.slice(0, dot) }) };
    });
}
