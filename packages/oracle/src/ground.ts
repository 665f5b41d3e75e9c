/**
 * What of the norms is fixed by the world alone: whom each binds, of which pairs of act and target it speaks, what overrides what
 * (docs/meaning.md, sections 2, 3 and 6).
 */
import type { Action, Id, Modality, Norm, NormRef, Target } from '../../model/src/case.js';
import { members, roleMembers, taken } from './sets.js';
import type { World } from './world.js';

/** An act with its target, or with none. */
export interface Pair {
  readonly act: Id;
  readonly target: Id | undefined;
}

/** A norm that stands in the text of an instrument in force. */
export interface Standing {
  readonly norm: Norm;
  readonly political: boolean;
  /** B(n): the bearers that are parties. */
  readonly bound: ReadonlySet<Id>;
  /** The pairs of its own act, for each bearer. Empty for limits. */
  readonly pairs: ReadonlyMap<Id, readonly Pair[]>;
  /** The pairs of its means, for each bearer. */
  readonly means: ReadonlyMap<Id, readonly Pair[]>;
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
export function targetsOf(world: World, target: Target, self: Id, all: ReadonlySet<Id>): (Id | undefined)[] {
  switch (target.kind) {
    case 'none':
      return [undefined];
    case 'thing':
      return [target.id];
    case 'role':
      return [...roleMembers(world, target.role)].filter(a => a !== self);
    case 'each':
      return [...members(world, target.set)].filter(a => a !== self);
    case 'one-another':
      return [...all].filter(a => a !== self);
  }
}

/** Whether an instrument is in force: of the arrangement, begun and not expired, as far as both dates are known. */
export function inForce(world: World, id: Id): boolean {
  const instrument = world.case_.instruments.get(id);
  if (instrument === undefined || !world.instruments.includes(id)) return false;
  if (world.date === undefined) return true;
  if (instrument.inForceSince !== undefined && world.date < instrument.inForceSince) return false;
  return !(instrument.expires !== undefined && world.date > instrument.expires);
}

function pairsOf(world: World, action: Action, acts: readonly Id[], self: Id, bound: ReadonlySet<Id>): Pair[] {
  if (action.kind === 'exceed') return [];
  const targets = targetsOf(world, action.target, self, bound);
  return acts.flatMap(act => targets.map(target => ({ act, target })));
}

const standing = new WeakMap<World, readonly Standing[]>();

/** The norms that stand: of instruments in force, with all of their options taken. */
export function standingNorms(world: World): readonly Standing[] {
  let found = standing.get(world);
  if (found === undefined) standing.set(world, (found = collect(world)));
  return found;
}

function collect(world: World): Standing[] {
  return world.instruments.filter(id => inForce(world, id)).flatMap(id => {
    const instrument = world.case_.instruments.get(id);
    if (instrument === undefined) return [];
    const parties = instrument.parties === undefined ? undefined : members(world, instrument.parties);
    return instrument.norms
      .filter(norm => norm.options.every(o => taken(world, o)))
      .map((norm): Standing => {
        const bound = new Set([...members(world, norm.bearer)].filter(a => parties === undefined || parties.has(a)));
        const act = norm.action.kind === 'act' ? [norm.action.act] : [];
        return {
          norm,
          political: instrument.political,
          bound,
          pairs: new Map([...bound].map(a => [a, pairsOf(world, norm.action, act, a, bound)])),
          means: new Map([...bound].map(a => [a, pairsOf(world, norm.action, norm.means, a, bound)])),
        };
      });
  });
}

/** The modality as it counts: duties and bans of political instruments are pledges; with pledges counted as kept, pledges are duties and bans. */
export function modalityOf(n: Standing, pledges: boolean): Modality {
  const { modality } = n.norm;
  if (pledges) return modality === 'pledge' ? 'duty' : modality === 'pledge-not' ? 'ban' : modality;
  if (!n.political) return modality;
  return modality === 'duty' ? 'pledge' : modality === 'ban' ? 'pledge-not' : modality;
}

function refersTo(refs: readonly NormRef[], norm: Norm): boolean {
  return refs.some(r => r.instrument === norm.instrument && (r.article === undefined || r.article === norm.article));
}

/** Whether m overrides n. `right`: m is meant as a right; a right does not gain from the rank of its instrument. */
export function overrides(world: World, m: Norm, n: Norm, right: boolean): boolean {
  if (refersTo(m.notwithstanding, n) || refersTo(n.subjectTo, m) || refersTo(n.withoutPrejudice, m)) return true;
  if (right || m.instrument === n.instrument) return false;
  const higher = world.case_.instruments.get(m.instrument);
  const lower = world.case_.instruments.get(n.instrument);
  const prevails = higher !== undefined && (higher.prevailsOver === 'all' || higher.prevailsOver.includes(n.instrument));
  return prevails || (lower !== undefined && lower.yieldsTo.includes(m.instrument));
}
