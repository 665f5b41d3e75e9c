/** The texts of the house: the library, the cases, the examples of the manual. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Read, TextFile } from '../src/load.js';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
const textFile = (path: string): TextFile => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });

function under(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) =>
    entry.isDirectory() ? under(`${folder}/${entry.name}`, ending) : entry.name.endsWith(ending) ? [`${folder}/${entry.name}`] : []);
}

/** Every file of the library and of the cases. */
export const FILES: readonly TextFile[] = ['library', 'cases', 'docs/examples'].flatMap((folder) => under(folder, '.casus')).map(textFile);

/** Every example of the manual that is right. */
export const EXAMPLES: readonly TextFile[] = under('docs', '.md').flatMap((page) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```casus[ \t]*\r?\n([\s\S]*?)^```/gm)].map(([, text = ''], i) => ({ path: `${page}#${i + 1}`, text })));

/** Imports, from the library or beside the importing file. */
export const read: Read = (path, from) => {
  const base = path.startsWith('library/') ? path : relative(ROOT, join(ROOT, dirname(from), path));
  const found = [`${base}.casus`, base].find((each) => isFile(join(ROOT, each)));
  return found === undefined ? undefined : textFile(found);
};
