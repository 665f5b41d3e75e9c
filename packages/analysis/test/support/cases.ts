/** Real files to cases, as `casus check` makes them: the tests of this package and of the interpreter share it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { verifyCase, type EvidenceReport, type SourceText } from '@casus/dossier';
import { compile, type TextFile } from '@casus/language';
import type { Case, Finding, Outcome } from '@casus/model';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '../../../..');

/** The five documents of the first case; they are not part of the repository. */
export const SEEDS = resolve(ROOT, '../shared/seeds');

const textFile = (path: string): TextFile => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') });

/** What an import means: `library/…` of the repository, everything else seen from the importing file. */
export function readImport(path: string, from: string): TextFile | undefined {
  const base = path.startsWith('library/') ? join(ROOT, path) : resolve(ROOT, dirname(from), path);
  const found = [`${base}.casus`, base].find((candidate) => existsSync(candidate));
  return found === undefined ? undefined : textFile(found);
}

/** Compiles files, by paths from the root, as one case. */
export const compileFiles = (...paths: readonly string[]): Outcome<Case> => compile(paths.map((path) => textFile(join(ROOT, path))), readImport, { folders: [TESTS] });

/** Compiles a folder, by its path from the root, as one case. */
export function compileFolder(folder: string): Outcome<Case> {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.casus')).sort();
  return compileFiles(...names.map((name) => join(folder, name)));
}

/** Compiles a text that imports what it needs as if it lay in the folder of the fixtures. */
export const compileText = (text: string): Outcome<Case> => compile([{ path: join(FIXTURES, 'text.casus'), text }], readImport);

/** What fixtures and constructs share lies above them. */
export const TESTS = 'packages/analysis/test';

/** Where the fixtures of this package are. */
export const FIXTURES = `${TESTS}/fixtures`;

/** The case of a text without findings of form. @throws Error with those that there are. */
export function caseOf({ value, findings }: Outcome<Case>): Case {
  const form = findings.filter(({ code }) => code.startsWith('form/'));
  if (form.length > 0) throw new Error(form.map(({ code, place, message }) => `${place.file}:${place.line} ${code} ${message}`).join('\n'));
  return value;
}

/** The texts of sources that lie in a folder, with their digests. */
export function textsIn(case_: Case, folder: string): ReadonlyMap<string, SourceText> {
  const texts = new Map<string, SourceText>();
  for (const { id, text } of case_.sources.values()) {
    if (text === undefined || !existsSync(join(folder, text))) continue;
    const bytes = readFileSync(join(folder, text));
    texts.set(id, { name: text, text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return texts;
}

/** The evidence of a case with the texts of a folder at hand. */
export const evidenceIn = (case_: Case, folder: string): EvidenceReport => verifyCase(case_, textsIn(case_, folder));

/** A finding in one line, for messages of tests. */
export const inOneLine = ({ code, place, message }: Finding): string => `${place.file}:${place.line} ${code}: ${message}`;
