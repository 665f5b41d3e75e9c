import type { CheckResult, StoryStep } from '@casus/analysis';
import type { EvidenceReport } from '@casus/dossier';
import { namesOf, type NameIndex, type ParsedTexts, type TextFile } from '@casus/language';
import type { Case, Finding, Outcome } from '@casus/model';
import type { Host } from '../host.js';
import { importCandidates, ENDING, nameOf } from '../uris.js';
import { Engine, beyondForm } from './engine.js';
import type { Evidence } from './evidence.js';
import { Moved, movedFindings } from './moved.js';
import { storyOf, withStory, type Stories } from './stories.js';
import type { Texts } from './texts.js';

/** A case as it was read: what requests about names and places are answered from. */
export interface Read extends Outcome<Case> {
  /** Names with their places; worked out when first asked for. */
  readonly names: NameIndex;
  /** Texts of all files, by URI. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A case as it was judged last. */
export interface Judged extends CheckResult {
  readonly read: Read;
  readonly evidence: EvidenceReport;
}

/** What a session tells while it works. */
export interface Told {
  /** Findings for all files of the case. */
  readonly findings: readonly Finding[];
  readonly read: Read;
  /** Absent until the promises are judged. */
  readonly judged?: Judged;
  /** Absent until the stories of the findings are worked out. */
  readonly stories?: Stories;
}

/** How a case is worked on. */
export interface SessionOptions {
  /** Milliseconds without a change after which promises are judged. */
  readonly judgeAfter: number;
  readonly asOf?: string | undefined;
  /** Hears of faults of our own: the case is left as it was, and the next change tries again. */
  readonly failed: (error: unknown) => void;
}

/** One case that is open in the editor: it is read again after each change, and judged again when the changes pause. */
export class CaseSession {
  private generation = 0;
  private engine: Engine | undefined;
  private readonly parsed: ParsedTexts = new Map();
  private reading: { readonly generation: number; readonly read: Promise<Read> } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly missing = new Set<string>();
  /** The case as it was judged last, perhaps before the latest changes. */
  judged: Judged | undefined;
  /** Files that the case is made of, its own and those that it imports, as far as they are known. */
  files: ReadonlySet<string>;

  /** `own`: the case's own files. `tell` hears of the findings after each change, again when the promises are judged, and again with the stories. */
  constructor(
    readonly own: readonly string[], private readonly host: Host, private readonly texts: Texts, private readonly evidence: Evidence,
    private readonly options: SessionOptions, private readonly tell: (told: Told) => void,
  ) {
    this.files = new Set(own);
  }

  private importable: readonly string[] = [];

  /** Paths of the library that an import may name. */
  library(): readonly string[] {
    return this.importable;
  }

  /** Whether a file is part of the case, or would be if it existed. */
  concerns(uri: string): boolean {
    return this.files.has(uri) || this.missing.has(uri);
  }

  /** Something changed: what was under way is given up, and the case is read and judged anew. */
  touch(): void {
    this.generation++;
    clearTimeout(this.timer);
    if (this.closed) return;
    const { generation } = this;
    // After the other messages that are waiting, so that a burst of changes is read once.
    this.timer = setTimeout(() => this.attempt(this.work(generation)), 0);
  }

  close(): void {
    this.closed = true;
    this.touch();
  }

  /** The case as it stands now. */
  read(): Promise<Read> {
    if (this.reading?.generation !== this.generation) this.reading = { generation: this.generation, read: this.readNow() };
    return this.reading.read;
  }

  /** How many verdicts were really judged so far. */
  get judgments(): number {
    return this.engine?.judged ?? 0;
  }

  /** No fault may end the server: what the author writes next may well be understood. */
  private attempt(work: Promise<void>): void {
    work.catch((error: unknown) => this.options.failed(error));
  }

  private async work(generation: number): Promise<void> {
    const read = await this.read();
    if (generation !== this.generation) return;
    this.tell({ findings: [...read.findings, ...this.stale(read)], read });
    this.timer = setTimeout(() => this.attempt(this.judge(generation, read)), this.options.judgeAfter);
  }

  /** What was found before the promises are judged again, where it would stand now. */
  private stale(read: Read): readonly Finding[] {
    if (this.judged === undefined) return [];
    const moves = new Map<string, Moved>();
    for (const [uri, before] of this.judged.read.texts) {
      const after = read.texts.get(uri);
      if (after !== undefined && after !== before) moves.set(uri, new Moved(before, after));
    }
    return movedFindings(beyondForm(this.judged.findings), moves);
  }

  private async judge(generation: number, read: Read): Promise<void> {
    const evidence = await this.evidence.of(read.value, this.own);
    const given = (): boolean => generation !== this.generation;
    if (given()) return;
    const pause = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return given();
    };
    const result = await this.engine?.result(read, evidence, pause);
    if (result === undefined || given()) return;
    this.told(read, evidence, result);
    const again = await this.engine?.resultWithPositions(read, evidence, pause);
    if (given()) return;
    const { findings, verdicts } = again ?? result;
    const judged = again === undefined ? this.judged! : this.told(read, evidence, again);
    const stories = new Map<Finding, readonly StoryStep[]>();
    for (const finding of withStory(findings)) {
      if (await pause()) return;
      stories.set(finding, storyOf(read.value, verdicts, finding));
    }
    if (stories.size > 0) this.tell({ findings, read, judged, stories });
  }

  private told(read: Read, evidence: EvidenceReport, result: CheckResult): Judged {
    const judged: Judged = (this.judged = { ...result, read, evidence });
    this.tell({ findings: result.findings, read, judged });
    return judged;
  }

  /** Reads the case; texts that are missing are fetched, and it is read again until none is. */
  private async readNow(): Promise<Read> {
    await this.listLibrary();
    await Promise.all(this.own.map((uri) => this.texts.load(uri)));
    const engine = (this.engine ??= new Engine((path, from) => this.find(path, from), this.importable, this.options.asOf));
    for (const uri of this.own) {
      const text = this.texts.get(uri);
      if (text === undefined) engine.remove(uri);
      else engine.update(uri, text);
    }
    for (;;) {
      const wanted = new Set<string>();
      this.asked = wanted;
      const outcome = engine.outcome();
      const unknown = [...wanted].filter((uri) => !this.texts.isKnown(uri));
      if (unknown.length === 0) return this.finished(outcome, wanted, engine.own());
      await Promise.all(unknown.map((uri) => this.texts.load(uri)));
    }
  }

  private asked = new Set<string>();

  private finished(outcome: Outcome<Case>, wanted: ReadonlySet<string>, own: readonly TextFile[]): Read {
    const { value, findings } = outcome;
    const texts = new Map(value.files.map(({ path, text }) => [path, text]));
    this.files = new Set([...this.own, ...texts.keys()]);
    this.missing.clear();
    for (const uri of wanted) if (this.texts.get(uri) === undefined) this.missing.add(uri);
    const { parsed } = this;
    const byPath = new Map(value.files.map((file) => [file.path, file]));
    let names: NameIndex | undefined;
    // The texts that were read, even if others have come since.
    const again = (path: string, from: string): TextFile | undefined => {
      for (const uri of importCandidates(path, from, this.host.library)) if (byPath.has(uri)) return byPath.get(uri);
      return undefined;
    };
    return {
      value, findings, texts,
      get names() {
        return (names ??= namesOf(own, again, parsed));
      },
    };
  }

  private find(path: string, from: string): TextFile | undefined {
    for (const uri of importCandidates(path, from, this.host.library)) {
      this.asked.add(uri);
      const text = this.texts.get(uri);
      if (text !== undefined) return { path: uri, text };
    }
    return undefined;
  }

  private async listLibrary(): Promise<void> {
    if (this.host.library === undefined || this.importable.length > 0) return;
    const files = await this.texts.list(this.host.library);
    this.importable = files.filter((uri) => uri.endsWith(ENDING)).map((uri) => `library/${nameOf(uri).slice(0, -ENDING.length)}`);
  }
}
