import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { CaseSession, Told } from './case/session.js';
import { diagnosticsOf } from './features/diagnostics.js';
import type { Host } from './host.js';

/** Tells the client the findings of each file; a file that several cases use has those of all of them, each once. */
export class Publisher {
  private readonly byCase = new Map<CaseSession, ReadonlyMap<string, readonly Diagnostic[]>>();
  private readonly told = new Map<string, string>();

  constructor(private readonly host: Host, private readonly send: (diagnostics: PublishDiagnosticsParams) => void) {}

  /** The findings of a case; nothing: the case is closed, and its findings go. */
  publish(session: CaseSession, told: Told | undefined): void {
    const before = this.byCase.get(session);
    const now: ReadonlyMap<string, readonly Diagnostic[]> = told === undefined ? new Map() : diagnosticsOf(told, this.host);
    if (told === undefined) this.byCase.delete(session);
    else this.byCase.set(session, now);
    for (const uri of new Set([...(before?.keys() ?? []), ...now.keys(), ...(told === undefined ? [] : session.own)])) this.sendOf(uri);
  }

  private sendOf(uri: string): void {
    const all = [...this.byCase.values()].flatMap((files) => files.get(uri) ?? []);
    const diagnostics = [...new Map(all.map((diagnostic) => [JSON.stringify([diagnostic.code, diagnostic.range, diagnostic.message]), diagnostic])).values()];
    const text = JSON.stringify(diagnostics);
    // A client shows an empty list as it shows none: nothing is said twice.
    if ((this.told.get(uri) ?? '') === text) return;
    this.told.set(uri, text);
    this.send({ uri, diagnostics });
  }
}
