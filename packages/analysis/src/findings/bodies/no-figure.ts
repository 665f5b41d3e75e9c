import type { Finding, Id, Rule } from '@casus/model';
import { membershipOf, ruleOf } from '../../walk.js';
import { actorNames, quoted } from '../../words.js';
import { findingOf, type CaseFinding } from '../case.js';
import { votesHeld } from './decided.js';

/** A rule weighs votes by a figure that some of the voters do not have: they weigh nothing in it. */
export const noFigure: CaseFinding = (subject) => {
  const { case: case_ } = subject;
  const { quiet, inScenarios } = votesHeld(subject);
  return [...quiet, ...inScenarios].flatMap(({ vote, held }): Finding[] => {
    const all = [...new Set(held.flatMap((one) => one.voters))];
    return weighingIn(ruleOf(case_, vote.decision)?.rule).flatMap(({ attribute, among, place }): Finding[] => {
      const voters = all.filter((id) => among === undefined || membershipOf(case_, among, id) !== undefined);
      const without = voters.filter((id) => case_.actors.get(id)?.attributes.has(attribute) === false);
      if (without.length === 0) return [];
      const label = quoted(case_.attributes.get(attribute)?.label ?? attribute);
            return [
        findingOf('bodies/no-figure', {
          message: without.length === voters.length
            ? `${vote.name} is decided by ${label}, and nobody who votes has a figure of it: the rule is never met.`
            : `${vote.name} is decided by ${label}, and ${actorNames(case_, without)} ${without.length === 1 ? 'has' : 'have'} no figure of it: ${without.length === 1 ? 'its vote weighs' : 'their votes weigh'} nothing.`,
          place,
          causes: without.slice(0, 3).flatMap((id) => {
            const actor = case_.actors.get(id);
            return actor === undefined ? [] : [{ message: 'no figure here', place: actor.place }];
          }),
          help: `give the figure (\`${attribute}: …\` behind the actor, or a column of its table); write 0 if it is meant to weigh nothing`,
          about: [...vote.about, attribute, ...without],
        }),
      ];
    });
  });
};

type Weighing = Extract<Rule, { kind: 'yes' | 'fewer' }> & { readonly attribute: Id };

/** The parts of a rule that weigh by an attribute, each attribute once; not what another body decides inside it. */
function weighingIn(rule: Rule | undefined): readonly Weighing[] {
  const found = new Map<Id, Weighing>();
  const visit = (part: Rule): void => {
    if (part.kind === 'and' || part.kind === 'or') part.of.forEach(visit);
    else if (part.kind === 'restricted') visit(part.rule);
    else if (part.kind === 'choice') part.alternatives.forEach(({ value }) => visit(value));
    else if ((part.kind === 'yes' || part.kind === 'fewer') && part.attribute !== undefined && !found.has(part.attribute)) found.set(part.attribute, { ...part, attribute: part.attribute });
  };
  if (rule !== undefined) visit(rule);
  return [...found.values()];
}
