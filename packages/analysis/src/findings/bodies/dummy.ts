import { FALSE, TRUE } from '@casus/diagrams';
import type { Finding, Id } from '@casus/model';
import { variablesOf } from '../../games.js';
import { membershipOf } from '../../walk.js';
import { actorName } from '../../words.js';
import { findingOf, isOwn, type CaseFinding } from '../case.js';
import { occasionWords } from '../occasions.js';
import { coalitionWords } from './coalition-words.js';
import { votesHeld, type Held } from './decided.js';
import { dictatorIn } from './dictator.js';

/** Members whose vote never makes a difference although the rule counts it: dummies (von Neumann & Morgenstern 1944). */
export const dummy: CaseFinding = (subject) => {
  const { case: case_ } = subject;
  if (!subject.understood) return [];
  return votesHeld(subject).quiet.flatMap(({ vote, held }): Finding[] => {
    if (!isOwn(case_, vote.place)) return [];
    const groups = new Map<string, { readonly members: readonly Id[]; readonly held: Held[] }>();
    for (const one of held) {
      const members = dummiesIn(one);
      if (members.length === 0) continue;
      const group = groups.get(members.join(' '));
      if (group === undefined) groups.set(members.join(' '), { members, held: [one] });
      else group.held.push(one);
    }
    return [...groups.values()].map((group) => {
      const when = occasionWords(case_, group.held.map(({ occasion }) => occasion));
      const many = group.members.length > 1;
      return findingOf('bodies/dummy', {
        message: `In the votes of ${vote.name}${when}, the ${many ? 'votes' : 'vote'} of ${coalitionWords(case_, group.members)} never ${many ? 'make' : 'makes'} a difference, whatever the others do.`,
        place: vote.place,
        causes: group.members.slice(0, 3).flatMap((actor) => {
          const membership = membershipOf(case_, vote.decision.voters, actor);
          return membership === undefined ? [] : [{ message: `${actorName(case_, actor)} has a vote here`, place: membership.place }];
        }),
        help: 'if the member is to have a say, change its votes or the number of votes that is asked for',
        about: [...vote.about, ...group.members],
      });
    });
  });
};

/** Whose ballot the rule counts, and yet never depends on; where one decides alone, that is told instead. */
export function dummiesIn(held: Held): readonly Id[] {
  if (held.large) return [];
  const { passes } = held;
  if (passes === TRUE || passes === FALSE || dictatorIn(held) !== undefined) return [];
  const heard = new Set(variablesOf(held.occasion.meaning.choices, passes, 'ballot').map(({ owner }) => owner));
  return heard.size === 0 ? [] : held.counted.filter((id) => !heard.has(id));
}
