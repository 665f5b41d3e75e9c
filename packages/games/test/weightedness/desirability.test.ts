import { describe, expect, it } from 'vitest';
import { desirabilityOf, interchangeable, isComplete, preferring, type Desirability } from '../../src/weightedness/desirability.js';
import { layersOfOracle } from '../../src/linear/layers.js';
import { layersOfMask, monotoneGames, winsIn, type Mask } from '../linear/everything.js';
import { bodyOf } from '../linear/bodies.js';

/** By trying every coalition without the two. */
function plainly(mask: Mask, n: number, one: number, other: number): Desirability {
  let [more, less] = [false, false];
  for (let coalition = 0; coalition < 1 << n; coalition++) {
    if ((coalition >> one) & 1 || (coalition >> other) & 1) continue;
    const [a, b] = [winsIn(mask, coalition | (1 << one)), winsIn(mask, coalition | (1 << other))];
    if (a && !b) more = true;
    if (b && !a) less = true;
  }
  return more ? (less ? 'incomparable' : 'more') : less ? 'less' : 'equal';
}

describe('desirability', () => {
  it('of all pairs in all games of four players is what trying says; so are the classes', () => {
    for (const mask of monotoneGames(4)) {
      const layers = layersOfMask(mask, 4);
      const classOf = interchangeable(layers);
      let complete = true;
      for (let one = 0; one < 4; one++) {
        for (let other = 0; other < 4; other++) {
          if (one === other) continue;
          const plain = plainly(mask, 4, one, other);
          expect(desirabilityOf(layers, one, other)).toBe(plain);
          if (plain === 'incomparable') complete = false;
          expect(classOf[one] === classOf[other]).toBe(plain === 'equal');
        }
      }
      expect(isComplete(layers)).toBe(complete);
    }
  });

  it('is shown by a coalition, also with classes', () => {
    const layers = bodyOf([{ quota: 39, weights: [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }]);
    const counts = preferring(layers, 0, 1)!;
    const weight = (members: readonly number[]): number => 7 * members[0]! + members[1]!;
    expect([weight(counts) + 7 >= 39, weight(counts) + 1 < 39]).toEqual([true, true]);
    expect(preferring(layers, 1, 0)).toBeUndefined();
    expect([desirabilityOf(layers, 0, 1), desirabilityOf(layers, 1, 0), desirabilityOf(layers, 1, 1)]).toEqual(['more', 'less', 'equal']);
  });

  it('puts together what was told apart for nothing', () => {
    const layers = layersOfOracle([0, 1, 2, 1], (isIn) => [0, 1, 2, 3].filter(isIn).length + (isIn(3) ? 1 : 0) + (isIn(1) ? 1 : 0) >= 3);
    expect(interchangeable(layers)).toEqual([0, 1, 0, 1]);
  });
});
