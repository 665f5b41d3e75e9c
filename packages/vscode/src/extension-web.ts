/** The extension in an editor that runs in a browser: the server is a worker, and asks the editor for files. */
import type { ListFolderResult, ReadFileResult } from '@casus/server';
import { commands, FileType, Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { DOCUMENTS, serverOptions } from './options.js';

/** A worker as browsers have it; their whole library of types would reach into every other package. */
interface BrowserWorker {
  terminate(): void;
}

const { Worker: NewWorker } = globalThis as unknown as { readonly Worker: new (address: string) => BrowserWorker };

let running: { readonly client: LanguageClient; readonly worker: BrowserWorker } | undefined;

/** Called when a file of the language is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(commands.registerCommand('casus.restart', async () => {
    await deactivate();
    await start(context);
  }));
  await start(context);
}

async function start({ extensionUri }: ExtensionContext): Promise<void> {
  const worker = new NewWorker(Uri.joinPath(extensionUri, 'dist', 'server-web.js').toString(true));
  const client = new LanguageClient('casus', 'Casus', { documentSelector: DOCUMENTS, initializationOptions: serverOptions(extensionUri) }, worker as never);
  client.onRequest('casus/readFile', ({ uri }: { uri: string }) => readFile(Uri.parse(uri)));
  client.onRequest('casus/listFolder', ({ uri }: { uri: string }) => listFolder(Uri.parse(uri)));
  running = { client, worker };
  await client.start();
}

/** Called when the editor lets the extension go. */
export async function deactivate(): Promise<void> {
  const last = running;
  running = undefined;
  await last?.client.stop();
  last?.worker.terminate();
}

/** Bytes that are turned into text at a time: an argument list may not be longer than some ten thousands. */
const CHUNK = 8192;

async function readFile(uri: Uri): Promise<ReadFileResult> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    let text = '';
    for (let i = 0; i < bytes.length; i += CHUNK) text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
    return { bytes: btoa(text) };
  } catch {
    // There is no such file: the server tells the author.
    return {};
  }
}

async function listFolder(uri: Uri): Promise<ListFolderResult> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return { files: entries.filter(([, type]) => (type & FileType.Directory) === 0).map(([name]) => Uri.joinPath(uri, name).toString()) };
  } catch {
    return { files: [] };
  }
}
