/** Complete lists of small games. */
import { range, type YesNoGame } from './game.js';

/** Truth tables as numbers: bit `mask` is set where the coalition wins. A monotone one is two of one member less, the one below the other. */
function monotoneTables(n: number): number[] {
  if (n === 0) return [0, 1];
  const smaller = monotoneTables(n - 1);
  const half = 2 ** (n - 1);
  return smaller.flatMap(absent => smaller.filter(present => (absent & ~present) === 0).map(present => (absent + present * 2 ** half)));
}

const gameOf = (n: number, bits: number): YesNoGame => ({ n, wins: mask => Math.floor(bits / 2 ** mask) % 2 === 1 });

/** All monotone games of n members, the two constant ones included: 2, 3, 6, 20, 168 (Dedekind 1897). @throws RangeError beyond 4 members. */
export function monotoneGames(n: number): YesNoGame[] {
  if (n > 4) throw new RangeError('the list is kept to 4 members');
  return monotoneTables(n).map(bits => gameOf(n, bits));
}

/** All games of n members, monotone or not: 2, 4, 16, 256. @throws RangeError beyond 3 members. */
export function allGames(n: number): YesNoGame[] {
  if (n > 3) throw new RangeError('the list is kept to 3 members');
  return range(2 ** 2 ** n).map(bits => gameOf(n, bits));
}
