/** The picture: from trigger to response, and at each step who can stop it. Plain SVG 1.1 without scripts, styles or fonts of its own. */
import type { CaseGraph } from '@casus/analysis';
import type { Case } from '@casus/model';
import { isBold, SIZE, type SetLine } from './boxes.js';
import { layoutOf, LABEL_SIZE, type Arrow, type PlacedBox } from './layout.js';
import { broken, textWidth } from './measure.js';
import { ARROW_ENDS, arrowLine, COLOUR, outline, sign } from './shapes.js';
import { description, headLines, titleOf, type Mark } from './words.js';

const FONTS = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif";
const MARGIN = 24;
/** Narrowest that a picture is drawn, so that its head has room. */
const LEAST_WIDTH = 620;
const HEAD = { title: 18, text: 12, leading: 17 };

/** What the signs and edges mean. */
const LEGEND: readonly { readonly mark?: Mark; readonly text: string }[] = [
  { mark: 'hostile', text: 'somebody on the hostile side can stop this step' },
  { mark: 'other', text: 'others can stop it' },
  { mark: 'never', text: 'cannot come about' },
  { text: 'cut corners: somebody has to do something first' },
  { text: 'thick edge: duty; dotted: free to act; broken: in the way or beside it' },
];

/** Draws a graph. The same graph gives the same text, byte for byte. */
export function graphSvg(case_: Case, graph: CaseGraph): string {
  const layout = layoutOf(case_, graph);
  const inner = Math.max(LEAST_WIDTH, layout.width);
  const title = broken(titleOf(case_, graph), inner, HEAD.title, true);
  const head = headLines(case_, graph).flatMap((line) => broken(line, inner, HEAD.text));
  const top = MARGIN + title.length * 24 + head.length * HEAD.leading + 18;
  const legend = legendText(inner, top + layout.height + 34);
  const width = inner + 2 * MARGIN;
  const height = legend.bottom + MARGIN;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="casus-title casus-description" font-family="${FONTS}" fill="${COLOUR.ink}">`,
    `<title id="casus-title">${escaped(titleOf(case_, graph))}</title>`,
    `<desc id="casus-description">${escaped(description(case_, graph))}</desc>`,
    ARROW_ENDS,
    `<rect width="${width}" height="${height}" fill="${COLOUR.paper}"/>`,
    ...title.map((line, i) => text(line, MARGIN, MARGIN + 16 + i * 24, HEAD.title, { bold: true })),
    ...head.map((line, i) => text(line, MARGIN, MARGIN + title.length * 24 + 12 + i * HEAD.leading, HEAD.text)),
    `<g transform="translate(${MARGIN} ${top})">`,
    ...layout.arrows.map(arrowLine),
    ...layout.arrows.flatMap(labelText),
    ...layout.boxes.map(boxText),
    '</g>',
    ...legend.lines,
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

function boxText(box: PlacedBox): string {
  const { x, y, width, rule, lines, step } = box;
  return [
    `<g class="step" data-step="${step.id}">`,
    outline(box),
    ...(rule === undefined ? [] : [`<path d="M${x + 8} ${y + rule}H${x + width - 8}" stroke="${COLOUR.quiet}" stroke-width="0.8"/>`]),
    ...lines.flatMap((line) => [...(line.mark === undefined ? [] : [sign(line.mark, x + line.x, y + line.y)]), lineText(line, x, y)]),
    '</g>',
  ].join('\n');
}

const lineText = (line: SetLine, x: number, y: number): string =>
  text(line.text, x + line.x, y + line.y, SIZE[line.style], { bold: isBold(line.style), ...(line.style === 'quiet' ? { fill: COLOUR.quiet } : line.hostile === true ? { fill: COLOUR.hostile } : {}) });

function labelText({ label }: Arrow): readonly string[] {
  if (label === undefined) return [];
  const { at, width, text: words } = label;
  return [
    `<rect x="${round(at.x - width / 2)}" y="${round(at.y - 8)}" width="${width}" height="16" fill="${COLOUR.paper}"/>`,
    text(words, at.x, at.y + 4, LABEL_SIZE, { middle: true }),
  ];
}

/** The legend in as few lines as it takes. */
function legendText(room: number, top: number): { readonly lines: readonly string[]; readonly bottom: number } {
  const lines: string[] = [];
  let [x, y] = [0, top];
  for (const { mark, text: words } of LEGEND) {
    const width = (mark === undefined ? 0 : 20) + textWidth(words, 11) + 22;
    if (x > 0 && x + width > room) [x, y] = [0, y + 20];
    const left = MARGIN + x + (mark === undefined ? 0 : 20);
    if (mark !== undefined) lines.push(sign(mark, left, y));
    lines.push(text(words, left, y, 11, { fill: COLOUR.quiet }));
    x += width;
  }
  return { lines, bottom: y + 6 };
}

interface Look {
  readonly bold?: boolean;
  readonly middle?: boolean;
  readonly fill?: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const text = (words: string, x: number, y: number, size: number, { bold, middle, fill }: Look = {}): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold === true ? ' font-weight="bold"' : ''}${middle === true ? ' text-anchor="middle"' : ''}${fill === undefined ? '' : ` fill="${fill}"`}>${escaped(words)}</text>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Control signs, halves of letters and what is no letter (XML 1.0, 2.2). */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A text as XML holds it; signs that XML 1.0 does not allow are shown as `�`. */
export const escaped = (words: string): string =>
  words.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
