import { FALSE } from '@casus/diagrams';
import type { Cause, Finding } from '@casus/model';
import { findingOf, type CaseFinding } from '../case.js';
import { occasionWords } from '../occasions.js';
import { recusedBy, votesHeld, type Held } from './decided.js';
import { isNeverMet } from './large.js';
import type { Vote } from './votes.js';

/**
 * No ballots can meet a rule, in no text: at any time, in a period of membership, or in a scenario in which members take no part. What is wrong
 * with the numbers of a rule by themselves is an error of form and told there.
 */
export const neverDecides: CaseFinding = (subject) => {
  if (!subject.understood) return [];
  const { quiet, inScenarios } = votesHeld(subject);
  const never = new Set<Vote>();
  const findings = quiet.flatMap(({ vote, held }): Finding[] => {
    const dead = held.filter(isDead);
    if (dead.length === 0) return [];
    never.add(vote);
    const when = occasionWords(subject.case, dead.map(({ occasion }) => occasion));
    return [told(vote, when === '' ? 'can never decide' : `cannot decide${when}`, [])];
  });
  const blocked = inScenarios.flatMap(({ vote, held }): Finding[] => {
    const dead = never.has(vote) ? [] : held.filter(isDead);
    const [first] = dead;
    if (first === undefined) return [];
    const scenarios = new Map(dead.flatMap(({ occasion: { scenario } }) => (scenario === undefined ? [] : [[scenario.id, scenario]])));
    const causes: Cause[] = [
      ...recusedBy(first).map(({ place }) => ({ message: 'who takes no part', place })),
      ...[...scenarios.values()].map(({ place }) => ({ message: 'the case', place })),
    ];
    return [told({ ...vote, about: [...vote.about, ...scenarios.keys()] }, `cannot decide${occasionWords(subject.case, dead.map(({ occasion }) => occasion))}`, causes)];
  });
  return [...findings, ...blocked];
};

const isDead = (held: Held): boolean => (held.large ? held.rule !== undefined && isNeverMet(held.rule) : held.passes === FALSE);

function told({ name, place, recusals, about }: Vote, what: string, causes: readonly Cause[]): Finding {
  return findingOf('bodies/never-decides', {
    message: `${name} ${what}: no votes meet its rule.`,
    place,
    causes: causes.length > 0 ? causes : recusals.map((recusal) => ({ message: 'who takes no part', place: recusal.place })),
    help: 'ask for fewer votes, or leave those who take no part out of what the rule counts (`do not vote` instead of `abstain`)',
    about,
  });
}
