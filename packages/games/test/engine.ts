/** The engines of this package, each behind one face, for the tests against the oracle and against published figures. */
import type { Values } from '../src/indices/values.js';
import {
  criticalByEnumeration, indexInfo, minimalByEnumeration, profileByEnumeration, shiftMinimalByEnumeration, Study, type IndexCounts, type IndexId, type SimpleGame,
} from '../src/index.js';

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

/** One weighted vote too large for a diagram, in counts of its own. */
export interface WeightedEngine {
  /** How many coalitions each member turns from losing to winning. */
  readonly swings: (quota: number, weights: readonly number[]) => readonly bigint[];
  readonly shapley: (quota: number, weights: readonly number[]) => Values;
}

/** The engine for one weighted vote of any size; `undefined` until there is one. */
export const WEIGHTED = undefined as WeightedEngine | undefined;
