import type { Id, IsoDate, PositionLine, Rational, Subject } from '@casus/model';
import type * as ast from '../generated/ast.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { provenance } from './provenance.js';
import { date, numberOf } from './quantities.js';
import { rangeOf, subject, subjects } from './subjects.js';

/** Who may hold a position or take part in a negotiation. */
export const HOLDERS = ['actor', 'group', 'body', 'organisation'] as const;

/** The lines of a position that can be understood. `earlier`: the lines so far, among which those of one holder are numbered. */
export function positions(b: Bridge, at: Site, node: ast.PositionDecl, earlier: readonly PositionLine[]): PositionLine[] {
  const actor = b.resolve(at, node.actor, HOLDERS);
  const first = earlier.filter((line) => line.actor === actor).length + 1;
  return node.lines.flatMap((line, i) => {
    const before = b.holes;
    const about = aboutOf(b, at, line);
    const condition = line.condition === undefined ? undefined : subject(b, at, line.condition);
    const over = line.over === undefined ? undefined : subject(b, at, line.over);
    const then = line.then.length === 0 ? undefined : subjects(b, at, line.then);
    const given = worth(b, at, line);
    const place = placeOf(at.file, line);
    const details = detailsOf(b, at, line);
    if ((over !== undefined) !== (line.verb === 'prefers')) {
      b.report('form/incomplete', place, over === undefined ? 'prefers it over what?' : `\`over\` goes with \`prefers\`, not with \`${line.verb}\``, { help: 'write `prefers A over B`' });
    }
    const marks = provenance(b, at, line.marks);
    if (actor === undefined || about === undefined || b.holes > before) return [];
    return [{
      id: b.ids.get(line) ?? `${actor}.${first + i}`, actor, verb: line.verb, subject: about, ...(condition === undefined ? {} : { condition }), ...(over === undefined ? {} : { over }),
      ...(then === undefined ? {} : { then }), ...given, ...details, place, provenance: marks,
    }];
  });
}

/** Points are asked for by the holder of points, in a line of its own. */
function aboutOf(b: Bridge, at: Site, line: ast.PositionLine): Subject | undefined {
  if (line.subject === undefined) return ranged(b, at, line);
  if (line.subject.$type !== 'SubjectPoints' || line.verb !== 'demands') return subject(b, at, line.subject);
  return { kind: 'points', least: numberOf(line.subject.least) };
}

/** The subject of `values X from 0 to 30`: any number that the issue may be settled at. */
function ranged(b: Bridge, at: Site, line: ast.PositionLine): Subject | undefined {
  const issue = line.issue === undefined ? undefined : b.resolve(at, line.issue, ['issue']);
  const range = issue === undefined ? undefined : rangeOf(b, issue, placeOf(at.file, line));
  if (issue === undefined || range === undefined) return undefined;
  return { kind: 'number', issue, bound: 'at-least', value: numberOf(range.min), ...(range.unit === undefined ? {} : { unit: range.unit }) };
}

/** The points that a line of `values` gives. */
function worth(b: Bridge, at: Site, line: ast.PositionLine): Pick<PositionLine, 'points' | 'scale'> {
  if (line.points !== undefined) return { points: numberOf(line.points) };
  return line.lowest === undefined || line.highest === undefined ? {} : { scale: { lowest: numberOf(line.lowest), highest: numberOf(line.highest) } };
}

/** What stands behind the subject of a line: what giving it up costs, and its dates; each of them once. */
function detailsOf(b: Bridge, at: Site, line: ast.PositionLine): Pick<PositionLine, 'weight' | 'from' | 'until'> {
  let weight: Rational | undefined;
  let from: IsoDate | undefined;
  let until: IsoDate | undefined;
  const said = new Set<string>();
  for (const detail of line.details) {
    const what = detail.weight !== undefined ? 'weights' : detail.name !== undefined ? 'names' : detail.from !== undefined ? 'dates to begin on' : 'dates to end on';
    if (said.has(what)) b.report('form/incomplete', placeOf(at.file, detail), `the line has two ${what}`, { help: 'keep one of them' });
    said.add(what);
    if (detail.weight !== undefined) weight = weightOf(b, at, detail, line.verb);
    from = date(b, at, detail, 'from') ?? from;
    until = date(b, at, detail, 'until') ?? until;
  }
  if (from !== undefined && until !== undefined && from > until) {
    b.report('form/date', placeOf(at.file, line), `the line ends on ${until}, before it begins on ${from}`, { help: 'swap the two dates, or correct one' });
  }
  return { ...(weight === undefined ? {} : { weight }), ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** A cost above zero. `verb`: that of the line it stands in; only what is insisted on can be given up. */
export function weightOf(b: Bridge, at: Site, node: ast.PositionDetail | ast.AmendmentDecl, verb?: string): Rational | undefined {
  if (node.weight === undefined) return undefined;
  const weight = numberOf(node.weight);
  const place = b.placeOfProperty(at, node, 'weight');
  if (verb !== undefined && verb !== 'demands' && verb !== 'refuses') {
    b.report('form/incomplete', place, `\`weight\` goes with \`demands\` and \`refuses\`, not with \`${verb}\``, { help: 'it says what giving the line up costs; what a subject is worth is said by `values … at … points`' });
  }
  if (weight.num > 0n) return weight;
  b.report('form/incomplete', place, 'a weight is above 0', { help: 'leave the line out if giving it up costs nothing' });
  return undefined;
}

/** Enters the names that lines have by `called`, each local to its holder. */
export function declareLines(b: Bridge, at: Site, node: ast.PositionDecl): void {
  for (const line of node.lines) {
    const named = line.details.find(({ name }) => name !== undefined);
    const actor = named === undefined ? undefined : b.resolve(at, node.actor, HOLDERS);
    if (named?.name === undefined || actor === undefined) continue;
    const id: Id = `${actor}.${named.name}`;
    const place = b.placeOfProperty(at, named, 'name');
    const earlier = b.names.declare({ kind: 'line', id, place });
    if (earlier === undefined) b.ids.set(line, id);
    else {
      const of = earlier.kind === 'line' ? 'a line called' : 'something named';
      b.report('form/duplicate-name', place, `\`${actor}\` has ${of} \`${named.name}\` already`, { causes: earlier.place === undefined ? [] : [{ message: 'first one', place: earlier.place }], help: 'name the lines apart' });
    }
  }
}
