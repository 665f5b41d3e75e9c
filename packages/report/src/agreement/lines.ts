/** A line of a position in words: what is asked, what giving it up would mean, and who says so. */
import { quoted } from '@casus/analysis';
import type { Case, Id, PositionLine, Subject } from '@casus/model';
import { citationWords } from '../finding.js';
import { labelOf, placeWords } from '../names.js';
import { listed, numberWords } from '../words.js';
import { subjectClause } from './subjects.js';

/** The line without its holder, as a verb in the singular and what follows: “demands that …”. `several`: in the plural. */
export function askWords(case_: Case, line: PositionLine, several = false): string {
  const { verb, subject, condition, over, then = [], points, scale } = line;
  const that = (one: Subject): string => `that ${subjectClause(case_, one)}`;
  const [demand, do_, offer, accept, prefer, give, want] = several ? ['demand', 'do', 'offer', 'accept', 'prefer', 'give', 'want'] : ['demands', 'does', 'offers', 'accepts', 'prefers', 'gives', 'wants'];
  switch (verb) {
    case 'demands':
      return condition === undefined ? `${demand} ${that(subject)}` : `${demand} that, where ${subjectClause(case_, condition)}, ${subjectClause(case_, subject)}`;
    case 'refuses':
      return `${do_} not accept ${that(subject)}${condition === undefined ? '' : `, where ${subjectClause(case_, condition)}`}`;
    case 'offers':
    case 'accepts':
      return `${verb === 'offers' ? offer : accept} ${that(subject)}${condition === undefined ? '' : `, but only if ${subjectClause(case_, condition)}`}`;
    case 'prefers':
      return `${prefer} ${that(subject)}${over === undefined ? '' : ` rather than ${that(over)}`}`;
    case 'values': {
      if (scale === undefined || subject.kind !== 'number') return `${give} ${pointsWords(points)} where ${subjectClause(case_, subject)}`;
      const range = case_.issues.get(subject.issue)?.range;
      const unit = range?.unit === undefined ? '' : ` ${range.unit}`;
      const at = (end: 'min' | 'max'): string => (range === undefined ? '' : ` at ${numberWords(range[end])}${unit}`);
      return `${give} for ${quoted(labelOf(case_, subject.issue))} ${pointsWords(scale.lowest)}${at('min')} and ${pointsWords(scale.highest)}${at('max')}, in proportion between them`;
    }
    case 'ranks':
      return `${want} first ${that(subject)}${then.map((next) => `, then ${that(next)}`).join('')}`;
  }
}

const pointsWords = (points: PositionLine['points']): string => (points === undefined ? 'points' : `${numberWords(points)} ${points.num === points.den ? 'point' : 'points'}`);

/** The line as a sentence without its full stop: “Russia demands that …”. */
export const lineWords = (case_: Case, line: PositionLine): string => `${labelOf(case_, line.actor)} ${askWords(case_, line)}`;

/** What giving some lines up means, without their holder: “no longer demands that … and that …, and accepts that …”. `several`: in the plural. */
export function yieldWords(case_: Case, lines: readonly PositionLine[], several = false): string {
  const s = several ? '' : 's';
  const heads = new Map<string, string[]>();
  for (const { verb, subject, condition } of lines) {
    const clause = subjectClause(case_, subject);
    const where = condition === undefined ? undefined : subjectClause(case_, condition);
    const [head, tail] =
      verb === 'demands' ? [`no longer demand${s}`, where === undefined ? '' : `, where ${where}`]
      : verb === 'refuses' ? [`accept${s}`, where === undefined ? '' : `, even where ${where}`]
      : [verb === 'offers' ? `offer${s}` : `accept${s}`, where === undefined ? '' : `, even if it is not so that ${where}`];
    heads.set(head, [...(heads.get(head) ?? []), `that ${clause}${tail}`]);
  }
  return [...heads].map(([head, clauses]) => `${head} ${listed(clauses)}`).join(', and ');
}

/** Since when and until when: “since 2025-08-20”; nothing where the line has no date. */
export function datesWords({ from, until }: PositionLine): string | undefined {
  if (from !== undefined && until !== undefined) return `from ${from} to ${until}`;
  return from !== undefined ? `since ${from}` : until !== undefined ? `until ${until}` : undefined;
}

/** How the line is known: “stated by Lavrov”, “inferred: the reason”. */
function statusWords({ provenance: { status, by, note } }: PositionLine): string {
  if (status === undefined) return 'without a source';
  return `${status}${by === undefined ? '' : ` by ${by}`}${note === undefined ? (status === 'inferred' ? ' by the author of the case' : '') : `: ${quoted(note)}`}`;
}

/** Dates, how it is known, what is quoted from where. */
export function sourceWords(case_: Case, line: PositionLine): string {
  const cites = line.provenance.cites.map((cite) => citationWords(case_, cite));
  return [datesWords(line) ?? 'without a date', statusWords(line), ...cites].join('; ');
}

/** The name and place of a line, and who says so: what one looks up. */
export const recordWords = (case_: Case, line: PositionLine): string => `${line.id}, ${placeWords(line.place)}: ${sourceWords(case_, line)}`;

/** Holders by their titles, in a list. */
export const holdersWords = (case_: Case, ids: readonly Id[]): string => listed(ids.map((id) => labelOf(case_, id)));
