import { rational, type Deadline, type Decision, type Norm, type Place } from '@casus/model';
import { articleName } from '../../words.js';
import { placeKey, STANDARD, type Candidate, type TextEdit } from '../candidate.js';
import { conjunctsOf } from '../conditions.js';
import { wholeDays, type Setting } from '../setting.js';
import { sentenceOf } from '../source.js';

/** A deadline, or a shorter one, for each step on the way to a promise that must be kept in time: whole shares of its time, and what the other steps leave of it. */
export function deadlines(setting: Setting): readonly Candidate[] {
  const term = wholeDays(setting);
  if (term === undefined) return [];
  const duties = setting.norms.filter(({ modality }) => modality === 'duty' || modality === 'pledge');
  const found = new Map<string, Candidate>();
  for (const norm of duties) {
    const decisions = conjunctsOf(norm.when, setting).flatMap((cond) => (cond.kind === 'decided' ? [cond.decision] : []));
    const taken = decisions.map(({ deadline }) => daysOf(deadline) ?? 0n).reduce((sum, days) => sum + days, 0n);
    const own = daysOf(norm.deadline) ?? 0n;
    for (const candidate of ofDuty(setting, norm, [term, term - taken, term / 2n])) found.set(candidate.id, candidate);
    for (const decision of decisions) for (const candidate of ofDecision(setting, norm, decision, [term, term - own, term / 2n])) found.set(candidate.id, candidate);
  }
  return [...found.values()];
}

const daysOf = (deadline: Deadline): bigint | undefined => (deadline.kind === 'days' && deadline.days.den === 1n ? deadline.days.num : undefined);

/** The times that are sooner than the one that is set, the longest first. */
function sooner(deadline: Deadline, times: readonly bigint[]): readonly bigint[] {
  const now = daysOf(deadline);
  return [...new Set(times)].filter((days) => days > 0n && (now === undefined || days < now)).sort((a, b) => (a < b ? 1 : -1));
}

const words = (days: bigint): string => `${days} ${days === 1n ? 'day' : 'days'}`;

/** The edit that sets a time in place of the one that is set, or at `end`. */
function timeEdit(deadline: Deadline, days: bigint, at: Place, end: number): TextEdit | undefined {
  if (deadline.kind === 'choice') return undefined;
  if (deadline.kind === 'none') return { file: at.file, offset: end, end, text: ` within ${words(days)}`, rank: 3 };
  const { place } = deadline;
  return { file: place.file, offset: place.offset, end: place.end, text: deadline.kind === 'days' ? words(days) : `within ${words(days)}`, rank: 0 };
}

const limit = (days: bigint, place: Place): Deadline => ({ kind: 'days', days: rational(days), text: words(days), place });

function ofDuty(setting: Setting, norm: Norm, times: readonly bigint[]): readonly Candidate[] {
  const source = setting.source(norm.place);
  const sentence = source && sentenceOf(source, norm);
  if (sentence === undefined) return [];
  const where = articleName(setting.case, norm.article);
  const { place } = norm;
  return sooner(norm.deadline, times).flatMap((days): Candidate[] => {
    const edit = timeEdit(norm.deadline, days, place, sentence.act);
    return edit === undefined ? [] : [{
      id: `deadline ${placeKey(place)} ${days}`, kind: 'deadline', label: `the duty is to be kept within ${words(days)}`, ...(where === undefined ? {} : { where }),
      place, cost: STANDARD, point: `deadline ${placeKey(place)}`, slots: [], changes: [{ on: 'sentence', place, to: (form: Norm) => ({ ...form, deadline: limit(days, place) }) }], edits: [edit],
    }];
  });
}

function ofDecision(setting: Setting, norm: Norm, { place, deadline, rule, body }: Decision, times: readonly bigint[]): readonly Candidate[] {
  const where = articleName(setting.case, norm.article);
  // The time that the body sets for itself stands elsewhere.
  const standing = body !== undefined && rule === undefined && deadline.kind !== 'none' && !(deadline.kind !== 'choice' && deadline.place.file === place.file && place.offset <= deadline.place.offset && deadline.place.end <= place.end);
  return standing ? [] : sooner(deadline, times).flatMap((days): Candidate[] => {
    const edit = timeEdit(deadline, days, place, place.end);
    return edit === undefined ? [] : [{
      id: `deadline ${placeKey(place)} ${days}`, kind: 'deadline', label: `the decision is to be taken within ${words(days)}`, ...(where === undefined ? {} : { where }),
      place, cost: STANDARD, point: `deadline ${placeKey(place)}`, slots: [`time ${placeKey(place)}`], changes: [{ on: 'decision', place, to: limit(days, place) }], edits: [edit],
    }];
  });
}
