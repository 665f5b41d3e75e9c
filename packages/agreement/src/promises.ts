import { at } from '@casus/analysis';
import type { Node } from '@casus/diagrams';
import { membersOf, type Id, type Meaning, type Strength } from '@casus/model';
import type { AboutPromise, Judged, Posed } from './judgments.js';
import { inText, STRENGTHS, type Meanings, type Reach } from './meanings.js';

/** What a subject asks of a promise, in each case (`all`) or in some case (`any`) that it names, or that the negotiation names, or that there is. */
export function judgedWhen(meanings: Meanings, subject: AboutPromise, reach: Reach): Node {
  const { space, judgments } = meanings;
  const { manager: m } = space.choices;
  const each = judgments.casesOf(subject).map((posed) => space.keep(judged(meanings, subject, posed)));
  return reach === 'all' ? m.andAll(each) : m.orAll(each);
}

function judged(meanings: Meanings, subject: AboutPromise, posed: Posed): Node {
  const found = meanings.judgments.of(posed);
  return subject.kind === 'holds' ? strong(meanings, found, subject) : m(meanings).not(blocked(meanings, found, subject, () => meanings.space.session.meaning(posed.request)));
}

const m = (meanings: Meanings): Meanings['space']['choices']['manager'] => meanings.space.choices.manager;

/** The texts in which it has the strength that is asked for; “holds” is automatic or collective. */
function strong(meanings: Meanings, found: Judged, { strength, atLeast }: Extract<AboutPromise, { kind: 'holds' }>): Node {
  const { space } = meanings;
  const of = strengths(meanings, found);
  const wanted = strength === undefined ? (['automatic', 'collective'] as const) : atLeast === true ? STRENGTHS.slice(0, STRENGTHS.indexOf(strength) + 1) : [strength];
  return inText(space, m(meanings).orAll(wanted.map((each) => of(each))));
}

/** The texts of each strength (docs/meaning.md, section 8). */
function strengths(meanings: Meanings, { graded, willing, generals }: Judged): (strength: Strength) => Node {
  const manager = m(meanings);
  const owed = manager.orAll([graded.automatic, graded.collective, graded.captive]);
  const general = manager.orAll(generals.flatMap(({ grade }) => [grade.automatic, grade.collective, grade.captive]));
  return (strength) => {
    switch (strength) {
      case 'automatic':
      case 'collective':
      case 'captive':
        return graded[strength];
      case 'hollow':
        return manager.and(manager.not(owed), general);
      case 'voluntary':
        return manager.andAll([manager.not(owed), manager.not(general), willing]);
      case 'forbidden':
        return manager.andAll([manager.not(owed), manager.not(general), manager.not(willing)]);
    }
  };
}

/** The texts in which the set together, or without one some actor alone, can stop what all together can bring about. */
function blocked(meanings: Meanings, { game, beneficiaries }: Judged, { who }: Extract<AboutPromise, { kind: 'no-veto' }>, meaning: () => Meaning): Node {
  const { choices } = meanings.space;
  const manager = choices.manager;
  // First of all: it may sweep the diagrams.
  const members = who === undefined ? undefined : [...membersOf(meaning(), who)];
  const owed = at(choices, game.owed, () => true);
  const stopped = (without: (actor: Id) => boolean): Node => {
    const left = (actor: Id): boolean => beneficiaries.has(actor) || !without(actor);
    const both = (node: Node): Node => manager.and(at(choices, node, () => true), manager.not(at(choices, node, left)));
    return manager.ite(owed, both(game.owed), both(game.possible));
  };
  if (members !== undefined) {
    // A set whose members depend on the text: all who may be among them, each where it is.
    const outside = new Map(members.filter(([id]) => !beneficiaries.has(id)).map(([id, in_]) => [choices.side(id), manager.not(in_)]));
    const without = (node: Node): Node => at(choices, manager.composeAll(node, outside), () => true);
    const both = (node: Node): Node => manager.and(at(choices, node, () => true), manager.not(without(node)));
    return inText(meanings.space, manager.ite(owed, both(game.owed), both(game.possible)));
  }
  const actors = new Set([...choices.manager.support(game.owed), ...choices.manager.support(game.possible)].flatMap((v) => {
    const { kind, owner } = choices.variable(v);
    return kind === 'side' && owner !== undefined ? [owner] : [];
  }));
  return inText(meanings.space, manager.orAll([...actors].filter((actor) => !beneficiaries.has(actor)).map((actor) => stopped((other) => other === actor))));
}
