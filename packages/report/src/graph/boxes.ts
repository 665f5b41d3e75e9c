/** The boxes of a picture: their lines broken and measured, in pixels from the box's own corner. */
import type { CaseGraph, GraphStep } from '@casus/analysis';
import type { Case } from '@casus/model';
import { broken, textWidth } from './measure.js';
import { boxLines, type Line } from './words.js';

/** A line of text in its place: `y` is its base line. A sign stands in front of it, `SIGN` wide, ending before `x`. */
export interface SetLine extends Line {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly step: GraphStep;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly SetLine[];
  /** Height of the line above those who can stop it, if anybody can. */
  readonly rule?: number;
}

/** Sizes of text in pixels; none below 11. */
export const SIZE: Record<Line['style'], number> = { title: 13, plain: 12, quiet: 11, strong: 12 };

export const isBold = (style: Line['style']): boolean => style === 'title' || style === 'strong';

/** Room of a sign with the space behind it. */
export const SIGN = 20;

const PADDING = { x: 12, y: 10 };
const LEADING = 1.35;
/** Narrowest and widest that the text of a box is set. */
const TEXT = { least: 120, most: 236 };

/** Sets a step. */
export function boxOf(case_: Case, graph: CaseGraph, step: GraphStep): Box {
  const { above, below } = boxLines(case_, graph, step);
  const indent = ({ mark }: Line): number => (mark === undefined ? 0 : SIGN);
  const split = (lines: readonly Line[]): readonly (Line & { readonly indent: number })[] =>
    lines.flatMap((line) => broken(line.text, TEXT.most - indent(line), SIZE[line.style], isBold(line.style)).map((text, i) => {
      const { mark, ...rest } = line;
      return { ...rest, text, indent: indent(line), ...(mark === undefined || i > 0 ? {} : { mark }) };
    }));
  const [upper, lower] = [split(above), split(below)];
  const widest = Math.max(TEXT.least, ...[...upper, ...lower].map(({ text, style, indent: left }) => left + textWidth(text, SIZE[style], isBold(style))));
  const lines: SetLine[] = [];
  let y = PADDING.y;
  const put = (part: readonly (Line & { readonly indent: number })[]): void => {
    for (const { indent: left, ...line } of part) {
      const height = SIZE[line.style] * LEADING;
      lines.push({ ...line, x: PADDING.x + left, y: round(y + height * 0.78) });
      y += height;
    }
  };
  put(upper);
  let rule: number | undefined;
  if (lower.length > 0) {
    rule = round(y + 6);
    y += 12;
    put(lower);
  }
  return { step, width: Math.ceil(widest) + 2 * PADDING.x, height: Math.ceil(y + PADDING.y), lines, ...(rule === undefined ? {} : { rule }) };
}

/** A number as it is written: two digits behind the point. */
export const round = (value: number): number => Math.round(value * 100) / 100;
