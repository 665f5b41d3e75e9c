/** The extension in an editor with Node: starts the bundled server as a process of its own. */
import { commands, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { DOCUMENTS, serverOptions } from './options.js';

let client: LanguageClient | undefined;

/** Called when a file of the language is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  client = new LanguageClient('casus', 'Casus', { run: server, debug: server }, { documentSelector: DOCUMENTS, initializationOptions: serverOptions(context.extensionUri) });
  context.subscriptions.push(commands.registerCommand('casus.restart', () => client?.restart()));
  await client.start();
}

/** Called when the editor lets the extension go. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
