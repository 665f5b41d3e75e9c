/** How a condition is taken out of a text: where it stands around sentences, in one of them, or beside others. */
import type { Cond, Norm, Place } from '@casus/model';
import type { TextEdit } from './candidate.js';
import type { Source, Word } from './source.js';

/** Where a condition stands, and the edits that take it out. */
export interface Removal {
  readonly edits: readonly TextEdit[];
  /** Around sentences: `if … then`, with what is to be done if it is not met; in a sentence; or one of several that must all be met. */
  readonly form: 'around' | 'inside' | 'conjunct';
}

/** A stretch of the text between two words. */
interface Block {
  /** `if` or `once`. */
  readonly opening: Word;
  /** The first word of what it governs, in braces or not. */
  readonly first: Word;
  /** The closing brace. */
  readonly close?: Word;
  /** Where the whole clause ends without what follows `failing which` or `otherwise`; unknown where only one sentence follows. */
  readonly end: number;
}

/** The clause around sentences of which the condition at a place is the whole condition; `governed` are the sentences that it governs. */
export function blockOf(source: Source, place: Place, governed: readonly Norm[]): Block | undefined {
  const opening = source.before(place.offset);
  if (opening === undefined || !['if', 'once'].includes(opening.text)) return undefined;
  let i = source.at(place.end);
  const separators = i;
  while (['then', ','].includes(source.words[i]?.text ?? '')) i++;
  const next = source.words[i];
  if (next?.text === '{') {
    const close = source.closing(i);
    const first = source.words[i + 1];
    return close === undefined || first === undefined || close === i + 1 ? undefined : { opening, first, close: source.words[close]!, end: source.words[close]!.end };
  }
  if (i === separators || next === undefined) return undefined;
  const inside = governed.filter((norm) => norm.place.file === source.file && norm.place.offset >= next.offset);
  const [one] = inside;
  return one === undefined || one.place.offset !== next.offset ? undefined : { opening, first: next, end: one.place.end };
}

/** Whether what is to be done otherwise follows a clause. */
export function hasOtherwise(source: Source, { end }: Block): boolean {
  let i = source.at(end);
  if (source.words[i]?.text === ',') i++;
  return source.words[i]?.text === 'otherwise' || (source.words[i]?.text === 'failing' && source.words[i + 1]?.text === 'which');
}

/** Takes a condition out; nothing where that would leave something that cannot be read, or would change more than it. */
export function removal(source: Source, cond: Cond, governed: readonly Norm[]): Removal | undefined {
  const { place } = cond;
  const before = source.before(place.offset);
  const after = source.after(place.end);
  if (before === undefined) return undefined;
  if (before.text === 'or' || after?.text === 'or' || before.text === 'not' || before.text === 'only' || before.text === 'unless' || before.text === 'after') return undefined;
  const edit = (offset: number, end: number): TextEdit => ({ file: source.file, offset, end, text: '', rank: 0 });
  if (before.text === 'and') return { edits: [edit(endBefore(source, before.offset), place.end)], form: 'conjunct' };
  if (after?.text === 'and' && ['if', 'once', 'when', 'that'].includes(before.text)) return { edits: [edit(place.offset, source.after(after.end)!.offset)], form: 'conjunct' };
  const sentence = governed.find((norm) => norm.place.file === place.file && norm.place.offset < place.offset && place.end <= norm.place.end);
  if (sentence !== undefined) {
    const provided = before.text === 'that' && source.before(before.offset)?.text === 'provided' ? source.before(before.offset)! : undefined;
    const start = ['if', 'when', 'once'].includes(before.text) ? before : provided;
    const from = start ?? (cond.kind === 'consent' && source.slice(place).startsWith('with ') ? { offset: place.offset } : undefined);
    if (from === undefined || source.before(from.offset)?.text === 'only') return undefined;
    const comma = source.before(from.offset);
    return { edits: [edit(endBefore(source, comma?.text === ',' ? comma.offset : from.offset), place.end)], form: 'inside' };
  }
  const block = blockOf(source, place, governed);
  if (block === undefined || hasOtherwise(source, block)) return undefined;
  return { edits: unwrapped(source, block), form: 'around' };
}

const endBefore = (source: Source, offset: number): number => source.before(offset)?.end ?? offset;

/** The clause without its condition: without its braces, and what stood in them one step to the left. */
function unwrapped(source: Source, { opening, first, close }: Block): readonly TextEdit[] {
  const { text, file } = source;
  const cut = (offset: number, end: number): TextEdit => ({ file, offset, end, text: '', rank: 0 });
  // A remark between the condition and the first sentence stays: then only the words go.
  const words = source.within({ offset: opening.offset, end: first.offset });
  const remark = /\/\/|\/\*/u.test(withoutStrings(text.slice(opening.offset, first.offset)));
  const edits = remark ? words.map((word, i) => cut(word.offset, i + 1 < words.length && text.slice(word.end, words[i + 1]!.offset).trim() === '' ? words[i + 1]!.offset : word.end)) : [cut(opening.offset, first.offset)];
  if (close === undefined) return edits;
  const body = first.offset;
  const outer = source.indent(opening.offset);
  const last = text.slice(0, close.offset).trimEnd().length;
  for (let at = text.indexOf('\n', body); at >= 0 && at + 1 < last; at = text.indexOf('\n', at + 1)) {
    const line = /^[ \t]*/u.exec(text.slice(at + 1))![0];
    const surplus = Math.min(2, Math.max(0, line.length - outer.length));
    if (surplus > 0 && at + 1 + surplus <= last) edits.push(cut(at + 1, at + 1 + surplus));
  }
  const remarked = /\/\/[^\n]*$/u.test(text.slice(text.lastIndexOf('\n', last - 1) + 1, last));
  edits.push(remarked ? cut(close.offset, close.end) : cut(last, close.end));
  return edits;
}

/** The text with its strings blanked. */
const withoutStrings = (text: string): string => text.replaceAll(/"(?:\\.|[^"\\\r\n])*"|“[^”\r\n]*”/gu, (string) => ' '.repeat(string.length));
