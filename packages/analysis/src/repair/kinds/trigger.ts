import type { Cond } from '@casus/model';
import { articleName } from '../../words.js';
import { placeKey, STANDARD, type Candidate, type TextEdit } from '../candidate.js';
import { waitingFor } from '../conditions.js';
import type { Setting } from '../setting.js';
import type { Source } from '../source.js';

type Event = Extract<Cond, { kind: 'event' }>;

/** How the language writes the kinds of events that it knows by itself, as an alternative to another. */
const EVENT_WORDS: Readonly<Record<string, string>> = { 'armed-attack': 'armed attack on', threat: 'threat against' };

/** A wider trigger: whoever acts, wherever, and other kinds of events that the scenario has. */
export function triggers(setting: Setting): readonly Candidate[] {
  return waitingFor(setting, ({ kind }) => kind === 'event').flatMap(({ cond, governed }) => {
    const event = cond as Event;
    const source = setting.source(event.place);
    if (source === undefined) return [];
    const where = articleName(setting.case, governed[0]!.article);
    const candidate = (what: string, label: string, edits: readonly TextEdit[], to: (event: Event) => Cond): Candidate => ({
      id: `trigger ${placeKey(event.place)} ${what}`, kind: 'trigger', label, ...(where === undefined ? {} : { where }), place: event.place, cost: STANDARD, point: `trigger ${placeKey(event.place)} ${what}`,
      slots: what === 'by' || what === 'region' ? [] : [`trigger ${placeKey(event.place)}`],
      changes: [{ on: 'condition', place: event.place, to: (inner) => widened(inner, to) }], edits,
    });
    const scoped = (setting.case.instruments.get(governed[0]!.instrument)!.statements ?? []).some(({ about }) => about === 'applies');
    return [...whoever(source, event, candidate), ...(scoped ? [] : wherever(source, event, candidate)), ...others(setting, source, event, candidate)];
  });
}

type Make = (what: string, label: string, edits: readonly TextEdit[], to: (event: Event) => Cond) => Candidate;

/** The same change in each form that other changes have given the event. */
function widened(cond: Cond, to: (event: Event) => Cond): Cond {
  if (cond.kind === 'event') return to(cond);
  return cond.kind === 'or' ? { ...cond, of: cond.of.map((part) => widened(part, to)) } : cond;
}

function whoever(source: Source, { by, place }: Event, candidate: Make): Candidate[] {
  if (by === undefined) return [];
  let from = source.at(by.place.offset) - 1;
  while (from > 0 && source.words[from]!.text !== 'by' && source.words[from]!.offset > place.offset) from--;
  if (source.words[from]?.text !== 'by') return [];
  const edit: TextEdit = { file: place.file, offset: source.words[from - 1]!.end, end: by.place.end, text: '', rank: 0 };
  return [candidate('by', `it does not matter by whom: without \`${source.slice({ offset: source.words[from]!.offset, end: by.place.end })}\``, [edit], ({ by: _by, ...event }) => event)];
}

function wherever(source: Source, { by, on, place }: Event, candidate: Make): Candidate[] {
  const end = (by ?? on).place.end;
  const said = source.slice({ offset: end, end: place.end }).trim();
  if (!/^(?:in|outside)\b/u.test(said)) return [];
  return [candidate('region', `it does not matter where: without \`${said}\``, [{ file: place.file, offset: end, end: place.end, text: '', rank: 0 }], ({ within: _within, outside: _outside, ...event }) => event)];
}

/** Kinds of events of the scenario that the trigger does not name. */
function others(setting: Setting, source: Source, event: Event, candidate: Make): Candidate[] {
  const { place, on } = event;
  const before = source.before(place.offset);
  const after = source.after(place.end);
  if (before?.text !== 'upon' || !['then', ',', '{'].includes(after?.text ?? '')) return [];
  const kinds = [...new Set(setting.world.events.map((one) => one.event))].filter((kind) => kind !== event.event);
  return kinds.map((kind) => {
    const text = `${EVENT_WORDS[kind] ?? `${kind} on`} ${source.slice({ offset: on.place.offset, end: place.end })}`;
    const edits: TextEdit[] = [
      { file: place.file, offset: before.offset, end: before.end, text: 'if', rank: 0 },
      { file: place.file, offset: place.end, end: place.end, text: ` or ${text}`, rank: 1 },
    ];
    return candidate(kind, `it falls due upon ${text}, too`, edits, (inner) => ({ kind: 'or', of: [inner, { ...inner, event: kind }], place }));
  });
}
