/** Exact search in one spelling: whole words only, and a hyphen at the end of a line read either way. */
import type { PreparedText } from './prepared-text.js';
import { MAX_OMISSION } from './limits.js';
import { normalise } from './normalise.js';
import type { Normalised } from './normalise.js';

/** A range of a document's normalised text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A phrase cut at its ellipses; one part where it has none. No part is empty; no parts: nothing but ellipses. */
export function partsOf(phrase: string): readonly Normalised[] {
  const whole = normalise(phrase);
  const parts: Normalised[] = [];
  const add = (start: number, end: number): void => {
    if (end > start) parts.push(normalise(phrase.slice(whole.map[start], whole.ends[end - 1])));
  };
  let from = 0;
  for (const gap of whole.text.matchAll(/ ?(?:\[\.{3,}\]|\(\.{3,}\)|\.{3,}) ?/g)) {
    add(from, gap.index);
    from = gap.index + gap[0].length;
  }
  add(from, whole.text.length);
  return parts;
}

/** Every place of a phrase within a span of the text, in order, without overlaps. */
export function* occurrences(phrase: Normalised, prepared: PreparedText, within: Span): Iterable<Span> {
  if (phrase.text === '') return;
  const bothReadings = phrase.breaks.length > 0 || (prepared.normalised.breaks.length > 0 && phrase.text.includes('-'));
  const found = bothReadings && phrase.text !== '-' ? eitherReading(phrase, prepared, within) : plain(phrase.text, prepared, within);
  let free = within.start;
  for (const span of found) {
    if (span.start < free || prepared.cutsWordBefore(span.start) || prepared.cutsWordAfter(span.end)) continue;
    free = span.end;
    yield span;
  }
}

function* plain(phrase: string, prepared: PreparedText, within: Span): Iterable<Span> {
  const text = prepared.normalised.text.slice(within.start, within.end);
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    yield { start: within.start + at, end: within.start + at + phrase.length };
  }
}

/** Finds the phrase with all hyphens left out, then checks each place hyphen by hyphen. */
function* eitherReading(phrase: Normalised, prepared: PreparedText, within: Span): Iterable<Span> {
  const bare = prepared.unhyphenated;
  const wanted = phrase.text.replaceAll('-', '');
  const from = firstAtLeast(bare.map, within.start);
  const text = bare.text.slice(from, firstAtLeast(bare.map, within.end));
  const breaks = new Set(phrase.breaks);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const first = bare.map[from + at] ?? 0;
    const withHyphen = phrase.text.startsWith('-') && prepared.normalised.text.charAt(first - 1) === '-';
    const start = withHyphen ? first - 1 : first;
    const end = endOfMatch(phrase.text, breaks, prepared, start);
    if (start >= within.start && end !== undefined && end <= within.end) yield { start, end };
  }
}

/** Where the phrase ends that begins at `start`; undefined if it does not stand there. */
function endOfMatch(phrase: string, breaks: ReadonlySet<number>, prepared: PreparedText, start: number): number | undefined {
  const { text } = prepared.normalised;
  let at = start;
  for (let i = 0; i < phrase.length; ) {
    if (text.charAt(at) === phrase.charAt(i)) {
      at++;
      i++;
    } else if (phrase.charAt(i) === '-' && prepared.isBreak(at)) i++;
    else if (text.charAt(at) === '-' && breaks.has(i)) at++;
    else return undefined;
  }
  return at;
}

/** Every place where the parts follow one another and leave out no more than `MAX_OMISSION` characters in all. */
export function* sequences(parts: readonly Normalised[], prepared: PreparedText, within: Span): Iterable<Span> {
  const [head, ...rest] = parts;
  if (!head) return;
  let waiting: Span | undefined;
  for (const first of occurrences(head, prepared, within)) {
    const end = endOfSequence(rest, prepared, first.end, within.end);
    if (end === undefined) continue;
    // Several beginnings with one end are one passage: the shortest.
    if (waiting && waiting.end !== end) yield waiting;
    waiting = { start: first.start, end };
  }
  if (waiting) yield waiting;
}

function endOfSequence(rest: readonly Normalised[], prepared: PreparedText, from: number, limit: number): number | undefined {
  let end = from;
  let omitted = 0;
  for (const part of rest) {
    const reach = Math.min(limit, end + (MAX_OMISSION - omitted) + part.text.length + part.breaks.length + 2);
    const [next] = occurrences(part, prepared, { start: end, end: reach });
    if (!next) return undefined;
    omitted += next.start - end;
    if (omitted > MAX_OMISSION) return undefined;
    end = next.end;
  }
  return end;
}

const firstAtLeast = (sorted: Int32Array, value: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};
