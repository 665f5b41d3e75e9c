/** Simple games: which coalitions can carry a decision (von Neumann & Morgenstern 1944; Shapley 1962). */

/**
 * Which coalitions win, as a formula. `threshold`: the weights of those that are in (players, by index; or formulas that hold) add up to the quota
 * at least. A player or formula stands in several terms where several bodies count it.
 */
export type Formula =
  | { readonly kind: 'threshold'; readonly terms: readonly WeightedTerm[]; readonly quota: bigint }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'constant'; readonly value: boolean };

export interface WeightedTerm {
  /** A player, by its index; or what counts as one vote. */
  readonly of: number | Formula;
  readonly weight: bigint;
}

/** Players 0 … n-1 by name, and which coalitions of them win. It may be non-monotone (a larger coalition may lose); engines say so. */
export interface SimpleGame {
  readonly players: readonly string[];
  readonly formula: Formula;
}

/** Whether a coalition wins, straight from the formula. */
export function wins(game: SimpleGame, isIn: (player: number) => boolean): boolean {
  return holds(game.formula, isIn);
}

/** Whether a formula holds for a coalition. */
export function holds(formula: Formula, isIn: (player: number) => boolean): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'not':
      return !holds(formula.of, isIn);
    case 'and':
      return formula.of.every((part) => holds(part, isIn));
    case 'or':
      return formula.of.some((part) => holds(part, isIn));
    case 'threshold': {
      let sum = 0n;
      for (const { of, weight } of formula.terms) if (typeof of === 'number' ? isIn(of) : holds(of, isIn)) sum += weight;
      return sum >= formula.quota;
    }
  }
}

/** The game of one weighted vote: [quota; weights]. */
export function weightedGame(quota: bigint | number, weights: readonly (bigint | number)[], players?: readonly string[]): SimpleGame {
  return {
    players: players ?? weights.map((_, i) => `${i + 1}`),
    formula: { kind: 'threshold', quota: BigInt(quota), terms: weights.map((weight, of) => ({ of, weight: BigInt(weight) })) },
  };
}

/** The dual: a coalition wins in it where those outside lose, that is, where it blocks. */
export const dual = ({ players, formula }: SimpleGame): SimpleGame => ({ players, formula: dualFormula(formula) });

function dualFormula(formula: Formula): Formula {
  switch (formula.kind) {
    case 'constant':
      return { kind: 'constant', value: !formula.value };
    case 'not':
      return { kind: 'not', of: dualFormula(formula.of) };
    case 'and':
    case 'or':
      return { kind: formula.kind === 'and' ? 'or' : 'and', of: formula.of.map(dualFormula) };
    case 'threshold': {
      const total = formula.terms.reduce((sum, { weight }) => sum + weight, 0n);
      return { kind: 'threshold', quota: total - formula.quota + 1n, terms: formula.terms.map(({ of, weight }) => ({ of: typeof of === 'number' ? of : dualFormula(of), weight })) };
    }
  }
}

/** The weights and the quota, where the game is written as one weighted vote without negative weights. */
export function asWeighted({ players, formula }: SimpleGame): { readonly weights: readonly bigint[]; readonly quota: bigint } | undefined {
  if (formula.kind !== 'threshold') return undefined;
  const weights = players.map(() => 0n);
  for (const { of, weight } of formula.terms) {
    if (typeof of !== 'number' || weight < 0n) return undefined;
    weights[of]! += weight;
  }
  return { weights, quota: formula.quota };
}
