/** How many columns of a terminal a text takes: letters with accents, letters of double width, tabs. */

/** Ranges that Unicode's East Asian Width calls wide or full-width (UAX #11), and pictures. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x231a, 0x231b], [0x2329, 0x232a], [0x23e9, 0x23ec], [0x25fd, 0x25fe], [0x2e80, 0x303e], [0x3041, 0x33ff],
  [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xa000, 0xa4cf], [0xa960, 0xa97f], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f], [0xff00, 0xff60], [0xffe0, 0xffe6], [0x1f300, 0x1f64f], [0x1f680, 0x1f6ff], [0x1f900, 0x1faff], [0x20000, 0x3fffd],
];

/** Letters and signs of one unit and one column each: Latin, Greek, Cyrillic, Armenian, punctuation, currencies. The general way costs much more. */
const NARROW = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
const NO_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const PICTURE = /\p{Regional_Indicator}|\uFE0F/u;

let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as single characters: a letter with its accents, a flag. */
export function characters(text: string): readonly string[] {
  if (NARROW.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function characterWidth(character: string): number {
  if (PICTURE.test(character)) return 2;
  for (const sign of character) {
    if (NO_WIDTH.test(sign)) continue;
    const code = sign.codePointAt(0)!;
    return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
  }
  return 0;
}

/** The columns that a text without tabs takes. */
export function width(text: string): number {
  return NARROW.test(text) ? text.length : characters(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

/** Spaces on the right up to `columns`; longer texts stay. */
export const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

/** The text with its tabs set out to every fourth column, and signs that would move the cursor made visible as `�`. */
export function expanded(text: string): string {
  if (NARROW.test(text)) return text;
  let out = '';
  let column = 0;
  for (const character of characters(text)) {
    const set = character === '\t' ? ' '.repeat(4 - (column % 4)) : /^\p{Cc}/u.test(character) ? '\uFFFD' : character;
    out += set;
    column += width(set);
  }
  return out;
}

/** Breaks a text at its spaces into lines of at most `columns`; a longer word is broken where it must be. Never empty. */
export function wrapped(text: string, columns: number): readonly string[] {
  const room = Math.max(8, columns);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const push = (word: string, space: string): void => {
    const wide = width(word);
    if (used > 0 && used + space.length + wide > room) {
      lines.push(line);
      line = '';
      used = 0;
    }
    if (wide > room) return broken(word);
    line += (used > 0 ? space : '') + word;
    used = width(line);
  };
  const broken = (word: string): void => {
    for (const character of characters(word)) {
      if (used + width(character) > room) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += character;
      used += width(character);
    }
  };
  for (const [index, part] of text.split('\n').entries()) {
    if (index > 0) {
      lines.push(line);
      line = '';
      used = 0;
    }
    for (const word of part.split(' ').filter((each) => each !== '')) push(word, ' ');
  }
  lines.push(line);
  return lines;
}

/** A paragraph: the first line behind `first`, the others behind as many spaces (or `rest`), no line wider than `columns`. */
export function paragraph(text: string, columns: number, first = '', rest = ' '.repeat(width(first))): string {
  return wrapped(text, columns - width(first))
    .map((line, index) => (index === 0 ? first : rest) + line)
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The text cut to `columns`, with an ellipsis if something was left out. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let out = '';
  let used = 0;
  for (const character of characters(text)) {
    const wide = width(character);
    if (used + wide > columns - 1) break;
    out += character;
    used += wide;
  }
  return `${out}…`;
}
