import { FALSE, Manager, TRUE, type Node, type Var } from '@casus/diagrams';
import type { Case, Cond, Id, Instrument, Rule, SetExpr } from './case.js';
import { identityOf } from './standing.js';

/** What a variable stands for. A ballot takes two: yes 11, no 00, abstention 01, absence 10. */
export interface Variable {
  readonly v: Var;
  /** Choice key of docs/meaning.md, section 1. */
  readonly key: string;
  /** Whose choice it is; absent for nature's and the drafters'. */
  readonly owner?: Id;
  readonly kind: 'ballot' | 'act' | 'nature' | 'option' | 'keeps' | 'side' | 'twin' | 'outcome';
  /** Values when the owner only abstains, and when it stays away. */
  readonly abstaining: boolean;
  readonly away: boolean;
  /** First or second variable of a ballot. */
  readonly bit?: 1 | 2;
}

/** What takes more nodes is refused: some 600 MB, and within half a minute or so. */
const MOST_NODES = 1 << 24;

/** So many choices that stand alone get their place before any ballot does. */
const FIRST_RESERVE = 256;

/** From so many actors on whose membership the text leaves open, all that concerns an actor stands together; then each has so many acts and ballots beside it. */
const MANY_SEATS = 5;
const BESIDE = 8;

/** So many acts are kept beside a vote out of which their actor may opt: those of all scenarios, since what is willed and what is owed belong together. */
const ACTS_BESIDE = 64;

/** The four ballots as functions. */
export interface Ballot {
  readonly yes: Node;
  readonly no: Node;
  readonly abstain: Node;
  readonly absent: Node;
}

/**
 * The variables of a case: one place where each choice of an actor, of nature and of the drafters gets its variable.
 *
 * INVARIANT: with the encoding above, "yes" and "not no" are both increasing in both variables, so the usual rules are increasing in
 * everybody's ballots and a whole ballot can be tied to the side its owner takes.
 */
export class Choices {
  readonly case: Case;
  readonly manager = new Manager({ maxNodes: MOST_NODES });
  readonly #byKey = new Map<string, Variable>();
  readonly #ballots = new Map<string, Ballot>();
  readonly #variables = new Map<Var, Variable>();
  readonly #options = new Map<Id, Node>();
  readonly #optionVars = new Map<Id, readonly Var[]>();

  /** Variables that stand above the ballots of all decisions met later, not yet taken. */
  #reserve: readonly Var[] = [];
  #next = 0;
  /** Whether abstention may be declared in some vote of the case. */
  readonly #declaring: boolean;
  /** Votes out of which some actor may opt: whether it does stands beside what else it may do. All votes, where all that concerns an actor stands together. */
  readonly #paired: ReadonlySet<string> | 'all';
  /** Variables beside those of an actor's seats, not yet taken. */
  readonly #beside = new Map<Id, { readonly acts: Var[]; readonly ballots: Var[] }>();

  /**
   * The order of the variables: the drafters' choices come first, so that what depends on the text branches on it at the top. Then come choices that stand
   * alone (acts, consents, whether duties are kept), and last the ballots, decision by decision. What many actors may each do of their own will or else
   * after a decision ("will or decided") then takes one node an actor above the decision, instead of a copy of the decision each.
   *
   * Where the text leaves open of many actors whether they are members, all that concerns an actor stands together instead: with the drafters'
   * choices on top a vote would branch into one function for each set of members, where beside each other both are counted along the way.
   *
   * So do the acts and the ballots of an actor that may opt out of a vote: "each does it of its own will, or has not opted out" would branch into
   * one function for each set of the willing.
   */
  constructor(case_: Case) {
    this.case = case_;
    const declared = votesWithOptingOut(case_);
    this.#declaring = declared.some;
    const seats = seatsOf(case_);
    const together = seats.size >= MANY_SEATS;
    this.#paired = together ? 'all' : declared.left;
    const seated = new Set(together ? seats.keys() : []);
    for (const issue of case_.issues.keys()) if (!seated.has(issue)) this.#declareIssue(issue);
    this.#reserve = this.manager.newVars(FIRST_RESERVE);
    const votes = together ? BESIDE : Math.min(declared.left.size, BESIDE);
    if (votes === 0) return;
    for (const actor of case_.actors.keys()) {
      if (together) for (const [issue, owner] of seats) if (owner === actor) this.#declareIssue(issue);
      this.side(actor);
      this.#beside.set(actor, { acts: this.manager.newVars(together ? BESIDE : ACTS_BESIDE), ballots: this.manager.newVars((this.#declaring ? 3 : 2) * votes) });
    }
  }

  /** What the variable stands for. */
  variable(v: Var): Variable {
    return this.#variables.get(v)!;
  }

  /** Drafters' choice: the option is taken. Every assignment of the issue's variables takes exactly one option. */
  option(id: Id): Node {
    const known = this.#options.get(id);
    if (known !== undefined) return known;
    const issue = this.case.options.get(id)?.issue;
    if (issue === undefined) return FALSE;
    this.#declareIssue(issue);
    return this.#options.get(id) ?? FALSE;
  }

  /** The variables of an issue: one less than it has options. */
  issueVariables(issue: Id): readonly Var[] {
    if (!this.#optionVars.has(issue)) this.#declareIssue(issue);
    return this.#optionVars.get(issue)!;
  }

  #declareIssue(id: Id): void {
    const options = this.case.issues.get(id)?.options ?? [];
    const vars: Var[] = [];
    let earlier: Node = TRUE;
    options.forEach((option, i) => {
      if (i === options.length - 1) {
        this.#options.set(option.id, this.manager.protect(earlier));
        return;
      }
      const v = this.#new({ key: `option:${id}`, kind: 'option', abstaining: false, away: false });
      vars.push(v);
      this.#options.set(option.id, this.manager.protect(this.manager.and(earlier, this.manager.varNode(v))));
      earlier = this.manager.and(earlier, this.manager.nvarNode(v));
    });
    this.#optionVars.set(id, vars);
  }

  /** Assignments of an issue's variables of which each option has exactly one: for counting texts. */
  canonical(issue: Id): Node {
    const m = this.manager;
    return m.atMost(this.issueVariables(issue).map((v) => m.varNode(v)), 1);
  }

  /** The vote of an actor. */
  ballot(ballots: string, actor: Id): Ballot {
    const key = `ballot:${ballots}:${actor}`;
    const known = this.#ballots.get(key);
    if (known !== undefined) return known;
    const m = this.manager;
    this.side(actor);
    const among = this.#paired === 'all' || this.#paired.has(ballots) ? this.#beside.get(actor)?.ballots : undefined;
    const [first, second] = ([1, 2] as const).map((bit) =>
      this.#new({ key, owner: actor, kind: 'ballot', bit, abstaining: bit === 2, away: bit === 1 }, among ?? []),
    ) as [Var, Var];
    const ballot: Ballot = {
      yes: m.and(m.varNode(first), m.varNode(second)),
      no: m.and(m.nvarNode(first), m.nvarNode(second)),
      abstain: m.and(m.nvarNode(first), m.varNode(second)),
      absent: m.and(m.varNode(first), m.nvarNode(second)),
    };
    for (const node of Object.values(ballot) as Node[]) m.protect(node);
    this.#ballots.set(key, ballot);
    if (this.#declaring) this.#new({ key: `declares:${ballots}:${actor}`, owner: actor, kind: 'act', abstaining: false, away: false }, among ?? []);
    return ballot;
  }

  /** That an actor declares its abstention formally. The variable stands beside its ballot, since who opts out is both together. */
  declares(ballots: string, actor: Id): Node {
    this.ballot(ballots, actor);
    return this.act(`declares:${ballots}:${actor}`, actor);
  }

  /** A yes-or-no choice of an actor: consent, request, will, ratify, withdraw. */
  act(key: string, owner: Id): Node {
    const known = this.#byKey.get(key);
    if (known !== undefined) return this.manager.varNode(known.v);
    this.side(owner);
    return this.manager.varNode(this.#new({ key, owner, kind: 'act', abstaining: false, away: false }));
  }

  /** Something that nobody chooses. */
  nature(key: string): Node {
    const known = this.#byKey.get(key);
    return this.manager.varNode(known?.v ?? this.#new({ key, kind: 'nature', abstaining: false, away: false }));
  }

  /** Whether the actor keeps its duties. */
  keeps(actor: Id): Node {
    const known = this.#byKey.get(`keeps:${actor}`);
    return this.manager.varNode(known?.v ?? this.#new({ key: `keeps:${actor}`, owner: actor, kind: 'keeps', abstaining: true, away: true }));
  }

  readonly #outcomes = new Map<Node, Var>();
  readonly #definitions = new Map<Var, Node>();
  readonly #ballotsOf = new Map<Var, readonly Var[]>();

  /**
   * The outcome of a vote, as a variable of its own that stands for a function of the ballots. What turns on several votes stays small that way, and a
   * game is worked out vote by vote (`gameOf`). A vote of one, and what is certain, stays as it is.
   */
  outcome(definition: Node): Node {
    const whole = this.expand(definition);
    const ballots = this.manager.support(whole).filter((v) => this.variable(v).kind === 'ballot');
    if (ballots.length <= 2) return whole;
    let v = this.#outcomes.get(whole);
    if (v === undefined) {
      v = this.#new({ key: `outcome:${whole}`, kind: 'outcome', abstaining: false, away: false });
      this.#outcomes.set(this.manager.protect(whole), v);
      this.#definitions.set(v, whole);
    }
    return this.manager.varNode(v);
  }

  /** The function of the ballots that an outcome stands for. */
  definition(outcome: Var): Node {
    return this.#definitions.get(outcome)!;
  }

  /** The choices of actors on which an outcome turns. */
  ballotsOf(outcome: Var): readonly Var[] {
    let ballots = this.#ballotsOf.get(outcome);
    if (ballots === undefined) {
      ballots = this.manager.support(this.definition(outcome)).filter((v) => ['ballot', 'act'].includes(this.variable(v).kind));
      this.#ballotsOf.set(outcome, ballots);
    }
    return ballots;
  }

  /** The function with the outcomes of votes (all, or these) spelled out. */
  expand(f: Node, only?: ReadonlySet<Var>): Node {
    const outcomes = this.manager.support(f).filter((v) => this.variable(v).kind === 'outcome' && (only === undefined || only.has(v)));
    return outcomes.length === 0 ? f : this.manager.composeAll(f, new Map(outcomes.map((v) => [v, this.definition(v)])));
  }

  /** The side that an actor takes: it works for the promise, or against it. */
  side(actor: Id): Var {
    const known = this.#byKey.get(`side:${actor}`);
    return known?.v ?? this.#new({ key: `side:${actor}`, owner: actor, kind: 'side', abstaining: false, away: false });
  }

  /** A second copy of a choice, for what its owner does on the other side. */
  twin(of: Var): Var {
    const key = `twin:${of}`;
    return this.#byKey.get(key)?.v ?? this.#new({ key, kind: 'twin', abstaining: false, away: false });
  }

  /** The next variable of the reserve; it is filled up at the bottom of the order, with twice as many as before each time. */
  #reserved(): Var {
    if (this.#next === this.#reserve.length) {
      this.#reserve = this.manager.newVars(2 * this.#reserve.length);
      this.#next = 0;
    }
    return this.#reserve[this.#next++]!;
  }

  /** `among`: for what belongs to a ballot, the variables kept for it; without one left, the next at the bottom. */
  #new(variable: Omit<Variable, 'v'>, among?: Var[]): Var {
    const { kind, owner, bit } = variable;
    const alone = kind === 'act' || kind === 'keeps' || kind === 'nature' || kind === 'outcome';
    const beside = owner === undefined ? undefined : this.#beside.get(owner)?.acts;
    const v = (among !== undefined ? among.shift() : alone ? (beside?.shift() ?? this.#reserved()) : undefined)
      ?? this.manager.newVar(bit === undefined ? variable.key : `${variable.key}/${bit}`);
    const whole: Variable = { ...variable, v };
    this.#variables.set(v, whole);
    if (variable.kind !== 'ballot' && variable.kind !== 'option') this.#byKey.set(variable.key, whole);
    return v;
  }
}

/**
 * Whether a rule or condition anywhere speaks of abstention with a declaration, and the votes out of which a condition says that somebody opts.
 * The case is plain data, so this looks at every value.
 */
function votesWithOptingOut(case_: Case): OptingOut {
  let known = OPTING_OUT.get(case_);
  if (known === undefined) OPTING_OUT.set(case_, (known = optingOutIn(case_)));
  return known;
}

interface OptingOut {
  readonly some: boolean;
  readonly left: ReadonlySet<string>;
}

/** Looked for once in each case, which does not change; variables are made anew for many questions. */
const OPTING_OUT = new WeakMap<Case, OptingOut>();

function optingOutIn({ bodies, instruments, promises }: Case): OptingOut {
  const all = [bodies, instruments, promises].flatMap((table) => [...(table as ReadonlyMap<Id, object>).values()].map(optingOutOf));
  return { some: all.some(({ some }) => some), left: new Set(all.flatMap(({ left }) => [...left])) };
}

/** By what is the same of a declaration wherever it stands. */
const OPTING_OUT_OF = new WeakMap<object, OptingOut>();

function optingOutOf(declared: object): OptingOut {
  const identity = identityOf(declared);
  let known = OPTING_OUT_OF.get(identity);
  if (known === undefined) OPTING_OUT_OF.set(identity, (known = 'norms' in declared ? optingOutOfInstrument(declared as Instrument) : optingOutWithin(declared)));
  return known;
}

/** Sentence by sentence: of an instrument that is edited, most are as they were. */
function optingOutOfInstrument({ norms, ...lines }: Instrument): OptingOut {
  const all = [optingOutWithin(lines), ...norms.map(optingOutOf)];
  return { some: all.some(({ some }) => some), left: new Set(all.flatMap(({ left }) => [...left])) };
}

function optingOutWithin(declared: object): OptingOut {
  const left = new Set<string>();
  let some = false;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(visit);
    if (value instanceof Map) return (value as ReadonlyMap<unknown, unknown>).forEach(visit);
    const part = value as Cond | Rule;
    if (part.kind === 'opted-out') left.add(part.decision.ballots);
    some ||= part.kind === 'opted-out' || (part.kind === 'fewer' && part.who === 'opting-out');
    Object.values(part).forEach(visit);
  };
  visit(declared);
  return { some, left };
}

/** The issues that decide whether one actor is a member of a group, a body or an instrument, and nothing about others; with the actor. */
function seatsOf(case_: Case): ReadonlyMap<Id, Id> {
  const seats = new Map<Id, Id | undefined>();
  const visit = (set: SetExpr): void => {
    switch (set.kind) {
      case 'choice':
        for (const { option, value } of set.alternatives) {
          const issue = case_.options.get(option)?.issue;
          const actor = value.kind === 'actor' ? value.id : undefined;
          if (issue !== undefined) seats.set(issue, seats.has(issue) && seats.get(issue) !== actor ? undefined : actor);
          visit(value);
        }
        return;
      case 'union':
      case 'intersection':
        return set.of.forEach(visit);
      case 'difference':
        visit(set.from);
        return visit(set.without);
      case 'during':
        return visit(set.set);
    }
  };
  for (const { members } of [...case_.groups.values(), ...case_.bodies.values()]) visit(members);
  for (const { parties } of case_.instruments.values()) if (parties !== undefined) visit(parties);
  return new Map([...seats].flatMap(([issue, actor]) => (actor === undefined ? [] : [[issue, actor] as const])));
}
