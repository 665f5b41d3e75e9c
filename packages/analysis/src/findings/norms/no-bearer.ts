import { FALSE, TRUE } from '@casus/diagrams';
import { membersOf, type Case, type Finding, type Id, type Instrument, type Norm } from '@casus/model';
import { widest } from '../../bounds.js';
import { reached } from '../../reach.js';
import { setWords } from '../../set-words.js';
import { findingOf, type CaseFinding, type CaseSubject } from '../case.js';
import { occasionsOf } from '../occasions.js';

/** A sentence says what somebody shall do, and in no text, on no day and whoever attacks does it bind anybody. */
export const noBearer: CaseFinding = (subject) => {
  if (!subject.understood) return [];
  const { case: case_ } = subject;
  return [...case_.instruments.values()].flatMap((instrument) => unborne(subject, instrument).flatMap(({ norm: id, nobody }): Finding[] => {
    const norm = instrument.norms.find((other) => other.id === id)!;
    const { parties, label } = instrument;
    const who = setWords(case_, norm.bearer);
    return [findingOf('norms/no-bearer', {
      message: nobody ? `Nobody is bound by this sentence: it speaks of ${who}, and that is nobody.` : `Nobody is bound by this sentence: ${who} can never be a party to “${label}”, which binds its parties only.`,
      place: norm.bearer.place,
      causes: nobody || parties === undefined ? [] : [{ message: 'the parties', place: parties.place }],
      help: nobody ? 'name those who shall do it' : 'make them parties, or put the sentence into an instrument that binds them',
      about: [norm.id, norm.article, norm.instrument],
    })];
  }));
};

/** A sentence that binds nobody, by its full name: it speaks of nobody, or of none who could be a party. */
interface Unborne {
  readonly norm: Id;
  readonly nobody: boolean;
}

/** The duties and bans of an instrument that bind nobody; that no named bearer is a party is told by the checks of form. */
export function unborne(subject: CaseSubject, instrument: Instrument): readonly Unborne[] {
  const { case: case_, session, form, asOf } = subject;
  const told = instrument.norms.filter(({ id }) => form.some(({ code, about }) => code === 'norms/not-a-party' && about.includes(id))).map(({ id }) => id);
  return session.remember(`unborne ${asOf ?? ''} ${told.join()}`, [instrument.id, ...case_.actors.keys()], () => unborneIn(subject, instrument, new Set(told)));
}

function unborneIn(subject: CaseSubject, { id, norms, parties, accessions, notices }: Instrument, told: ReadonlySet<Id>): readonly Unborne[] {
  const { case: case_ } = subject;
  const places = new Set<number>();
  const found: Unborne[] = [];
  const bound = parties === undefined ? undefined : widest(case_, { kind: 'parties', instrument: id, place: parties.place });
  for (const norm of norms) {
    // What may only be done on a condition is a right and a ban; the sentence is told once, and a right needs no bearer.
    const at = norm.place.offset;
    if (norm.modality === 'right') places.add(at);
    if (places.has(at) || told.has(norm.id)) continue;
    const bearers = widest(case_, norm.bearer);
    const common = bound === undefined ? bearers : new Set([...bearers].filter((actor) => bound.has(actor)));
    if (common.size === 0) found.push({ norm: norm.id, nobody: bearers.size === 0 });
    else if (notices.length === 0 && turnsOnTexts(case_, [norm.bearer, parties, accessions]) && isSilent(subject, norm)) found.push({ norm: norm.id, nobody: false });
  }
  return found;
}

/** Sets that differ from text to text, but neither with the day nor with what happens: of these it is known exactly whom they bind. */
function turnsOnTexts(case_: Case, sets: unknown): boolean {
  const kinds = new Set([...reached(case_, sets)].map((part) => part['kind']));
  return kinds.has('choice') && !kinds.has('role') && !kinds.has('during');
}

/** Whether a sentence that stands in some text binds nobody in any. */
function isSilent({ case: case_, asOf }: CaseSubject, { bearer, instrument, options, place }: Norm): boolean {
  const meaning = occasionsOf(case_, asOf).quiet;
  const { manager: m } = meaning;
  const stands = m.andAll(options.map((option) => meaning.option(option)));
  const parties = case_.instruments.get(instrument)?.parties === undefined ? undefined : membersOf(meaning, { kind: 'parties', instrument, place });
  const bound = [...membersOf(meaning, bearer)].map(([id, in_]) => m.and(in_, parties === undefined ? TRUE : (parties.get(id) ?? FALSE)));
  return stands !== FALSE && m.and(stands, m.orAll(bound)) === FALSE;
}
