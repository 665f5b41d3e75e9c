import type { Host } from '../host.js';

/** The texts of files: what an editor holds open comes before what lies on disk. */
export class Texts {
  private readonly open = new Map<string, string>();
  private readonly read = new Map<string, string | undefined>();
  private readonly folders = new Map<string, readonly string[]>();

  constructor(private readonly host: Pick<Host, 'read' | 'list'>) {}

  /** The editor holds a file with this text. */
  set(uri: string, text: string): void {
    this.open.set(uri, text);
  }

  /** The editor lets a file go: what lies on disk counts again. */
  close(uri: string): void {
    this.open.delete(uri);
    this.forget(uri);
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri);
  }

  opened(): readonly string[] {
    return [...this.open.keys()];
  }

  /** Something changed on disk. */
  forget(uri: string): void {
    this.read.delete(uri);
    this.folders.clear();
  }

  /** Whether the text is at hand, or known not to exist. */
  isKnown(uri: string): boolean {
    return this.open.has(uri) || this.read.has(uri);
  }

  /** The text, if it is at hand. */
  get(uri: string): string | undefined {
    return this.open.get(uri) ?? this.read.get(uri);
  }

  /** Fetches a text. */
  async load(uri: string): Promise<string | undefined> {
    if (!this.isKnown(uri)) {
      const bytes = await this.host.read(uri);
      this.read.set(uri, bytes === undefined ? undefined : new TextDecoder().decode(bytes));
    }
    return this.get(uri);
  }

  /** The files in a folder: those on disk and those that are only open yet. */
  async list(folder: string): Promise<readonly string[]> {
    let listed = this.folders.get(folder);
    if (listed === undefined) this.folders.set(folder, (listed = await this.host.list(folder)));
    return listed;
  }
}
