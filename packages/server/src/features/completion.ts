import { constructs, nextAt, type Kind, type NameIndex, type Next } from '@casus/language';
import { CODES } from '@casus/model';
import { RELIABILITY, CREDIBILITY } from '@casus/dossier';
import { CompletionItemKind, InsertTextFormat, type CompletionItem, type CompletionList, type Range } from 'vscode-languageserver';
import { ENDING, folderOf, nameOf } from '../uris.js';
import type { FileContext } from './context.js';
import { SNIPPETS } from './snippets.js';
import { nounOf } from './words.js';

const KINDS: Readonly<Record<Kind, CompletionItemKind>> = {
  actor: CompletionItemKind.Class, group: CompletionItemKind.Class, body: CompletionItemKind.Interface, matter: CompletionItemKind.Property, act: CompletionItemKind.Function,
  event: CompletionItemKind.Event, region: CompletionItemKind.Module, fact: CompletionItemKind.Variable, attribute: CompletionItemKind.Property, organisation: CompletionItemKind.Class,
  instrument: CompletionItemKind.Module, article: CompletionItemKind.Method, issue: CompletionItemKind.Enum, option: CompletionItemKind.EnumMember, scenario: CompletionItemKind.Event,
  promise: CompletionItemKind.Function, arrangement: CompletionItemKind.Module, source: CompletionItemKind.Reference, accounts: CompletionItemKind.Reference,
  negotiation: CompletionItemKind.Event, amendment: CompletionItemKind.Module, line: CompletionItemKind.Value,
};

const ALL: readonly Kind[] = Object.keys(KINDS) as Kind[];

/** What may be written at an offset: names of the fitting kinds, then the words of the language. */
export function completion(context: FileContext, offset: number, importable: readonly string[]): CompletionList {
  const { text, lines } = context;
  const { line } = lines.positionAt(offset);
  const before = text.slice(lines.offsetAt({ line, character: 0 }), offset);
  const special = importPaths(context, before, offset, importable) ?? findingCodes(context, before, offset);
  if (special !== undefined) return { isIncomplete: false, items: special };
  const next = nextAt(text, offset);
  if (next === undefined) return { isIncomplete: false, items: [] };
  const range = lines.range(next.prefix.offset, offset);
  const items = [...names(context, next, offset, range), ...grades(next, range), ...snippets(next, range), ...words(next, range)];
  return { isIncomplete: false, items };
}

function item(label: string, range: Range, rest: Partial<CompletionItem>): CompletionItem {
  return { label, textEdit: { range, newText: label }, ...rest };
}

/** Paths behind `import "`. */
function importPaths({ lines, read, uri, session }: FileContext, before: string, offset: number, importable: readonly string[]): CompletionItem[] | undefined {
  const written = /^\s*import\s+["“]([^"”]*)$/u.exec(before)?.[1];
  if (written === undefined) return undefined;
  const range = lines.range(offset - written.length, offset);
  const own = new Set([uri, ...session.own]);
  const near = [...read.texts.keys()].filter((each) => folderOf(each) === folderOf(uri) && !own.has(each)).map((each) => nameOf(each).replace(ENDING, ''));
  return [...new Set([...importable, ...near])].map((path) => item(path, range, { kind: CompletionItemKind.File }));
}

/** Codes behind `expect finding`, those that are found in this file first. */
function findingCodes({ lines, judged, uri }: FileContext, before: string, offset: number): CompletionItem[] | undefined {
  const written = /\bexpect\s+finding\s+([a-z-]*\/?[a-z-]*)$/u.exec(before)?.[1];
  if (written === undefined) return undefined;
  const range = lines.range(offset - written.length, offset);
  const found = new Set(judged?.findings.filter(({ place, confirmedBy }) => confirmedBy === undefined && place.file === uri).map(({ code }) => code as string));
  return Object.entries(CODES).filter(([code]) => !code.startsWith('form/')).map(([code, severity]) => item(code, range, { kind: CompletionItemKind.EnumMember, detail: severity, sortText: `${found.has(code) ? '0' : '1'}${code}`, filterText: code }));
}

/** Declared names of the kinds that fit, in the shortest way to write them here. */
function names({ read, uri }: FileContext, next: Next, offset: number, range: Range): CompletionItem[] {
  const { names: index } = read;
  // Behind `expect finding CODE for` any name may stand.
  const any = next.kinds.length === 0 && next.rules.has('QName');
  const kinds = any ? ALL : next.kinds;
  if (kinds.length === 0) return [];
  const fits = new Set<Kind>(kinds);
  const scopes = index.scopesAt(uri, offset);
  const given = matterOf(next, index, scopes);
  return [...index.declarations.values()]
    .filter(({ kind, id, whole, place }) => fits.has(kind) && (given === undefined || kind !== 'matter' || id.startsWith(`${given}.`)) && !(place.file === uri && whole.offset <= offset && offset <= place.end))
    .map(({ id, kind, label }) => {
      const written = given !== undefined && kind === 'matter' ? id.slice(given.length + 1) : shortest(index, id, scopes, kinds);
      return item(written, range, { kind: KINDS[kind], detail: label === undefined ? nounOf(kind) : `${nounOf(kind)} · ${label}`, sortText: `0${written}`, filterText: written, data: { id } });
    });
}

/** The body whose matters fit behind `adopts`. */
function matterOf(next: Next, index: NameIndex, scopes: readonly string[]): string | undefined {
  if (!next.kinds.includes('matter')) return undefined;
  const voters = next.before.findLast((word) => /^\p{Lu}/u.test(word) || index.declarations.get(word)?.kind === 'body');
  if (voters === undefined || !['adopts', 'adopt', 'adopted', 'on', 'decide', 'decides', 'decided'].includes(next.before.at(-1) ?? '')) return undefined;
  const resolution = index.resolve(voters, scopes, ['body']);
  return resolution.kind === 'found' ? resolution.name.id : undefined;
}

/** The last part of a name if that is enough, otherwise more of it. */
function shortest(index: NameIndex, id: string, scopes: readonly string[], kinds: readonly Kind[]): string {
  for (let dot = id.lastIndexOf('.'); dot >= 0; dot = id.lastIndexOf('.', dot - 1)) {
    const written = id.slice(dot + 1);
    const resolution = index.resolve(written, scopes, kinds);
    if (resolution.kind === 'found' && resolution.name.id === id) return written;
    if (dot === 0) break;
  }
  return id;
}

/** Grades behind `grade`. */
function grades(next: Next, range: Range): CompletionItem[] {
  if (next.before.at(-1) !== 'grade' || !next.rules.has('Name')) return [];
  return Object.entries(RELIABILITY).flatMap(([letter, source]) =>
    Object.entries(CREDIBILITY).map(([figure, information]) => item(`${letter}${figure}`, range, { kind: CompletionItemKind.EnumMember, detail: `source ${source}; information ${information}` })));
}

function snippets(next: Next, range: Range): CompletionItem[] {
  return SNIPPETS.filter(({ rule, word }) => next.rules.has(rule) && next.keywords.has(word)).map(({ word, detail, body }) => ({
    label: `${word} …`, detail, kind: CompletionItemKind.Snippet, insertTextFormat: InsertTextFormat.Snippet, filterText: word, sortText: `1${word}`, textEdit: { range, newText: body },
  }));
}

/** Words of the language, with their meaning where one rule alone begins with them. */
function words(next: Next, range: Range): CompletionItem[] {
  const meanings = constructs();
  return [...next.keywords].filter(([word]) => /^\p{L}/u.test(word)).map(([word, rules]) => {
    const own = [...rules].flatMap((rule) => meanings.get(rule) ?? []);
    const meaning = own.length === 1 ? own[0]!.words?.[word] ?? own[0]!.meaning : undefined;
    return item(word, range, { kind: CompletionItemKind.Keyword, sortText: `2${word}`, ...(meaning === undefined ? {} : { documentation: meaning }) });
  });
}
