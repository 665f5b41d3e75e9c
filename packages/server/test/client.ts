/** A client that speaks the protocol over streams, to a server in this process or in one of its own. */
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection, createConnection, type Diagnostic, type InitializeResult, type MessageConnection, type Position, type Range } from 'vscode-languageserver/node';
import { afterEach } from 'vitest';
import { serve, type Host, type ServerOptions } from '../src/index.js';

/** A folder of files that exist nowhere but here; keys are paths below `file:///case/` or whole URIs. */
export function memory(files: Record<string, string>): Host & { readonly files: Record<string, string> } {
  const bytes = new TextEncoder();
  const uris = (): [string, string][] => Object.entries(files).map(([name, text]) => [uriOf(name), text]);
  return {
    files,
    library: 'file:///installed/library/',
    pages: 'https://example.org/findings/',
    read: async (uri) => {
      const found = uris().find(([each]) => each === uri);
      return found === undefined ? undefined : bytes.encode(found[1]);
    },
    list: async (folder) => uris().map(([uri]) => uri).filter((uri) => uri.startsWith(folder) && !uri.slice(folder.length).replace(/^\//u, '').includes('/')),
  };
}

export const uriOf = (name: string): string => (name.includes(':') ? name : `file:///case/${name}`);

const running: Client[] = [];

afterEach(async () => {
  for (const client of running.splice(0)) await client.stop();
});

/** Starts a server in this process. */
export async function connected(host: Host, options: ServerOptions = {}, capabilities: object = {}): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(connection, () => host);
  const client = new Client(toClient, toServer);
  await client.initialize({ judgeAfter: 10, ...options }, capabilities);
  return client;
}

export class Client {
  readonly connection: MessageConnection;
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly published: string[] = [];
  initialized!: InitializeResult;
  private readonly texts = new Map<string, { text: string; version: number }>();
  private waiting: (() => void)[] = [];
  private gone = false;

  constructor(input: Readable, output: Writable) {
    this.connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      this.diagnostics.set(uri, diagnostics);
      this.published.push(uri);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onClose(() => (this.gone = true));
    this.connection.listen();
    running.push(this);
  }

  async initialize(options: ServerOptions, capabilities: object = {}): Promise<void> {
    this.initialized = await this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: options });
    await this.connection.sendNotification('initialized', {});
  }

  open(name: string, text: string): void {
    this.texts.set(uriOf(name), { text, version: 1 });
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uriOf(name), languageId: 'casus', version: 1, text } });
  }

  /** Replaces a stretch of the text, as typing does. */
  edit(name: string, find: string, replace: string): void {
    const known = this.texts.get(uriOf(name))!;
    const at = known.text.indexOf(find);
    if (at < 0) throw new Error(`the text has no ${find}`);
    const range = this.range(name, find);
    known.text = known.text.slice(0, at) + replace + known.text.slice(at + find.length);
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: uriOf(name), version: ++known.version }, contentChanges: [{ range, text: replace }] });
  }

  close(name: string): void {
    this.texts.delete(uriOf(name));
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
  }

  text(name: string): string {
    return this.texts.get(uriOf(name))!.text;
  }

  /** The position of the n-th occurrence of a stretch of text, `into` characters in. */
  position(name: string, find: string, into = 0, nth = 1): Position {
    const text = this.text(name);
    let at = -1;
    for (let i = 0; i < nth; i++) at = text.indexOf(find, at + 1);
    if (at < 0) throw new Error(`the text has no ${find}`);
    const before = text.slice(0, at + into).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  }

  range(name: string, find: string): Range {
    return { start: this.position(name, find), end: this.position(name, find, find.length) };
  }

  /** Asks about a place of a file. */
  ask<T>(method: string, name: string, position: Position, rest: object = {}): Promise<T> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uriOf(name) }, position, ...rest });
  }

  /** Asks about a whole file. */
  askFile<T>(method: string, name: string, rest: object = {}): Promise<T> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uriOf(name) }, ...rest });
  }

  /** Codes of what is found in a file, in order. */
  codes(name: string): readonly string[] {
    return (this.diagnostics.get(uriOf(name)) ?? []).map(({ code }) => String(code));
  }

  /** Waits until something is true of the published diagnostics. */
  async until(what: () => boolean): Promise<void> {
    while (!what()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Ends the connection; the server may have gone already. */
  async stop(): Promise<void> {
    if (this.gone) return;
    await this.connection.sendRequest('shutdown').catch(() => undefined);
    this.connection.dispose();
  }
}
