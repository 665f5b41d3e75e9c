/** `casus language-server`: serves an editor. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { UsageError } from './usage-error.js';

/** Starts the server, a bundle of its own beside that of the command, which other commands never read. It reads the channel from the arguments of the process. */
export function runLanguageServer(): void {
  const path = fileURLToPath(new URL('./language-server.cjs', import.meta.url));
  if (!existsSync(path)) throw new UsageError('the language server is not built; run `npm run build` in the folder of Casus');
  createRequire(import.meta.url)(path);
}
