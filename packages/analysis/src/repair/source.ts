/** The words of a text, as far as edits need them: without comments, strings as one word each. */
import type { Norm, Place } from '@casus/model';

/** A word, a number, a string or a sign. */
export interface Word {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

const WORD = /\s+|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*|("(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”|[\p{L}_][\p{L}\p{N}\p{M}_]*(?:[-.][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*|[0-9][0-9_]*(?:[-.][0-9_]+)*|[\s\S])/gu;

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** Words that begin a qualifier of a sentence. */
const QUALIFIERS: ReadonlySet<string> = new Set([
  'within', 'promptly', 'immediately', 'forthwith', 'urgently', 'without', 'as', 'by', 'including', 'if', 'when', 'once', 'provided', 'only', 'unless', 'except',
  'subject', 'notwithstanding', ',',
]);

const PREPOSITIONS: ReadonlySet<string> = new Set(['to', 'for', 'against', 'with', 'on', 'from', 'in', 'at']);

/** One file of a case. */
export class Source {
  readonly words: readonly Word[];

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    this.words = [...text.matchAll(WORD)].flatMap((found) => (found[1] === undefined ? [] : [{ text: found[1], offset: found.index, end: found.index + found[1].length }]));
  }

  slice({ offset, end }: Pick<Place, 'offset' | 'end'>): string {
    return this.text.slice(offset, end);
  }

  /** The position of the first word that begins at the offset or later. */
  at(offset: number): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]!.offset < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The last word before an offset, and the first from it on. */
  before(offset: number): Word | undefined {
    return this.words[this.at(offset) - 1];
  }

  after(offset: number): Word | undefined {
    return this.words[this.at(offset)];
  }

  /** The words of a part. */
  within({ offset, end }: Pick<Place, 'offset' | 'end'>): readonly Word[] {
    return this.words.slice(this.at(offset), this.at(end));
  }

  /** The position of the sign that closes the one at this position. */
  closing(opening: number): number | undefined {
    const stack: string[] = [];
    for (let i = opening; i < this.words.length; i++) {
      const { text } = this.words[i]!;
      const close = CLOSING[text];
      if (close !== undefined) stack.push(close);
      else if (text === stack.at(-1) && stack.pop() !== undefined && stack.length === 0) return i;
    }
    return undefined;
  }

  /** The white space at the beginning of the line of an offset. */
  indent(offset: number): string {
    const line = this.text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/u.exec(this.text.slice(line, offset))![0];
  }

  /** The end of the line of an offset if nothing but white space and a comment follows there; else the offset. */
  restOfLine(offset: number): number {
    const rest = /^[^\n\r]*/u.exec(this.text.slice(offset))![0];
    return /^[ \t]*(?:\/\/.*)?$/u.test(rest) ? offset + rest.trimEnd().length : offset;
  }

  /** The line break that the text uses. */
  get newline(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }
}

/** The parts of a sentence that amendments are put beside. */
export interface Sentence {
  readonly words: readonly Word[];
  /** Position in `words` of "shall", "may", "pledge" or "pledges". */
  readonly verb: number;
  /** The end of the act and what it is aimed at. */
  readonly act: number;
  /** The end of the sentence without who says so. */
  readonly end: number;
}

/** Finds the parts of a sentence; nothing if it cannot be told where they end. */
export function sentenceOf(source: Source, { place }: Pick<Norm, 'place'>): Sentence | undefined {
  const all = source.within(place);
  const marks = all.findIndex(({ text }, i) => i > 2 && (text === 'cite' || text === 'inferred' || text === 'reported' || (text === 'stated' && all[i + 1]?.text === 'by')));
  const words = marks < 0 ? all : all.slice(0, marks);
  const verb = words.findIndex(({ text }) => ['shall', 'may', 'pledges', 'pledge'].includes(text));
  if (verb < 0) return undefined;
  let i = verb + 1;
  while (['not', 'jointly', 'only', 'to'].includes(words[i]?.text ?? '')) i++;
  if (words[i] === undefined) return undefined;
  const end = words.at(-1)!.end;
  if (words[i]!.text === 'limit') return { words, verb, act: end, end };
  const act = endOfAim(words, i + 1);
  return { words, verb, act: words[act - 1]!.end, end };
}

/** The position behind what an act is aimed at, which begins at `from`. */
function endOfAim(words: readonly Word[], from: number): number {
  let i = from;
  const text = (at: number): string => words[at]?.text ?? '';
  if (PREPOSITIONS.has(text(i)) && !(text(i) === 'at' && ['the', 'once'].includes(text(i + 1)))) i++;
  else if (words[i] === undefined || QUALIFIERS.has(text(i)) || text(i) === 'at') return from;
  if (text(i) === 'one' && text(i + 1) === 'another') return i + 2;
  if (['each', 'any'].includes(text(i)) && text(i + 1) === 'of') i += 2;
  if (text(i) === '(') {
    for (let depth = 0; i < words.length; i++) {
      if (text(i) === '(') depth++;
      if (text(i) === ')' && --depth === 0) return i + 1;
    }
    return i;
  }
  if (['the', 'a', 'all'].includes(text(i))) i++;
  if (['parties', 'party'].includes(text(i))) return text(i + 1) === 'to' ? i + 4 : text(i + 1) === 'of' ? i + 3 : i + 1;
  if (text(i) === 'hostile') return i + 2;
  return Math.min(i + 1, words.length);
}
