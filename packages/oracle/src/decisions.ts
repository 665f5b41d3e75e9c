/**
 * Decisions: who votes, who is left out, and whether the rule is met (docs/meaning.md, section 7).
 */
import type { Body, Decision, Id, Quantity, Recusal, Rule, RuleCount, SetExpr } from '../../model/src/case.js';
import { ballotOf, consentOf } from './choices.js';
import { compare, fraction, plus, reaches, times, ZERO, type Rational } from './rational.js';
import type { Run } from './run.js';
import { chosen, members, numberOf } from './sets.js';
import type { World } from './world.js';

/** Those entitled to vote, and those of them whose ballot is an abstention by recusal. */
interface Electorate {
  readonly decision: Decision;
  readonly entitled: ReadonlySet<Id>;
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
  return run.once(decision, `the decision \`${decision.ballots}\``, () => vote(run, decision));
}

function vote(run: Run, decision: Decision): boolean {
  const { world } = run;
  const body = decision.body === undefined ? undefined : world.case_.bodies.get(decision.body);
  const everyone: Electorate = { decision, entitled: members(world, decision.voters), abstaining: new Set() };
  const electorate = recuse(world, everyone, body?.recusals ?? []);
  const rule = decision.rule ?? ruleOf(body, decision.matter);
  if (rule === undefined) return false;
  return quorate(run, electorate, body?.quorum) && met(run, electorate, rule);
}

function ruleOf(body: Body | undefined, matter: Id | undefined): Rule | undefined {
  return body?.rules.find(r => r.matters.length === 0 || (matter !== undefined && r.matters.includes(matter)))?.rule;
}

function recuse(world: World, electorate: Electorate, recusals: readonly Recusal[]): Electorate {
  const { decision } = electorate;
  const covering = recusals.filter(r => r.matters.length === 0 || (decision.matter !== undefined && r.matters.includes(decision.matter)));
  const named = (how: Recusal['how']): Set<Id> => new Set(covering.filter(r => r.how === how).flatMap(r => [...members(world, r.who)]));
  const excluded = named('excluded');
  return {
    decision,
    entitled: new Set([...electorate.entitled].filter(a => !excluded.has(a))),
    abstaining: new Set([...electorate.abstaining, ...named('abstains')]),
  };
}

function ballot(run: Run, electorate: Electorate, actor: Id): string {
  return electorate.abstaining.has(actor) ? 'abstain' : run.ask(ballotOf(electorate.decision.ballots, actor));
}

/** A quorum whose number is not written asks for nothing; one whose number is open is not reached. */
function quorate(run: Run, electorate: Electorate, quorum: RuleCount | undefined): boolean {
  if (quorum === undefined) return true;
  const number = quorum.kind === 'count' ? numberOf(run.world, quorum.count) : undefined;
  if (number === 'absent') return true;
  if (number === 'open') return false;
  const entitled = [...electorate.entitled];
  const present = fraction(entitled.filter(a => ballot(run, electorate, a) !== 'absent').length);
  const needed = quorum.kind === 'share' ? times(quorum.share, fraction(entitled.length)) : (number as Rational);
  return reaches(present, needed, quorum.strict);
}

/** The number of a rule; undefined if it is not written or still open: then the rule cannot be met. */
function written(world: World, quantity: Quantity): Rational | undefined {
  const number = numberOf(world, quantity);
  return typeof number === 'object' ? number : undefined;
}

function among(world: World, electorate: Electorate, set: SetExpr | undefined): Id[] {
  const entitled = [...electorate.entitled];
  if (set === undefined) return entitled;
  const subset = members(world, set);
  return entitled.filter(a => subset.has(a));
}

function met(run: Run, electorate: Electorate, rule: Rule): boolean {
  const { world } = run;
  switch (rule.kind) {
    case 'always':
      return true;
    case 'unanimity': {
      const voters = among(world, electorate, rule.among);
      return voters.length > 0 && voters.every(a => ballot(run, electorate, a) === 'yes');
    }
    case 'consensus': {
      const ballots = among(world, electorate, rule.among).map(a => ballot(run, electorate, a));
      return !ballots.includes('no') && ballots.some(b => b !== 'absent');
    }
    case 'yes':
      return enoughYes(run, electorate, rule);
    case 'no-fewer-than': {
      const needed = written(world, rule.count);
      if (needed === undefined) return false;
      const against = among(world, electorate, rule.among).filter(a => ballot(run, electorate, a) === 'no');
      return compare(fraction(against.length), needed) < 0;
    }
    case 'approves': {
      const who = [...members(world, rule.who)];
      return who.length > 0 && who.every(a => run.ask(consentOf(electorate.decision.ballots, a)) === 'true');
    }
    case 'decision':
      return passes(run, rule.decision);
    case 'and':
      return rule.of.every(r => met(run, electorate, r));
    case 'or':
      return rule.of.some(r => met(run, electorate, r));
    case 'restricted': {
      const narrowed = recuse(world, electorate, rule.recusals);
      return quorate(run, narrowed, rule.quorum) && met(run, narrowed, rule.rule);
    }
    case 'choice': {
      const value = chosen(world, rule.alternatives);
      return value !== undefined && met(run, electorate, value);
    }
  }
}

function enoughYes(run: Run, electorate: Electorate, rule: Extract<Rule, { kind: 'yes' }>): boolean {
  const { world } = run;
  const { threshold, attribute } = rule;
  const number = threshold.kind === 'count' ? written(world, threshold.count) : undefined;
  if (threshold.kind === 'count' && number === undefined) return false;
  const voters = among(world, electorate, rule.among);
  const cast = (values: readonly string[]): Id[] => voters.filter(a => values.includes(ballot(run, electorate, a)));
  const yes = cast(['yes']);
  if (threshold.kind === 'count') return reaches(total(world, yes, attribute), number as Rational, threshold.strict);
  const basis = { members: voters, present: cast(['yes', 'no', 'abstain']), voting: cast(['yes', 'no']) }[threshold.basis];
  return yes.length > 0 && reaches(total(world, yes, attribute), times(threshold.share, total(world, basis, attribute)), threshold.strict);
}
