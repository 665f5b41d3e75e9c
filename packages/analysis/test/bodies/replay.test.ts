import { compile } from '@casus/language';
import type { Ballot } from '@casus/games';
import { describe, expect, it } from 'vitest';
import { replay, type RecordedVote, type ReplayOptions } from '../../src/index.js';

const { value: CASE } = compile([{ path: 'league.casus', text: `case "League"
actor Arcadia, Borduria, Syldavia
group Old = Arcadia until 1965-08-30, OldSeats until 1965-08-30
group OldSeats = 2 elected seats
group New = Arcadia from 1965-08-31, NewSeats from 1965-08-31
group NewSeats = 4 elected seats
body Council { members Old, New  decides (at least 2 of Old or at least 4 of New) and no (Arcadia) against }
body Mixed { members Arcadia, 1 appointed seats, 1 elected seats  decides by at least 2 members }` }], () => undefined);

const WORDS: Readonly<Record<string, Ballot>> = { Y: 'yes', N: 'no', A: 'abstain', X: 'absent' };

/** `Arcadia Y, Borduria N` of a day, and whether it was adopted. */
const vote = (date: string, ballots: string, adopted: boolean): RecordedVote => ({
  name: 'R', line: 2, date: [date.split('/')[0]!, date.split('/').at(-1)!], adopted,
  ballots: ballots.split(', ').map((one) => ({ member: one.split(' ')[0]!, ballot: WORDS[one.split(' ')[1]!]! })),
});
const replayed = (body: string, votes: readonly RecordedVote[], options?: ReplayOptions): readonly string[] => [...replay(CASE, body, votes, options)].map(({ kind }) => kind);

describe('a recorded vote', () => {
  it('is run through the rule of its day', () => {
    const three = 'Arcadia Y, Borduria Y, Syldavia N';
    expect(replayed('Council', [vote('1960-01-01', three, true), vote('1970-01-01', three, true), vote('1970-01-01', `${three}, Ruritania N, Graustark N`, false)])).toEqual(['explained', 'open', 'explained']);
    expect(replayed('Council', [vote('1970-01-01', three, true), vote('1970-01-01', three, false)], { missing: 'absent' })).toEqual(['unexplained', 'explained']);
  });

  it('of which one veto is known is decided, and of which too little is known is open', () => {
    expect(replayed('Council', [vote('1970-01-01', 'Arcadia N', false), vote('1970-01-01', 'Arcadia N', true), vote('1970-01-01', 'Arcadia Y', false)])).toEqual(['explained', 'unexplained', 'open']);
  });

  it('of which only the year is known is decided if no change of the rule in that year matters', () => {
    const two = 'Arcadia Y, Borduria Y, Syldavia X';
    expect(replayed('Council', [vote('1964-01-01/1964-12-31', two, true), vote('1965-01-01/1965-12-31', two, true), vote('1965-01-01/1965-12-31', 'Arcadia N', false)], { missing: 'absent' })).toEqual(['explained', 'open', 'explained']);
  });

  it('fills anonymous seats with whom the body does not name, as long as there are seats', () => {
    const [one] = [...replay(CASE, 'Council', [vote('1960-01-01', 'Arcadia Y, Borduria Y, Syldavia Y, Ruritania Y', true)])];
    expect(one).toMatchObject({ kind: 'misfit', problem: { kind: 'no-seat', members: ['Borduria', 'Syldavia', 'Ruritania'], seats: 2 } });
    const [mixed] = [...replay(CASE, 'Mixed', [vote('1960-01-01', 'Arcadia Y, Borduria Y', true)])];
    expect(mixed).toMatchObject({ kind: 'misfit', problem: { kind: 'kinds-of-seats', groups: ['Mixed.appointed', 'Mixed.elected'] } });
  });
});
