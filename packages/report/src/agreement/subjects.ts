/** What a position is about, as an English clause that stands behind “that” or “where”. */
import { quoted, setWords } from '@casus/analysis';
import type { Case, Id, SetExpr, Subject, Target } from '@casus/model';
import { actLabel, labelOf } from '../names.js';
import { counted, daysWords, listed, numberWords } from '../words.js';

type Kind<K extends Subject['kind']> = Extract<Subject, { kind: K }>;

/** The subject as a clause: “China is one of the Guarantors”; `negated`: that it is not so. */
export function subjectClause(case_: Case, subject: Subject, negated = false): string {
  const name = (id: Id): string => quoted(labelOf(case_, id));
  switch (subject.kind) {
    case 'option':
      return optionClause(case_, subject.option, negated);
    case 'fact':
      return `the deal ${negated ? 'does not include' : 'includes'} ${case_.facts.get(subject.fact)?.kind === 'step' ? 'the step ' : ''}${name(subject.fact)}`;
    case 'text':
      return `the deal ${negated ? 'does not contain' : 'contains'} ${quoted(subject.text)}`;
    case 'instrument':
      return `${name(subject.instrument)} is ${negated ? 'not ' : ''}part of the deal`;
    case 'order':
      return `${name(subject.first)} ${negated ? 'does not come' : 'comes'} before ${name(subject.then)}`;
    case 'number':
      return `${name(subject.issue)} is ${negated ? 'not ' : ''}${BOUNDS[subject.bound]} ${numberWords(subject.value)}${unitWords(case_.issues.get(subject.issue)?.range?.unit ?? subject.unit)}`;
    case 'limit':
      return wrapped(limitClause(case_, subject), negated);
    case 'role':
      return `${setWords(case_, subject.actor)} ${isAre(subject.actor)} ${negated ? 'not ' : ''}in the group ${name(subject.group)}`;
    case 'act':
      return wrapped(`the text has ${setWords(case_, subject.who)} ${actWords(case_, subject.act, subject.target)}`, negated);
    case 'holds':
      return holdsClause(case_, subject, negated);
    case 'no-veto': {
      const together = subject.who === undefined || isAre(subject.who) === 'is' ? '' : ' together';
      const who = subject.who === undefined ? (negated ? 'some single state can' : 'no single state can') : `${setWords(case_, subject.who)}${together} ${negated ? 'can' : 'cannot'}`;
      return `${who} block the promise ${name(subject.promise)}${when(case_, subject.scenario)}`;
    }
    case 'no-more':
      return wrapped(`${setWords(case_, subject.who)} ${hasHave(subject.who)} no ${subject.what} that ${setWords(case_, subject.than)} ${hasHave(subject.than) === 'has' ? 'lacks' : 'lack'}`, negated);
    case 'points':
      return `the text is ${negated ? 'not ' : ''}worth at least ${subject.least.den === 1n ? counted(subject.least.num, 'point') : `${numberWords(subject.least)} points`} to it`;
    case 'and':
      return negated ? wrapped(listed(subject.of.map((part) => subjectClause(case_, part))), true) : listed(subject.of.map((part) => grouped(case_, part)));
    case 'or':
      return negated ? `neither ${listed(subject.of.map((part) => subjectClause(case_, part))).replace(/ and ([^,]*)$/, ' nor $1')}` : `either ${listed(subject.of.map((part) => grouped(case_, part)), 'or')}`;
    case 'not':
      return subjectClause(case_, subject.of, !negated);
  }
}

/** “on “How the guarantors decide” the text says “each on its own””; of a reading “… is read as …”. */
export function optionClause(case_: Case, option: Id, negated = false): string {
  const found = case_.options.get(option);
  const issue = found === undefined ? undefined : case_.issues.get(found.issue);
  if (found === undefined || issue === undefined) return `${quoted(option)} is ${negated ? 'not ' : ''}taken`;
  const [on, says] = [quoted(issue.label), quoted(found.label)];
  if (issue.kind === 'reading') return `on ${on} the reading ${negated ? 'does not hold' : 'holds'} that ${says}`;
  return `on ${on} the text ${negated ? 'does not say' : 'says'} ${says}`;
}

const BOUNDS = { 'at-least': 'at least', 'at-most': 'at most', exactly: 'exactly' } as const;

const unitWords = (unit: string | undefined): string => (unit === undefined ? '' : ` ${unit}`);

const wrapped = (clause: string, negated: boolean): string => (negated ? `it is not so that ${clause}` : clause);

/** A part of what is put together: “both … and …” is kept apart from what stands around it. */
function grouped(case_: Case, subject: Subject): string {
  const clause = subjectClause(case_, subject);
  return subject.kind === 'and' && subject.of.length > 1 ? `(both ${clause})` : subject.kind === 'or' && subject.of.length > 1 ? `(${clause})` : clause;
}

function holdsClause(case_: Case, subject: Kind<'holds'>, negated: boolean): string {
  const { promise, strength, atLeast, within, negated: fails, arrangement, scenario } = subject;
  const not = fails !== negated;
  const how = strength === undefined ? (not ? 'does not hold' : 'holds') : `is ${not ? 'not ' : ''}${atLeast === true ? 'at least ' : ''}${strength}`;
  const under = arrangement === undefined ? '' : ` under ${quoted(labelOf(case_, arrangement))}`;
  return `the promise ${quoted(labelOf(case_, promise))} ${how}${within === undefined ? '' : ` within ${daysWords(within)}`}${under}${when(case_, scenario)}`;
}

const when = (case_: Case, scenario: Id | undefined): string => (scenario === undefined ? '' : ` in the case ${quoted(labelOf(case_, scenario))}`);

function limitClause(case_: Case, { attribute, of, bound, value, unit }: Kind<'limit'>): string {
  const what = quoted(labelOf(case_, attribute));
  const number = `${numberWords(value)}${unitWords(case_.attributes.get(attribute)?.unit ?? unit)}`;
  if (bound === 'at-most') return of === undefined ? `some state is limited to at most ${number} of ${what}` : `${setWords(case_, of)} ${isAre(of)} limited to at most ${number} of ${what}`;
  return of === undefined ? `no state is held below ${number} of ${what}` : `${setWords(case_, of)} ${isAre(of)} not held below ${number} of ${what}`;
}

/** A single actor, or a set of several spoken of in the plural. */
const isAre = (set: SetExpr): 'is' | 'are' => (set.kind === 'actor' ? 'is' : 'are');
const hasHave = (set: SetExpr): 'has' | 'have' => (isAre(set) === 'is' ? 'has' : 'have');

/** “deploy troops to Ukraine”. */
function actWords(case_: Case, act: Id, target: Target): string {
  const aimed = (aim: string): string => `${labelOf(case_, act)} ${aim}`;
  switch (target.kind) {
    case 'none':
      return actLabel(case_, act);
    case 'thing':
      return aimed(labelOf(case_, target.id));
    case 'role':
      return aimed(setWords(case_, { kind: 'role', role: target.role, place: NOWHERE }));
    case 'each':
      return aimed(setWords(case_, target.set));
    case 'one-another':
      return aimed('one another');
  }
}

const NOWHERE = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };
