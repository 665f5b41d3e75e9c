/**
 * Sets, conditions, rules, norms and promises on one line each, for reading a mismatch.
 */
import type {
  Action, Alternative, Cond, Deadline, Decision, Determination, Norm, PromiseExpr, Quantifier, Quantity, Recusal, Request, Rule, RuleCount, SetExpr, Target,
} from '../../model/src/case.js';
import { show } from './rational.js';

function bracket<T>(alternatives: readonly Alternative<T>[], text: (value: T) => string): string {
  return `[${alternatives.map(a => `${a.option}: ${text(a.value)}`).join(' | ')}]`;
}

/** A set: `A + B`, `G − A`, `role:attacker`. */
export function describeSet(s: SetExpr): string {
  switch (s.kind) {
    case 'actor':
    case 'group':
      return s.id;
    case 'body':
      return `body:${s.id}`;
    case 'role':
      return `role:${s.role}`;
    case 'parties':
      return `parties:${s.instrument}`;
    case 'union':
      return `(${s.of.map(describeSet).join(' + ')})`;
    case 'intersection':
      return `(${s.of.map(describeSet).join(' & ')})`;
    case 'difference':
      return `(${describeSet(s.from)} − ${describeSet(s.without)})`;
    case 'during':
      return `${describeSet(s.set)}{${s.from ?? ''}..${s.until ?? ''}}`;
    case 'choice':
      return bracket(s.alternatives, describeSet);
  }
}

function quantity(q: Quantity): string {
  switch (q.kind) {
    case 'number':
      return show(q.value);
    case 'range':
      return `range:${q.issue}`;
    case 'own':
      return `its own ${q.attribute}`;
    case 'choice':
      return bracket(q.alternatives, quantity);
  }
}

/** A deadline, with a space before it; nothing if there is none. */
export function deadline(d: Deadline): string {
  if (d.kind === 'none') return '';
  if (d.kind === 'days') return ` in ${show(d.days)}d`;
  if (d.kind === 'date') return ` by ${d.date}`;
  return d.kind === 'indeterminate' ? ` ${d.word}` : bracket(d.alternatives, deadline);
}

/** A threshold or quorum. */
export function count(c: RuleCount): string {
  const sign = c.strict ? '>' : '≥';
  return c.kind === 'count' ? `${sign} ${quantity(c.count)}` : `${sign} ${show(c.share)} of ${c.basis}`;
}

/** Recusals, each with a space before it. */
export function recusals(rs: readonly Recusal[]): string {
  return rs.map(r => ` ${r.how}:${describeSet(r.who)}${r.matters.length > 0 ? `@${r.matters.join(',')}` : ''}`).join('');
}

/** A rule. */
export function describeRule(r: Rule): string {
  const among = 'among' in r && r.among !== undefined ? ` among ${describeSet(r.among)}` : '';
  switch (r.kind) {
    case 'unanimity':
    case 'consensus':
      return r.kind + among;
    case 'always':
      return 'always';
    case 'yes':
      return `yes ${count(r.threshold)}${r.attribute === undefined ? '' : ` by ${r.attribute}`}${among}`;
    case 'no-fewer-than':
      return `no < ${quantity(r.count)}${among}`;
    case 'fewer':
      return `${r.who} < ${show(r.share)}${said(' by ', r.attribute)}${among}`;
    case 'approves':
      return `approves(${describeSet(r.who)})`;
    case 'decision':
      return describeDecision(r.decision);
    case 'and':
    case 'or':
      return `(${r.of.map(describeRule).join(` ${r.kind} `)})`;
    case 'restricted':
      return `(${describeRule(r.rule)} with${recusals(r.recusals)}${r.quorum === undefined ? '' : ` quorum ${count(r.quorum)}`})`;
    case 'choice':
      return bracket(r.alternatives, describeRule);
  }
}

/** A decision: `ballots<voters; rule; deadline>`. */
export function describeDecision(d: Decision): string {
  const rule = d.rule === undefined ? `rule of ${d.body ?? 'nobody'}@${d.matter ?? '-'}` : describeRule(d.rule);
  return `${d.ballots}<${describeSet(d.voters)}; ${rule}${d.body === undefined || d.rule === undefined ? '' : ` in ${d.body}@${d.matter ?? '-'}`}${deadline(d.deadline)}${said('; on request of ', maybe(d.request, request))}>`;
}

function request({ any, who }: Request): string {
  return `${any ? 'any' : 'all'} of ${describeSet(who)}`;
}

function determination({ any, who, fact, request: asked, deadline: by }: Determination): string {
  return `${any ? 'any' : 'all'} of ${describeSet(who)}: ${fact}${deadline(by)}${said('; on request of ', maybe(asked, request))}`;
}

function quantifier(q: Quantifier): string {
  if (q.kind === 'all') return 'all of';
  return q.kind === 'at-least' ? `≥${q.count} of` : `${q.strict ? '>' : '≥'}${show(q.share)} of ${q.attribute} of`;
}

function target(t: Target): string {
  if (t.kind === 'none') return '';
  if (t.kind === 'thing') return ` → ${t.id}`;
  if (t.kind === 'role') return ` → role:${t.role}`;
  return t.kind === 'each' ? ` → each ${describeSet(t.set)}` : ' → one another';
}

/** A condition. */
export function describeCond(c: Cond): string {
  switch (c.kind) {
    case 'true':
      return 'true';
    case 'and':
    case 'or':
      return `(${c.of.map(describeCond).join(` ${c.kind} `)})`;
    case 'not':
      return `not ${describeCond(c.of)}`;
    case 'event':
      return [c.event, said(' by ', maybe(c.by, describeSet)), ` on ${describeSet(c.on)}`, said(' within ', c.within?.join('/')), said(' outside ', c.outside?.join('/'))].join('');
    case 'decided':
    case 'failing':
      return `${c.kind} ${describeDecision(c.decision)}`;
    case 'did':
      return `did(${quantifier(c.quantifier)} ${describeSet(c.who)} ${c.act}${target(c.target)})`;
    case 'consent':
      return `consent(${c.any ? 'any' : 'all'} of ${describeSet(c.who)} to ${c.subject})`;
    case 'request':
      return `request(${request(c)})`;
    case 'finds':
    case 'unfound':
      return `${c.kind}(${determination(c.determination)})`;
    case 'opted-out':
      return `opted-out(${request(c)} from ${describeDecision(c.decision)})`;
    case 'fact':
      return `fact ${c.fact}`;
    case 'signed':
    case 'ratified':
    case 'withdrawn':
      return `${c.kind}(${quantifier(c.quantifier)} ${describeSet(c.who)}: ${c.instrument})`;
    case 'after':
      return `(${describeCond(c.of)} after${deadline(c.delay) || ' no limit'})`;
    case 'choice':
      return bracket(c.alternatives, describeCond);
  }
}

function action(a: Action): string {
  return a.kind === 'act' ? `${a.act}${target(a.target)}` : `exceed ${a.attribute} ${quantity(a.max)}`;
}

/** A norm, on one line. */
export function describeNorm(n: Norm): string {
  const refs = (word: string, list: Norm['subjectTo']): string => list.map(r => ` ${word} ${r.article ?? r.instrument}`).join('');
  return [
    `${n.id}: ${n.distribution === 'each' ? '' : `${n.distribution} of `}${describeSet(n.bearer)} ${n.modality} ${action(n.action)}${deadline(n.deadline)}`,
    n.discretion === 'none' ? '' : ` (${n.discretion})`,
    n.means.length === 0 ? '' : ` including ${n.means.join(', ')}`,
    n.when.kind === 'true' ? '' : ` when ${describeCond(n.when)}`,
    ...n.unless.map(c => ` unless ${describeCond(c)}`),
    n.options.length === 0 ? '' : ` under ${n.options.join(', ')}`,
    refs('subject to', n.subjectTo), refs('notwithstanding', n.notwithstanding), refs('without prejudice to', n.withoutPrejudice),
  ].join('');
}

/** The expression of a promise. */
export function describePromise(e: PromiseExpr): string {
  switch (e.kind) {
    case 'and':
    case 'or':
      return `(${e.of.map(describePromise).join(` ${e.kind} `)})`;
    case 'act':
      return `${quantifier(e.quantifier)} ${describeSet(e.who)} ${e.act}${target(e.target)}`;
    case 'decision':
      return describeDecision(e.decision);
    case 'free-to':
      return `${describeSet(e.who)} free to ${e.act}${target(e.target)}`;
    case 'no-limit':
      return `${describeSet(e.who)} no limit on ${e.attributes.join(', ')}${e.upTo === undefined ? '' : ` up to ${show(e.upTo)}`}`;
  }
}

/** A word and what follows it; nothing where there is nothing to say. */
export function said(word: string, text: string | undefined): string {
  return text === undefined ? '' : `${word}${text}`;
}

/** The text of an optional part. */
export function maybe<T>(part: T | undefined, text: (part: T) => string): string | undefined {
  return part === undefined ? undefined : text(part);
}
