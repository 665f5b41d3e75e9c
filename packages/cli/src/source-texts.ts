/** The texts of sources that are at hand. */
import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import type { SourceText } from '@casus/dossier';
import type { Case, Id, Source } from '@casus/model';
import { bytesIfThere, shownPath } from './files.js';

const SUBFOLDER = 'sources';

/** Folders in which the text of a source is looked for: its own file's, the case's, and those of `--sources`. */
function folders(source: Source, case_: Case, extra: readonly string[], cwd: string): readonly string[] {
  const own = [source.place.file, ...case_.files.filter(({ imported }) => !imported).map(({ path }) => path)].map((file) => resolve(cwd, dirname(file)));
  return [...new Set([...own.flatMap((folder) => [folder, join(folder, SUBFOLDER)]), ...extra.map((folder) => resolve(cwd, folder))])];
}

function read(path: string): Uint8Array | undefined {
  const found = bytesIfThere(path);
  // Not at hand, for whatever reason: the report says so, with where to get it.
  return found !== undefined && 'bytes' in found ? found.bytes : undefined;
}

/** The texts at hand, by the full name of their source, with the digest where the case declares one. */
export function sourceTexts(case_: Case, extra: readonly string[], cwd: string): ReadonlyMap<Id, SourceText> {
  const found = new Map<Id, SourceText>();
  for (const source of case_.sources.values()) {
    if (source.text === undefined || source.text === '') continue;
    const names = [...new Set([source.text, basename(source.text)])];
    for (const path of folders(source, case_, extra, cwd).flatMap((folder) => names.map((name) => join(folder, name)))) {
      const bytes = read(path);
      if (!bytes) continue;
      found.set(source.id, {
        name: shownPath(path, cwd),
        text: new TextDecoder().decode(bytes),
        ...(source.digest === undefined ? {} : { sha256: createHash('sha256').update(bytes).digest('hex') }),
      });
      break;
    }
  }
  return found;
}
