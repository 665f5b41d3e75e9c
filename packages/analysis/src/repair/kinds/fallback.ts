import { rational, type Cond, type Deadline, type Norm } from '@casus/model';
import { articleName, daysName } from '../../words.js';
import { placeKey, STANDARD, type Candidate, type Change, type Copied, type TextEdit } from '../candidate.js';
import { replacing, waitingFor, type Waiting } from '../conditions.js';
import { blockOf, hasOtherwise } from '../removal.js';
import type { Setting } from '../setting.js';
import { asksAnother } from './recusal.js';
import { sentenceOf, type Source } from '../source.js';

/** The time for a decision where the text sets none, in days. */
const DAYS = 7;

/** A fallback: failing a decision in time, the duty falls due without it. */
export function fallbacks(setting: Setting): readonly Candidate[] {
  return waitingFor(setting, ({ kind }) => kind === 'decided').flatMap((waiting) => fallback(setting, waiting));
}

function fallback(setting: Setting, { cond, governed }: Waiting): Candidate[] {
  const { place } = cond;
  const source = setting.source(place);
  if (cond.kind !== 'decided' || source === undefined) return [];
  const { decision } = cond;
  const block = blockOf(source, place, governed);
  if (block === undefined || hasOtherwise(source, block)) return [];
  const duties = governed.filter((norm) => setting.norms.includes(norm) && (norm.modality === 'duty' || norm.modality === 'pledge'));
  const sentences = duties.flatMap((norm) => written(setting, source, norm, block.first.offset) ?? []);
  if (sentences.length === 0 || sentences.length < duties.length) return [];
  const set = decision.deadline.kind === 'none';
  const endless = setting.case.bodies.get(decision.body ?? '') !== undefined && decision.rule === undefined;
  const limit: Deadline = set ? { kind: 'days', days: rational(DAYS), text: `${DAYS} days`, place: decision.place } : decision.deadline;
  const failing: Cond = { kind: 'failing', decision: { ...decision, deadline: limit }, place };
  const added = duties.map((norm): Norm => ({
    ...norm, id: `${norm.id}/failing`, when: replacing(norm.when, place, (inner) => (inner.kind === 'decided' ? failing : inner)),
    // What the caller or the arrangement settles is settled; the new sentence stands outside of its bracket.
    options: norm.options.filter((option) => !setting.world.fixed.has(setting.case.options.get(option)!.issue)),
  }));
  const step = `${source.indent(block.opening.offset)}${block.close === undefined ? '  ' : ''}`;
  const inner = `${source.newline}${step}  `;
  const opening = `${source.newline}${step}failing which `;
  const parts: (string | Copied)[] = sentences.length === 1 ? [opening, sentences[0]!] : [`${opening}{`, ...sentences.flatMap((one) => [inner, one]), `${source.newline}${step}}`];
  const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  const edits: TextEdit[] = [{ file: source.file, offset: block.end, end: block.end, text, parts, rank: 9 }];
  const changes: Change[] = [{ on: 'instrument', instrument: duties[0]!.instrument, add: added }];
  if (set) {
    edits.unshift({ file: source.file, offset: decision.place.end, end: decision.place.end, text: ` within ${DAYS} days`, rank: 3 });
    changes.push({ on: 'decision', place: decision.place, to: limit });
  }
  const where = articleName(setting.case, duties[0]!.article);
  const time = set ? `${DAYS} days (the text sets no time for it)` : limit.kind === 'days' ? daysName(limit.days) : 'that time';
  // A time behind another decision would be read as the time of that one.
  const another = decision.rule !== undefined && asksAnother(decision.rule) && decision.rule.kind !== 'choice';
  return set && (endless || another) ? [] : [{
    id: `fallback ${placeKey(place)}`, kind: 'fallback', label: `failing a decision within ${time} it falls due without one`, ...(where === undefined ? {} : { where }),
    place, cost: STANDARD, point: `fallback ${placeKey(place)}`, slots: [`otherwise ${placeKey(place)}`, `time ${placeKey(decision.place)}`], changes, edits,
  }];
}

/** The sentence without who says so, as it can be said once more outside of the brackets around it; nothing where something else stands around it. */
function written(setting: Setting, source: Source, norm: Norm, from: number): Copied | undefined {
  const sentence = sentenceOf(source, norm);
  if (sentence === undefined || norm.place.offset < from) return undefined;
  const between = source.within({ offset: from, end: norm.place.offset });
  let open = 0;
  for (const { text } of between) {
    if (['upon', 'if', 'once', 'failing', 'otherwise', 'reading'].includes(text)) open = Number.NaN;
    if (text === '[') open++;
    if (text === ']') open--;
  }
  if (Number.isNaN(open)) {
    // An earlier clause of the block may have conditions of its own; what stands around this sentence may not.
    return undefined;
  }
  const settled = norm.options.every((option) => setting.world.fixed.has(setting.case.options.get(option)!.issue));
  if (open > 0 && !settled) return undefined;
  const { offset } = norm.place;
  return { offset, end: sentence.end, text: source.slice({ offset, end: sentence.end }) };
}
