import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the project. */
export const inProject = (...parts) => join(ROOT, ...parts);

/** When a file was last changed, in milliseconds; 0 if it is not there. */
export const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Every file below a folder whose name passes `keep`; nothing if the folder is not there. */
export function filesBelow(folder, keep = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && keep(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
