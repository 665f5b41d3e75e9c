/**
 * Random decision rules, recusals and quorums.
 */
import type { Decision, Recusal, Request, Rule, RuleCount, SetExpr } from '../../../model/src/case.js';
import { PLACE, PROVENANCE } from '../build.js';
import { fraction, type Rational } from '../rational.js';
import { anySet, ATTRIBUTES, bracketed, deadline, plainSet, quantity, type Soil } from './soil.js';

const place = PLACE;

function among(soil: Soil): { among?: SetExpr } {
  return soil.dice.chance(0.2) ? { among: anySet(soil, 0) } : {};
}

/** A threshold; `bases` are those that make sense where it stands. */
function threshold(soil: Soil, heads: boolean): RuleCount {
  const { dice } = soil;
  const strict = dice.chance(0.4);
  if (dice.chance(0.5)) return { kind: 'count', count: quantity(soil, heads ? [1, 1, 2, 2, 3] : [5, 10, 30]), strict };
  const share = dice.pick([fraction(1, 2), fraction(2, 3), fraction(1, 3), fraction(1)]);
  return { kind: 'share', share, basis: dice.pick(['members', 'present', 'voting'] as const), strict };
}

/** A quorum: a count or a share of those entitled to vote. */
export function quorum(soil: Soil): RuleCount {
  const { dice } = soil;
  const strict = dice.chance(0.3);
  if (dice.chance(0.6)) return { kind: 'count', count: quantity(soil, [1, 2]), strict };
  return { kind: 'share', share: dice.pick([fraction(1, 2), fraction(1, 3)]), basis: 'members', strict };
}

/** Who takes no part: mostly those whom the event concerns. */
export function recusal(soil: Soil, matters: Recusal['matters']): Recusal {
  const { dice } = soil;
  const who: SetExpr = dice.chance(0.7) ? { kind: 'role', role: dice.pick(['attacker', 'disputants', 'hostile'] as const), place } : anySet(soil, 0);
  return { who, how: dice.chance(0.65) ? 'excluded' : 'abstains', matters, place, provenance: PROVENANCE };
}

function fewShare(soil: Soil): Rational {
  return soil.dice.pick([fraction(1, 2), fraction(1, 3), fraction(2, 3), fraction(1)]);
}

function byAttribute(soil: Soil): { attribute?: string } {
  return soil.dice.chance(0.3) ? { attribute: soil.dice.pick(ATTRIBUTES) } : {};
}

/** A request, mostly by those who are there to make it. */
export function request(soil: Soil): Request {
  const { dice } = soil;
  return { who: dice.chance(0.6) ? { kind: 'role', role: 'requester', place } : anySet(soil, 0), any: dice.chance(0.6) };
}

/** A rule. `votes` are the decisions that it may refer to. */
export function rule(soil: Soil, votes: readonly Decision[], depth = 2): Rule {
  const { dice } = soil;
  const deep = depth > 0 ? 1 : 0;
  const inner = (): Rule => rule(soil, votes, depth - 1);
  const make = (): Rule =>
    dice.weighted<Rule>(
      [4, () => ({ kind: 'unanimity', ...among(soil), place })],
      [3, () => ({ kind: 'consensus', ...among(soil), place })],
      [6, () => ({ kind: 'yes', threshold: threshold(soil, true), ...among(soil), place })],
      [2, () => ({ kind: 'yes', threshold: threshold(soil, false), ...among(soil), attribute: dice.pick(ATTRIBUTES), place })],
      [2, () => ({ kind: 'no-fewer-than', count: quantity(soil, [1, 1, 2]), ...among(soil), place })],
      [1, () => ({ kind: 'fewer', who: 'against', share: fewShare(soil), ...among(soil), ...byAttribute(soil), place })],
      [1, () => ({ kind: 'fewer', who: 'opting-out', share: fewShare(soil), ...among(soil), ...byAttribute(soil), place })],
      [2, () => ({ kind: 'approves', who: dice.chance(0.5) ? plainSet(soil, 1, 0) : anySet(soil, 0), place })],
      [1, () => ({ kind: 'always', place })],
      [votes.length > 0 ? deep * 2 : 0, () => ({ kind: 'decision', decision: dice.pick(votes), place })],
      [deep * 2, () => ({ kind: 'and', of: [inner(), inner()], place })],
      [deep * 2, () => ({ kind: 'or', of: [inner(), inner()], place })],
      [deep * 4, () => ({ kind: 'restricted', rule: inner(), recusals: [recusal(soil, [])], ...(dice.chance(0.3) ? { quorum: quorum(soil) } : {}), place })],
    );
  return depth < 2 ? make() : bracketed(soil, make, 0.15);
}

/** A reference to one of the votes, mostly under its own rule; with a deadline of its own, else that of the body's rule. */
export function reference(soil: Soil): Decision {
  const { dice } = soil;
  const vote = dice.pick(soil.votes);
  const later = soil.votes.slice(soil.votes.indexOf(vote) + 1);
  const own: { rule?: Rule } = (vote.rule === undefined || dice.chance(0.2)) && dice.chance(0.3) ? { rule: rule(soil, later) } : {};
  const by = deadline(soil, 0.3);
  const butIt = soil.inNorm === true && dice.chance(0.06);
  return {
    ...vote, ...own,
    ...(butIt ? { voters: { kind: 'difference', from: vote.voters, without: { kind: 'role', role: 'bearer', place }, place } } : {}),
    deadline: by.kind === 'none' && own.rule === undefined ? vote.deadline : by,
    ...(dice.chance(0.07) ? { request: request(soil) } : {}),
  };
}
