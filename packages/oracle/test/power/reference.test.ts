import { describe, expect, it } from 'vitest';
import {
  banzhaf, banzhafOwen, blocking, colemanAct, colemanInitiate, colemanPrevent, countPassing, deeganPackel, dummies, fractionOf, johnston, KNOWN, knownGame, minimalWinning, owen, penrose, publicGood,
  rae, rawBanzhaf, securityCouncilPasses, shapley, vetoers, winning, type Index, type Rational, type YesNoGame,
} from '../../src/power/index.js';
import { show } from '../../src/rational.js';
import { power, present, shown } from './reference.js';

const BY_KEY: Readonly<Record<string, (game: YesNoGame) => Index>> = {
  swings: rawBanzhaf, banzhaf, penrose, shapley, deegan_packel: deeganPackel, holler_packel: publicGood, johnston, coleman_prevent: colemanPrevent, coleman_initiate: colemanInitiate, rae,
};

describe.runIf(present)('figures computed by other programs', () => {
  for (const [name, figures] of Object.entries(present ? power().computed.small : {})) {
    const game = (): YesNoGame => knownGame(KNOWN[name]!);
    it(`${name}: counts and members in special places`, () => {
      const of = game();
      expect([of.n, winning(of).length, minimalWinning(of).length, blocking(of).length].map(String)).toEqual([figures.n, figures.winning, figures.mwc, figures.blocking]);
      expect([vetoers(of).map(String), dummies(of).map(String)]).toEqual([figures.veto, figures.dummies]);
      expect(show(colemanAct(of))).toBe(figures.coleman_collective);
    });
    for (const [key, index] of Object.entries(BY_KEY)) it(`${name}: ${key}`, () => expect(index(game())).toEqual((figures[key] as string[]).map(fractionOf)));
  }

  it('has a test for every figure', () => {
    const counts = ['n', 'winning', 'mwc', 'blocking', 'coleman_collective', 'veto', 'dummies'];
    for (const figures of Object.values(power().computed.small)) expect(Object.keys(figures).filter(key => !counts.includes(key)).sort()).toEqual(Object.keys(BY_KEY).sort());
  });

  it('the Security Council with three permanent members in one union', () => {
    const figures = (power().computed as never)['Security Council, three permanent members in one union'] as { owen: Record<string, string>; banzhafOwen: Record<string, string> };
    const council = knownGame(KNOWN['UNSC n=15 [39;7x5,1x10]']!);
    const unions = [[0, 1, 2], ...Array.from({ length: 12 }, (_, i) => [i + 3])];
    for (const [key, value] of [['owen', owen], ['banzhafOwen', banzhafOwen]] as const) {
      const found = shown(value(council, unions));
      expect(found).toEqual([...Array(3).fill(figures[key]['inside']), ...Array(2).fill(figures[key]['otherPermanent']), ...Array(10).fill(figures[key]['elected'])]);
    }
  });

  it('the Six of 1958 with a Benelux union', () => {
    const figures = (power().computed as never)['EEC 1958, Benelux union'] as { owen: string[]; banzhafOwen: string[] };
    const six = knownGame(KNOWN['EEC 1958 [12;4,4,4,2,2,1]']!);
    const unions = [[0], [1], [2], [3, 4, 5]];
    expect({ owen: shown(owen(six, unions)), banzhafOwen: shown(banzhafOwen(six, unions)) }).toEqual(figures);
  });

  it('the Security Council with abstention, over all 14,348,907 profiles', () => {
    const figures = (power().computed as never)['Security Council with abstention (9 yes, no permanent no; yes/abstain/no)'] as Record<string, number> & Record<'permanent' | 'elected', Record<string, number>>;
    const { profiles, passing, given } = countPassing({ n: 15, ballots: 3, passes: securityCouncilPasses });
    expect([profiles, passing]).toEqual([BigInt(figures['profiles']!), BigInt(figures['passing']!)]);
    const of = (kind: 'permanent' | 'elected'): bigint[] => ['passGivenYes', 'passGivenAbstain', 'passGivenNo'].map(key => BigInt(figures[kind][key]!));
    expect(given).toEqual([...Array(5).fill(of('permanent')), ...Array(10).fill(of('elected'))]);
  });
});

describe.runIf(present)('figures read in publications', () => {
  const published = new Map((present ? power().published : []).map(entry => [entry.game, entry]));
  const of = (name: string): YesNoGame => knownGame(KNOWN[name]!);
  const values = (name: string, key: string): Rational[] => (published.get(name)![key] as (string | number)[]).map(fractionOf);
  const cases: [published: string, key: string, found: () => Index][] = [
    ['EEC 1958 [12;4,4,4,2,2,1]', 'banzhaf', () => banzhaf(of('EEC 1958 [12;4,4,4,2,2,1]'))],
    ['[51;50,49,1]', 'banzhaf', () => banzhaf(of('[51;50,49,1]'))],
    ['[51;50,49,1]', 'rawBanzhaf', () => rawBanzhaf(of('[51;50,49,1]'))],
    ['Straffin [6;4,3,2,1]', 'banzhaf', () => banzhaf(of('Straffin [6;4,3,2,1]'))],
    ['Holler 1982 [51;35,20,15,15,15]', 'deeganPackel', () => deeganPackel(of('Holler 1982 [51;35,20,15,15,15]'))],
    ['Holler 1982 [51;35,20,15,15,15]', 'publicGood', () => publicGood(of('Holler 1982 [51;35,20,15,15,15]'))],
    ['Stach 2011 [50;10,10,20,30]', 'shapley', () => shapley(of('Stach 2011 [50;10,10,20,30]'))],
    ['[4;3,2,1]', 'johnston', () => johnston(of('[4;3,2,1]'))],
    ['[68;60,34,13,11,17], unions {60},{34,13,11},{17}', 'owen', () => owen(of('[68;60,34,13,11,17], unions {60},{34,13,11},{17}'), [[0], [1, 2, 3], [4]])],
    ['[68;60,34,13,11,17], unions {60},{34,13,11},{17}', 'banzhafOwen', () => banzhafOwen(of('[68;60,34,13,11,17], unions {60},{34,13,11},{17}'), [[0], [1, 2, 3], [4]])],
  ];
  for (const [name, key, found] of cases) it(`${name}: ${key}`, () => expect(found()).toEqual(values(name, key)));

  it('Security Council: Shapley–Shubik', () => {
    const { shapley: said } = published.get('Security Council [39;7x5,1x10]') as unknown as { shapley: { elected: string; permanent: string } };
    expect(shown(shapley(of('UNSC n=15 [39;7x5,1x10]')))).toEqual([...Array(5).fill(said.permanent), ...Array(10).fill(said.elected)]);
  });
});
