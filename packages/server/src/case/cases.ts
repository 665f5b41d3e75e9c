import type { Host, ServerOptions } from '../host.js';
import { Evidence } from './evidence.js';
import { hasHeader, homeOf } from './home.js';
import { CaseSession, type Told } from './session.js';
import { Texts } from './texts.js';

/** Milliseconds without a change after which promises are judged, unless the client says otherwise. */
const JUDGE_AFTER = 150;

/** The cases of the files that are open in the editor. */
export class Cases {
  readonly texts: Texts;
  readonly evidence: Evidence;
  private readonly sessions = new Map<string, CaseSession>();
  /** The case that each open file belongs to. */
  private readonly homes = new Map<string, Promise<CaseSession>>();
  private readonly headers = new Map<string, boolean>();

  /** `tell` hears of the findings of each case, and of nothing when a case is closed; `failed` of faults of our own. */
  constructor(private readonly host: Host, private readonly options: ServerOptions, private readonly tell: (session: CaseSession, told: Told | undefined) => void, private readonly failed: (error: unknown) => void) {
    this.texts = new Texts(host);
    this.evidence = new Evidence(host, options.sources ?? []);
  }

  /** A file was opened. */
  open(uri: string, text: string): void {
    this.texts.set(uri, text);
    this.headers.set(uri, hasHeader(text));
    this.regroup();
    this.touch(uri);
  }

  /** The text of an open file changed. */
  change(uri: string, text: string): void {
    this.texts.set(uri, text);
    const header = hasHeader(text);
    if (this.headers.get(uri) !== header) this.regroup();
    this.headers.set(uri, header);
    this.touch(uri);
  }

  close(uri: string): void {
    this.texts.close(uri);
    this.headers.delete(uri);
    this.regroup();
    this.touch(uri);
  }

  /** Files changed, came or went on disk. */
  changedOnDisk(uris: readonly string[]): void {
    for (const uri of uris) this.texts.forget(uri);
    this.evidence.forget();
    this.regroup();
    for (const session of this.sessions.values()) session.touch();
  }

  /** The case that an open file belongs to. */
  async of(uri: string): Promise<CaseSession | undefined> {
    const session = await this.homes.get(uri);
    if (session !== undefined) return session;
    return [...this.sessions.values()].find((each) => each.concerns(uri));
  }

  all(): readonly CaseSession[] {
    return [...this.sessions.values()];
  }

  private touch(uri: string): void {
    for (const session of this.sessions.values()) if (session.concerns(uri)) session.touch();
  }

  /** Which files form a case may have changed: every open file finds its case anew, and cases without open files are let go. */
  private regroup(): void {
    this.homes.clear();
    const open = this.texts.opened();
    const found = open.map((uri) => {
      const home = homeOf(uri, this.texts, this.host.library).then((own) => this.sessionOf(own));
      this.homes.set(uri, home);
      return home;
    });
    Promise.all(found).then((sessions) => {
      // Another grouping may have begun meanwhile; it will let go what it does not need.
      if (open.some((uri, i) => this.homes.get(uri) !== found[i]) || this.homes.size !== open.length) return;
      const kept = new Set(sessions);
      for (const [key, session] of this.sessions) {
        if (kept.has(session)) continue;
        this.sessions.delete(key);
        session.close();
        this.tell(session, undefined);
      }
    }).catch(this.failed);
  }

  private sessionOf(own: readonly string[]): CaseSession {
    const key = own.join('\n');
    let session = this.sessions.get(key);
    if (session === undefined) {
      const options = { judgeAfter: this.options.judgeAfter ?? JUDGE_AFTER, asOf: this.options.asOf, failed: this.failed };
      const made: CaseSession = new CaseSession(own, this.host, this.texts, this.evidence, options, (told) => this.tell(made, told));
      this.sessions.set(key, (session = made));
      made.touch();
    }
    return session;
  }
}
