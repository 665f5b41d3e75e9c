import type { Ring } from './passes.js';

/** Whole numbers of any size. */
export const INTEGERS: Ring<bigint> = { zero: 0n, one: 1n, add: (a, b) => a + b, multiply: (a, b) => a * b };

/** Doubles. */
export const DOUBLES: Ring<number> = { zero: 0, one: 1, add: (a, b) => a + b, multiply: (a, b) => a * b };

/** A polynomial by its coefficients, that of x^0 first; several variables share x by powers far enough apart (Kronecker). */
export type Polynomial = readonly bigint[];

/** Polynomials. */
export const POLYNOMIALS: Ring<Polynomial> = {
  zero: [],
  one: [1n],
  add: (a, b) => {
    const [long, short] = a.length < b.length ? [b, a] : [a, b];
    const sum = [...long];
    for (let s = 0; s < short.length; s++) sum[s]! += short[s]!;
    return sum;
  },
  multiply: (a, b) => {
    if (a.length === 0 || b.length === 0) return [];
    const product: bigint[] = Array(a.length + b.length - 1).fill(0n);
    for (let s = 0; s < a.length; s++) {
      if (a[s] === 0n) continue;
      for (let t = 0; t < b.length; t++) if (b[t] !== 0n) product[s + t]! += a[s]! * b[t]!;
    }
    return product;
  },
};

/** coefficient · x^power. */
export function monomial(coefficient: bigint, power: number): Polynomial {
  const terms: bigint[] = Array(power + 1).fill(0n);
  terms[power] = coefficient;
  return terms;
}
