import { likeness } from '@casus/dossier';
import type { ArticleView, SentenceView } from './view.js';

/** By what two articles were taken for the same: number as printed, title, or the likeness of their words. */
export type MatchedBy = 'number' | 'title' | 'likeness';

/** Two articles that correspond to each other. */
export interface ArticleMatch {
  readonly before: ArticleView;
  readonly after: ArticleView;
  readonly by: MatchedBy;
  /** The likeness of their words, from 0 to 1. */
  readonly likeness: number;
}

/** From which likeness on an article of another number is taken for the same one: certainly, and where nothing else corresponds to it. */
const SURELY_LIKE = 0.75;
const RATHER_LIKE = 0.5;

/** From which score on two sentences of matched articles are taken for one that was changed; and where each is the only one left. */
const SAME_SENTENCE = 0.5;
const ONLY_SENTENCE = 0.35;

/**
 * Which articles of two texts correspond. `related`: the two are versions of one instrument, so that the number of an article says which one it is; of
 * two different instruments the number says nothing by itself. In this order: the number together with the title or the words, the title, words that
 * are very like (an article that has got another number), the number alone (an article written anew), words that are rather like.
 */
export function matchArticles(before: readonly ArticleView[], after: readonly ArticleView[], related: boolean): readonly ArticleMatch[] {
  const matches: ArticleMatch[] = [];
  const left = { before: new Set(before), after: new Set(after) };
  const known = new Map<string, number>();
  const like = (one: ArticleView, other: ArticleView): number => {
    const key = `${one.id}\n${other.id}`;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = likeness(one.text, other.text)));
    return value;
  };
  const take = (one: ArticleView, other: ArticleView, by: MatchedBy): void => {
    matches.push({ before: one, after: other, by, likeness: like(one, other) });
    left.before.delete(one);
    left.after.delete(other);
  };
  const pairUp = (by: MatchedBy, fits: (one: ArticleView, other: ArticleView) => boolean): void => {
    for (const one of [...left.before]) {
      const other = [...left.after].find((candidate) => fits(one, candidate));
      if (other !== undefined) take(one, other, by);
    }
  };
  const byLikeness = (least: number): void => {
    const pairs = [...left.before].flatMap((one) => [...left.after].map((other) => ({ one, other, value: like(one, other) })).filter(({ one: { text }, value }) => text !== '' && value >= least));
    // The most alike first; of equals those that stand first.
    for (const { one, other } of pairs.sort((a, b) => b.value - a.value)) if (left.before.has(one) && left.after.has(other)) take(one, other, 'likeness');
  };
  const sameNumber = (one: ArticleView, other: ArticleView): boolean => one.number === other.number;
  const sameTitle = (one: ArticleView, other: ArticleView): boolean => one.title !== '' && one.title.toLowerCase() === other.title.toLowerCase();
  pairUp('number', (one, other) => sameNumber(one, other) && (sameTitle(one, other) || like(one, other) >= SURELY_LIKE));
  pairUp('title', sameTitle);
  byLikeness(SURELY_LIKE);
  if (related) pairUp('number', sameNumber);
  byLikeness(RATHER_LIKE);
  const order = new Map(before.map((article, i) => [article, i]));
  return matches.sort((a, b) => order.get(a.before)! - order.get(b.before)!);
}

/** Which sentences of two matched articles correspond: the most alike first. */
export function matchSentences(before: readonly SentenceView[], after: readonly SentenceView[]): readonly (readonly [SentenceView, SentenceView])[] {
  const pairs = before.flatMap((one) => after.map((other) => ({ one, other, value: score(one, other) })));
  const used = new Set<SentenceView>();
  const matched: [SentenceView, SentenceView][] = [];
  for (const { one, other, value } of pairs.sort((a, b) => b.value - a.value)) {
    if (value < SAME_SENTENCE || used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    matched.push([one, other]);
  }
  const left = pairs.filter(({ one, other }) => !used.has(one) && !used.has(other));
  if (left.length === 1 && left[0]!.value >= ONLY_SENTENCE) matched.push([left[0]!.one, left[0]!.other]);
  const order = new Map(before.map((sentence, i) => [sentence, i]));
  return matched.sort(([a], [b]) => order.get(a)! - order.get(b)!);
}

/** What two sentences have in common: what they are about weighs most, then who bears it and with what effect, then the words. */
function score(one: SentenceView, other: SentenceView): number {
  const same = (part: 'act' | 'bearer'): boolean => one.said.find((said) => said.part === part)?.key === other.said.find((said) => said.part === part)?.key;
  return 0.4 * Number(same('act')) + 0.1 * Number(same('bearer')) + 0.15 * Number(one.modality === other.modality) + 0.35 * likeness(one.text, other.text);
}
