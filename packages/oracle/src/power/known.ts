/** Games of the literature and of the world, as data: for tests of the oracle and of engines alike. */
import { coalition, generated, weighted, type YesNoGame } from './game.js';

/** Weighted votes that must all be won; or the coalitions that win, with all that contain them (members from 0). */
export type KnownGame =
  | { readonly all: readonly { readonly quota: number; readonly weights: readonly number[] }[] }
  | { readonly n: number; readonly generators: readonly (readonly number[])[] };

const vote = (quota: number, ...weights: number[]): KnownGame => ({ all: [{ quota, weights }] });
const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

/** Inhabitants of the provinces of Canada, from Ontario to Prince Edward Island, by the census of 2006: the latest in 2008, as section 38 of the Constitution Act, 1982 has it. */
const CANADA = [12_160_282, 7_546_131, 4_113_487, 3_290_350, 1_148_401, 968_157, 913_462, 729_997, 505_469, 135_851];

/** By the name under which ../shared/reference/power.json has its figures. */
export const KNOWN: Readonly<Record<string, KnownGame>> = {
  'UNSC n=15 [39;7x5,1x10]': vote(39, ...times(5, 7), ...times(10, 1)),
  'UNSC 1946-65 n=11 (5P+6E, 7 votes)': { all: [{ quota: 7, weights: times(11, 1) }, { quota: 5, weights: [...times(5, 1), ...times(6, 0)] }] },
  '[51;50,49,1]': vote(51, 50, 49, 1),
  'EEC 1958 [12;4,4,4,2,2,1]': vote(12, 4, 4, 4, 2, 2, 1),
  'Nassau 1958 [16;9,9,7,3,1,1]': vote(16, 9, 9, 7, 3, 1, 1),
  'Canada 2008 7 of 10 & 50%': { all: [{ quota: 7, weights: times(10, 1) }, { quota: CANADA.reduce((a, b) => a + b) / 2, weights: CANADA }] },
  'Holler 1982 [51;35,20,15,15,15]': vote(51, 35, 20, 15, 15, 15),
  'Straffin [6;4,3,2,1]': vote(6, 4, 3, 2, 1),
  'Stach 2011 [50;10,10,20,30]': vote(50, 10, 10, 20, 30),
  'Istanbul-2022-style unanimity n=10': vote(10, ...times(10, 1)),
  'NATO consensus n=3 (pattern)': vote(3, 1, 1, 1),
  'non-weighted Bolus 4p': { n: 4, generators: [[0, 1], [0, 2], [1, 3]] },
  '[4;3,2,1]': vote(4, 3, 2, 1),
  '[68;60,34,13,11,17], unions {60},{34,13,11},{17}': vote(68, 60, 34, 13, 11, 17),
  'Alonso-Meijide & Freixas 2010, example 2.6': vote(5, 4, 3, 1, 1, 1),
  'Alonso-Meijide & Freixas 2010, example 2.7': { n: 5, generators: [[0, 1, 2], [0, 1, 3], [0, 1, 4], [0, 2, 3], [2, 3, 4]] },
};

/** The game as a test of coalitions. */
export function knownGame(known: KnownGame): YesNoGame {
  if ('n' in known) return generated(known.n, known.generators.map(coalition));
  const votes = known.all.map(({ quota, weights }) => weighted(quota, weights));
  return { n: votes[0]!.n, wins: mask => votes.every(({ wins }) => wins(mask)) };
}

/** The Security Council with abstention: nine votes for, no permanent member (the first five) against; 0 yes, 1 abstention, 2 no. */
export function securityCouncilPasses(profile: readonly number[]): boolean {
  let yes = 0;
  for (let i = 0; i < 15; i++) {
    if (profile[i] === 0) yes++;
    else if (i < 5 && profile[i] === 2) return false;
  }
  return yes >= 9;
}
