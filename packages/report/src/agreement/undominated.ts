/** The texts that nobody can better for one actor without making them worse for another, by the declared preferences. */
import type { Criterion, Undominated } from '@casus/agreement';
import { compareRational, type Case, type Id, type PositionLine, type Rational } from '@casus/model';
import { labelOf } from '../names.js';
import type { Section } from '../page.js';
import { counted, grouped, listed, numberWords } from '../words.js';
import { settledItems } from './ground.js';
import { cutTable, linesOf, type AgreementView } from './view.js';

const KINDS: Readonly<Record<Criterion['kind'], string>> = { points: 'points', ranking: 'ranking', preference: 'preference' };

/** What a score is called: “Arcadia (points)”. */
export const criterionWords = (case_: Case, { actor, kind }: Criterion): string => `${labelOf(case_, actor)} (${KINDS[kind]})`;

/** The undominated texts, with what each is worth to whom. */
export function undominatedSection(view: AgreementView): Section {
  const { case: case_, undominated, agreement } = view;
  const title = 'What nobody can better for one without making it worse for another';
  if (undominated === undefined || undominated === 'no-preferences') return { title, blocks: [] };
  if (undominated === 'too-many') return { title, blocks: [{ kind: 'text', text: 'Too many texts are undominated to be listed.' }] };
  const { criteria, scores } = undominated;
  const lines = linesOf(agreement);
  const worth = criteria.map((criterion, i) => worthOf(criterion, scores.map((one) => one.scores[i]!), lines));
  const inWords = criteria.some(({ kind }) => kind !== 'points');
  const rows = scores.map(({ scores: each, texts, text }) => [
    each.map((score, i) => `${labelOf(case_, criteria[i]!.actor)}${inWords ? ':' : ''} ${worth[i]!(score)}`).join(inWords ? '; ' : ', '), grouped(texts),
    settledItems([...text].map(([point, option]) => ({ point, option })), agreement.points).map((item) => item.text).join('; '),
  ]);
  return { title, blocks: [{ kind: 'text', text: `${countWords(undominated)} ${scaleWords(criteria)}` }, ...cutTable([`worth to: ${criteria.map((one) => criterionWords(case_, one)).join(', ')}`, 'texts', 'one of them says'], rows, view)] };
}

/** More digits than these say nothing to a reader. */
const MOST_DIGITS = 9;

/** A score as a number; where the numbers are too long to be read, in percent of the highest, cut after one decimal. */
function worthOf({ kind, lines: ids }: Criterion, scores: readonly Rational[], lines: ReadonlyMap<Id, PositionLine>): (score: Rational) => string {
  if (kind === 'preference') return ({ num }) => ['against it', 'no difference', 'as preferred'][Number(num)]!;
  if (kind === 'ranking') return ({ num }) => wishesWords(num, 1 + (lines.get(ids[0]!)?.then ?? []).length);
  const best = scores.reduce((a, b) => (compareRational(a, b) < 0 ? b : a));
  if (best.num <= 0n || scores.every(({ num, den }) => String(num).length <= MOST_DIGITS && String(den).length <= MOST_DIGITS)) return numberWords;
  return ({ num, den }) => {
    const tenths = (1000n * num * best.den) / (den * best.num);
    return `${tenths / 10n}.${tenths % 10n}% of its best`;
  };
}

/** A rank as the wishes that are met, the first of them worth the most: “wishes 1 and 3 of 3 met”. */
function wishesWords(rank: bigint, of: number): string {
  const met = Array.from({ length: of }, (_, i) => i + 1).filter((i) => ((rank >> BigInt(of - i)) & 1n) === 1n);
  if (met.length === 0) return 'no wish met';
  return met.length === of ? `all ${of} wishes met` : `${met.length === 1 ? 'wish' : 'wishes'} ${listed(met.map(String))} of ${of} met`;
}

/** How the scores are to be read. */
function scaleWords(criteria: readonly Criterion[]): string {
  const has = (kind: Criterion['kind']): boolean => criteria.some((one) => one.kind === kind);
  return [
    ...(has('points') ? ['More points are better.'] : []),
    ...(has('ranking') ? ['Of a ranking, the more wishes met the better, and an earlier wish outweighs all that follow it.'] : []),
    ...(has('preference') ? ['Of a preference, “as preferred” is better than “no difference”, and that better than “against it”.'] : []),
  ].join(' ');
}

/** “25 of the 576 possible texts are undominated, with 25 different scores.” */
function countWords({ acceptable, count, of, scores }: Undominated): string {
  const kind = acceptable ? 'acceptable' : 'possible';
  const who = of === 1n ? `The one ${kind} text is` : `${grouped(count)} of the ${grouped(of)} ${kind} texts ${count === 1n ? 'is' : 'are'}`;
  const how = count === 1n ? '' : scores.length === 1 ? ', all with the same score' : `, with ${counted(scores.length, 'different score')} in all`;
  return `${who} undominated${how}${acceptable ? '' : '; no text meets every demand, so that all were compared'}.`;
}
