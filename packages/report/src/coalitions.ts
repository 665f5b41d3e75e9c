/** Coalitions in words. */
import type { Coalitions } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { actorNames, waysToSeat } from './names.js';
import { counted, grouped, listed } from './words.js';

/** A coalition as the subject of a sentence; the empty one is "nobody is needed". */
export function coalitionWords(case_: Case, coalition: readonly Id[]): string {
  if (coalition.length === 0) return 'nobody is needed';
  const ways = waysToSeat(case_, coalition);
  return `${listed(actorNames(case_, coalition))}${ways === 1n ? '' : ` (${grouped(ways)} coalitions)`}`;
}

/** The count in words, with how many are shown: `12 coalitions, the first 10 by size`. Seats that are interchangeable are told together. */
export function coalitionCount(case_: Case, { count, first }: Coalitions, most: number): string {
  const shown = first.slice(0, most);
  const total = counted(count, 'coalition');
  return shown.reduce((sum, coalition) => sum + waysToSeat(case_, coalition), 0n) < count ? `${total}, the first ${grouped(shown.length)} by size` : total;
}

/** The smallest coalition, if there is any. */
export const smallest = (coalitions: Coalitions): readonly Id[] | undefined => coalitions.first[0];

/** The single actors first named, those of `before` ahead of the others. */
export function ordered(actors: readonly Id[], before: readonly Id[]): readonly Id[] {
  const ahead = new Set(before);
  return [...actors.filter((actor) => ahead.has(actor)), ...actors.filter((actor) => !ahead.has(actor))];
}
