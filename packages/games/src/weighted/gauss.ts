/** A point of a quadrature on [0, 1]: the rule is exact for polynomials of degree 2·nodes - 1 (Gauss 1814). */
export interface Node {
  /** p / (1 - p), the nearest double; p ≤ 1/2. */
  readonly odds: number;
  /** (weight of p) · (1 - p)^power, the nearest double. */
  readonly share: number;
  /** p = 1/2, which is its own mirror image. */
  readonly middle: boolean;
}

const BITS = 256n;
const UNIT = 1n << BITS;

/**
 * The nodes p ≤ 1/2 of Gauss–Legendre quadrature with so many nodes; the others are 1 - p with the same weights. Found by Newton's method in fixed point
 * with 256 binary digits, from starts that doubles provide, and certified by a change of sign of the Legendre polynomial 2^-180 to both sides.
 */
export function gaussLegendre(nodes: number, power: number): Node[] {
  return Array.from({ length: Math.ceil(nodes / 2) }, (_, j) => {
    const middle = 2 * j + 1 === nodes;
    const x = middle ? 0n : root(nodes, start(nodes, j));
    const { value, before } = legendre(nodes, x);
    // P' = n (x P_n - P_{n-1}) / (x² - 1); the weight on [-1, 1] is 2 / ((1 - x²) P'²), half of that on [0, 1].
    const square = UNIT - times(x, x);
    const slope = divide(BigInt(nodes) * (before - times(x, value)), square);
    const weight = divide(UNIT, times(square, times(slope, slope)));
    // x > 0 stands for the node -x: p = (1 - x) / 2.
    const [inside, outside] = [(UNIT - x) / 2n, (UNIT + x) / 2n];
    return { odds: nearest(inside, outside, 0n), share: nearest(weight * outside ** BigInt(power), UNIT, BITS * BigInt(power)), middle };
  });
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
const divide = (a: bigint, b: bigint): bigint => (a << BITS) / b;

/** The Legendre polynomial of the degree at x, and the one before it. */
function legendre(degree: number, x: bigint): { value: bigint; before: bigint } {
  let [before, value] = [0n, UNIT];
  for (let k = 0; k < degree; k++) [before, value] = [value, (BigInt(2 * k + 1) * times(x, value) - BigInt(k) * before) / BigInt(k + 1)];
  return { value, before };
}

/** The j-th root from above, in doubles (Tricomi's start and three of Newton's steps). */
function start(nodes: number, j: number): number {
  let x = Math.cos((Math.PI * (j + 0.75)) / (nodes + 0.5));
  for (let i = 0; i < 4; i++) {
    let [before, value] = [0, 1];
    for (let k = 0; k < nodes; k++) [before, value] = [value, ((2 * k + 1) * x * value - k * before) / (k + 1)];
    x -= (value * (x * x - 1)) / (nodes * (x * value - before));
  }
  return x;
}

function root(nodes: number, from: number): bigint {
  let x = BigInt(Math.round(from * 2 ** 53)) << (BITS - 53n);
  for (let i = 0; i < 3; i++) {
    const { value, before } = legendre(nodes, x);
    x -= divide(times(value, times(x, x) - UNIT), BigInt(nodes) * (times(x, value) - before));
  }
  const near = 1n << (BITS - 180n);
  if (legendre(nodes, x - near).value > 0n === legendre(nodes, x + near).value > 0n) throw new Error(`no node of Gauss–Legendre quadrature with ${nodes} nodes lies near ${from}`);
  return x;
}

/** a / b / 2^shift, a and b above zero, to the nearest double. */
function nearest(a: bigint, b: bigint, shift: bigint): number {
  const excess = BigInt(a.toString(2).length - b.toString(2).length);
  // 64 to 66 binary digits of the quotient; what Number then drops is decided by them but for one case in 2^10, where it is off by one in the last place at most.
  const digits = excess < 66n ? (a << (66n - excess)) / b : a / (b << (excess - 66n));
  return Number(digits) * 2 ** Number(excess - 66n - shift);
}
