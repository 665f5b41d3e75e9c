/** Arithmetic modulo primes below 2^31, in doubles and 32-bit products, and the way back to whole numbers (the Chinese remainder theorem). */

const PRIMES: number[] = [];

/** The k-th prime below 2^31, from above: 2147483647, 2147483629, … */
export function primeBelow(k: number): number {
  while (PRIMES.length <= k) {
    let candidate = (PRIMES.at(-1) ?? 2 ** 31 + 1) - 2;
    while (!isPrime(candidate)) candidate -= 2;
    PRIMES.push(candidate);
  }
  return PRIMES[k]!;
}

function isPrime(candidate: number): boolean {
  // Strong probable primes to the bases 2, 3, 5 and 7 below 3.2 · 10^9 are primes (Pomerance, Selfridge & Wagstaff 1980).
  let odd = candidate - 1;
  let twos = 0;
  while (odd % 2 === 0) [odd, twos] = [odd / 2, twos + 1];
  return [2, 3, 5, 7].every((base) => {
    let power = powMod(base, odd, candidate);
    if (power === 1 || power === candidate - 1) return true;
    for (let i = 1; i < twos; i++) {
      power = mulMod(power, power, candidate);
      if (power === candidate - 1) return true;
    }
    return false;
  });
}

/** How many primes below 2^31 have a product of more than 2^bits. */
export function primesFor(bits: number): number {
  let left = bits;
  let count = 0;
  while (left >= 0) left -= Math.log2(primeBelow(count++)) - 1e-9;
  return count;
}

/** a × b modulo a number below 2^31; 0 ≤ a, b < it. */
export function mulMod(a: number, b: number, prime: number): number {
  // The quotient is right or one too low, never too high: the double is off by less than 2^-21.
  const quotient = Math.floor((a * b) / prime - 2 ** -20);
  const rest = (Math.imul(a, b) - Math.imul(quotient, prime)) >>> 0;
  return rest >= prime ? rest - prime : rest;
}

export function powMod(base: number, exponent: number, prime: number): number {
  let result = 1;
  let square = base % prime;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = mulMod(result, square, prime);
    square = mulMod(square, square, prime);
  }
  return result;
}

/** The inverse modulo a prime, of a number that is no multiple of it. */
export const inverseMod = (value: number, prime: number): number => powMod(value, prime - 2, prime);

/** 0 … prime - 1 for any whole number. */
export const residue = (value: number, prime: number): number => ((value % prime) + prime) % prime;

/** The one number from 0 up to the product of the first primes that leaves the given remainders (Garner 1959). */
export function chineseRemainder(primes: readonly number[]): (remainders: ArrayLike<number>) => bigint {
  const inverse = primes.map((prime, k) => primes.slice(0, k).map((earlier) => inverseMod(earlier % prime, prime)));
  const products = primes.map((_, k) => primes.slice(0, k).reduce((product, prime) => product * BigInt(prime), 1n));
  const digits = new Array<number>(primes.length).fill(0);
  return (remainders) => {
    let value = 0n;
    for (let k = 0; k < primes.length; k++) {
      const prime = primes[k]!;
      let digit = remainders[k]!;
      for (let j = 0; j < k; j++) {
        const difference = digit - (digits[j]! % prime);
        digit = mulMod(difference < 0 ? difference + prime : difference, inverse[k]![j]!, prime);
      }
      digits[k] = digit;
      if (digit !== 0) value += products[k]! * BigInt(digit);
    }
    return value;
  };
}
