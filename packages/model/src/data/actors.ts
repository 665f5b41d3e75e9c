/** Actors, sets of them, and what they act on. */
import type { Declared, Id, IsoDate, Measure, Place } from './basics.js';

/** A state or other party. Anonymous seats of a body are actors too (`seat` set: the group they fill and their number, from 1). */
export interface Actor extends Declared {
  readonly attributes: ReadonlyMap<string, Measure>;
  readonly seat?: { readonly group: Id; readonly index: number };
}

/** Roles that the event binds. `disputants` are attackers and victims; `hostile` the attackers and those siding with them;
 *  `others` every named actor (no anonymous seat) that is neither hostile nor a victim. `bearer` ("it") is the one whom the sentence binds: it
 *  stands in the conditions of a norm only, and is nobody elsewhere. */
export type Role = 'attacker' | 'victim' | 'requester' | 'disputants' | 'hostile' | 'others' | 'everyone' | 'bearer';

/** A set of actors. */
export type SetExpr =
  | { readonly kind: 'actor'; readonly id: Id; readonly place: Place }
  | { readonly kind: 'group'; readonly id: Id; readonly place: Place }
  /** The members of a body. */
  | { readonly kind: 'body'; readonly id: Id; readonly place: Place }
  | { readonly kind: 'role'; readonly role: Role; readonly place: Place }
  /** The parties of an instrument. */
  | { readonly kind: 'parties'; readonly instrument: Id; readonly place: Place }
  | { readonly kind: 'union'; readonly of: readonly SetExpr[]; readonly place: Place }
  | { readonly kind: 'intersection'; readonly of: readonly SetExpr[]; readonly place: Place }
  | { readonly kind: 'difference'; readonly from: SetExpr; readonly without: SetExpr; readonly place: Place }
  /** Membership over time: `until` is the last day. */
  | { readonly kind: 'during'; readonly set: SetExpr; readonly from?: IsoDate; readonly until?: IsoDate; readonly place: Place }
  /** A bracket: the set of the option taken; empty if none of the alternatives is. */
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<SetExpr>[]; readonly place: Place };

/** One alternative of a bracket and the option of an issue that selects it. */
export interface Alternative<T> {
  readonly option: Id;
  readonly value: T;
}

export interface Group extends Declared {
  readonly members: SetExpr;
  /** The instrument it is declared in, if any. */
  readonly instrument?: Id;
}

/** An act a state may do (`assist`). `parents` are the more general acts it is a kind of; the relation has no cycle. */
export interface Act extends Declared {
  readonly parents: readonly Id[];
}

/** A kind of event that a scenario may contain. `armed-attack` and `threat` always exist. */
export interface EventKind extends Declared {
  readonly parents: readonly Id[];
}

/** A territory; `parents` are the larger ones it lies in. */
export interface Region extends Declared {
  readonly parents: readonly Id[];
}

/** Something that is so or not (`fact`), or a step on the way to an agreement (`step`), taken or not. */
export interface Fact extends Declared {
  readonly kind: 'fact' | 'step';
}

/** A quantity that limits and attributes speak of (`personnel`, in persons). */
export interface Attribute extends Declared {
  readonly unit?: string;
}

/** An organisation or thing that acts may be aimed at (`join NATO`), where it is neither actor, group, body nor instrument. */
export interface Organisation extends Declared {
  readonly kind: 'organisation';
}
