/**
 * What a diagram is built from: sums over the ballots of voters, of which a simple game has two (out, in) and a rule up to four. Weights and quotas
 * are whole numbers.
 */
import type { Formula, SimpleGame } from '../game.js';
import { rational, scaleToWhole, type Rational } from '../rational.js';
import type { Ballot, Body, Rule, Term } from '../rule.js';

export type Circuit =
  | { readonly kind: 'sum'; readonly voters: ReadonlyMap<number, readonly bigint[]>; readonly parts: readonly Part[]; readonly quota: bigint }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Circuit[] }
  | { readonly kind: 'not'; readonly of: Circuit }
  | { readonly kind: 'constant'; readonly value: boolean };

/** What adds its weight where it holds. */
export interface Part {
  readonly of: Circuit;
  readonly weight: bigint;
}

/** A condition on the ballots of `voters` voters, each of which casts one of `ballots` (0 … ballots-1, from least to most approving). */
export interface Conditions {
  readonly voters: number;
  readonly ballots: number;
  readonly circuit: Circuit;
}

/** A simple game: ballot 0 is out, 1 is in. */
export const ofGame = ({ players, formula }: SimpleGame): Conditions => ({ voters: players.length, ballots: 2, circuit: ofFormula(formula) });

function ofFormula(formula: Formula): Circuit {
  switch (formula.kind) {
    case 'constant':
      return formula;
    case 'not':
      return { kind: 'not', of: ofFormula(formula.of) };
    case 'and':
    case 'or':
      return { kind: formula.kind, of: formula.of.map(ofFormula) };
    case 'threshold': {
      const voters = new Map<number, bigint[]>();
      const parts: Part[] = [];
      for (const { of, weight } of formula.terms) {
        if (typeof of === 'number') voters.set(of, [0n, (voters.get(of)?.[1] ?? 0n) + weight]);
        else parts.push({ of: ofFormula(of), weight });
      }
      return { kind: 'sum', voters, parts, quota: formula.quota };
    }
  }
}

/** A body's rule, with the ballots that are possible, from least to most approving. */
export const ofBody = ({ members, rule }: Body, ballots: readonly Ballot[]): Conditions => ({ voters: members.length, ballots: ballots.length, circuit: ofRule(rule, ballots) });

const figure = (term: Term, ballot: Ballot): Rational => term.counts[ballot] ?? rational(0);

function ofRule(rule: Rule, ballots: readonly Ballot[]): Circuit {
  switch (rule.kind) {
    case 'always':
    case 'never':
      return { kind: 'constant', value: rule.kind === 'always' };
    case 'not':
      return { kind: 'not', of: ofRule(rule.of, ballots) };
    case 'and':
    case 'or':
      return { kind: rule.kind, of: rule.of.map((part) => ofRule(part, ballots)) };
    case 'sum': {
      // A body that votes casts yes or no; a member, one of `ballots`.
      const figures = rule.terms.map((term) => (typeof term.voter === 'number' ? ballots : (['no', 'yes'] as const)).map((ballot) => figure(term, ballot)));
      const { whole } = scaleToWhole([rule.quota, ...figures.flat()]);
      let quota = whole[0]! + (rule.strict ? 1n : 0n);
      const voters = new Map<number, bigint[]>();
      const parts: Part[] = [];
      let next = 1;
      rule.terms.forEach(({ voter }, i) => {
        const own = whole.slice(next, (next += figures[i]!.length));
        if (typeof voter === 'number') {
          const before = voters.get(voter);
          voters.set(voter, before === undefined ? own : own.map((weight, b) => weight + before[b]!));
        } else {
          quota -= own[0]!;
          parts.push({ of: ofRule(voter, ballots), weight: own[1]! - own[0]! });
        }
      });
      return { kind: 'sum', voters, parts, quota };
    }
  }
}

/** Whether the condition holds, straight from the circuit. */
export function met(circuit: Circuit, ballotOf: (voter: number) => number): boolean {
  switch (circuit.kind) {
    case 'constant':
      return circuit.value;
    case 'not':
      return !met(circuit.of, ballotOf);
    case 'and':
      return circuit.of.every((part) => met(part, ballotOf));
    case 'or':
      return circuit.of.some((part) => met(part, ballotOf));
    case 'sum': {
      let sum = 0n;
      for (const [voter, weights] of circuit.voters) sum += weights[ballotOf(voter)]!;
      for (const { of, weight } of circuit.parts) if (met(of, ballotOf)) sum += weight;
      return sum >= circuit.quota;
    }
  }
}

/**
 * The voters in classes of interchangeable ones: those with the same weights in the same sums. (Voters may be interchangeable for other reasons
 * too; `symmetries` finds these.) Classes that one body votes with stand together, heavier ones first, which keeps diagrams small.
 */
export function classesOf({ voters, circuit }: Conditions, alone: ReadonlySet<number> = new Set()): number[][] {
  const marks: string[][] = Array.from({ length: voters }, () => []);
  const first = new Array<number>(voters).fill(Number.MAX_SAFE_INTEGER);
  const share = new Array<number>(voters).fill(0);
  let sums = 0;
  const visit = (node: Circuit, group: number): void => {
    switch (node.kind) {
      case 'constant':
        return;
      case 'not':
        return visit(node.of, group);
      case 'and':
      case 'or':
        return node.of.forEach((part) => visit(part, group));
      case 'sum': {
        const id = sums++;
        const spread = [...node.voters.values()].map((weights) => range(weights));
        const total = spread.reduce((sum, each) => sum + each, 0n) || 1n;
        for (const [voter, weights] of node.voters) {
          if (weights.every((weight) => weight === 0n)) continue;
          marks[voter]!.push(`${id}:${weights.join(',')}`);
          first[voter] = Math.min(first[voter]!, group);
          share[voter]! += Number((range(weights) * 1_000_000_000n) / total);
        }
        // Each part of a compound vote is a group of its own.
        for (const part of node.parts) visit(part.of, ++groups);
      }
    }
  };
  let groups = 0;
  visit(circuit, 0);
  const classes = new Map<string, number[]>();
  for (let voter = 0; voter < voters; voter++) {
    const key = alone.has(voter) ? `alone ${voter}` : marks[voter]!.join(' ');
    const known = classes.get(key);
    if (known === undefined) classes.set(key, [voter]);
    else known.push(voter);
  }
  return [...classes.values()].sort(([a], [b]) => first[a!]! - first[b!]! || share[b!]! - share[a!]! || a! - b!);
}

function range(weights: readonly bigint[]): bigint {
  let least = weights[0]!;
  let most = weights[0]!;
  for (const weight of weights) {
    if (weight < least) least = weight;
    if (weight > most) most = weight;
  }
  return most - least;
}

