/**
 * Sets, brackets, quantities and deadlines under a text and a scenario (docs/meaning.md, sections 1, 2 and 4).
 */
import type { Accession, Alternative, Deadline, Id, Instrument, IsoDate, Quantity, Role, SetExpr } from '../../model/src/case.js';
import { fraction, type Rational } from './rational.js';
import { daysBetween, type Time } from './time.js';
import type { World } from './world.js';

/** What a set is evaluated under, besides the world. */
export interface Scope {
  readonly world: World;
  /** The actor for whom a norm is evaluated; absent outside the conditions of norms. */
  readonly bearer: Id | undefined;
  /** As if nobody had given notice: for articles that survive withdrawal. */
  readonly staying: boolean;
  /** The same scope where nobody is the bearer. */
  readonly outside: Scope;
  /** Whether the condition of an accession is met. */
  accedes(accession: Accession): boolean;
  /** Remembers the sets that were found here. */
  readonly sets: Map<SetExpr, ReadonlySet<Id>>;
}

/** The scope of sets that are fixed before the text is chosen: brackets stand for all of their alternatives, and every accession counts. */
export function fixed(world: World): Scope {
  return {
    world: { ...world, anyText: true }, bearer: undefined, staying: false, accedes: () => true, sets: new Map(),
    get outside(): Scope {
      return this;
    },
  };
}

/** Whether an option is taken in the text. */
export function taken(world: World, option: Id): boolean {
  const issue = world.case_.options.get(option)?.issue;
  return issue !== undefined && world.options.get(issue) === option;
}

/** The alternative of a bracket whose option is taken; undefined if none is. The first, should several name the same option. */
export function chosen<T>(world: World, alternatives: readonly Alternative<T>[]): T | undefined {
  return alternatives.find(a => taken(world, a.option))?.value;
}

/** The actors in a role. */
export function roleMembers(scope: Scope, role: Role): ReadonlySet<Id> {
  const { world } = scope;
  switch (role) {
    case 'attacker':
      return world.attackers;
    case 'victim':
      return world.victims;
    case 'requester':
      return world.requester;
    case 'disputants':
      return new Set([...world.attackers, ...world.victims]);
    case 'hostile':
      return world.hostile;
    case 'others':
      return new Set(named(world).filter(a => !world.hostile.has(a) && !world.victims.has(a)));
    case 'everyone':
      return new Set(named(world));
    case 'bearer':
      return new Set(scope.bearer === undefined ? [] : [scope.bearer]);
  }
}

function named(world: World): Id[] {
  return [...world.case_.actors.values()].filter(a => a.seat === undefined).map(a => a.id);
}

function isDuring(date: IsoDate | undefined, from: IsoDate | undefined, until: IsoDate | undefined): boolean {
  if (date === undefined) return until === undefined;
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

/** Whether a day has come, or cannot be compared: no day is named, or the judgment has no date. */
export function hasCome(world: World, day: IsoDate | undefined): boolean {
  return day === undefined || world.date === undefined || day <= world.date;
}

/** Those who left an instrument by a notice that has taken effect; nobody where no notice counts. */
export function leavers(scope: Scope, instrument: Instrument): ReadonlySet<Id> {
  const effective = scope.staying ? [] : instrument.notices.filter(n => hasCome(scope.world, n.leaves));
  return new Set(effective.flatMap(n => [...members(scope.outside, n.who)]));
}

/** The members of an instrument's set of parties and those who acceded by a condition, whether they left or not. */
export function joined(scope: Scope, instrument: Instrument): ReadonlySet<Id> {
  const original = instrument.parties === undefined ? [] : [...members(scope.outside, instrument.parties)];
  return new Set([...original, ...instrument.accessions.filter(a => scope.accedes(a)).flatMap(a => [...members(scope.outside, a.who)])]);
}

/** The actors in a set. The parties of an instrument that names none are those who acceded to it. */
export function members(scope: Scope, set: SetExpr): ReadonlySet<Id> {
  let found = scope.sets.get(set);
  if (found === undefined) scope.sets.set(set, (found = evaluate(scope, set)));
  return found;
}

function evaluate(scope: Scope, set: SetExpr): ReadonlySet<Id> {
  const { case_ } = scope.world;
  const none = new Set<Id>();
  switch (set.kind) {
    case 'actor':
      return new Set([set.id]);
    case 'group': {
      const group = case_.groups.get(set.id);
      return group === undefined ? none : members(scope.outside, group.members);
    }
    case 'body': {
      const body = case_.bodies.get(set.id);
      return body === undefined ? none : members(scope.outside, body.members);
    }
    case 'role':
      return roleMembers(scope, set.role);
    case 'parties': {
      const instrument = case_.instruments.get(set.instrument);
      return instrument === undefined ? none : minus(joined(scope, instrument), leavers(scope, instrument));
    }
    case 'union':
      return new Set(set.of.flatMap(s => [...members(scope, s)]));
    case 'intersection': {
      const [first, ...rest] = set.of.map(s => members(scope, s));
      return new Set([...(first ?? none)].filter(a => rest.every(s => s.has(a))));
    }
    case 'difference':
      return minus(members(scope, set.from), members(scope, set.without));
    case 'during':
      return isDuring(scope.world.date, set.from, set.until) ? members(scope, set.set) : none;
    case 'choice': {
      if (scope.world.anyText) return new Set(set.alternatives.flatMap(a => [...members(scope, a.value)]));
      const value = chosen(scope.world, set.alternatives);
      return value === undefined ? none : members(scope, value);
    }
  }
}

/** The actors of the first set that are not in the second. */
export function minus(from: ReadonlySet<Id>, without: ReadonlySet<Id>): ReadonlySet<Id> {
  return new Set([...from].filter(a => !without.has(a)));
}

/** The number of a quantity: `absent` if no alternative is taken, `open` if it is still to be agreed within a range. A bearer's own figure is none here. */
export function numberOf(world: World, quantity: Quantity): Rational | 'absent' | 'open' {
  switch (quantity.kind) {
    case 'number':
      return quantity.value;
    case 'range':
      return 'open';
    case 'own':
      return 'absent';
    case 'choice': {
      const value = chosen(world, quantity.alternatives);
      return value === undefined ? 'absent' : numberOf(world, value);
    }
  }
}

/** The span of a deadline. */
export function spanOf(world: World, deadline: Deadline): Time {
  switch (deadline.kind) {
    case 'none':
      return 'none';
    case 'days':
      return deadline.days;
    case 'indeterminate':
      return 'indeterminate';
    case 'date':
      return world.date === undefined ? 'indeterminate' : fraction(daysBetween(world.date, deadline.date));
    case 'choice': {
      const value = chosen(world, deadline.alternatives);
      return value === undefined ? 'none' : spanOf(world, value);
    }
  }
}
