import { possibleMembers, dateOf, hasLeft, namedActors, covers, type Case, type Id, type IsoDate, type Place, type Quantity, type Rational, type Role, type SetExpr } from '@casus/model';

/** Why a body's rule cannot be told without more: what is missing, where it stands in the text, and what would settle it. */
export interface Refusal {
  readonly message: string;
  readonly place: Place;
  readonly help?: string;
}

/** A refusal on its way to `bodyGame`, which returns it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Whether a member that abstains counts as having declared it formally ("opting out"). */
export type OptingOut = 'nobody' | 'who-abstains';

/** Under what a body is looked at. */
export interface BodyOptions {
  /** The matter, by full name. Absent: any other matter; where the body decides all by one rule, that. */
  readonly matter?: Id;
  /** The day of the memberships. Absent: that of the scenario, else everybody whose membership has no end. */
  readonly asOf?: IsoDate;
  /** The options taken in the text, by full name. */
  readonly taking?: readonly Id[];
  /** The scenario that says who attacks, who is attacked, and who are parties to a dispute. */
  readonly scenario?: Id;
  /** One attacker instead of those of the scenario's first event. */
  readonly attacker?: Id;
  /** Who is in a role, besides those of a scenario. */
  readonly roles?: Roles;
  /** Absent: nobody declares an abstention. */
  readonly optingOut?: OptingOut;
}

type Roles = Partial<Readonly<Record<Role, ReadonlySet<Id>>>>;

/** What is fixed while a rule is translated. */
export interface Setting {
  readonly case_: Case;
  readonly date?: IsoDate;
  /** Options taken, by issue. */
  readonly taken: ReadonlyMap<Id, Id>;
  readonly roles: Roles;
  readonly optingOut: OptingOut;
}

/** Fixes what the options say. @throws Refused where they name an option or a scenario that the case does not have. */
export function settingOf(case_: Case, options: BodyOptions, place: Place): Setting {
  const taken = new Map<Id, Id>();
  for (const option of options.taking ?? []) {
    const issue = case_.options.get(option)?.issue;
    if (issue === undefined) throw new Refused({ message: `there is no option \`${option}\``, place });
    taken.set(issue, option);
  }
  const scenario = options.scenario === undefined ? undefined : case_.scenarios.get(options.scenario);
  if (options.scenario !== undefined && scenario === undefined) throw new Refused({ message: `there is no scenario \`${options.scenario}\``, place });
  const date = scenario === undefined ? options.asOf : dateOf(scenario, options.asOf);
  const roles = { ...(scenario === undefined ? {} : rolesIn(case_, scenario.id, date, options.attacker)), ...options.roles };
  return { case_, ...(date === undefined ? {} : { date }), taken, roles, optingOut: options.optingOut ?? 'nobody' };
}

/** Who is in which role in a scenario, as a judgment binds them. */
function rolesIn(case_: Case, id: Id, date: IsoDate | undefined, attacker: Id | undefined): Roles {
  const scenario = case_.scenarios.get(id)!;
  const events = scenario.events.map(({ by, on }, i) => ({
    by: i === 0 && attacker !== undefined ? new Set([attacker]) : possibleMembers(case_, by, date),
    on: possibleMembers(case_, on, date),
  }));
  const attackers = new Set(events.flatMap(({ by }) => [...by]));
  const victim = new Set(events.flatMap(({ on }) => [...on]));
  const sides: Roles = { attacker: attackers, victim, disputants: new Set([...attackers, ...victim]), hostile: attackers };
  const hostile = new Set([...attackers, ...possibleMembers(case_, scenario.siding, date, sides)]);
  const requester = scenario.requester === undefined ? victim : possibleMembers(case_, scenario.requester, date, { ...sides, hostile });
  const others = new Set(namedActors(case_).map((actor) => actor.id).filter((actor) => !hostile.has(actor) && !victim.has(actor)));
  return { ...sides, hostile, requester, others };
}

/** The alternatives of a bracket whose option is taken. @throws Refused while the bracket is open. */
export function takenOf<T>(setting: Setting, bracket: { readonly alternatives: readonly { readonly option: Id; readonly value: T }[]; readonly place: Place }): readonly T[] {
  return bracket.alternatives.filter(({ option }) => isTaken(setting, option, bracket.place)).map(({ value }) => value);
}

function isTaken({ case_, taken }: Setting, option: Id, place: Place): boolean {
  const issue = case_.options.get(option)?.issue;
  if (issue === undefined) return false;
  const choice = taken.get(issue);
  if (choice === undefined) throw new Refused({ message: `the bracket is open: nothing is taken of \`${issue}\``, place, help: `take one of ${case_.issues.get(issue)!.options.map(({ id }) => `\`${id}\``).join(', ')}` });
  return choice === option;
}

/** The numbers that a quantity is; none where the text taken has none. @throws Refused where it is still to be agreed. */
export function numbersOf(setting: Setting, quantity: Quantity): readonly Rational[] {
  switch (quantity.kind) {
    case 'number':
      return [quantity.value];
    case 'choice':
      return takenOf(setting, quantity).flatMap((value) => numbersOf(setting, value));
    case 'range':
      throw new Refused({ message: `the number is still to be agreed within the range of \`${quantity.issue}\``, place: quantity.place, help: 'write a number in its place' });
    case 'own':
      return [];
  }
}

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  attacker: 'the attacker', victim: 'the victim', requester: 'who asks for help', disputants: 'the parties to the dispute', hostile: 'the hostile states', others: 'the others',
  everyone: 'everyone', bearer: 'it',
};

/** The members of a set, in the order of the text. @throws Refused where that depends on what is not said. */
export function membersOf(setting: Setting, expr: SetExpr, within: ReadonlySet<string> = new Set()): ReadonlySet<Id> {
  const { case_, date } = setting;
  const of = (inner: SetExpr): ReadonlySet<Id> => membersOf(setting, inner, within);
  switch (expr.kind) {
    case 'actor':
      return new Set([expr.id]);
    case 'group':
    case 'body': {
      const key = `${expr.kind} ${expr.id}`;
      const members = (expr.kind === 'group' ? case_.groups : case_.bodies).get(expr.id)?.members;
      // A set that contains itself is an error of form; it adds nothing to itself.
      return members === undefined || within.has(key) ? new Set() : membersOf(setting, members, new Set([...within, key]));
    }
    case 'role':
      return inRole(setting, expr.role, expr.place);
    case 'parties':
      return partiesOf(setting, expr.instrument, expr.place, of);
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
      return union(takenOf(setting, expr).map(of));
  }
}

const union = (sets: readonly ReadonlySet<Id>[]): ReadonlySet<Id> => new Set(sets.flatMap((set) => [...set]));

function inRole({ case_, roles }: Setting, role: Role, place: Place): ReadonlySet<Id> {
  if (role === 'bearer') return new Set();
  if (role === 'everyone') return new Set(namedActors(case_).map(({ id }) => id));
  const known = roles[role];
  if (known === undefined) throw new Refused({ message: `who votes depends on who ${role === 'others' ? 'is neither attacker nor victim' : `is ${ROLE_WORDS[role]}`}`, place, help: 'name a scenario, which says so' });
  return known;
}

function partiesOf({ case_, date }: Setting, id: Id, place: Place, of: (expr: SetExpr) => ReadonlySet<Id>): ReadonlySet<Id> {
  const instrument = case_.instruments.get(id);
  if (instrument === undefined) return new Set();
  const conditional = instrument.accessions.find(({ when }) => when.kind !== 'true');
  if (conditional !== undefined) {
    throw new Refused({ message: `who is a party of \`${id}\` depends on the condition of an accession`, place: conditional.place, help: 'write the members of the body as a group' });
  }
  const left = union(instrument.notices.filter(({ leaves }) => hasLeft(leaves, date)).map(({ who }) => of(who)));
  const parties = union([...(instrument.parties === undefined ? [] : [of(instrument.parties)]), ...instrument.accessions.map(({ who }) => of(who))]);
  if (instrument.parties === undefined && instrument.accessions.length === 0) throw new Refused({ message: `\`${id}\` does not say who its parties are`, place });
  return new Set([...parties].filter((party) => !left.has(party)));
}
