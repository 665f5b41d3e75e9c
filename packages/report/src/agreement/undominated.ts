/** The texts that nobody can better for one actor without making them worse for another, by the declared preferences. */
import type { Criterion, Undominated } from '@casus/agreement';
import { compareRational, type Case, type Rational } from '@casus/model';
import { labelOf } from '../names.js';
import type { Section } from '../page.js';
import { counted, grouped, numberWords } from '../words.js';
import { settledItems } from './ground.js';
import { cutTable, type AgreementView } from './view.js';

const KINDS: Readonly<Record<Criterion['kind'], string>> = { points: 'points', ranking: 'rank', preference: 'preference' };

/** What a score is called: “Arcadia (points)”. */
export const criterionWords = (case_: Case, { actor, kind }: Criterion): string => `${labelOf(case_, actor)} (${KINDS[kind]})`;

/** The undominated texts, with what each is worth to whom. */
export function undominatedSection(view: AgreementView): Section {
  const { case: case_, undominated, agreement } = view;
  const title = 'What nobody can better for one without making it worse for another';
  if (undominated === undefined || undominated === 'no-preferences') return { title, blocks: [] };
  if (undominated === 'too-many') return { title, blocks: [{ kind: 'text', text: 'Too many texts are undominated to be listed.' }] };
  const { criteria, scores } = undominated;
  const worth = criteria.map((_, i) => worthOf(scores.map((one) => one.scores[i]!)));
  const rows = scores.map(({ scores: each, texts, text }) => [
    each.map((score, i) => `${labelOf(case_, criteria[i]!.actor)} ${worth[i]!(score)}`).join(', '), grouped(texts),
    settledItems([...text].map(([point, option]) => ({ point, option })), agreement.points).map((item) => item.text).join('; '),
  ]);
  return { title, blocks: [{ kind: 'text', text: countWords(undominated) }, ...cutTable([`worth to: ${criteria.map((one) => criterionWords(case_, one)).join(', ')}`, 'texts', 'one of them says'], rows, view)] };
}

/** More digits than these say nothing to a reader. */
const MOST_DIGITS = 9;

/** A score as a number; where the numbers are too long to be read, in percent of the highest, cut after one decimal. */
function worthOf(scores: readonly Rational[]): (score: Rational) => string {
  const best = scores.reduce((a, b) => (compareRational(a, b) < 0 ? b : a));
  if (best.num <= 0n || scores.every(({ num, den }) => String(num).length <= MOST_DIGITS && String(den).length <= MOST_DIGITS)) return numberWords;
  return ({ num, den }) => {
    const tenths = (1000n * num * best.den) / (den * best.num);
    return `${tenths / 10n}.${tenths % 10n}% of its best`;
  };
}

/** “25 of the 576 possible texts are undominated, with 25 different scores.” */
function countWords({ acceptable, count, of, scores }: Undominated): string {
  const what = acceptable ? (of === 1n ? 'acceptable text' : 'acceptable texts') : of === 1n ? 'possible text' : 'possible texts';
  return `${grouped(count)} of the ${grouped(of)} ${what} ${count === 1n ? 'is' : 'are'} undominated, with ${counted(scores.length, 'different score')} in all${acceptable ? '' : '; no text meets every demand, so that all were compared'}.`;
}
