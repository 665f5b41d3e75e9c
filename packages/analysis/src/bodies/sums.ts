import { addRational, compareRational, mulRational, ONE, rational, subRational, ZERO, type GameBallot, type GameRule, type GameTerm, type Rational } from './games.js';

/** What each ballot is worth, in heads or in units of an attribute. */
export type Worth = Partial<Readonly<Record<GameBallot, Rational>>>;

/** One vote in a sum: a member by its index, or a body that votes as one; one whose ballot a recusal fixes has no voter. */
export interface Part {
  readonly voter: GameTerm['voter'] | 'abstains';
  readonly weight: Rational;
}

export const ALWAYS: GameRule = { kind: 'always' };
export const NEVER: GameRule = { kind: 'never' };

/** All of them. */
export function all(rules: readonly GameRule[]): GameRule {
  if (rules.some(({ kind }) => kind === 'never')) return NEVER;
  const left = rules.filter(({ kind }) => kind !== 'always');
  return left.length === 0 ? ALWAYS : left.length === 1 ? left[0]! : { kind: 'and', of: left };
}

/** One of them. */
export function any(rules: readonly GameRule[]): GameRule {
  if (rules.some(({ kind }) => kind === 'always')) return ALWAYS;
  const left = rules.filter(({ kind }) => kind !== 'never');
  return left.length === 0 ? NEVER : left.length === 1 ? left[0]! : { kind: 'or', of: left };
}

/** The sum of what the ballots are worth, weighed, reaches the quota (`strict`: exceeds it). Votes that are fixed go into the quota. */
export function sum(parts: readonly Part[], worth: Worth, quota: Rational, strict: boolean): GameRule {
  let left = quota;
  const terms: GameTerm[] = [];
  for (const { voter, weight } of parts) {
    if (voter === 'abstains') {
      left = subRational(left, mulRational(weight, worth.abstain ?? ZERO));
      continue;
    }
    const ballots = typeof voter === 'number' ? worth : { yes: worth.yes, no: worth.no };
    const counts: Partial<Record<GameBallot, Rational>> = {};
    for (const [ballot, value] of Object.entries(ballots) as [GameBallot, Rational | undefined][]) {
      const product = value === undefined ? ZERO : mulRational(weight, value);
      if (compareRational(product, ZERO) !== 0) counts[ballot] = product;
    }
    if (Object.keys(counts).length > 0) terms.push({ voter, counts });
  }
  if (terms.length > 0) return { kind: 'sum', terms, quota: left, strict };
  const order = compareRational(ZERO, left);
  return (strict ? order > 0 : order >= 0) ? ALWAYS : NEVER;
}

/** The weights of all together. */
export const totalOf = (parts: readonly Part[]): Rational => parts.reduce((total, { weight }) => addRational(total, weight), ZERO);

/** The same votes by heads. */
export const byHeads = (parts: readonly Part[]): readonly Part[] => parts.map(({ voter }) => ({ voter, weight: ONE }));

/** At least one of these ballots is cast. */
export const someCast = (parts: readonly Part[], ...ballots: readonly GameBallot[]): GameRule =>
  sum(byHeads(parts), Object.fromEntries(ballots.map((ballot) => [ballot, ONE])), ONE, false);

/** One for each ballot but this one. */
const butNot = (ballot: 'no' | 'abstain'): Worth => ({ yes: ONE, abstain: ONE, absent: ONE, no: ONE, [ballot]: ZERO });

/** Those who vote so weigh less than `limit` together: all others weigh more than the rest of the total. */
export const lessCast = (parts: readonly Part[], ballot: 'no' | 'abstain', limit: Rational): GameRule => sum(parts, butNot(ballot), subRational(totalOf(parts), limit), true);

/** Nobody votes so. */
export const nobodyCasts = (parts: readonly Part[], ballot: 'no' | 'abstain'): GameRule => sum(byHeads(parts), butNot(ballot), rational(parts.length), false);
