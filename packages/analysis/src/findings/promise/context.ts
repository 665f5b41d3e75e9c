import { blocDecisions, type Case, type Cause, type Cond, type Decision, type FindingCode, type Id, type Norm, type Place, type Rule, type Time } from '@casus/model';
import { membersIn, stagesFor, type Stage } from '../../stages.js';
import type { Cell, Verdict } from '../../verdict.js';
import { decisionsIn, membershipOf, normOf, ruleOf } from '../../walk.js';
import { actorName, actorNames, articleName } from '../../words.js';

/** One verdict and one of its cells: what the findings about promises look at. */
export interface PromiseContext {
  readonly case: Case;
  readonly verdict: Verdict;
  readonly cell: Cell;
  /** Remembers what is costly to work out about the verdict, while the case is edited (`Session.rememberOf`): plain data only, and nothing of titles and citations. */
  readonly remember?: <T>(what: string, make: () => T) => T;
}

/** What a finding is about, in words: several promises and scenarios where it is the same for them. */
export interface Told {
  /** “A” and “B”. */
  readonly promises: string;
  /** More than one promise: the verb is in the plural. */
  readonly many: boolean;
  /** “ in the case “C” or “D””, with the texts where it does not hold for all. */
  readonly when: string;
}

/** A finding before the promises and scenarios for which it is the same are told together. */
export interface PromiseDraft {
  readonly code: FindingCode;
  readonly message: (told: Told) => string;
  readonly place: Place;
  readonly causes: readonly Cause[];
  readonly help?: string;
  /** Beside the promise, the arrangement and the scenario. */
  readonly about?: readonly Id[];
  /** Of those that differ only in the text that is chosen, the one with the longest time is told. */
  readonly time?: Time;
}

/** A finding about a promise: one file each in this folder. */
export type PromiseFinding = (context: PromiseContext) => readonly PromiseDraft[];

/** The clauses that speak of the promise, those that command first. */
export function clausesOf({ case: case_, verdict }: PromiseContext): readonly Norm[] {
  const norms = verdict.clauses.flatMap((id) => normOf(case_, id) ?? []);
  const rank = (norm: Norm): number => ['duty', 'pledge', 'right', 'ban', 'pledge-not'].indexOf(norm.modality);
  return [...norms].sort((a, b) => rank(a) - rank(b));
}

/** The clause that carries a duty of the promise under the text of the cell; else the first that speaks of it. */
export function carrier(context: PromiseContext): Norm | undefined {
  const clauses = clausesOf(context);
  return clauses.find((norm) => norm.modality === 'duty' && stands(context, norm)) ?? clauses.find((norm) => stands(context, norm));
}

/** Whether a sentence stands in the text of the cell. */
export function stands(context: PromiseContext, norm: Norm): boolean {
  return norm.options.every((option) => isTaken(context, option));
}

/** Whether an option is taken in the text of the cell. */
export function isTaken({ case: case_, verdict, cell }: PromiseContext, option: Id): boolean {
  const issue = case_.options.get(option)?.issue;
  return verdict.fixed.includes(option) || (issue !== undefined && cell.text.get(issue) === option);
}

/** The conditions on which it turns whether the instruments of the clauses apply. */
export function stagesUnder(context: PromiseContext): readonly Stage[] {
  return stagesFor(context.case, context.verdict, clausesOf(context).filter((norm) => stands(context, norm)));
}

/** The decisions on which the promise turns. */
export function decisionsOf(context: PromiseContext): readonly Decision[] {
  const promise = context.case.promises.get(context.verdict.promise)!;
  const taken = (option: Id): boolean => isTaken(context, option);
  const clauses = clausesOf(context).filter((norm) => stands(context, norm));
  const all = [...decisionsIn(promise.expr, taken), ...clauses.flatMap((norm) => decisionsIn([norm.when, norm.unless], taken)), ...stagesUnder(context).flatMap(({ when }) => decisionsIn(when, taken))];
  return all.filter((decision, i) => all.findIndex((other) => other.ballots === decision.ballots) === i);
}

/** Where a finding about the promise points: the clause, else the decision it asks for, else the promise. */
export function placeOf(context: PromiseContext): Place {
  return carrier(context)?.place ?? context.case.promises.get(context.verdict.promise)!.place;
}

/** Why these actors have a say: the rule of each decision, their membership in it, and the passages that carry the clause. */
export function reasons(context: PromiseContext, actors: readonly Id[]): Cause[] {
  const { case: case_ } = context;
  const causes: Cause[] = [];
  for (const decision of decisionsOf(context).flatMap((each) => [each, ...behind(context, each)])) {
    const rule = ruleOf(case_, decision, (option) => isTaken(context, option));
    const voters = votersOf(context, decision, rule?.rule);
    const members = actors.filter((actor) => voters.has(actor)).flatMap((actor) => {
      const membership = membershipOf(case_, decision.voters, actor, { date: context.verdict.date });
      return membership === undefined ? [] : [{ actor, membership }];
    });
    if (members.length === 0) continue;
    if (rule !== undefined) causes.push({ message: 'the decision is taken by this rule', place: rule.place, ...(rule.cites.length > 0 ? { cites: rule.cites } : {}) });
    for (const { actor, membership } of members.slice(0, 3)) {
      causes.push({ message: `${actorName(case_, actor)} has a vote here${membership.group === undefined ? '' : ` as one of ${membership.group}`}`, place: membership.place });
    }
  }
  for (const { cond, who } of consentsOf(context, actors)) causes.push({ message: `the consent of ${actorNames(case_, who)} is asked for here`, place: cond.place });
  for (const stage of stagesUnder(context)) causes.push({ message: stageWords(case_, stage), place: stage.place, ...(stage.provenance.cites.length > 0 ? { cites: stage.provenance.cites } : {}) });
  const clause = carrier(context);
  if (clause !== undefined && clause.provenance.cites.length > 0) {
    causes.push({ message: `the clause: ${articleName(case_, clause.article) ?? clause.instrument}`, place: clause.place, cites: clause.provenance.cites });
  }
  return causes;
}

/** The decisions that a decision waits for by the rules of its body: of bodies that cast one vote in it, and of others that the rule asks for. */
function behind(context: PromiseContext, decision: Decision, around: readonly string[] = []): readonly Decision[] {
  const { case: case_ } = context;
  if (around.includes(decision.ballots)) return [];
  const taken = (option: Id): boolean => isTaken(context, option);
  const asked = [...blocDecisions(case_, decision), ...(decision.rule === undefined ? decisionsIn(ruleOf(case_, decision, taken)?.rule, taken) : [])];
  return asked.flatMap((each) => [each, ...behind(context, each, [...around, decision.ballots])]);
}

/** Where the clauses ask for the consent of some of these actors. */
function consentsOf(context: PromiseContext, actors: readonly Id[]): readonly { readonly cond: Cond; readonly who: readonly Id[] }[] {
  const members = membersIn(context.case, context.verdict);
  const within = (cond: Cond): { cond: Cond; who: readonly Id[] }[] => {
    if (cond.kind === 'and' || cond.kind === 'or') return cond.of.flatMap(within);
    if (cond.kind === 'not' || cond.kind === 'after') return within(cond.of);
    if (cond.kind === 'choice') return cond.alternatives.flatMap(({ option, value }) => (isTaken(context, option) ? within(value) : []));
    if (cond.kind !== 'consent') return [];
    const asked = members(cond.who);
    return [{ cond, who: actors.filter((actor) => asked.has(actor)) }];
  };
  const found = clausesOf(context).filter((norm) => stands(context, norm)).flatMap(({ when, unless }) => [when, ...unless].flatMap(within)).filter(({ who }) => who.length > 0);
  return found.filter(({ cond: { place } }, i) => found.findIndex(({ cond: other }) => other.place.file === place.file && other.place.offset === place.offset) === i);
}

/** Those who may have a vote in a decision: the voters less those who do not vote on the matter, or by the rule as a whole. */
function votersOf({ case: case_, verdict }: PromiseContext, { voters, body, matter }: Decision, rule: Rule | undefined): ReadonlySet<Id> {
  const members = membersIn(case_, verdict);
  const own = (case_.bodies.get(body ?? '')?.recusals ?? []).filter(({ matters }) => matters.length === 0 || (matter !== undefined && matters.includes(matter)));
  const recusals = [...own, ...(rule?.kind === 'restricted' ? rule.recusals : [])];
  const excluded = new Set(recusals.filter(({ how }) => how === 'excluded').flatMap(({ who }) => [...members(who)]));
  return new Set([...members(voters)].filter((actor) => !excluded.has(actor)));
}

/** Why a stage is asked for. */
function stageWords(case_: Case, { kind, instrument, who = [] }: Stage): string {
  const { label, expires, inForceSince } = case_.instruments.get(instrument)!;
  const WORDS: Record<Stage['kind'], string> = {
    renewal: `${label} ended on ${expires}, unless this is so`,
    provisional: `before ${inForceSince} ${label} is applied only if this is so`,
    accession: `${actorNames(case_, who)} ${who.length > 1 ? 'are parties' : 'is a party'} to ${label} only if this is so`,
  };
  return WORDS[kind];
}
