import type { Profile } from '../profile.js';

/**
 * [class][s]: how many winning coalitions of s players have a given member of the class. Those with the player and one of the others more are those
 * without it, plus its swings (Dubey & Shapley 1979):
 *
 *     W_i[s+1] = swings_i[s] + (W[s] - W_i[s])
 */
export function winningWith({ n, winning, swings }: Profile): bigint[][] {
  return swings.map((row) => {
    const found = [0n];
    for (let s = 0; s < n; s++) found.push(row[s]! + winning[s]! - found[s]!);
    return found;
  });
}
