/** What the server needs from the machine or the browser that it runs in. Everything is named by its URI. */
export interface Host {
  /** The bytes of a file; nothing if there is none, or if it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** The files that lie directly in a folder; none if it cannot be read. */
  list(folder: string): Promise<readonly string[]>;
  /** The folder of the library, for imports that begin with `library/`. */
  readonly library?: string;
  /** The folder of the pages of the findings, `<code>.md` below it. */
  readonly pages?: string;
}

/** What a client may say when it starts the server (`initializationOptions`). */
export interface ServerOptions {
  /** Folder of the library, as a URI; instead of the host's own. */
  readonly library?: string;
  /** Folder of the pages of the findings, as a URI; instead of the host's own. */
  readonly pages?: string;
  /** Folders in which the texts of sources are looked for too, as URIs. */
  readonly sources?: readonly string[];
  /** Milliseconds without a change after which promises are judged. */
  readonly judgeAfter?: number;
  /** The day that cases without a date are judged as of (2025-08-20). */
  readonly asOf?: string;
}
