/** Kohlberg's criterion (1971), by brute force: whether a division is the (pre)nucleolus. */
import { compareRational, subRational, ZERO, rational, type Rational } from '../../src/rational.js';
import { best, total } from '../linear/tableau.js';
import { winsIn, type Mask } from '../linear/everything.js';

/**
 * For every level, the coalitions with a complaint of at least that level are balanced: some positive multiples of them add up to the coalition of all.
 * For games in which nobody wins alone: then the nucleolus is the prenucleolus, and shares are not negative by themselves.
 */
export function isPrenucleolus(mask: Mask, shares: readonly Rational[]): boolean {
  const n = shares.length;
  const coalitions = Array.from({ length: (1 << n) - 2 }, (_, i) => i + 1).map((coalition) => ({
    coalition,
    complaint: subRational(rational(winsIn(mask, coalition) ? 1 : 0), total(shares.filter((_, i) => (coalition >> i) & 1))),
  }));
  coalitions.sort((a, b) => compareRational(b.complaint, a.complaint));
  if (total(shares).num !== total(shares).den) return false;
  for (let end = 1; end <= coalitions.length; end++) {
    if (end < coalitions.length && compareRational(coalitions[end - 1]!.complaint, coalitions[end]!.complaint) === 0) continue;
    if (!isBalanced(coalitions.slice(0, end).map(({ coalition }) => coalition), n)) return false;
  }
  return true;
}

/**
 * Balanced: there is no y with Σ y = 0 that is nowhere negative on the coalitions and somewhere positive (Bondareva 1963; Shapley 1967; by Farkas' lemma).
 * Looks for the largest Σ y(S) with y(S) between 0 and 1: zero for balanced ones.
 */
function isBalanced(coalitions: readonly number[], n: number): boolean {
  // Unknowns y = a - b by player; conditions -y(S) ≤ 0, y(S) ≤ 1, y(N) ≤ 0, -y(N) ≤ 0.
  const signs = [1, -1];
  const columns = signs.flatMap((sign) =>
    Array.from({ length: n }, (_, i): [number, number[]] => {
      const has = coalitions.map((coalition) => ((coalition >> i) & 1 ? sign : 0));
      return [has.reduce((sum, entry) => sum + entry, 0), [...has.map((entry) => -entry), ...has, sign, -sign]];
    }),
  );
  const most = best([...coalitions.map(() => 0), ...coalitions.map(() => 1), 0, 0], columns)!;
  return compareRational(most, ZERO) === 0;
}
