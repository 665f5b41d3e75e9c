import { FALSE, SizeLimitError, type Node } from '@casus/diagrams';
import { membersOf, type Case, type Id, type Rule } from '@casus/model';
import { gameOf, variablesOf } from '../../games.js';
import { reached, turnsOnRoles, written } from '../../reach.js';
import { ruleOf } from '../../walk.js';
import { listed } from '../../words.js';
import type { CaseSubject } from '../case.js';
import type { BodyGame } from '../../bodies/body.js';
import { hasManyVoters, ruleOn } from './large.js';
import { occasionsOf, type Occasion } from '../occasions.js';
import { votesOf, type Vote } from './votes.js';

/** A vote on an occasion, as a function of the ballots, and as a game of those who take part. */
export class Held {
  #passes: Node | undefined;
  #game: Node | undefined;
  #rule: { readonly is: BodyGame | undefined } | undefined;
  #large: boolean | undefined;

  /** `like`: a vote on the same occasion by the same people under the same words, which comes to the same. */
  constructor(
    readonly vote: Vote,
    readonly occasion: Occasion,
    readonly like?: Held,
  ) {}

  /** Under which ballots, in which texts, it passes. */
  get passes(): Node {
    if (this.like !== undefined) return this.like.passes;
    const { meaning } = this.occasion;
    return (this.#passes ??= meaning.choices.expand(meaning.passes(this.vote.decision)));
  }

  /** Which coalitions can make it pass, whatever the others do. */
  get game(): Node {
    if (this.like !== undefined) return this.like.game;
    return (this.#game ??= gameOf(this.occasion.meaning.choices, this.passes, new Set()));
  }

  /** The vote as a rule over ballots; nothing where it turns on open brackets. */
  get rule(): BodyGame | undefined {
    if (this.like !== undefined) return this.like.rule;
    return (this.#rule ??= { is: ruleOn(this.occasion.meaning, this.vote.decision) }).is;
  }

  /** Whether it is too large for a diagram. Of such a vote only what its rule says by itself is told, and a finding may be missed. */
  get large(): boolean {
    if (this.like !== undefined) return this.like.large;
    return (this.#large ??= this.#isLarge());
  }

  #isLarge(): boolean {
    if (this.rule !== undefined && hasManyVoters(this.rule)) return true;
    try {
      return this.game === undefined;
    } catch (error) {
      if (error instanceof SizeLimitError) return true;
      throw error;
    }
  }

  /** Those entitled to vote in some text, if nobody is recused. */
  get voters(): readonly Id[] {
    return [...membersOf(this.occasion.meaning, this.vote.decision.voters).keys()];
  }

  /** Those of them whose ballots the rule counts: nobody whom a recusal keeps from voting in some text. */
  get counted(): readonly Id[] {
    const { meaning } = this.occasion;
    const { case: case_ } = meaning.world;
    const recused = new Set(recusalsOf(this).flatMap(({ who }) => [...membersOf(meaning, who).keys()]));
    const voters = this.voters.filter((id) => !recused.has(id));
    const among = countedSets(ruleOf(case_, this.vote.decision)?.rule);
    if (among === 'all') return voters;
    const named = new Set(among.flatMap((set) => [...membersOf(meaning, set).keys()]));
    return voters.filter((id) => named.has(id));
  }
}

/** Kinds of rules that count no ballots themselves. */
const NO_COUNT: ReadonlySet<Rule['kind']> = new Set(['and', 'or', 'restricted', 'choice', 'always', 'approves', 'decision']);

function countedSets(rule: Rule | undefined): 'all' | NonNullable<Extract<Rule, { kind: 'yes' }>['among']>[] {
  const sets: NonNullable<Extract<Rule, { kind: 'yes' }>['among']>[] = [];
  const visit = (part: Rule): boolean => {
    if (part.kind === 'and' || part.kind === 'or') return part.of.some(visit);
    if (part.kind === 'restricted') return visit(part.rule);
    if (part.kind === 'choice') return part.alternatives.some(({ value }) => visit(value));
    if (NO_COUNT.has(part.kind)) return false;
    if (!('among' in part) || part.among === undefined) return true;
    sets.push(part.among);
    return false;
  };
  return rule !== undefined && visit(rule) ? 'all' : sets;
}

/** Votes on all their occasions. */
export interface Votes {
  /** Each vote with nothing happening, in each period that matters; only those whose rule and voters do not wait for an event. */
  readonly quiet: readonly { readonly vote: Vote; readonly held: readonly Held[] }[];
  /** Votes in which who attacks whom makes a difference, in each scenario. */
  readonly inScenarios: readonly { readonly vote: Vote; readonly held: readonly Held[] }[];
}

/** The votes of a case, worked out once for all findings about them. */
export function votesHeld({ case: case_, asOf }: CaseSubject): Votes {
  const known = VOTES.get(case_);
  if (known !== undefined && known.asOf === asOf) return known.votes;
  const occasions = occasionsOf(case_, asOf);
  const first = new Map<string, Held>();
  const heldOn = (vote: Vote, parts: unknown, of: readonly Occasion[]): Held[] => {
    const words = written(parts);
    return of.flatMap((occasion, i) => {
      const key = `${i} ${of.length} ${words}`;
      const like = first.get(key);
      const held = new Held(vote, occasion, like?.occasion.meaning === occasion.meaning ? like : undefined);
      if (like === undefined) first.set(key, held);
      return hasVoters(held) ? [held] : [];
    });
  };
  const all = votesOf(case_).map((vote) => {
    const { body, matter } = vote.decision;
    return { vote, parts: [vote.decision.voters, ruleOf(case_, vote.decision)?.rule, vote.recusals, body, vote.decision.rule === undefined ? matter : undefined] };
  });
  const votes: Votes = {
    quiet: all.flatMap(({ vote, parts }) => (turnsOnRoles(case_, parts.slice(0, 2), RECUSALS) ? [] : [{ vote, held: heldOn(vote, parts, occasions.periods(parts.slice(0, 3))) }])),
    inScenarios: all.flatMap(({ vote, parts }) => (turnsOnRoles(case_, parts.slice(0, 3)) ? [{ vote, held: heldOn(vote, parts, occasions.scenarios) }] : [])),
  };
  VOTES.set(case_, { asOf, votes });
  return votes;
}

/** Somebody votes; that nobody does is an error of form, or the body has not begun or has ended. */
function hasVoters({ voters, vote: { decision }, occasion: { meaning } }: Held): boolean {
  return voters.length > 0 || (meaning.world.case.bodies.get(decision.body ?? '')?.blocs ?? []).length > 0;
}

const RECUSALS: ReadonlySet<string> = new Set(['recusals']);

/** The votes of each case, for the day that was asked for; cases do not change. */
const VOTES = new WeakMap<Case, { readonly asOf: string | undefined; readonly votes: Votes }>();

/** A text in which a function of the drafters' choices (and others) holds, in words: “, in the text with decision.majority”; nothing where it holds in all. */
export function textWords({ occasion: { meaning } }: Held, f: Node): string {
  const { choices, manager: m } = meaning;
  const options = variablesOf(choices, f, 'option');
  if (options.length === 0) return '';
  const issues = [...new Set(options.map(({ key }) => key.slice('option:'.length)))];
  const canonical = m.andAll(issues.map((issue) => choices.canonical(issue)));
  const others = m.support(f).filter((v) => choices.variable(v).kind !== 'option');
  const texts = m.exists(f, others);
  if (m.and(canonical, m.not(texts)) === FALSE) return '';
  const model = m.anyModel(m.and(texts, canonical))!;
  const taken = issues.flatMap((issue) => {
    const vars = choices.issueVariables(issue);
    const all = choices.case.issues.get(issue)!.options;
    // An issue of which the text has nothing to say is left out.
    if (!vars.some((v) => model.has(v))) return [];
    const i = vars.findIndex((v) => model.get(v) === true);
    return [all[i < 0 ? all.length - 1 : i]!.id];
  });
  return `, in the text with ${listed(taken)}`;
}

/** The rules and recusals of a vote that depend on who attacks whom. */
export function recusedBy(held: Held): readonly { readonly place: Vote['place'] }[] {
  return recusalsOf(held).filter(({ who }) => turnsOnRoles(held.occasion.meaning.world.case, who));
}

/** Who takes no part in a vote: by the words of the body, and by those of its rule. */
export function recusalsOf({ vote, occasion: { meaning } }: Held): Vote['recusals'] {
  const { case: case_ } = meaning.world;
  const own = [...reached(case_, ruleOf(case_, vote.decision)?.rule)].flatMap((part) => (Array.isArray(part['recusals']) ? (part['recusals'] as Vote['recusals']) : []));
  return [...vote.recusals, ...own];
}
