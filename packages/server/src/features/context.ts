import type { CaseSession, Judged, Read } from '../case/session.js';
import type { Host } from '../host.js';
import type { Lines } from '../ranges.js';

/** What a request about a file is answered from. */
export interface FileContext {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly read: Read;
  /** The case as it was judged last, perhaps before the latest changes. */
  readonly judged: Judged | undefined;
  readonly session: CaseSession;
  readonly host: Host;
}
