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
  const spokenOf = asked.map(({ arrangement, promise }) => finder.of((arrangementOf(case_, arrangement)?.instruments ?? []).flatMap((id) => case_.instruments.get(id) ?? []), case_.promises.get(promise)!.expr));
  return [...case_.issues.values()].flatMap((issue): Finding[] => {
    if (!isOwn(case_, issue.place) || issue.options.length < 2 || new Set(issue.options.map(contentIn(subject))).size < 2) return [];
    const about = asked.filter((_, i) => spokenOf[i]!.has(issue.id));
    const settled = about.filter(({ fixed }) => fixed.some((option) => case_.options.get(option)?.issue === issue.id));
    if (about.length === 0 || settled.length * (issue.options.length - 1) > MOST_JUDGMENTS || about.some((verdict) => makesADifference(subject, issue, verdict))) return [];
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

function makesADifference({ session, case: case_, verdicts, asOf, stop }: CaseSubject, issue: Issue, asked: Verdict): boolean {
  // What has not been looked at is not said to make none.
  if (stop?.() === true) return true;
  const { promise, arrangement, scenario } = asked;
  if (!asked.fixed.some((option) => case_.options.get(option)?.issue === issue.id)) {
    const judged = verdicts.filter((verdict) => verdict.promise === promise && verdict.arrangement === arrangement && verdict.scenario === scenario);
    return judged.some(({ cells }) => cells.some((cell) => cell.varies === true || cell.texts.more === true || turnsOn(cell.texts, issue)));
  }
  const under = (option: Id): string => outcome(session, { promise, arrangement, scenario, options: [option], ...(asOf === undefined ? {} : { asOf }) });
  const [first, ...others] = issue.options;
  return others.some((other) => under(other.id) !== under(first!.id));
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
