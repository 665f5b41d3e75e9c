/**
 * The case: what an author wrote, as plain immutable data. It knows nothing of the grammar that it was read from, and
 * every node keeps its place in the text and the provenance of its sentence. All names are resolved: an `Id` is the
 * full name of a declaration (`Russia`, `Istanbul.Guarantors`, `decision.unanimity`) and exists in the table it points to.
 */
import type { Act, Actor, Attribute, EventKind, Fact, Group, Organisation, Region } from './data/actors.js';
import type { Id } from './data/basics.js';
import type { Body } from './data/decisions.js';
import type { Instrument, Issue, Option } from './data/instruments.js';
import type { Arrangement, Expectation, Promise_, Scenario } from './data/judgment.js';
import type { Amendment, Dispute, Negotiation, PositionLine, Source } from './data/record.js';

export type * from './data/basics.js';
export type * from './data/actors.js';
export type * from './data/decisions.js';
export type * from './data/clauses.js';
export type * from './data/instruments.js';
export type * from './data/judgment.js';
export type * from './data/record.js';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** True for the bundled library and anything else imported: findings of form are shown, verdicts are not asked for. */
  readonly imported: boolean;
}

/** Everything that an author wrote, resolved. Tables keep the order of the text, imports first. */
export interface Case {
  readonly title: string;
  readonly files: readonly SourceFile[];
  readonly actors: ReadonlyMap<Id, Actor>;
  readonly groups: ReadonlyMap<Id, Group>;
  readonly bodies: ReadonlyMap<Id, Body>;
  readonly acts: ReadonlyMap<Id, Act>;
  readonly events: ReadonlyMap<Id, EventKind>;
  readonly regions: ReadonlyMap<Id, Region>;
  readonly facts: ReadonlyMap<Id, Fact>;
  readonly attributes: ReadonlyMap<Id, Attribute>;
  readonly organisations: ReadonlyMap<Id, Organisation>;
  readonly instruments: ReadonlyMap<Id, Instrument>;
  readonly issues: ReadonlyMap<Id, Issue>;
  /** Every option of every issue, by full name (`decision.unanimity`). */
  readonly options: ReadonlyMap<Id, Option>;
  readonly scenarios: ReadonlyMap<Id, Scenario>;
  readonly promises: ReadonlyMap<Id, Promise_>;
  readonly arrangements: ReadonlyMap<Id, Arrangement>;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly disputes: readonly Dispute[];
  readonly positions: readonly PositionLine[];
  readonly negotiations: ReadonlyMap<Id, Negotiation>;
  /** Changes that the author declares, for `casus repair`; no verdict knows of them. */
  readonly amendments: ReadonlyMap<Id, Amendment>;
  readonly expectations: readonly Expectation[];
}
