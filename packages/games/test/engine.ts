/** The engines of this package, each behind one face, for the tests against the oracle and against published figures. */
import type { Values } from '../src/indices/values.js';
import {
  asWeighted, criticalByEnumeration, indexInfo, minimalByEnumeration, profileByEnumeration, shiftMinimalByEnumeration, Study, type IndexCounts, type IndexId, type SimpleGame,
} from '../src/index.js';
import { certifiedShapleyShubik, countSwings, criticalProfile, minimalProfile, weightedProfile, weightedVote, type Certified, type WeightedVote } from '../src/weighted/index.js';
import { layOut } from '../src/weighted/vote.js';

/** What makes the counts from which the indices follow. */
export interface Engine {
  readonly name: string;
  readonly counts: (game: SimpleGame, needs: keyof IndexCounts) => IndexCounts;
}

const diagram: Engine = {
  name: 'decision diagram',
  counts(game, needs) {
    const study = Study.of(game);
    switch (needs) {
      case 'profile': return { profile: study.profile };
      case 'minimal': return { minimal: study.minimal };
      case 'shiftMinimal': return { shiftMinimal: study.shiftMinimal };
      case 'critical': return { critical: { classOf: study.diagram.layout.levelOf, having: study.critical } };
    }
  },
};

const enumeration: Engine = {
  name: 'every case',
  counts(game, needs) {
    switch (needs) {
      case 'profile': return { profile: profileByEnumeration(game) };
      case 'minimal': return { minimal: minimalByEnumeration(game) };
      case 'shiftMinimal': return { shiftMinimal: shiftMinimalByEnumeration(game) };
      case 'critical': return { critical: criticalByEnumeration(game) };
    }
  },
};

export const ENGINES: readonly Engine[] = [diagram, enumeration];

/** An index of a game, by an engine; `undefined` where it is not defined. */
export function indexBy(engine: Engine, id: IndexId, game: SimpleGame): Values | undefined {
  const info = indexInfo(id)!;
  return info.values(engine.counts(game, info.needs));
}

/** One weighted vote, too large for a diagram: counted by weights. `classOf` in the results tells the members apart. */
const voteOf = (game: SimpleGame): WeightedVote => {
  const { weights, quota } = asWeighted(game)!;
  return weightedVote(quota, weights);
};

/** The engine for one weighted vote; it takes only games that `asWeighted` takes, with a quota from 1 to the sum of all weights. */
export const WEIGHTED: Engine = {
  name: 'weighted vote',
  counts(game, needs) {
    switch (needs) {
      case 'profile': return { profile: weightedProfile(voteOf(game)).profile };
      case 'minimal': return { minimal: minimalProfile(voteOf(game)) };
      case 'critical': {
        // Counted here as [class][k]: how many coalitions with k critical members have a given member of the class among them.
        const { classOf, critical } = criticalProfile(voteOf(game));
        return { critical: { classOf, having: critical.map((row) => new Map(row.flatMap((many, k) => (many === 0n ? [] : [[k, many] as const])))) } };
      }
      case 'shiftMinimal': throw new RangeError('the engine for weighted votes knows no shift-minimal coalitions');
    }
  },
};

/** The swings of every member of a weighted vote of any size. */
export function weightedSwings(quota: number, weights: readonly number[]): readonly bigint[] {
  const { classOf, swings } = countSwings(weightedVote(quota, weights));
  return classOf.map((cls) => swings[cls]!);
}

/** The Shapley–Shubik index of every member of a weighted vote, each within a proven error. */
export function weightedShapley(quota: number, weights: readonly number[]): readonly Certified[] {
  const vote = weightedVote(quota, weights);
  const found = certifiedShapleyShubik(vote);
  return layOut(vote).classOf.map((cls) => found[cls]!);
}
