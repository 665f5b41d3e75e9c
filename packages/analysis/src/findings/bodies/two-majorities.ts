import { FALSE, type Node, type Var } from '@casus/diagrams';
import type { Finding, Id } from '@casus/model';
import { at, variablesOf } from '../../games.js';
import { findingOf, type CaseFinding } from '../case.js';
import { occasionWords } from '../occasions.js';
import { textWords, votesHeld, type Held } from './decided.js';
import { coalitionWords } from './coalition-words.js';

/**
 * Two coalitions without a common member can each carry the vote, so that a body can decide both ways: the game is not proper (Taylor & Zwicker,
 * Simple Games, 1999).
 */
export const twoMajorities: CaseFinding = (subject) => {
  if (!subject.understood) return [];
  return votesHeld(subject).quiet.flatMap(({ vote, held }): Finding[] => {
    const pairs = held.flatMap((one) => {
      const pair = disjoint(one);
      return pair === undefined ? [] : [{ ...pair, one }];
    });
    const [first] = pairs;
    if (first === undefined) return [];
    const [some, others] = first.coalitions.map((coalition) => coalitionWords(subject.case, coalition));
    const when = occasionWords(subject.case, pairs.map(({ one }) => one.occasion));
    return [
      findingOf('bodies/two-majorities', {
        message: `${vote.name} can decide both ways at once${when}${textWords(first.one, first.both)}: ${some} can carry the vote, and so can ${others}, without a common member.`,
        place: vote.place,
        help: 'ask for more than half of the votes; where a minority is meant to be enough (to call a meeting, to raise a matter), confirm the finding',
        about: vote.about,
      }),
    ];
  });
};

/** Two winning coalitions without a common member, each without anybody it does not need, and the condition for there being such. */
export function disjoint(held: Held): { readonly coalitions: readonly (readonly Id[])[]; readonly both: Node } | undefined {
  if (held.large) return undefined;
  const { game, occasion: { meaning } } = held;
  const { choices, manager: m } = meaning;
  const sides = variablesOf(choices, game, 'side');
  const complement = m.composeAll(game, new Map(sides.map(({ v }) => [v, m.nvarNode(v)])));
  const issues = new Set(variablesOf(choices, game, 'option').map(({ key }) => key.slice('option:'.length)));
  // What is decided without anybody's vote is decided by no majority.
  const needed = m.not(at(choices, game, () => false));
  const both = m.andAll([game, complement, needed, ...[...issues].map((issue) => choices.canonical(issue))]);
  if (both === FALSE) return undefined;
  const model = m.anyModel(both)!;
  const order = [...choices.case.actors.keys()];
  const wins = (inside: ReadonlySet<Var>): boolean => m.evaluate(game, (v) => (choices.variable(v).kind === 'side' ? inside.has(v) : (model.get(v) ?? false)));
  const least = (coalition: readonly Var[]): Id[] => {
    const left = new Set(coalition);
    for (const v of coalition) {
      left.delete(v);
      if (!wins(left)) left.add(v);
    }
    return [...left].map((v) => choices.variable(v).owner!).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  };
  const inside = (of: boolean): Var[] => sides.map(({ v }) => v).filter((v) => (model.get(v) ?? false) === of);
  const coalitions = [least(inside(true)), least(inside(false))];
  return { coalitions: coalitions.sort(([a = ''], [b = '']) => order.indexOf(a) - order.indexOf(b)), both };
}
