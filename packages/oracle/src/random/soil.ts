/**
 * What a random case grows from: its names, its issues, and the few votes that its clauses refer to.
 */
import type { Alternative, Deadline, Decision, Id, Issue, Quantity, SetExpr, Target } from '../../../model/src/case.js';
import { days, number, PLACE } from '../build.js';
import { fraction } from '../rational.js';
import type { Dice } from './dice.js';

const place = PLACE;

/** An act that somebody counts on. */
export interface Wanted {
  readonly who: SetExpr;
  readonly act: Id;
  readonly target: Target;
}

/** Those on whose freedom from limits somebody counts. */
export interface Freed {
  readonly who: SetExpr;
  readonly attributes: readonly Id[];
}

/** The names of a case under construction. Rows are filled in the order in which later ones may refer to earlier ones. */
export interface Soil {
  readonly dice: Dice;
  /** Named actors and anonymous seats. */
  readonly named: Id[];
  readonly seats: Id[];
  readonly groups: Id[];
  readonly bodies: Id[];
  readonly instruments: Id[];
  /** Instruments whose parties are written. */
  readonly withParties: Id[];
  readonly issues: Issue[];
  readonly facts: Id[];
  /** What promises speak of: norms mostly speak of the same. */
  readonly wanted: Wanted[];
  /** Whose freedom from limits promises speak of. */
  readonly freed: Freed[];
  /** Two instruments, the first with a duty to do what is promised, the second with a ban of it. */
  readonly rivals: boolean;
  /** The votes of the case; clauses refer to them, so that there are few ballots. */
  readonly votes: Decision[];
  /** Inside the conditions of a norm, where `bearer` is somebody. */
  readonly inNorm?: boolean;
}

/** The separate trees of acts: conditions in a norm about a tree ask only about later trees, so that no definition runs in a circle. */
export const ACT_TREES: readonly (readonly (readonly [Id, ...Id[]])[])[] = [
  [['help'], ['assist', 'help'], ['supply', 'help'], ['use-force', 'assist'], ['airlift', 'assist', 'supply']],
  [['consult'], ['meet', 'consult']],
  [['report']],
];

/** Attributes that actors have, and that limits speak of. */
export const ATTRIBUTES = ['population', 'forces'] as const;

/** Kinds of events, general ones first. */
export const EVENTS: readonly (readonly [Id, ...Id[]])[] = [['incursion', 'armed-attack'], ['sabotage', 'threat']];

/** Regions, larger ones first. */
export const REGIONS: readonly (readonly [Id, ...Id[]])[] = [['Continent'], ['East', 'Continent'], ['Border', 'East'], ['Overseas']];

/** A thing that acts may be aimed at and that is no actor. */
export const ORGANISATION = 'League';

/** The dates between which everything in a random case happens. */
export const DATES = ['2025-01-01', '2026-06-15', '2027-03-01', '2027-03-04', '2028-12-31'] as const;

/** A bracket, as every kind of clause has it. */
interface Bracket<T> {
  readonly kind: 'choice';
  readonly alternatives: readonly Alternative<T>[];
  readonly place: typeof place;
}

/** What `make` makes, in a bracket now and then; some options may be left without an alternative. */
export function bracketed<T>(soil: Soil, make: () => T, probability = 0.08): T | Bracket<T> {
  const { dice } = soil;
  const issues = soil.issues.filter(i => i.range === undefined);
  if (issues.length === 0 || !dice.chance(probability)) return make();
  const { options } = dice.pick(issues);
  const written = dice.chance(0.7) ? options : dice.some(options, options.length - 1);
  return { kind: 'choice', alternatives: written.map(o => ({ option: o.id, value: make() })), place };
}

/** A set that depends on no role: for groups, bodies, parties, voters and events. */
export function plainSet(soil: Soil, most: number, depth = 1): SetExpr {
  const { dice } = soil;
  const actors = [...soil.named, ...soil.seats];
  const several = (): SetExpr => ({ kind: 'union', of: dice.some(soil.named, dice.between(Math.min(2, most), most)).map(id => ({ kind: 'actor', id, place })), place });
  const make = (): SetExpr =>
    dice.weighted<SetExpr>(
      [3, () => ({ kind: 'actor', id: dice.pick(actors), place })],
      [8, several],
      [depth > 0 ? 1 : 0, () => ({ kind: 'difference', from: several(), without: plainSet(soil, most, 0), place })],
      [depth > 0 ? 1 : 0, () => ({ kind: 'union', of: [plainSet(soil, 1, 0), during(soil, plainSet(soil, 1, 0))], place })],
      [depth > 0 ? 1 : 0, () => during(soil, several())],
    );
  return depth === 0 ? make() : bracketed(soil, make);
}

/** The set for a while. */
function during(soil: Soil, set: SetExpr): SetExpr {
  const [from, until] = soil.dice.some(DATES, 2);
  return {
    kind: 'during', set, place,
    ...(soil.dice.chance(0.7) && from !== undefined ? { from } : {}),
    ...(soil.dice.chance(0.4) && until !== undefined ? { until } : {}),
  };
}

/** The roles that an event binds. */
export const ROLES = ['attacker', 'victim', 'requester', 'disputants', 'hostile', 'others', 'everyone'] as const;

/** Any set of actors. */
export function anySet(soil: Soil, depth = 1): SetExpr {
  const { dice } = soil;
  const make = (): SetExpr =>
    dice.weighted<SetExpr>(
      [2, () => ({ kind: 'actor', id: dice.pick(soil.named), place })],
      [soil.groups.length * 6, () => ({ kind: 'group', id: dice.pick(soil.groups), place })],
      [soil.inNorm === true ? 3 : 0, () => ({ kind: 'role', role: 'bearer', place })],
      [soil.bodies.length * 2, () => ({ kind: 'body', id: dice.pick(soil.bodies), place })],
      [3, () => ({ kind: 'role', role: dice.pick(ROLES), place })],
      [3, () => ({ kind: 'role', role: 'others', place })],
      [2, () => ({ kind: 'role', role: 'everyone', place })],
      [soil.withParties.length * 2, () => ({ kind: 'parties', instrument: dice.pick(soil.withParties), place })],
      [3, () => plainSet(soil, 3)],
      [depth, () => ({ kind: 'union', of: [anySet(soil, 0), anySet(soil, 0)], place })],
      [depth, () => ({ kind: 'intersection', of: [anySet(soil, 0), anySet(soil, 0)], place })],
      [depth * 2, () => ({ kind: 'difference', from: anySet(soil, 0), without: anySet(soil, 0), place })],
    );
  return depth === 0 ? make() : bracketed(soil, make, 0.04);
}

/** A number from a few, sometimes bracketed; within the range of an issue where `open` allows it. */
export function quantity(soil: Soil, values: readonly number[], open = false): Quantity {
  const range = soil.issues.find(i => i.range !== undefined);
  if (open && range !== undefined && soil.dice.chance(0.3)) return { kind: 'range', issue: range.id, place };
  return bracketed<Quantity>(soil, () => number(soil.dice.pick(values)), 0.12);
}

/** The number of a limit: also the bearer's own figure, and a number still to be agreed. */
export function limit(soil: Soil, attribute: Id): Quantity {
  const { dice } = soil;
  const own = (): Quantity => ({ kind: 'own', attribute: dice.chance(0.8) ? attribute : dice.pick(ATTRIBUTES), place });
  return dice.chance(0.3) ? bracketed<Quantity>(soil, () => (dice.chance(0.8) ? own() : number(5)), 0.2) : quantity(soil, [5, 10, 20], true);
}

/** A deadline; mostly none. */
export function deadline(soil: Soil, some = 0.4): Deadline {
  const { dice } = soil;
  if (!dice.chance(some)) return { kind: 'none' };
  const make = (): Deadline =>
    dice.weighted<Deadline>(
      [6, () => days(dice.pick([0, 1, 2, 3, 7]))],
      [1, () => days(fraction(1, 2))],
      [2, () => ({ kind: 'indeterminate', word: 'promptly', place })],
      [1, () => ({ kind: 'date', date: dice.pick(DATES), place })],
    );
  return bracketed(soil, make, 0.12);
}
