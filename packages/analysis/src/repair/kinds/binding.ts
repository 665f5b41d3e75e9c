import type { Norm } from '@casus/model';
import { articleName, quoted } from '../../words.js';
import { placeKey, STANDARD, type Candidate } from '../candidate.js';
import type { Setting } from '../setting.js';
import { sentenceOf } from '../source.js';

/** A duty made binding: a pledge becomes a duty, a political instrument a legal one. */
export function binding(setting: Setting): readonly Candidate[] {
  return [...instruments(setting), ...setting.norms.filter(({ modality }) => modality === 'pledge').flatMap((norm) => pledge(setting, norm))];
}

function pledge(setting: Setting, norm: Norm): Candidate[] {
  const source = setting.source(norm.place);
  const sentence = source && sentenceOf(source, norm);
  const verb = sentence?.words[sentence.verb];
  const to = sentence?.words[sentence.verb + 1];
  if (verb === undefined || to?.text !== 'to') return [];
  const { place } = norm;
  const where = articleName(setting.case, norm.article);
  return [{
    id: `binding ${placeKey(place)}`, kind: 'binding', label: 'the pledge becomes a duty', ...(where === undefined ? {} : { where }), place, cost: STANDARD, point: `binding ${placeKey(place)}`, slots: [],
    changes: [{ on: 'sentence', place, to: (form: Norm) => (form.modality === 'pledge' ? { ...form, modality: 'duty' } : form) }],
    edits: [{ file: place.file, offset: verb.offset, end: to.end, text: 'shall', rank: 0 }],
  }];
}

function instruments(setting: Setting): Candidate[] {
  return setting.world.arranged.filter(({ political }) => political).flatMap((instrument): Candidate[] => {
    const said = (instrument.statements ?? []).find(({ about }) => about === 'not legally binding');
    const source = said && setting.source(said.place);
    if (said === undefined || source === undefined) return [];
    const { place } = said;
    // The whole line goes, if nothing else stands on it.
    const start = source.text.lastIndexOf('\n', place.offset - 1);
    const alone = start >= 0 && source.text.slice(start, place.offset).trim() === '' && /^[ \t]*\r?(?:\n|$)/u.test(source.text.slice(place.end));
    return [{
      id: `binding ${instrument.id}`, kind: 'binding', label: `${quoted(instrument.label)} becomes legally binding`, place, cost: STANDARD, point: `binding ${instrument.id}`, slots: [],
      changes: [{ on: 'binding', instrument: instrument.id }],
      edits: [{ file: place.file, offset: alone ? start - (source.text[start - 1] === '\r' ? 1 : 0) : place.offset, end: place.end, text: '', rank: 0 }],
    }];
  });
}
