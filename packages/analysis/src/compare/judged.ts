import { compareTime, possibleMembers, type Case, type Id, type IsoDate, type Strength, type Time } from '@casus/model';
import { isOwn } from '../findings/case.js';
import { Session } from '../session.js';
import type { Cell, Verdict } from '../verdict.js';
import type { Side } from './view.js';

/** A promise in a scenario; of a family, with one attacker. */
export interface Question {
  readonly promise: Id;
  readonly scenario: Id;
  readonly attacker?: Id;
}

/** How a promise stands on another side compared with the first. `mixed`: better in some of the texts left open, worse in others. */
export type Shift = 'same' | 'stronger' | 'weaker' | 'mixed';

/** One promise in one scenario on every side; undefined where the side's case does not have it. */
export interface PromiseRow extends Question {
  readonly verdicts: readonly (Verdict | undefined)[];
  /** Each side against the first; undefined where one of the two has no verdict. */
  readonly shifts: readonly (Shift | undefined)[];
  /** The longest time against that of the first side: negative is sooner; undefined where it is not owed on both. */
  readonly sooner: readonly (number | undefined)[];
}

/** What is to be judged: promises and scenarios by name; none named: what the sides' `judge` lines ask for, and all of the case's own where there are none. */
export interface Asked {
  readonly promises?: readonly Id[];
  readonly scenarios?: readonly Id[];
  readonly asOf?: IsoDate;
}

/** Judges every question on every side. Cases that several sides share are judged in one session. */
export function judgedRows(sides: readonly Side[], asked: Asked): readonly PromiseRow[] {
  const sessions = new Map<Case, Session>();
  for (const side of sides) if (!sessions.has(side.case)) sessions.set(side.case, new Session(side.case));
  return questionsOf(sides, asked).flatMap(({ promise, scenario }): PromiseRow[] => {
    const bySide = sides.map((side): readonly Verdict[] => {
      if (!side.case.promises.has(promise) || !side.case.scenarios.has(scenario)) return [];
      return sessions.get(side.case)!.judge({ promise, scenario, arrangement: side.subject, options: side.options ?? [], ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }) });
    });
    const family = sides.some(({ case: case_ }) => case_.scenarios.get(scenario)?.everyAttacker === true);
    const attackers = family ? [...new Set(bySide.flatMap((verdicts) => verdicts.flatMap((verdict) => verdict.attackers)))] : [undefined];
    return attackers.map((attacker): PromiseRow => {
      const verdicts = bySide.map((all) => (attacker === undefined ? all[0] : all.find((verdict) => verdict.attackers.length === 1 && verdict.attackers[0] === attacker)));
      const [first] = verdicts;
      return {
        promise, scenario, ...(attacker === undefined ? {} : { attacker }), verdicts,
        shifts: verdicts.map((verdict) => (first === undefined || verdict === undefined ? undefined : shiftOf(first, verdict))),
        sooner: verdicts.map((verdict) => (first === undefined || verdict === undefined ? undefined : timeBetween(first, verdict))),
      };
    });
  });
}

/** The verdicts on one text: what its judge lines ask for, or all of the case's own. */
export function verdictsOf(side: Side, asked: Asked = {}): readonly Verdict[] {
  return judgedRows([side], asked).flatMap(({ verdicts }) => verdicts.flatMap((verdict) => verdict ?? []));
}

/** The questions, each once: of the sides' judge lines in their order, or all. */
function questionsOf(sides: readonly Side[], { promises, scenarios }: Asked): readonly Question[] {
  const lines = unique(sides.flatMap(linesOf));
  const fits = ({ promise, scenario }: Question): boolean => (promises === undefined || promises.includes(promise)) && (scenarios === undefined || scenarios.includes(scenario));
  const wanted = lines.filter(fits);
  // What is asked for by name is judged, whether or not a line asks for it too.
  const covered = (promises ?? []).every((id) => wanted.some(({ promise }) => promise === id)) && (scenarios ?? []).every((id) => wanted.some(({ scenario }) => scenario === id));
  if (lines.length > 0 && covered) return wanted;
  const all = (table: 'promises' | 'scenarios', from: readonly Id[]): readonly Id[] => (from.length > 0 ? from : sides.flatMap(({ case: case_ }) => [...case_[table].values()].filter(({ place }) => isOwn(case_, place)).map(({ id }) => id)));
  const ofLines = (id: keyof Question): readonly Id[] => [...new Set(lines.map((line) => line[id]!))];
  const asScenarios = scenarios ?? all('scenarios', promises === undefined ? [] : ofLines('scenario'));
  const asPromises = promises ?? all('promises', scenarios === undefined ? [] : ofLines('promise'));
  return unique(asScenarios.flatMap((scenario) => asPromises.map((promise) => ({ promise, scenario }))));
}

/** What the judge lines of an arrangement ask for; an arrangement that names none asks for all. */
function linesOf({ case: case_, subject }: Side): readonly Question[] {
  const arrangement = case_.arrangements.get(subject);
  if (arrangement === undefined || case_.instruments.has(subject)) return [];
  return (arrangement.judged ?? [arrangement]).flatMap(({ promises, scenarios }) => promises.flatMap((promise) => scenarios.map((scenario) => ({ promise, scenario }))));
}

function unique(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map((question) => [`${question.promise}\n${question.scenario}`, question])).values()];
}

const STRENGTHS: readonly Strength[] = ['forbidden', 'voluntary', 'hollow', 'captive', 'collective', 'automatic'];

/** How good a cell is, for comparing: the strength, of a hollow one that of the general duty, and what may be done meanwhile. */
function rank({ strength, general, meanwhile }: Cell): number {
  return 100 * STRENGTHS.indexOf(strength) + 10 * (general === undefined ? 0 : STRENGTHS.indexOf(general.strength)) + (meanwhile === 'voluntary' ? 1 : 0);
}

/** How the second verdict stands to the first: by the best and the worst of the texts that are left open. */
export function shiftOf(first: Verdict, second: Verdict): Shift {
  const [a, b] = [first, second].map(({ cells }) => cells.map(rank)) as [number[], number[]];
  const best = Math.max(...b) - Math.max(...a);
  const worst = Math.min(...b) - Math.min(...a);
  if (best === 0 && worst === 0) return 'same';
  if (best >= 0 && worst >= 0) return 'stronger';
  return best <= 0 && worst <= 0 ? 'weaker' : 'mixed';
}

/** The longest time over all texts that are left open; undefined where it is not owed in one of them. */
export function longestOf({ cells }: Verdict): Time | undefined {
  const times = cells.map(({ details }) => details.longest);
  return times.some((time) => time === undefined) ? undefined : times.map((time) => time!).reduce((a, b) => (compareTime(a, b) >= 0 ? a : b));
}

function timeBetween(first: Verdict, second: Verdict): number | undefined {
  const [a, b] = [longestOf(first), longestOf(second)];
  return a === undefined || b === undefined ? undefined : Math.sign(compareTime(b, a));
}

/** For whom a promise is made in a case that was judged: as declared, else the victims; those on the hostile side never. */
export function beneficiariesIn(case_: Case, { promise, victims, attackers, hostile, date }: Verdict): readonly Id[] {
  const declared = case_.promises.get(promise)?.beneficiary;
  const [attacker, victim, enemy] = [attackers, victims, hostile].map((actors) => new Set(actors));
  const all = declared === undefined ? victim! : possibleMembers(case_, declared, date, { attacker: attacker!, victim: victim!, hostile: enemy! });
  return [...all].filter((actor) => !enemy!.has(actor));
}
