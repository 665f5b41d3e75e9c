/** The right name nearest to a wrong one. */

/** Edit distance with swaps of neighbours (Damerau 1964, restricted). */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[other.length]!;
}

/** The last part of a full name: `captive` of `promise/captive`, `unanimity` of `decision.unanimity`. */
export const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);

/** So many edits away a word of so many letters is still alike: two, but fewer than half of a short word; a third of a long one. */
const fewEdits = (letters: number): number => Math.max(Math.min(2, Math.ceil(letters / 2) - 1), Math.floor(letters / 3));

/**
 * The name nearest to a wrong one: the same but for capitals, its last part, or the fewest edits away if they are few for
 * the letters of what is compared, the whole names or their last parts. Nothing if none is near.
 */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  const wanted = wrong.toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    const whole = name.toLowerCase();
    const last = lastPart(whole);
    const ways = [[wanted, whole, 0], [wanted, last, last === whole ? 0 : 0.5], [lastPart(wanted), last, 0.5]] as const;
    for (const [given, known, more] of ways) {
      const edits = distance(given, known);
      if (edits > fewEdits(given.length) || edits + more >= least) continue;
      best = name;
      least = edits + more;
    }
  }
  return best;
}

/** `; did you mean \`x\`?`, or nothing. */
export function didYouMean(wrong: string, names: Iterable<string>): string {
  const near = nearest(wrong, names);
  return near === undefined ? '' : `; did you mean \`${near}\`?`;
}
