/**
 * The ground on which norms stand: whom each binds and when its instrument applies, of which pairs of act and target it speaks, what overrides what
 * (docs/meaning.md, sections 2, 3 and 6).
 */
import type { Id, Instrument, Modality, Norm, NormRef, Target } from '../../model/src/case.js';
import { holds } from './conditions.js';
import type { Run } from './run.js';
import { hasCome, joined, leavers, members, minus, roleMembers, taken, type Scope } from './sets.js';
import type { World } from './world.js';

/** An act with its target, or with none. */
export interface Pair {
  readonly act: Id;
  readonly target: Id | undefined;
}

/** A norm that stands in the text of an instrument of the arrangement. */
export interface Standing {
  readonly norm: Norm;
  readonly instrument: Instrument;
}

/** Whether `id` is `general` or descends from it. */
export function descends(table: ReadonlyMap<Id, { readonly parents: readonly Id[] }>, id: Id, general: Id): boolean {
  return id === general || (table.get(id)?.parents ?? []).some(p => descends(table, p, general));
}

/** All acts that an act is a kind of, itself left out, nearest first. */
export function generalActs(world: World, act: Id): Id[] {
  return [...world.case_.acts.keys()].filter(a => a !== act && descends(world.case_.acts, act, a));
}

/** All acts that are a kind of an act, itself included. */
export function kindsOf(world: World, act: Id): Id[] {
  return [act, ...[...world.case_.acts.keys()].filter(a => a !== act && descends(world.case_.acts, a, act))];
}

/** q ⊑ p: q is a kind of p. */
export function isKind(world: World, q: Pair, p: Pair): boolean {
  return (p.target === undefined || q.target === p.target) && descends(world.case_.acts, q.act, p.act);
}

/** The targets for actor `self`, which stands among `all` (the bearers, or `who`); `[undefined]` where the act has no target. */
export function targetsOf(scope: Scope, target: Target, self: Id, all: ReadonlySet<Id>): (Id | undefined)[] {
  switch (target.kind) {
    case 'none':
      return [undefined];
    case 'thing':
      return [target.id];
    case 'role':
      return [...roleMembers(scope, target.role)].filter(a => a !== self);
    case 'each':
      return [...members(scope, target.set)].filter(a => a !== self);
    case 'one-another':
      return [...all].filter(a => a !== self);
  }
}

const standing = new WeakMap<World, readonly Standing[]>();

/** The norms that stand: of instruments of the arrangement, with all of their options taken. Whether they apply is another matter. */
export function standingNorms(world: World): readonly Standing[] {
  let found = standing.get(world);
  if (found === undefined) standing.set(world, (found = collect(world)));
  return found;
}

function collect(world: World): Standing[] {
  return world.instruments.flatMap(id => {
    const instrument = world.case_.instruments.get(id);
    if (instrument === undefined) return [];
    return instrument.norms.filter(norm => norm.options.every(o => taken(world, o))).map(norm => ({ norm, instrument }));
  });
}

/** Whether the instrument of a norm applies to it: begun, or applied provisionally, and not expired, or renewed. */
function applies(run: Run, { norm, instrument }: Standing): boolean {
  const begun = hasCome(run.world, instrument.inForceSince) || isProvisional(run, norm, instrument);
  if (!begun) return false;
  const isOver = run.world.date !== undefined && instrument.expires !== undefined && run.world.date > instrument.expires;
  return !isOver || (instrument.renewal !== undefined && holds(run, instrument.renewal.when, 'none'));
}

function isProvisional(run: Run, norm: Norm, { provisional }: Instrument): boolean {
  if (provisional === undefined) return false;
  if (provisional.articles.length > 0 && !provisional.articles.includes(norm.article)) return false;
  if (provisional.since !== undefined) return hasCome(run.world, provisional.since);
  return provisional.when !== undefined && holds(run, provisional.when, 'none');
}

const NOBODY: ReadonlySet<Id> = new Set();

/** B(n): the bearers that are parties and made no reservation; nobody if the instrument does not apply to the norm. */
export function bound(run: Run, n: Standing): ReadonlySet<Id> {
  const outside = run.outside;
  return outside.fixedOnce(`bound:${n.norm.id}`, `whom \`${n.norm.id}\` binds`, () => (applies(outside, n) ? bearers(outside, n) : NOBODY));
}

function bearers(run: Run, { norm, instrument }: Standing): ReadonlySet<Id> {
  const survives = instrument.withdrawal?.survives.includes(norm.article) === true;
  const scope = survives ? run.withoutNotices() : run;
  const stayed = minus(members(scope, norm.bearer), leavers(scope, instrument));
  const parties = instrument.parties === undefined ? undefined : joined(scope, instrument);
  const reserving = instrument.reservations.filter(r => hasCome(run.world, r.on) && (r.articles.length === 0 || r.articles.includes(norm.article)));
  const free = new Set(reserving.flatMap(r => [...members(run, r.who)]));
  return new Set([...stayed].filter(a => (parties === undefined || parties.has(a)) && !free.has(a)));
}

/** Whether a norm binds an actor. */
export function binds(run: Run, n: Standing, a: Id): boolean {
  return bound(run, n).has(a);
}

/** The acts that a norm speaks of; none for limits. */
export function actsOf(n: Standing): readonly Id[] {
  return n.norm.action.kind === 'act' ? [n.norm.action.act] : [];
}

/** Some acts with the targets of a norm, for one that it binds. Empty for limits. */
export function pairsOf(run: Run, n: Standing, acts: readonly Id[], a: Id): readonly Pair[] {
  const { action } = n.norm;
  if (action.kind === 'exceed' || acts.length === 0 || !binds(run, n, a)) return [];
  const outside = run.outside;
  const targets = outside.fixedOnce(`targets:${n.norm.id}:${a}`, `the targets of \`${n.norm.id}\``, () => targetsOf(outside, action.target, a, bound(outside, n)));
  return acts.flatMap(act => targets.map(target => ({ act, target })));
}

/** The modality as it counts: duties and bans of political instruments are pledges; with pledges counted as kept, pledges are duties and bans. */
export function modalityOf(n: Standing, pledges: boolean): Modality {
  const { modality } = n.norm;
  if (pledges) return modality === 'pledge' ? 'duty' : modality === 'pledge-not' ? 'ban' : modality;
  if (!n.instrument.political) return modality;
  return modality === 'duty' ? 'pledge' : modality === 'ban' ? 'pledge-not' : modality;
}

function refersTo(refs: readonly NormRef[], norm: Norm): boolean {
  return refs.some(r => r.instrument === norm.instrument && (r.article === undefined || r.article === norm.article));
}

/** Whether m overrides n by what the texts say. `right`: m is meant as a right; a right does not gain from the rank of its instrument. */
function overridesByText(world: World, m: Norm, n: Norm, right: boolean): boolean {
  if (refersTo(m.notwithstanding, n) || refersTo(n.subjectTo, m) || refersTo(n.withoutPrejudice, m)) return true;
  if (right || m.instrument === n.instrument) return false;
  const higher = world.case_.instruments.get(m.instrument);
  const lower = world.case_.instruments.get(n.instrument);
  const prevails = higher !== undefined && (higher.prevailsOver === 'all' || higher.prevailsOver.includes(n.instrument));
  return prevails || (lower !== undefined && lower.yieldsTo.includes(m.instrument));
}

/** Whether the instrument of m is later than that of n: signed later, or in force since later where no signature is dated. */
function isLater(world: World, m: Norm, n: Norm): boolean {
  const dateOf = (id: Id): string | undefined => world.case_.instruments.get(id)?.signed ?? world.case_.instruments.get(id)?.inForceSince;
  const [mine, theirs] = [dateOf(m.instrument), dateOf(n.instrument)];
  return mine !== undefined && theirs !== undefined && mine > theirs;
}

/** Whether m overrides n. `right`: m is meant as a right. Where neither overrides the other by the texts, the later does, if the arrangement says so. */
export function overrides(world: World, m: Norm, n: Norm, right: boolean): boolean {
  if (overridesByText(world, m, n, right)) return true;
  return world.laterPrevails && !right && isLater(world, m, n) && !overridesByText(world, n, m, false);
}
