import { type Cond, type Norm, type SetExpr } from '@casus/model';
import { articleName } from '../../words.js';
import { placeKey, STANDARD, type Candidate } from '../candidate.js';
import type { Setting } from '../setting.js';
import { sentenceOf } from '../source.js';

/** How the language writes the kinds of events that it knows by itself. */
const EVENT_WORDS: Readonly<Record<string, string>> = { 'armed-attack': 'armed attack', threat: 'threat' };

/** An exception to a ban for the case that has arisen: armed attack on those who are attacked. */
export function exceptions(setting: Setting): readonly Candidate[] {
  const { world, case: case_ } = setting;
  const [event] = world.events;
  if (event === undefined || event.on.size === 0 || [...event.on].some((id) => case_.actors.get(id)?.seat !== undefined)) return [];
  const names = [...event.on];
  const words = `${EVENT_WORDS[event.event] ?? event.event} on ${names.join(', ')}`;
  return setting.norms.filter(({ modality }) => modality === 'ban').flatMap((norm): Candidate[] => {
    const source = setting.source(norm.place);
    const sentence = source && sentenceOf(source, norm);
    const instrument = case_.instruments.get(norm.instrument)!;
    // Where the instrument applies to some territory only, so does the new condition, in ways that its words would not show.
    // What may be done only on a condition has no exceptions of its own.
    if (sentence === undefined || sentence.words[sentence.verb]!.text !== 'shall' || (instrument.statements ?? []).some(({ about }) => about === 'applies')) return [];
    const { place } = norm;
    const on: SetExpr = names.length === 1 ? { kind: 'actor', id: names[0]!, place } : { kind: 'union', of: names.map((id) => ({ kind: 'actor', id, place }) as const), place };
    const except: Cond = { kind: 'event', event: event.event, on, place };
    const where = articleName(case_, norm.article);
    return [{
      id: `exception ${placeKey(place)} ${words}`, kind: 'exception', label: `the ban does not hold in case of ${words}`, ...(where === undefined ? {} : { where }),
      place, cost: STANDARD, point: `exception ${placeKey(place)}`, slots: [],
      changes: [{ on: 'sentence', place, to: (form: Norm) => ({ ...form, unless: [...form.unless, except] }) }],
      edits: [{ file: place.file, offset: sentence.end, end: sentence.end, text: ` unless ${words}`, rank: 6 }],
    }];
  });
}
