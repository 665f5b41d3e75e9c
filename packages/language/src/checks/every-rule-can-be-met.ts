import type { Case, Decision, Id, Place, Quantifier, Quantity, Rational, Rule, RuleCount, SetExpr } from '@casus/model';
import { show } from '../bridge/quantities.js';
import type { Report } from './report.js';
import { membersOf } from './static-sets.js';
import { decisionsIn, quantifiersIn } from './walk.js';

type Members = ReadonlySet<Id> | undefined;

/** No rule asks for more votes than there are members, for the vote of nobody, or for parts of a member. */
export function everyRuleCanBeMet(of: Case, report: Report): void {
  for (const body of of.bodies.values()) {
    const members = membersOf(of, body.members);
    if (members?.size === 0) {
      if (body.members.kind !== 'union' || body.members.of.length > 0) report('form/impossible-rule', body.members.place, `\`${body.id}\` has no members: this set is empty`, { help: 'name its members', about: [body.id] });
      continue;
    }
    for (const { rule } of body.rules) checkRule(of, rule, members, body.id, report);
    if (body.quorum !== undefined) checkQuorum(of, body.quorum, members, body.id, report, body.place);
  }
  for (const decision of decisionsIn(of)) checkDecision(of, decision, report);
  for (const { quantifier, who, place } of quantifiersIn(of)) checkQuantifier(of, quantifier, who, place, report);
}

function checkDecision(of: Case, decision: Decision, report: Report): void {
  if (decision.rule === undefined) return;
  const members = membersOf(of, decision.voters);
  if (members?.size === 0) report('form/impossible-rule', decision.voters.place, 'nobody votes here: this set is empty', { help: 'name those who decide' });
  else checkRule(of, decision.rule, members, decision.body, report);
}

function checkRule(of: Case, rule: Rule, members: Members, body: Id | undefined, report: Report): void {
  switch (rule.kind) {
    case 'and':
    case 'or':
      for (const part of rule.of) checkRule(of, part, members, body, report);
      break;
    case 'choice':
      for (const alternative of rule.alternatives) checkRule(of, alternative.value, members, body, report);
      break;
    case 'restricted':
      checkRule(of, rule.rule, members, body, report);
      if (rule.quorum !== undefined) checkQuorum(of, rule.quorum, members, body, report, rule.place);
      break;
    case 'unanimity':
    case 'consensus':
      voters(of, members, rule.among, report);
      break;
    case 'no-fewer-than': {
      voters(of, members, rule.among, report);
      for (const { value, place } of numbersIn(rule.count)) if (whole(value, place, report) && value.num === 0n) report('form/impossible-rule', place, 'never are fewer than 0 members against', { help: 'write `no member against`, or a number from 1' });
      break;
    }
    case 'yes': {
      const entitled = voters(of, members, rule.among, report);
      if (rule.threshold.kind === 'count' && entitled !== 'empty') checkCount(of, rule.threshold, entitled, rule.attribute, body, report);
      break;
    }
  }
}

/** Those entitled to vote, where known; an empty part of them is told. */
function voters(of: Case, members: Members, among: SetExpr | undefined, report: Report): Members | 'empty' {
  if (among === undefined) return members;
  const part = membersOf(of, among);
  if (part === undefined) return undefined;
  if (part.size === 0) {
    report('form/impossible-rule', among.place, 'this set is empty, so its votes decide nothing', { help: 'name those whose votes count' });
    return 'empty';
  }
  if (members === undefined) return undefined;
  const both = new Set([...part].filter((member) => members.has(member)));
  if (both.size > 0) return both;
  report('form/impossible-rule', among.place, 'none of these is a member, so their votes decide nothing', { help: 'name members whose votes count' });
  return 'empty';
}

function checkCount(of: Case, threshold: Extract<RuleCount, { kind: 'count' }>, entitled: Members, attribute: Id | undefined, body: Id | undefined, report: Report): void {
  for (const { value, place } of numbersIn(threshold.count)) {
    if (attribute === undefined && !whole(value, place, report)) continue;
    if (value.num === 0n && !threshold.strict) {
      report('form/impossible-rule', place, 'at least 0 is reached without a single vote', { help: 'write a number from 1, or `without a vote`' });
      continue;
    }
    if (entitled === undefined) continue;
    const most = attribute === undefined ? { num: BigInt(entitled.size), den: 1n } : sumOf(of, entitled, attribute);
    if (!exceeds(value, most, threshold.strict)) continue;
    const asked = `${threshold.strict ? 'more than' : 'at least'} ${show(value)}`;
    report('form/impossible-rule', place, attribute === undefined
      ? `${asked} cannot be reached: ${body === undefined ? 'those who vote' : `the members of \`${body}\` who vote`} are ${entitled.size}`
      : `${asked} cannot be reached: their \`${attribute}\` is ${show(most)} in all`, { help: `at most ${threshold.strict ? `more than ${show({ num: most.num - 1n, den: most.den })}` : show(most)} is possible` });
  }
}

function checkQuorum(of: Case, quorum: RuleCount, members: Members, body: Id | undefined, report: Report, place: Place): void {
  if (quorum.kind === 'count') checkCount(of, quorum, members, undefined, body, report);
  else if (quorum.basis !== 'members') report('form/incomplete', place, 'a quorum is a share of the members, not of those present', { help: 'write `of the members`' });
}

function checkQuantifier(of: Case, quantifier: Quantifier, who: SetExpr, place: Place, report: Report): void {
  if (quantifier.kind !== 'at-least') return;
  if (quantifier.count === 0) {
    report('form/impossible-rule', place, 'at least 0 is true of nobody and of everybody', { help: 'write a number from 1' });
    return;
  }
  const size = membersOf(of, who)?.size;
  if (size !== undefined && size > 0 && quantifier.count > size) report('form/impossible-rule', place, `at least ${quantifier.count} cannot be reached: they are ${size}`, { help: `at most ${size} is possible` });
}

function* numbersIn(quantity: Quantity): Iterable<{ readonly value: Rational; readonly place: Place }> {
  if (quantity.kind === 'number') yield quantity;
  else if (quantity.kind === 'choice') for (const alternative of quantity.alternatives) yield* numbersIn(alternative.value);
}

function whole(value: Rational, place: Place, report: Report): boolean {
  if (value.den === 1n) return true;
  report('form/impossible-rule', place, 'members are counted in whole numbers', { help: 'write a whole number, or a share such as 2/3' });
  return false;
}

function sumOf(of: Case, actors: ReadonlySet<Id>, attribute: Id): Rational {
  let sum: Rational = { num: 0n, den: 1n };
  for (const id of actors) {
    const value = of.actors.get(id)?.attributes.get(attribute)?.value;
    if (value !== undefined) sum = { num: sum.num * value.den + value.num * sum.den, den: sum.den * value.den };
  }
  return sum;
}

function exceeds(value: Rational, most: Rational, strict: boolean): boolean {
  const [a, b] = [value.num * most.den, most.num * value.den];
  return strict ? a >= b : a > b;
}
