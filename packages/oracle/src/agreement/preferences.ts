/**
 * Undominated texts, by comparing every two (docs/agreement.md, "Preferences").
 */
import type { Id, PositionLine, Rational, Subject } from '../../../model/src/case.js';
import { compare, fraction, show } from '../rational.js';
import type { Ordered, Truth } from './truth.js';

/** One measure of one actor: the higher, the better. */
export interface Measure {
  readonly actor: Id;
  readonly kind: 'points' | 'ranking' | 'preference';
  readonly of: (text: Ordered) => Rational;
}

/** How many texts are undominated among those compared, and each combination of scores of an undominated text with the number of its texts. */
export interface Front {
  readonly count: number;
  readonly of: number;
  readonly scores: ReadonlyMap<string, number>;
}

/** The measures that the lines declare: the points of each holder, each ranking, each preference. */
export function measuresOf(truth: Truth, lines: readonly PositionLine[]): Measure[] {
  const is = (line: PositionLine, subject: Subject, text: Ordered): number => Number(truth.holds(subject, text, 'all', line.actor));
  const giving = [...new Set(lines.filter(l => l.verb === 'values').map(l => l.actor))];
  return [
    ...giving.map((actor): Measure => ({ actor, kind: 'points', of: text => truth.points(actor, text) })),
    ...lines.flatMap((line): Measure[] => {
      const { actor, subject, over } = line;
      if (line.verb === 'ranks') {
        const ranked = [subject, ...(line.then ?? [])];
        return [{ actor, kind: 'ranking', of: text => fraction(ranked.reduce((sum, s) => sum * 2 + is(line, s, text), 0)) }];
      }
      if (line.verb !== 'prefers' || over === undefined) return [];
      return [{ actor, kind: 'preference', of: text => fraction(1 + is(line, subject, text) - is(line, over, text)) }];
    }),
  ];
}

/** The undominated of some texts. */
export function frontOf(measures: readonly Measure[], texts: readonly Ordered[]): Front {
  const scored = new Map<string, { readonly scores: readonly Rational[]; texts: number }>();
  for (const text of texts) {
    const scores = measures.map(m => m.of(text));
    const key = scores.map(show).join(' ');
    const found = scored.get(key);
    if (found === undefined) scored.set(key, { scores, texts: 1 });
    else found.texts++;
  }
  const all = [...scored];
  const isBetter = (x: readonly Rational[], y: readonly Rational[]): boolean => {
    const ways = x.map((score, i) => compare(score, y[i] as Rational));
    return ways.every(w => w >= 0) && ways.some(w => w > 0);
  };
  const best = all.filter(([, one]) => !all.some(([, other]) => isBetter(other.scores, one.scores)));
  return { count: best.reduce((sum, [, { texts: n }]) => sum + n, 0), of: texts.length, scores: new Map(best.map(([key, { texts: n }]) => [key, n])) };
}
