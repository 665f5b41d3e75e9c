/** What the worker of the agreement engine is asked, and what it answers. */
import type { Agreement, AgreeOptions, NoUndominated, Robustness, Timeline, Undominated } from '@casus/agreement';
import type { Case } from '@casus/model';
import type { EnumerationState, Found, GroupProblem } from '@casus/solver';

/** What can be sent to a worker: functions cannot. */
export type Sent<T> = Omit<T, 'stopped' | 'enough' | 'onFound'>;

/** A long task. */
export type Task =
  | {
      readonly kind: 'agree';
      readonly case: Case;
      readonly options: Sent<AgreeOptions>;
      /** Of an earlier run: refused unless its digest is that of the demands. */
      readonly saved?: SavedState;
      readonly robust: boolean;
    }
  | { readonly kind: 'timeline'; readonly case: Case; readonly options: Sent<Omit<AgreeOptions, 'asOf' | 'state'>> }
  | { readonly kind: 'groups'; readonly problem: GroupProblem; readonly order: 'any' | 'smallest'; readonly limit?: number; readonly saved?: SavedState };

/** Where a listing stood, and of what. */
export interface SavedState {
  /** SHA-256 of the demands as clauses, hex. */
  readonly digest: string;
  readonly state: EnumerationState;
}

/** How a listing ended early. */
export type Ended = 'seconds' | 'interrupted' | 'limit' | 'unknown';

/** What a task found. */
export interface Answers {
  readonly agree: { readonly agreement: Agreement; readonly saved: SavedState; readonly undominated: Undominated | NoUndominated | undefined; readonly robustness?: Robustness };
  readonly timeline: { readonly timeline: Timeline };
  readonly groups: { readonly size: number; readonly complete: boolean; readonly detail?: string; readonly saved: SavedState };
}

/** An answer, with how it ended; or that the state was made for other demands. */
export type Answer<K extends Task['kind']> = { readonly fits: true; readonly ended?: Ended; readonly value: Answers[K] } | { readonly fits: false };

/** What the worker sends. */
export type Message =
  /** From here on it can be stopped with what was found so far. */
  | { readonly kind: 'searching' }
  | { readonly kind: 'progress'; readonly conflicts: number; readonly concessions: number }
  | { readonly kind: 'found'; readonly sets: readonly Found[] }
  | { readonly kind: 'answer'; readonly answer: Answer<Task['kind']> }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };

/** What the worker is started with. */
export interface WorkerData {
  readonly task: Task;
  /** Above zero: stop. */
  readonly flag: SharedArrayBuffer;
  /** Listing ends after so many seconds. */
  readonly seconds?: number;
}
