import { TRUE, type Node } from '@casus/diagrams';
import { rational, scaleToWhole, type Case, type Id, type PositionLine, type Rational } from '@casus/model';
import type { Stopped } from '@casus/solver';
import type { AgreeOptions } from './agree.js';
import { chosen } from './lines.js';
import type { Meanings } from './meanings.js';
import { frontOf, type Measure } from './pareto.js';
import { awardsOf } from './points.js';
import { Problem } from './problem.js';
import type { Text } from './space.js';
import { tableOf } from './table.js';

/** One way in which an actor tells texts apart: the points that it gives, one of its rankings, or one "prefers A over B". */
export interface Criterion {
  readonly actor: Id;
  readonly kind: 'points' | 'ranking' | 'preference';
  readonly lines: readonly Id[];
  /** What one whole unit of a score is worth in points. */
  readonly unit: Rational;
}

/** Texts that nobody can better for one actor without making them worse for another, by the declared preferences. */
export interface Undominated {
  readonly criteria: readonly Criterion[];
  /** Whether only texts that meet every demand were compared; otherwise there is none, and all were. */
  readonly acceptable: boolean;
  /** How many of the texts compared are undominated, and how many were compared. */
  readonly count: bigint;
  readonly of: bigint;
  /** Each combination of scores that some undominated text has (in points; rankings and preferences as ranks), how many texts have it, and one of them; from the highest first score down. */
  readonly scores: readonly { readonly scores: readonly Rational[]; readonly texts: bigint; readonly text: Text }[];
}

/** Why there is no list: no preferences are declared; or too many scores are undominated, or the search was stopped. */
export type NoUndominated = 'no-preferences' | 'too-many';

/** The undominated texts (Pareto optima) of a negotiation. */
export function undominated(case_: Case, options: AgreeOptions = {}): Undominated | NoUndominated {
  const table = tableOf(case_, options.negotiation);
  const { lines } = chosen(case_, table, options);
  return undominatedIn(new Problem(case_, table, lines, options), lines, options.stopped);
}

/** The same for a problem that is laid out already. */
export function undominatedIn(problem: Problem, lines: readonly PositionLine[], stopped?: Stopped): Undominated | NoUndominated {
  const { space, meanings } = problem;
  return (
    problem.ifSmall((): Undominated | NoUndominated => {
      const found = criteriaOf(meanings, lines);
      if (found.length === 0) return 'no-preferences';
      const met = problem.together(problem.demands(lines));
      const acceptable = space.some(met);
      const texts = acceptable ? met : problem.allowed;
      const front = frontOf(space, texts, found.map(({ measure }) => measure), stopped);
      if (front === undefined) return 'too-many';
      const scores = front.map(({ scores: whole, texts: count, text }) => ({ scores: whole.map((score, i) => rational(score * found[i]!.criterion.unit.num, found[i]!.criterion.unit.den)), texts: count, text }));
      return { criteria: found.map(({ criterion }) => criterion), acceptable, count: front.reduce((sum, { texts: count }) => sum + count, 0n), of: space.count(texts), scores };
    }) ?? 'too-many'
  );
}

/** The criteria of all holders, with what each gives where. */
function criteriaOf(meanings: Meanings, lines: readonly PositionLine[]): { readonly criterion: Criterion; readonly measure: Measure }[] {
  const { manager: m } = meanings.space.choices;
  const holders = [...new Set(lines.map(({ actor }) => actor))];
  return holders.flatMap((actor) => {
    const own = lines.filter((line) => line.actor === actor);
    const awards = awardsOf(meanings, actor).filter(({ line }) => own.includes(line));
    const { whole, scale } = scaleToWhole(awards.map(({ points }) => points));
    const points = awards.length === 0 ? [] : [{
      criterion: { actor, kind: 'points' as const, lines: [...new Set(awards.map(({ line }) => line.id))], unit: rational(1, scale) },
      measure: awards.map(({ when }, i) => ({ when, worth: whole[i]! })),
    }];
    const rankings = own.filter(({ verb }) => verb === 'ranks').map((line) => {
      const ranked = [line.subject, ...(line.then ?? [])];
      return {
        criterion: { actor, kind: 'ranking' as const, lines: [line.id], unit: rational(1) },
        // What comes first outweighs all that follows.
        measure: ranked.map((subject, i) => ({ when: meanings.of(subject, 'all', actor), worth: 1n << BigInt(ranked.length - 1 - i) })),
      };
    });
    const preferences = own.filter(({ verb, over }) => verb === 'prefers' && over !== undefined).map((line) => {
      const [a, b] = [meanings.of(line.subject, 'all', actor), meanings.of(line.over!, 'all', actor)];
      return {
        criterion: { actor, kind: 'preference' as const, lines: [line.id], unit: rational(1) },
        // Kept, since a line further on may judge a promise.
        measure: [{ when: meanings.space.keep(m.and(a, m.not(b))), worth: 1n }, { when: meanings.space.keep(m.and(b, m.not(a))), worth: -1n }, { when: TRUE as Node, worth: 1n }],
      };
    });
    return [...points, ...rankings, ...preferences];
  });
}
