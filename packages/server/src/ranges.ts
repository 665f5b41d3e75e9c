import type { Place } from '@casus/model';
import type { Location, Position, Range } from 'vscode-languageserver';

/** A place as the protocol counts: lines and UTF-16 columns from 0. */
export function rangeOf(place: Place): Range {
  return { start: { line: place.line - 1, character: place.column - 1 }, end: { line: place.endLine - 1, character: place.endColumn - 1 } };
}

/** A place with its file, whose path is its URI. */
export function locationOf(place: Place): Location {
  return { uri: place.file, range: rangeOf(place) };
}

/** Offsets of a text to positions and back. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** The offset of a position; positions beyond the end of their line are at its end. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.starts.length) return this.text.length;
    const start = this.starts[line]!;
    return Math.min(start + character, this.endOf(line));
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    for (let high = this.starts.length - 1; low < high; ) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - this.starts[low]! };
  }

  range(offset: number, end: number): Range {
    return { start: this.positionAt(offset), end: this.positionAt(end) };
  }

  /** The text of a line, without its end. */
  line(line: number): string {
    return line >= this.starts.length ? '' : this.text.slice(this.starts[line], this.endOf(line));
  }

  get count(): number {
    return this.starts.length;
  }

  private endOf(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    return this.text[next - 2] === '\r' ? next - 2 : next - 1;
  }
}
