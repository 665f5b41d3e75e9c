/** Entry for Node: the protocol over standard input and output, or over the channel of an editor that started the process. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProposedFeatures, StreamMessageReader, StreamMessageWriter, createConnection } from 'vscode-languageserver/node';
import { disk } from './disk.js';
import { serve } from './server.js';

/** The folder of the installation, from that of this file: the root of the project, or of the extension. */
function installation(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const folders = ['../../..', '..', '.'].map((path) => resolve(here, path));
  return folders.find((folder) => existsSync(resolve(folder, 'library', 'states.casus'))) ?? folders[0]!;
}

/** Starts the server on the channel that the arguments name (`--stdio`, `--node-ipc`, `--socket=PORT`), by default standard input and output. */
export function start(args: readonly string[] = process.argv): void {
  const channel = args.some((arg) => /^--(?:node-ipc|socket=|pipe=)/u.test(arg));
  const connection = channel ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
  // The client is gone: there is nobody left to serve.
  if (!channel) process.stdin.on('end', () => process.exit(0));
  serve(connection, () => disk(installation()));
}
