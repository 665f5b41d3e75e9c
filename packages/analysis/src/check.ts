import type { EvidenceReport } from '@casus/dossier';
import type { Case, Finding } from '@casus/model';
import { draftsOf, told } from './drafts.js';
import { byFinding, confirmationOf, failures, tryExpectations } from './expectations.js';
import type { AskedFinding } from './findings/case.js';
import { caseFindings } from './findings/index.js';
import { tooLarge } from './findings/too-large.js';
import { sourceFindings } from './findings/sources/index.js';
import { judgeAll, withEveryAttacker, type JudgeAllOptions } from './judge.js';
import { Session } from './session.js';
import type { Verdict } from './verdict.js';

/** Everything there is to say about a case. */
export interface CheckResult {
  readonly verdicts: readonly Verdict[];
  /** All findings in the order of the text; those that an author confirms carry the place of the line. */
  readonly findings: readonly Finding[];
}

export interface CheckOptions extends JudgeAllOptions {
  /** Findings about the case that need what stands above the analysis, such as those about positions: whoever calls adds them. */
  readonly also?: readonly AskedFinding[];
}

/**
 * The pipeline from a case to its findings: verdicts, what they give rise to, what the sources give rise to, and the
 * author's expectations. `form` are the findings made while the text was read.
 */
export function check(case_: Case, form: readonly Finding[], evidence: EvidenceReport | undefined, options: CheckOptions = {}): CheckResult {
  // In a circle, an error of form, the value of a step depends on where the circle was entered: nothing of it is worth remembering.
  const { memory: given, also, ...asked } = options;
  const memory = form.some((finding) => finding.code === 'form/cycle') ? undefined : given;
  const session = new Session(case_, memory);
  const verdicts = judgeAll(case_, memory === undefined ? asked : { ...asked, memory }, session);
  const tried = options.stop?.() === true ? [] : tryExpectations(session, options.asOf);
  const worded = options.everyAttacker === true ? withEveryAttacker(case_) : case_;
  // Where sentences could not be understood, that there is no clause cannot be said.
  const understood = !form.some((finding) => finding.severity === 'error');
  const drafts = draftsOf(worded, verdicts, options.everyAttacker === true ? undefined : session).filter(({ draft }) => understood || draft.code !== 'promise/no-clause').map((draft) => {
    const confirmedBy = confirmationOf(case_, tried, draft);
    return confirmedBy === undefined ? draft : { ...draft, confirmedBy };
  });
  const ofCase = options.stop?.() === true ? [] : caseFindings({
    case: case_, session, verdicts, understood, form,
    ...(options.stop === undefined ? {} : { stop: options.stop }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  }, also);
  const others = [...form, ...sourceFindings(case_, evidence), ...ofCase].map((finding) => {
    const confirmedBy = byFinding(case_, finding.code, finding.about);
    return confirmedBy === undefined || finding.code.startsWith('form/') ? finding : { ...finding, confirmedBy };
  });
  const found = [...others, ...tooLarge(case_, session), ...told(worded, drafts)];
  return { verdicts, findings: inOrder(case_, [...found, ...failures(case_, tried, found, understood)]) };
}

function inOrder(case_: Case, findings: readonly Finding[]): Finding[] {
  const position = new Map(case_.files.map((file, i) => [file.path, i]));
  const at = ({ place }: Finding): number => position.get(place.file) ?? case_.files.length;
  return [...findings].sort((a, b) => at(a) - at(b) || a.place.offset - b.place.offset || a.code.localeCompare(b.code) || a.message.localeCompare(b.message));
}
