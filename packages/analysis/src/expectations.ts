import { arrangementOf, possibleMembers, type Case, type Expectation, type Finding, type Id, type IsoDate, type Place } from '@casus/model';
import type { Draft } from './drafts.js';
import { worldKey, type JudgeRequest, type Session } from './session.js';
import { helpersOf, type Cell, type Verdict } from './verdict.js';
import { actorNames } from './words.js';

type ExpectedPromise = Extract<Expectation, { kind: 'promise' }>;

/** An expectation about a promise, tried. */
export interface Tried {
  readonly expectation: ExpectedPromise;
  /** What was found instead, in words; absent when it is as expected. */
  readonly found?: string;
}

/** Tries every expectation about a promise. What the session has judged already, it does not judge again. */
export function tryExpectations(session: Session, asOf: IsoDate | undefined): Tried[] {
  const case_ = session.case;
  const requested = case_.expectations.flatMap((expectation) => {
    if (expectation.kind !== 'promise') return [];
    const { promise, arrangement, scenario, attacker, options } = expectation;
    // What was named, but could not be understood, is told already.
    if (!case_.promises.has(promise) || !case_.scenarios.has(scenario) || arrangementOf(case_, arrangement) === undefined) return [];
    const request: JudgeRequest = { promise, arrangement, scenario, options, ...(attacker === undefined ? {} : { attacker }), ...(asOf === undefined ? {} : { asOf }) };
    return [{ expectation, request }];
  });
  // Those of one world one after the other: they share what is worked out of it.
  const worlds = new Map<string, JudgeRequest[]>();
  for (const { request } of requested) {
    const key = worldKey(request);
    const world = worlds.get(key);
    if (world === undefined) worlds.set(key, [request]);
    else world.push(request);
  }
  const verdictsOf = new Map([...worlds.values()].flat().map((request) => [request, session.judge(request)]));
  return requested.map(({ expectation, request }): Tried => {
    const verdicts = verdictsOf.get(request)!;
    const wrong = verdicts.flatMap((verdict) => verdict.cells.filter((cell) => !isAsExpected(expectation, cell)).map((cell) => ({ verdict, cell })));
    if (verdicts.length > 0 && wrong.length === 0) return { expectation };
    if (wrong.length === 0 && session.tooLarge.some(({ request: refused }) => refused.promise === request.promise && worldKey({ ...refused, attacker: request.attacker }) === worldKey(request))) return { expectation, found: 'no verdict, since it is too large to be judged' };
    return { expectation, found: wrong.length === 0 ? 'nobody who could attack' : wrong.map(({ verdict, cell }) => inWords(case_, verdict, cell, verdicts.length > 1)).join('; ') };
  });
}

function isAsExpected(expected: ExpectedPromise, cell: Cell): boolean {
  const { details } = cell;
  // Where the texts of a cell differ in details, none of these holds of all of them for certain.
  if (cell.varies === true && (expected.defaults !== undefined || expected.because.length > 0 || expected.within !== undefined)) return false;
  return (
    cell.strength === expected.strength &&
    (expected.meanwhile === undefined || expected.meanwhile === cell.meanwhile) &&
    (expected.general === undefined || expected.general === cell.general?.strength) &&
    (expected.defaults === undefined || expected.defaults === details.defaults) &&
    expected.because.every((actor) => details.vetoers.includes(actor)) &&
    (expected.within === undefined ||
      (details.longest?.kind === 'days' && details.longest.days.num === expected.within.num && details.longest.days.den === expected.within.den))
  );
}

function inWords(case_: Case, verdict: Verdict, cell: Cell, family: boolean): string {
  const { details } = cell;
  const longest = details.longest;
  const helped = helpersOf(details);
  const parts = [
    `${cell.strength}${cell.general === undefined ? '' : ` (general duty ${cell.general.strength})`}${cell.meanwhile === undefined ? '' : `, until then ${cell.meanwhile}`}`,
    details.vetoers.length > 0 ? `each of these can stop it: ${actorNames(case_, details.vetoers)}` : 'nobody can stop it alone',
    ...(helped.length > 0 ? [`with the attacker each of these can: ${actorNames(case_, helped)}`] : []),
    ...(longest === undefined ? [] : [longest.kind === 'days' ? `within ${longest.days.num}${longest.days.den === 1n ? '' : `/${longest.days.den}`} days` : 'without a time']),
    ...(details.defaults === undefined ? [] : [`surviving ${details.defaults} defaults`]),
  ];
  const texts = cell.texts.count === cell.texts.of ? '' : ` in ${cell.texts.count} of ${cell.texts.of} texts${cell.varies === true ? ' that differ in these details' : ''}`;
  return `${parts.join(', ')}${texts}${family ? ` when ${actorNames(case_, verdict.attackers)} attacks` : ''}`;
}

/** The expectation that confirms a draft: its author has said that this is so. */
export function confirmationOf(case_: Case, tried: readonly Tried[], { draft, verdict, cell }: Draft): Place | undefined {
  const fitting = tried.filter(
    ({ expectation, found }) =>
      found === undefined &&
      expectation.promise === verdict.promise &&
      expectation.arrangement === verdict.arrangement &&
      expectation.scenario === verdict.scenario &&
      attackersFit(case_, expectation, verdict) &&
      speaksOf(expectation, draft.code, draft.about ?? []),
  );
  // Each way of describing the texts of the cell must lie within one expectation.
  const cover = cell.texts.when.map((cube) =>
    fitting.find(({ expectation }) =>
      expectation.options.every((option) => verdict.fixed.includes(option) || cube.some((choice) => choice.taken && choice.option === option)),
    ),
  );
  if (cell.texts.more === true || cover.some((one) => one === undefined)) return byFinding(case_, draft.code, aboutOf(verdict, draft.about));
  return cover[0]?.expectation.place ?? byFinding(case_, draft.code, aboutOf(verdict, draft.about));
}

/** Whether the expectation is about these attackers: the one that it names, any of a declared family, or those of the scenario as it is written. */
function attackersFit(case_: Case, { attacker, scenario }: ExpectedPromise, verdict: Verdict): boolean {
  if (attacker !== undefined) return verdict.attackers.length === 1 && verdict.attackers[0] === attacker;
  const declared = case_.scenarios.get(scenario)!;
  if (declared.everyAttacker) return true;
  const own = new Set(declared.events.flatMap((event) => [...possibleMembers(case_, event.by, verdict.date)]));
  return own.size === verdict.attackers.length && verdict.attackers.every((actor) => own.has(actor));
}

function speaksOf(expected: ExpectedPromise, code: string, named: readonly Id[]): boolean {
  return (
    code === `promise/${expected.strength}` ||
    (code === 'promise/single-state-veto' && expected.because.length > 0 && named.every((actor) => expected.because.includes(actor))) ||
    (code === 'promise/single-default' && expected.defaults !== undefined)
  );
}

const aboutOf = (verdict: Verdict, more: readonly Id[] = []): Id[] => [verdict.promise, verdict.arrangement, verdict.scenario, ...more];

/** The `expect finding` line that names the code and nothing but what the finding is about. */
export function byFinding(case_: Case, code: string, about: readonly Id[]): Place | undefined {
  return case_.expectations.find((expectation) => expectation.kind === 'finding' && expectation.code === code && expectation.about.every((id) => about.includes(id)))?.place;
}

/**
 * Expectations that failed: those about promises, and findings that an author expects and that are not there. That one is not there is said only where every
 * sentence was `understood`: elsewhere it may be silent because of a sentence that could not be read.
 */
export function failures(case_: Case, tried: readonly Tried[], findings: readonly Finding[], understood: boolean): Finding[] {
  const wrong = tried.flatMap(({ expectation, found }): Finding[] => {
    if (found === undefined) return [];
    const { strength, meanwhile, general, because, within, defaults } = expectation;
    const expected = [
      `${strength}${general === undefined ? '' : ` (general duty ${general})`}${meanwhile === undefined ? '' : `, until then ${meanwhile}`}`,
      ...(because.length > 0 ? [`because of ${actorNames(case_, because)}`] : []),
      ...(within === undefined ? [] : [`within ${within.num}${within.den === 1n ? '' : `/${within.den}`} days`]),
      ...(defaults === undefined ? [] : [`surviving ${defaults} defaults`]),
    ];
    return [
      {
        code: 'expectation/failed',
        severity: 'error',
        message: `Expected ${expected.join(', ')}; found ${found}.`,
        place: expectation.place,
        causes: [],
        help: 'mend the text if the expectation is right, or the expectation if the finding is; `npx casus explain` tells the reasons',
        about: [expectation.promise, expectation.arrangement, expectation.scenario],
      },
    ];
  });
  const absent = case_.expectations.flatMap((expectation): Finding[] => {
    if (expectation.kind !== 'finding' || !understood) return [];
    const there = findings.some((finding) => finding.code === expectation.code && expectation.about.every((id) => finding.about.includes(id)));
    return there
      ? []
      : [
          {
            code: 'expectation/finding-absent',
            severity: 'error',
            message: `Expected the finding ${expectation.code}${expectation.about.length > 0 ? ` for ${expectation.about.join(', ')}` : ''}; it was not made.`,
            place: expectation.place,
            causes: [],
            help: 'remove the line if what it expects has been mended',
            about: expectation.about,
          },
        ];
  });
  return [...wrong, ...absent];
}
