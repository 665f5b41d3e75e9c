import {
  CodeActionKind, DidChangeWatchedFilesNotification, ErrorCodes, InlayHintRefreshRequest, LSPErrorCodes, ResponseError, TextDocumentSyncKind, TextDocuments,
  type CancellationToken, type Connection, type InitializeParams, type InitializeResult, type Position,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Cases } from './case/cases.js';
import { codeActions } from './features/fixes.js';
import { completion } from './features/completion.js';
import type { FileContext } from './features/context.js';
import { definition, highlights, references } from './features/definition.js';
import { documentLinks } from './features/links.js';
import { folding } from './features/folding.js';
import { formatting } from './features/formatting.js';
import { hover } from './features/hover.js';
import { inlayHints } from './features/inlay-hints.js';
import { prepareRename, rename, RenameRefused } from './features/rename.js';
import { LEGEND, semanticTokens } from './features/semantic-tokens.js';
import { documentSymbols, workspaceSymbols } from './features/symbols.js';
import type { Host, ServerOptions } from './host.js';
import { Publisher } from './publisher.js';
import { Lines } from './ranges.js';
import { canonical } from './uris.js';

/** What the server can do, as it tells the client. */
export const CAPABILITIES: InitializeResult['capabilities'] = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['.', '/', '"'] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  documentFormattingProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: true, range: true },
  foldingRangeProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  inlayHintProvider: true,
  documentLinkProvider: {},
};

/** Serves the language over a connection until it closes. The caller has made the connection, and calls nothing but this. */
export function serve(connection: Connection, hostOf: (options: ServerOptions) => Host): void {
  new Server(connection, hostOf);
}

/** Something told to a client, who may have gone or know nothing of it: the server goes on. */
function unheard(told: Promise<unknown>): void {
  told.catch(() => undefined);
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private cases!: Cases;
  private host!: Host;
  private publisher!: Publisher;
  private refreshesHints = false;
  private watchesFiles = false;
  private readonly lines = new Map<string, Lines>();

  constructor(private readonly connection: Connection, hostOf: (options: ServerOptions) => Host) {
    connection.onInitialize((params) => this.initialize(params, hostOf));
    connection.onInitialized(() => {
      if (this.watchesFiles) unheard(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{casus,csv,txt,md}' }] }));
    });
    connection.onShutdown(() => this.cases.all().forEach((session) => session.close()));
    this.documents.onDidOpen(({ document }) => this.cases.open(canonical(document.uri), document.getText()));
    this.documents.onDidChangeContent(({ document }) => {
      // Opening tells of a change too; then nothing is new.
      if (this.cases.texts.get(canonical(document.uri)) !== document.getText()) this.cases.change(canonical(document.uri), document.getText());
    });
    this.documents.onDidSave(({ document }) => this.cases.saved(canonical(document.uri)));
    this.documents.onDidClose(({ document }) => {
      this.lines.delete(canonical(document.uri));
      this.cases.close(canonical(document.uri));
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const elsewhere = changes.map(({ uri }) => canonical(uri)).filter((uri) => !this.cases.texts.isOpen(uri));
      if (elsewhere.length > 0) this.cases.changedOnDisk(elsewhere);
    });
    this.answer();
    this.documents.listen(connection);
    connection.listen();
  }

  private initialize({ initializationOptions, capabilities }: InitializeParams, hostOf: (options: ServerOptions) => Host): InitializeResult {
    const options = (initializationOptions ?? {}) as ServerOptions;
    const made = hostOf(options);
    const slash = (folder: string | undefined): string | undefined => (folder === undefined ? undefined : canonical(folder.replace(/\/*$/u, '/')));
    const [library, pages] = [slash(options.library ?? made.library), slash(options.pages ?? made.pages)];
    this.host = { read: (uri) => made.read(uri), list: async (folder) => (await made.list(folder)).map(canonical), ...(library === undefined ? {} : { library }), ...(pages === undefined ? {} : { pages }) };
    this.refreshesHints = capabilities.workspace?.inlayHint?.refreshSupport === true;
    this.watchesFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.publisher = new Publisher(this.host, (diagnostics) => {
      const open = this.documents.all().find(({ uri }) => canonical(uri) === diagnostics.uri);
      unheard(this.connection.sendDiagnostics(open === undefined ? diagnostics : { ...diagnostics, uri: open.uri }));
    });
    this.cases = new Cases(this.host, options, (session, told) => {
      this.publisher.publish(session, told);
      if (told?.judged !== undefined && told.stories === undefined && this.refreshesHints) unheard(this.connection.sendRequest(InlayHintRefreshRequest.type));
    }, (error) => this.connection.console.error(`an error inside Casus, not in your text: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    return { capabilities: CAPABILITIES, serverInfo: { name: 'casus' } };
  }

  /** What a request about a file is answered from; nothing for a file that is not open or not wanted any more. */
  private async context(documentUri: string, token: CancellationToken): Promise<FileContext | undefined> {
    const uri = canonical(documentUri);
    const session = await this.cases.of(uri);
    const read = await session?.read();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'no longer wanted');
    const text = read?.texts.get(uri);
    if (session === undefined || read === undefined || text === undefined) return undefined;
    return { uri, text, lines: this.linesOf(uri, text), read, judged: session.judged, session, host: this.host };
  }

  private linesOf(uri: string, text: string): Lines {
    let lines = this.lines.get(uri);
    if (lines?.text !== text) this.lines.set(uri, (lines = new Lines(text)));
    return lines;
  }

  /** Answers a request about a file; `otherwise` where nothing is known of the file. */
  private async about<T>(params: { readonly textDocument: { readonly uri: string } }, token: CancellationToken, otherwise: T, answer: (context: FileContext) => T | Promise<T>): Promise<T> {
    const context = await this.context(params.textDocument.uri, token);
    return context === undefined ? otherwise : answer(context);
  }

  /** The same for a place in it. */
  private at<T>(params: { readonly textDocument: { readonly uri: string }; readonly position: Position }, token: CancellationToken, otherwise: T, answer: (context: FileContext, offset: number) => T | Promise<T>): Promise<T> {
    return this.about(params, token, otherwise, (context) => answer(context, context.lines.offsetAt(params.position)));
  }

  private answer(): void {
    const { connection } = this;
    connection.onHover((params, token) => this.at(params, token, null, (context, offset) => hover(context, offset) ?? null));
    connection.onCompletion((params, token) => this.at(params, token, { isIncomplete: false, items: [] }, (context, offset) => completion(context, offset, context.session.library())));
    connection.onDefinition((params, token) => this.at(params, token, [], definition));
    connection.onReferences((params, token) => this.at(params, token, [], (context, offset) => references(context, offset, params.context.includeDeclaration)));
    connection.onDocumentHighlight((params, token) => this.at(params, token, [], highlights));
    connection.onPrepareRename((params, token) => this.refusing(() => this.at(params, token, null, prepareRename)));
    connection.onRenameRequest((params, token) => this.refusing(() => this.at(params, token, null, (context, offset) => this.asOpen(rename(context, offset, params.newName)))));
    connection.onDocumentSymbol((params, token) => this.about(params, token, [], ({ uri, read }) => documentSymbols(uri, read.names)));
    connection.onWorkspaceSymbol(async ({ query }) => {
      const reads = await Promise.all(this.cases.all().map((session) => session.read()));
      const symbols = reads.flatMap(({ names }) => workspaceSymbols(names, query));
      return [...new Map(symbols.map((symbol) => [JSON.stringify(symbol.location), symbol])).values()];
    });
    connection.onDocumentFormatting((params, token) => this.about(params, token, [], ({ text, lines, uri }) => formatting(text, lines, uri)));
    connection.languages.semanticTokens.on((params, token) => this.about(params, token, { data: [] }, ({ uri, text, read, host }) => ({ data: semanticTokens(uri, text, read.names, host.library) })));
    connection.languages.semanticTokens.onRange((params, token) => this.about(params, token, { data: [] }, ({ uri, text, read, host }) => ({
      data: semanticTokens(uri, text, read.names, host.library, { start: params.range.start.line, end: params.range.end.line }),
    })));
    connection.onFoldingRanges((params, token) => this.about(params, token, [], ({ text }) => folding(text)));
    connection.onCodeAction((params, token) => this.about(params, token, [], (context) => codeActions(context, params.range, params.context.diagnostics)));
    connection.languages.inlayHint.on((params, token) => this.about(params, token, [], (context) => inlayHints(context, params.range)));
    connection.onDocumentLinks((params, token) => this.about(params, token, [], (context) => documentLinks(context, this.cases.evidence)));
  }

  /** A name that cannot be changed is an answer, and not a fault of the server. */
  private async refusing<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof RenameRefused) throw new ResponseError(ErrorCodes.InvalidParams, error.message);
      throw error;
    }
  }

  /** Edits named by the URIs that the client itself uses. */
  private asOpen<T extends { changes?: Record<string, unknown> }>(edit: T): T {
    const changes = Object.fromEntries(Object.entries(edit.changes ?? {}).map(([uri, edits]) => [this.documents.all().find((each) => canonical(each.uri) === uri)?.uri ?? uri, edits]));
    return { ...edit, changes };
  }
}

