/** From files to a case. */
import { compile } from '@casus/language';
import type { Case, Outcome } from '@casus/model';
import type { Input } from './files.js';
import { libraryNames, readImport } from './installation.js';

/** Compiles the files of a case and everything that they import, from the library, their own folder, or the folder in which the command was started. */
export function compiled({ files }: Input, cwd: string): Outcome<Case> {
  return compile(files, (path, from) => readImport(path, from, cwd), { importable: libraryNames(), folders: [''] });
}
