import type { Rational } from './rational.js';

/** What a member may do in a vote, in the order of approval: yes, an abstention, staying away, no. */
export const BALLOTS = ['yes', 'abstain', 'absent', 'no'] as const;
export type Ballot = (typeof BALLOTS)[number];

/** Who votes: a member, by its index in `Body.members`; or a body that casts one vote, yes where its own rule is met and otherwise no. */
export type Voter = number | Rule;

/** What each ballot of a voter adds to a sum; a ballot that is not named adds nothing. */
export interface Term {
  readonly voter: Voter;
  readonly counts: Partial<Readonly<Record<Ballot, Rational>>>;
}

/**
 * A decision rule: a condition on the ballots of all members. `sum`: what the ballots add up to is at least the quota (`strict`: more than it).
 * Counts, weights, shares of a basis that ballots change, quorums, and "fewer than so many against" are all sums (see rules.ts).
 */
export type Rule =
  | { readonly kind: 'sum'; readonly terms: readonly Term[]; readonly quota: Rational; readonly strict: boolean }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Rule[] }
  | { readonly kind: 'not'; readonly of: Rule }
  | { readonly kind: 'always' | 'never' };

/** A body: who votes in it, and by which rule it decides. */
export interface Body {
  readonly name?: string;
  readonly members: readonly string[];
  readonly rule: Rule;
}
