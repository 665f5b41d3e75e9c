import type { Case, Id, IsoDate, Scenario } from '@casus/model';
import type { Memory } from './memory.js';
import { Session, type JudgeRequest } from './session.js';
import type { Verdict } from './verdict.js';

/** One verdict for each attacker of a family, otherwise one. @throws Error for a name that the case does not have. */
export function judge(case_: Case, request: JudgeRequest): readonly Verdict[] {
  return new Session(case_).judge(request);
}

export interface JudgeAllOptions {
  readonly asOf?: IsoDate;
  /** Every named actor as the attacker, one after the other, in every scenario that has an attacker. */
  readonly everyAttacker?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between judgments; true ends the run with the verdicts so far. */
  readonly stop?: () => boolean;
  /** Verdicts of earlier states of the case; what nothing has changed for is taken from there, and what is judged is added. */
  readonly memory?: Memory;
}

/**
 * Everything that the case asks to be judged: each arrangement's promises in its scenarios, by default all of the case's own. `session` is one of
 * this case whose judgments may be of further use.
 */
export function judgeAll(case_: Case, options: JudgeAllOptions = {}, session_?: Session): readonly Verdict[] {
  const subject = options.everyAttacker === true ? withEveryAttacker(case_) : case_;
  const session = options.everyAttacker !== true && session_ !== undefined ? session_ : new Session(subject, options.memory);
  const requests = requestsOf(subject, options.asOf);
  const verdicts: Verdict[] = [];
  for (const [done, request] of requests.entries()) {
    if (options.stop?.() === true) break;
    options.onProgress?.(done, requests.length);
    verdicts.push(...session.judge(request));
  }
  options.onProgress?.(requests.length, requests.length);
  return verdicts;
}

/** The promises that the case asks to be judged under an arrangement in a scenario; where it asks for none of them, all of its own. */
export function promisesOf(case_: Case, arrangement: Id, scenario: Id): readonly Id[] {
  const asked = requestsOf(case_, undefined);
  const here = asked.filter((request) => request.arrangement === arrangement && request.scenario === scenario).map(({ promise }) => promise);
  if (here.length > 0) return here;
  const imported = new Set(case_.files.filter((file) => file.imported).map(({ path }) => path));
  const own = [...case_.promises.values()].filter(({ place }) => !imported.has(place.file));
  return (own.length > 0 ? own : [...case_.promises.values()]).map(({ id }) => id);
}

/** What the case asks to be judged under one arrangement or instrument; where it asks for nothing, all of its own promises in all of its own scenarios. */
export function requestsUnder(case_: Case, arrangement: Id, asOf?: IsoDate): readonly JudgeRequest[] {
  const asked = requestsOf(case_, asOf).filter((request) => request.arrangement === arrangement);
  if (asked.length > 0) return asked;
  const imported = new Set(case_.files.filter((file) => file.imported).map(({ path }) => path));
  const own = [...case_.scenarios.values()].filter(({ place }) => !imported.has(place.file));
  return own.flatMap(({ id: scenario }) => promisesOf(case_, arrangement, scenario).map((promise) => ({ promise, arrangement, scenario, ...(asOf === undefined ? {} : { asOf }) })));
}

/** What is judged by default. Without arrangements, each instrument that the case itself writes is one. */
function requestsOf(case_: Case, asOf: IsoDate | undefined): JudgeRequest[] {
  const own = <T extends { readonly place: { readonly file: string } }>(table: ReadonlyMap<Id, T>): T[] => {
    const imported = new Set(case_.files.filter((file) => file.imported).map((file) => file.path));
    return [...table.values()].filter(({ place }) => !imported.has(place.file));
  };
  // What was named, but could not be understood, is told already.
  const there = ({ scenario, promise }: JudgeRequest): boolean => case_.scenarios.has(scenario) && case_.promises.has(promise);
  const promises = own(case_.promises).map(({ id }) => id);
  const scenarios = own(case_.scenarios).map(({ id }) => id);
  // An instrument that an expectation names is an arrangement of its own, but nobody has declared it as one.
  const arrangements = own(case_.arrangements).filter(({ id }) => !case_.instruments.has(id));
  const subjects = arrangements.length > 0 ? arrangements : own(case_.instruments).map(({ id }) => ({ id, promises: [], scenarios: [], judged: undefined }));
  const requests = new Map<string, JudgeRequest>();
  for (const { id, judged, ...line } of subjects) {
    for (const asked of judged ?? [line]) {
      for (const scenario of asked.scenarios.length > 0 ? asked.scenarios : scenarios) {
        for (const promise of asked.promises.length > 0 ? asked.promises : promises) {
          requests.set(`${id}\n${scenario}\n${promise}`, { promise, arrangement: id, scenario, ...(asOf === undefined ? {} : { asOf }) });
        }
      }
    }
  }
  return [...requests.values()].filter(there);
}

/** The case with every named actor as the attacker, one after the other, in every scenario that has one. */
export function withEveryAttacker(case_: Case): Case {
  const widened = (scenario: Scenario): Scenario => {
    const [first, ...rest] = scenario.events;
    if (first === undefined) return scenario;
    return { ...scenario, everyAttacker: true, events: [{ ...first, by: { kind: 'role', role: 'everyone', place: first.place } }, ...rest] };
  };
  return { ...case_, scenarios: new Map([...case_.scenarios].map(([id, scenario]) => [id, widened(scenario)])) };
}
