/** The tau value (Tijs 1981) of a simple game. */
import { isMonotone, winsWith, type Layers } from './linear/layers.js';
import { NOT_MONOTONE } from './linear/limits.js';
import { ALWAYS, NEVER, shared, vetoing, type Division } from './nucleolus/nucleolus.js';

/**
 * The tau value: the point between what each player can claim at most (M: what all lose without the player) and what it can insist on at least (m: the
 * best coalition's worth after paying the others in it their M) at which the shares add up to 1. It exists for quasi-balanced games: m ≤ M, and
 * Σ m ≤ 1 ≤ Σ M.
 *
 * In a monotone simple game M is 1 for vetoers and 0 for the others. Without vetoers Σ M = 0, and the value does not exist. With one vetoer, m = M: it has
 * everything. With k ≥ 2, a coalition that wins holds them all and pays each 1, so m ≤ 1 - (k - 1) ≤ 0, and m = 0; the value is 1/k for each vetoer.
 */
export function tauValue(layers: Layers): Division {
  if (winsWith(layers, layers.sizes.map(() => 0))) return { kind: 'not applicable', why: ALWAYS };
  if (!winsWith(layers, layers.sizes)) return { kind: 'not applicable', why: NEVER };
  if (!isMonotone(layers)) return { kind: 'not applicable', why: NOT_MONOTONE };
  const needed = vetoing(layers);
  if (!needed.some(Boolean)) return { kind: 'not applicable', why: 'nobody has a veto, so nobody can claim anything (the game is not quasi-balanced)' };
  const byClass = shared(layers, needed);
  return { kind: 'shares', shares: layers.classOf.map((c) => byClass[c]!) };
}
