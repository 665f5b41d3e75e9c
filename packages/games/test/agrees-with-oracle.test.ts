/** Every index of every engine against its definition, tried out over all coalitions, for all games of up to four members and random ones of up to twelve. */
import * as oracle from '@casus/oracle/power';
import { describe, expect, it } from 'vitest';
import {
  BALLOTS, binomialSemivalue, decisiveBetween, ballotProfile, INDEX_IDS, indexInfo, multilinear, outlookOf, profileByEnumeration, rational, RuleError, semivalue, Study, ternaryBanzhaf, ternaryBanzhafShares, ternaryPowerToAct, ternaryShapley,
  UNIFORM, UNION_INDEX_IDS, unionIndexInfo, votesCarriedGiven, type Ballot, type IndexId, type SimpleGame, type UnionIndexId,
} from '../src/index.js';
import fc from 'fast-check';
import { ENGINES, indexBy, WEIGHTED } from './engine.js';
import { anyBody, bodies, monotoneBody } from './support/bodies.js';
import { ballotRule, everyGame, everyMonotoneGame, randomGame, randomMonotone, randomUnions, randomVote, yesNo } from './support/oracle.js';

type OracleIndex = (game: oracle.YesNoGame) => oracle.Index;
type OracleUnionIndex = (game: oracle.YesNoGame, unions: oracle.Unions) => oracle.Index;

/** A new index does not compile until it has its definition here. */
const BY_ID: Readonly<Record<IndexId, OracleIndex>> = {
  shapley: oracle.shapley,
  banzhaf: oracle.banzhaf,
  penrose: oracle.penrose,
  swings: oracle.rawBanzhaf,
  prevent: oracle.colemanPrevent,
  initiate: oracle.colemanInitiate,
  act: (game) => [oracle.colemanAct(game)],
  rae: oracle.rae,
  nevison: oracle.nevison,
  inclusiveness: oracle.inclusiveness,
  'deegan-packel': oracle.deeganPackel,
  'public-good': oracle.publicGood,
  'public-good-absolute': oracle.absolutePublicGood,
  minimal: oracle.publicGoodValue,
  felsenthal: oracle.felsenthal,
  shift: oracle.shift,
  'shift-deegan-packel': oracle.shiftDeeganPackel,
  johnston: oracle.johnston,
  'public-help': oracle.publicHelp,
  'public-help-xi': oracle.publicHelpXi,
  'null-free-f': oracle.nullFreeF,
  'null-free-g': oracle.nullFreeG,
  'coleman-shapley': oracle.colemanShapley,
};

const WITH_UNIONS: Readonly<Record<UnionIndexId, OracleUnionIndex>> = {
  owen: oracle.owen,
  'banzhaf-owen': oracle.banzhafOwen,
  'symmetric-banzhaf': oracle.symmetricCoalitionalBanzhaf,
  'deegan-packel-unions': oracle.unionDeeganPackel,
  'public-good-owen': oracle.owenExtendedPublicGood,
  'public-good-solidarity': oracle.solidarityPublicGood,
  'public-good-union': oracle.unionPublicGood,
  'public-good-threat-alone': (game, unions) => oracle.threatPublicGood(game, unions, 'all-alone'),
  'public-good-threat-opens': (game, unions) => oracle.threatPublicGood(game, unions, 'union-opens'),
  'public-good-threat-leaves': (game, unions) => oracle.threatPublicGood(game, unions, 'member-leaves'),
};

const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const SMALL = everyMonotoneGame();
const ANY_SMALL = everyGame();
const MONOTONE = [...seeds(60).map((seed) => randomMonotone(seed, 8)), ...seeds(12).map((seed) => randomMonotone(1000 + seed, 12))];
const FREE = [...seeds(40).map((seed) => randomGame(seed, 8)), ...seeds(6).map((seed) => randomGame(2000 + seed, 12))];
const shown = (game: SimpleGame): string => JSON.stringify(game, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));

describe.each(ENGINES)('$name', (engine) => {
  for (const id of INDEX_IDS) {
    it(`${id}: monotone games`, () => {
      for (const game of [...SMALL, ...MONOTONE]) expect(indexBy(engine, id, game), shown(game)).toEqual(BY_ID[id](yesNo(game)));
    });
  }

  for (const id of INDEX_IDS.filter((each) => !indexInfo(each)!.monotoneOnly)) {
    it(`${id}: games in which more support can hurt`, () => {
      for (const game of [...ANY_SMALL, ...FREE]) expect(indexBy(engine, id, game), shown(game)).toEqual(BY_ID[id](yesNo(game)));
    });
  }

  it('semivalues', () => {
    const p = rational(2, 7);
    for (const game of [...SMALL, ...MONOTONE, ...FREE]) {
      const { profile } = engine.counts(game, 'profile');
      expect(binomialSemivalue(profile!, p)).toEqual(oracle.binomialSemivalue(yesNo(game), p));
      // All sizes equally likely, for a start: the weights of Shapley's orders.
      const n = game.players.length;
      const weights = oracle.range(n).map((s) => rational(oracle.factorial(s) * oracle.factorial(n - 1 - s), oracle.factorial(n)));
      expect(semivalue(profile!, weights)).toEqual(oracle.semivalue(yesNo(game), weights));
    }
  });
});

describe(WEIGHTED.name, () => {
  const votes = seeds(80).map((seed) => randomVote(seed, 12));
  for (const id of INDEX_IDS.filter((each) => indexInfo(each)!.needs !== 'shiftMinimal')) {
    it(id, () => {
      for (const game of votes) expect(indexBy(WEIGHTED, id, game), shown(game)).toEqual(BY_ID[id](yesNo(game)));
    });
  }
});

describe('votes by chance', () => {
  const cases = [...SMALL, ...MONOTONE.slice(0, 60)].map((game, g) => ({ game, groups: randomUnions(g, game.players.length) }));

  it('each with its own chance: the body acts, a member is decisive, has its way', () => {
    for (const { game } of cases) {
      const chances = game.players.map((_, i) => rational(i + 1, 2 * i + 5));
      const outlook = outlookOf(game, chances.map((yes, i) => ({ members: [i], yes })));
      const at = oracle.independent(chances);
      expect(outlook.acts, shown(game)).toEqual(oracle.act(yesNo(game), at));
      expect(multilinear(game, chances), shown(game)).toEqual(oracle.multilinear(yesNo(game), chances));
      expect(outlook.members.map(({ decisive }) => decisive), shown(game)).toEqual(oracle.decisive(yesNo(game), at));
      expect(outlook.members.map(({ success }) => success), shown(game)).toEqual(oracle.success(yesNo(game), at));
    }
  });

  it('homogeneous groups', () => {
    for (const { game, groups } of cases) {
      const outlook = outlookOf(game, groups.map((members) => ({ members, yes: UNIFORM })));
      const at = oracle.homogeneous(groups);
      expect(outlook.acts, shown(game)).toEqual(oracle.act(yesNo(game), at));
      expect(outlook.members.map(({ decisive }) => decisive), shown(game)).toEqual(oracle.decisive(yesNo(game), at));
      expect(outlook.members.map(({ success }) => success), shown(game)).toEqual(oracle.success(yesNo(game), at));
    }
  });
});

describe('what a game is like', () => {
  it('counts, members in special places, properties, desirability', () => {
    for (const game of [...SMALL, ...MONOTONE]) {
      const study = Study.of(game);
      const plain = yesNo(game);
      const { vetoers, dictators, dummies, classes, complete, proper, strong } = study.structure;
      const sum = (counts: readonly bigint[]): number => Number(counts.reduce((all, each) => all + each, 0n));
      expect(sum(study.profile.winning), shown(game)).toBe(oracle.winning(plain).length);
      expect(sum(study.minimal.count), shown(game)).toBe(oracle.minimalWinning(plain).length);
      expect(sum(study.minimalBlocking.count), shown(game)).toBe(oracle.minimalBlocking(plain).length);
      expect(sum(study.shiftMinimal.count), shown(game)).toBe(oracle.shiftMinimal(plain).length);
      const settled = study.profile.winning.every((count) => count === 0n);
      if (!settled) expect(vetoers, shown(game)).toEqual(oracle.vetoers(plain));
      expect({ dictators, dummies, complete, proper, strong }, shown(game)).toEqual({
        dictators: oracle.dictators(plain), dummies: oracle.dummies(plain), complete: oracle.isComplete(plain), proper: oracle.isProper(plain), strong: oracle.isStrong(plain),
      });
      expect([...classes].map((members) => [...members]).sort((a, b) => a[0]! - b[0]!), shown(game)).toEqual(oracle.classes(plain));
    }
  });

  it('whether it is monotone', () => {
    for (const game of [...ANY_SMALL, ...FREE]) expect(Study.of(game).notMonotone === undefined, shown(game)).toBe(oracle.isMonotone(yesNo(game)));
  });

  it('the minimal coalitions that win and that block, one by one', () => {
    for (const game of [...SMALL, ...MONOTONE]) {
      const study = Study.of(game);
      const masks = (side: 'winning' | 'blocking'): number[] => [...study.list(side)].map(oracle.coalition).sort((a, b) => a - b);
      expect(masks('winning'), shown(game)).toEqual(oracle.minimalWinning(yesNo(game)));
      expect(masks('blocking'), shown(game)).toEqual(oracle.minimalBlocking(yesNo(game)));
    }
  });
});

describe('a-priori unions', () => {
  const cases = (games: readonly SimpleGame[]) => games.flatMap((game, g) => seeds(3).map((seed) => ({ game, unions: randomUnions(100 * g + seed, game.players.length) })));
  for (const id of UNION_INDEX_IDS) {
    const info = unionIndexInfo(id)!;
    it(id, () => {
      for (const { game, unions } of cases([...SMALL, ...MONOTONE.slice(0, 60)])) expect(info.values(game, unions), `${shown(game)} ${JSON.stringify(unions)}`).toEqual(WITH_UNIONS[id](yesNo(game), unions));
    });
    if (!info.monotoneOnly) it(`${id}: games in which more support can hurt`, () => {
      for (const { game, unions } of cases([...ANY_SMALL, ...FREE.slice(0, 40)])) expect(info.values(game, unions), `${shown(game)} ${JSON.stringify(unions)}`).toEqual(WITH_UNIONS[id](yesNo(game), unions));
    });
  }
});

describe('ballots', () => {
  const SETS: readonly (readonly Ballot[])[] = [['yes', 'no'], ['yes', 'abstain', 'no'], BALLOTS];

  it.each(SETS.map((ballots) => ({ ballots })))('$ballots: counts and Banzhaf, any rule', ({ ballots }) => {
    fc.assert(fc.property(bodies(5, anyBody), (body) => {
      const profile = ballotProfile(body, ballots);
      const rule = ballotRule(body, ballots);
      const counted = oracle.countPassing(rule);
      expect(votesCarriedGiven(profile)).toEqual(counted.given.map((counts) => [...counts].reverse()));
      expect(ternaryPowerToAct(profile)).toEqual(oracle.actWithBallots(rule));
      expect(ternaryBanzhaf(profile)).toEqual(oracle.ballotPenrose(rule));
      expect(ternaryBanzhafShares(profile)).toEqual(oracle.ballotBanzhaf(rule));
      expect(decisiveBetween(profile, 'yes', 'no')).toEqual(oracle.ballotPenrose(rule));
    }), { numRuns: 60 });
  });

  it.each(SETS.map((ballots) => ({ ballots })))('$ballots: Shapley–Shubik by roll calls, monotone rules', ({ ballots }) => {
    fc.assert(fc.property(bodies(5, monotoneBody), (body) => {
      expect(ternaryShapley(ballotProfile(body, ballots))).toEqual(oracle.ballotShapley(ballotRule(body, ballots)));
    }), { numRuns: 60 });
  });
});

it('a rule that is not monotone is refused where it has no meaning', () => {
  const odd = FREE.filter((game) => !oracle.isMonotone(yesNo(game)));
  expect(odd.length).toBeGreaterThan(20);
  for (const game of odd) for (const id of INDEX_IDS.filter((each) => ['minimal', 'shiftMinimal', 'critical'].includes(indexInfo(each)!.needs))) {
    expect(() => indexBy(ENGINES[0]!, id, game), id).toThrow(RuleError);
  }
});

it('the engine by enumeration knows interchangeable members without being told', () => {
  for (const game of MONOTONE) expect(new Set(profileByEnumeration(game).classOf).size).toBeGreaterThanOrEqual(oracle.classes(yesNo(game)).length);
});
