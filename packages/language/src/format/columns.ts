import { widthOf, type Element, type Line } from './elements.js';
import { spacesBetween } from './spacing.js';

/** Lines between two words that stand in one column, at most. */
const REACH = 20;
/** Lines on which a word with one space before it still shows where a column is. */
const NEARBY = [-1, 1, -2, 2, -3, 3];
/** How far a word may stand beside the column of its neighbours to be brought into it. */
const SLIP = 8;
/** A line that begins this far to the right of its sentence stands in a column, if others do. */
const FAR = 12;
/** Spaces that may part what stands in no column. */
const LOOSE = 3;

/** A word that the author set off from the one before it, so that it may stand in a column with others. */
interface Stop {
  readonly line: number;
  readonly element: Element;
  /** Where it comes to stand if the spaces before it stay as many. */
  readonly natural: number;
  group: Group | undefined;
}

/** Words in one column. */
interface Group {
  readonly stops: Stop[];
  column: number;
}

/** Gives the column that each word of a column is set at; the others are set one or more spaces behind the word before them. */
export function columnsOf(lines: readonly Line[], indentation: readonly number[], oneLine: ReadonlySet<Element>): Columns {
  const stops = lines.flatMap((line, i) => stopsOf(line, i, indentation[i]!, oneLine));
  const groups = group(stops, lines);
  for (const each of groups) each.column = each.stops[0]!.element.column + mostCommon(each.stops.map(({ natural, element }) => natural - element.column));
  slip(stops, lines);
  const aligned = stops.filter(({ group, element }) => group !== undefined && element.kind === 'word').map(({ element }) => element.image);
  return new Columns(new Map(stops.map((stop) => [stop.element, stop])), new Set(aligned));
}

/** What is known of columns when a line is set. */
export class Columns {
  /** `aligned`: words of the language that stand in columns somewhere in the text. */
  constructor(private readonly stops: ReadonlyMap<Element, Stop>, private readonly aligned: ReadonlySet<string>) {}

  /** Spaces before a word that follows others on its line, which end at a column. */
  spacesBefore(element: Element, end: number, least: number): number {
    const stop = this.stops.get(element);
    if (stop === undefined) return least;
    if (stop.group !== undefined && stop.group.column > end) return stop.group.column - end;
    return this.mayStandApart(element) ? Math.min(Math.max(element.gap, 2), LOOSE) : least;
  }

  /** Column of a word that stands alone in a column, first on its line; none if it is indented like any other. */
  hanging(element: Element): number | undefined {
    return this.stops.get(element)?.group?.column;
  }

  /** What may be set off by more than one space without standing in a column: marks, titles, remarks, blocks, a further part on the same line, a word that the author sets in columns. */
  private mayStandApart({ begins, kind, image }: Element): boolean {
    return begins !== undefined || kind === 'string' || kind === 'remark' || image === '{' || this.aligned.has(image);
  }
}

function stopsOf({ elements }: Line, line: number, indentation: number, oneLine: ReadonlySet<Element>): Stop[] {
  const first = elements[0]!;
  const hangs = first.begins !== 'part' && first.kind !== 'remark' && first.kind !== 'sign' && first.column - indentation > FAR;
  const stops: Stop[] = hangs ? [{ line, element: first, natural: first.column, group: undefined }] : [];
  let end = (hangs ? first.column : indentation) + widthOf(first.image);
  for (let at = 1; at < elements.length; at++) {
    const [before, element] = [elements[at - 1]!, elements[at]!];
    const least = spacesBetween(before, element, oneLine);
    const natural = end + (least > 0 && element.gap > 1 ? element.gap : least);
    if (least > 0 && element.gap > 1) stops.push({ line, element, natural, group: undefined });
    end = before.image.includes('\n') ? element.column + widthOf(element.image) : natural + widthOf(element.image);
  }
  return stops;
}

/** Brings together the words that stand in one column, at most `REACH` lines apart. */
function group(stops: readonly Stop[], lines: readonly Line[]): Group[] {
  const groups: Group[] = [];
  const latest = new Map<number, Stop>();
  for (const stop of stops) {
    const before = latest.get(stop.element.column);
    if (before !== undefined && before.line !== stop.line && stop.line - before.line <= REACH) join(before, stop, groups);
    latest.set(stop.element.column, stop);
  }
  for (const stop of stops) if (stop.group === undefined && standsUnder(stop, lines)) groups.push((stop.group = { stops: [stop], column: 0 }));
  // A line that begins in a column is one of it only where others have words before them.
  return groups.filter((each) => {
    const real = each.stops.some(({ line, element }) => lines[line]!.elements[0] !== element);
    if (!real) for (const stop of each.stops) stop.group = undefined;
    return real;
  });
}

function join(before: Stop, stop: Stop, groups: Group[]): void {
  if (before.group === undefined) groups.push((before.group = { stops: [before], column: 0 }));
  before.group.stops.push(stop);
  stop.group = before.group;
}

/** Whether a word of the same kind stands in its column on a line nearby, with one space before it. */
function standsUnder({ line, element }: Stop, lines: readonly Line[]): boolean {
  return NEARBY.some((distance) => lines[line + distance]?.elements.some((other, at) => at > 0 && other.gap === 1 && other.column === element.column && alike(element, other)) === true);
}

function alike(one: Element, other: Element): boolean {
  if (one.begins === 'mark' || other.begins === 'mark') return one.begins === other.begins;
  return one.kind === other.kind && (one.kind === 'name' || one.kind === 'string' || one.kind === 'number' || one.kind === 'remark' || one.image === other.image);
}

/** A word just beside the column of its neighbours is brought into it. */
function slip(stops: readonly Stop[], lines: readonly Line[]): void {
  const at = new Map<number, Stop[]>();
  for (const stop of stops) {
    const known = at.get(stop.line);
    if (known === undefined) at.set(stop.line, [stop]);
    else known.push(stop);
  }
  for (const stop of stops) {
    if (stop.group !== undefined || lines[stop.line]!.elements[0] === stop.element) continue;
    const near = [...(at.get(stop.line - 1) ?? []), ...(at.get(stop.line + 1) ?? [])];
    const target = near.find((other) => other.group !== undefined && other.group.stops.length > 1 && alike(stop.element, other.element) && Math.abs(other.group.column - stop.natural) <= SLIP);
    if (target?.group !== undefined && target.group.column > stop.natural - stop.element.gap + 1) stop.group = target.group;
  }
}

function mostCommon(numbers: readonly number[]): number {
  const count = new Map<number, number>();
  for (const number of numbers) count.set(number, (count.get(number) ?? 0) + 1);
  return [...count].sort(([a, m], [b, n]) => n - m || Math.abs(a) - Math.abs(b))[0]![0];
}
