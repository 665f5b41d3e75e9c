import type { Case, Finding, Id, Instrument, Norm, NormRef } from '@casus/model';
import type { Aim } from '../bridge/context.js';
import { relatedActs } from './no-norm-waits-for-its-own-act.js';
import type { Report } from './report.js';
import { sentencesIn } from './walk.js';

/** Words that change nothing where they stand. What cannot be understood in full (`told`) is not judged by what it lacks. */
export function everyWordHasAnEffect(of: Case, aims: readonly Aim[], told: readonly Finding[], report: Report): void {
  const broken = ({ place }: Instrument): boolean =>
    told.some((finding) => finding.severity === 'error' && finding.place.file === place.file && finding.place.offset >= place.offset && finding.place.offset <= place.end);
  const silent = silentArticles(of, broken);
  for (const norm of sentencesIn(of)) {
    if (norm.modality !== 'duty' && norm.modality !== 'pledge') nothingIsOwed(norm, report);
    for (const ref of [...norm.subjectTo, ...norm.notwithstanding, ...norm.withoutPrejudice]) references(norm, ref, silent, report);
  }
  for (const instrument of of.instruments.values()) if (instrument.political && !broken(instrument)) hasDuties(instrument, report);
  membersAreMeant(of, aims, report);
}

/** A right, ban or pledge of restraint: nobody has to act, neither in time nor together nor in some way. */
function nothingIsOwed(norm: Norm, report: Report): void {
  const { place, distribution, deadline, discretion, means, modality } = norm;
  const about = [norm.id, norm.instrument];
  if (distribution !== 'each') {
    report('norms/no-effect', place, `\`${distribution === 'any' ? 'any of' : 'jointly'}\` has no effect here: what is forbidden or allowed is so for each of them`, {
      help: distribution === 'any' ? 'write `each of`, as it is read' : 'leave it out, or say what they `shall jointly` do', about,
    });
  }
  if (deadline.kind !== 'none') {
    report('norms/no-effect', deadline.place, 'a time limit has no effect here: it says by when something is owed, and here nothing is', { help: 'leave it out; what begins or ends is said with a condition (`when`, `unless`)', about });
  }
  if (modality === 'right') {
    if (means.length > 0 && discretion !== 'own') {
      report('norms/no-effect', place, '`including` has no effect here: the right is to the act that it names', { help: 'write a sentence for each of the other acts, or `by such action as it deems necessary` before `including`', about });
    }
    return;
  }
  const words = [...(discretion === 'none' ? [] : ['`by such action as …`']), ...(means.length === 0 ? [] : ['`including`'])];
  if (words.length > 0) {
    report('norms/no-effect', place, `${words.join(' and ')} ${words.length === 1 ? 'has' : 'have'} no effect here: a ban is kept by not acting, and has no means`, { help: 'leave it out; forbid, or allow, each of the other acts in a sentence of its own', about });
  }
}

/** Articles and instruments without a sentence, with the words for them. */
function silentArticles(of: Case, broken: (of: Instrument) => boolean): ReadonlyMap<Id, string> {
  const silent = new Map<Id, string>();
  for (const instrument of of.instruments.values()) {
    if (broken(instrument)) continue;
    const speaking = new Set(instrument.norms.map((norm) => norm.article));
    for (const { id, number } of instrument.articles) if (!speaking.has(id)) silent.set(id, `article ${number} of \`${instrument.id}\``);
    if (speaking.size === 0) silent.set(instrument.id, `\`${instrument.id}\``);
  }
  return silent;
}

function references(norm: Norm, ref: NormRef, silent: ReadonlyMap<Id, string>, report: Report): void {
  const words = silent.get(ref.article ?? ref.instrument);
  if (words === undefined) return;
  report('norms/no-effect', ref.place, `the reference has no effect: ${words} has no sentence that could prevail or give way`, { help: 'write what it says, or leave the reference out', about: [norm.id, norm.instrument] });
}

function hasDuties(instrument: Instrument, report: Report): void {
  if (instrument.norms.some(({ modality }) => modality === 'duty' || modality === 'ban')) return;
  const line = instrument.statements?.find(({ about }) => about === 'not legally binding');
  report('norms/no-effect', line?.place ?? instrument.place, `\`not legally binding\` has no effect: \`${instrument.id}\` has no duty and no ban`, { help: 'leave it out (what is pledged does not bind anyway), or write with `shall` what the text asks for', about: [instrument.id] });
}

/** A group that an act is aimed at is the group itself; where the act is otherwise aimed at states, its members are probably meant. */
function membersAreMeant(of: Case, aims: readonly Aim[], report: Report): void {
  const groups = aims.filter(({ target }) => target.kind === 'thing' && of.groups.has(target.id));
  if (groups.length === 0) return;
  const related = relatedActs(of);
  const towardsStates = new Set(aims.flatMap(({ act, target }) => (target.kind === 'none' || (target.kind === 'thing' && !of.actors.has(target.id)) ? [] : [act])));
  for (const { act, target, place } of groups) {
    if (target.kind !== 'thing' || ![...related(act)].some((other) => towardsStates.has(other))) continue;
    report('norms/no-effect', place, `\`${target.id}\` itself is meant here and none of its members, while \`${act}\` is otherwise done towards states`, { help: `write \`each of ${target.id}\``, about: [target.id] });
  }
}
