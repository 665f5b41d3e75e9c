import type { Finding, Place } from '@casus/model';
import { Lines } from '../ranges.js';

/** Where the places of an earlier text are in a later one: those before and after what changed keep what they mark, others none. */
export class Moved {
  private readonly start: number;
  private readonly endBefore: number;
  private readonly shift: number;
  private readonly lines: Lines;

  constructor(before: string, after: string) {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
    let same = 0;
    while (same < most - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
    this.start = start;
    this.endBefore = before.length - same;
    this.shift = after.length - before.length;
    this.lines = new Lines(after);
  }

  place(place: Place): Place | undefined {
    if (place.end <= this.start) return place;
    const offset = place.offset >= this.endBefore ? place.offset + this.shift : place.offset <= this.start ? place.offset : undefined;
    const end = place.end >= this.endBefore ? place.end + this.shift : undefined;
    if (offset === undefined || end === undefined) return undefined;
    const [from, to] = [this.lines.positionAt(offset), this.lines.positionAt(end)];
    return { file: place.file, line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1, offset, end };
  }
}

/** Findings of an earlier state of some texts as they are shown until the new state is judged; those whose place is gone are left out. */
export function movedFindings(findings: readonly Finding[], moves: ReadonlyMap<string, Moved>): readonly Finding[] {
  const moved = (place: Place): Place | undefined => {
    const move = moves.get(place.file);
    return move === undefined ? place : move.place(place);
  };
  return findings.flatMap((finding) => {
    const place = moved(finding.place);
    if (place === undefined) return [];
    const causes = finding.causes.map(({ place: at, ...rest }) => {
      const there = at === undefined ? undefined : moved(at);
      return there === undefined ? rest : { ...rest, place: there };
    });
    return [{ ...finding, place, causes }];
  });
}
