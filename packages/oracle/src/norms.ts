/**
 * Norms: what is due, banned, lifted, owed, done and limited (docs/meaning.md, section 6).
 */
import type { Id } from '../../model/src/case.js';
import { performerOf, willOf } from './choices.js';
import { holds } from './conditions.js';
import { isKind, kindsOf, modalityOf, overrides, standingNorms, type Pair, type Standing } from './ground.js';
import { compare, type Rational } from './rational.js';
import type { Run } from './run.js';
import { numberOf, spanOf } from './sets.js';
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
  const candidates = [...n.bound].filter(b => !run.world.hostile.has(b));
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
    return pairs.length > 0 && due(run, n, a, t) && pairs.some(q => !banned(run, a, q)) && kept(run, n, a);
  });
}

/** done(a, p, t): owed and kept, or done freely and lawfully, itself or by a kind of it. */
export function done(run: Run, a: Id, p: Pair, t: Time): boolean {
  if (owed(run, a, p, t)) return true;
  return kindsOf(run.world, p.act).some(act => {
    const q = { act, target: p.target };
    return owed(run, a, q, t) || (run.ask(willOf(act, p.target, a)) === 'true' && !banned(run, a, q));
  });
}

/** banned(a, p): some ban of p that nothing lifts. */
export function banned(run: Run, a: Id, p: Pair): boolean {
  return run.once(`banned:${p.act}:${p.target ?? '-'}:${a}`, `the ban of \`${p.act}\` for \`${a}\``, () =>
    standingNorms(run.world).some(
      n =>
        modalityOf(n, run.terms.pledges) === 'ban' &&
        n.bound.has(a) &&
        (n.pairs.get(a) ?? []).some(q => isKind(run.world, p, q)) &&
        guard(run, n, 'none') &&
        !lifted(run, n, a, p),
    ),
  );
}

/** lifted(n, a, p): some other norm that covers p overrides the ban n, or is a right beside it that n does not override. */
function lifted(run: Run, n: Standing, a: Id, p: Pair): boolean {
  return standingNorms(run.world).some(m => {
    if (m === n || !m.bound.has(a)) return false;
    const sameInstrument = m.norm.instrument === n.norm.instrument && !overrides(run.world, n.norm, m.norm, false);
    const asRight = coversAsRight(run, m, a, p) && (overrides(run.world, m.norm, n.norm, true) || sameInstrument);
    const asDuty = (): boolean => coversAsDuty(run, m, n, a, p) && overrides(run.world, m.norm, n.norm, false);
    return (asRight || asDuty()) && guard(run, m, 'none');
  });
}

function coversAsRight(run: Run, m: Standing, a: Id, p: Pair): boolean {
  const modality = modalityOf(m, run.terms.pledges);
  const act = modality === 'right' ? (m.pairs.get(a) ?? []) : [];
  const means = m.norm.discretion === 'own' && (modality === 'right' || modality === 'duty') ? (m.means.get(a) ?? []) : [];
  return [...act, ...means].some(q => isKind(run.world, p, q));
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
    const below = max !== 'absent' && (max === 'open' || upTo === undefined || compare(max, upTo) < 0);
    return below && guard(run, n, 'none');
  });
}
