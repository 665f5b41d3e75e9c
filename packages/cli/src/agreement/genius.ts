/** `casus import genius`: a case from a negotiation domain and its profiles in GENIUS XML. */
import { geniusCase, GeniusError, readDomain, readProfile } from '@casus/dossier';
import { compile, format, keywords, SOFT_KEYWORDS } from '@casus/language';
import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { ENDING, readIfThere, shownPath, writeWhole } from '../files.js';
import type { Io } from '../io.js';
import { shellWord } from '../shell.js';
import { EXIT, UsageError } from '../usage-error.js';

/** Options of `casus import genius`, as the command line gives them. */
export interface ImportOptions {
  readonly out?: string;
}

function textOf(path: string, cwd: string): string {
  const text = readIfThere(resolve(cwd, path));
  if (text === undefined) throw new UsageError(`cannot read \`${shownPath(resolve(cwd, path), cwd)}\`: there is no such file`);
  return text;
}

/** A party or a domain by the name of its file: without its ending. */
const titleOf = (path: string): string => basename(path, extname(path)).replace(/[_\s]+/g, ' ').replace(/ domain$/i, '').trim();

/** Writes a case. Returns the exit code. */
export function runImportGenius(domainPath: string, profilePaths: readonly string[], { out }: ImportOptions, io: Io): number {
  if (out !== undefined && !out.endsWith(ENDING)) throw new UsageError(`the name of a case's file ends in ${ENDING}, and \`${out}\` does not`);
  if (out !== undefined && existsSync(resolve(io.cwd, out))) throw new UsageError(`\`${out}\` is there already; name another file, or delete it first`);
  const twice = profilePaths.find((path, i) => profilePaths.indexOf(path) !== i);
  if (twice !== undefined) throw new UsageError(`\`${twice}\` is given twice; give one profile for each party`);
  const text = written(domainPath, profilePaths, io.cwd);
  const content = format(text).text;
  const { findings } = compile([{ path: 'imported.casus', text: content }], () => undefined);
  const wrong = findings.find(({ severity, code }) => severity === 'error' && code.startsWith('form/'));
  if (wrong !== undefined) throw new Error(`the text that was made of \`${domainPath}\` cannot be read: ${wrong.message}`);
  if (out === undefined) io.stdout.write(content);
  else {
    writeWhole(out, content, io.cwd);
    io.stdout.write(`Written: ${out}. What can be agreed: npx casus agree ${shellWord(out)}\n`);
  }
  return EXIT.passed;
}

function written(domainPath: string, profilePaths: readonly string[], cwd: string): string {
  try {
    const domain = readDomain(textOf(domainPath, cwd), domainPath);
    const parties = profilePaths.map((path) => ({ name: titleOf(path), profile: readProfile(textOf(path, cwd), path, domain) }));
    return geniusCase(titleOf(domainPath), domain, parties, keywords().filter((word) => !SOFT_KEYWORDS.has(word)));
  } catch (error) {
    if (!(error instanceof GeniusError)) throw error;
    throw new UsageError(`\`${error.file}\` cannot be imported${error.line === undefined ? '' : `, line ${error.line}`}: ${error.message}`);
  }
}
