import type { Host, ServerOptions } from '../host.js';
import { Evidence } from './evidence.js';
import { hasTitle, homeOf } from './home.js';
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
  private readonly titles = new Map<string, boolean>();

  /** `tell` hears of the findings of each case, and of nothing when a case is closed; `failed` of faults of our own. */
  constructor(private readonly host: Host, private readonly options: ServerOptions, private readonly tell: (session: CaseSession, told: Told | undefined) => void, private readonly failed: (error: unknown) => void) {
    this.texts = new Texts(host);
    this.evidence = new Evidence(host, options.sources ?? []);
  }

  /** A file was opened. */
  open(uri: string, text: string): void {
    this.texts.set(uri, text);
    this.regroup(uri, hasTitle(text));
    this.touch(uri);
  }

  /** The text of an open file changed. */
  change(uri: string, text: string): void {
    this.texts.set(uri, text);
    // A title that goes while it is being changed will soon be back: only when the file is saved without one is it gone.
    if (this.titles.get(uri) === false && hasTitle(text)) this.regroup(uri, true);
    this.touch(uri);
  }

  /** An open file was saved. */
  saved(uri: string): void {
    const title = hasTitle(this.texts.get(uri) ?? '');
    if (this.titles.get(uri) !== title) this.regroup(uri, title);
  }

  close(uri: string): void {
    this.texts.close(uri);
    this.titles.delete(uri);
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
  private regroup(uri?: string, title = false): void {
    if (uri !== undefined) this.titles.set(uri, title);
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
