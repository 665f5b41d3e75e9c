/** Whether a text has a phrase, and where. */
import { PreparedText } from './prepared-text.js';
import { differences } from './difference.js';
import { CHANGED_FROM, CONTEXT, MAX_OMISSION, MAX_PHRASE, MAX_TEXT, NEAREST_FROM } from './limits.js';
import type { BeyondLimits, Changed, Located, Missing, Passage, ScoredPassage, Segment, SegmentLost, Verified } from './located.js';
import { nearest } from './nearest.js';
import type { Nearest } from './nearest.js';
import { normalise } from './normalise.js';
import type { Normalised } from './normalise.js';
import { occurrences, partsOf, sequences } from './search.js';
import type { Span } from './search.js';

/**
 * Looks for `phrase` in `text`, or in a part of it. Forgiven is what `normalise` makes alike, and that an ellipsis in the
 * phrase leaves out at most `MAX_OMISSION` characters; a phrase begins and ends with whole words. An empty phrase is missing.
 *
 * @param text the text, or a `PreparedText` made of it where several phrases are looked for
 * @param within the part that is searched; several are nested, the outermost first
 */
export function locate(phrase: string, text: string | PreparedText, within?: Segment | readonly Segment[]): Located {
  const beyond = beyondLimits(phrase, typeof text === 'string' ? text : text.original);
  if (beyond) return beyond;
  const prepared = typeof text === 'string' ? new PreparedText(text) : text;
  const whole = { start: 0, end: prepared.normalised.text.length };
  const part = segmentOf(prepared, within === undefined ? [] : [within].flat());
  if ('kind' in part) return part;
  const hit = find(phrase, prepared, part);
  if (hit) return verified(hit, prepared);
  const outside = find(phrase, prepared, whole);
  if (outside) return { kind: 'missing', outside: true, nearest: scored({ ...outside, score: 1 }, prepared) };
  return changedOrMissing(phrase, prepared, part);
}

/** The first place of a phrase in a span and the number of places; undefined if it has none. */
function find(phrase: string, prepared: PreparedText, within: Span): (Span & { readonly count: number }) | undefined {
  const literal = counted(occurrences(normalise(phrase), prepared, within));
  if (literal) return literal;
  const parts = partsOf(phrase);
  return parts.length === 0 ? undefined : counted(sequences(parts, prepared, within));
}

const counted = (spans: Iterable<Span>): (Span & { readonly count: number }) | undefined => {
  let first: Span | undefined;
  let count = 0;
  for (const span of spans) {
    first ??= span;
    count++;
  }
  return first && { ...first, count };
};

/** The span of the innermost segment, or which border phrase is lost. A segment's borders belong to it. */
function segmentOf(prepared: PreparedText, segments: readonly Segment[]): Span | SegmentLost | BeyondLimits {
  let span: Span = { start: 0, end: prepared.normalised.text.length };
  for (const { begins, ends } of segments) {
    for (const border of [begins, ends]) {
      const beyond = border === undefined ? undefined : beyondLimits(border, '');
      if (beyond) return beyond;
    }
    const first = begins === undefined ? { start: span.start, end: span.start } : find(begins, prepared, span);
    const rest: Span = { start: first?.end ?? span.start, end: span.end };
    const last = ends === undefined ? { end: span.end } : find(ends, prepared, rest);
    if (!first || !last) {
      const lost = [
        ...(first || begins === undefined ? [] : [lostBorder('begins', begins, prepared, span)]),
        ...(last || ends === undefined ? [] : [lostBorder('ends', ends, prepared, rest)]),
      ];
      return { kind: 'segment-lost', lost };
    }
    span = { start: first.start, end: last.end };
  }
  return span;
}

const lostBorder = (which: 'begins' | 'ends', phrase: string, prepared: PreparedText, within: Span): SegmentLost['lost'][number] => {
  const near = nearest(normalise(phrase).text, prepared, within);
  return { which, phrase, ...(near && near.score >= NEAREST_FROM ? { nearest: scored(near, prepared) } : {}) };
};

function changedOrMissing(phrase: string, prepared: PreparedText, within: Span): Changed | Missing {
  const parts = partsOf(phrase);
  const longest = parts.reduce((best, part, at) => (part.text.length > (parts[best]?.text.length ?? 0) ? at : best), 0);
  const near = parts[longest] && nearest(parts[longest].text, prepared, within);
  if (!near || near.score < NEAREST_FROM) return { kind: 'missing' };
  const all = near.score >= CHANGED_FROM ? around(parts, longest, near, prepared, within) : undefined;
  if (!all) return { kind: 'missing', nearest: scored(near, prepared) };
  const spans = all.map((span, at) => differences(prepared.wording(span.start, span.end), wordingOf(parts, phrase, at)));
  const first = all[0] ?? near;
  const last = all.at(-1) ?? near;
  const length = parts.reduce((sum, part) => sum + part.text.length, 0);
  const score = all.reduce((sum, span, at) => sum + (span.score * (parts[at]?.text.length ?? 0)) / length, 0);
  return { kind: 'changed', ...scored({ start: first.start, end: last.end, score }, prepared), difference: spans.flat() };
}

/** The phrase itself where it is one part, its part in one spelling where an ellipsis divides it. */
const wordingOf = (parts: readonly Normalised[], phrase: string, at: number): string =>
  parts.length === 1 && !/\.{3}|…/.test(phrase) ? phrase : (parts[at]?.text ?? '');

/** The other parts of a divided phrase before and behind the one found, each near enough and alike enough; else undefined. */
function around(
  parts: readonly Normalised[], at: number, anchor: Nearest, prepared: PreparedText, within: Span,
): readonly Nearest[] | undefined {
  const found: Nearest[] = [anchor];
  const look = (part: Normalised, span: Span): Nearest | undefined => {
    const near = nearest(part.text, prepared, { start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) });
    return near && near.score >= CHANGED_FROM ? near : undefined;
  };
  let left = MAX_OMISSION;
  for (const part of parts.slice(0, at).reverse()) {
    const end = found[0]?.start ?? 0;
    const near = look(part, { start: end - left - part.text.length, end });
    if (!near) return undefined;
    left -= Math.max(0, end - near.end);
    found.unshift(near);
  }
  for (const part of parts.slice(at + 1)) {
    const start = found.at(-1)?.end ?? 0;
    const near = look(part, { start, end: start + left + part.text.length });
    if (!near) return undefined;
    left -= near.start - start;
    found.push(near);
  }
  return left >= 0 ? found : undefined;
}

const beyondLimits = (phrase: string, text: string): BeyondLimits | undefined => {
  if (phrase.length > MAX_PHRASE) return { kind: 'beyond-limits', which: 'phrase', length: phrase.length, most: MAX_PHRASE };
  if (text.length > MAX_TEXT) return { kind: 'beyond-limits', which: 'text', length: text.length, most: MAX_TEXT };
  return undefined;
};

const passage = (span: Span, prepared: PreparedText): Passage => {
  const range = prepared.range(span.start, span.end);
  return { ...range, ...prepared.lineColumn(range.start), found: prepared.original.slice(range.start, range.end) };
};

const scored = (near: Nearest, prepared: PreparedText): ScoredPassage => ({ ...passage(near, prepared), score: near.score });

const verified = (hit: Span & { readonly count: number }, prepared: PreparedText): Verified => {
  const where = passage(hit, prepared);
  const text = prepared.original;
  const from = Math.max(0, where.start - CONTEXT);
  const to = Math.min(text.length, where.end + CONTEXT);
  return {
    kind: 'verified',
    ...where,
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, where.start),
    suffix: text.slice(where.end, splitsPair(text, to) ? to - 1 : to),
    count: hit.count,
  };
};

const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
