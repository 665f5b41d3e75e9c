/** Bounds between which a probability lies with a stated confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The Clopper–Pearson interval: with confidence of at least `level`, the probability of something that happened `hits` times of `samples` independent ones.
 * C. J. Clopper & E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934) 404–413.
 */
export function clopperPearson(hits: number, samples: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    low: hits === 0 ? 0 : solve((p) => betaShare(p, hits, samples - hits + 1), tail),
    high: hits === samples ? 1 : solve((p) => betaShare(p, hits + 1, samples - hits), 1 - tail),
  };
}

/**
 * How far means of `samples` independent figures from 0 to 1 may be off, `of` of them at once, with confidence of at least `level`.
 * W. Hoeffding, "Probability inequalities for sums of bounded random variables", Journal of the American Statistical Association 58 (1963) 13–30.
 */
export const hoeffding = (samples: number, of: number, level: number): number => Math.sqrt(Math.log((2 * of) / (1 - level)) / (2 * samples));

/** Where an increasing function of p takes a value. */
function solve(f: (p: number) => number, value: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function, by its continued fraction (W. J. Lentz 1976; Abramowitz & Stegun 26.5.8). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  let f = 1;
  let c = 1;
  let d = 0;
  for (let i = 0; i <= 10_000; i++) {
    const m = i >> 1;
    const term = i === 0 ? 1 : i % 2 === 0 ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)) : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + term * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + term / c;
    if (Math.abs(c) < tiny) c = tiny;
    f *= c * d;
    if (Math.abs(1 - c * d) < 1e-14) break;
  }
  return front * (f - 1);
}

/** ln Γ(x) for x ≥ 1, by Stirling's series (Abramowitz & Stegun 6.1.41) after steps up. */
function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 10) shift += Math.log(y++);
  const z = 1 / (y * y);
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z / 1188)))) / y - shift;
}
