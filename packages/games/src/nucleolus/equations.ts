/** Linear equations on a few unknowns, exact: which sums they determine, and their solution. */
import { divRational, mulRational, rational, scaleToWhole, subRational, ZERO, type Rational } from '../rational.js';

/** Independent equations coefficients · x = value, in reduced row echelon form. */
export class Equations {
  private readonly rows: { readonly pivot: number; coefficients: Rational[]; value: Rational }[] = [];

  constructor(private readonly unknowns: number) {}

  get rank(): number {
    return this.rows.length;
  }

  /** Whether the equations determine coefficients · x. */
  determine(coefficients: readonly number[]): boolean {
    return this.reduced(coefficients.map((entry) => rational(entry)), ZERO).coefficients.every(({ num }) => num === 0n);
  }

  /** Adds an equation; false (and nothing is added) when its left side is determined already. */
  add(coefficients: readonly number[], value: Rational): boolean {
    const row = this.reduced(coefficients.map((entry) => rational(entry)), value);
    const pivot = row.coefficients.findIndex(({ num }) => num !== 0n);
    if (pivot < 0) return false;
    const lead = row.coefficients[pivot]!;
    const added = { pivot, coefficients: row.coefficients.map((entry) => divRational(entry, lead)), value: divRational(row.value, lead) };
    for (const other of this.rows) {
      const factor = other.coefficients[pivot]!;
      if (factor.num === 0n) continue;
      other.coefficients = other.coefficients.map((entry, i) => subRational(entry, mulRational(factor, added.coefficients[i]!)));
      other.value = subRational(other.value, mulRational(factor, added.value));
    }
    this.rows.push(added);
    return true;
  }

  /** The one solution of as many independent equations as there are unknowns. */
  solution(): Rational[] {
    const solution = new Array<Rational>(this.unknowns).fill(ZERO);
    for (const { pivot, value } of this.rows) solution[pivot] = value;
    return solution;
  }

  /** Whole vectors that span all directions which the equations leave free: a sum is determined where it is zero along all of them. */
  directions(): bigint[][] {
    const pivots = new Set(this.rows.map(({ pivot }) => pivot));
    const free = Array.from({ length: this.unknowns }, (_, i) => i).filter((i) => !pivots.has(i));
    return free.map((at) => {
      const direction = new Array<Rational>(this.unknowns).fill(ZERO);
      direction[at] = rational(1);
      for (const { pivot, coefficients } of this.rows) direction[pivot] = subRational(ZERO, coefficients[at]!);
      return scaleToWhole(direction).whole;
    });
  }

  private reduced(coefficients: Rational[], value: Rational): { coefficients: Rational[]; value: Rational } {
    let row = { coefficients, value };
    for (const { pivot, coefficients: known, value: right } of this.rows) {
      const factor = row.coefficients[pivot]!;
      if (factor.num === 0n) continue;
      row = {
        coefficients: row.coefficients.map((entry, i) => (known[i]!.num === 0n ? entry : subRational(entry, mulRational(factor, known[i]!)))),
        value: subRational(row.value, mulRational(factor, right)),
      };
    }
    return row;
  }
}
