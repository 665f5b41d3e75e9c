/**
 * Short constructors of case data, for random cases and for tests: places and provenances are filled in, tables made from lists.
 */
import type {
  Accession, Act, Action, Actor, Arrangement, Article, Attribute, Body, Case, Cond, Deadline, Decision, Deed, Ending, EventKind, Fact, Group, Id, Instrument, IsoDate,
  Issue, Matter, Norm, Option, Organisation, Place, Promise_, PromiseExpr, Provenance, Quantity, Region, Rule, Scenario, ScenarioEvent, SetExpr,
} from '../../model/src/case.js';
import { fraction, type Rational } from './rational.js';

/** The place of everything that was never written in a file. */
export const PLACE: Place = { file: 'built.casus', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };

/** The provenance of everything that nobody said. */
export const PROVENANCE: Provenance = { cites: [] };

const place = PLACE;
const provenance = PROVENANCE;

/** A declaration's common part; the name is the last part of the id. */
export function declared(id: Id): { id: Id; name: string; label: string; place: Place; provenance: Provenance } {
  const name = id.slice(id.lastIndexOf('.') + 1);
  return { id, name, label: name, place, provenance };
}

/** An actor with attributes; `seat` for an anonymous one. */
export function actor(id: Id, attributes: Readonly<Record<string, Rational | number>> = {}, seat?: Actor['seat']): Actor {
  const measures = Object.entries(attributes).map(([k, v]) => [k, { value: typeof v === 'number' ? fraction(v) : v }] as const);
  return { ...declared(id), attributes: new Map(measures), ...(seat === undefined ? {} : { seat }) };
}

/** The set of one actor. */
export function one(id: Id): SetExpr {
  return { kind: 'actor', id, place };
}

/** The set of several actors. */
export function set(...ids: Id[]): SetExpr {
  return { kind: 'union', of: ids.map(one), place };
}

/** The actors in a role. */
export function role(name: Extract<SetExpr, { kind: 'role' }>['role']): SetExpr {
  return { kind: 'role', role: name, place };
}

/** A number. */
export function number(value: Rational | number): Quantity {
  return { kind: 'number', value: typeof value === 'number' ? fraction(value) : value, place };
}

/** So many days. */
export function days(value: Rational | number): Deadline {
  const exact = typeof value === 'number' ? fraction(value) : value;
  return { kind: 'days', days: exact, text: `${String(exact.num)}/${String(exact.den)} days`, place };
}

/** The condition that is always met. */
export const ALWAYS: Cond = { kind: 'true', place };

/** A decision by a set, with a rule of its own. */
export function decision(voters: SetExpr, rule: Rule | undefined, more: Partial<Decision> = {}): Decision {
  return { voters, ...(rule === undefined ? {} : { rule }), ballots: 'vote', deadline: { kind: 'none' }, place, ...more };
}

/** That a decision is taken. */
export function decided(d: Decision): Cond {
  return { kind: 'decided', decision: d, place };
}

/** That an armed attack on somebody happens. */
export function attackOn(on: SetExpr): Cond {
  return { kind: 'event', event: 'armed-attack', on, place };
}

/** What a norm says besides its modality, bearer and action. */
export type NormParts = Partial<Omit<Norm, 'id' | 'instrument' | 'modality' | 'bearer' | 'action'>>;

/** A norm of an instrument; `when` is always met and everything else empty unless given. The number counts from 1 in the instrument. */
export function norm(instrument: Id, index: number, modality: Norm['modality'], bearer: SetExpr, action: Action, parts: NormParts = {}): Norm {
  const article = parts.article ?? `${instrument}.art1`;
  return {
    id: `${article}#${index}`, instrument, article, modality, bearer, action, distribution: 'each', when: ALWAYS, unless: [], options: [],
    deadline: { kind: 'none' }, discretion: 'none', means: [], subjectTo: [], notwithstanding: [], withoutPrejudice: [], place, provenance, ...parts,
  };
}

/** The act, at an actor or thing, in a role, or at nothing. */
export function to(act: Id, target?: Id): Action {
  return { kind: 'act', act, target: target === undefined ? { kind: 'none' } : { kind: 'thing', id: target } };
}

/** An instrument with its norms; its articles are those that the norms stand in. */
export function instrument(id: Id, norms: readonly Norm[], more: Partial<Instrument> = {}): Instrument {
  const ids = [...new Set(norms.map(n => n.article))];
  const articles = ids.map((a, i): Article => ({ ...declared(a), instrument: id, number: String(i + 1) }));
  return {
    ...declared(id), kind: 'treaty', political: false, articles, norms, silences: [], ends: [], suspensions: [], signatures: [], ratifications: [], reservations: [],
    accessions: [], notices: [], prevailsOver: [], yieldsTo: [], ...more,
  };
}

/** A deed of some, recorded under a day if one is given. */
export function deed(who: SetExpr, on?: IsoDate): Deed {
  return { who, ...(on === undefined ? {} : { on }), place, provenance };
}

/** A condition and who says so, as entry into force, renewal, ends and suspensions have it. */
export function ending(when: Cond, options: readonly Id[] = []): Ending {
  return { when, options, place, provenance };
}

/** A set that accedes once a condition is met. */
export function accession(who: SetExpr, when: Cond): Accession {
  return { who, when, place, provenance };
}

/** An issue with options named after it. */
export function issue(id: Id, options: readonly string[], kind: Issue['kind'] = 'negotiation'): Issue {
  return { ...declared(id), kind, options: options.map((o): Option => ({ ...declared(`${id}.${o}`), issue: id, heldBy: [] })) };
}

/** An event of a scenario. */
export function event(by: SetExpr, on: SetExpr, more: Partial<ScenarioEvent> = {}): ScenarioEvent {
  return { event: 'armed-attack', by, on, place, ...more };
}

/** A scenario of some events. */
export function scenario(id: Id, events: readonly ScenarioEvent[], more: Partial<Scenario> = {}): Scenario {
  return { ...declared(id), events, everyAttacker: false, siding: { kind: 'union', of: [], place }, facts: new Map(), ...more };
}

/** A promise. */
export function promise(id: Id, expr: PromiseExpr, more: Partial<Promise_> = {}): Promise_ {
  return { ...declared(id), expr, ...more };
}

/** The promise that at least so many of a set do the act. */
export function atLeast(count: number, who: SetExpr, act: Id, target?: Id): PromiseExpr {
  return { kind: 'act', quantifier: { kind: 'at-least', count }, who, act, target: target === undefined ? { kind: 'none' } : { kind: 'thing', id: target }, place };
}

/** The lists that make up a case; everything that is absent is empty. */
export interface Parts {
  readonly actors: readonly Actor[];
  readonly groups?: readonly Group[];
  readonly bodies?: readonly Body[];
  /** Acts as [id, parents…]. */
  readonly acts?: readonly (readonly [Id, ...Id[]])[];
  /** Kinds of events besides `armed-attack` and `threat`, as [id, parents…]. */
  readonly events?: readonly (readonly [Id, ...Id[]])[];
  readonly regions?: readonly (readonly [Id, ...Id[]])[];
  readonly facts?: readonly Fact[];
  readonly attributes?: readonly Attribute[];
  readonly organisations?: readonly Organisation[];
  readonly instruments: readonly Instrument[];
  readonly issues?: readonly Issue[];
  readonly scenarios: readonly Scenario[];
  readonly promises: readonly Promise_[];
  /** Absent: one, `All`, of all instruments. */
  readonly arrangements?: readonly Arrangement[];
}

function table<T extends { readonly id: Id }>(list: readonly T[] | undefined): Map<Id, T> {
  return new Map((list ?? []).map(x => [x.id, x]));
}

function tree(list: readonly (readonly [Id, ...Id[]])[] | undefined): (Act & EventKind & Region)[] {
  return (list ?? []).map(([id, ...parents]) => ({ ...declared(id), parents }));
}

/** A body with its members; rules, recusals and quorum as given. */
export function body(id: Id, members: SetExpr, more: Partial<Body> & { readonly matterNames?: readonly string[] } = {}): Body {
  const { matterNames = [], ...rest } = more;
  const matters = matterNames.map((m): Matter => ({ ...declared(`${id}.${m}`), body: id }));
  return { ...declared(id), members, matters, rules: [], recusals: [], ...rest };
}

/** The case of its parts. */
export function caseOf(parts: Parts): Case {
  const issues = parts.issues ?? [];
  const arrangement: Arrangement = { ...declared('All'), instruments: parts.instruments.map(i => i.id), options: [], promises: [], scenarios: [] };
  return {
    title: 'built', files: [], actors: table(parts.actors), groups: table(parts.groups), bodies: table(parts.bodies), acts: table(tree(parts.acts)),
    events: table(tree([['armed-attack'], ['threat'], ...(parts.events ?? [])])), regions: table(tree(parts.regions)), facts: table(parts.facts),
    attributes: table(parts.attributes), organisations: table(parts.organisations), instruments: table(parts.instruments), issues: table(issues),
    options: table(issues.flatMap(i => i.options)), scenarios: table(parts.scenarios), promises: table(parts.promises),
    arrangements: table(parts.arrangements ?? [arrangement]), sources: new Map(), disputes: [], positions: [], negotiations: new Map(), amendments: new Map(), expectations: [],
  };
}
