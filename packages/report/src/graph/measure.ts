/**
 * How wide a text is in a picture. No font is at hand, and the reader's is not known: the widths are upper bounds over the usual sans-serif fonts
 * (Arial, Helvetica, Liberation Sans, Verdana's kin DejaVu Sans), so that a text never leaves its box.
 */
import { characters, width as columns } from '../width.js';

/** Widths of signs as parts of the size of the font. */
const CLASSES: readonly (readonly [string, number])[] = [
  ["',./I\\ijl|í‘’· ", 0.36],
  ['-:;!()[]frt', 0.46],
  ['"*J`csz', 0.56],
  ['?L_kvxy“”–ьвут', 0.61],
  ['CNRUСд', 0.76],
  ['&DGHOQÖ', 0.81],
  ['#+<=>^w~M', 0.91],
  ['Wm@%—…', 1.06],
];
const WIDTHS = new Map(CLASSES.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)));
const SMALL = 0.66;
const CAPITAL = 0.79;
const OTHER = 1;
/** A bold letter is at most so much wider. */
const BOLD = 1.13;

/** The width of a text in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of characters(text)) ems += WIDTHS.get(character) ?? emsOf(character);
  return ems * size * (bold ? BOLD : 1);
}

function emsOf(character: string): number {
  if (/^[a-z0-9à-öø-ÿ${}«»]$/.test(character)) return SMALL;
  if (/^[A-ZÀ-ÖØ-Þ]$/.test(character)) return CAPITAL;
  // Of a script that is not known here, one em a column.
  return Math.max(1, columns(character)) * OTHER;
}

/** Breaks a text at its spaces into lines of at most so many pixels; a longer word where it must be. */
export function broken(text: string, room: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, bold) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of characters(word)) {
      if (line !== '' && textWidth(line + character, size, bold) > room) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
