/** Conditions of sentences, as amendments speak of them. */
import type { Cond, Norm, Place } from '@casus/model';
import { placeKey } from './candidate.js';
import type { Setting } from './setting.js';

/** True of everything; false of everything. */
export const met = (place: Place): Cond => ({ kind: 'true', place });
export const unmet = (place: Place): Cond => ({ kind: 'or', of: [], place });

/** The conditions that must all be met, one by one; of a bracket, those that may be taken. */
export function conjunctsOf(cond: Cond, setting: Setting): readonly Cond[] {
  switch (cond.kind) {
    case 'true':
      return [];
    case 'and':
      return cond.of.flatMap((part) => conjunctsOf(part, setting));
    case 'choice':
      return cond.alternatives.filter(({ option }) => setting.taken(option)).flatMap(({ value }) => conjunctsOf(value, setting));
    default:
      return [cond];
  }
}

/** A condition that duties wait for, with all the sentences that stand under it. */
export interface Waiting {
  readonly cond: Cond;
  readonly governed: readonly Norm[];
}

/** The conditions that duties wait for, each once, in the order of the text. */
export function waitingFor(setting: Setting, wanted: (cond: Cond) => boolean): readonly Waiting[] {
  const found = new Map<string, { cond: Cond; governed: Norm[] }>();
  const all = setting.world.arranged.flatMap(({ norms }) => norms);
  for (const norm of setting.norms) {
    if (norm.modality !== 'duty' && norm.modality !== 'pledge') continue;
    for (const cond of conjunctsOf(norm.when, setting)) if (wanted(cond) && !found.has(placeKey(cond.place))) found.set(placeKey(cond.place), { cond, governed: [] });
  }
  for (const norm of all) for (const cond of everyIn(norm.when)) found.get(placeKey(cond.place))?.governed.push(norm);
  return [...found.values()].map(({ cond, governed }) => ({ cond, governed: [...new Set(governed)] }));
}

/** A condition and all inside it. */
function everyIn(cond: Cond): readonly Cond[] {
  switch (cond.kind) {
    case 'and':
    case 'or':
      return [cond, ...cond.of.flatMap(everyIn)];
    case 'not':
    case 'after':
      return [cond, ...everyIn(cond.of)];
    case 'choice':
      return [cond, ...cond.alternatives.flatMap(({ value }) => everyIn(value))];
    default:
      return [cond];
  }
}

/** A condition with another in place of the one that stands at a place. */
export function replacing(cond: Cond, place: Place, by: (cond: Cond) => Cond): Cond {
  if (placeKey(cond.place) === placeKey(place) && cond.kind !== 'and') return by(cond);
  switch (cond.kind) {
    case 'and':
    case 'or':
      return { ...cond, of: cond.of.map((part) => replacing(part, place, by)) };
    case 'not':
    case 'after':
      return { ...cond, of: replacing(cond.of, place, by) };
    case 'choice':
      return { ...cond, alternatives: cond.alternatives.map(({ option, value }) => ({ option, value: replacing(value, place, by) })) };
    default:
      return cond;
  }
}
