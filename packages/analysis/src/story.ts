import { SizeLimitError, type Node } from '@casus/diagrams';
import {
  beneficiariesOf, blocDecisions, by, Choices, everTrue, holds, Meaning, membersOf, termOf, valueOf, worldOf,
  type ActiveNorm, type Case, type Citation, type Decision, type Id, type Norm, type Place, type Recusal, type Rule, type Witness, type World,
} from '@casus/model';
import { aimedAtPromised } from './aimed.js';
import { attackerOf } from './attacker.js';
import { TOO_MANY } from './findings/too-large.js';
import { actsOf } from './generalise.js';
import { stagesFor, type Stage } from './stages.js';
import type { Cell, Verdict } from './verdict.js';
import { decisionsIn, normOf, ruleOf } from './walk.js';
import { actName, actorName, actorNames, articleName } from './words.js';

/** One step of a witness told as a story. */
export interface StoryStep {
  readonly text: string;
  /** “Istanbul framework, article 5”. */
  readonly article?: string;
  readonly place?: Place;
  readonly cites: readonly Citation[];
  /** Whose doing it is, when one actor's. */
  readonly actor?: Id;
  readonly outcome?: 'for' | 'against' | 'neutral';
}

/**
 * The witness of a verdict as a story: what happens, who votes how and whether the decision passes, what then falls due, what is
 * forbidden, what the willing do, and how it ends. Everybody outside the hostile side works for the promise. Where it turns on votes that are too large,
 * one step says so.
 */
export function story(case_: Case, verdict: Verdict, cell: Cell, witness: Witness = cell.details.witness): readonly StoryStep[] {
  try {
    return new Teller(case_, verdict, cell, witness).tell();
  } catch (error) {
    if (!(error instanceof SizeLimitError)) throw error;
    return [{ text: `The story is not told: ${TOO_MANY}.`, cites: [], outcome: 'neutral' }];
  }
}

const BUILT_IN: ReadonlySet<Id> = new Set(['armed-attack', 'threat']);

/** What choices of one actor mean in words, when it takes them and when it does not; for one and for several. */
const SAID: Readonly<Record<string, readonly [readonly [string, string] | undefined, readonly [string, string] | undefined]>> = {
  finds: [['finds', 'find'], ['does not find', 'do not find']],
  declares: [['declares formally that it abstains', 'declare formally that they abstain'], undefined],
  consent: [['consents', 'consent'], ['refuses its consent', 'refuse their consent']],
  request: [['asks for help', 'ask for help'], ['does not ask for help', 'do not ask for help']],
};

class Teller {
  readonly #choices: Choices;
  readonly #meaning: Meaning;
  readonly #world: World;
  readonly #chosen: ReadonlyMap<string, string>;
  readonly #friends: ReadonlySet<Id>;

  constructor(
    readonly case_: Case,
    readonly verdict: Verdict,
    readonly cell: Cell,
    readonly witness: Witness,
  ) {
    const attacker = attackerOf(case_, verdict);
    this.#choices = new Choices(case_);
    this.#world = worldOf(case_, {
      arrangement: verdict.arrangement,
      scenario: verdict.scenario,
      options: [...verdict.fixed, ...cell.text.values()],
      ...(attacker === undefined ? {} : { attacker }),
      ...(verdict.date === undefined ? {} : { asOf: verdict.date }),
    });
    this.#meaning = new Meaning(this.#choices, this.#world);
    this.#chosen = new Map(witness.choices.map(({ key, value }) => [key, value]));
    const consenting = witness.value && witness === cell.details.consent;
    this.#friends = new Set([...case_.actors.keys()].filter((actor) => consenting || !this.#world.hostile.has(actor)));
  }

  tell(): StoryStep[] {
    const promise = this.case_.promises.get(this.verdict.promise)!;
    const standing = this.#meaning.norms.filter(({ norm, binds }) => this.verdict.clauses.includes(norm.id) && [...binds.values()].some((in_) => this.#is(in_)));
    const clauses = aimedAtPromised(this.#meaning, promise.expr, standing);
    const stages = this.#stages();
    const asked = [...stages.map(({ when }) => when), ...clauses.flatMap(({ norm }) => [norm.when, ...norm.unless])];
    const decisions = this.#distinct([...decisionsIn(promise.expr, this.#taken), ...asked.flatMap((cond) => decisionsIn(cond, this.#taken))]);
    return [
      ...this.#events(), ...this.#said(), ...decisions.flatMap((decision) => this.#votes(decision)), ...stages.map((stage) => this.#stage(stage)),
      ...clauses.map((clause) => this.#clause(clause)), ...this.#wills(), this.#end(),
    ];
  }

  /** What it turns on whether the instruments of the clauses apply at all, also of those that then do not. */
  #stages(): readonly Stage[] {
    const norms = this.verdict.clauses.flatMap((id) => normOf(this.case_, id) ?? []);
    return stagesFor(this.case_, this.verdict, norms.filter(({ instrument, options }) => this.#world.instruments.some(({ id }) => id === instrument) && options.every(this.#taken)));
  }

  /** Whether an instrument goes on after its last day, is applied before its entry into force, or gets a new party. */
  #stage({ kind, instrument: id, when, who = [], place, provenance }: Stage): StoryStep {
    const { label, expires, inForceSince } = this.case_.instruments.get(id)!;
    // Accession is asked of the founders alone.
    const met = this.#is(everTrue(holds(kind === 'accession' ? this.#meaning.founders : this.#meaning, when)));
    const many = who.length > 1;
    const WORDS: Record<Stage['kind'], [string, string]> = {
      renewal: [`${label} expired on ${expires}, and is renewed`, `${label} expired on ${expires}, and is not renewed`],
      provisional: [`${label} is not in force before ${inForceSince}, and is applied provisionally`, `${label} is not in force before ${inForceSince}, and is not applied provisionally`],
      accession: [`${actorNames(this.case_, who)} ${many ? 'accede' : 'accedes'} to ${label}`, `${actorNames(this.case_, who)} ${many ? 'do' : 'does'} not accede to ${label}`],
    };
    return {
      text: `${WORDS[kind][met ? 0 : 1]}: the condition “${this.#text(when.place)}” is ${met ? 'met' : 'not met'}.`,
      place, cites: provenance.cites, ...(who.length === 1 ? { actor: who[0]! } : {}), outcome: met ? 'neutral' : 'against',
    };
  }

  /** Votes under different rules; the same vote may be asked for by several sentences. */
  #distinct(decisions: readonly Decision[]): Decision[] {
    const told = new Map<string, Decision>();
    for (const decision of decisions) {
      const rule = ruleOf(this.case_, decision, this.#taken);
      const key = `${decision.ballots} ${rule === undefined ? '' : this.#text(rule.place)}`;
      if (!told.has(key)) told.set(key, decision);
    }
    return [...told.values()];
  }

  readonly #taken = (option: Id): boolean => this.#is(this.#meaning.option(option));

  #events(): StoryStep[] {
    const { scenario, events, hostile, attackers } = this.#world;
    const steps = events.map((event, i): StoryStep => {
      const kind = this.case_.events.get(event.event)?.label ?? event.event;
      const date = scenario.events[i]?.date ?? scenario.date;
      const [by, on] = [event.by, event.on].map((actors) => actorNames(this.case_, [...actors]));
      // A title may be a sentence of its own.
      const plain = !kind.includes(' ') || BUILT_IN.has(event.event);
      return {
        text: `${capital(kind)}${plain ? ` by ${by} on ${on}` : ` (by ${by}, on ${on})`}${date === undefined ? '' : `, ${date}`}.`,
        place: scenario.events[i]!.place,
        cites: scenario.provenance.cites,
        outcome: 'neutral',
      };
    });
    const siding = [...hostile].filter((actor) => !attackers.has(actor));
    if (siding.length > 0) steps.push({ text: `${actorNames(this.case_, siding)} ${siding.length === 1 ? 'sides' : 'side'} with the attacker.`, place: scenario.place, cites: [], outcome: 'neutral' });
    return steps;
  }

  /** What somebody finds, declares, asks or agrees to, where the outcome turns on it. */
  #said(): StoryStep[] {
    const groups = new Map<string, Id[]>();
    for (const { key, value, owner } of this.witness.choices) {
      if (owner === undefined) continue;
      const [kind = '', ...rest] = key.slice(0, key.length - owner.length - 1).split(':');
      const words = SAID[kind]?.[value === 'true' ? 0 : 1];
      if (words === undefined) continue;
      // Who votes yes or no declares nothing.
      if (kind === 'declares' && (this.#chosen.get(`ballot:${rest.join(':')}:${owner}`) ?? 'abstain') !== 'abstain') continue;
      const about = kind === 'finds' ? ` that ${this.case_.facts.get(rest.join(':'))?.label ?? rest.join(':')}` : '';
      const told = `${value} ${kind}${about}`;
      groups.set(told, [...(groups.get(told) ?? []), owner]);
    }
    return [...groups].map(([told, actors]): StoryStep => {
      const [value = '', kind = ''] = told.split(' ', 2);
      const words = SAID[kind]![value === 'true' ? 0 : 1]![actors.length === 1 ? 0 : 1];
      return {
        text: `${actorNames(this.case_, actors)} ${words}${told.slice(value.length + kind.length + 1)}.`, cites: [], ...(actors.length === 1 ? { actor: actors[0]! } : {}), outcome: 'neutral',
      };
    });
  }

  /** A vote, after the votes of the bodies that vote in it. */
  #votes(decision: Decision): StoryStep[] {
    return [...blocDecisions(this.case_, decision).flatMap((bloc) => this.#votes(bloc)), this.#vote(decision)];
  }

  #vote(decision: Decision): StoryStep {
    const recusals = this.#recusals(decision);
    const recused = (how: 'excluded' | 'abstains'): Set<Id> =>
      new Set(recusals.filter((recusal) => recusal.how === how).flatMap(({ who }) => [...membersOf(this.#meaning, who)].filter(([, in_]) => this.#is(in_)).map(([id]) => id)));
    const excluded = recused('excluded');
    const abstaining = recused('abstains');
    const members = [...membersOf(this.#meaning, decision.voters)].filter(([id, in_]) => this.#is(in_) && !excluded.has(id)).map(([id]) => id);
    const cast = new Map<string, Id[]>();
    for (const actor of members) {
      const ballot = abstaining.has(actor) ? 'abstain' : this.#ballot(decision, actor);
      cast.set(ballot, [...(cast.get(ballot) ?? []), actor]);
    }
    for (const bloc of blocDecisions(this.case_, decision)) {
      const ballot = this.#is(this.#meaning.passes(bloc)) ? 'yes' : 'no';
      cast.set(ballot, [...(cast.get(ballot) ?? []), bloc.body!]);
    }
    const WORDS: Record<string, [string, string]> = { yes: ['votes yes', 'vote yes'], no: ['votes no', 'vote no'], abstain: ['abstains', 'abstain'], absent: ['stays away', 'stay away'] };
    const votes = ['yes', 'no', 'abstain', 'absent'].flatMap((ballot) => {
      const actors = cast.get(ballot) ?? [];
      return actors.length === 0 ? [] : [`${votersNames(this.case_, actors)} ${WORDS[ballot]![actors.length === 1 ? 0 : 1]}`];
    });
    const passed = this.#is(this.#meaning.passes(decision));
    const rule = ruleOf(this.case_, decision, this.#taken);
    const matter = decision.matter === undefined ? '' : ` on ${this.case_.bodies.get(decision.body ?? '')?.matters.find(({ id }) => id === decision.matter)?.label ?? decision.matter}`;
    const group = decision.voters.kind === 'group' ? this.case_.groups.get(decision.voters.id)?.label : undefined;
    const voters = decision.body === undefined ? group : (this.case_.bodies.get(decision.body)?.label ?? decision.body);
    const who = voters === undefined ? 'The vote' : `The vote of ${voters}`;
    const asked = rule === undefined ? '' : ` The rule is “${this.#text(rule.place)}”.`;
    return {
      text: `${who}${matter}: ${votes.length === 0 ? 'nobody may vote' : votes.join('; ')}.${asked} The decision ${passed ? 'is taken' : 'is not taken'}.`,
      place: rule?.place ?? decision.place,
      cites: rule?.cites ?? [],
      outcome: passed ? 'for' : 'against',
    };
  }

  /** Who takes no part in the vote: by the body's rules for the matter, and by those of the clause. */
  #recusals({ body, matter, rule }: Decision): readonly Recusal[] {
    const own = (this.case_.bodies.get(body ?? '')?.recusals ?? []).filter(({ matters }) => matters.length === 0 || matters.includes(matter ?? ''));
    const said = (part: Rule | undefined): readonly Recusal[] => {
      if (part?.kind === 'restricted') return [...part.recusals, ...said(part.rule)];
      return part?.kind === 'choice' ? part.alternatives.filter(({ option }) => this.#taken(option)).flatMap(({ value }) => said(value)) : [];
    };
    return [...own, ...said(rule)];
  }

  /** The ballot as the witness has it; where it does not matter, each side votes as it would. */
  #ballot(decision: Decision, actor: Id): string {
    return this.#chosen.get(`ballot:${decision.ballots}:${actor}`) ?? (this.#friends.has(actor) ? 'yes' : 'no');
  }

  #clause(active: ActiveNorm): StoryStep {
    const { norm, modality } = active;
    const named = [...active.binds].filter(([, in_]) => this.#is(in_)).map(([id]) => id);
    const reached = named.filter((actor) => this.#is(everTrue(this.#meaning.guard(active, actor))));
    const met = reached.length > 0;
    const bound = met ? reached : named;
    const { action } = norm;
    const toItself = (actor: Id): boolean =>
      action.kind === 'act' && ((action.target.kind === 'thing' && action.target.id === actor) || (action.target.kind === 'role' && action.target.role === 'victim' && this.#world.victims.has(actor)));
    const freedom = this.case_.promises.get(this.verdict.promise)?.expr.kind === 'free-to';
    const helpers = freedom ? bound : bound.filter((actor) => !this.#world.hostile.has(actor) && !toItself(actor));
    const WHAT: Record<Norm['modality'], [string, string]> = {
      duty: [`The duty falls due${helpers.length > 0 ? ` for ${actorNames(this.case_, helpers)}` : ''}.`, 'The duty does not fall due: its condition is not met.'],
      ban: [`This forbids it to ${actorNames(this.case_, bound)}.`, 'This does not forbid it: its condition is not met, or its exception is.'],
      right: [`This permits it to ${actorNames(this.case_, helpers)}; nobody has to.`, 'This permission does not apply: its condition is not met.'],
      pledge: [`A pledge of ${actorNames(this.case_, helpers)}; it binds politically, not in law.`, 'The pledge does not apply: its condition is not met.'],
      'pledge-not': ['A pledge not to; it binds politically, not in law.', 'The pledge does not apply: its condition is not met.'],
    };
    const article = articleName(this.case_, norm.article);
    return {
      text: `“${this.#text(norm.place)}” ${WHAT[modality][met ? 0 : 1]}`,
      ...(article === undefined ? {} : { article }),
      place: norm.place,
      cites: norm.provenance.cites,
      outcome: modality === 'ban' ? (met ? 'against' : 'neutral') : met && modality === 'duty' ? 'for' : 'neutral',
    };
  }

  /** What the willing do, where the verdict is about what may be done. */
  #wills(): StoryStep[] {
    if (this.witness.half !== 'possible') return [];
    const promised = new Set(actsOf(this.case_.promises.get(this.verdict.promise)!.expr));
    const willing = new Map<string, Id[]>();
    for (const { key, value, owner } of this.witness.choices) {
      const [kind, act, target] = key.split(':') as [string, string, string];
      if (kind !== 'will' || value !== 'true' || owner === undefined || !promised.has(act)) continue;
      willing.set(`${act}:${target}`, [...(willing.get(`${act}:${target}`) ?? []), owner]);
    }
    return [...willing].map(([key, actors]): StoryStep => {
      const [act, target] = key.split(':') as [string, string];
      const does = target === '-' ? actName(this.case_, act) : `${this.case_.acts.get(act)?.label ?? act} ${actorName(this.case_, target)}`;
      return { text: `${actorNames(this.case_, actors)} ${actors.length === 1 ? 'chooses' : 'choose'} to ${does}; nothing forbids it.`, cites: [], ...(actors.length === 1 ? { actor: actors[0]! } : {}), outcome: 'for' };
    });
  }

  #end(): StoryStep {
    const promise = this.case_.promises.get(this.verdict.promise)!;
    const value = by(valueOf(this.#meaning, promise.expr, this.witness.half), termOf(promise));
    const kept = this.#is(value);
    const whose = actorNames(this.case_, [...beneficiariesOf(this.#world, promise)]);
    const what = `“${promise.label}”`;
    const FOUND: Record<string, [string, string]> = {
      decision: ['The decision is taken', 'The decision is not taken'],
      'free-to': ['Nothing takes this freedom away', 'This freedom is taken away'],
      'no-limit': ['No limit stands in the way', 'A limit stands in the way'],
    };
    const other = FOUND[promise.expr.kind];
    const text = other !== undefined ? `${other[kept ? 0 : 1]}: ${what}.` : this.witness.half === 'owed'
      ? kept ? `${what} is owed to ${whose}.` : `Nobody owes ${whose} this: ${what}.`
      : kept ? `${what} comes about, though nobody owes it.` : `${what} does not come about.`;
    return { text, place: promise.place, cites: promise.provenance.cites, outcome: kept ? 'for' : 'against' };
  }

  /** The value of a function under the witness. */
  #is(f: Node): boolean {
    const { manager: m } = this.#choices;
    return m.evaluate(this.#choices.expand(f), (v) => {
      const { key, owner, bit, kind } = this.#choices.variable(v);
      const friendly = owner !== undefined && this.#friends.has(owner);
      if (bit !== undefined) {
        const ballot = this.#chosen.get(key) ?? (friendly ? 'yes' : 'no');
        return ballot === 'yes' || ballot === (bit === 1 ? 'absent' : 'abstain');
      }
      if (key.startsWith('performer:')) {
        const cut = key.indexOf('/');
        return this.#chosen.get(key.slice(0, cut)) === key.slice(cut + 1);
      }
      return (this.#chosen.get(key) ?? String(kind === 'act' && friendly)) === 'true';
    });
  }

  #text({ file, offset, end }: Place): string {
    const text = this.case_.files.find(({ path }) => path === file)?.text.slice(offset, end) ?? '';
    return text.replace(/\s+(cite|stated by|reported|inferred)\b[\s\S]*$/, '').replace(/\s+/g, ' ').trim();
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Those who vote, bodies that cast one vote among them. */
function votersNames(case_: Case, ids: readonly Id[]): string {
  const actors = ids.filter((id) => case_.actors.has(id));
  const blocs = ids.filter((id) => !case_.actors.has(id)).map((id) => case_.bodies.get(id)?.label ?? id);
  return [...(actors.length === 0 ? [] : [actorNames(case_, actors)]), ...blocs].join(' and ');
}
