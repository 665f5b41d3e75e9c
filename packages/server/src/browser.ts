/** Entry for a worker in a browser: messages from and to the page; files come from the page. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server.js';
import { clientFiles } from './virtual-files.js';

/** The global scope of a worker. */
interface WorkerScope {
  postMessage(message: unknown): void;
  onmessage: unknown;
}

const scope = globalThis as unknown as WorkerScope;
const connection = createConnection(new BrowserMessageReader(scope as never), new BrowserMessageWriter(scope as never));
serve(connection, () => clientFiles(connection));
