import { describe, expect, it } from 'vitest';
import { bodyGame, decides, mattersOf, type BodyGame, type BodyOptions } from '../../src/index.js';
import type { Case } from '@casus/model';
import { compileFiles } from '../support/cases.js';

const CASES = new Map<string, Case>();

/** A body of a file of the library, which has no finding at all. */
function game(file: string, body: string, options: BodyOptions = {}): BodyGame {
  let case_ = CASES.get(file);
  if (case_ === undefined) {
    const { value, findings } = compileFiles(`library/${file}.casus`);
    expect(findings.map(({ message, place }) => `${place.file}:${place.line} ${message}`)).toEqual([]);
    CASES.set(file, (case_ = value));
  }
  const outcome = bodyGame(case_, body, options);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome;
}

/** Whether it passes with the yes of just these members, and everybody else against. */
const passes = ({ body }: BodyGame, yes: (member: string, index: number) => boolean): boolean | undefined =>
  decides(body, (member) => (yes(body.members[member]!, member) ? 'yes' : 'no'));

/** How often each member turns the outcome, by trying every coalition. */
function swings(game_: BodyGame): readonly number[] {
  const n = game_.body.members.length;
  const wins = Array.from({ length: 2 ** n }, (_, set) => passes(game_, (_, i) => (set >> i) % 2 === 1) === true);
  return Array.from({ length: n }, (_, i) => wins.filter((won, set) => won && (set >> i) % 2 === 1 && !wins[set - 2 ** i]).length);
}

const total = ({ weights }: BodyGame, attribute: string): bigint => weights.find((weight) => weight.attribute === attribute)!.figures.reduce((sum, { num }) => sum + num, 0n);

describe('bodies of the library, against known counts', () => {
  it('has the Security Council of eleven and of fifteen', () => {
    const early = game('security-council', 'SecurityCouncilOf1945');
    expect(swings(early)).toEqual([57, 57, 57, 57, 57, 5, 5, 5, 5, 5, 5]);
    const through = (asOf: string): BodyGame => game('security-council', 'SecurityCouncilSince1946', { asOf });
    expect(swings(through('1965-08-30'))).toEqual(swings(early));
    expect(swings(through('1965-08-31'))).toEqual([...Array<number>(5).fill(848), ...Array<number>(10).fill(84)]);
    expect(swings(game('un-charter', 'SecurityCouncil'))).toEqual(swings(through('2022-01-01')));
  });

  it('has the Council of the Communities from 1958 on', () => {
    const six = game('eu-council', 'EecCouncil1958');
    expect(Object.fromEntries(swings(six).map((count, i) => [six.body.members[i]!, count]))).toEqual({ Belgium: 6, France: 10, Germany: 10, Italy: 10, Luxembourg: 0, Netherlands: 6 });
    const votes = { EecCouncil1958: [6, 17], EecCouncil1973: [9, 58], EecCouncil1981: [10, 63], EecCouncil1986: [12, 76], EuCouncil1995: [15, 87], EuCouncil2004: [25, 124], EuCouncilNice25: [25, 321], EuCouncilNice: [27, 345] };
    for (const [body, [members, sum]] of Object.entries(votes)) {
      const council = game('eu-council', body);
      expect([body, council.body.members.length, Number(total(council, council.weights[0]!.attribute))]).toEqual([body, members, sum]);
    }
  });

  it('has the three conditions of Nice', () => {
    const nice = game('eu-council', 'EuCouncilNice');
    expect(total(nice, 'persons-2007')).toBe(492_881_500n);
    const without = (...out: string[]): boolean | undefined => passes(nice, (member) => !out.includes(member));
    // 87 votes against are too few to block, and 42 % of the population is enough.
    expect([without('Germany', 'France'), without('Germany', 'France', 'UK')]).toEqual([true, false]);
    // 91 votes block, with 26 % of the population; 88 do not.
    expect([without('Spain', 'Poland', 'Romania', 'Netherlands', 'Sweden'), without('Spain', 'Poland', 'Romania', 'Netherlands', 'Finland')]).toEqual([false, true]);
    const votes = nice.weights.find(({ attribute }) => attribute === 'votes-nice')!.figures;
    const smallest = [...votes.keys()].sort((one, other) => Number(votes[one]!.num - votes[other]!.num));
    // Fourteen of twenty-seven are a majority, and the thirteen largest are not.
    expect([passes(nice, (_, i) => !smallest.slice(0, 13).includes(i)), passes(nice, (_, i) => !smallest.slice(0, 14).includes(i))]).toEqual([true, false]);
  });

  it('has the Monetary Fund with every vote', () => {
    const fund = game('imf', 'ImfGovernors', { matter: 'ImfGovernors.quotas' });
    expect([fund.body.members.length, total(fund, 'imf-votes')]).toEqual([190, 5_039_930n]);
    expect([passes(fund, (member) => member !== 'US'), passes(fund, (member) => member !== 'Japan')]).toEqual([false, true]);
    const amendment = game('imf', 'ImfGovernors', { matter: 'ImfGovernors.amendment' });
    const byVotes = [...fund.weights[0]!.figures.entries()].sort((one, other) => Number(other[1].num - one[1].num)).map(([i]) => i);
    // The 100 with most votes have far more than 85 %, and are not three fifths of the members.
    expect([passes(fund, (_, i) => byVotes.slice(0, 100).includes(i)), passes(amendment, (_, i) => byVotes.slice(0, 100).includes(i))]).toEqual([true, false]);
    expect(passes(amendment, (_, i) => byVotes.slice(0, 114).includes(i))).toBe(true);
  });

  it('has the Bundesrat, the Canadian provinces, the Electoral College and Nassau County', () => {
    const bundesrat = game('federations', 'Bundesrat');
    expect([bundesrat.body.members.length, total(bundesrat, 'bundesrat-votes')]).toEqual([16, 69n]);
    const canada = game('federations', 'CanadianAmendment');
    expect(total(canada, 'inhabitants-2006')).toBe(31_511_587n);
    expect([...swings(canada)].sort((one, other) => other - one)).toEqual([106, 80, 80, 76, 68, 68, 68, 68, 68, 66]);
    const college = game('federations', 'ElectoralCollege');
    expect([college.body.members.length, total(college, 'electors')]).toEqual([51, 538n]);
    expect(swings(game('federations', 'NassauCounty1958'))).toEqual([16, 16, 16, 0, 0, 0]);
    const later = game('federations', 'NassauCounty1964');
    expect(Object.fromEntries(swings(later).map((count, i) => [later.body.members[i]!, count]))).toMatchObject({ HempsteadOne: 16, HempsteadTwo: 16, OysterBay: 16, NorthHempstead: 0 });
  });

  it('has the making of a law of the United States', () => {
    const law = game('federations', 'UsLegislation');
    expect(law.body.members.length).toBe(537);
    const with_ = (house: number, senate: number, president: boolean, vice: boolean): boolean | undefined => passes(law, (member) => {
      const [, chamber, number] = /^(\w+)\.[a-z]+-(\d+)$/.exec(member) ?? [];
      if (chamber === 'UsHouse') return Number(number) <= house;
      if (chamber === 'UsSenate') return Number(number) <= senate;
      return member === 'UsPresident' ? president : vice;
    });
    expect([with_(218, 51, true, false), with_(217, 51, true, false), with_(218, 50, true, false), with_(218, 50, true, true)]).toEqual([true, false, false, true]);
    expect([with_(290, 67, false, false), with_(289, 67, false, true), with_(290, 66, false, true)]).toEqual([true, false, false]);
  });

  it('has the regional councils, a board with a golden share and a treasury under several keys', () => {
    const africa = game('regional-councils', 'AfricanPeaceCouncil');
    expect([10, 9].map((yes) => passes(africa, (_, i) => i < yes))).toEqual([true, false]);
    const osce = game('regional-councils', 'OsceCouncil');
    expect([osce.body.members.length, passes(osce, () => true), passes(osce, (member) => member !== 'Malta')]).toEqual([57, true, false]);
    expect(game('regional-councils', 'ArabLeagueCouncil').body.members.length).toBe(22);
    const refused = bodyGame(CASES.get('regional-councils')!, 'OsceCouncil', { matter: 'OsceCouncil.consensus-minus-one' });
    expect(refused).toMatchObject({ ok: false, refusal: { message: 'who votes depends on who is the attacker' } });
    const minusOne = game('regional-councils', 'OsceCouncil', { matter: 'OsceCouncil.consensus-minus-one', roles: { attacker: new Set(['Malta']) } });
    expect([minusOne.excluded, passes(minusOne, () => true)]).toEqual([['Malta'], true]);
    const board = game('boards', 'CompanyBoard', { matter: 'CompanyBoard.reserved' });
    expect([board.body.members.at(-1), passes(board, (member) => member !== 'ConcessionHolder')]).toEqual(['ConcessionHolder', false]);
    expect([5, 4].map((yes) => passes(game('boards', 'MultisignatureTreasury'), (_, i) => i < yes))).toEqual([true, false]);
  });

  it('groups the matters of today’s Security Council by their rules', () => {
    expect(mattersOf(CASES.get('un-charter')!.bodies.get('SecurityCouncil')!).map(({ matters, other }) => [matters.length, other])).toEqual([[1, false], [2, false], [5, true]]);
  });
});
