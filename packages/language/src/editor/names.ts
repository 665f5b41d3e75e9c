import type { Finding, Id, Place } from '@casus/model';
import { AstUtils, CstUtils, GrammarAST, type AstNode } from 'langium';
import { caseOf } from '../bridge/case.js';
import { Bridge } from '../bridge/context.js';
import type { Kind, Names, Resolution } from '../bridge/names.js';
import { placeOf } from '../bridge/places.js';
import type * as ast from '../generated/ast.js';
import { load, type Parse, type ParsedFile, type Read, type TextFile } from '../load.js';
import { parse } from '../parse/parse.js';

/** A declaration as an editor shows it. */
export interface Declaration {
  readonly kind: Kind;
  readonly id: Id;
  /** The last part of the name, as it is written where it is declared. */
  readonly name: string;
  /** The title in quotation marks, if it has one. */
  readonly label?: string;
  /** Where its name stands. */
  readonly place: Place;
  /** All of it, from its first word to its last. */
  readonly whole: Place;
  /** A row of a table declares it: `place` is the row, and the name need not stand there letter for letter. */
  readonly fromTable: boolean;
}

/** A place where a declared name stands: where it is declared, or where it is used. A dotted name is one for each of its parts. */
export interface Occurrence {
  readonly id: Id;
  readonly kind: Kind;
  readonly place: Place;
  /** What stands there, such as `assists` for the act `assist`. */
  readonly written: string;
  readonly declares: boolean;
}

/** The rule of the grammar that a keyword belongs to where it stands. */
export interface Construct {
  readonly rule: string;
  readonly keyword: string;
  readonly place: Place;
}

/** All names of a case with their places: what an editor asks for at a place of the text. */
export class NameIndex {
  readonly declarations: ReadonlyMap<Id, Declaration>;
  /** In the order of the text, file by file; none twice. */
  readonly occurrences: readonly Occurrence[];
  private readonly byFile = new Map<string, Occurrence[]>();
  private readonly names: Names;
  private readonly roots: ReadonlyMap<string, ast.File>;
  /** Files in the order they are read: imports first. */
  readonly files: readonly string[];

  constructor(b: Bridge, parsed: readonly ParsedFile[]) {
    this.names = b.names;
    this.files = parsed.map(({ path }) => path);
    this.roots = new Map(parsed.map(({ path, root }) => [path, root]));
    this.declarations = declarationsOf(b, this.files);
    this.occurrences = occurrencesOf(b, this.declarations, this.files);
    for (const occurrence of this.occurrences) {
      const list = this.byFile.get(occurrence.place.file);
      if (list === undefined) this.byFile.set(occurrence.place.file, [occurrence]);
      else list.push(occurrence);
    }
  }

  /** The name at an offset; at its end counts too. */
  at(file: string, offset: number): Occurrence | undefined {
    const here = this.in(file).filter(({ place }) => place.offset <= offset && offset <= place.end);
    return here.find(({ place }) => offset < place.end) ?? here[0];
  }

  /** The names of a file, in the order of its text. */
  in(file: string): readonly Occurrence[] {
    return this.byFile.get(file) ?? [];
  }

  /** Every place of a name. */
  of(id: Id): readonly Occurrence[] {
    return this.occurrences.filter((occurrence) => occurrence.id === id);
  }

  /** Full names of the declarations around an offset, innermost first: where a written name is looked for. */
  scopesAt(file: string, offset: number): readonly Id[] {
    return [...this.declarations.values()]
      .filter(({ kind, whole }) => SCOPES.has(kind) && whole.file === file && whole.offset <= offset && offset <= whole.end)
      .sort((a, b) => b.whole.offset - a.whole.offset)
      .map(({ id }) => id);
  }

  /** What a name written in some scopes would mean where only these kinds fit. */
  resolve(written: string, scopes: readonly Id[], kinds: readonly Kind[]): Resolution {
    return this.names.resolve(written, scopes, kinds);
  }

  /** The construct that the keyword at an offset belongs to; nothing where there is no keyword, or its sentence cannot be read. */
  constructAt(file: string, offset: number): Construct | undefined {
    const root = this.roots.get(file)?.$cstNode;
    const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
    if (leaf === undefined || !GrammarAST.isKeyword(leaf.grammarSource) || offset < leaf.offset || offset >= leaf.end) return undefined;
    const rule = AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule);
    return rule === undefined ? undefined : { rule: rule.name, keyword: leaf.text, place: placeOf(file, { $cstNode: leaf }) };
  }
}

/** Kinds that names are looked for in. */
const SCOPES: ReadonlySet<Kind> = new Set<Kind>(['instrument', 'body', 'group']);

/** Texts that were parsed for names before, by path: give the same map again, and what has not changed is not parsed again. */
export type ParsedTexts = Map<string, { readonly text: string; readonly parsed: ReturnType<Parse> }>;

/** The names of a case's files and of what they import. What cannot be understood has no names, and nothing is said about it here. */
export function namesOf(files: readonly TextFile[], read: Read, before: ParsedTexts = new Map()): NameIndex {
  const parseOne: Parse = (path, text) => {
    const known = before.get(path);
    if (known?.text === text) return known.parsed;
    const parsed = parse(path, text, []);
    before.set(path, { text, parsed });
    return parsed;
  };
  const parsed = load(files, read, {}, [] as Finding[], () => undefined, parseOne);
  const bridge = new Bridge(new Set(parsed.flatMap((file) => [...file.lost])));
  caseOf(bridge, parsed, parsed.map(({ path, text, imported }) => ({ path, text, imported })));
  return new NameIndex(bridge, parsed);
}

function declarationsOf(b: Bridge, files: readonly string[]): Map<Id, Declaration> {
  const found = new Map<Id, Declaration>();
  for (const [node, id] of b.ids) {
    const { kind, place } = b.names.table.get(id) ?? {};
    if (kind === undefined || place === undefined) continue;
    const { label } = node as AstNode & { readonly label?: string };
    found.set(id, { kind, id, name: lastPart(id, kind), ...(label === undefined ? {} : { label }), place, whole: placeOf(place.file, node), fromTable: false });
  }
  const texts = new Set(files);
  for (const { kind, id, place } of b.names.table.values()) {
    if (place !== undefined && !texts.has(place.file)) found.set(id, { kind, id, name: id, place, whole: place, fromTable: true });
  }
  return found;
}

/** The part of a full name that stands at the declaration. */
function lastPart(id: Id, kind: Kind): string {
  return kind === 'article' ? id.slice(id.indexOf('.') + 1) : id.slice(id.lastIndexOf('.') + 1);
}

function occurrencesOf(b: Bridge, declarations: ReadonlyMap<Id, Declaration>, files: readonly string[]): Occurrence[] {
  const found = new Map<string, Occurrence>();
  const add = (occurrence: Occurrence): void => {
    const { place } = occurrence;
    const key = `${place.offset} ${place.end} ${place.file}`;
    if (!found.has(key)) found.set(key, occurrence);
  };
  for (const { id, kind, name, place, fromTable } of declarations.values()) if (!fromTable) add({ id, kind, place, written: name, declares: true });
  for (const { written, place, name } of b.uses) {
    if (name.kind === 'article') {
      add({ id: name.id, kind: name.kind, place, written, declares: false });
      continue;
    }
    // `decision.unanimity` speaks of the option and, before the full stop, of its issue.
    let { id } = name;
    let end = written.length;
    while (end > 0) {
      const start = written.lastIndexOf('.', end - 1) + 1;
      const meant = b.names.table.get(id);
      if (meant !== undefined) add({ id, kind: meant.kind, place: within(place, start, end), written: written.slice(start, end), declares: false });
      end = start - 1;
      id = id.slice(0, Math.max(0, id.lastIndexOf('.')));
    }
  }
  const order = new Map(files.map((file, i) => [file, i]));
  return [...found.values()].sort((a, z) => (order.get(a.place.file) ?? 0) - (order.get(z.place.file) ?? 0) || a.place.offset - z.place.offset);
}

/** A part of a name, which stands on one line and without spaces unless its author has put some around a full stop. */
function within(place: Place, start: number, end: number): Place {
  if (place.line !== place.endLine) return place;
  return { ...place, column: place.column + start, endColumn: place.column + end, offset: place.offset + start, end: place.offset + end };
}
