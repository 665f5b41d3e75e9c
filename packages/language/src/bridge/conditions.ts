import type { Cond, Deadline, Id } from '@casus/model';
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
      return { kind: 'consent', who: set(b, at, node.who), any: node.any, subject, place };
    case 'CondRequest':
      return { kind: 'request', who: set(b, at, node.who), any: node.any, place };
    case 'CondRatified':
    case 'CondWithdrawn': {
      const who = quantified(b, at, node.who);
      if (at.instrument === undefined) {
        b.report('form/incomplete', place, 'of which instrument?', { help: 'ratification and withdrawal are conditions inside an instrument' });
        return { kind: 'or', of: [], place };
      }
      return { kind: node.$type === 'CondRatified' ? 'ratified' : 'withdrawn', ...who, instrument: at.instrument, place };
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

/** A pattern of events: kind, victims, attackers, regions. */
export function event(b: Bridge, at: Site, node: ast.EventPattern): Cond {
  const place = placeOf(at.file, node);
  const kind = eventKind(b, at, node.kind);
  const on = set(b, at, node.on);
  const by = node.by === undefined ? undefined : set(b, at, node.by);
  const within = b.resolveAll(at, node.within, ['region']);
  const outside = b.resolveAll(at, node.outside, ['region']);
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

/** What `failing which` speaks of: the failure of the one decision that the condition is, or why it has none. */
export function failureOf(cond: Cond): Cond | 'no decision' | 'no deadline' {
  if (cond.kind !== 'decided') return 'no decision';
  return ends(cond.decision.deadline) ? { kind: 'failing', decision: cond.decision, place: cond.place } : 'no deadline';
}

function ends(deadline: Deadline): boolean {
  return deadline.kind === 'choice' ? deadline.alternatives.some((alternative) => ends(alternative.value)) : deadline.kind !== 'none';
}
