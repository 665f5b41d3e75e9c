import { NameBook, type RecordedVote } from '@casus/analysis';
import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { namesIn, rowsOf } from '../src/votes/csv.js';
import { votesIn, type ReadOptions } from '../src/votes/read.js';
import { ballotOf, daysOf, outcomeOf } from '../src/votes/words.js';

const { value } = compile([{ path: 'names.casus', text: 'case "Names"\nactor Arcadia, Borduria "the Bordurian Republic", Syldavia' }], () => undefined);

function read(text: string, options: Partial<ReadOptions> = {}): RecordedVote[] {
  return [...votesIn(text, 'votes.csv', { matterOf: (written) => `Council.${written}`, names: new NameBook(value, [['Realm of Syldavia', 'Syldavia']]), ...options })];
}

const ballots = ({ ballots: cast }: RecordedVote): string => cast.map(({ member, ballot }) => `${member} ${ballot}`).join(', ');

describe('a table of comma-separated values', () => {
  it('keeps marks, line breaks and doubled quotation marks inside quotation marks, and tells the line of each row', () => {
    expect([...rowsOf('\uFEFFa,b\r\n"x, ""y""\nz",1\n\n"",2\n', 'f')]).toEqual([{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['x, "y"\nz', '1'] }, { line: 5, cells: ['', '2'] }]);
    expect([...rowsOf('a;"b,c"\n1;2', 'f')].map(({ cells }) => cells)).toEqual([['a', 'b,c'], ['1', '2']]);
    expect(() => [...rowsOf('a\n"b', 'f.csv')]).toThrow('`f.csv`, line 2: a quotation mark is opened and never closed');
  });

  it('takes lists of names in several forms', () => {
    expect(namesIn(`['Arcadia', "Côte d'Or", 'O\\'Neill']`)).toEqual(['Arcadia', "Côte d'Or", "O'Neill"]);
    expect(namesIn('Arcadia; Isles, Republic of')).toEqual(['Arcadia', 'Isles, Republic of']);
    expect([namesIn('Arcadia, Borduria'), namesIn('[]'), namesIn('')]).toEqual([['Arcadia', 'Borduria'], [], []]);
  });
});

describe('words of records', () => {
  it('are ballots, outcomes and days, or nothing', () => {
    expect(['Y', 'in favour', 'Abstained', 'X', 'did not vote', 'N', '13', ''].map(ballotOf)).toEqual(['yes', 'yes', 'abstain', 'absent', 'absent', 'no', undefined, undefined]);
    expect(['Adopted by majority', 'Not adopted - veto', 'rejected', 'passed', 'nothing'].map(outcomeOf)).toEqual([true, false, false, true, undefined]);
    expect([daysOf('1947', undefined), daysOf('2024-02', undefined), daysOf('2/16/1946', 'month-first'), daysOf('2/16/1946', 'day-first'), daysOf('2023-02-29', undefined)]).toEqual([
      ['1947-01-01', '1947-12-31'], ['2024-02-01', '2024-02-29'], ['1946-02-16', '1946-02-16'], undefined, undefined,
    ]);
  });
});

describe('a record of votes', () => {
  it('is read with a column for each member; counts of votes are no ballots', () => {
    const votes = read('resolution,draft,date,outcome,yes,Arcadia,Realm of Syldavia,Ruritania\nR1,D1,2031-05-01,adopted,2,Y,y,\n,D2,2031-06-01,not adopted,0,A,N,X');
    expect(votes.map((vote) => [vote.name, vote.line, vote.date?.[0], vote.adopted, ballots(vote)])).toEqual([
      ['R1', 2, '2031-05-01', true, 'Arcadia yes, Syldavia yes'], ['D2', 3, '2031-06-01', false, 'Arcadia abstain, Syldavia no, Ruritania absent'],
    ]);
  });

  it('is read with a row for each ballot', () => {
    const votes = read('vote,matter,outcome,member,ballot\nR1,war,passed,Arcadia,yes\nR1,war,passed,the Bordurian Republic,no\nR2,war,failed,Arcadia,abstain');
    expect(votes.map((vote) => [vote.name, vote.line, vote.matter, vote.adopted, ballots(vote)])).toEqual([['R1', 2, 'Council.war', true, 'Arcadia yes, Borduria no'], ['R2', 4, 'Council.war', false, 'Arcadia abstain']]);
  });

  it('is read with lists of names; a member on no list took no part', () => {
    const [vote] = read(`In Favor,Against,Abstain,Members\n"['Arcadia']",[],"['Ruritánia']","['Arcadia', 'Ruritania', 'Borduria']"`, { all: 'rejected' });
    expect([vote!.name, ballots(vote!)]).toEqual(['line 2', 'Arcadia yes, Ruritánia abstain, Borduria absent']);
    const [vetoes] = read('draft,veto1,veto2\nD1,Arcadia,Borduria', { all: 'rejected', against: ['veto1,veto2'] });
    expect(ballots(vetoes!)).toBe('Arcadia no, Borduria no');
  });

  it.each([
    ['a word that is no ballot', 'outcome,Arcadia\nadopted,Y\nadopted,perhaps', '`votes.csv`, line 3, column `Arcadia`: `perhaps` is no ballot'],
    ['a second ballot', 'vote,outcome,member,ballot\nR1,passed,Arcadia,yes\nR1,passed,arcadia,no', '`votes.csv`, line 3, column `member`: `arcadia` has voted already'],
    ['another outcome of the same vote', 'vote,outcome,member,ballot\nR1,passed,Arcadia,yes\nR1,failed,Borduria,no', '`votes.csv`, line 3: `R1` has another outcome here than on line 2'],
    ['rows of one vote apart', 'vote,outcome,member,ballot\nR1,passed,Arcadia,yes\nR2,passed,Arcadia,yes\nR1,passed,Borduria,yes', '`votes.csv`, line 4: more ballots of `R1`'],
    ['a date without order', 'date,outcome,Arcadia\n3/4/1990,adopted,Y', '`votes.csv`, line 2, column `date`: `3/4/1990`: say which number is the day with `--dates'],
    ['no date', 'date,outcome,Arcadia\n,adopted,Y', '`votes.csv`, line 2, column `date`: the date is missing'],
    ['a word that is no outcome', 'outcome,Arcadia\nmaybe,Y', '`votes.csv`, line 2, column `outcome`: `maybe` is no outcome'],
    ['no outcome at all', 'vote,Arcadia\nR1,Y', '`votes.csv` has no column `outcome`; name it with `--outcome COLUMN`'],
    ['too many cells', 'outcome,Arcadia\nadopted,Y,N', '`votes.csv`, line 2: 3 cells, and the table has 2 columns'],
    ['somebody who is no member', 'in favour,members,outcome\nArcadia;Graustark,Arcadia;Borduria,adopted', '`votes.csv`, line 2, column `members`: `Graustark` votes, and is not listed as a member'],
    ['no ballots', 'vote,agenda,outcome\nR1,peace,adopted', '`votes.csv` has no ballots that can be told'],
    ['no vote', 'vote,outcome,Arcadia\n', '`votes.csv` has a line of columns and no vote below it'],
  ])('is refused for %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('names the nearest column of a wrong one', () => {
    expect(() => read('vote,outcome,Arcadia\nR1,adopted,Y', { date: 'dat' })).toThrow('`votes.csv` has no column `dat`');
  });
});
