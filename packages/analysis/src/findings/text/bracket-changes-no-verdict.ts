import { arrangementOf, type Finding, type Id, type Issue, type Option } from '@casus/model';
import type { JudgeRequest, Session } from '../../session.js';
import { IssueFinder } from '../../texts.js';
import type { Cell, Texts, Verdict } from '../../verdict.js';
import { quoted } from '../../words.js';
import { findingOf, isOwn, type CaseFinding, type CaseSubject } from '../case.js';
import { contents } from './content.js';

/** So many more judgments are made for one issue; where it would take more, nothing is said. */
const MOST_JUDGMENTS = 300;

/** The alternatives of a bracket say different things, and yet every promise that the case judges fares alike under each of them. */
export const bracketChangesNoVerdict: CaseFinding = (subject) => {
  const { case: case_, understood } = subject;
  if (!understood) return [];
  const finder = new IssueFinder(case_);
  const asked = [...new Map(subject.verdicts.map((verdict) => [`${verdict.promise}\n${verdict.arrangement}\n${verdict.scenario}`, verdict])).values()];
  let spoken: readonly ReadonlySet<Id>[] | undefined;
  const spokenOf = (i: number): ReadonlySet<Id> => (spoken ??= asked.map(({ arrangement, promise }) => finder.of((arrangementOf(case_, arrangement)?.instruments ?? []).flatMap((id) => case_.instruments.get(id) ?? []), case_.promises.get(promise)!.expr)))[i]!;
  return [...case_.issues.values()].flatMap((issue): Finding[] => {
    if (!isOwn(case_, issue.place) || issue.options.length < 2 || new Set(issue.options.map(contentIn(subject))).size < 2) return [];
    const about = asked.filter((_, i) => spokenOf(i).has(issue.id));
    const settles = ({ fixed }: Verdict): boolean => fixed.some((option) => case_.options.get(option)?.issue === issue.id);
    const settled = about.filter(settles);
    if (about.length === 0 || settled.length * (issue.options.length - 1) > MOST_JUDGMENTS) return [];
    if (about.some((verdict) => !settles(verdict) && turnsOpen(subject, issue, verdict)) || turnsSettled(subject, issue, settled)) return [];
    return [
      findingOf('text/bracket-changes-no-verdict', {
        message: `Whatever is chosen for ${quoted(issue.label)}, every promise that the case judges fares alike.`,
        place: issue.place,
        help: 'judge a promise or a scenario for which the choice matters, if there is one; otherwise it costs nobody anything to give way here',
        about: [issue.id],
      }),
    ];
  });
};

const contentIn = ({ case: case_ }: CaseSubject) => (option: Option): string => (contents(case_).of.get(option.id) ?? []).join('\n');

/** Whether the cells of verdicts that leave the issue open turn on it. */
function turnsOpen({ verdicts }: CaseSubject, issue: Issue, { promise, arrangement, scenario }: Verdict): boolean {
  const judged = verdicts.filter((verdict) => verdict.promise === promise && verdict.arrangement === arrangement && verdict.scenario === scenario);
  return judged.some(({ cells }) => cells.some((cell) => cell.varies === true || cell.texts.more === true || turnsOn(cell.texts, issue)));
}

/** Whether one of the verdicts that settle the issue would be another under another option. Those of one world are asked one after the other: they share what is worked out of it. */
function turnsSettled({ session, case: case_, asOf, stop }: CaseSubject, { id, options }: Issue, settled: readonly Verdict[]): boolean {
  const worlds = new Map<string, Verdict[]>();
  for (const verdict of settled) {
    const key = `${verdict.arrangement}\n${verdict.scenario}`;
    worlds.set(key, [...(worlds.get(key) ?? []), verdict]);
  }
  const said = ({ promise, arrangement, scenario }: Verdict, taken: readonly Id[]): string => outcome(session, { promise, arrangement, scenario, options: taken, ...(asOf === undefined ? {} : { asOf }) });
  return [...worlds.values()].some((world) => {
    // What has not been looked at is not said to make no difference.
    if (stop?.() === true) return true;
    const asJudged = world.map((verdict) => said(verdict, []));
    const taken = world[0]!.fixed.find((option) => case_.options.get(option)?.issue === id);
    return options.some((option) => option.id !== taken && world.some((verdict, i) => said(verdict, [option.id]) !== asJudged[i]));
  });
}

/** Whether a set of texts is described differently for one option than for another. */
function turnsOn({ when }: Texts, { options }: Issue): boolean {
  const own = new Set<Id>(options.map((option) => option.id));
  const rest = (taken: Id): string =>
    JSON.stringify(
      when
        .filter((cube) => cube.every((choice) => !own.has(choice.option) || choice.taken === (choice.option === taken)))
        .map((cube) => JSON.stringify(cube.filter((choice) => !own.has(choice.option))))
        .sort(),
    );
  return new Set(options.map((option) => rest(option.id))).size > 1;
}

/** Everything that the verdicts say, but for the stories behind them. */
function outcome(session: Session, request: JudgeRequest): string {
  return JSON.stringify(session.judge(request).map(({ attackers, cells }) => ({ attackers, cells: cells.map(plain) })), (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}

function plain({ strength, meanwhile, general, texts, details: { witness: _witness, consent: _consent, ...details } }: Cell): unknown {
  return { strength, meanwhile, general, when: texts.when, details };
}
