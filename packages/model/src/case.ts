/**
 * The case: what an author wrote, as plain immutable data. It knows nothing of the grammar that it was read from, and
 * every node keeps its place in the text and the provenance of its sentence. All names are resolved: an `Id` is the
 * full name of a declaration (`Russia`, `Istanbul.Guarantors`, `decision.unanimity`) and exists in the table it points to.
 */

/** Full name of a declaration; the key of the table it stands in. */
export type Id = string;

/** A calendar date, ISO 8601 (`2025-08-20`). Compared as text. */
export type IsoDate = string;

/** An exact number as a fraction in lowest terms; `den` > 0. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** Where in a file: line and column count from 1, offsets from 0 in UTF-16 units; `end` is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly end: number;
}

/** A citation: a source, and the short exact phrase that carries the sentence. No phrase: nothing to verify, said so. */
export interface Citation {
  readonly source: Id;
  readonly phrase?: string;
  /** Where in the source, as the author puts it ("art. 5", "p. 3"). */
  readonly at?: string;
  readonly place: Place;
}

/** How a sentence is known: said by the text or person itself, told by somebody else, or concluded by the author. */
export type Status = 'stated' | 'reported' | 'inferred';

/** Who says so. `status` is absent when the author gave neither citation nor mark. */
export interface Provenance {
  readonly status?: Status;
  /** The speaker that a source quotes, or the body that reports ("Lavrov", "White House"). */
  readonly by?: string;
  /** The author's reason for an inference. */
  readonly note?: string;
  readonly cites: readonly Citation[];
}

/** What every declaration has. */
export interface Declared {
  readonly id: Id;
  /** The name as written, without the instrument that it stands in. */
  readonly name: string;
  /** The title in quotation marks; the name where there is none. */
  readonly label: string;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** A line of a declaration that has no node of its own ("parties", "signed on …", "… sides with the attacker"): what it is about, and who says so. */
export interface Statement {
  readonly about: string;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** A number with its unit (`persons`, `km`, `votes`); `unit` is absent for bare counts. */
export interface Measure {
  readonly value: Rational;
  readonly unit?: string;
}

/** A state or other party. Anonymous seats of a body are actors too (`seat` set: the group they fill and their number, from 1). */
export interface Actor extends Declared {
  readonly attributes: ReadonlyMap<string, Measure>;
  readonly seat?: { readonly group: Id; readonly index: number };
}

/** Roles that the event binds. `disputants` are attackers and victims; `hostile` the attackers and those siding with them;
 *  `others` every named actor (no anonymous seat) that is neither hostile nor a victim. */
export type Role = 'attacker' | 'victim' | 'requester' | 'disputants' | 'hostile' | 'others' | 'everyone';

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

/** How a body decides. */
export interface Body extends Declared {
  readonly members: SetExpr;
  readonly matters: readonly Matter[];
  /** In order; the first whose `matters` holds the matter, or is empty ("any other matter"), applies. */
  readonly rules: readonly BodyRule[];
  readonly recusals: readonly Recusal[];
  /** Fewest members that must be present (cast yes, no or an abstention). */
  readonly quorum?: RuleCount;
  readonly instrument?: Id;
  /** About "members" and "quorum". */
  readonly statements?: readonly Statement[];
}

export interface Matter extends Declared {
  readonly body: Id;
}

export interface BodyRule {
  readonly matters: readonly Id[];
  readonly rule: Rule;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** Who takes no part. `excluded`: is not counted among the members entitled to vote. `abstains`: stays counted, its ballot is an abstention. */
export interface Recusal {
  readonly who: SetExpr;
  readonly how: 'excluded' | 'abstains';
  /** The matters it covers; empty: all. */
  readonly matters: readonly Id[];
  readonly place: Place;
  readonly provenance: Provenance;
}

/** What a share is taken of. `members`: all entitled to vote; `present`: those who cast yes, no or an abstention; `voting`: those who cast yes or no. */
export type Basis = 'members' | 'present' | 'voting';

/** A threshold: an absolute count, or a share of a basis. `strict`: more than, otherwise at least. */
export type RuleCount =
  | { readonly kind: 'count'; readonly count: Quantity; readonly strict: boolean }
  | { readonly kind: 'share'; readonly share: Rational; readonly basis: Basis; readonly strict: boolean };

/**
 * A decision rule: a condition on ballots. `among` restricts to a subset of those entitled to vote (absent: all of them);
 * `attribute` weighs ballots by it instead of counting heads.
 */
export type Rule =
  /** Everybody entitled to vote votes yes. */
  | { readonly kind: 'unanimity'; readonly among?: SetExpr; readonly place: Place }
  /** Nobody entitled to vote votes no, and at least one member is present. */
  | { readonly kind: 'consensus'; readonly among?: SetExpr; readonly place: Place }
  /** At least (or more than) so many yes. */
  | { readonly kind: 'yes'; readonly threshold: RuleCount; readonly among?: SetExpr; readonly attribute?: string; readonly place: Place }
  /** Fewer than so many no (1: nobody against). */
  | { readonly kind: 'no-fewer-than'; readonly count: Quantity; readonly among?: SetExpr; readonly place: Place }
  /** Every actor of a set, voting or not, approves (a separate consent, for the matter). */
  | { readonly kind: 'approves'; readonly who: SetExpr; readonly place: Place }
  /** Another body's decision. */
  | { readonly kind: 'decision'; readonly decision: Decision; readonly place: Place }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Rule[]; readonly place: Place }
  /** A rule with its own recusals or quorum. */
  | { readonly kind: 'restricted'; readonly rule: Rule; readonly recusals: readonly Recusal[]; readonly quorum?: RuleCount; readonly place: Place }
  /** No vote is needed. */
  | { readonly kind: 'always'; readonly place: Place }
  /** A bracket; no alternative taken: the rule can never be met. */
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Rule>[]; readonly place: Place };

/**
 * One decision that a clause refers to. Two decisions with the same `ballots` key are one vote, perhaps under two rules.
 */
export interface Decision {
  /** Who votes: a body, or any set ("Guarantors decide unanimously"). */
  readonly voters: SetExpr;
  readonly body?: Id;
  readonly matter?: Id;
  /** The rule written in the clause; absent: the body's own rule for the matter. */
  readonly rule?: Rule;
  /** Key of the vote: voters and matter. */
  readonly ballots: string;
  /** By when it must be taken, counted from the moment the condition could first be met. */
  readonly deadline: Deadline;
  readonly place: Place;
}

/** A number, or a bracket of numbers (no alternative taken: no number, the sentence is without effect). */
export type Quantity =
  | { readonly kind: 'number'; readonly value: Rational; readonly unit?: string; readonly place: Place }
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Quantity>[]; readonly place: Place }
  /** A number still to be agreed within the range of an issue. */
  | { readonly kind: 'range'; readonly issue: Id; readonly place: Place };

/** By when. `days` is exact; months count 30 days and years 365 (stated in docs/language.md). */
export type Deadline =
  | { readonly kind: 'none' }
  | { readonly kind: 'days'; readonly days: Rational; readonly text: string; readonly place: Place }
  | { readonly kind: 'indeterminate'; readonly word: string; readonly place: Place }
  | { readonly kind: 'date'; readonly date: IsoDate; readonly place: Place }
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Deadline>[]; readonly place: Place };

/** What a condition, an act or a promise is aimed at. `each` expands a set to its actors, otherwise the thing itself is meant. */
export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'thing'; readonly id: Id }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'each'; readonly set: SetExpr }
  /** Each of the bearers but itself. */
  | { readonly kind: 'one-another' };

/** How many of a set: all, at least so many, or those with at least such a share of an attribute. */
export type Quantifier =
  | { readonly kind: 'all' }
  | { readonly kind: 'at-least'; readonly count: number }
  | { readonly kind: 'share'; readonly share: Rational; readonly attribute: string; readonly strict: boolean };

/** A condition of a clause. */
export type Cond =
  | { readonly kind: 'true'; readonly place: Place }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Cond[]; readonly place: Place }
  | { readonly kind: 'not'; readonly of: Cond; readonly place: Place }
  | { readonly kind: 'event'; readonly event: Id; readonly on: SetExpr; readonly by?: SetExpr; readonly within?: readonly Id[]; readonly outside?: readonly Id[]; readonly place: Place }
  | { readonly kind: 'decided'; readonly decision: Decision; readonly place: Place }
  /** The decision was not taken by its deadline. */
  | { readonly kind: 'failing'; readonly decision: Decision; readonly place: Place }
  /** So many of a set do the act. */
  | { readonly kind: 'did'; readonly quantifier: Quantifier; readonly who: SetExpr; readonly act: Id; readonly target: Target; readonly place: Place }
  /** Consent of a set (`any`: of one of them) to a subject: the act that the sentence governs, or what the article is about whose sentences wait for it. */
  | { readonly kind: 'consent'; readonly who: SetExpr; readonly any: boolean; readonly subject: string; readonly place: Place }
  /** A request for help by a set (`any`: by one of them). */
  | { readonly kind: 'request'; readonly who: SetExpr; readonly any: boolean; readonly place: Place }
  | { readonly kind: 'fact'; readonly fact: Id; readonly place: Place }
  | { readonly kind: 'ratified'; readonly quantifier: Quantifier; readonly who: SetExpr; readonly instrument: Id; readonly place: Place }
  /** So many of a set withdraw from the instrument. */
  | { readonly kind: 'withdrawn'; readonly quantifier: Quantifier; readonly who: SetExpr; readonly instrument: Id; readonly place: Place }
  /** Waits so long after the inner condition is met ("three days after …"). */
  | { readonly kind: 'after'; readonly delay: Deadline; readonly of: Cond; readonly place: Place }
  /** A bracket; no alternative taken: false. */
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Cond>[]; readonly place: Place };

/** What a norm commands, forbids or permits. */
export type Action =
  | { readonly kind: 'act'; readonly act: Id; readonly target: Target }
  /** To have more than `max` of an attribute; a limit is a ban of it. */
  | { readonly kind: 'exceed'; readonly attribute: Id; readonly max: Quantity };

export type Modality = 'duty' | 'ban' | 'right' | 'pledge' | 'pledge-not';

/** Who bears it: each by itself, all together, or some one of them that the text leaves open. */
export type Distribution = 'each' | 'jointly' | 'any';

/**
 * Discretion as to means. `own`: such action as it deems necessary (the means are the bearer's to choose); `necessary`: such action as is
 * necessary (the named means are owed); `none`: the text says neither, and named means are owed.
 */
export type Discretion = 'none' | 'own' | 'necessary';

/** A reference to what a sentence yields to or overrides: an instrument, or an article of one. */
export interface NormRef {
  readonly instrument: Id;
  readonly article?: Id;
  readonly place: Place;
}

/** One norm: one sentence of an article with everything that stands around it folded into `when` and `unless`. */
export interface Norm {
  /** `Istanbul.art5#2`: the article and the number of the sentence in it. */
  readonly id: Id;
  readonly instrument: Id;
  readonly article: Id;
  readonly modality: Modality;
  readonly bearer: SetExpr;
  readonly distribution: Distribution;
  readonly action: Action;
  /** Trigger and conditions, conjoined from the outside in; brackets and readings around the sentence are `options`. */
  readonly when: Cond;
  readonly unless: readonly Cond[];
  /** Options (of issues or readings) that must be taken for the sentence to stand in the text: a conjunction. */
  readonly options: readonly Id[];
  readonly deadline: Deadline;
  readonly discretion: Discretion;
  /** Means named in the text (`including use-force`). */
  readonly means: readonly Id[];
  readonly subjectTo: readonly NormRef[];
  readonly notwithstanding: readonly NormRef[];
  readonly withoutPrejudice: readonly NormRef[];
  readonly place: Place;
  readonly provenance: Provenance;
}

/** That the text says nothing on a point: a fact that can be cited. */
export interface Silence {
  readonly instrument: Id;
  readonly article?: Id;
  readonly on: string;
  readonly place: Place;
  readonly provenance: Provenance;
}

export interface Article extends Declared {
  readonly instrument: Id;
  /** As printed: "5", "27(3)"; unique in its instrument. */
  readonly number: string;
}

export type InstrumentKind = 'treaty' | 'charter' | 'agreement' | 'memorandum' | 'communique' | 'draft' | 'resolution' | 'proposal' | 'instrument';

export interface Instrument extends Declared {
  readonly kind: InstrumentKind;
  /** Absent: the text names none, and everybody it names is bound. A norm binds a bearer only while it is a party. */
  readonly parties?: SetExpr;
  /** Political: its duties are pledges. */
  readonly political: boolean;
  readonly articles: readonly Article[];
  readonly norms: readonly Norm[];
  readonly silences: readonly Silence[];
  readonly signed?: IsoDate;
  /** In force since; absent: judged as if in force, and the condition below as a question of its own. */
  readonly inForceSince?: IsoDate;
  readonly entry?: { readonly when: Cond; readonly place: Place; readonly provenance: Provenance };
  /** Last day in force. */
  readonly expires?: IsoDate;
  /** Conditions each of which ends it; written in an article, they end what it commands. */
  readonly ends: readonly { readonly when: Cond; readonly options: readonly Id[]; readonly article?: Id; readonly place: Place; readonly provenance: Provenance }[];
  /** Instruments over which its obligations prevail; `all`: every other. */
  readonly prevailsOver: 'all' | readonly Id[];
  readonly yieldsTo: readonly Id[];
  /** About "parties", "not legally binding", "signed", "in force since", "ends on", "prevails over" and "yields to". */
  readonly statements?: readonly Statement[];
}

/** A question left open in a text: negotiators choose (`negotiation`), or readers differ (`reading`). Exactly one option is taken. */
export interface Issue extends Declared {
  readonly kind: 'negotiation' | 'reading';
  readonly options: readonly Option[];
  /** A numeric issue: any value from `min` to `max`. It has no options then. */
  readonly range?: { readonly min: Rational; readonly max: Rational; readonly unit?: string };
  readonly instrument?: Id;
}

export interface Option extends Declared {
  readonly issue: Id;
  /** Who holds a reading. */
  readonly heldBy: readonly string[];
}

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
  /** What is judged by default; empty: every promise, every scenario of the case. */
  readonly promises: readonly Id[];
  readonly scenarios: readonly Id[];
  /** Where there are several `judge` lines: what each of them asks for. */
  readonly judged?: readonly { readonly promises: readonly Id[]; readonly scenarios: readonly Id[] }[];
}

export type PositionVerb = 'demands' | 'refuses' | 'offers' | 'accepts' | 'prefers';

/** What a position is about. Its engine comes later; its form is checked now. */
export type Subject =
  | { readonly kind: 'option'; readonly option: Id }
  | { readonly kind: 'fact'; readonly fact: Id }
  | { readonly kind: 'holds'; readonly promise: Id; readonly scenario?: Id; readonly arrangement?: Id; readonly strength?: Strength; readonly negated: boolean }
  | { readonly kind: 'no-veto'; readonly promise: Id; readonly scenario?: Id; readonly who?: SetExpr }
  | { readonly kind: 'order'; readonly first: Id; readonly then: Id }
  | { readonly kind: 'limit'; readonly attribute: Id; readonly of?: SetExpr; readonly bound: 'at-least' | 'at-most'; readonly value: Rational; readonly unit?: string }
  | { readonly kind: 'role'; readonly actor: SetExpr; readonly group: Id }
  | { readonly kind: 'act'; readonly who: SetExpr; readonly act: Id; readonly target: Target }
  | { readonly kind: 'instrument'; readonly instrument: Id }
  | { readonly kind: 'text'; readonly text: string };

export interface PositionLine {
  readonly actor: Id;
  readonly verb: PositionVerb;
  readonly subject: Subject;
  /** `offers A if B`; `prefers A over B`. */
  readonly condition?: Subject;
  readonly over?: Subject;
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** A point of fact on which sources differ: the accounts stand side by side. */
export interface Dispute extends Declared {
  readonly accounts: readonly { readonly text: string; readonly place: Place; readonly provenance: Provenance }[];
}

export type SourceKind = 'primary' | 'reporting' | 'analysis' | 'commentary';

export interface Source extends Declared {
  readonly publisher?: string;
  readonly author?: string;
  readonly date?: IsoDate;
  readonly kind?: SourceKind;
  /** Admiralty code: reliability A–F and credibility 1–6, judged apart, never computed with. */
  readonly grade?: { readonly reliability: string; readonly credibility: string };
  readonly url?: string;
  /** File name of the text, looked for in the case's folder and in `--sources DIR`. */
  readonly text?: string;
  /** SHA-256 of that file, hex. */
  readonly digest?: string;
  /** Where to get the text. */
  readonly obtain?: string;
  /** The source stands inside another (an article copied into a blog), between these phrases of its text. */
  readonly within?: Id;
  readonly begins?: string;
  readonly ends?: string;
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

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** True for the bundled library and anything else imported: findings of form are shown, verdicts are not asked for. */
  readonly imported: boolean;
}

/** Everything that an author wrote, resolved. Tables keep the order of the text, imports first. */
export interface Case {
  readonly title: string;
  readonly files: readonly SourceFile[];
  readonly actors: ReadonlyMap<Id, Actor>;
  readonly groups: ReadonlyMap<Id, Group>;
  readonly bodies: ReadonlyMap<Id, Body>;
  readonly acts: ReadonlyMap<Id, Act>;
  readonly events: ReadonlyMap<Id, EventKind>;
  readonly regions: ReadonlyMap<Id, Region>;
  readonly facts: ReadonlyMap<Id, Fact>;
  readonly attributes: ReadonlyMap<Id, Attribute>;
  readonly organisations: ReadonlyMap<Id, Organisation>;
  readonly instruments: ReadonlyMap<Id, Instrument>;
  readonly issues: ReadonlyMap<Id, Issue>;
  /** Every option of every issue, by full name (`decision.unanimity`). */
  readonly options: ReadonlyMap<Id, Option>;
  readonly scenarios: ReadonlyMap<Id, Scenario>;
  readonly promises: ReadonlyMap<Id, Promise_>;
  readonly arrangements: ReadonlyMap<Id, Arrangement>;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly disputes: readonly Dispute[];
  readonly positions: readonly PositionLine[];
  readonly expectations: readonly Expectation[];
}
