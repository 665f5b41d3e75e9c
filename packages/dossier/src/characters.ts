/** Classes of characters that printing, word processors and web pages exchange for one another. */

const codes = (...chars: readonly (number | readonly [number, number])[]): ReadonlySet<number> => {
  const set = new Set<number>();
  for (const item of chars) {
    if (typeof item === 'number') set.add(item);
    else for (let code = item[0]; code <= item[1]; code++) set.add(code);
  }
  return set;
};

/** Hyphens, dashes and the minus sign (Unicode `Dash`, as far as it occurs in print). */
export const DASHES = codes(0x2d, [0x2010, 0x2015], 0x2212, 0x2e3a, 0x2e3b, 0xfe31, 0xfe32, 0xfe58, 0xfe63, 0xff0d);

/** The dashes that a typesetter puts where a word is divided at the end of a line. */
export const HYPHENS = codes(0x2d, 0x2010, 0x2011);

/** Double quotation marks: straight, curly, low, guillemets, double prime, corner brackets. */
export const DOUBLE_QUOTES = codes(0x22, [0x201c, 0x201f], 0xab, 0xbb, 0x2033, 0x2036, [0x300c, 0x300f], [0x301d, 0x301f], 0xff02);

/** Single quotation marks and apostrophes; two of one kind side by side are a double mark (`` `` ``, `''`). */
export const SINGLE_QUOTES = codes(0x27, 0x60, 0xb4, 0x02bc, [0x2018, 0x201b], 0x2032, 0x2035, 0x2039, 0x203a, 0xff07);

export const SOFT_HYPHEN = 0xad;

/** Characters without width: soft hyphen, joiners, marks of direction, byte order mark. */
export const INVISIBLE = codes(SOFT_HYPHEN, 0x061c, 0x180e, [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2064], [0x2066, 0x2069], 0xfeff);

/** Characters that end a line. */
export const LINE_ENDS = codes([0x0a, 0x0d], 0x85, 0x2028, 0x2029);

/** White space (Unicode `White_Space`). */
export const SPACES = codes([0x09, 0x0d], 0x20, 0x85, 0xa0, 0x1680, [0x2000, 0x200a], 0x2028, 0x2029, 0x202f, 0x205f, 0x3000);

/** Left and right guillemet; French print sets a space on their inner side. */
export const GUILLEMETS = { left: 0xab, right: 0xbb } as const;

/** A letter, a decimal digit, or a mark upon one. Superscript figures (`\p{No}`) are not: they are notes. */
export const isWordCharacter = (char: string): boolean => /^[\p{L}\p{M}\p{Nd}]/u.test(char);

/** A decimal digit of any script. */
export const isDigit = (char: string): boolean => /^\p{Nd}/u.test(char);

/** A character that joins the one before it: a combining mark, or a jamo of a Hangul syllable. */
export const isJoining = (char: string): boolean => /^[\p{M}\uff9e\uff9f\u1160-\u11ff]/u.test(char);

/** A character of a script that sets no spaces between words, where a phrase may begin and end anywhere. */
export const isUnspaced = (char: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(char);

/** The whole character (one code point) at an offset; empty beyond the text. */
export const characterAt = (text: string, offset: number): string => {
  const code = offset >= 0 ? text.codePointAt(offset) : undefined;
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** The whole character that ends at an offset; empty at the beginning of the text. */
export const characterBefore = (text: string, offset: number): string => {
  if (offset <= 0) return '';
  const low = text.charCodeAt(offset - 1);
  const paired = low >= 0xdc00 && low <= 0xdfff && offset >= 2;
  const whole = paired ? characterAt(text, offset - 2) : '';
  return whole.length === 2 ? whole : text.charAt(offset - 1);
};
