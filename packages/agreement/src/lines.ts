import { possibleMembers, type Case, type Id, type IsoDate, type PositionLine, type Source, type Status, type Subject } from '@casus/model';
import { sameSubject } from './subjects.js';
import type { Table } from './table.js';

/** Which lines count. */
export interface Selection {
  /** The lines that stand on this day; absent: all, whenever they were said. */
  readonly asOf?: IsoDate;
  /** Whose: holders, or groups and bodies of which they are members; absent: the parties of the negotiation. */
  readonly among?: readonly Id[];
  /** Known in one of these ways. */
  readonly only?: readonly Status[];
  /** Supported by a source of at least this grade, in both halves of the Admiralty code: "B2". */
  readonly minGrade?: string;
  /** As if these lines had fallen. */
  readonly without?: readonly Id[];
}

/** Why a line does not count. */
export type LeftOut =
  | { readonly line: PositionLine; readonly why: 'later' | 'over' | 'not-among' | 'status' | 'grade' | 'without' }
  /** A later line of the holder on the same subject. */
  | { readonly line: PositionLine; readonly why: 'replaced' | 'qualified'; readonly by: PositionLine };

/** The lines that count, and those that do not. */
export interface Chosen {
  readonly lines: readonly PositionLine[];
  readonly left: readonly LeftOut[];
}

/** Chooses the lines that count. */
export function chosen(case_: Case, table: Table, selection: Selection): Chosen {
  const { asOf, only, minGrade, without = [] } = selection;
  const whose = selection.among ?? table.parties;
  const holders = whose.length === 0 ? undefined : new Set(whose.flatMap((id) => [id, ...membersNamed(case_, id)]));
  const left: LeftOut[] = [];
  const why = (line: PositionLine): Exclude<LeftOut['why'], 'replaced' | 'qualified'> | undefined => {
    if (holders !== undefined && !holders.has(line.actor)) return 'not-among';
    if (without.includes(line.id)) return 'without';
    if (asOf !== undefined && line.from !== undefined && line.from > asOf) return 'later';
    if (asOf !== undefined && line.until !== undefined && line.until < asOf) return 'over';
    if (only !== undefined && !only.includes(line.provenance.status!)) return 'status';
    if (minGrade !== undefined && !graded(case_, line, minGrade)) return 'grade';
    return undefined;
  };
  const standing = case_.positions.filter((line) => {
    const reason = why(line);
    if (reason !== undefined) left.push({ line, why: reason });
    return reason === undefined;
  });
  const lines = standing.filter((line) => {
    const later = standing.find((other) => replaces(other, line));
    if (later !== undefined) left.push({ line, why: 'replaced', by: later });
    return later === undefined;
  });
  const binding = lines.filter((line) => {
    const terms = line.verb === 'refuses' && line.condition === undefined ? lines.find((other) => qualifies(other, line)) : undefined;
    if (terms !== undefined) left.push({ line, why: 'qualified', by: terms });
    return terms === undefined;
  });
  return { lines: binding, left };
}

const ASKS: ReadonlySet<PositionLine['verb']> = new Set(['demands', 'refuses', 'offers', 'accepts']);

/** A later statement of the same holder on the same subject takes the place of an earlier one. */
function replaces(later: PositionLine, line: PositionLine): boolean {
  const alike = later.verb === line.verb || (ASKS.has(later.verb) && ASKS.has(line.verb));
  if (!alike || later.actor !== line.actor || later.from === undefined || line.from === undefined || later.from <= line.from) return false;
  const said = ({ subject, condition, over, then = [] }: PositionLine): readonly (Subject | undefined)[] => [subject, condition, over, ...then];
  const [now, before] = [said(later), said(line)];
  return now.length === before.length && now.every((subject, i) => (subject === undefined ? before[i] === undefined : before[i] !== undefined && sameSubject(subject, before[i])));
}

/** “accepts A if B” says on what terms “refuses A” is given up; a refusal of a later day takes it back. */
function qualifies(other: PositionLine, refusal: PositionLine): boolean {
  if (other.from !== undefined && refusal.from !== undefined && other.from < refusal.from) return false;
  return other.actor === refusal.actor && (other.verb === 'accepts' || other.verb === 'offers') && other.condition !== undefined && sameSubject(other.subject, refusal.subject);
}

/** Who belongs to a group or a body, in some text. */
function membersNamed(case_: Case, id: Id): readonly Id[] {
  const members = case_.groups.get(id)?.members ?? case_.bodies.get(id)?.members;
  return members === undefined ? [] : [...possibleMembers(case_, members)];
}

/** Whether a source that the line cites has at least the grade; the letter judges the source, the number the information. */
function graded(case_: Case, line: PositionLine, least: string): boolean {
  return line.provenance.cites.some(({ source }) => {
    const grade = gradeOf(case_.sources.get(source));
    return grade !== undefined && grade.reliability <= least[0]! && grade.credibility <= least.slice(1);
  });
}

/** F and 6 say that it cannot be judged. */
function gradeOf(source: Source | undefined): Source['grade'] {
  return source?.grade === undefined || source.grade.reliability === 'F' || source.grade.credibility === '6' ? undefined : source.grade;
}
