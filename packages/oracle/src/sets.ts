/**
 * Sets, brackets, quantities and deadlines under a text and a scenario (docs/meaning.md, sections 1, 2 and 4).
 */
import type { Alternative, Deadline, Id, IsoDate, Quantity, Role, SetExpr } from '../../model/src/case.js';
import { fraction, type Rational } from './rational.js';
import { daysBetween, type Time } from './time.js';
import type { World } from './world.js';

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
export function roleMembers(world: World, role: Role): ReadonlySet<Id> {
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
  }
}

function named(world: World): Id[] {
  return [...world.case_.actors.values()].filter(a => a.seat === undefined).map(a => a.id);
}

function isDuring(date: IsoDate | undefined, from: IsoDate | undefined, until: IsoDate | undefined): boolean {
  if (date === undefined) return until === undefined;
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

const known = new WeakMap<World, Map<SetExpr, ReadonlySet<Id>>>();

/** The actors in a set. The parties of an instrument that names none are the empty set. */
export function members(world: World, set: SetExpr): ReadonlySet<Id> {
  let table = known.get(world);
  if (table === undefined) known.set(world, (table = new Map()));
  let found = table.get(set);
  if (found === undefined) table.set(set, (found = evaluate(world, set)));
  return found;
}

function evaluate(world: World, set: SetExpr): ReadonlySet<Id> {
  const { case_ } = world;
  const none = new Set<Id>();
  switch (set.kind) {
    case 'actor':
      return new Set([set.id]);
    case 'group': {
      const group = case_.groups.get(set.id);
      return group === undefined ? none : members(world, group.members);
    }
    case 'body': {
      const body = case_.bodies.get(set.id);
      return body === undefined ? none : members(world, body.members);
    }
    case 'role':
      return roleMembers(world, set.role);
    case 'parties': {
      const parties = case_.instruments.get(set.instrument)?.parties;
      return parties === undefined ? none : members(world, parties);
    }
    case 'union':
      return new Set(set.of.flatMap(s => [...members(world, s)]));
    case 'intersection': {
      const [first, ...rest] = set.of.map(s => members(world, s));
      return new Set([...(first ?? none)].filter(a => rest.every(s => s.has(a))));
    }
    case 'difference': {
      const without = members(world, set.without);
      return new Set([...members(world, set.from)].filter(a => !without.has(a)));
    }
    case 'during':
      return isDuring(world.date, set.from, set.until) ? members(world, set.set) : none;
    case 'choice': {
      if (world.anyText) return new Set(set.alternatives.flatMap(a => [...members(world, a.value)]));
      const value = chosen(world, set.alternatives);
      return value === undefined ? none : members(world, value);
    }
  }
}

/** The number of a quantity: `absent` if no alternative is taken, `open` if it is still to be agreed within a range. */
export function numberOf(world: World, quantity: Quantity): Rational | 'absent' | 'open' {
  switch (quantity.kind) {
    case 'number':
      return quantity.value;
    case 'range':
      return 'open';
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
