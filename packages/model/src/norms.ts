import { FALSE, TRUE, type Node } from '@casus/diagrams';
import { speaksOfBearer, type Conditions } from './bearer.js';
import type { Id, Instrument, Norm, NormRef } from './case.js';
import { after, holds } from './conditions.js';
import type { Meaning } from './meaning.js';
import { applies, bearersOf } from './parties.js';
import { compareRational } from './rational.js';
import { aimsOf, type Members } from './sets.js';
import { allTimed, anyTimed, everTrue, fromStart, NEVER, onlyIf, type Timed } from './timed.js';
import { modalityOf, type World } from './world.js';

/** A norm in force, with its effect and those it binds (docs/meaning.md, section 2). */
export interface ActiveNorm {
  readonly norm: Norm;
  readonly instrument: Instrument;
  readonly modality: Norm['modality'];
  readonly binds: Members;
  /** Whether its conditions speak of the bearer ("it"). */
  readonly ofBearer: boolean;
  /** Means named under discretion `own`: permitted, not owed. */
  readonly permits: readonly Id[];
  /** Acts commanded, forbidden or permitted. */
  readonly acts: readonly Id[];
}

/** An act and what it is aimed at. */
export interface Pair {
  readonly act: Id;
  readonly target: Id | undefined;
  readonly when: Node;
}

/**
 * The norms of the judgment, with pledges as duties where they count as kept. `kin`: those of the same world but for pledges and breaches, on which does not
 * depend whom a norm binds (docs/meaning.md, section 2).
 */
export function activeNorms(meaning: Meaning, kin?: readonly ActiveNorm[]): readonly ActiveNorm[] {
  const { manager: m, world } = meaning;
  if (kin !== undefined) return kin.map((active) => ({ ...active, ...effectOf(world, active) }));
  return world.instruments.flatMap((instrument) => {
    return instrument.norms.map((norm): ActiveNorm => {
      const taken = m.andAll([...norm.options.map((option) => meaning.option(option)), applies(meaning, instrument, norm)]);
      const binds = new Map<Id, Node>();
      for (const [id, in_] of taken === FALSE ? [] : bearersOf(meaning, instrument, norm)) {
        const bound = m.and(taken, in_);
        if (bound !== FALSE) binds.set(id, bound);
      }
      return { norm, instrument, binds, ofBearer: speaksOfBearer(norm), permits: norm.discretion === 'own' ? norm.means : [], ...effectOf(world, { norm, instrument }) };
    });
  });
}

function effectOf(world: World, { norm, instrument }: Pick<ActiveNorm, 'norm' | 'instrument'>): Pick<ActiveNorm, 'modality' | 'acts'> {
  const declared = modalityOf(norm, instrument);
  const modality = world.pledgesKept ? (declared === 'pledge' ? 'duty' : declared === 'pledge-not' ? 'ban' : declared) : declared;
  const act = norm.action.kind === 'act' ? [norm.action.act] : [];
  const owesMeans = norm.discretion !== 'own' && (modality === 'duty' || modality === 'pledge');
  return { modality, acts: owesMeans ? [...act, ...norm.means] : act };
}

/** When the conditions of a norm are met. */
export function guardOf(meaning: Meaning, { when, unless }: Conditions): Timed {
  const { manager: m } = meaning;
  const excepted = m.orAll(unless.map((cond) => everTrue(holds(meaning, cond))));
  return onlyIf(m, holds(meaning, when), m.not(excepted));
}

/** The act-and-aim pairs of a norm for a bearer. */
export function pairsOf(meaning: Meaning, active: ActiveNorm, bearer: Id, acts: readonly Id[]): readonly Pair[] {
  const { action } = active.norm;
  if (action.kind !== 'act' || acts.length === 0) return [];
  const aims = aimsOf(meaning, action.target, bearer, active.binds);
  return acts.flatMap((act) => aims.map(({ target, when }) => ({ act, target, when })));
}

/** Whether an act with its aim is a kind of another. */
export function isKind(meaning: Meaning, act: Id, target: Id | undefined, general: Id, aim: Id | undefined): boolean {
  return (aim === undefined || target === aim) && meaning.descends(meaning.world.case.acts, act, general);
}

/** When the act is owed by the actor: commanded, in the conditions of the norm, and not forbidden (section 6). */
export function owedBy(meaning: Meaning, actor: Id, act: Id, target: Id | undefined): Timed {
  const { manager: m } = meaning;
  const duties: Timed[] = [];
  for (const active of meaning.binding(actor)) {
    if (active.modality !== 'duty') continue;
    const bound = active.binds.get(actor)!;
    const { acts } = meaning.world.case;
    for (const pair of pairsOf(meaning, active, actor, active.acts.filter((owed) => meaning.descends(acts, owed, act)))) {
      if (!isKind(meaning, pair.act, pair.target, act, target)) continue;
      const falls = m.andAll([bound, pair.when, performs(meaning, active, actor), keeps(meaning, active, actor)]);
      if (falls === FALSE) continue;
      const due = onlyIf(m, after(meaning, meaning.guard(active, actor), active.norm.deadline), falls);
      duties.push(allTimed(m, [due, meaning.lawful(actor, pair.act, pair.target)]));
    }
  }
  return duties.length === 0 ? NEVER : anyTimed(m, duties);
}

/**
 * On whom a duty of any of several may fall, and in which texts: who is not hostile and could act towards somebody else. Nature takes the
 * first whose variable is true, else the last.
 */
export function candidatesOf(meaning: Meaning, active: ActiveNorm): readonly [Id, Node][] {
  const { manager: m, world } = meaning;
  return [...active.binds].flatMap(([id, in_]): [Id, Node][] => {
    const aims = pairsOf(meaning, active, id, active.acts).filter(({ target }) => target !== id);
    const can = world.hostile.has(id) ? FALSE : m.and(in_, m.orAll(aims.map(({ when }) => when)));
    return can === FALSE ? [] : [[id, can]];
  });
}

/** A duty of any of several falls on the one whom nature picks among those who are not hostile. */
function performs(meaning: Meaning, active: ActiveNorm, actor: Id): Node {
  if (active.norm.distribution !== 'any') return TRUE;
  const { manager: m } = meaning;
  const candidates = candidatesOf(meaning, active);
  let free: Node = TRUE;
  for (const [i, [id, in_]] of candidates.entries()) {
    const last = m.not(m.orAll(candidates.slice(i + 1).map(([, other]) => other)));
    const picked = m.andAll([free, in_, m.or(last, meaning.choices.nature(`performer:${active.norm.id}/${id}`))]);
    if (id === actor) return picked;
    free = m.and(free, m.not(picked));
  }
  return FALSE;
}

function keeps(meaning: Meaning, active: ActiveNorm, actor: Id): Node {
  if (!meaning.breakable) return TRUE;
  const { manager: m, world, choices } = meaning;
  if (active.norm.distribution !== 'jointly') return choices.keeps(actor);
  const others = [...active.binds].filter(([id]) => id === actor || !world.hostile.has(id));
  return m.andAll(others.map(([id, in_]) => m.implies(in_, choices.keeps(id))));
}

/** When the act is done: as a duty that is kept, or of free will where nothing forbids it. */
export function doneBy(meaning: Meaning, actor: Id, act: Id, target: Id | undefined): Timed {
  const { manager: m, world, choices } = meaning;
  const kinds = [...world.case.acts.keys()].filter((kind) => meaning.descends(world.case.acts, kind, act));
  const freely = kinds.flatMap((kind) => {
    const lawful = meaning.lawful(actor, kind, target);
    return lawful.length === 0 ? [] : [onlyIf(m, lawful, choices.act(`will:${kind}:${target ?? '-'}:${actor}`, actor))];
  });
  return anyTimed(m, [meaning.owed(actor, act, target), ...freely]);
}

/**
 * From when the act is not forbidden to the actor. A ban forbids from the start, whenever its conditions come true; an exception to it, and
 * what else takes it back, only from the time when that comes true.
 */
export function lawfulFor(meaning: Meaning, actor: Id, act: Id, target: Id | undefined): Timed {
  const { manager: m } = meaning;
  const bans: Timed[] = [];
  for (const active of meaning.binding(actor)) {
    const bound = active.binds.get(actor) ?? FALSE;
    if (active.modality !== 'ban' || bound === FALSE) continue;
    const covered = m.orAll(coveringPairs(meaning, active, actor, act, target).map((pair) => pair.when));
    if (covered === FALSE) continue;
    const { when, unless } = meaning.conditions(active, actor);
    const forbids = m.andAll([bound, covered, everTrue(holds(meaning, when))]);
    const exceptions = unless.map((cond) => holds(meaning, cond));
    bans.push(anyTimed(m, [fromStart(m.not(forbids)), ...exceptions, ...lifting(meaning, active, actor, act, target)]));
  }
  return allTimed(m, bans);
}

/** The pairs of a ban under which the act falls. */
function coveringPairs(meaning: Meaning, ban: ActiveNorm, actor: Id, act: Id, target: Id | undefined): readonly Pair[] {
  return pairsOf(meaning, ban, actor, ban.acts).filter((pair) => isKind(meaning, act, target, pair.act, pair.target));
}

/** From when other norms take a ban back. */
export function lifting(meaning: Meaning, ban: ActiveNorm, actor: Id, act: Id, target: Id | undefined): Timed[] {
  const { manager: m } = meaning;
  return meaning.binding(actor).flatMap((other) => {
    const bound = other.binds.get(actor) ?? FALSE;
    if (other === ban || bound === FALSE) return [];
    const overridden = overrides(meaning.world, ban, other);
    const said = yields(other, ban) && !overridden;
    const special = other.instrument.id === ban.instrument.id && !overridden;
    const covers = m.orAll([
      said ? coversAsRight(meaning, other, undefined, actor, act, target) : FALSE,
      special ? coversAsRight(meaning, other, ban, actor, act, target) : FALSE,
      !overridden && overrides(meaning.world, other, ban) ? coversAsDuty(meaning, other, ban, actor, act, target) : FALSE,
    ]);
    return covers === FALSE ? [] : [onlyIf(m, meaning.guard(other, actor), m.and(bound, covers))];
  });
}

/** Where a right permits the act. Beside a ban of the same instrument, only a right as special as the ban is an exception to it. */
function coversAsRight(meaning: Meaning, other: ActiveNorm, beside: ActiveNorm | undefined, actor: Id, act: Id, target: Id | undefined): Node {
  const { manager: m } = meaning;
  const acts = other.modality === 'right' ? [...other.acts, ...other.permits] : other.modality === 'duty' ? other.permits : [];
  const pairs = pairsOf(meaning, other, actor, acts).filter((pair) => isKind(meaning, act, target, pair.act, pair.target));
  const forbidden = beside === undefined ? undefined : pairsOf(meaning, beside, actor, beside.acts);
  return m.orAll(pairs.map((pair) => m.and(pair.when, forbidden === undefined ? TRUE : within(meaning, pair, forbidden))));
}

/** Where one of the pairs covers all of the first. */
function within(meaning: Meaning, pair: Pair, wider: readonly Pair[]): Node {
  return meaning.manager.orAll(wider.filter((wide) => isKind(meaning, pair.act, pair.target, wide.act, wide.target)).map((wide) => wide.when));
}

/** A duty conflicts with a ban only where the ban covers all of it; where another way of keeping it is left, it does not. */
function coversAsDuty(meaning: Meaning, other: ActiveNorm, ban: ActiveNorm, actor: Id, act: Id, target: Id | undefined): Node {
  if (other.modality !== 'duty') return FALSE;
  const { manager: m } = meaning;
  const forbidden = pairsOf(meaning, ban, actor, ban.acts);
  const owed = pairsOf(meaning, other, actor, other.acts).filter((pair) => isKind(meaning, act, target, pair.act, pair.target));
  return m.orAll(owed.map((pair) => m.and(pair.when, within(meaning, pair, forbidden))));
}

/** Whether the sentences themselves say that the second gives way to the first. */
export function yields(first: ActiveNorm, second: ActiveNorm): boolean {
  const means = (refs: readonly NormRef[], { norm }: ActiveNorm): boolean =>
    refs.some((ref) => ref.instrument === norm.instrument && (ref.article === undefined || ref.article === norm.article));
  return means(first.norm.notwithstanding, second) || means(second.norm.subjectTo, first) || means(second.norm.withoutPrejudice, first);
}

/** Whether the first norm prevails over the second: by what the sentences say, or between instruments for obligations; failing that by date, where the arrangement says so. */
export function overrides({ laterPrevails }: Pick<World, 'laterPrevails'>, first: ActiveNorm, second: ActiveNorm): boolean {
  if (saidToPrevail(first, second)) return true;
  return laterPrevails && first.modality !== 'right' && !saidToPrevail(second, first) && later(first.instrument, second.instrument);
}

function saidToPrevail(first: ActiveNorm, second: ActiveNorm): boolean {
  if (yields(first, second)) return true;
  if (first.modality === 'right' || first.instrument.id === second.instrument.id) return false;
  const { prevailsOver } = first.instrument;
  return prevailsOver === 'all' || prevailsOver.includes(second.instrument.id) || second.instrument.yieldsTo.includes(first.instrument.id);
}

/** Whether the first instrument is of later date: of its signature, else of its entry into force. */
function later(first: Instrument, second: Instrument): boolean {
  const [a, b] = [first, second].map(({ signed, inForceSince }) => signed ?? inForceSince);
  return a !== undefined && b !== undefined && a > b;
}

/** Where a limit on the attribute stands in the way of having `upTo` (of any size, when absent). */
export function limitedTo(meaning: Meaning, actor: Id, attribute: Id, upTo: { readonly num: bigint; readonly den: bigint } | undefined): Node {
  const { manager: m } = meaning;
  const limits: Node[] = [];
  for (const active of meaning.binding(actor)) {
    const { action } = active.norm;
    if (active.modality !== 'ban' || action.kind !== 'exceed' || action.attribute !== attribute) continue;
    const bound = active.binds.get(actor)!;
    // Of a number still to be agreed the lowest counts.
    const tight = meaning.numbers(action.max, TRUE, actor).map(({ value, least, when }) => (upTo === undefined || compareRational((value ?? least)!, upTo) < 0 ? when : FALSE));
    limits.push(m.andAll([bound, m.orAll(tight), everTrue(meaning.guard(active, actor))]));
  }
  return m.orAll(limits);
}

