import { CODES, compareTime, type Case, type Finding, type Id, type Place } from '@casus/model';
import { PROMISE_FINDINGS } from './findings/promise/index.js';
import type { PromiseDraft } from './findings/promise/context.js';
import type { Session } from './session.js';
import type { Cell, OptionChoice, Verdict } from './verdict.js';
import { actorNames, listed, promiseName, quoted } from './words.js';

/** A finding about one verdict, before those that differ in the scenario alone are told together. */
export interface Draft {
  readonly draft: PromiseDraft;
  readonly verdict: Verdict;
  readonly cell: Cell;
  readonly confirmedBy?: Place;
  /** There are others that differ only in the text, in which it takes no longer. */
  readonly longest?: boolean;
}

/** The findings that the witness of a verdict shows; others are about something else. */
const WITNESSED: ReadonlySet<string> = new Set(['promise/captive', 'promise/forbidden', 'promise/hollow']);

/** What every finding about promises finds in the verdicts; `session` is the one that they are of, which may remember what was found before. */
export function draftsOf(case_: Case, verdicts: readonly Verdict[], session?: Session): Draft[] {
  return verdicts.flatMap((verdict) => {
    const remember = <T>(what: string, make: () => T, extent?: 'worded'): T => (session === undefined ? make() : session.rememberOf(verdict, what, make, extent));
    const written = remember('drafts', () => verdict.cells.map((cell, i) =>
      PROMISE_FINDINGS.flatMap((finding) => finding({ case: case_, verdict, cell, remember: (what, make) => remember(`${what} ${i}`, make, 'worded') }).map(writtenOf))));
    return longestOf(verdict.cells.flatMap((cell, i) => written[i]!.map((one) => ({ draft: readOf(one), verdict, cell }))));
  });
}

/** A draft as plain data: its message for one promise and for several, with marks where their names and cases go. */
interface Written extends Omit<PromiseDraft, 'message'> {
  readonly one: string;
  readonly several: string;
}

/** Marks that nobody writes into a text. */
const [NAMES, CASES] = ['\u0001', '\u0002'];

function writtenOf({ message, ...draft }: PromiseDraft): Written {
  const marks = { promises: NAMES, when: CASES };
  return { ...draft, one: message({ ...marks, many: false }), several: message({ ...marks, many: true }) };
}

function readOf({ one, several, ...draft }: Written): PromiseDraft {
  return { ...draft, message: ({ promises, many, when }) => (many ? several : one).replaceAll(NAMES, () => promises).replaceAll(CASES, () => when) };
}

/** Of the findings of one kind that have a time, only the first with the longest. */
function longestOf(drafts: readonly Draft[]): Draft[] {
  const worst = new Map<string, Draft>();
  for (const one of drafts) {
    const { code, time } = one.draft;
    const known = worst.get(code)?.draft.time;
    if (time !== undefined && (known === undefined || compareTime(time, known) > 0)) worst.set(code, one);
  }
  const told = drafts.filter((one) => one.draft.time === undefined || worst.get(one.draft.code) === one);
  return told.map((one) => (drafts.some((other) => other !== one && other.draft.time !== undefined && other.draft.code === one.draft.code) && one.draft.time !== undefined ? { ...one, longest: true } : one));
}

/** One finding for all promises and scenarios for which it is the same. */
export function told(case_: Case, drafts: readonly Draft[]): Finding[] {
  const groups = new Map<string, Draft[]>();
  for (const one of drafts) {
    const { draft, verdict, cell, confirmedBy } = one;
    const key = JSON.stringify([draft.code, verdict.arrangement, draft.message({ promises: '', many: false, when: '' }), draft.place.file, draft.place.offset, draft.help, textsOf(cell), confirmedBy !== undefined, one.longest === true]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap(rectangles).map((group) => {
    const { draft, verdict, cell, confirmedBy, longest } = group[0]!;
    const scenarios = [...new Set(group.map((one) => one.verdict.scenario))];
    const promises = [...new Set(group.map((one) => one.verdict.promise))];
    return {
      code: draft.code,
      severity: CODES[draft.code],
      message: draft.message({
        promises: listed(promises.map((id) => promiseName(case_, id))),
        many: promises.length > 1,
        when: `${whenOf(case_, group)}${textsOf(cell)}${longest === true ? ', no later in others' : ''}`,
      }),
      place: draft.place,
      causes: draft.causes,
      ...(draft.help === undefined ? {} : { help: draft.help }),
      about: [...promises, verdict.arrangement, ...scenarios, ...(draft.about ?? [])],
      ...(WITNESSED.has(draft.code) ? { witness: cell.details.witness } : {}),
      ...(confirmedBy === undefined ? {} : { confirmedBy }),
    };
  });
}

/** Drafts that can be told in one sentence, each promise in each of its cases; otherwise those of one promise at a time. */
function rectangles(group: readonly Draft[]): (readonly Draft[])[] {
  const cases = (drafts: readonly Draft[]): string => [...new Set(drafts.map(({ verdict }) => `${verdict.scenario} ${verdict.attackers.join(' ')}`))].sort().join('\n');
  const byPromise = new Map<Id, Draft[]>();
  for (const one of group) byPromise.set(one.verdict.promise, [...(byPromise.get(one.verdict.promise) ?? []), one]);
  const alike = new Map<string, Draft[]>();
  for (const drafts of byPromise.values()) alike.set(cases(drafts), [...(alike.get(cases(drafts)) ?? []), ...drafts]);
  return [...alike.values()];
}

/** “ in the case …”, or the attackers of a family by name. */
function whenOf(case_: Case, group: readonly Draft[]): string {
  const scenarios = [...new Set(group.map(({ verdict }) => verdict.scenario))];
  const parts = scenarios.map((id) => {
    const scenario = case_.scenarios.get(id)!;
    if (!scenario.everyAttacker) return quoted(scenario.label);
    const attackers: Id[] = group.filter(({ verdict }) => verdict.scenario === id).flatMap(({ verdict }) => [...verdict.attackers]);
    return `${quoted(scenario.label)} with ${actorNames(case_, [...new Set(attackers)], 'or')} as the attacker`;
  });
  return ` in the case ${listed(parts, 'or')}`;
}

/** “, in 2 of 8 texts: with …”; nothing where it holds for every text. */
function textsOf({ texts, text, varies }: Cell): string {
  if (varies === true) return `, for one in the text with ${listed([...text.values()])}`;
  if (texts.count === texts.of) return '';
  const when = texts.when.map((conjunction) => listed(conjunction.map(optionWords)));
  return `, in ${texts.count} of ${texts.of} texts (${listed(when, 'or')}${texts.more ? ' …' : ''})`;
}

const optionWords = ({ option, taken }: OptionChoice): string => (taken ? `with ${option}` : `without ${option}`);
