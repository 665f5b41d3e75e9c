import type { Id, Norm } from '@casus/model';
import { actsOf, ancestors } from '../../generalise.js';
import { actName, articleName, quoted } from '../../words.js';
import { placeKey, STANDARD, type Candidate, type TextEdit } from '../candidate.js';
import type { Setting } from '../setting.js';
import { sentenceOf, type Sentence } from '../source.js';

/** Means named as owed: a duty to do something more general has to be kept by the promised act, too. */
export function means(setting: Setting): readonly Candidate[] {
  const promised = [...new Set(actsOf(setting.promise.expr))];
  return setting.norms
    .filter(({ modality, action }) => (modality === 'duty' || modality === 'pledge') && action.kind === 'act')
    .flatMap((norm) => promised.flatMap((act) => named(setting, norm, act)));
}

function named(setting: Setting, norm: Norm, act: Id): Candidate[] {
  const { action, discretion, place } = norm;
  if (action.kind !== 'act' || !ancestors(setting.case, act).includes(action.act)) return [];
  if (discretion !== 'own' && norm.means.includes(act)) return [];
  const source = setting.source(place);
  const sentence = source && sentenceOf(source, norm);
  if (sentence === undefined) return [];
  const own = discretion === 'own' ? ownDiscretion(sentence) : undefined;
  if (discretion === 'own' && own === undefined) return [];
  const edits: TextEdit[] = [];
  const edit = (offset: number, end: number, text: string, rank: number): number => edits.push({ file: place.file, offset, end, text, rank });
  if (own !== undefined) edit(own.from, own.to, 'as may be necessary', 0);
  if (!norm.means.includes(act)) {
    const list = sentence.words.find(({ text }) => text === 'including');
    if (list !== undefined) edit(list.end, list.end, ` ${act},`, 1);
    else {
      const end = own?.to ?? endOfNecessity(sentence) ?? sentence.act;
      edit(end, end, `, including ${act}`, 2);
    }
  }
  const where = articleName(setting.case, norm.article);
  const to = (form: Norm): Norm => ({ ...form, discretion: form.discretion === 'own' ? 'necessary' : form.discretion, means: form.means.includes(act) ? form.means : [act, ...form.means] });
  return [{
    id: `means ${placeKey(place)} ${act}`, kind: 'means', label: `it is owed to ${quoted(actName(setting.case, act))} itself, not only what ${discretion === 'own' ? 'each deems necessary' : 'is more general'}`, ...(where === undefined ? {} : { where }),
    place, cost: STANDARD, point: `means ${placeKey(place)} ${act}`, slots: [`means ${placeKey(place)}`], changes: [{ on: 'sentence', place, to }], edits,
  }];
}

/** Where “as it deems necessary” stands. */
function ownDiscretion({ words }: Sentence): { readonly from: number; readonly to: number } | undefined {
  const i = words.findIndex(({ text }, at) => text === 'as' && ['it', 'they', 'each'].includes(words[at + 1]?.text ?? '') && ['deems', 'deem'].includes(words[at + 2]?.text ?? ''));
  return i < 0 || words[i + 3]?.text !== 'necessary' ? undefined : { from: words[i]!.offset, to: words[i + 3]!.end };
}

/** The end of “by such action as may be necessary”. */
function endOfNecessity({ words }: Sentence): number | undefined {
  return words.find(({ text }) => text === 'necessary')?.end;
}
