import type { Actor, Arrangement, Case, Id, Instrument, IsoDate, Norm, Promise_, Role, Scenario, SetExpr } from './case.js';

/** An event with its sets spelled out. */
export interface WorldEvent {
  readonly event: Id;
  readonly by: ReadonlySet<Id>;
  readonly on: ReadonlySet<Id>;
  readonly region?: Id;
}

/** What a judgment fixes (docs/meaning.md, section 1). */
export interface World {
  readonly case: Case;
  /** The instruments of the arrangement that are in force. */
  readonly instruments: readonly Instrument[];
  /** All instruments of the arrangement. */
  readonly arranged: readonly Instrument[];
  /** Options that are taken, by issue. */
  readonly fixed: ReadonlyMap<Id, Id>;
  readonly scenario: Scenario;
  readonly attackers: ReadonlySet<Id>;
  readonly victims: ReadonlySet<Id>;
  readonly hostile: ReadonlySet<Id>;
  readonly requesters: ReadonlySet<Id>;
  readonly events: readonly WorldEvent[];
  readonly date?: IsoDate;
  /** Pledges count as kept. */
  readonly pledgesKept: boolean;
  /** Of two obligations the one in the later instrument prevails. */
  readonly laterPrevails: boolean;
  /** Nobody has acceded by a condition: the world in which the conditions of accessions are asked. */
  readonly founding?: boolean;
  /** Nobody has given notice of withdrawal: for the articles that survive it. */
  readonly beforeNotices?: boolean;
}

/** What to judge. `arrangement` names an arrangement or a single instrument. */
export interface WorldRequest {
  readonly arrangement: Id;
  readonly scenario: Id;
  /** One attacker instead of those of the first event. */
  readonly attacker?: Id;
  readonly options?: readonly Id[];
  readonly asOf?: IsoDate;
  readonly pledgesKept?: boolean;
}

/** The arrangement of that name; an instrument is an arrangement of its own. */
export function arrangementOf(case_: Case, id: Id): Pick<Arrangement, 'id' | 'label' | 'place' | 'instruments' | 'options' | 'laterPrevails'> | undefined {
  const declared = case_.arrangements.get(id);
  if (declared !== undefined) return declared;
  const instrument = case_.instruments.get(id);
  return instrument && { id, label: instrument.label, place: instrument.place, instruments: [id], options: [] };
}

/** The attackers of a family, one after the other; of any other scenario, one group: all of them together. */
export function attackersOf(case_: Case, scenario: Scenario, asOf?: IsoDate): readonly (Id | undefined)[] {
  const first = scenario.events[0];
  if (!scenario.everyAttacker || first === undefined) return [undefined];
  const date = dateOf(scenario, asOf);
  const victims = new Set(scenario.events.flatMap((event) => [...possibleMembers(case_, event.on, date)]));
  return [...possibleMembers(case_, first.by, date)].filter((id) => !victims.has(id));
}

/** Fixes everything that a judgment fixes. */
export function worldOf(case_: Case, request: WorldRequest): World {
  const scenario = case_.scenarios.get(request.scenario);
  const arrangement = arrangementOf(case_, request.arrangement);
  if (scenario === undefined || arrangement === undefined) throw new Error(`no scenario ${request.scenario} or no arrangement ${request.arrangement}`);
  const date = dateOf(scenario, request.asOf);
  const setOf = (expr: SetExpr, roles?: Roles): Set<Id> => possibleMembers(case_, expr, date, roles);
  const events = scenario.events.map((event, i): WorldEvent => ({
    event: event.event,
    by: i === 0 && request.attacker !== undefined ? new Set([request.attacker]) : setOf(event.by),
    on: setOf(event.on),
    ...(event.region === undefined ? {} : { region: event.region }),
  }));
  const attackers = union(events.map((event) => event.by));
  const victims = union(events.map((event) => event.on));
  const sides: Roles = { attacker: attackers, victim: victims, disputants: union([attackers, victims]), hostile: attackers };
  const hostile = union([attackers, setOf(scenario.siding, sides)]);
  const requesters = scenario.requester === undefined ? victims : setOf(scenario.requester, { ...sides, hostile });
  const arranged = arrangement.instruments.flatMap((id) => case_.instruments.get(id) ?? []);
  const fixed = new Map<Id, Id>();
  for (const option of [...arrangement.options, ...(request.options ?? [])]) {
    const issue = case_.options.get(option)?.issue;
    if (issue !== undefined) fixed.set(issue, option);
  }
  return {
    case: case_,
    arranged,
    instruments: arranged.filter((instrument) => inForce(instrument, date)),
    fixed,
    scenario,
    attackers,
    victims,
    hostile,
    requesters,
    events,
    ...(date === undefined ? {} : { date }),
    pledgesKept: request.pledgesKept ?? false,
    laterPrevails: arrangement.laterPrevails ?? false,
  };
}

/** The date of a judgment: the scenario's, else its first dated event's, else the one asked for. */
export function dateOf(scenario: Scenario, asOf?: IsoDate): IsoDate | undefined {
  return scenario.date ?? scenario.events.find((event) => event.date !== undefined)?.date ?? asOf;
}

/** Whether an instrument can apply on a date: it is in force or applied provisionally, and has not expired for good. */
export function inForce(instrument: Instrument, date: IsoDate | undefined): boolean {
  if (date === undefined) return true;
  const early = instrument.inForceSince !== undefined && date < instrument.inForceSince;
  const over = instrument.expires !== undefined && date > instrument.expires;
  const { provisional } = instrument;
  const begun = provisional !== undefined && (provisional.since === undefined ? provisional.when !== undefined : provisional.since <= date);
  return (!early || begun) && (!over || instrument.renewal !== undefined);
}

/** Whether a deed of a day counts at the date of a judgment; where either is unknown, it does. */
export function counts(on: IsoDate | undefined, date: IsoDate | undefined): boolean {
  return on === undefined || date === undefined || on <= date;
}

/** Whether those whose notice takes effect with a day have left by the date of a judgment. */
export function hasLeft(leaves: IsoDate | undefined, date: IsoDate | undefined): boolean {
  return leaves === undefined || date === undefined || leaves <= date;
}

/** Whether a membership from one day to another covers the date; without a date, whether it is open-ended. */
export function covers(from: IsoDate | undefined, until: IsoDate | undefined, date: IsoDate | undefined): boolean {
  if (date === undefined) return until === undefined;
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

/** All actors that are named, without the anonymous seats. */
export function namedActors(case_: Case): readonly Actor[] {
  return [...case_.actors.values()].filter((actor) => actor.seat === undefined);
}

/** The effect of a norm's verb: in a political instrument duties and bans are pledges. */
export function modalityOf(norm: Norm, instrument: Instrument): Norm['modality'] {
  if (!instrument.political) return norm.modality;
  return norm.modality === 'duty' ? 'pledge' : norm.modality === 'ban' ? 'pledge-not' : norm.modality;
}

/** Roles that are already bound when a set is evaluated; the others are empty. */
export type Roles = Partial<Record<Role, ReadonlySet<Id>>>;

/**
 * The members of a set in at least one text. For the sets that a scenario names, which are fixed before any text is chosen:
 * `everyone` is all named actors, `others` those outside the roles bound so far.
 */
export function possibleMembers(case_: Case, expr: SetExpr, date?: IsoDate, roles: Roles = {}): Set<Id> {
  const of = (inner: SetExpr): Set<Id> => possibleMembers(case_, inner, date, roles);
  switch (expr.kind) {
    case 'actor':
      return new Set([expr.id]);
    case 'group':
    case 'body': {
      const members = (expr.kind === 'group' ? case_.groups : case_.bodies).get(expr.id)?.members;
      return members === undefined ? new Set() : of(members);
    }
    case 'role':
      return roleMembers(case_, expr.role, roles);
    case 'parties': {
      const instrument = case_.instruments.get(expr.instrument);
      if (instrument === undefined) return new Set();
      const left = union(instrument.notices.filter(({ leaves }) => hasLeft(leaves, date)).map(({ who }) => of(who)));
      const parties = union([...(instrument.parties === undefined ? [] : [of(instrument.parties)]), ...instrument.accessions.map(({ who }) => of(who))]);
      return new Set([...parties].filter((id) => !left.has(id)));
    }
    case 'union':
      return union(expr.of.map(of));
    case 'intersection': {
      const [first, ...rest] = expr.of.map(of);
      return new Set([...(first ?? [])].filter((id) => rest.every((set) => set.has(id))));
    }
    case 'difference': {
      const without = of(expr.without);
      return new Set([...of(expr.from)].filter((id) => !without.has(id)));
    }
    case 'during':
      return covers(expr.from, expr.until, date) ? of(expr.set) : new Set();
    case 'choice':
      return union(expr.alternatives.map((alternative) => of(alternative.value)));
  }
}

function roleMembers(case_: Case, role: Role, roles: Roles): Set<Id> {
  if (role !== 'everyone' && role !== 'others') return new Set(roles[role] ?? []);
  const named = namedActors(case_).map((actor) => actor.id);
  return new Set(role === 'everyone' ? named : named.filter((id) => !roles.hostile?.has(id) && !roles.victim?.has(id)));
}

/** Who counts on a promise: as declared, else the victims; hostile actors never. */
export function beneficiariesOf(world: World, promise: Promise_): Set<Id> {
  const { attackers: attacker, victims: victim, hostile, requesters: requester } = world;
  const roles: Roles = { attacker, victim, hostile, requester, disputants: union([attacker, victim]) };
  const all = promise.beneficiary === undefined ? victim : possibleMembers(world.case, promise.beneficiary, world.date, roles);
  return new Set([...all].filter((id) => !world.hostile.has(id)));
}

function union(sets: readonly ReadonlySet<Id>[]): Set<Id> {
  return new Set(sets.flatMap((set) => [...set]));
}
