import type { Cond, Ending, Instrument } from '@casus/model';
import { articleName, quoted } from '../../words.js';
import { placeKey, STANDARD, type Candidate, type TextEdit } from '../candidate.js';
import { unmet } from '../conditions.js';
import type { Setting } from '../setting.js';
import type { Source } from '../source.js';

/** No ending or suspension by those concerned: the clause is struck, or asks for the consent of the victim. */
export function endings(setting: Setting): readonly Candidate[] {
  return setting.world.arranged.flatMap((instrument) => (['ends', 'suspensions'] as const).flatMap((of) => instrument[of].flatMap((ending) => narrowed(setting, instrument, of, ending))));
}

function narrowed(setting: Setting, instrument: Instrument, of: 'ends' | 'suspensions', ending: Ending): readonly Candidate[] {
  const { place } = ending;
  const source = setting.source(place);
  if (source === undefined) return [];
  const where = (ending.article === undefined ? undefined : articleName(setting.case, ending.article)) ?? quoted(instrument.label);
  const words = source.within(place);
  const marks = words.findIndex(({ text }) => ['cite', 'stated', 'reported', 'inferred'].includes(text));
  const said = source.slice({ offset: place.offset, end: (marks > 0 ? words[marks - 1] : words.at(-1))!.end });
  const candidate = (what: string, label: string, edit: TextEdit, to: (cond: Cond) => Cond): Candidate => ({
    id: `ending ${placeKey(place)} ${what}`, kind: 'ending', label, where, place, cost: STANDARD, point: `ending ${placeKey(place)}`, slots: [],
    changes: [{ on: 'ending', instrument: instrument.id, of, place, to }], edits: [edit],
  });
  const found = [candidate('struck', `\`${said.replaceAll(/\s+/gu, ' ')}\` is struck`, struck(source, ending), () => unmet(place))];
  const [victim, ...others] = [...setting.world.victims];
  // Behind alternatives the consent would belong to the last of them alone.
  if (victim !== undefined && others.length === 0 && setting.case.actors.get(victim)?.seat === undefined && ending.when.kind !== 'or' && !words.some(({ text }) => text === 'or')) {
    const offset = place.offset + said.length;
    const subject = `${of === 'ends' ? 'end' : 'suspension'}:${instrument.id}`;
    const consent: Cond = { kind: 'consent', who: { kind: 'actor', id: victim, place }, any: false, subject, place };
    found.push(candidate('consent', `\`${said.replaceAll(/\s+/gu, ' ')}\` only if ${setting.case.actors.get(victim)!.label} consents`, { file: place.file, offset, end: offset, text: ` and ${victim} consents`, rank: 1 }, (cond) => ({ kind: 'and', of: [cond, consent], place })));
  }
  return found;
}

/** The clause goes, and its line where nothing else stands there. */
function struck({ text, file }: Source, { place }: Ending): TextEdit {
  const start = text.lastIndexOf('\n', place.offset - 1);
  const alone = start >= 0 && text.slice(start, place.offset).trim() === '' && /^[ \t]*\r?(?:\n|$)/u.test(text.slice(place.end));
  return { file, offset: alone ? start - (text[start - 1] === '\r' ? 1 : 0) : place.offset, end: place.end, text: '', rank: 0 };
}
