import { FALSE, TRUE, type Node } from '@casus/diagrams';
import type { Decision, Id, Quantity, Rational, Recusal, Rule, RuleCount, SetExpr } from './case.js';
import type { Ballot } from './choices.js';
import type { Meaning } from './meaning.js';
import { scaleToWhole } from './rational.js';
import { membersOf, type Members } from './sets.js';

/** Those entitled to vote, those whose ballot a recusal fixes, and the ballots. */
interface Assembly {
  readonly entitled: Members;
  readonly abstaining: Members;
  readonly ballots: string;
}

/** Whether a decision passes (docs/meaning.md, section 7). */
export function passes(meaning: Meaning, decision: Decision): Node {
  const { manager: m, world } = meaning;
  const body = decision.body === undefined ? undefined : world.case.bodies.get(decision.body);
  const matter = decision.matter;
  const applies = (matters: readonly Id[]): boolean => matters.length === 0 || (matter !== undefined && matters.includes(matter));
  const rule = decision.rule ?? body?.rules.find((candidate) => applies(candidate.matters))?.rule;
  if (rule === undefined) return FALSE;
  let assembly: Assembly = { entitled: membersOf(meaning, decision.voters), abstaining: new Map(), ballots: decision.ballots };
  assembly = recused(meaning, assembly, (body?.recusals ?? []).filter((recusal) => applies(recusal.matters)));
  return m.and(quorate(meaning, assembly, body?.quorum), met(meaning, assembly, rule));
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

function quorate(meaning: Meaning, assembly: Assembly, quorum: RuleCount | undefined): Node {
  if (quorum === undefined) return TRUE;
  const { manager: m } = meaning;
  const voters = [...assembly.entitled].map(([id, entitled]) => ({ entitled, present: m.not(cast(meaning, assembly, id).absent) }));
  if (quorum.kind === 'count') {
    const unwritten = m.not(m.orAll(meaning.numbers(quorum.count).map(({ when }) => when)));
    const reached = atCount(meaning, quorum.count, (n) =>
      m.linear(voters.map(({ entitled, present }) => ({ cases: [[m.and(entitled, present), n.den]] })), n.num, quorum.strict ? '>' : '>='),
    );
    return m.or(unwritten, reached);
  }
  const { num, den } = quorum.share;
  const items = voters.map(({ entitled, present }) => ({ cases: [[m.and(entitled, present), den - num], [entitled, -num]] as [Node, bigint][] }));
  return m.linear(items, 0n, quorum.strict ? '>' : '>=');
}

/** The function for the number that is taken; false where the text has none. */
function atCount(meaning: Meaning, count: Quantity, f: (n: Rational) => Node): Node {
  return meaning.manager.orAll(meaning.numbers(count).map(({ value, when }) => (value === undefined ? FALSE : meaning.manager.and(when, f(value)))));
}

function met(meaning: Meaning, assembly: Assembly, rule: Rule): Node {
  const { manager: m } = meaning;
  const counted = (among: SetExpr | undefined): [Id, Node][] => {
    if (among === undefined) return [...assembly.entitled];
    const restriction = membersOf(meaning, among);
    return [...assembly.entitled].map(([id, entitled]) => [id, m.and(entitled, restriction.get(id) ?? FALSE)]);
  };
  switch (rule.kind) {
    case 'unanimity': {
      const voters = counted(rule.among);
      return m.and(m.orAll(voters.map(([, in_]) => in_)), m.andAll(voters.map(([id, in_]) => m.implies(in_, cast(meaning, assembly, id).yes))));
    }
    case 'consensus': {
      const voters = counted(rule.among).map(([id, in_]) => ({ in_, ballot: cast(meaning, assembly, id) }));
      return m.and(
        m.orAll(voters.map(({ in_, ballot }) => m.and(in_, m.not(ballot.absent)))),
        m.andAll(voters.map(({ in_, ballot }) => m.implies(in_, m.not(ballot.no)))),
      );
    }
    case 'yes':
      return enough(meaning, assembly, rule, counted(rule.among));
    case 'no-fewer-than': {
      const against = counted(rule.among).map(([id, in_]) => m.and(in_, cast(meaning, assembly, id).no));
      return atCount(meaning, rule.count, (n) => m.linear(against.map((node) => ({ cases: [[node, n.den]] })), n.num, '<'));
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
function enough(meaning: Meaning, assembly: Assembly, rule: Extract<Rule, { kind: 'yes' }>, voters: readonly [Id, Node][]): Node {
  const { manager: m } = meaning;
  const { attribute, threshold } = rule;
  const { whole: weights, scale } = scaleToWhole(voters.map(([id]) => (attribute === undefined ? { num: 1n, den: 1n } : meaning.attribute(id, attribute))));
  const comparison = threshold.strict ? '>' : '>=';
  const ballots = voters.map(([id, in_], i) => ({ in_, weight: weights[i]!, ballot: cast(meaning, assembly, id) }));
  if (threshold.kind === 'count') {
    return atCount(meaning, threshold.count, (n) =>
      m.linear(ballots.map(({ in_, weight, ballot }) => ({ cases: [[m.and(in_, ballot.yes), weight * n.den]] })), n.num * scale, comparison),
    );
  }
  const { num, den } = threshold.share;
  const items = ballots.map(({ in_, weight, ballot }) => {
    const inBasis = threshold.basis === 'members' ? TRUE : threshold.basis === 'present' ? m.not(ballot.absent) : m.or(ballot.yes, ballot.no);
    return { cases: [[m.and(in_, ballot.yes), weight * (den - num)], [m.and(in_, inBasis), -weight * num]] as [Node, bigint][] };
  });
  const someYes = m.orAll(ballots.map(({ in_, ballot }) => m.and(in_, ballot.yes)));
  return m.and(someYes, m.linear(items, 0n, comparison));
}
