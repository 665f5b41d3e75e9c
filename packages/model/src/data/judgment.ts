/** What is judged: scenarios, promises, arrangements, strengths, and what an author expects. */
import type { SetExpr } from './actors.js';
import type { Declared, Id, IsoDate, Place, Provenance, Rational, Statement } from './basics.js';
import type { Quantifier, Target } from './clauses.js';
import type { Decision } from './decisions.js';

/** An event of a scenario: who does what to whom. */
export interface ScenarioEvent {
  readonly event: Id;
  readonly by: SetExpr;
  readonly on: SetExpr;
  readonly region?: Id;
  readonly date?: IsoDate;
  readonly place: Place;
  readonly provenance?: Provenance;
}

export interface Scenario extends Declared {
  readonly events: readonly ScenarioEvent[];
  /** Attackers one after the other, instead of `events[0].by` all together: a family of scenarios, one an attacker. */
  readonly everyAttacker: boolean;
  /** Those who side with the attacker. */
  readonly siding: SetExpr;
  readonly requester?: SetExpr;
  readonly date?: IsoDate;
  /** Facts and steps that are settled. */
  readonly facts: ReadonlyMap<Id, boolean>;
  /** About "siding", "request" and "assumption". */
  readonly statements?: readonly Statement[];
}

/** What the protected party counts on. */
export type PromiseExpr =
  | { readonly kind: 'and' | 'or'; readonly of: readonly PromiseExpr[]; readonly place: Place }
  /** So many of a set do the act. Hostile actors are not counted, and nobody counts as acting towards itself. */
  | { readonly kind: 'act'; readonly quantifier: Quantifier; readonly who: SetExpr; readonly act: Id; readonly target: Target; readonly place: Place }
  | { readonly kind: 'decision'; readonly decision: Decision; readonly place: Place }
  /** No ban takes the act away from any of the set. */
  | { readonly kind: 'free-to'; readonly who: SetExpr; readonly act: Id; readonly target: Target; readonly place: Place }
  /** No limit on the attributes binds any of the set (below `upTo`, if given). */
  | { readonly kind: 'no-limit'; readonly who: SetExpr; readonly attributes: readonly Id[]; readonly upTo?: Rational; readonly place: Place };

export interface Promise_ extends Declared {
  /** Who counts on it and therefore always works for it; absent: the victims of the scenario. */
  readonly beneficiary?: SetExpr;
  readonly expr: PromiseExpr;
  /** Must be kept within so many days of the event. */
  readonly within?: Rational;
}

/** A text under judgment: instruments that stand together, and the options that are taken in it. */
export interface Arrangement extends Declared {
  readonly instruments: readonly Id[];
  readonly options: readonly Id[];
  /** Of two obligations for the same act, the one in the instrument of later date prevails. */
  readonly laterPrevails?: boolean;
  /** What is judged by default; empty: every promise, every scenario of the case. */
  readonly promises: readonly Id[];
  readonly scenarios: readonly Id[];
  /** Where there are several `judge` lines: what each of them asks for. */
  readonly judged?: readonly { readonly promises: readonly Id[]; readonly scenarios: readonly Id[] }[];
}

/** The strength of a promise, from best to worst. */
export type Strength = 'automatic' | 'collective' | 'captive' | 'hollow' | 'voluntary' | 'forbidden';

export type Expectation =
  | {
      readonly kind: 'promise';
      readonly promise: Id;
      readonly arrangement: Id;
      readonly scenario: Id;
      /** One attacker of a family (`scenario … any of …`), if the line names it. */
      readonly attacker?: Id;
      readonly options: readonly Id[];
      readonly strength: Strength;
      /** The second half: what may lawfully be done until it is owed. */
      readonly meanwhile?: 'voluntary' | 'forbidden';
      /** Hollow: the strength of the more general duty. */
      readonly general?: Strength;
      /** Each of these can stop it alone. */
      readonly because: readonly Id[];
      /** Longest time in days, exactly. */
      readonly within?: Rational;
      readonly defaults?: number;
      readonly place: Place;
    }
  /** The author has seen this finding and stands by it. */
  | { readonly kind: 'finding'; readonly code: string; readonly about: readonly Id[]; readonly place: Place };
