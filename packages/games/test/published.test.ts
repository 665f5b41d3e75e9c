/** Every figure of ../shared/reference/power.json, to the digits that are printed there. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { KNOWN } from '@casus/oracle/power';
import { describe, expect, it } from 'vitest';
import {
  banzhafOwen, ballotProfile, decimal, owen, parseRational, showRational, Study, ternaryShapley, toNumber, unionSwings, votesCarriedGiven, weightedGame, type Formula, type IndexId, type Rational, type SimpleGame,
} from '../src/index.js';
import { ENGINES, indexBy, weightedShapley, weightedSwings } from './engine.js';
import { council } from './support/bodies.js';
import { names } from './support/games.js';
import { knownFormula } from './support/oracle.js';

const SHARED = resolve(import.meta.dirname, '../../../../shared');
const present = existsSync(resolve(SHARED, 'reference/power.json'));
if (!present) console.info('packages/games/test: published figures not compared, as ../shared/reference is not there.');

type Small = Readonly<Record<string, string | readonly string[]>>;
interface Computed {
  readonly small: Readonly<Record<string, Small>>;
}
const FILE = present ? (JSON.parse(readFileSync(resolve(SHARED, 'reference/power.json'), 'utf8')) as { published: { game: string; [key: string]: unknown }[]; computed: Computed & Record<string, never> }) : undefined;
const part = <T>(name: string): T => FILE!.computed[name] as unknown as T;
const lines = (file: string): string[] => readFileSync(resolve(SHARED, 'data', file), 'utf8').trim().split('\n').slice(1);

const [DIAGRAM] = ENGINES;
const values = (id: IndexId, game: SimpleGame, engine = DIAGRAM!): readonly Rational[] => indexBy(engine, id, game)!;
const read = (texts: readonly (string | number)[]): Rational[] => texts.map((text) => parseRational(`${text}`)!);
const sum = (counts: readonly bigint[]): bigint => counts.reduce((all, each) => all + each, 0n);
const players = (formula: Formula, n: number): SimpleGame => ({ players: names(n), formula });
const sumOf = (weights: readonly (number | bigint)[], quota: number | bigint): Formula => ({ kind: 'threshold', quota: BigInt(quota), terms: weights.map((weight, of) => ({ of, weight: BigInt(weight) })) });
/** As a double in print, but for the last bit or two that the other program's own arithmetic cost. */
const sameDouble = (found: Rational, printed: number): void => expect(Math.abs(toNumber(found) - printed), `${toNumber(found)} for ${printed}`).toBeLessThanOrEqual(8 * Number.EPSILON * printed);

const IDS: Readonly<Record<string, IndexId>> = {
  swings: 'swings', banzhaf: 'banzhaf', penrose: 'penrose', shapley: 'shapley', deegan_packel: 'deegan-packel', holler_packel: 'public-good', johnston: 'johnston', coleman_prevent: 'prevent', coleman_initiate: 'initiate', rae: 'rae',
};

describe.runIf(present).each(ENGINES)('small games: $name', (engine) => {
  for (const [name, figures] of Object.entries(FILE?.computed.small ?? {})) {
    it(name, () => {
      const game = knownFormula(KNOWN[name]!);
      for (const [key, id] of Object.entries(IDS)) expect(values(id, game, engine), key).toEqual(read(figures[key] as string[]));
      expect(values('act', game, engine)).toEqual(read([figures['coleman_collective'] as string]));
    });
  }
});

describe.runIf(present)('small games', () => {
  for (const [name, figures] of Object.entries(FILE?.computed.small ?? {})) {
    it(`${name}: counts and members in special places`, () => {
      const study = Study.of(knownFormula(KNOWN[name]!));
      const { vetoers, dummies } = study.structure;
      const wins = sum(study.profile.winning);
      expect([`${study.n}`, `${wins}`, `${sum(study.minimal.count)}`, `${2n ** BigInt(study.n) - wins}`]).toEqual(['n', 'winning', 'mwc', 'blocking'].map((key) => figures[key]));
      expect([vetoers.map(String), dummies.map(String)]).toEqual([figures['veto'], figures['dummies']]);
    });
  }
});

describe.runIf(present)('figures read in publications', () => {
  const entry = (game: string): Record<string, unknown> => FILE!.published.find((each) => each.game === game)!;
  const said = (game: string, key: string): Rational[] => read(entry(game)[key] as (string | number)[]);
  const cases: [game: string, key: string, id: IndexId][] = [
    ['EEC 1958 [12;4,4,4,2,2,1]', 'banzhaf', 'banzhaf'], ['[51;50,49,1]', 'banzhaf', 'banzhaf'], ['[51;50,49,1]', 'rawBanzhaf', 'swings'], ['Straffin [6;4,3,2,1]', 'banzhaf', 'banzhaf'],
    ['Holler 1982 [51;35,20,15,15,15]', 'deeganPackel', 'deegan-packel'], ['Holler 1982 [51;35,20,15,15,15]', 'publicGood', 'public-good'], ['Stach 2011 [50;10,10,20,30]', 'shapley', 'shapley'], ['[4;3,2,1]', 'johnston', 'johnston'],
  ];
  it.each(cases)('%s: %s', (game, key, id) => expect(values(id, knownFormula(KNOWN[game]!))).toEqual(said(game, key)));

  it('the Security Council: Shapley–Shubik', () => {
    const { elected, permanent } = entry('Security Council [39;7x5,1x10]')['shapley'] as Record<string, string>;
    for (const game of [weightedGame(39, [...Array<number>(5).fill(7), ...Array<number>(10).fill(1)]), weightedGame(49, [...Array<number>(5).fill(9), ...Array<number>(10).fill(1)])]) {
      expect(values('shapley', game).map(showRational)).toEqual([...Array<string>(5).fill(permanent!), ...Array<string>(10).fill(elected!)]);
    }
  });

  it('[68;60,34,13,11,17] with unions', () => {
    const name = '[68;60,34,13,11,17], unions {60},{34,13,11},{17}';
    const swings = unionSwings(knownFormula(KNOWN[name]!), [[0], [1, 2, 3], [4]]);
    expect([owen(swings), banzhafOwen(swings)]).toEqual([said(name, 'owen'), said(name, 'banzhafOwen')]);
  });

  it('the federal system of the United States: 537 members, 63,718 nodes', () => {
    const figures = entry('US federal system (President, Vice-President, 100 Senators, 435 Representatives; as in Bolus)')['penrose'] as Record<string, number>;
    const [president, vice, senators, house] = [0, 1, Array.from({ length: 100 }, (_, i) => i + 2), Array.from({ length: 435 }, (_, i) => i + 102)];
    const atLeast = (quota: number, members: readonly number[]): Formula => ({ kind: 'threshold', quota: BigInt(quota), terms: members.map((of) => ({ of, weight: 1n })) });
    // With the President, half of the Senate with the Vice-President's vote and half of the House; or two thirds of both without.
    const formula: Formula = { kind: 'or', of: [
      { kind: 'and', of: [atLeast(1, [president]), atLeast(51, [vice, ...senators]), atLeast(218, house)] },
      { kind: 'and', of: [atLeast(67, senators), atLeast(290, house)] },
    ] };
    const found = values('penrose', players(formula, 537));
    // That program adds up doubles: thirteen digits of what it prints hold; and it prints the President in two.
    for (const [member, printed] of [[vice, 'Vice-President and Senator'], [senators[0]!, 'Vice-President and Senator'], [house[0]!, 'Representative']] as const) {
      expect(toNumber(found[member]!).toPrecision(13)).toBe(figures[printed]!.toPrecision(13));
    }
    expect(decimal(found[president]!, 2)).toBe(figures['President']!.toFixed(2));
  });
});

describe.runIf(present)('with unions and with abstention', () => {
  it('the Security Council, three permanent members in one union', () => {
    const figures = part<Record<'owen' | 'banzhafOwen', Record<string, string>>>('Security Council, three permanent members in one union');
    const swings = unionSwings(weightedGame(39, [...Array<number>(5).fill(7), ...Array<number>(10).fill(1)]), [[0, 1, 2]]);
    const as = ({ inside, otherPermanent, elected }: Record<string, string>): (string | undefined)[] => [...Array(3).fill(inside), ...Array(2).fill(otherPermanent), ...Array(10).fill(elected)];
    expect(owen(swings).map(showRational)).toEqual(as(figures.owen));
    expect(banzhafOwen(swings).map(showRational)).toEqual(as(figures.banzhafOwen));
  });

  it('the Six of 1958 with a Benelux union', () => {
    const swings = unionSwings(weightedGame(12, [4, 4, 4, 2, 2, 1]), [[3, 4, 5]]);
    expect({ owen: owen(swings).map(showRational), banzhafOwen: banzhafOwen(swings).map(showRational) }).toEqual(part('EEC 1958, Benelux union'));
  });

  it('the Security Council with abstention', () => {
    const figures = part<Record<string, number> & Record<'permanent' | 'elected', Record<string, number>>>('Security Council with abstention (9 yes, no permanent no; yes/abstain/no)');
    const profile = ballotProfile(council);
    expect([3n ** 15n, profile.carried.reduce((all, row) => all + sum(row), 0n)]).toEqual([BigInt(figures['profiles']!), BigInt(figures['passing']!)]);
    const of = (kind: 'permanent' | 'elected'): bigint[] => ['passGivenNo', 'passGivenAbstain', 'passGivenYes'].map((key) => BigInt(figures[kind][key]!));
    expect(votesCarriedGiven(profile)).toEqual([...Array(5).fill(of('permanent')), ...Array(10).fill(of('elected'))]);
  });

  it('the Security Council with abstention, Shapley–Shubik', () => {
    // Counted separately, by how many permanent and elected members have been called and how many said yes. Freixas (2005) quotes 0.1636 and 0.0182 from
    // Felsenthal & Machover (1998), which differ from the definition in the fourth digit: it gives 0.1634 and 0.0183.
    expect(ternaryShapley(ballotProfile(council))!.map(showRational)).toEqual([...Array<string>(5).fill('118525786/725416965'), ...Array<string>(10).fill('26557607/1450833930')]);
  });
});

describe.runIf(present)('large bodies', () => {
  const UNION = 'EU27 Lisbon (at least 15 members and at least 65 % of 446,472,959 inhabitants; or at least 24 members)';
  interface Member { readonly population: number; readonly swings: string; readonly penrose: string; readonly banzhaf: string; readonly shapley: string }
  interface Counts { readonly winning: string; readonly minimalWinning: string; readonly blocking: string }
  const count = (study: Study): Counts => {
    const wins = sum(study.profile.winning);
    return { winning: `${wins}`, minimalWinning: `${sum(study.minimal.count)}`, blocking: `${2n ** BigInt(study.n) - wins}` };
  };
  const votes = (populations: readonly number[], blockingMinority: boolean): SimpleGame => {
    const all = populations.reduce((a, b) => a + b, 0);
    const double: Formula = { kind: 'and', of: [sumOf(populations.map(() => 1), 15), sumOf(populations.map((each) => 100 * each), 65 * all)] };
    return players(blockingMinority ? { kind: 'or', of: [double, sumOf(populations.map(() => 1), 24)] } : double, populations.length);
  };

  it('the Council of the European Union, 27 members, with the blocking minority of four', () => {
    const { members, winning, minimalWinning, blocking } = part<Counts & { members: Member[] }>(UNION);
    const game = votes(members.map(({ population }) => population), true);
    expect(count(Study.of(game))).toEqual({ winning, minimalWinning, blocking });
    expect(values('swings', game).map(showRational)).toEqual(members.map(({ swings }) => swings));
    for (const key of ['penrose', 'banzhaf', 'shapley'] as const) expect(values(key, game).map((value) => decimal(value, 15)), key).toEqual(members.map((each) => each[key]));
  });

  it('without the blocking minority', () => {
    const { members } = part<{ members: Member[] }>(UNION);
    const { winning, minimalWinning, blocking } = part<Counts>('EU27 Lisbon without the four-member blocking clause');
    expect(count(Study.of(votes(members.map(({ population }) => population), false)))).toEqual({ winning, minimalWinning, blocking });
  });

  it('the Electoral College of the United States, 51 members', () => {
    const figures = part<{ winning: string; swings: string[]; penrose: number[]; banzhaf: number[]; shapley: number[]; shapley_exact: Record<string, string> }>(
      'US Electoral College, 2020 census, quota 270 (states as in data/us_electoral_college order by votes)');
    const weights = lines('us_electoral_college/electoral_votes.csv').map((line) => Number(line.split(',').at(-1)));
    const game = weightedGame(270, weights);
    expect(`${sum(Study.of(game).profile.winning)}`).toBe(figures.winning);
    expect(values('swings', game).map(showRational)).toEqual(figures.swings);
    for (const key of ['penrose', 'banzhaf', 'shapley'] as const) values(key, game).forEach((value, i) => sameDouble(value, figures[key][i]!));
    expect(values('shapley', game).map(showRational)).toEqual(weights.map((weight) => figures.shapley_exact[weight]));
  });

  describe('the Monetary Fund at 85 %, 190 members', () => {
    const figures = (): { quota: number; members: { member: string; swings: string; shapley: number }[] } => part('IMF 85 % (quota 4,283,941 of 5,039,930; members as in data/imf)');
    // A name may hold commas; the votes are the last column but one.
    const weights = (): number[] => lines('imf/imf_quotas_2024-01-31.csv').map((line) => Number(line.split(',').at(-2)));

    it('swings', () => expect(weightedSwings(figures().quota, weights()).map(String)).toEqual(figures().members.map(({ swings }) => swings)));

    it('Shapley–Shubik, to the ten digits that are certain', () => {
      const found = weightedShapley(figures().quota, weights());
      expect(found).toHaveLength(figures().members.length);
      figures().members.forEach(({ member, shapley }, i) => {
        expect(found[i]!.error, member).toBeLessThan(1e-11);
        expect(Math.abs(found[i]!.value - shapley), member).toBeLessThan(1e-10);
      });
    });
  });
});
