/**
 * What is true of a text, and what a line asks of it (docs/agreement.md, "What a subject means" and "What a line asks").
 */
import type { Case, Id, Issue, PositionLine, Rational, Strength, Subject } from '../../../model/src/case.js';
import { compare, minus, plus, times, ZERO, fraction } from '../rational.js';
import { members } from '../sets.js';
import type { OracleStrength } from '../judge.js';
import { ORDINARY, Run } from '../run.js';
import { actHolds, limitHolds, noMore } from './sentences.js';
import type { Setting, Settings } from './setting.js';
import { instrumentsOf, written } from './table.js';
import type { Deal } from './texts.js';

/** A text with its steps in one order. */
export interface Ordered {
  readonly deal: Deal;
  readonly order: readonly Id[];
}

/** Of all of several actors and cases, or of some. */
type Of = 'all' | 'some';

const STRENGTHS: readonly Strength[] = ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'];

/** What is true of the texts of one case. */
export class Truth {
  /** `lines`: those that count, among which are those that give points. */
  constructor(
    readonly case_: Case,
    readonly standing: readonly Id[],
    readonly settings: Settings,
    readonly lines: readonly PositionLine[],
  ) {}

  /** Whether a subject is true of a text. `holder`: whose points are meant. */
  holds(subject: Subject, text: Ordered, of: Of, holder: Id): boolean {
    const { deal } = text;
    const setting = this.settings.of(deal);
    const isAgreed = (id: Id): boolean => deal.instruments.has(id) || this.standing.includes(id);
    switch (subject.kind) {
      case 'and':
        return subject.of.every(s => this.holds(s, text, of, holder));
      case 'or':
        return subject.of.some(s => this.holds(s, text, of, holder));
      case 'not':
        return !this.holds(subject.of, text, of === 'all' ? 'some' : 'all', holder);
      case 'option':
        return isTaken(this.case_, deal, subject.option);
      case 'instrument': {
        const options = this.case_.arrangements.get(subject.instrument)?.options ?? [];
        return instrumentsOf(this.case_, subject.instrument).every(isAgreed) && options.every(o => isTaken(this.case_, deal, o));
      }
      case 'fact':
        return deal.steps.has(subject.fact);
      case 'text':
        return deal.words.has(subject.text);
      case 'order': {
        if (!deal.steps.has(subject.then)) return true;
        return deal.steps.has(subject.first) && text.order.indexOf(subject.first) < text.order.indexOf(subject.then);
      }
      case 'number': {
        const number = deal.numbers.get(subject.issue);
        if (number === undefined) return false;
        const way = compare(number, subject.value);
        return subject.bound === 'exactly' ? way === 0 : subject.bound === 'at-least' ? way >= 0 : way <= 0;
      }
      case 'points':
        return compare(this.points(holder, text), subject.least) >= 0;
      case 'limit':
        return setting.once(`${of} ${written(subject)}`, () => limitHolds(setting, subject, of));
      case 'act':
        return setting.once(`${of} ${written(subject)}`, () => actHolds(setting, subject, of));
      case 'no-more':
        return setting.once(written(subject), () => noMore(setting, subject));
      case 'role': {
        const group = setting.members({ kind: 'group', id: subject.group, place: this.case_.groups.get(subject.group)!.place });
        const who = setting.members(subject.actor);
        return of === 'all' ? who.length > 0 && who.every(a => group.includes(a)) : who.some(a => group.includes(a));
      }
      case 'holds':
        return this.isKept(subject, setting, of);
      case 'no-veto': {
        const free = this.settings.of(deal).verdicts(subject).map(v => cannotBlock(v, subject, setting));
        return of === 'all' ? free.every(Boolean) : free.some(Boolean);
      }
    }
  }

  private isKept(subject: Extract<Subject, { kind: 'holds' }>, setting: Setting, of: Of): boolean {
    const { promise, scenario, arrangement: under, within, strength, atLeast, negated } = subject;
    if (negated) return !this.isKept({ ...subject, negated: false }, setting, of === 'all' ? 'some' : 'all');
    const asked = { promise, ...(scenario === undefined ? {} : { scenario }), ...(under === undefined ? {} : { under }), ...(within === undefined ? {} : { within }) };
    const enough = STRENGTHS.slice(0, STRENGTHS.indexOf(strength ?? 'collective') + 1);
    const isSo = (v: OracleStrength): boolean => (strength !== undefined && atLeast !== true ? v.strength === strength : enough.includes(v.strength));
    const verdicts = setting.verdicts(asked);
    return of === 'all' ? verdicts.every(isSo) : verdicts.some(isSo);
  }

  /** The points that a holder's own lines give a text. */
  points(holder: Id, text: Ordered): Rational {
    const giving = this.lines.filter(line => line.actor === holder && line.verb === 'values');
    return giving.reduce((sum, line) => plus(sum, this.worth(line, text)), ZERO);
  }

  private worth(line: PositionLine, text: Ordered): Rational {
    if (line.points !== undefined) return this.holds(line.subject, text, 'all', line.actor) ? line.points : ZERO;
    if (line.scale === undefined || line.subject.kind !== 'number') return ZERO;
    const { issue } = line.subject;
    const number = text.deal.numbers.get(issue);
    return number === undefined ? ZERO : inProportion(this.case_.issues.get(issue)!, number, line.scale);
  }

  /** Whether a text does what a line asks. Lines that ask nothing are always satisfied. */
  satisfies(line: PositionLine, text: Ordered): boolean {
    const is = (subject: Subject, of: Of): boolean => this.holds(subject, text, of, line.actor);
    const { subject, condition } = line;
    switch (line.verb) {
      case 'demands':
        return is(subject, 'all') || (condition !== undefined && !is(condition, 'all'));
      case 'refuses':
        return !is(subject, 'some') || (condition !== undefined && !is(condition, 'all'));
      case 'offers':
      case 'accepts':
        return condition === undefined || !is(subject, 'some') || is(condition, 'all');
      default:
        return true;
    }
  }
}

/** Whether a line asks something of a text. */
export function asks(line: PositionLine): boolean {
  return line.verb === 'demands' || line.verb === 'refuses' || ((line.verb === 'offers' || line.verb === 'accepts') && line.condition !== undefined);
}

function isTaken(case_: Case, deal: Deal, option: Id): boolean {
  return deal.options.get(case_.options.get(option)?.issue ?? '') === option;
}

function inProportion({ range }: Issue, number: Rational, { lowest, highest }: NonNullable<PositionLine['scale']>): Rational {
  if (range === undefined || compare(range.min, range.max) === 0) return lowest;
  const width = minus(range.max, range.min);
  const share = times(minus(number, range.min), fraction(width.den, width.num));
  return plus(lowest, times(share, minus(highest, lowest)));
}

/** Of no single actor, or of a set together: it cannot keep from happening what can happen with all. */
function cannotBlock(verdict: OracleStrength, subject: Extract<Subject, { kind: 'no-veto' }>, setting: Setting): boolean {
  if (subject.who === undefined) return verdict.deciding.vetoers().length === 0;
  // The verdict may be that of another text, which differs in nothing that the promise asks about; the set is that of this one.
  const world = { ...verdict.world, options: setting.calm.options };
  const run = new Run(world, choice => { throw new Error(`nobody chooses \`${choice.key}\` here`); }, ORDINARY);
  return !verdict.deciding.without([]) || verdict.deciding.without(members(run, subject.who));
}
