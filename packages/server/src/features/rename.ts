import { namesOf, plainForms, SOFT_KEYWORDS, tokensOf, type Occurrence, type TextFile } from '@casus/language';
import type { Id } from '@casus/model';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf } from '../ranges.js';
import { importCandidates, shown } from '../uris.js';
import type { FileContext } from './context.js';
import { articleNounOf } from './words.js';

/** A name cannot be changed so; the message says why and what to do. */
export class RenameRefused extends Error {}

const ARTICLE = /^[\p{L}\p{N}_-]+(\([\p{L}\p{N}_-]+\))*$/u;

/** The name at an offset that can be changed, and what it is called now. @throws RenameRefused */
export function prepareRename(context: FileContext, offset: number): { readonly range: Range; readonly placeholder: string } {
  const occurrence = renamable(context, offset);
  return { range: rangeOf(occurrence.place), placeholder: context.read.names.declarations.get(occurrence.id)!.name };
}

function renamable({ uri, read, host }: FileContext, offset: number): Occurrence {
  const { names } = read;
  const here = names.at(uri, offset);
  if (here === undefined) throw new RenameRefused('here is no name that can be changed');
  const declared = names.declarations.get(here.id);
  if (declared === undefined) throw new RenameRefused(`\`${here.id}\` is declared by the language itself, or made from another declaration, and has no name of its own to change`);
  if (declared.fromTable) throw new RenameRefused(`\`${here.id}\` is a row of the table ${shown(declared.place.file)}, line ${declared.place.line}; change it there`);
  if (host.library !== undefined && declared.place.file.startsWith(host.library)) {
    throw new RenameRefused(`\`${here.id}\` is declared in the library, in ${shown(declared.place.file)}, which other cases use too; declare a name of your own instead`);
  }
  return here;
}

/** The edits that give the name at an offset another one, in all files of the case. @throws RenameRefused */
export function rename(context: FileContext, offset: number, newName: string): WorkspaceEdit {
  const { read, host } = context;
  const { names } = read;
  const { id, kind } = renamable(context, offset);
  const declared = names.declarations.get(id)!;
  if (newName === declared.name) return { changes: {} };
  requireName(newName, kind === 'article');
  const newId = kind === 'article' ? `${id.slice(0, id.indexOf('.'))}.${newName}` : id.slice(0, id.length - declared.name.length) + newName;
  const taken = names.declarations.get(newId);
  if (taken !== undefined) throw new RenameRefused(`the name \`${newId}\` is taken: it is ${articleNounOf(taken.kind)}, declared in ${shown(taken.place.file)}, line ${taken.place.line}`);
  const places = names.of(id);
  const edits = places.map((occurrence) => ({ occurrence, text: kind === 'act' ? verb(occurrence, declared.name, newName) : newName }));
  requireSameMeaning(context, id, newId, edits);
  const changes: Record<string, TextEdit[]> = {};
  for (const { occurrence: { place }, text } of edits) {
    if (host.library !== undefined && place.file.startsWith(host.library)) throw new RenameRefused(`the library uses \`${id}\`, in ${shown(place.file)}, line ${place.line}; it cannot be changed from here`);
    (changes[place.file] ??= []).push({ range: rangeOf(place), newText: text });
  }
  return { changes };
}

function requireName(name: string, article: boolean): void {
  if (article) {
    if (!ARTICLE.test(name)) throw new RenameRefused(`\`${name}\` is no number of an article; write a number or a name, such as 5 or 27(3)`);
    return;
  }
  const [token, ...rest] = tokensOf(name);
  const isWord = token?.kind === 'keyword' && token.text === name;
  if (!isWord && (token?.kind !== 'name' || token.text !== name || rest.length > 0)) throw new RenameRefused(`\`${name}\` is no name: a name begins with a letter and goes on with letters, digits and \`_\`; single hyphens may stand inside`);
  if (isWord && !SOFT_KEYWORDS.has(name)) throw new RenameRefused(`\`${name}\` is a word of the language and cannot be a name; with a capital letter it can`);
}

/** An act that is written in the third person stays so. */
function verb({ written }: Occurrence, plain: string, newName: string): string {
  return written !== plain && plainForms(written).includes(plain) ? thirdPerson(newName) : newName;
}

/** `supply-arms` → `supplies-arms`. */
function thirdPerson(name: string): string {
  const [, first = '', rest = ''] = /^([^-]*)(.*)$/u.exec(name) ?? [];
  const ending = /[^aeiou]y$/u.test(first) ? `${first.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/u.test(first) ? `${first}es` : `${first}s`;
  return ending + rest;
}

interface Edit {
  readonly occurrence: Occurrence;
  readonly text: string;
}

/** Refuses a name with which some place of the case would mean something else than before. */
function requireSameMeaning({ read, host }: FileContext, id: Id, newId: Id, edits: readonly Edit[]): void {
  const files = read.value.files.map((file): TextFile & { readonly imported: boolean } => ({ ...file, text: edited(file.text, edits.filter(({ occurrence }) => occurrence.place.file === file.path)) }));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const again = (path: string, from: string): TextFile | undefined => {
    for (const uri of importCandidates(path, from, host.library)) if (byPath.has(uri)) return byPath.get(uri);
    return undefined;
  };
  const after = namesOf(files.filter(({ imported }) => !imported), again);
  const renamed = (name: Id): Id => (name === id ? newId : name.startsWith(`${id}.`) ? newId + name.slice(id.length) : name);
  const before = read.names.occurrences;
  const wrong = before.findIndex((occurrence, i) => after.occurrences[i]?.id !== renamed(occurrence.id));
  if (wrong < 0 && before.length === after.occurrences.length) return;
  const { place, written } = before[Math.max(0, wrong)]!;
  throw new RenameRefused(`with this name, \`${written}\` in ${shown(place.file)}, line ${place.line}, would no longer mean what it means now; choose another name`);
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { occurrence: { place }, text: written } of [...edits].sort((a, b) => b.occurrence.place.offset - a.occurrence.place.offset)) {
    result = result.slice(0, place.offset) + written + result.slice(place.end);
  }
  return result;
}

