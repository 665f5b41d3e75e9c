import type { Deadline, Decision, Id, Quantity, Recusal, Rule, RuleCount, SetExpr } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { alternatives } from './brackets.js';
import { inside, type Bridge, type Site } from './context.js';
import { placeOf, placeOfCst } from './places.js';
import { deadline, quantity } from './quantities.js';
import { set } from './sets.js';
import { basisOf, shareOf, threshold } from './shares.js';

/** A decision rule. */
export function rule(b: Bridge, at: Site, node: ast.RuleExpr): Rule {
  const place = placeOf(at.file, node);
  const among = (of: ast.SetExpr | undefined): { readonly among?: SetExpr } => (of === undefined ? {} : { among: set(b, at, of) });
  switch (node.$type) {
    case 'RuleUnanimity':
      return { kind: 'unanimity', ...among(node.among), place };
    case 'RuleConcurring':
      return { kind: 'unanimity', ...among(node.among), place };
    case 'RuleSilence':
      return { kind: 'no-fewer-than', count: bare(1n, place), ...among(node.among), place };
    case 'RuleFewer':
      return { kind: 'fewer', who: node.optingOut ? 'opting-out' : 'against', share: shareOf(b, at, node.share), ...among(node.among), place };
    case 'RuleLess': {
      const attribute = b.resolve(at, node.attribute, ['attribute']);
      return { kind: 'fewer', who: node.optingOut ? 'opting-out' : 'against', share: shareOf(b, at, node.share), ...among(node.among), ...(attribute === undefined ? {} : { attribute }), place };
    }
    case 'RuleConsensus':
      return { kind: 'consensus', ...among(node.among), place };
    case 'RuleYes':
      return { kind: 'yes', threshold: yesThreshold(b, at, node), ...among(node.among), place };
    case 'RuleWeighted': {
      const attribute = b.resolve(at, node.attribute, ['attribute']);
      const threshold: RuleCount = node.share !== undefined
        ? { kind: 'share', share: shareOf(b, at, node.share), basis: 'members', strict: node.strict }
        : { kind: 'count', count: quantity(b, at, node.count!, attribute), strict: node.strict };
      return { kind: 'yes', threshold, ...among(node.among), ...(attribute === undefined ? {} : { attribute }), place };
    }
    case 'RuleNobodyAgainst':
      return { kind: 'no-fewer-than', count: bare(1n, place), ...among(node.among), place };
    case 'RuleFewerAgainst':
      return { kind: 'no-fewer-than', count: quantity(b, at, node.count), ...among(node.among), place };
    case 'RuleAlways':
      return { kind: 'always', place };
    case 'RuleApproval':
      return { kind: 'approves', who: set(b, at, node.who), place };
    case 'RuleDecision': {
      const made = decision(b, at, node.decision);
      return made === undefined ? { kind: 'or', of: [], place } : { kind: 'decision', decision: made, place };
    }
    case 'RuleAnd':
    case 'RuleOr':
      return { kind: node.$type === 'RuleAnd' ? 'and' : 'or', of: node.items.map((item) => rule(b, at, item)), place };
    case 'RuleRestricted':
      return restricted(b, at, node);
    case 'RuleBracket':
      return { kind: 'choice', alternatives: alternatives(b, at, node.alternatives, (each) => rule(b, at, each)), place };
  }
}

function bare(value: bigint, place: Quantity['place']): Quantity {
  return { kind: 'number', value: { num: value, den: 1n }, place };
}

function yesThreshold(b: Bridge, at: Site, node: ast.RuleYes): RuleCount {
  if (node.majority) return { kind: 'share', share: { num: 1n, den: 2n }, basis: basisOf(node.basis), strict: true };
  if (node.share !== undefined) return { kind: 'share', share: shareOf(b, at, node.share), basis: basisOf(node.basis), strict: node.strict };
  return { kind: 'count', count: quantity(b, at, node.count!), strict: node.strict };
}

/** A rule with its own recusals and quorum. */
function restricted(b: Bridge, at: Site, node: ast.RuleRestricted): Rule {
  const recusals: Recusal[] = [];
  let quorum: RuleCount | undefined;
  let inner = rule(b, at, node.rule);
  for (const item of node.items) {
    const place = placeOf(at.file, item);
    if (item.who !== undefined && item.casting) inner = withCastingVote(b, inner, set(b, at, item.who), place);
    else if (item.who !== undefined) {
      recusals.push({ who: set(b, at, item.who), how: item.abstains ? 'abstains' : 'excluded', matters: [], place, provenance: { cites: [] } });
    } else if (quorum === undefined) quorum = threshold(b, at, item.quorum!);
    else b.report('form/incomplete', place, 'a rule has one quorum, and this is a second', { help: 'keep one of them' });
  }
  if (recusals.length === 0 && quorum === undefined) return inner;
  return { kind: 'restricted', rule: inner, recusals, ...(quorum === undefined ? {} : { quorum }), place: placeOf(at.file, node) };
}

/** A majority where, if the votes are equal, the vote of one decides. */
function withCastingVote(b: Bridge, majority: Rule, who: SetExpr, place: Rule['place']): Rule {
  const { kind } = majority;
  const simple = kind === 'yes' && majority.threshold.kind === 'share' && majority.threshold.strict && majority.threshold.share.num * 2n === majority.threshold.share.den;
  if (!simple || majority.threshold.kind !== 'share' || majority.threshold.basis !== 'voting') {
    b.report('form/incomplete', place, 'a casting vote decides where the votes for and against are equal, and this rule does not ask for more votes for than against', { help: 'write it behind `by a majority of those present and voting`' });
    return majority;
  }
  const half: Rule = { ...majority, threshold: { ...majority.threshold, strict: false } };
  return { kind: 'or', of: [majority, { kind: 'and', of: [half, { kind: 'unanimity', among: who, place }], place }], place: majority.place };
}

/** Everything that can speak of a decision. */
type Deciding = Partial<Pick<ast.DecisionPhrase, 'matter' | 'topic' | 'rule' | 'deadline'>> & Pick<ast.DecisionPhrase, 'voters' | '$cstNode'>;

/** The time that the body's own rule sets. */
function standingDeadline(b: Bridge, body: Id, matter: Id | undefined): Deadline {
  const declared = b.bodies.get(body);
  const concerns = (item: ast.BodyItem): item is ast.BodyRule =>
    item.$type === 'BodyRule' && (item.matters.length === 0 || item.matters.some(({ $refText }) => matter === `${body}.${$refText}` || matter === $refText));
  const set = declared?.node.items.find(concerns)?.deadline;
  if (declared === undefined || set === undefined) return { kind: 'none' };
  b.borrowed++;
  return deadline(b, inside(declared.at, body), set);
}

/** A decision of a body or of any other set of actors; nothing after a finding about what is decided. `ruled`: it needs a rule. */
export function decision(b: Bridge, at: Site, node: Deciding, ruled = true): Decision | undefined {
  const place = placeOf(at.file, node);
  const voters = set(b, at, node.voters);
  const body = voters.kind === 'body' ? voters.id : undefined;
  let matter: Id | undefined;
  if (node.matter !== undefined) {
    if (body === undefined) {
      const unknown = voters.kind === 'union' && voters.of.length === 0;
      if (!unknown) b.report('form/incomplete', placeOfCst(at.file, node.matter.$refNode), `only a body has matters, and \`${node.voters.$cstNode?.text ?? ''}\` is none`, { help: `write \`decide on "${node.matter.$refText}"\`, or declare a body` });
      return undefined;
    }
    matter = b.resolveText({ ...inside(at, body), scopes: [body] }, node.matter.$refText, placeOfCst(at.file, node.matter.$refNode), ['matter'])?.id;
    if (matter === undefined) return undefined;
    if (!matter.startsWith(`${body}.`)) {
      b.report('form/unknown-name', placeOfCst(at.file, node.matter.$refNode), `\`${matter}\` is no matter of \`${body}\``, { help: `declare \`matter ${node.matter.$refText}\` in \`${body}\`` });
      return undefined;
    }
  }
  if (ruled && body === undefined && node.rule === undefined) {
    b.report('form/incomplete', place, `how do they decide? \`${node.voters.$cstNode?.text ?? ''}\` is not a body with a rule of its own`, { help: 'add a rule, such as `unanimously` or `by at least 4 members`, or declare a body' });
  }
  return {
    voters,
    ...(body === undefined ? {} : { body }),
    ...(matter === undefined ? {} : { matter }),
    ...(node.rule === undefined ? {} : { rule: rule(b, at, node.rule) }),
    ballots: `${body ?? canonical(voters)}/${matter ?? node.topic ?? ''}`,
    deadline: node.deadline === undefined && node.rule === undefined && body !== undefined ? standingDeadline(b, body, matter) : deadline(b, at, node.deadline),
    place,
  };
}

/** One text for one set, however it is laid out: part of the key of a vote. */
export function canonical(of: SetExpr): string {
  switch (of.kind) {
    case 'actor':
    case 'group':
    case 'body':
      return of.id;
    case 'role':
      return `the ${of.role}`;
    case 'parties':
      return `parties of ${of.instrument}`;
    case 'union':
      return of.of.length === 1 ? canonical(of.of[0]!) : `(${[...new Set(of.of.map(canonical))].sort().join(', ')})`;
    case 'intersection':
      return `(${[...new Set(of.of.map(canonical))].sort().join(' who are in ')})`;
    case 'difference':
      return `(${canonical(of.from)} except ${canonical(of.without)})`;
    case 'during':
      return `${canonical(of.set)}${of.from === undefined ? '' : ` from ${of.from}`}${of.until === undefined ? '' : ` until ${of.until}`}`;
    case 'choice':
      return `[${of.alternatives.map((a) => `${a.option}: ${canonical(a.value)}`).sort().join(' | ')}]`;
  }
}
