import { compareRational, mulRational, ONE, ZERO, type GameBallot, type GameRule, type Rational } from './games.js';
import { all, ALWAYS, lessCast, NEVER, nobodyCasts, someCast, sum, totalOf, type Part, type Worth } from './sums.js';

/** A share that a rule asks for, as it stands in the model. */
export interface Share {
  readonly share: Rational;
  readonly basis: 'members' | 'present' | 'voting';
  readonly strict: boolean;
}

/** Ballots that are in the basis. */
const IN_BASIS: Readonly<Record<Share['basis'], readonly GameBallot[]>> = {
  members: ['yes', 'abstain', 'absent', 'no'], present: ['yes', 'abstain', 'no'], voting: ['yes', 'no'],
};

/**
 * Yes votes of at least (more than) a share of the basis: Σ yes ≥ s·Σ basis. With s added for each vote outside of the basis, the right side is s times
 * the total, which no ballot changes. Somebody must vote yes, and of nothing there is no share: both follow from the sum in most rules, and are left out then.
 */
export function enoughOf(parts: readonly Part[], { share, basis, strict }: Share, byAttribute: boolean): GameRule {
  const outside = (['abstain', 'absent', 'no'] as const).filter((ballot) => !IN_BASIS[basis].includes(ballot));
  const worth: Worth = { yes: ONE, ...Object.fromEntries(outside.map((ballot) => [ballot, share])) };
  const needed = mulRational(share, totalOf(parts));
  const reached = sum(parts, worth, needed, strict);
  const usual = compareRational(share, ZERO) >= 0 && parts.every(({ weight }) => compareRational(weight, ZERO) >= 0);
  const followed = usual && (strict || (basis === 'members' && compareRational(needed, ZERO) > 0));
  if (followed) return reached;
  const weighty = parts.filter(({ weight }) => compareRational(weight, ZERO) > 0);
  const some = !byAttribute ? ALWAYS : basis === 'members' ? (weighty.length > 0 ? ALWAYS : NEVER) : someCast(weighty, ...IN_BASIS[basis]);
  return all([reached, someCast(parts, 'yes'), some]);
}

/** So many of those entitled are present, of a share of them: Σ present ≥ s·|E|. */
export const presentOf = (parts: readonly Part[], share: Rational, strict: boolean): GameRule => sum(parts, PRESENT, mulRational(share, totalOf(parts)), strict);

/** So many are present. */
export const presentAtLeast = (parts: readonly Part[], count: Rational, strict: boolean): GameRule => sum(parts, PRESENT, count, strict);

const PRESENT: Worth = { yes: ONE, abstain: ONE, no: ONE };

/** Those who vote so weigh less than a share of all, or nobody votes so. */
export function fewerThan(parts: readonly Part[], share: Rational, ballot: 'no' | 'abstain'): GameRule {
  const limit = mulRational(share, totalOf(parts));
  return compareRational(limit, ZERO) <= 0 ? nobodyCasts(parts, ballot) : lessCast(parts, ballot, limit);
}
