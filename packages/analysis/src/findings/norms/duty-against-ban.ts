import type { Case, Cause, Finding, FindingCode } from '@casus/model';
import { conflictsOf, type Conflict } from '../../conflicts.js';
import { actName, actorNames, arrangementName, articleName, listed, quoted } from '../../words.js';
import { wordingOf } from '../../wording.js';
import { findingOf, type CaseFinding, type CaseSubject } from '../case.js';

/** One sentence commands what another forbids, and nothing says which of them gives way. */
export const dutyAgainstBan: CaseFinding = (subject) => tell(subject, 'norms/duty-against-ban', (by) => by === 'nothing');

/** The findings about the conflicts that are settled in a certain way. */
export function tell(subject: CaseSubject, code: FindingCode, of: (by: Conflict['settlement']['by']) => boolean): readonly Finding[] {
  const { case: case_ } = subject;
  return conflictsIn(subject)
    .filter(({ settlement }) => of(settlement.by))
    .map((conflict) => {
      const { duty, ban, actors, arrangements, scenarios } = conflict;
      return findingOf(code, {
        message: messageOf(case_, conflict),
        place: duty.place,
        causes: causesOf(case_, conflict),
        ...(code === 'norms/duty-against-ban' ? { help: 'say which gives way: `notwithstanding article …` or `subject to article …` in one of the sentences, `prevails over …` or `yields to …` in one of the instruments, or an exception to the ban (`unless …`)' } : {}),
        about: [...new Set([duty.instrument, ban.instrument, ...arrangements, ...scenarios, ...actors])],
      });
    });
}

function messageOf(case_: Case, { duty, ban, act, target, actors, arrangements, scenarios, settlement, exceptions }: Conflict): string {
  const aim = target === undefined ? '' : ` ${case_.actors.get(target)?.label ?? case_.organisations.get(target)?.label ?? case_.groups.get(target)?.label ?? case_.instruments.get(target)?.label ?? case_.bodies.get(target)?.label ?? target}`;
  const what = quoted(target === undefined ? actName(case_, act) : `${case_.acts.get(act)?.label ?? act}${aim}`);
  const where = [listed(arrangements.map((id) => arrangementName(case_, id)), 'or'), `in the case ${listed(scenarios.map((id) => quoted(case_.scenarios.get(id)?.label ?? id)), 'or')}`].join(', ');
  const commands = articleName(case_, duty.article) ?? duty.instrument;
  const forbids = articleName(case_, ban.article) ?? ban.instrument;
  const lifter = 'lifter' in settlement ? settlement.lifter : undefined;
  // What may only be done on a condition is a right beside a ban: the condition says it all.
  const except = lifter !== undefined && !sameSentence(lifter, ban) ? `, except where ${articleName(case_, lifter.article) ?? lifter.instrument} takes the ban back`
    : exceptions.length > 0 ? `, unless ${listed(exceptions.map((cond) => quoted(wordingOf(case_, cond).replace(/^(?:only (?:with|if|when|after) |unless )/, ''))), 'or')} holds` : '';
  const undecided = 'both' in settlement ? 'each of them is said to prevail over the other, so that nothing decides between them' : 'nothing decides between them';
  const END: Record<Conflict['settlement']['by'], string> = {
    nothing: `${undecided}${'both' in settlement ? ' and' : ', so'} the act is neither owed nor free${except}`,
    ban: `the ban prevails${byWhat(case_, settlement, ban.instrument)}, so the act is not owed${except}`,
    duty: `the duty prevails${byWhat(case_, settlement, duty.instrument)}, so the act is owed`,
    lifted: `${settlement.by === 'lifted' ? (articleName(case_, settlement.norm.article) ?? settlement.norm.instrument) : 'another sentence'} takes the ban back, so the act is owed`,
  };
  return `In ${where}, ${actorNames(case_, actors)} ${actors.length === 1 ? 'has' : 'have'} to ${what} and must not: ${commands} commands it, ${forbids} forbids it; ${END[settlement.by]}.`;
}

const sameSentence = (one: Conflict['ban'], other: Conflict['ban']): boolean => one.place.file === other.place.file && one.place.offset === other.place.offset;

/** By what one of two sentences prevails. */
function byWhat(case_: Case, settlement: Conflict['settlement'], instrument: string): string {
  if (settlement.by !== 'duty' && settlement.by !== 'ban') return '';
  if (settlement.how === 'sentence') return ' by the words of a sentence';
  return ` by the ${settlement.how === 'rank' ? 'rank' : 'later date'} of ${quoted(case_.instruments.get(instrument)?.label ?? instrument)}`;
}

function causesOf(case_: Case, { ban, duty, settlement }: Conflict): Cause[] {
  const cited = ({ provenance: { cites } }: Conflict['ban']): Pick<Cause, 'cites'> => (cites.length > 0 ? { cites } : {});
  return [
    { message: `this commands it: ${articleName(case_, duty.article) ?? duty.instrument}`, place: duty.place, ...cited(duty) },
    { message: `this forbids it: ${articleName(case_, ban.article) ?? ban.instrument}`, place: ban.place, ...cited(ban) },
    ...(settlement.by === 'nothing' ? (settlement.both ?? []).map((place, i) => ({ message: `by this the ${i === 0 ? 'duty' : 'ban'} prevails`, place })) : settlement.by === 'lifted' ? [{ message: 'this takes the ban back', place: settlement.norm.place, ...cited(settlement.norm) }] : [{ message: 'this decides which of them prevails', place: settlement.place }]),
  ];
}

/** The conflicts in the verdicts of a case: two findings tell them. */
function conflictsIn({ case: case_, session, verdicts }: CaseSubject): readonly Conflict[] {
  let known = CONFLICTS.get(verdicts);
  if (known === undefined) CONFLICTS.set(verdicts, (known = conflictsOf(case_, verdicts, (what, names, make) => session.remember(what, names, make))));
  return known;
}

/** By the verdicts of a run, which are made anew for every run. */
const CONFLICTS = new WeakMap<CaseSubject['verdicts'], readonly Conflict[]>();
