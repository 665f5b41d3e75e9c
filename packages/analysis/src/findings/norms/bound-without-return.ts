import type { Case, Cause, Finding, Id, Instrument } from '@casus/model';
import { mostAtOnce, sentencesByParty, type BurdenKind, type PartyBurdens } from '../../burdens.js';
import { actorNames, listed, quoted } from '../../words.js';
import { findingOf, isOwn, type CaseFinding, type CaseSubject } from '../case.js';

/** A party and the sentences that concern it. */
type Party = Pick<PartyBurdens, 'actor' | 'lines'>;

/** The kinds of burden that are compared, each with its word. */
const KINDS: readonly (readonly [BurdenKind, string])[] = [['limit', 'limit'], ['ban', 'ban'], ['duty', 'duty']];

/** How many actors a sentence names, and how many sentences are pointed to. */
const MOST_NAMES = 6;
const MOST_CAUSES = 6;

/** A party bears duties, bans or limits, and another party of the same instrument bears none of that kind. */
export const boundWithoutReturn: CaseFinding = (subject) =>
  instrumentsOf(subject).flatMap((instrument) => {
    const what = `bound without return ${subject.asOf ?? ''}`;
    return subject.session.remember(what, [instrument.id], () => subject.session.rememberBeside(what, whoBearsWhat(instrument), () => sideBySide(subject, instrument)));
  });

/** All that is read of an instrument: whom its sentences bind to what, and in which texts; not when, nor how soon. */
function whoBearsWhat({ id, label, place, articles, norms }: Instrument): object {
  return { id, label, place, articles, norms: norms.map(({ when: _, unless: __, deadline: ___, ...norm }) => norm) };
}

/** The instruments of the case itself, and those that its arrangements bring together. */
function instrumentsOf({ case: case_ }: CaseSubject): readonly Instrument[] {
  const arranged = new Set([...case_.arrangements.values()].filter(({ place }) => isOwn(case_, place)).flatMap(({ instruments }) => instruments));
  return [...case_.instruments.values()].filter(({ id, place, parties }) => parties !== undefined && (isOwn(case_, place) || arranged.has(id)));
}

function sideBySide({ case: case_, asOf }: CaseSubject, instrument: Instrument): Finding[] {
  // What falls on the attacker or the victim falls on whoever plays the part: no party bears it more than another.
  const { lines: all, parties } = sentencesByParty(case_, { subject: instrument.id, ...(asOf === undefined ? {} : { asOf }) }, false);
  const named = [...all].map(([actor, lines]): Party => ({ actor, lines })).filter(({ actor }) => parties.has(actor) && case_.actors.get(actor)?.seat === undefined);
  const uneven = KINDS.flatMap(([kind, word]) => {
    const bound = named.filter(({ lines }) => lines.some((line) => line.kind === kind));
    const free = named.filter(({ lines }) => lines.every((line) => line.kind !== kind));
    return bound.length === 0 || free.length === 0 ? [] : [{ kind, word, bound, free }];
  });
  if (uneven.length === 0) return [];
  const told = uneven.map(({ kind, word, bound, free }) => `${bearers(case_, bound, kind, word)}, and ${names(case_, free)} ${free.length === 1 ? 'bears' : 'bear'} none`);
  return [
    findingOf('norms/bound-without-return', {
      message: `${quoted(instrument.label)} binds its parties unevenly: ${told.join('; ')}.`,
      place: instrument.place,
      causes: uneven.flatMap(({ kind, word, bound }) => causesOf(bound, kind, word)).slice(0, MOST_CAUSES),
      help: 'if it is meant so, nothing is to be done; `npx casus burdens` shows the burdens of every party side by side',
      about: [...new Set([instrument.id, ...uneven.flatMap(({ bound }) => bound.map(({ actor }) => actor))])],
    }),
  ];
}

/** “Ukraine bears 3 limits”, “China and France bear 1 duty each and Russia bears 2 duties”. */
function bearers(case_: Case, bound: readonly Party[], kind: BurdenKind, word: string): string {
  const byCount = new Map<number, Party[]>();
  for (const party of bound) {
    const number = mostAtOnce(case_, party.lines.filter((line) => line.kind === kind));
    byCount.set(number, [...(byCount.get(number) ?? []), party]);
  }
  const parts = [...byCount].sort(([a], [b]) => b - a).map(([number, of]) =>
    `${names(case_, of)} ${of.length === 1 ? 'bears' : 'bear'} ${number} ${number === 1 ? word : word === 'duty' ? 'duties' : `${word}s`}${of.length === 1 ? '' : ' each'}`,
  );
  return listed(parts);
}

function names(case_: Case, parties: readonly Party[]): string {
  const ids: Id[] = parties.map(({ actor }) => actor);
  if (ids.length <= MOST_NAMES) return actorNames(case_, ids);
  return listed([...ids.slice(0, MOST_NAMES - 1).map((id) => actorNames(case_, [id])), `${ids.length - MOST_NAMES + 1} other parties`]);
}

/** The sentences that lay the burden, each once. */
function causesOf(bound: readonly Party[], kind: BurdenKind, word: string): Cause[] {
  const lines = new Map(bound.flatMap((party) => party.lines.filter((line) => line.kind === kind)).map((line) => [line.norm, line]));
  return [...lines.values()].map(({ place, article }) => ({ message: `a ${word} that not every party bears${article === undefined ? '' : `: ${article}`}`, place }));
}
