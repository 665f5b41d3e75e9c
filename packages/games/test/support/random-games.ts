/** Random simple games for tests: nested sums, compound votes, weights that may be zero, and, on request, rules that are not monotone. */
import fc from 'fast-check';
import type { Formula, SimpleGame } from '../../src/index.js';

/** Games of `least` to `most` players. `free`: with negative weights and negations, so that they need not be monotone. */
export const games = ({ least = 1, most = 7, free = false }: { readonly least?: number; readonly most?: number; readonly free?: boolean } = {}): fc.Arbitrary<SimpleGame> =>
  fc.integer({ min: least, max: most }).chain((n) => formulas(n, free, 2).map((formula) => ({ players: Array.from({ length: n }, (_, i) => `M${i + 1}`), formula })));

function formulas(n: number, free: boolean, depth: number): fc.Arbitrary<Formula> {
  const player = fc.integer({ min: 0, max: n - 1 });
  const weight = fc.integer({ min: free ? -3 : 0, max: 5 }).map(BigInt);
  const direct = fc.record({ weights: fc.array(weight, { minLength: n, maxLength: n }), share: fc.integer({ min: 1, max: 100 }) }).map(({ weights, share }): Formula => {
    const total = weights.reduce((sum, each) => sum + (each > 0n ? each : 0n), 0n);
    return { kind: 'threshold', terms: weights.map((each, of) => ({ of, weight: each })), quota: (total * BigInt(share) + 99n) / 100n };
  });
  if (depth === 0) return direct;
  const inner = formulas(n, free, depth - 1);
  const compound = fc.record({ terms: fc.array(fc.record({ of: fc.oneof(player, inner), weight }), { minLength: 1, maxLength: 5 }), quota: fc.integer({ min: free ? -2 : 1, max: 8 }).map(BigInt) }).map((each): Formula => ({ kind: 'threshold', ...each }));
  const joined = fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: fc.array(inner, { minLength: 1, maxLength: 3 }) });
  const negated = inner.map((of): Formula => ({ kind: 'not', of }));
  return fc.oneof({ weight: 3, arbitrary: direct }, { weight: 2, arbitrary: compound }, { weight: 3, arbitrary: joined }, ...(free ? [{ weight: 1, arbitrary: negated }] : []));
}
