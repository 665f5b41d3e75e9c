import type { Cond, Deadline, Decision, Determination, Id, Request } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { alternatives } from './brackets.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { deadline } from './quantities.js';
import { decision } from './rules.js';
import { aim, quantified, set } from './sets.js';

/** Event kinds that the language itself declares. */
export const ATTACK = 'armed-attack';
export const THREAT = 'threat';

/** A condition. `subject`: what the consents in it are consent to. */
export function condition(b: Bridge, at: Site, node: ast.CondExpr, subject: string): Cond {
  const place = placeOf(at.file, node);
  switch (node.$type) {
    case 'CondAnd':
    case 'CondOr':
      return { kind: node.$type === 'CondAnd' ? 'and' : 'or', of: node.items.map((item) => condition(b, at, item, subject)), place };
    case 'CondNot':
      return { kind: 'not', of: condition(b, at, node.of, subject), place };
    case 'CondBracket':
      return { kind: 'choice', alternatives: alternatives(b, at, node.alternatives, (each) => condition(b, at, each, subject)), place };
    case 'CondAfter':
      return { kind: 'after', delay: deadline(b, at, node.delay), of: condition(b, at, node.of, subject), place };
    case 'CondConsents':
      return { kind: 'consent', who: node.who === undefined ? { kind: 'role', role: 'bearer', place } : set(b, at, node.who), any: node.any, subject, place };
    case 'CondFinds':
      return finding(b, at, node);
    case 'CondFailing': {
      const made = decision(b, at, node);
      if (made === undefined) return { kind: 'or', of: [], place };
      return ends(made.deadline) ? { kind: 'failing', decision: made, place } : { kind: 'not', of: { kind: 'decided', decision: made, place }, place };
    }
    case 'CondOptsOut': {
      const made = decision(b, at, node, false);
      return made === undefined ? { kind: 'or', of: [], place } : { kind: 'opted-out', who: set(b, at, node.who), any: node.any, decision: made, place };
    }
    case 'CondRequest':
      return { kind: 'request', who: set(b, at, node.who), any: node.any, place };
    case 'CondSigned':
    case 'CondRatified':
    case 'CondWithdrawn': {
      const who = quantified(b, at, node.who);
      if (at.instrument === undefined) {
        b.report('form/incomplete', place, 'of which instrument?', { help: 'signature, ratification and withdrawal are conditions inside an instrument' });
        return { kind: 'or', of: [], place };
      }
      return { kind: node.$type === 'CondSigned' ? 'signed' : node.$type === 'CondRatified' ? 'ratified' : 'withdrawn', ...who, instrument: at.instrument, place };
    }
    case 'CondEvent':
      return event(b, at, node.event);
    case 'CondDid': {
      const who = quantified(b, at, node.who);
      const act = b.resolve(at, node.act, ['act']);
      const towards = aim(b, at, act, node.target);
      return act === undefined ? { kind: 'or', of: [], place } : { kind: 'did', ...who, act, target: towards, place };
    }
    case 'CondDecision': {
      const made = decision(b, at, node.decision);
      return made === undefined ? { kind: 'or', of: [], place } : { kind: 'decided', decision: made, place };
    }
    case 'CondFact': {
      const fact = b.resolve(at, node.fact, ['fact']);
      return fact === undefined ? { kind: 'or', of: [], place } : { kind: 'fact', fact, place };
    }
  }
}

/** Who finds that something is so: a body, or a set with a rule, by a decision; others, and `any of` or `each of` whatever set, each for themselves. */
function finding(b: Bridge, at: Site, node: ast.CondFinds): Cond {
  const place = placeOf(at.file, node);
  const nothing: Cond = { kind: 'or', of: [], place };
  const before = b.holes;
  const fact = b.resolve(at, node.fact, ['fact']);
  const who = set(b, at, node.who);
  const request: Request | undefined = node.requester === undefined ? undefined : { who: set(b, at, node.requester), any: node.anyRequester };
  const themselves = node.any || node.each;
  if (themselves && (node.rule !== undefined || node.matter !== undefined)) {
    const words = node.any ? 'any of' : 'each of';
    b.report('form/incomplete', place, `who finds: \`${words}\` asks its members one by one, and ${node.rule === undefined ? 'a matter' : 'a rule'} asks for a vote of all of them`, {
      help: `leave \`${words}\` out if they decide by a vote; leave the ${node.rule === undefined ? 'matter' : 'rule'} out if they find it each for themselves`,
    });
    return nothing;
  }
  if (!themselves && (who.kind === 'body' || node.rule !== undefined || node.matter !== undefined)) {
    const made = decision(b, at, { voters: node.who, matter: node.matter, rule: node.rule, deadline: node.deadline, $cstNode: node.$cstNode });
    if (made === undefined || fact === undefined || b.holes > before) return nothing;
    const found: Decision = { ...made, ballots: `${made.ballots}/${fact}`, ...(request === undefined ? {} : { request }) };
    if (!node.negated) return { kind: 'decided', decision: found, place };
    return ends(found.deadline) ? { kind: 'failing', decision: found, place } : { kind: 'not', of: { kind: 'decided', decision: found, place }, place };
  }
  if (fact === undefined) return nothing;
  const determination: Determination = { who, any: node.any, fact, ...(request === undefined ? {} : { request }), deadline: deadline(b, at, node.deadline) };
  if (!node.negated) return { kind: 'finds', determination, place };
  return ends(determination.deadline) ? { kind: 'unfound', determination, place } : { kind: 'not', of: { kind: 'finds', determination, place }, place };
}

/** A pattern of events: kind, victims, attackers, regions. */
export function event(b: Bridge, at: Site, node: ast.EventPattern): Cond {
  const place = placeOf(at.file, node);
  const kind = eventKind(b, at, node.kind);
  const on = set(b, at, node.on);
  const by = node.by === undefined ? undefined : set(b, at, node.by);
  const said = node.within.length > 0 || node.outside.length > 0;
  const within = said ? b.resolveAll(at, node.within, ['region']) : (at.scope?.within ?? []);
  const outside = said ? b.resolveAll(at, node.outside, ['region']) : (at.scope?.outside ?? []);
  if (kind === undefined) return { kind: 'or', of: [], place };
  return { kind: 'event', event: kind, on, ...(by === undefined ? {} : { by }), ...(within.length === 0 ? {} : { within }), ...(outside.length === 0 ? {} : { outside }), place };
}

/** The kind of an event. */
export function eventKind(b: Bridge, at: Site, node: ast.EventKind): Id | undefined {
  if (node.builtin !== undefined) return node.builtin === 'attack' ? ATTACK : THREAT;
  return node.ref === undefined ? ATTACK : b.resolve(at, node.ref, ['event']);
}

/** All of the conditions: nothing is `true`, a single one is itself. */
export function allOf(conditions: readonly Cond[], place: Cond['place']): Cond {
  return conditions.length === 1 ? conditions[0]! : conditions.length === 0 ? { kind: 'true', place } : { kind: 'and', of: conditions, place };
}

/** What `failing which` speaks of: the failure of the one decision or determination that the condition is, or why it has none. */
export function failureOf(cond: Cond): Cond | 'no decision' | 'no deadline' {
  if (cond.kind === 'finds') return ends(cond.determination.deadline) ? { kind: 'unfound', determination: cond.determination, place: cond.place } : 'no deadline';
  if (cond.kind !== 'decided') return 'no decision';
  return ends(cond.decision.deadline) ? { kind: 'failing', decision: cond.decision, place: cond.place } : 'no deadline';
}

function ends(deadline: Deadline): boolean {
  return deadline.kind === 'choice' ? deadline.alternatives.some((alternative) => ends(alternative.value)) : deadline.kind !== 'none';
}
