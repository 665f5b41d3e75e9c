/**
 * What is on the table, and which lines of positions count (docs/agreement.md, "The texts" and "Which lines count").
 */
import type { Case, Id, IsoDate, Negotiation, PositionLine, Status, Subject } from '../../../model/src/case.js';
import { PLACE } from '../build.js';
import { fixed, members } from '../sets.js';
import type { World } from '../world.js';

/** What a negotiation says, with what it leaves open filled in from the positions. */
export type Table = Pick<Negotiation, 'parties' | 'instruments' | 'standing' | 'options' | 'steps' | 'scenarios' | 'rules'>;

/** Which lines count. */
export interface Choosing {
  readonly asOf?: IsoDate;
  readonly among?: readonly Id[];
  readonly only?: readonly Status[];
  readonly minGrade?: string;
  readonly without?: readonly Id[];
}

/** The lines that count, and why the others do not. */
export interface Chosen {
  readonly lines: readonly PositionLine[];
  readonly left: readonly { readonly line: Id; readonly why: string }[];
}

/** A subject and all the subjects inside it. */
export function within(subject: Subject): Subject[] {
  if (subject.kind === 'and' || subject.kind === 'or') return [subject, ...subject.of.flatMap(within)];
  return subject.kind === 'not' ? [subject, ...within(subject.of)] : [subject];
}

/** Everything that a line speaks of. */
export function subjectsOf(line: PositionLine): Subject[] {
  return [line.subject, line.condition, line.over, ...(line.then ?? [])].flatMap(s => (s === undefined ? [] : within(s)));
}

/** Everything that the rules of a table speak of. */
export function subjectsOfRules(table: Pick<Table, 'rules'>): Subject[] {
  return table.rules.flatMap(rule => (rule.kind === 'count' ? rule.of : [rule.of, rule.other])).flatMap(within);
}

function stepsOf(subject: Subject): Id[] {
  return subject.kind === 'fact' ? [subject.fact] : subject.kind === 'order' ? [subject.first, subject.then] : [];
}

/** The instruments of an instrument or arrangement. */
export function instrumentsOf(case_: Case, id: Id): readonly Id[] {
  return case_.instruments.has(id) ? [id] : (case_.arrangements.get(id)?.instruments ?? []);
}

/** The first negotiation of the case; without one, what the positions speak of. */
export function tableOf(case_: Case): Table {
  const declared = [...case_.negotiations.values()][0];
  const said = case_.positions.flatMap(subjectsOf);
  const steps = [...new Set([...said, ...(declared === undefined ? [] : subjectsOfRules(declared))].flatMap(stepsOf))];
  const scenarios = [...case_.scenarios.keys()];
  if (declared !== undefined) {
    return { ...declared, steps: declared.steps.length > 0 ? declared.steps : steps, scenarios: declared.scenarios.length > 0 ? declared.scenarios : scenarios };
  }
  const spoken = said.flatMap(s => (s.kind === 'instrument' ? instrumentsOf(case_, s.instrument) : []));
  return { parties: [], instruments: [...new Set(spoken)], standing: [], options: [], steps, scenarios, rules: [] };
}

/** A holder, and the actors in it if it is a group or body; brackets stand for all of their alternatives. */
function holdersNamed(case_: Case, id: Id): Id[] {
  const nobody = new Set<Id>();
  const world: World = {
    case_, instruments: [], options: new Map(), attackers: nobody, victims: nobody, hostile: nobody, requester: nobody, facts: new Map(), events: [], anyText: true, laterPrevails: false,
  };
  if (case_.groups.has(id)) return [id, ...members(fixed(world), { kind: 'group', id, place: PLACE })];
  return case_.bodies.has(id) ? [id, ...members(fixed(world), { kind: 'body', id, place: PLACE })] : [id];
}

function isGraded(case_: Case, line: PositionLine, least: string): boolean {
  return line.provenance.cites.some(({ source }) => {
    const grade = case_.sources.get(source)?.grade;
    if (grade === undefined || grade.reliability === 'F' || grade.credibility === '6') return false;
    return grade.reliability <= least.charAt(0) && grade.credibility <= least.charAt(1);
  });
}

/** As text, without places: two subjects that say the same in the same words have the same. */
export function written(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'place' ? undefined : typeof part === 'bigint' ? String(part) : part)) ?? '';
}

function isSame(x: PositionLine, y: PositionLine): boolean {
  return x.actor === y.actor && written(x.subject) === written(y.subject) && written(x.condition) === written(y.condition) && written([x.over, x.then]) === written([y.over, y.then]);
}

/** Demands, refusals, offers and acceptances: what asks, and what says that something is no obstacle. */
const STANCES: readonly PositionLine['verb'][] = ['demands', 'refuses', 'offers', 'accepts'];

function replaces(later: PositionLine, line: PositionLine): boolean {
  if (later.from === undefined || line.from === undefined || later.from <= line.from || !isSame(later, line)) return false;
  return later.verb === line.verb || (STANCES.includes(later.verb) && STANCES.includes(line.verb));
}

function qualifies(offer: PositionLine, line: PositionLine): boolean {
  if (offer.from !== undefined && line.from !== undefined && offer.from < line.from) return false;
  if (line.verb !== 'refuses' || line.condition !== undefined) return false;
  const isOffer = (offer.verb === 'offers' || offer.verb === 'accepts') && offer.condition !== undefined;
  return isOffer && offer.actor === line.actor && written(offer.subject) === written(line.subject);
}

/** The lines that count. */
export function choose(case_: Case, table: Table, by: Choosing): Chosen {
  const whose = by.among ?? table.parties;
  const holders = whose.length === 0 ? undefined : whose.flatMap(id => holdersNamed(case_, id));
  const day = by.asOf;
  const reason = (line: PositionLine): string | undefined => {
    if (holders !== undefined && !holders.includes(line.actor)) return 'not-among';
    if (by.without?.includes(line.id) === true) return 'without';
    if (day !== undefined && line.from !== undefined && line.from > day) return 'later';
    if (day !== undefined && line.until !== undefined && line.until < day) return 'over';
    if (by.only !== undefined && (line.provenance.status === undefined || !by.only.includes(line.provenance.status))) return 'status';
    if (by.minGrade !== undefined && !isGraded(case_, line, by.minGrade)) return 'grade';
    return undefined;
  };
  const standing = case_.positions.filter(line => reason(line) === undefined);
  const last = standing.filter(line => !standing.some(other => replaces(other, line)));
  const lines = last.filter(line => !last.some(other => qualifies(other, line)));
  const why = (line: PositionLine): string => reason(line) ?? (last.includes(line) ? 'qualified' : 'replaced');
  return { lines, left: case_.positions.filter(line => !lines.includes(line)).map(line => ({ line: line.id, why: why(line) })) };
}
