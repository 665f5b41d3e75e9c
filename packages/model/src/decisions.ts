import { FALSE, TRUE, type Node } from '@casus/diagrams';
import type { Body, Case, Decision, Id, Quantity, Rational, Recusal, Rule, RuleCount, SetExpr } from './case.js';
import type { Ballot } from './choices.js';
import type { Meaning } from './meaning.js';
import { scaleToWhole } from './rational.js';
import { membersOf, type Members } from './sets.js';

/** Those entitled to vote, those whose ballot a recusal fixes, the bodies that vote as one, and the key of the ballots. */
interface Assembly {
  readonly entitled: Members;
  readonly abstaining: Members;
  readonly blocs: readonly Voter[];
  readonly ballots: string;
}

/** One vote: where it counts, what is cast, and whose figures it weighs by (an actor its own; a bloc those of its members). */
interface Voter {
  readonly in_: Node;
  readonly ballot: Ballot;
  readonly weighs: Members;
  /** Who votes; absent for a bloc. */
  readonly actor?: Id;
}

/** Whether a decision passes (docs/meaning.md, section 7). */
export function passes(meaning: Meaning, decision: Decision): Node {
  const { manager: m, world } = meaning;
  const body = bodyOf(meaning, decision);
  const rule = decision.rule ?? body?.rules.find((candidate) => concerns(candidate.matters, decision.matter))?.rule;
  if (rule === undefined) return FALSE;
  const blocs = blocDecisions(world.case, decision).map((bloc) => blocOf(meaning, bloc));
  const assembly: Assembly = { ...assemblyOf(meaning, decision), blocs };
  return m.andAll([meaning.requested(decision.request), quorate(meaning, assembly, body?.quorum), met(meaning, assembly, rule)]);
}

/** Where the actor is entitled to vote, abstains, and declares formally that it does so (section 5, opted-out). */
export function optsOut(meaning: Meaning, decision: Decision, actor: Id): Node {
  const assembly = assemblyOf(meaning, decision);
  return meaning.manager.and(assembly.entitled.get(actor) ?? FALSE, declared(meaning, assembly, actor));
}

const bodyOf = (meaning: Meaning, decision: Decision): Body | undefined => (decision.body === undefined ? undefined : meaning.world.case.bodies.get(decision.body));

const concerns = (matters: readonly Id[], matter: Id | undefined): boolean => matters.length === 0 || (matter !== undefined && matters.includes(matter));

/** Those entitled to vote after the recusals of the body. */
function assemblyOf(meaning: Meaning, decision: Decision): Assembly {
  const whole: Assembly = { entitled: membersOf(meaning, decision.voters), abstaining: new Map(), blocs: [], ballots: decision.ballots };
  return recused(meaning, whole, (bodyOf(meaning, decision)?.recusals ?? []).filter((recusal) => concerns(recusal.matters, decision.matter)));
}

/** The decisions of the bodies that cast one vote each in a decision: the same question, decided by each itself. */
export function blocDecisions(case_: Case, { body, matter, ballots, place }: Decision): readonly Decision[] {
  const whole = body === undefined ? undefined : case_.bodies.get(body);
  const name = whole?.matters.find(({ id }) => id === matter)?.name;
  return (whole?.blocs ?? []).flatMap((id) => case_.bodies.get(id) ?? []).map((bloc): Decision => {
    const same = bloc.matters.find((candidate) => candidate.name === name)?.id;
    return {
      voters: { kind: 'body', id: bloc.id, place }, body: bloc.id, ...(same === undefined ? {} : { matter: same }), ballots: `${bloc.id}/${ballots}`, deadline: { kind: 'none' }, place,
    };
  });
}

/** A body that casts one vote. */
function blocOf(meaning: Meaning, decision: Decision): Voter {
  const { manager: m } = meaning;
  const yes = passes(meaning, decision);
  return { in_: TRUE, ballot: { yes, no: m.not(yes), abstain: FALSE, absent: FALSE }, weighs: membersOf(meaning, decision.voters) };
}

function recused(meaning: Meaning, assembly: Assembly, recusals: readonly Recusal[]): Assembly {
  const { manager: m } = meaning;
  const entitled = new Map(assembly.entitled);
  const abstaining = new Map(assembly.abstaining);
  for (const recusal of recusals) {
    for (const [id, node] of membersOf(meaning, recusal.who)) {
      if (recusal.how === 'abstains') abstaining.set(id, m.or(abstaining.get(id) ?? FALSE, node));
      else if (entitled.has(id)) entitled.set(id, m.and(entitled.get(id)!, m.not(node)));
    }
  }
  return { ...assembly, entitled, abstaining };
}

/** The ballot as it counts: an abstention where a recusal prescribes it. */
function cast(meaning: Meaning, { ballots, abstaining }: Assembly, actor: Id): Ballot {
  const { manager: m } = meaning;
  const forced = abstaining.get(actor) ?? FALSE;
  if (forced === TRUE) return { yes: FALSE, no: FALSE, abstain: TRUE, absent: FALSE };
  const free = meaning.choices.ballot(ballots, actor);
  if (forced === FALSE) return free;
  const unless = (node: Node): Node => m.and(node, m.not(forced));
  return { yes: unless(free.yes), no: unless(free.no), abstain: m.or(free.abstain, forced), absent: unless(free.absent) };
}

/** An abstention with a formal declaration. */
function declared(meaning: Meaning, assembly: Assembly, actor: Id): Node {
  return meaning.manager.and(cast(meaning, assembly, actor).abstain, meaning.choices.declares(assembly.ballots, actor));
}

/** The voters, or those of them among a set. */
function votersOf(meaning: Meaning, assembly: Assembly, among?: SetExpr): readonly Voter[] {
  const { manager: m } = meaning;
  const restriction = among && membersOf(meaning, among);
  const actors = [...assembly.entitled].map(([actor, entitled]): Voter => ({
    in_: restriction === undefined ? entitled : m.and(entitled, restriction.get(actor) ?? FALSE), ballot: cast(meaning, assembly, actor), weighs: new Map([[actor, TRUE]]), actor,
  }));
  return restriction === undefined ? [...actors, ...assembly.blocs] : actors;
}

/** The voters by weight: one head each, or the figures of an attribute, as whole numbers of `1/scale`. */
function weighed(meaning: Meaning, voters: readonly Voter[], attribute: string | undefined): { readonly parts: readonly (Voter & { readonly weight: bigint })[]; readonly scale: bigint } {
  const { manager: m } = meaning;
  if (attribute === undefined) return { parts: voters.map((voter) => ({ ...voter, weight: 1n })), scale: 1n };
  const parts = voters.flatMap((voter) => [...voter.weighs].map(([actor, in_]) => ({ ...voter, in_: m.and(voter.in_, in_), figure: meaning.attribute(actor, attribute) })));
  const { whole, scale } = scaleToWhole(parts.map(({ figure }) => figure));
  return { parts: parts.map((part, i) => ({ ...part, weight: whole[i]! })), scale };
}

function quorate(meaning: Meaning, assembly: Assembly, quorum: RuleCount | undefined): Node {
  if (quorum === undefined) return TRUE;
  const { manager: m } = meaning;
  const voters = votersOf(meaning, assembly).map(({ in_, ballot }) => ({ in_, present: m.not(ballot.absent) }));
  if (quorum.kind === 'count') {
    const unwritten = m.not(m.orAll(meaning.numbers(quorum.count).map(({ when }) => when)));
    const reached = atCount(meaning, quorum.count, (n) =>
      m.linear(voters.map(({ in_, present }) => ({ cases: [[m.and(in_, present), n.den]] })), n.num, quorum.strict ? '>' : '>='),
    );
    return m.or(unwritten, reached);
  }
  const { num, den } = quorum.share;
  const items = voters.map(({ in_, present }) => ({ cases: [[m.and(in_, present), den - num], [in_, -num]] as [Node, bigint][] }));
  return m.linear(items, 0n, quorum.strict ? '>' : '>=');
}

/** The function for the number that is taken; false where the text has none. */
function atCount(meaning: Meaning, count: Quantity, f: (n: Rational) => Node): Node {
  return meaning.manager.orAll(meaning.numbers(count).map(({ value, when }) => (value === undefined ? FALSE : meaning.manager.and(when, f(value)))));
}

function met(meaning: Meaning, assembly: Assembly, rule: Rule): Node {
  const { manager: m } = meaning;
  switch (rule.kind) {
    case 'unanimity': {
      const voters = votersOf(meaning, assembly, rule.among);
      return m.and(m.orAll(voters.map(({ in_ }) => in_)), m.andAll(voters.map(({ in_, ballot }) => m.implies(in_, ballot.yes))));
    }
    case 'consensus': {
      const voters = votersOf(meaning, assembly, rule.among);
      return m.and(
        m.orAll(voters.map(({ in_, ballot }) => m.and(in_, m.not(ballot.absent)))),
        m.andAll(voters.map(({ in_, ballot }) => m.implies(in_, m.not(ballot.no)))),
      );
    }
    case 'yes':
      return enough(meaning, rule, votersOf(meaning, assembly, rule.among));
    case 'no-fewer-than': {
      const against = votersOf(meaning, assembly, rule.among).map(({ in_, ballot }) => m.and(in_, ballot.no));
      return atCount(meaning, rule.count, (n) => m.linear(against.map((node) => ({ cases: [[node, n.den]] })), n.num, '<'));
    }
    case 'fewer': {
      const { num, den } = rule.share;
      const { parts } = weighed(meaning, votersOf(meaning, assembly, rule.among), rule.attribute);
      const counts = ({ ballot, actor }: Voter): Node => (rule.who === 'against' ? ballot.no : actor === undefined ? FALSE : declared(meaning, assembly, actor));
      const nobody = m.not(m.orAll(parts.map((part) => m.and(part.in_, counts(part)))));
      const few = m.linear(parts.map((part) => ({ cases: [[m.and(part.in_, counts(part)), part.weight * (den - num)], [part.in_, -part.weight * num]] as [Node, bigint][] })), 0n, '<');
      return m.or(nobody, few);
    }
    case 'approves':
      return meaning.consent(rule.who, false, assembly.ballots);
    case 'decision':
      return meaning.passes(rule.decision);
    case 'and':
      return m.andAll(rule.of.map((part) => met(meaning, assembly, part)));
    case 'or':
      return m.orAll(rule.of.map((part) => met(meaning, assembly, part)));
    case 'restricted': {
      const inner = recused(meaning, assembly, rule.recusals);
      return m.and(quorate(meaning, inner, rule.quorum), met(meaning, inner, rule.rule));
    }
    case 'always':
      return TRUE;
    case 'choice':
      return m.orAll(rule.alternatives.map(({ option, value }) => m.and(meaning.option(option), met(meaning, assembly, value))));
  }
}

/** Enough votes in favour, by heads or by an attribute, of a fixed number or of a share of a basis that ballots may change. */
function enough(meaning: Meaning, { attribute, threshold }: Extract<Rule, { kind: 'yes' }>, voters: readonly Voter[]): Node {
  const { manager: m } = meaning;
  const { parts, scale } = weighed(meaning, voters, attribute);
  const comparison = threshold.strict ? '>' : '>=';
  if (threshold.kind === 'count') {
    return atCount(meaning, threshold.count, (n) => m.linear(parts.map(({ in_, weight, ballot }) => ({ cases: [[m.and(in_, ballot.yes), weight * n.den]] })), n.num * scale, comparison));
  }
  const { num, den } = threshold.share;
  const based = parts.map(({ in_, weight, ballot }) => {
    const inBasis = threshold.basis === 'members' ? TRUE : threshold.basis === 'present' ? m.not(ballot.absent) : m.or(ballot.yes, ballot.no);
    return { weight, yes: m.and(in_, ballot.yes), basis: m.and(in_, inBasis) };
  });
  const items = based.map(({ weight, yes, basis }) => ({ cases: [[yes, weight * (den - num)], [basis, -weight * num]] as [Node, bigint][] }));
  const someYes = m.orAll(voters.map(({ in_, ballot }) => m.and(in_, ballot.yes)));
  // Of nothing there is no share.
  const some = attribute === undefined ? TRUE : m.orAll(based.map(({ weight, basis }) => (weight > 0n ? basis : FALSE)));
  return m.andAll([someYes, some, m.linear(items, 0n, comparison)]);
}
