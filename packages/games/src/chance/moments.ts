import type { Polynomial } from '../counting/rings.js';
import { rational, scaleToWhole, type Rational } from '../rational.js';
import { isBeta, type ExactGroup } from './votes.js';

interface Common {
  readonly group: number;
  readonly size: number;
  /** The power of x that one yes of the group makes. */
  readonly step: number;
  readonly a: bigint;
  readonly b: bigint;
  readonly unit: bigint;
}

/**
 * From how often votes carry by the number of yes in each group with a common probability, to the mean over those probabilities. Of m members the mean of
 * p^t (1-p)^(m-t) under a Beta distribution is
 *
 *     a (a+1) … (a+t-1) · b (b+1) … (b+m-t-1) / ((a+b) (a+b+1) … (a+b+m-1))
 */
export class Moments {
  private readonly common: readonly Common[];

  constructor(groups: readonly ExactGroup[]) {
    let step = 1;
    this.common = groups.flatMap(({ members, yes }, group) => {
      if (!isBeta(yes)) return [];
      const { whole, scale } = scaleToWhole([yes.a, yes.b]);
      const own = { group, size: members.length, step, a: whole[0]!, b: whole[1]!, unit: scale };
      step *= members.length + 1;
      return [own];
    });
  }

  /** The power of x that one yes of the group makes; 0 for a group of known probability. */
  stepOf(group: number): number {
    return this.common.find((own) => own.group === group)?.step ?? 0;
  }

  /**
   * The mean of a polynomial whose coefficients count votes of all members; or, with `group`, of all but one of it, whose own vote is left open
   * (`itself` absent) or is yes (1) or no (0).
   */
  mean(polynomial: Polynomial, group?: number, itself?: 0 | 1): Rational {
    const tables = this.common.map((own) => {
      const counted = own.size - (own.group === group ? 1 : 0);
      const plus = own.group === group && itself !== undefined ? 1 : 0;
      return { ...own, means: Array.from({ length: counted + 1 }, (_, t) => numerator(own, t + (itself === 1 ? plus : 0), counted + plus)), den: rising(own.a + own.b, own.unit, counted + plus) };
    });
    let sum = 0n;
    polynomial.forEach((coefficient, power) => {
      if (coefficient === 0n) return;
      sum += tables.reduce((product, { step, size, means }) => product * means[Math.floor(power / step) % (size + 1)]!, coefficient);
    });
    return rational(sum, tables.reduce((product, { den }) => product * den, 1n));
  }
}

const numerator = ({ a, b, unit }: Common, t: number, m: number): bigint => rising(a, unit, t) * rising(b, unit, m - t);

/** x (x+unit) … , `factors` of them: a rising factorial over a common denominator. */
function rising(x: bigint, unit: bigint, factors: number): bigint {
  let product = 1n;
  for (let i = 0; i < factors; i++) product *= x + BigInt(i) * unit;
  return product;
}
