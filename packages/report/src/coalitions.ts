/** Coalitions in words. */
import type { Coalitions } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { actorNames } from './names.js';
import { counted, grouped, listed } from './words.js';

/** A coalition as the subject of a sentence; the empty one is "nobody is needed". */
export const coalitionWords = (case_: Case, coalition: readonly Id[]): string =>
  coalition.length === 0 ? 'nobody is needed' : listed(actorNames(case_, coalition));

/** The count in words, with how many are shown: `12 coalitions, the first 10 by size`. */
export function coalitionCount({ count, first }: Coalitions, most: number): string {
  const shown = Math.min(first.length, most);
  const total = counted(count, 'coalition');
  return BigInt(shown) < count ? `${total}, the first ${grouped(shown)} by size` : total;
}

/** The smallest coalition, if there is any. */
export const smallest = (coalitions: Coalitions): readonly Id[] | undefined => coalitions.first[0];

/** The single actors first named, those of `before` ahead of the others. */
export function ordered(actors: readonly Id[], before: readonly Id[]): readonly Id[] {
  const ahead = new Set(before);
  return [...actors.filter((actor) => ahead.has(actor)), ...actors.filter((actor) => !ahead.has(actor))];
}
