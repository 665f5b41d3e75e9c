/** Weighted games whose intersection is a game, read off its formula: how high its dimension is at most. */
import type { Formula, SimpleGame } from '../game.js';
import type { Representation } from '../weightedness/weightedness.js';
import { coverOf } from './cover.js';

/** A weighted vote of players. */
export interface Vote {
  readonly weights: readonly bigint[];
  readonly quota: bigint;
}

/** At most so many alternatives are made when conditions are multiplied out. */
const MOST_CLAUSES = 100;

/**
 * Weighted games whose intersection is the game; undefined where the formula does not show any. Conditions that all must hold are parts of their own;
 * a choice between a weighted vote and "so many members" is covered by a few (see cover.ts), other choices between different votes are not.
 * Parts that do not matter are left in, unless one stands in another; the number is a bound, not the dimension.
 */
export function weightedParts({ players, formula }: SimpleGame): Representation[] | undefined {
  const clauses = clausesOf(formula, players.length);
  if (clauses === undefined) return undefined;
  const parts: Vote[] = [];
  for (const clause of absorbed(clauses)) {
    const own = clause.length === 1 ? clause : coverOf(clause);
    if (own === undefined) return undefined;
    parts.push(...own);
  }
  return parts.map(({ weights, quota }) => ({ weights, quota, sum: weights.reduce((all, weight) => all + weight, 0n) }));
}

/** All of the lists have to be met, and one of the votes in each. */
function clausesOf(formula: Formula, n: number): Vote[][] | undefined {
  switch (formula.kind) {
    case 'constant':
      return formula.value ? [] : [[{ weights: new Array<bigint>(n).fill(0n), quota: 1n }]];
    case 'not':
      return undefined;
    case 'and':
      return all(formula.of, n);
    case 'or':
      return any(formula.of, n);
    case 'threshold': {
      const { terms, quota } = formula;
      if (terms.some(({ weight }) => weight < 0n)) return undefined;
      if (terms.every(({ of }) => typeof of === 'number')) {
        const weights = new Array<bigint>(n).fill(0n);
        for (const { of, weight } of terms) weights[of as number]! += weight;
        return [[{ weights, quota }]];
      }
      const parts = terms.map(({ of }): Formula => (typeof of === 'number' ? { kind: 'threshold', terms: [{ of, weight: 1n }], quota: 1n } : of));
      const least = terms.reduce((least, { weight }) => (weight < least ? weight : least), terms[0]!.weight);
      const total = terms.reduce((sum, { weight }) => sum + weight, 0n);
      if (quota > total - least && quota <= total) return all(parts, n);
      return quota > 0n && quota <= least ? any(parts, n) : undefined;
    }
  }
}

function all(formulas: readonly Formula[], n: number): Vote[][] | undefined {
  const clauses: Vote[][] = [];
  for (const formula of formulas) {
    const own = clausesOf(formula, n);
    if (own === undefined || clauses.length + own.length > MOST_CLAUSES) return undefined;
    clauses.push(...own);
  }
  return clauses;
}

function any(formulas: readonly Formula[], n: number): Vote[][] | undefined {
  let clauses: Vote[][] = [[]];
  for (const formula of formulas) {
    const own = clausesOf(formula, n);
    if (own === undefined || clauses.length * own.length > MOST_CLAUSES) return undefined;
    clauses = clauses.flatMap((start) => own.map((clause) => [...start, ...clause]));
  }
  // A choice of nothing is never met.
  return clauses.length === 1 && clauses[0]!.length === 0 ? [[{ weights: new Array<bigint>(n).fill(0n), quota: 1n }]] : clauses;
}

/** Without votes that are implied by another of their list, and without lists that follow from another list. */
function absorbed(clauses: readonly Vote[][]): Vote[][] {
  const short = clauses.map((clause) => clause.filter((vote, i) => !clause.some((other, k) => k !== i && implies(vote, other) && (!implies(other, vote) || k < i))));
  const follows = (clause: readonly Vote[], from: readonly Vote[]): boolean => from.every((vote) => clause.some((other) => implies(vote, other)));
  return short.filter((clause, i) => !short.some((other, k) => k !== i && follows(clause, other) && (!follows(other, clause) || k < i)));
}

/** Whether what passes the one vote passes the other, as far as it is seen from the same weights. */
const implies = (vote: Vote, other: Vote): boolean => vote.quota >= other.quota && vote.weights.every((weight, i) => weight === other.weights[i]);
