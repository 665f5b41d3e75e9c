/**
 * Norms: what is due, banned, lifted, owed, done and limited (docs/meaning.md, section 6).
 */
import type { Id, Quantity } from '../../model/src/case.js';
import { performerOf, willOf } from './choices.js';
import { holds } from './conditions.js';
import { actsOf, binds, bound, descends, isKind, kindsOf, modalityOf, overrides, pairsOf, standingNorms, type Pair, type Standing } from './ground.js';
import { compare, ZERO, type Rational } from './rational.js';
import type { Run } from './run.js';
import { chosen, spanOf } from './sets.js';
import { before, showTime, type Time } from './time.js';

/** guard(n, t) for bearer a: triggered by t, and no exception ever holds. */
export function guard(run: Run, n: Standing, a: Id, t: Time | undefined): boolean {
  if (t === undefined) return false;
  const { norm } = n;
  const inside = run.for(a);
  return inside.once(`guard:${norm.id}@${showTime(t)}`, `\`${norm.id}\``, () => holds(inside, norm.when, t) && !norm.unless.some(c => holds(inside, c, 'none')));
}

/** The acts that a duty makes due: its own, and its means unless they are the bearer's to choose. */
function dueActs(n: Standing): readonly Id[] {
  return n.norm.discretion === 'own' ? actsOf(n) : [...actsOf(n), ...n.norm.means];
}

/** Whether duty n makes something due of a, whom it binds, by t, whatever it is. */
function due(run: Run, n: Standing, a: Id, t: Time): boolean {
  if (!guard(run, n, a, before(t, spanOf(run.world, n.norm.deadline), run.terms.short))) return false;
  if (n.norm.distribution !== 'any') return true;
  const candidates = [...bound(run, n)].filter(b => !run.world.hostile.has(b) && pairsOf(run, n, dueActs(n), b).some(q => q.target !== b));
  return candidates.length > 0 && run.ask(performerOf(n.norm.id, candidates)) === a;
}

/** Whether a duty of n that falls on a is kept; a joint one needs every bearer that is not hostile. */
function kept(run: Run, n: Standing, a: Id): boolean {
  const keeps = (b: Id): boolean => run.terms.keeps(b, run.ask);
  if (!keeps(a)) return false;
  return n.norm.distribution !== 'jointly' || [...bound(run, n)].every(b => run.world.hostile.has(b) || keeps(b));
}

/** owed(a, p, t), by a duty that is kept. Outside the game of defaults every duty is. */
export function owed(run: Run, a: Id, p: Pair, t: Time): boolean {
  return standingNorms(run.world).some(n => {
    if (modalityOf(n, run.terms.pledges) !== 'duty') return false;
    const acts = dueActs(n).filter(act => descends(run.world.case_.acts, act, p.act));
    const pairs = pairsOf(run, n, acts, a).filter(q => isKind(run.world, q, p));
    return pairs.length > 0 && due(run, n, a, t) && pairs.some(q => !banned(run, a, q, t)) && kept(run, n, a);
  });
}

/** done(a, p, t): owed and kept, or done freely and lawfully, itself or by a kind of it. */
export function done(run: Run, a: Id, p: Pair, t: Time): boolean {
  if (owed(run, a, p, t)) return true;
  return kindsOf(run.world, p.act).some(act => {
    const q = { act, target: p.target };
    return owed(run, a, q, t) || (run.ask(willOf(act, p.target, a)) === 'true' && !banned(run, a, q, t));
  });
}

/** banned(a, p, t): some ban of p, whenever its condition comes true, that nothing has taken back by t. */
export function banned(run: Run, a: Id, p: Pair, t: Time): boolean {
  const inside = run.for(a);
  return inside.once(`banned:${p.act}:${p.target ?? '-'}@${showTime(t)}`, `the ban of \`${p.act}\` for \`${a}\``, () =>
    standingNorms(run.world).some(
      n =>
        modalityOf(n, run.terms.pledges) === 'ban' &&
        speaksOf(run, n, actsOf(n), a, p) &&
        holds(inside, n.norm.when, 'none') &&
        !n.norm.unless.some(c => holds(inside, c, t)) &&
        !lifted(run, n, a, p, t),
    ),
  );
}

/** Whether p is a kind of one of the pairs of some acts of a norm that binds a. */
function speaksOf(run: Run, n: Standing, acts: readonly Id[], a: Id, p: Pair): boolean {
  const general = acts.filter(act => descends(run.world.case_.acts, p.act, act));
  return pairsOf(run, n, general, a).some(q => isKind(run.world, p, q));
}

/** lifted(n, a, p, t): some other norm that covers p overrides the ban n, or is a right as special beside it that n does not override. */
function lifted(run: Run, n: Standing, a: Id, p: Pair, t: Time): boolean {
  return standingNorms(run.world).some(m => {
    if (m.norm.id === n.norm.id || overrides(run.world, n.norm, m.norm, false)) return false;
    return (liftsAsRight(run, m, n, a, p) || liftsAsDuty(run, m, n, a, p)) && guard(run, m, a, t);
  });
}

function liftsAsRight(run: Run, m: Standing, n: Standing, a: Id, p: Pair): boolean {
  const permits = pairsOf(run, m, permittedActs(run, m), a).filter(q => isKind(run.world, p, q));
  if (permits.length === 0) return false;
  if (overrides(run.world, m.norm, n.norm, true)) return true;
  return m.norm.instrument === n.norm.instrument && permits.some(q => speaksOf(run, n, actsOf(n), a, q));
}

/** What a norm permits: the act of a right, and means that are the bearer's to choose. */
function permittedActs(run: Run, m: Standing): readonly Id[] {
  const modality = modalityOf(m, run.terms.pledges);
  const means = m.norm.discretion === 'own' && (modality === 'right' || modality === 'duty') ? m.norm.means : [];
  return modality === 'right' ? [...actsOf(m), ...means] : means;
}

function liftsAsDuty(run: Run, m: Standing, n: Standing, a: Id, p: Pair): boolean {
  if (modalityOf(m, run.terms.pledges) !== 'duty' || !overrides(run.world, m.norm, n.norm, false)) return false;
  return pairsOf(run, m, dueActs(m), a).some(q => isKind(run.world, p, q) && speaksOf(run, n, actsOf(n), a, q));
}

/** limited(a, attribute, v): some limit below `upTo` (any limit without one); nothing lifts a limit. */
export function limited(run: Run, a: Id, attribute: Id, upTo: Rational | undefined): boolean {
  return standingNorms(run.world).some(n => {
    const { action } = n.norm;
    if (modalityOf(n, run.terms.pledges) !== 'ban' || action.kind !== 'exceed' || action.attribute !== attribute) return false;
    const max = limitOf(run, action.max, a);
    return max !== undefined && (upTo === undefined || compare(max, upTo) < 0) && binds(run, n, a) && guard(run, n, a, 'none');
  });
}

/** The number of a limit for an actor: its own figure, or the lowest that a quantity still to be agreed may become. Undefined if it has none. */
function limitOf(run: Run, quantity: Quantity, a: Id): Rational | undefined {
  const { case_ } = run.world;
  switch (quantity.kind) {
    case 'number':
      return quantity.value;
    case 'own':
      return case_.actors.get(a)?.attributes.get(quantity.attribute)?.value;
    case 'range':
      return case_.issues.get(quantity.issue)?.range?.min ?? ZERO;
    case 'choice': {
      const value = chosen(run.world, quantity.alternatives);
      return value === undefined ? undefined : limitOf(run, value, a);
    }
  }
}
