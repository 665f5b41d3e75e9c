/**
 * Norms: what is due, banned, lifted, owed, done and limited (docs/meaning.md, section 6).
 */
import type { Id, Quantity } from '../../model/src/case.js';
import { performerOf, willOf } from './choices.js';
import { holds } from './conditions.js';
import { isKind, kindsOf, modalityOf, overrides, standingNorms, type Pair, type Standing } from './ground.js';
import { compare, ZERO, type Rational } from './rational.js';
import type { Run } from './run.js';
import { chosen, numberOf, spanOf } from './sets.js';
import { before, showTime, type Time } from './time.js';

/** guard(n, t): triggered by t, and no exception ever holds. */
export function guard(run: Run, n: Standing, t: Time | undefined): boolean {
  if (t === undefined) return false;
  const { norm } = n;
  return run.once(`guard:${norm.id}@${showTime(t)}`, `\`${norm.id}\``, () => holds(run, norm.when, t) && !norm.unless.some(c => holds(run, c, 'none')));
}

/** The pairs that a duty makes due for a bearer: its act, and its means unless they are the bearer's to choose. */
function duePairs(n: Standing, a: Id): readonly Pair[] {
  const own = n.pairs.get(a) ?? [];
  return n.norm.discretion === 'own' ? own : [...own, ...(n.means.get(a) ?? [])];
}

/** Whether duty n makes something due of a by t, whatever it is. */
function due(run: Run, n: Standing, a: Id, t: Time): boolean {
  if (!n.bound.has(a) || !guard(run, n, before(t, spanOf(run.world, n.norm.deadline), run.terms.short))) return false;
  if (n.norm.distribution !== 'any') return true;
  const candidates = [...n.bound].filter(b => !run.world.hostile.has(b) && duePairs(n, b).some(q => q.target !== b));
  return candidates.length > 0 && run.ask(performerOf(n.norm.id, candidates)) === a;
}

/** Whether a duty of n that falls on a is kept; a joint one needs every bearer that is not hostile. */
function kept(run: Run, n: Standing, a: Id): boolean {
  const keeps = (b: Id): boolean => run.terms.keeps(b, run.ask);
  if (!keeps(a)) return false;
  return n.norm.distribution !== 'jointly' || [...n.bound].every(b => run.world.hostile.has(b) || keeps(b));
}

/** owed(a, p, t), by a duty that is kept. Outside the game of defaults every duty is. */
export function owed(run: Run, a: Id, p: Pair, t: Time): boolean {
  return standingNorms(run.world).some(n => {
    if (modalityOf(n, run.terms.pledges) !== 'duty') return false;
    const pairs = n.bound.has(a) ? duePairs(n, a).filter(q => isKind(run.world, q, p)) : [];
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
  return run.once(`banned:${p.act}:${p.target ?? '-'}:${a}@${showTime(t)}`, `the ban of \`${p.act}\` for \`${a}\``, () =>
    standingNorms(run.world).some(
      n =>
        modalityOf(n, run.terms.pledges) === 'ban' &&
        n.bound.has(a) &&
        (n.pairs.get(a) ?? []).some(q => isKind(run.world, p, q)) &&
        holds(run, n.norm.when, 'none') &&
        !n.norm.unless.some(c => holds(run, c, t)) &&
        !lifted(run, n, a, p, t),
    ),
  );
}

/** lifted(n, a, p, t): some other norm that covers p overrides the ban n, or is a right as special beside it that n does not override. */
function lifted(run: Run, n: Standing, a: Id, p: Pair, t: Time): boolean {
  return standingNorms(run.world).some(m => {
    if (m === n || !m.bound.has(a)) return false;
    if (overrides(run.world, n.norm, m.norm, false)) return false;
    const permits = permissions(run, m, a).filter(q => isKind(run.world, p, q));
    const beside = m.norm.instrument === n.norm.instrument && permits.some(q => (n.pairs.get(a) ?? []).some(r => isKind(run.world, q, r)));
    const asRight = beside || (permits.length > 0 && overrides(run.world, m.norm, n.norm, true));
    const asDuty = (): boolean => coversAsDuty(run, m, n, a, p) && overrides(run.world, m.norm, n.norm, false);
    return (asRight || asDuty()) && guard(run, m, t);
  });
}

/** What a norm permits a: the act of a right, and means that are the bearer's to choose. */
function permissions(run: Run, m: Standing, a: Id): readonly Pair[] {
  const modality = modalityOf(m, run.terms.pledges);
  const act = modality === 'right' ? (m.pairs.get(a) ?? []) : [];
  const means = m.norm.discretion === 'own' && (modality === 'right' || modality === 'duty') ? (m.means.get(a) ?? []) : [];
  return [...act, ...means];
}

function coversAsDuty(run: Run, m: Standing, n: Standing, a: Id, p: Pair): boolean {
  if (modalityOf(m, run.terms.pledges) !== 'duty') return false;
  const forbidden = n.pairs.get(a) ?? [];
  return duePairs(m, a).some(q => isKind(run.world, p, q) && forbidden.some(r => isKind(run.world, q, r)));
}

/** limited(a, attribute, v): some limit below `upTo` (any limit without one); nothing lifts a limit. */
export function limited(run: Run, a: Id, attribute: Id, upTo: Rational | undefined): boolean {
  return standingNorms(run.world).some(n => {
    const { action } = n.norm;
    if (modalityOf(n, run.terms.pledges) !== 'ban' || action.kind !== 'exceed' || action.attribute !== attribute || !n.bound.has(a)) return false;
    const max = numberOf(run.world, action.max);
    const below = max !== 'absent' && (upTo === undefined || compare(max === 'open' ? leastOf(run, action.max) : max, upTo) < 0);
    return below && guard(run, n, 'none');
  });
}

/** The lowest number that a quantity still to be agreed may become. */
function leastOf(run: Run, quantity: Quantity): Rational {
  const { case_ } = run.world;
  if (quantity.kind === 'range') return case_.issues.get(quantity.issue)?.range?.min ?? ZERO;
  const taken = quantity.kind === 'choice' ? chosen(run.world, quantity.alternatives) : undefined;
  return taken === undefined ? ZERO : leastOf(run, taken);
}
