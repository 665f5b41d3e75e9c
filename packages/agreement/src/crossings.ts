import { addRational, compareRational, rational, type Case, type Id, type PositionLine, type Rational } from '@casus/model';

/** The most different sums of a holder's other points that are looked at for each demand. */
const MOST_SUMS = 64;

const minus = (a: Rational, b: Rational): Rational => addRational(a, { num: -b.num, den: b.den });

/**
 * The numbers of numeric issues at which points in proportion to them come to what `at least N points` asks, whichever of the holder's other points
 * the text gives. Exact for a holder who gives points in proportion to one issue alone; those of two issues would have to be weighed against each other.
 */
export function crossings(case_: Case, lines: readonly PositionLine[]): readonly (readonly [Id, Rational])[] {
  return lines.flatMap(({ actor, subject }) => {
    if (subject.kind !== 'points') return [];
    const given = lines.filter((line) => line.verb === 'values' && line.actor === actor);
    const rests = sumsOf(given.flatMap(({ points }) => (points === undefined ? [] : [points]))).map((sum) => minus(subject.least, sum));
    const issues = new Set(given.flatMap(({ scale, subject: valued }) => (scale !== undefined && valued.kind === 'number' ? [valued.issue] : [])));
    return [...issues].flatMap((issue) => {
      const range = case_.issues.get(issue)?.range;
      const scales = given.flatMap(({ scale, subject: valued }) => (scale !== undefined && valued.kind === 'number' && valued.issue === issue ? [scale] : []));
      const [low, high] = [scales.map(({ lowest }) => lowest), scales.map(({ highest }) => highest)].map((all) => all.reduce(addRational)) as [Rational, Rational];
      if (range === undefined || compareRational(low, high) === 0) return [];
      const [rise, run] = [minus(high, low), minus(range.max, range.min)];
      return rests.map((rest): readonly [Id, Rational] => {
        const above = minus(rest, low);
        return [issue, addRational(range.min, rational(above.num * run.num * rise.den, above.den * run.den * rise.num))];
      });
    });
  });
}

/**
 * The demands for points that the numbers looked at do not decide for certain: of a holder that gives points in proportion to more than one issue, or whose other points
 * come to too many different sums.
 */
export function uncertainPoints(lines: readonly PositionLine[]): readonly PositionLine[] {
  return lines.filter(({ actor, subject }) => {
    if (subject.kind !== 'points') return false;
    const given = lines.filter((line) => line.verb === 'values' && line.actor === actor);
    const issues = new Set(given.flatMap(({ scale, subject: valued }) => (scale !== undefined && valued.kind === 'number' ? [valued.issue] : [])));
    return issues.size > 1 || (issues.size === 1 && sumsOf(given.flatMap(({ points }) => (points === undefined ? [] : [points]))).length > MOST_SUMS);
  });
}

/** What some of the numbers come to, each sum once: none of them first. Ends when there is one more than are looked at. */
function sumsOf(numbers: readonly Rational[]): Rational[] {
  const found: Rational[] = [{ num: 0n, den: 1n }];
  for (const number of numbers) {
    for (const sum of [...found]) {
      const next = addRational(sum, number);
      if (found.length <= MOST_SUMS && !found.some((known) => compareRational(known, next) === 0)) found.push(next);
    }
  }
  return found;
}
