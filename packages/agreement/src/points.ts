import { FALSE, type Item, type Node } from '@casus/diagrams';
import { addRational, compareRational, rational, scaleToWhole, type Id, type PositionLine, type Rational } from '@casus/model';
import type { Meanings } from './meanings.js';

/** Points that something gives: where it is true, so many. Of the cases of one figure just one is true. */
export interface Award {
  readonly line: PositionLine;
  readonly when: Node;
  readonly points: Rational;
}

/** The points that the holder's own `values` give, case by case. */
export function awardsOf(meanings: Meanings, holder: Id): readonly Award[] {
  return meanings.lines.filter(({ verb, actor }) => verb === 'values' && actor === holder).flatMap((line): Award[] => {
    if (line.points !== undefined) return [{ line, when: meanings.of(line.subject, 'all', holder), points: line.points }];
    const { scale, subject } = line;
    const issue = subject.kind === 'number' ? subject.issue : undefined;
    const range = issue === undefined ? undefined : meanings.space.layout.case.issues.get(issue)?.range;
    if (scale === undefined || range === undefined) return [];
    return (meanings.space.layout.cells.get(issue!) ?? []).map(({ option, number }) => ({ line, when: meanings.space.option(option), points: between(scale, range, number) }));
  });
}

/** The points at a number, in proportion between those at the lowest and at the highest. */
export function between({ lowest, highest }: { readonly lowest: Rational; readonly highest: Rational }, { min, max }: { readonly min: Rational; readonly max: Rational }, number: Rational): Rational {
  if (compareRational(min, max) === 0) return lowest;
  const minus = (a: Rational, b: Rational): Rational => addRational(a, { num: -b.num, den: b.den });
  const [rise, run, over] = [minus(highest, lowest), minus(max, min), minus(number, min)];
  return addRational(lowest, rational(rise.num * over.num * run.den, rise.den * over.den * run.num));
}

/** The texts that give the holder at least so many points. @throws SumLimitError where the points are too many and too different. */
export function points(meanings: Meanings, holder: Id, least: Rational): Node {
  const awards = awardsOf(meanings, holder);
  const { whole } = scaleToWhole([least, ...awards.map((award) => award.points)]);
  const items: Item[] = awards.flatMap(({ when }, i) => (when === FALSE ? [] : [{ cases: [[when, whole[i + 1]!]] }]));
  return meanings.space.choices.manager.linear(items, whole[0]!);
}
