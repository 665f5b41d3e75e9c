/**
 * Decisions: who votes, who is left out, and whether the rule is met (docs/meaning.md, section 7).
 */
import type { Body, Decision, Id, Quantity, Recusal, Rule, RuleCount, SetExpr } from '../../model/src/case.js';
import { ballotOf, consentOf, declaresOf } from './choices.js';
import { requested } from './conditions.js';
import { compare, fraction, plus, reaches, times, ZERO, type Rational } from './rational.js';
import type { Run } from './run.js';
import { chosen, members, numberOf } from './sets.js';
import type { World } from './world.js';

/** One who casts a vote: an actor, or a body that votes as a bloc. */
interface Voter {
  readonly id: Id;
  readonly bloc: boolean;
}

/** Those entitled to vote, and those of the actors whose ballot is an abstention by recusal. */
interface Electorate {
  readonly decision: Decision;
  readonly entitled: readonly Voter[];
  readonly abstaining: ReadonlySet<Id>;
}

/** The number of an attribute of an actor; 0 if it has none. */
export function weight(world: World, actor: Id, attribute: string): Rational {
  return world.case_.actors.get(actor)?.attributes.get(attribute)?.value ?? ZERO;
}

/** The sum of an attribute over actors; their number without one. */
export function total(world: World, actors: readonly Id[], attribute: string | undefined): Rational {
  if (attribute === undefined) return fraction(actors.length);
  return actors.reduce((sum, a) => plus(sum, weight(world, a, attribute)), ZERO);
}

/** passes(d), whatever its deadline. */
export function passes(run: Run, decision: Decision): boolean {
  return run.once(decision, `the decision \`${decision.ballots}\``, () => {
    if (decision.request !== undefined && !requested(run, decision.request)) return false;
    const body = bodyOf(run, decision);
    const electorate = electorateOf(run, decision);
    if (!quorate(run.outside, electorate, body?.quorum)) return false;
    if (decision.rule !== undefined) return met(run, electorate, decision.rule);
    const rule = ruleOf(body, decision.matter);
    return rule !== undefined && met(run.outside, electorate, rule);
  });
}

/** Whether an actor is entitled to vote in a decision, as far as the body recuses nobody, and casts an abstention there. */
export function castsAbstention(run: Run, decision: Decision, actor: Id): boolean {
  const electorate = electorateOf(run, decision);
  const voter = electorate.entitled.find(v => v.id === actor && !v.bloc);
  return voter !== undefined && ballot(run, electorate, voter) === 'abstain';
}

function bodyOf(run: Run, decision: Decision): Body | undefined {
  return decision.body === undefined ? undefined : run.world.case_.bodies.get(decision.body);
}

/** Those who vote in a decision: the voters less those whom the body excludes, and its blocs. */
function electorateOf(run: Run, decision: Decision): Electorate {
  const body = bodyOf(run, decision);
  const blocs = (body?.blocs ?? []).map((id): Voter => ({ id, bloc: true }));
  const actors = [...members(run, decision.voters)].map((id): Voter => ({ id, bloc: false }));
  return recuse(run.outside, { decision, entitled: [...actors, ...blocs], abstaining: new Set() }, body?.recusals ?? []);
}

function ruleOf(body: Body | undefined, matter: Id | undefined): Rule | undefined {
  return body?.rules.find(r => r.matters.length === 0 || (matter !== undefined && r.matters.includes(matter)))?.rule;
}

function recuse(run: Run, electorate: Electorate, recusals: readonly Recusal[]): Electorate {
  const { decision } = electorate;
  const covering = recusals.filter(r => r.matters.length === 0 || (decision.matter !== undefined && r.matters.includes(decision.matter)));
  const named = (how: Recusal['how']): Set<Id> => new Set(covering.filter(r => r.how === how).flatMap(r => [...members(run, r.who)]));
  const excluded = named('excluded');
  return {
    decision,
    entitled: electorate.entitled.filter(v => v.bloc || !excluded.has(v.id)),
    abstaining: new Set([...electorate.abstaining, ...named('abstains')]),
  };
}

function ballot(run: Run, electorate: Electorate, voter: Voter): string {
  if (voter.bloc) return agrees(run, electorate.decision, voter.id) ? 'yes' : 'no';
  return electorate.abstaining.has(voter.id) ? 'abstain' : run.ask(ballotOf(electorate.decision.ballots, voter.id));
}

/** Whether a bloc passes the question of a decision itself. */
function agrees(run: Run, decision: Decision, bloc: Id): boolean {
  const { bodies } = run.world.case_;
  const matter = bodyOf(run, decision)?.matters.find(m => m.id === decision.matter)?.name;
  const own = matter === undefined ? undefined : bodies.get(bloc)?.matters.find(m => m.name === matter)?.id;
  const ballots = `${bloc}/${decision.ballots}`;
  const { place } = decision;
  return run.outside.once(`bloc:${ballots}@${own ?? '-'}`, `the decision \`${ballots}\``, () =>
    passes(run.outside, { voters: { kind: 'body', id: bloc, place }, body: bloc, ...(own === undefined ? {} : { matter: own }), ballots, deadline: { kind: 'none' }, place }),
  );
}

/** Heads, or the sum of an attribute; a bloc has that of its members. */
function sumOf(run: Run, voters: readonly Voter[], attribute: string | undefined): Rational {
  if (attribute === undefined) return fraction(voters.length);
  const { world } = run;
  const weigh = ({ id, bloc }: Voter): Rational => {
    if (!bloc) return weight(world, id, attribute);
    const body = world.case_.bodies.get(id);
    return body === undefined ? ZERO : total(world, [...members(run.outside, body.members)], attribute);
  };
  return voters.reduce((sum, v) => plus(sum, weigh(v)), ZERO);
}

/** A quorum whose number is not written asks for nothing; one whose number is open is not reached. */
function quorate(run: Run, electorate: Electorate, quorum: RuleCount | undefined): boolean {
  if (quorum === undefined) return true;
  const number = quorum.kind === 'count' ? numberOf(run.world, quorum.count) : undefined;
  if (number === 'absent') return true;
  if (number === 'open') return false;
  const { entitled } = electorate;
  const present = fraction(entitled.filter(v => v.bloc || ballot(run, electorate, v) !== 'absent').length);
  const needed = quorum.kind === 'share' ? times(quorum.share, fraction(entitled.length)) : (number as Rational);
  return reaches(present, needed, quorum.strict);
}

/** The number of a rule; undefined if it is not written or still open: then the rule cannot be met. */
function written(world: World, quantity: Quantity): Rational | undefined {
  const number = numberOf(world, quantity);
  return typeof number === 'object' ? number : undefined;
}

function among(run: Run, electorate: Electorate, set: SetExpr | undefined): readonly Voter[] {
  if (set === undefined) return electorate.entitled;
  const subset = members(run, set);
  return electorate.entitled.filter(v => !v.bloc && subset.has(v.id));
}

function met(run: Run, electorate: Electorate, rule: Rule): boolean {
  const { world } = run;
  switch (rule.kind) {
    case 'always':
      return true;
    case 'unanimity': {
      const voters = among(run, electorate, rule.among);
      return voters.length > 0 && voters.every(v => ballot(run, electorate, v) === 'yes');
    }
    case 'consensus': {
      const ballots = among(run, electorate, rule.among).map(v => ballot(run, electorate, v));
      return !ballots.includes('no') && ballots.some(b => b !== 'absent');
    }
    case 'yes':
      return enoughYes(run, electorate, rule);
    case 'no-fewer-than': {
      const needed = written(world, rule.count);
      if (needed === undefined) return false;
      const against = among(run, electorate, rule.among).filter(v => ballot(run, electorate, v) === 'no');
      return compare(fraction(against.length), needed) < 0;
    }
    case 'fewer':
      return fewEnough(run, electorate, rule);
    case 'approves': {
      const who = [...members(run, rule.who)];
      return who.length > 0 && who.every(a => run.ask(consentOf(electorate.decision.ballots, a)) === 'true');
    }
    case 'decision':
      return passes(run, rule.decision);
    case 'and':
      return rule.of.every(r => met(run, electorate, r));
    case 'or':
      return rule.of.some(r => met(run, electorate, r));
    case 'restricted': {
      const narrowed = recuse(run, electorate, rule.recusals);
      return quorate(run, narrowed, rule.quorum) && met(run, narrowed, rule.rule);
    }
    case 'choice': {
      const value = chosen(world, rule.alternatives);
      return value !== undefined && met(run, electorate, value);
    }
  }
}

function enoughYes(run: Run, electorate: Electorate, rule: Extract<Rule, { kind: 'yes' }>): boolean {
  const { threshold, attribute } = rule;
  const number = threshold.kind === 'count' ? written(run.world, threshold.count) : undefined;
  if (threshold.kind === 'count' && number === undefined) return false;
  const voters = among(run, electorate, rule.among);
  const cast = (values: readonly string[]): Voter[] => voters.filter(v => values.includes(ballot(run, electorate, v)));
  const yes = cast(['yes']);
  if (threshold.kind === 'count') return reaches(sumOf(run, yes, attribute), number as Rational, threshold.strict);
  const basis = { members: voters, present: cast(['yes', 'no', 'abstain']), voting: cast(['yes', 'no']) }[threshold.basis];
  const whole = sumOf(run, basis, attribute);
  return yes.length > 0 && compare(whole, ZERO) > 0 && reaches(sumOf(run, yes, attribute), times(threshold.share, whole), threshold.strict);
}

/** Those against, or those who opt out, are fewer than a share of all who may vote. */
function fewEnough(run: Run, electorate: Electorate, rule: Extract<Rule, { kind: 'fewer' }>): boolean {
  const { ballots } = electorate.decision;
  const voters = among(run, electorate, rule.among);
  const isAgainst = (v: Voter): boolean => ballot(run, electorate, v) === 'no';
  const isOptingOut = (v: Voter): boolean => !v.bloc && ballot(run, electorate, v) === 'abstain' && run.ask(declaresOf(ballots, v.id)) === 'true';
  const counted = voters.filter(rule.who === 'against' ? isAgainst : isOptingOut);
  return counted.length === 0 || compare(sumOf(run, counted, rule.attribute), times(rule.share, sumOf(run, voters, rule.attribute))) < 0;
}
