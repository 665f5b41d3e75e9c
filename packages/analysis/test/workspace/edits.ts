/** Edits as people make them while they write, and as they slip, for the tests of what is worked out again. */

/** Whole numbers from 0 to n − 1, the same for the same seed. */
export type Dice = (n: number) => number;

/** Numerical Recipes' generator of 32 bits; the upper bits are the random ones. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

type Edit = (text: string, roll: Dice) => string;

const splice = (text: string, at: number, length: number, by: string): string => text.slice(0, at) + by + text.slice(at + length);
const pick = <T>(all: readonly T[], roll: Dice): T | undefined => all[roll(all.length)];
const found = (text: string, what: RegExp, roll: Dice): RegExpExecArray | undefined => pick([...text.matchAll(what)], roll);
const WORD = /[\p{L}][\p{L}\p{N}_-]*/gu;

const inLines = (change: (lines: string[], roll: Dice) => void): Edit => (text, roll) => {
  const lines = text.split('\n');
  change(lines, roll);
  return lines.join('\n');
};

/** Each kind of edit by its name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'types a character': (text, roll) => splice(text, roll(text.length + 1), 0, pick([...'ax{}[]"\n ,0.'], roll)!),
  'deletes a character': (text, roll) => splice(text, roll(text.length), 1, ''),
  'puts another word of the text': (text, roll) => {
    const [there, other] = [found(text, WORD, roll), found(text, WORD, roll)];
    return there === undefined || other === undefined ? text : splice(text, there.index, there[0].length, other[0]);
  },
  'adds a word of the text': (text, roll) => {
    const [there, other] = [found(text, WORD, roll), found(text, WORD, roll)];
    return there === undefined || other === undefined ? text : splice(text, there.index, 0, `${other[0]} `);
  },
  'changes a number': (text, roll) => {
    const there = found(text, /(?<![\w"-])\d+(?![\w"-])/gu, roll);
    return there === undefined ? text : splice(text, there.index, there[0].length, String(roll(12) + 1));
  },
  'changes a title or phrase': (text, roll) => {
    const there = found(text, /"[^"\n]+"/gu, roll);
    return there === undefined ? text : splice(text, there.index + 1, 1 + roll(there[0].length - 2), pick(['New ', 'other ', '“”', ''], roll)!);
  },
  'repeats a line elsewhere': inLines((lines, roll) => void lines.splice(roll(lines.length), 0, pick(lines, roll)!)),
  'deletes a line': inLines((lines, roll) => void lines.splice(roll(lines.length), 1)),
  'adds an empty line': inLines((lines, roll) => void lines.splice(roll(lines.length), 0, '')),
  'adds a remark': inLines((lines, roll) => void lines.splice(roll(lines.length), 0, pick(['// a remark', '/* one { that " opens */', '/* two', '*/'], roll)!)),
  'indents a line': inLines((lines, roll) => {
    const at = roll(lines.length);
    lines[at] = `  ${lines[at]!}`;
  }),
  'joins two lines': (text, roll) => {
    const there = found(text, /\n/gu, roll);
    return there === undefined ? text : splice(text, there.index, 1, ' ');
  },
  'swaps two declarations': (text, roll) => {
    const parts = text.split(/\n(?=[a-z])/u);
    const [a, b] = [roll(parts.length), roll(parts.length)];
    [parts[a], parts[b]] = [parts[b]!, parts[a]!];
    return parts.join('\n');
  },
};

/** A random edit and what it makes of a text. */
export function edited(text: string, roll: Dice): { readonly name: string; readonly text: string } {
  const [name, edit] = pick(Object.entries(EDITS), roll)!;
  return { name, text: edit(text, roll) };
}
