/**
 * A judgment fixes a world: the instruments that stand, the text, and who plays which part (docs/meaning.md, section 1).
 */
import type { Case, Id, IsoDate, Scenario, SetExpr } from '../../model/src/case.js';
import { fixed, members } from './sets.js';

/** An event of the scenario with its actors found. */
export interface WorldEvent {
  readonly event: Id;
  readonly by: ReadonlySet<Id>;
  readonly on: ReadonlySet<Id>;
  readonly region?: Id;
}

/** Everything that is fixed before anybody chooses. */
export interface World {
  readonly case_: Case;
  readonly instruments: readonly Id[];
  /** The text: the option taken of each issue. An issue that is missing has no option taken. */
  readonly options: ReadonlyMap<Id, Id>;
  readonly attackers: ReadonlySet<Id>;
  readonly victims: ReadonlySet<Id>;
  readonly hostile: ReadonlySet<Id>;
  readonly requester: ReadonlySet<Id>;
  readonly date?: IsoDate;
  readonly facts: ReadonlyMap<Id, boolean>;
  readonly events: readonly WorldEvent[];
  /** Brackets in sets stand for all of their alternatives: for the sets of a scenario, which are fixed before the text. */
  readonly anyText: boolean;
  /** Of two obligations the one in the instrument of later date prevails. */
  readonly laterPrevails: boolean;
}

/** What to judge under. */
export interface Setting {
  readonly arrangement: Id;
  readonly scenario: Id;
  /** One attacker of a family; required for a family, not allowed otherwise. */
  readonly attacker?: Id;
  /** Options taken besides those of the arrangement. */
  readonly options?: readonly Id[];
  /** The date if the scenario has none. */
  readonly asOf?: IsoDate;
}

function find<T>(table: ReadonlyMap<Id, T>, id: Id, what: string): T {
  const found = table.get(id);
  if (found === undefined) throw new Error(`there is no ${what} \`${id}\``);
  return found;
}

function textOf(case_: Case, options: readonly Id[]): Map<Id, Id> {
  const text = new Map<Id, Id>();
  for (const id of options) {
    const { issue } = find(case_.options, id, 'option');
    const other = text.get(issue);
    if (other !== undefined && other !== id) throw new Error(`two options of \`${issue}\`: \`${other}\` and \`${id}\``);
    text.set(issue, id);
  }
  return text;
}

function dateOf(scenario: Scenario, asOf: IsoDate | undefined): IsoDate | undefined {
  return scenario.date ?? scenario.events.find(e => e.date !== undefined)?.date ?? asOf;
}

/** The world of a setting as far as it is known before the roles are bound: in it every role but `everyone` and `others` is empty. */
function unbound(case_: Case, setting: Setting, scenario: Scenario): World {
  const arrangement = find(case_.arrangements, setting.arrangement, 'arrangement');
  const date = dateOf(scenario, setting.asOf);
  const nobody = new Set<Id>();
  return {
    case_,
    instruments: arrangement.instruments,
    options: textOf(case_, [...arrangement.options, ...(setting.options ?? [])]),
    attackers: nobody,
    victims: nobody,
    hostile: nobody,
    requester: nobody,
    ...(date === undefined ? {} : { date }),
    facts: scenario.facts,
    events: [],
    anyText: true,
    laterPrevails: arrangement.laterPrevails === true,
  };
}

function all(sets: readonly ReadonlySet<Id>[]): Set<Id> {
  return new Set(sets.flatMap(s => [...s]));
}

/**
 * The attackers of a family one by one, in the order of the case's actors: those of the first event's `by`, the victims left out.
 * For a scenario that is no family: one entry, undefined.
 */
export function attackersOf(case_: Case, setting: Omit<Setting, 'attacker'>): (Id | undefined)[] {
  const scenario = find(case_.scenarios, setting.scenario, 'scenario');
  if (!scenario.everyAttacker) return [undefined];
  const world = unbound(case_, setting, scenario);
  const victims = all(scenario.events.map(e => members(fixed(world), e.on)));
  const first = scenario.events[0];
  const by = first === undefined ? new Set<Id>() : members(fixed(world), first.by);
  return [...case_.actors.keys()].filter(a => by.has(a) && !victims.has(a));
}

/**
 * The world of a setting. Roles in the events' own `by` and `on` are empty sets (`everyone` apart); `siding` sees the attackers and
 * victims; `requester` sees all other roles. Throws if a family is asked without its attacker or the attacker is not of the family.
 */
export function worldOf(case_: Case, setting: Setting): World {
  const scenario = find(case_.scenarios, setting.scenario, 'scenario');
  const start = unbound(case_, setting, scenario);
  if (scenario.everyAttacker && (setting.attacker === undefined || !attackersOf(case_, setting).includes(setting.attacker))) {
    throw new Error(`\`${scenario.id}\` is a family and \`${setting.attacker ?? 'nobody'}\` is none of its attackers`);
  }
  if (!scenario.everyAttacker && setting.attacker !== undefined) throw new Error(`\`${scenario.id}\` is no family`);
  const events = scenario.events.map((e, i): WorldEvent => ({
    event: e.event,
    by: i === 0 && setting.attacker !== undefined ? new Set([setting.attacker]) : members(fixed(start), e.by),
    on: members(fixed(start), e.on),
    ...(e.region === undefined ? {} : { region: e.region }),
  }));
  const attackers = all(events.map(e => e.by));
  const victims = all(events.map(e => e.on));
  const sided: World = { ...start, events, attackers, victims, hostile: attackers };
  const hostile = all([attackers, members(fixed(sided), scenario.siding)]);
  const bound: World = { ...sided, hostile };
  return { ...bound, requester: requesterOf(bound, scenario.requester), anyText: false };
}

function requesterOf(world: World, declared: SetExpr | undefined): ReadonlySet<Id> {
  return declared === undefined ? world.victims : members(fixed(world), declared);
}
