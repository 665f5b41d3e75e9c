import type { Finding, Id } from '@casus/model';
import { variablesOf } from '../../games.js';
import { membershipOf } from '../../walk.js';
import { actorName } from '../../words.js';
import { findingOf, isOwn, type CaseFinding } from '../case.js';
import { occasionWords } from '../occasions.js';
import { votesHeld, type Held } from './decided.js';
import { decidesAlone } from './large.js';

/** One member decides alone, whatever the others vote: a dictator in the sense of the theory of voting (Arrow 1951; Taylor & Zwicker 1999). */
export const dictator: CaseFinding = (subject) => {
  const { case: case_ } = subject;
  if (!subject.understood) return [];
  return votesHeld(subject).quiet.flatMap(({ vote, held }): Finding[] => {
    // “If Arcadia decides” says it in so many words.
    if (!isOwn(case_, vote.place) || vote.decision.voters.kind === 'actor') return [];
    const groups = new Map<Id, Held[]>();
    for (const one of held) {
      const actor = dictatorIn(one);
      if (actor !== undefined) groups.set(actor, [...(groups.get(actor) ?? []), one]);
    }
    return [...groups].map(([actor, ones]) => {
      const when = occasionWords(case_, ones.map(({ occasion }) => occasion));
      const others = ones.some(({ voters }) => voters.length > 1) ? ', whatever the others vote' : '';
      const membership = membershipOf(case_, vote.decision.voters, actor);
      return findingOf('bodies/dictator', {
        message: `${actorName(case_, actor)} alone decides in ${vote.name}${when}${others}.`,
        place: vote.place,
        causes: membership === undefined ? [] : [{ message: `${actorName(case_, actor)} has a vote here`, place: membership.place }],
        help: 'if the others are to have a say, ask for their votes too',
        about: [...vote.about, actor],
      });
    });
  });
};

/** The one whose vote settles the matter in every text: with it the vote is carried, without it never. */
export function dictatorIn(held: Held): Id | undefined {
  const { voters, occasion: { meaning } } = held;
  if (held.large) {
    const alone = held.rule && decidesAlone(held.rule);
    return alone !== undefined && voters.includes(alone) ? alone : undefined;
  }
  const { game } = held;
  const { choices, manager: m } = meaning;
  const [only, ...others] = m.support(game);
  if (only === undefined || others.length > 0 || game !== m.varNode(only)) return undefined;
  const { kind, owner } = variablesOf(choices, game, 'side')[0] ?? {};
  return kind === 'side' && owner !== undefined && voters.includes(owner) ? owner : undefined;
}
