import type { Finding } from '@casus/model';
import type * as ast from './generated/ast.js';
import { addFinding } from './bridge/context.js';
import { placeBetween, placeOf } from './bridge/places.js';
import { CaseSize, MOST_WORDS } from './parse/limits.js';
import { NOTHING, parse, type Parsed } from './parse/parse.js';
import { astray, astrayMessage, folderOf } from './paths.js';

/** A file as it is given. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A file that is there and cannot be read; `reason` completes "it cannot be read: …". */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** Finds an imported file; `nearest` may name what the author probably meant. Nothing: there is no such file. */
export type Read = (importPath: string, from: string) => TextFile | Unreadable | undefined;

/** A file with its syntax tree. */
export interface ParsedFile extends TextFile {
  readonly root: ast.File;
  readonly imported: boolean;
  /** The tables that it reads actors from. */
  readonly tables: ReadonlyMap<ast.ActorTable, TextFile>;
  /** Names that broken parts of it may have declared. */
  readonly lost: ReadonlySet<string>;
}

/** What is known of where files lie. */
export interface LoadOptions {
  /** Paths that an import may name (those of the library), for suggestions when one is missing. */
  readonly importable?: readonly string[];
  /** Folders in which the files of the case lie, besides those of its own files. What a case names lies in one of them, in the library, or below. */
  readonly folders?: readonly string[];
}

/** How a file is parsed: `parse`, or something that gives the same for less. */
export type Parse = (path: string, text: string, findings: Finding[]) => Pick<Parsed, 'root' | 'lost'>;

/** Parses the case's own files and, transitively, what they import: each file once, an imported one before the file that imports it. */
export function load(files: readonly TextFile[], read: Read, { importable: candidates = [], folders = [] }: LoadOptions, findings: Finding[], nearestOf: (word: string, among: Iterable<string>) => string | undefined, parseOne: Parse = parse): ParsedFile[] {
  const inside = [...new Set([...folders, ...files.map(({ path }) => folderOf(path))])];
  /** What a path means; false if that is told already. */
  const found = (item: ast.Import | ast.ActorTable, from: string): TextFile | undefined | false => {
    const wrong = astray(item.path, from, inside);
    if (wrong !== undefined) {
      const { message, help } = astrayMessage(item.path, wrong);
      addFinding(findings, 'form/import', placeOf(from, item), message, { help });
      return false;
    }
    const file = read(item.path, from);
    if (file === undefined || 'text' in file) return file;
    addFinding(findings, 'form/import', placeOf(from, item), `\`${item.path}\` cannot be read: ${file.reason}`, { help: 'mend the file, or name another one' });
    return false;
  };
  const own = new Set(files.map((file) => file.path));
  const loaded: ParsedFile[] = [];
  const seen = new Set<string>();
  /** Files begun, innermost last, each with the imports that are still to be read: no recursion, for a chain of imports may be long. */
  const begun: { readonly file: Omit<ParsedFile, 'imported'>; readonly imports: ast.Import[] }[] = [];
  const size = new CaseSize();
  const parsedOf = ({ path, text }: TextFile): Pick<Parsed, 'root' | 'lost'> => {
    if (size.add(text)) return parseOne(path, text, findings);
    addFinding(findings, 'form/limit', placeBetween(path, text, 0, 0), `with this file the case has more than ${MOST_WORDS} words and signs; nothing of it is read`, { help: 'split the case into several cases' });
    return NOTHING;
  };
  const begin = (file: TextFile): void => {
    if (seen.has(file.path)) return;
    seen.add(file.path);
    const { root, lost } = parsedOf(file);
    begun.push({ file: { ...file, root, lost, tables: tablesOf(file, root) }, imports: root.items.filter((item) => item.$type === 'Import').reverse() });
  };
  const tablesOf = (file: TextFile, root: ast.File): ParsedFile['tables'] => {
    const tables = new Map<ast.ActorTable, TextFile>();
    for (const item of root.items) {
      if (item.$type !== 'ActorTable') continue;
      const table = found(item, file.path);
      if (table === false) continue;
      if (table !== undefined) tables.set(item, table);
      else addFinding(findings, 'form/import', placeOf(file.path, item), `there is no file \`${item.path}\` to read actors from`, { help: 'a path is looked for beside the file that names it and in the library' });
    }
    return tables;
  };
  const readNext = ({ file, imports }: (typeof begun)[number]): void => {
    const item = imports.pop();
    if (item === undefined) {
      loaded.push({ ...file, imported: !own.has(file.path) });
      begun.pop();
      return;
    }
    const imported = found(item, file.path);
    if (imported === false) return;
    if (imported !== undefined) return begin(imported);
    const near = nearestOf(item.path, candidates);
    addFinding(findings, 'form/import', placeOf(file.path, item), `there is no file \`${item.path}\` to import`, {
      help: near === undefined ? 'a path is looked for beside the file that imports it and in the library; the ending .casus may be left out' : `did you mean \`${near}\`?`,
    });
  };
  for (const file of files) {
    begin(file);
    for (let last = begun.at(-1); last !== undefined; last = begun.at(-1)) readNext(last);
  }
  return [...loaded.filter((file) => file.imported), ...loaded.filter((file) => !file.imported)];
}
