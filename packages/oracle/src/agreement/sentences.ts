/**
 * What the sentences of a text say of actors, nothing having happened: limits, acts, and what one has that another lacks
 * (docs/agreement.md, "What a subject means").
 */
import type { Cond, Decision, Id, Norm, Rational, Subject } from '../../../model/src/case.js';
import { canAvoid, playAll } from '../choices.js';
import { passes } from '../decisions.js';
import { actsOf, binds, descends, isKind, modalityOf, pairsOf, standingNorms, targetsOf, type Standing } from '../ground.js';
import { guard } from '../norms.js';
import { compare } from '../rational.js';
import type { Run } from '../run.js';
import { chosen, numberOf } from '../sets.js';
import type { Setting } from './setting.js';
import { written } from './table.js';

type Of<K extends Subject['kind']> = Extract<Subject, { kind: K }>;

/** Whether something can come about by some choices. */
function canBe(setting: Setting, test: (run: Run) => boolean): boolean {
  const table = playAll(ask => test(setting.run(ask)), setting.budget());
  return table.lost.length < table.courses;
}

/** Whether a limit on an actor satisfies a test of its number. */
function isLimited(setting: Setting, a: Id, attribute: Id, test: (max: Rational) => boolean): boolean {
  return standingNorms(setting.calm).some(n => {
    const { action } = n.norm;
    if (modalityOf(n, false) !== 'ban' || action.kind !== 'exceed' || action.attribute !== attribute) return false;
    const quantity = action.max.kind === 'choice' ? chosen(setting.calm, action.max.alternatives) : action.max;
    if (quantity === undefined) return false;
    const own = quantity.kind === 'own' ? setting.case_.actors.get(a)?.attributes.get(quantity.attribute)?.value : undefined;
    const max = quantity.kind === 'own' ? own : numberOf(setting.calm, quantity);
    return typeof max === 'object' && test(max) && canBe(setting, run => binds(run, n, a) && guard(run, n, a, 'none'));
  });
}

/** `ATTRIBUTE of SET at least / at most N`, of all of the set or of some. */
export function limitHolds(setting: Setting, subject: Of<'limit'>, of: 'all' | 'some'): boolean {
  const isUnder = (test: (max: Rational) => boolean) => (a: Id): boolean => isLimited(setting, a, subject.attribute, test);
  const below = isUnder(max => compare(max, subject.value) < 0);
  const atMost = isUnder(max => compare(max, subject.value) <= 0);
  if (subject.of === undefined) {
    const all = [...setting.case_.actors.keys()];
    return subject.bound === 'at-most' ? all.some(atMost) : !all.some(below);
  }
  const who = setting.members(subject.of);
  if (subject.bound === 'at-least') return of === 'all' ? !who.some(below) : who.some(a => !below(a));
  return of === 'all' ? who.length > 0 && who.every(atMost) : who.some(atMost);
}

/** `that SET ACT TARGET`, of all of the set or of some, a right counting there as well. */
export function actHolds(setting: Setting, subject: Of<'act'>, of: 'all' | 'some'): boolean {
  const run = setting.run();
  const who = setting.members(subject.who);
  const says = (n: Standing): readonly Id[] => {
    const modality = modalityOf(n, false);
    const own = n.norm.discretion === 'own';
    if (modality === 'right') return of === 'some' ? [...actsOf(n), ...n.norm.means] : [];
    if (modality !== 'duty' && modality !== 'pledge') return [];
    return own && of === 'all' ? actsOf(n) : [...actsOf(n), ...n.norm.means];
  };
  const does = (a: Id): boolean => {
    const targets = targetsOf(run, subject.target, a, new Set(who));
    const isBound = (n: Standing): boolean => {
      const acts = says(n).filter(act => descends(setting.case_.acts, act, subject.act));
      // Where no target is named, a sentence towards a role counts, though nobody fills the role here.
      const speaksOf = (target: Id | undefined): boolean =>
        target === undefined ? acts.length > 0 && binds(run, n, a) : pairsOf(run, n, acts, a).some(q => isKind(setting.calm, q, { act: subject.act, target }));
      return of === 'all' ? targets.length > 0 && targets.every(speaksOf) : targets.some(speaksOf);
    };
    return standingNorms(setting.calm).some(isBound);
  };
  return of === 'all' ? who.length > 0 && who.every(does) : who.some(does);
}

/** `SET has no right (duty, ban, veto) that SET2 lacks`: of each of the first and each other of the second. */
export function noMore(setting: Setting, subject: Of<'no-more'>): boolean {
  const than = setting.members(subject.than);
  const pairs = setting.members(subject.who).flatMap(a => than.filter(b => b !== a).map(b => [a, b] as const));
  const holds = ([a, b]: readonly [Id, Id]): boolean => (subject.what === 'veto' ? hasNoVeto(setting, a, b) : hasNoSentence(setting, subject.what, a, b));
  return pairs.every(holds);
}

function hasNoSentence(setting: Setting, what: 'right' | 'duty' | 'ban', a: Id, b: Id): boolean {
  const run = setting.run();
  const such = standingNorms(setting.calm).filter(n => modalityOf(n, false) === what);
  const same = (n: Standing, m: Standing): boolean => swapped(saying(n.norm), a, b) === swapped(saying(m.norm), '', '');
  return such.filter(n => binds(run, n, a)).every(n => binds(run, n, b) || such.some(m => binds(run, m, b) && same(n, m)));
}

/** What a sentence says, whomever it binds. */
function saying(norm: Norm): unknown {
  const { id: _id, instrument: _instrument, article: _article, bearer: _bearer, options: _options, provenance: _provenance, ...rest } = norm;
  return rest;
}

/** As text, two actors in each other's place; lists of actors in order. */
function swapped(node: unknown, a: Id, b: Id): string {
  const swap = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(swap).sort((x, y) => (written(x) < written(y) ? -1 : 1));
    if (part === a) return b;
    if (part === b) return a;
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, swap(value)]));
  };
  return written(swap(node));
}

/** The decisions that a condition asks about under the text. */
function votesIn(setting: Setting, cond: Cond): Decision[] {
  switch (cond.kind) {
    case 'and':
    case 'or':
      return cond.of.flatMap(c => votesIn(setting, c));
    case 'not':
    case 'after':
      return votesIn(setting, cond.of);
    case 'choice': {
      const value = chosen(setting.calm, cond.alternatives);
      return value === undefined ? [] : votesIn(setting, value);
    }
    case 'decided':
    case 'failing':
    case 'opted-out':
      return [cond.decision];
    default:
      return [];
  }
}

function hasNoVeto(setting: Setting, a: Id, b: Id): boolean {
  const votes = standingNorms(setting.calm).flatMap(({ norm }) => [norm.when, ...norm.unless].flatMap(c => votesIn(setting, c)));
  return votes.every(vote => {
    const table = playAll(ask => passes(setting.run(ask), vote), setting.budget());
    const passesWithout = (left: Id | undefined): boolean => canAvoid(table, c => c.owner !== null && c.owner !== left, () => undefined);
    const blocks = (x: Id): boolean => passesWithout(undefined) && !passesWithout(x);
    return !blocks(a) || blocks(b);
  });
}
