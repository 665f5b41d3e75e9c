import type { Case, Id } from '@casus/model';
import { actorNames } from '../../words.js';

/** So many members are named; of more, their number is told. */
const MOST_NAMED = 8;

/** A coalition by the names of its members; a large one by the first of them and the number of the others. */
export function coalitionWords(case_: Case, ids: readonly Id[]): string {
  const named = ids.filter((id) => case_.actors.get(id)?.seat === undefined);
  if (named.length <= MOST_NAMED) return actorNames(case_, ids);
  return `${actorNames(case_, named.slice(0, MOST_NAMED)).replace(/ and ([^,]*)$/, ', $1')} and ${ids.length - MOST_NAMED} others`;
}
