import { examining, positionFindings, remembered, type Examined, type Examiner } from '@casus/agreement';
import { check, Memory, Session, judgeAll, type CheckResult, type JudgeRequest } from '@casus/analysis';
import { SizeLimitError } from '@casus/diagrams';
import type { EvidenceReport } from '@casus/dossier';
import { Workspace, type Read, type TextFile } from '@casus/language';
import type { Case, Finding, Outcome } from '@casus/model';

/** Milliseconds of work after which the server looks at what has come in meanwhile. */
const SLICE = 25;

/** A pause in which other work is done; true: what was asked for is no longer wanted. */
export type Pause = () => Promise<boolean>;

/** From the texts of one case to its verdicts and findings. What an edit does not touch is not worked out again. */
export class Engine {
  private readonly files = new Map<string, string>();
  private readonly memory = new Memory();
  private readonly workspace: Workspace;
  /** What was found about the positions when they were examined last, and whether something that they turn on has changed since. */
  private examined: readonly Examined[] | undefined;
  private isExaminedLater = false;

  /** `importable`: paths of the library, for suggestions. `asOf`: the day that scenarios without a date are judged as of. */
  constructor(read: Read, importable: readonly string[], private readonly asOf: string | undefined) {
    this.workspace = new Workspace(read, { importable });
  }

  /** Adds or changes one of the case's own files. */
  update(uri: string, text: string): void {
    this.files.set(uri, text);
    this.workspace.update(uri, text);
  }

  remove(uri: string): void {
    this.files.delete(uri);
    this.workspace.remove(uri);
  }

  /** How many verdicts were really judged so far. */
  get judged(): number {
    return this.memory.judged;
  }

  /** The case's own files as they stand. */
  own(): readonly TextFile[] {
    return [...this.files].map(([path, text]) => ({ path, text }));
  }

  /** The case as it stands, and the findings about its form. */
  outcome(): Outcome<Case> {
    return this.workspace.outcome();
  }

  /** Verdicts and findings, judged in slices; nothing if it is no longer wanted. */
  async result({ value, findings }: Outcome<Case>, evidence: EvidenceReport | undefined, pause: Pause): Promise<CheckResult | undefined> {
    const asOf = { ...(this.asOf === undefined ? {} : { asOf: this.asOf }), also: positionFindings(this.examiner) };
    this.isExaminedLater = false;
    if (findings.some(({ code }) => code === 'form/cycle')) return check(value, findings, evidence, asOf);
    const { memory } = this;
    const session = new Session(value, memory);
    for (let done = false; !done; ) {
      const until = performance.now() + SLICE;
      let stopped = false;
      judgeAll(value, { ...asOf, memory, stop: () => (stopped ||= performance.now() > until) }, session);
      done = !stopped;
      if (!done && (await pause())) return undefined;
    }
    let until = performance.now() + SLICE;
    for (const request of expected(value, this.asOf)) {
      session.judge(request);
      if (performance.now() < until) continue;
      if (await pause()) return undefined;
      until = performance.now() + SLICE;
    }
    // A case that was just opened is examined before anything is told of it, so that what its author confirms is not said to be absent.
    const isUnderstood = !findings.some(({ severity }) => severity === 'error');
    if (this.examined === undefined && isUnderstood && (await this.examine(value, pause))) return undefined;
    return check(value, findings, evidence, { ...asOf, memory });
  }

  /** What the last result says of positions, if it is of an earlier state, is found anew, in slices: the result again where that changes it, else nothing. */
  async resultWithPositions(outcome: Outcome<Case>, evidence: EvidenceReport | undefined, pause: Pause): Promise<CheckResult | undefined> {
    if (!this.isExaminedLater) return undefined;
    const before = JSON.stringify(this.examined);
    if (await this.examine(outcome.value, pause)) return undefined;
    return JSON.stringify(this.examined) === before ? undefined : this.result(outcome, evidence, pause);
  }

  /** Examines the positions, in slices; true: it is no longer wanted. */
  private async examine(value: Case, pause: Pause): Promise<boolean> {
    const subject = { case: value, session: new Session(value, this.memory), ...(this.asOf === undefined ? {} : { asOf: this.asOf }) };
    try {
      const steps = examining(subject);
      for (let step = steps.next(); ; ) {
        const until = performance.now() + SLICE;
        while (step.done !== true && performance.now() < until) step = steps.next();
        if (step.done === true) {
          const { value: found } = step;
          this.examined = remembered(subject, () => found);
          return false;
        }
        if (await pause()) return true;
      }
    } catch (error) {
      // It is too large, and told when it is asked for next.
      if (!(error instanceof SizeLimitError)) throw error;
      this.examined ??= [];
      return false;
    }
  }

  /** What is known about the positions; what was known last, until they are examined again: that takes longer than a keystroke may. */
  private readonly examiner: Examiner = (subject) => {
    try {
      return (this.examined = remembered(subject, () => {
        throw new NotExamined();
      }));
    } catch (error) {
      if (!(error instanceof NotExamined)) throw error;
      this.isExaminedLater = true;
      return this.examined ?? [];
    }
  };
}

/** Nothing is known about the positions of this state of the case. */
class NotExamined extends Error {}

/** The judgments that the author's expectations ask for. */
function expected({ expectations }: Case, asOf: string | undefined): JudgeRequest[] {
  return expectations.flatMap((each) => {
    if (each.kind !== 'promise') return [];
    const { promise, arrangement, scenario, attacker, options } = each;
    return [{ promise, arrangement, scenario, options, ...(attacker === undefined ? {} : { attacker }), ...(asOf === undefined ? {} : { asOf }) }];
  });
}

/** Findings that are not about the form of the text. */
export function beyondForm(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => !code.startsWith('form/'));
}
