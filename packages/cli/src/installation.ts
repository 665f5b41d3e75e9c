/** Where things of the installation lie. `src/` and `dist/` are equally deep, so that this holds before and after bundling. */
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Unreadable } from '@casus/language';
import { ENDING, NO_TEXT, bytesIfThere, caseFilesIn, readIfThere, shownPath, textOf, type TextFile } from './files.js';

/** The root of the installation: the folder with `library` and `docs`. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The known instruments and bodies. */
export const LIBRARY = join(ROOT, 'library');

/** The pages of the findings. */
export const PAGES = join(ROOT, 'docs', 'findings');

/** The page of a finding, Markdown; undefined where this installation does not have it. */
export const pageOf = (code: string): string | undefined => readIfThere(join(PAGES, ...`${code}.md`.split('/')));

declare const CASUS_VERSION: string | undefined;

/** The version, put in when the command is bundled. */
export const VERSION: string = typeof CASUS_VERSION === 'string' ? CASUS_VERSION : 'source';

const IN_LIBRARY = /^library[/\\]/;

/** Files that an import may mean, in the order they are tried. */
function candidates(path: string, from: string, cwd: string): readonly string[] {
  const base = IN_LIBRARY.test(path) ? join(LIBRARY, path.replace(IN_LIBRARY, '')) : resolve(cwd, dirname(from), path);
  return base.endsWith(ENDING) ? [base] : [`${base}${ENDING}`, base];
}

/** Reads what `import "…"` in the file `from` means: `library/…` of the installation, everything else seen from that file. */
export function readImport(path: string, from: string, cwd: string): TextFile | Unreadable | undefined {
  for (const candidate of candidates(path, from, cwd)) {
    const found = bytesIfThere(candidate);
    if (found === undefined) continue;
    const shown = shownPath(candidate, cwd);
    if ('reason' in found) return { path: shown, reason: found.reason };
    const text = textOf(found.bytes);
    return text === undefined ? { path: shown, reason: NO_TEXT } : { path: shown, text };
  }
  return undefined;
}

/** What an import may name in the library, for suggestions. */
export const libraryNames = (): readonly string[] => caseFilesIn(LIBRARY).map((file) => `library/${basename(file, ENDING)}`);
