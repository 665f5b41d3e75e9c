import type { Element, Line } from './elements.js';

const STEP = 2;

/** A bracket that is open, and how what is in it stands. */
interface Block {
  /** Indentation of the line with its closing bracket, and of the `|` between alternatives. */
  readonly edge: number;
  /** Indentation of its parts. */
  readonly parts: number;
  /** The line that opened it. */
  readonly line: number;
  /** Indentation of the latest part in it, by the author and now. */
  part: Step;
  /** Lines that go on with that part, outermost first. */
  readonly further: Step[];
}

interface Step {
  readonly was: number;
  readonly is: number;
}

/**
 * The indentation of each line: two columns for each block; in brackets over several lines the `|` under the `[`, what is in an alternative two
 * columns further than its name. A line that goes on with a sentence stands two columns further than it, or deeper where the author went deeper step by step.
 */
export function indentationOf(lines: readonly Line[]): readonly number[] {
  const found: number[] = [];
  const file: Block = { edge: 0, parts: 0, line: -1, part: { was: 0, is: 0 }, further: [] };
  const open: Block[] = [];
  const inner = (): Block => open.at(-1) ?? file;
  lines.forEach(({ elements }, i) => {
    const first = elements[0]!;
    const is = indentationAt(first, closersBefore(elements), open, inner());
    found.push(is);
    const step = { was: first.column, is };
    if (first.begins === 'part') restart(inner(), step);
    elements.forEach((element, at) => {
      if (element.kind !== 'sign') {
        if (element.begins === 'part' && at > 0) restart(inner(), step);
        return;
      }
      if ('{[('.includes(element.image)) open.push(blockOf(element, at === 0, at === elements.length - 1, i, is, inner(), step));
      else if (element.image === '|' && at === 0) restart(inner(), { was: step.was, is: elements.length > 1 ? is + STEP : is });
      else if ('}])'.includes(element.image)) open.pop();
    });
  });
  placeRemarks(lines, found);
  return found;
}

function restart(block: Block, step: Step): void {
  block.part = step;
  block.further.length = 0;
}

/** How many brackets the line closes before anything else. */
function closersBefore(elements: readonly Element[]): number {
  const other = elements.findIndex(({ kind, image }) => kind !== 'sign' || !'}])'.includes(image));
  return other < 0 ? elements.length : other;
}

function indentationAt(first: Element, closers: number, open: readonly Block[], block: Block): number {
  if (closers > 0) return open[Math.max(0, open.length - closers)]?.edge ?? 0;
  if (first.image === '|') return block.edge;
  if (first.begins === 'part' || first.kind === 'remark') return block.parts;
  if (first.image === '{') return block.part.is;
  return furtherAt(first, block);
}

/** A line that goes on with what the lines before it began. */
function furtherAt(first: Element, { part, further }: Block): number {
  const was = first.column;
  while (further.length > 0 && further.at(-1)!.was > was) further.pop();
  const last = further.at(-1);
  if (last?.was === was) return last.is;
  // `failing which …` may stand under the `if` that it belongs to.
  if (last === undefined && was <= part.was && first.kind === 'word' && first.begins === undefined) return part.is;
  const is = (last ?? part).is + STEP;
  further.push({ was, is });
  return is;
}

function blockOf({ image }: Element, first: boolean, last: boolean, line: number, is: number, around: Block, step: Step): Block {
  // Brackets opened on one line are one step of indentation.
  const same = around.line === line ? around : undefined;
  if (image === '{') {
    const edge = same?.edge ?? (first ? is : around.part.is);
    return { edge, parts: edge + STEP, line, part: { was: step.was, is: edge }, further: [] };
  }
  const edge = first ? is : is + STEP;
  if (image === '(') return { edge, parts: edge, line, part: { was: step.was, is }, further: [] };
  return { edge, parts: edge + 2 * STEP, line, part: { was: step.was, is: last ? edge : edge + STEP }, further: [] };
}

/** A remark on its own line stands like the line that follows it, unless that closes a block. */
function placeRemarks(lines: readonly Line[], found: number[]): void {
  for (let i = lines.length - 2; i >= 0; i--) {
    const next = lines[i + 1]!.elements;
    if (lines[i]!.elements[0]!.kind !== 'remark' || closersBefore(next) > 0) continue;
    if (lines[i]!.elements.length === 1) found[i] = found[i + 1]!;
  }
}
