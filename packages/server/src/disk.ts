import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from './host.js';

/** Larger files are no texts of a case. */
const MOST_BYTES = 50_000_000;

/** Files of this machine. `root`: the folder of the installation, with `library` and `docs/findings`. */
export function disk(root: string): Host {
  const folder = (path: string): string => `${pathToFileURL(`${root}/${path}`).href}/`;
  return { library: folder('library'), pages: folder('docs/findings'), read, list };
}

async function read(uri: string): Promise<Uint8Array | undefined> {
  try {
    const path = fileURLToPath(uri);
    // A device or a pipe may have no end.
    if (!(await stat(path)).isFile()) return undefined;
    const bytes = await readFile(path);
    return bytes.length > MOST_BYTES ? undefined : bytes;
  } catch {
    // Not there, a folder, not readable or no file at all: the case is judged without it, and what imports it is told.
    return undefined;
  }
}

async function list(uri: string): Promise<readonly string[]> {
  try {
    const path = fileURLToPath(uri);
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => pathToFileURL(`${path}/${entry.name}`).href);
  } catch {
    return [];
  }
}
