import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { BIN, ROOT, casus, folder, type Ran } from './command.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** The document, which must keep to its schema, and to the fields that it names. */
function document<T>(schema: string, { stdout, stderr }: Ran): T {
  expect(stderr).toBe('');
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (typeof part !== 'object' || part === null) return part;
    const copy: Record<string, unknown> = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, close(value)]));
    return 'properties' in copy && 'required' in copy ? { ...copy, additionalProperties: false } : copy;
  };
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(close(JSON.parse(readFileSync(join(ROOT, `packages/report/schema/${schema}.json`), 'utf8'))) as object, JSON.parse(stdout));
  expect(ajv.errors).toBeNull();
  return JSON.parse(stdout) as T;
}

interface PowerDocument {
  readonly indices: readonly { readonly id: string; readonly members?: Readonly<Record<string, string>>; readonly body?: string; readonly intervals?: Readonly<Record<string, readonly [number, number]>> }[];
  readonly structure: Readonly<Record<string, unknown>>;
  readonly missing: readonly { readonly id: string }[];
}
const power = (...args: readonly string[]): PowerDocument => document('power-1', casus(['power', ...args, '--json']));
const indexOf = ({ indices }: PowerDocument, id: string): Readonly<Record<string, string>> => indices.find((index) => index.id === id)!.members!;

const CASE = `case "Council"
actor Arcadia, Borduria, Syldavia
actor Ruritania "Republic of Ruritania"
group Founders "founders" = Arcadia, Borduria
group Helpers = Arcadia, Borduria, Syldavia
act assist "come to the aid of"
treaty Pact "Pact" {
  parties Arcadia, Borduria, Syldavia, Ruritania
  article 1 "Help" { upon armed attack on Ruritania { if Council adopts help then each of Arcadia, Borduria and Syldavia shall assist Ruritania within 3 days } }
}
body Council "Council of Four" {
  members Arcadia, Borduria, Syldavia, Ruritania
  matter help "help"
  matter rules "rules of procedure"
  decides rules by at least 2 members
  decides any other matter by at least 3 members and no Founders against
}
scenario Attack "Borduria attacks" { Borduria attacks Ruritania }
promise Help "somebody helps" { at least 1 of Helpers assist Ruritania }
`;

describe('casus power', () => {
  it('reads names that end in figures, and weights behind a colon or a space', () => {
    expect(indexOf(power('[3; P5 2, Seat 1: 1, Seat 2 = 1, "Old Borduria" 2/3]', '--index', 'shapley'), 'shapley')).toEqual({ P5: '2/3', 'Seat 1': '1/6', 'Seat 2': '1/6', 'Old Borduria': '0/1' });
  });

  it('has the figures of the literature', () => {
    const council = power('SecurityCouncil');
    expect(indexOf(council, 'shapley')).toMatchObject({ China: '421/2145', 'SecurityCouncil.elected-1': '4/2145' });
    expect(indexOf(power('[12; 4,4,4,2,2,1]', '--index', 'banzhaf'), 'banzhaf')).toEqual({ 1: '5/21', 2: '5/21', 3: '5/21', 4: '1/7', 5: '1/7', 6: '0/1' });
    expect(council.structure).toMatchObject({ winning: '848', minimalWinning: '210', minimalBlocking: '125', proper: true, strong: false, weighted: { quota: '39', smallest: true }, dimension: { least: 1, most: 1 } });
  });

  it('takes bodies of the case in the folder before those of the library, by rule, by title, from a file', () => {
    const here = folder({ 'a.casus': CASE });
    const titles = [['Council'], ['council of four'], ['a.casus'], ['a.casus:Council'], ['.:Council']].map((args) => casus(['power', ...args, '--index', 'act'], here));
    for (const { code, stdout, stderr } of titles) {
      expect([code, stderr]).toEqual([0, '']);
      expect(flat(stdout)).toContain('Council of Four (Council) The vote - By the rule “decides any other matter by at least 3 members and no Founders against” (a.casus:16:3)');
      expect(flat(stdout)).toContain('Council of Four decides other matters otherwise; `--rule rules` shows that.');
      expect(flat(stdout)).toContain('Arcadia and Borduria can each block alone.');
    }
    expect(flat(casus(['power', 'Council', '--rule', 'rules', '--index', 'act'], here).stdout)).toContain('Nobody can block alone.');
    expect(casus(['power', 'SecurityCouncil', '--index', 'act'], here).code).toBe(0);
  });

  it('tells whom those outside a coalition leave in power', () => {
    const of = (others: string): string => flat(casus(['power', 'Council', '--others', others, '--index', 'act'], folder({ 'a.casus': CASE })).stdout);
    expect(of('no')).toContain('Those outside a coalition vote no. ');
    expect(of('no')).toContain('Arcadia and Borduria can each block alone.');
    expect(of('abstain')).toContain('Those outside a coalition abstain.');
    expect(of('abstain')).toContain('Nobody can block alone.');
  });

  it('reads tables of members and weights, exactly', () => {
    const here = folder({ 'shares.csv': 'member,shares,heads\nArcadia,50,1\n"Borduria, North",49.5,1\nRuritania,1/2,1\n' });
    const { code, stdout } = casus(['power', 'shares.csv', '--quota', '>50%', '--index', 'shapley', '--csv', '--fractions'], here);
    expect([code, stdout]).toEqual([0, 'member,name,class,shares,shapley\r\nArcadia,Arcadia,1,50,2/3\r\n"Borduria, North","Borduria, North",2,99/2,1/6\r\nRuritania,Ruritania,2,1/2,1/6\r\n']);
    expect(casus(['power', 'shares.csv', '--quota', '2/3 of all', '--weight', 'heads', '--index', 'penrose', '--csv'], here).stdout).toContain('Ruritania,Ruritania,1,1,0.5000');
  });

  it('adds unions, abstention and probabilities where they are given', () => {
    expect(indexOf(power('[12; 4,4,4,2,2,1]', '--unions', '4+5+6', '--index', 'owen'), 'owen')).toMatchObject({ 1: '1/4', 4: '1/8', 6: '0/1' });
    expect(indexOf(power('SecurityCouncil', '--ternary', '--index', 'ternary-banzhaf'), 'ternary-banzhaf')).toMatchObject({ China: '36112/1594323', 'SecurityCouncil.elected-1': '5906/531441' });
    const chance = power('[3; 1x5]', '--probability', '1=uniform,2=uniform,rest=1/4', '--index', 'chance-decisive,chance-act');
    expect(chance.indices.find(({ id }) => id === 'chance-act')!.body).toMatch(/^\d+\/\d+$/);
    expect(indexOf(power('[2; A 1, B 1, C 1]', '--probability', 'A=1,B=1/2,C=1/3', '--index', 'chance-decisive'), 'chance-decisive')).toEqual({ A: '1/2', B: '2/3', C: '1/2' });
  });

  it('estimates from a seed, with intervals, and the same seed gives the same', () => {
    const args = ['[51; A 50, B 49, C 1]', '--monte-carlo', '20_000', '--seed', '7'];
    const [one, again, other] = [power(...args), power(...args), power(...args.slice(0, -1), '8')];
    expect(again).toEqual(one);
    expect(indexOf(other, 'estimate-shapley')).not.toEqual(indexOf(one, 'estimate-shapley'));
    const [low, high] = one.indices.find(({ id }) => id === 'estimate-shapley')!.intervals!['A']!;
    expect(low < 2 / 3 && 2 / 3 < high && high - low < 0.03).toBe(true);
    expect(one.indices.map(({ id }) => id)).toEqual(['estimate-shapley', 'estimate-penrose', 'estimate-act']);
  });

  it('sweeps the quota', () => {
    const run = casus(['power', '[51; A 50, B 49, C 1]', '--quota-sweep', '50%..100%/25%', '--json']);
    const { steps } = document<{ steps: { quota: string; vetoers: number; members: Record<string, string> }[] }>('power-sweep-1', run);
    expect(steps.map(({ quota, vetoers, members: { A, C } }) => [quota, vetoers, A, C])).toEqual([['50/1', 0, '2/3', '1/6'], ['75/1', 2, '1/2', '0/1'], ['100/1', 3, '1/3', '1/3']]);
    expect(casus(['power', '[51; A 50, B 49, C 1]', '--quota-sweep', '51..52', '--index', 'banzhaf', '--csv']).stdout).toContain('51,0.3750,1,0,A,A,0.6000\r\n');
  });

  it('looks into the game of a promise, and says which', () => {
    const here = folder({ 'a.casus': CASE });
    const args = ['Help', '--in', 'Pact', '--when', 'Attack'];
    const { code, stdout, stderr } = casus(['power', ...args, '--index', 'shapley'], here);
    expect([code, stderr]).toEqual([0, '']);
    expect(flat(stdout)).toContain('somebody helps (Help) The vote - In “Pact”, in the case “Borduria attacks”. - This is the game of what is owed');
    expect(flat(stdout)).toContain('Ruritania always works for the promise and is no player. - Borduria, the hostile side, is a player');
    // Ruritania votes yes: one more of three, and neither founder against.
    expect(flat(stdout)).toContain('Arcadia and Borduria can each block alone. - Nobody can decide alone. - Never decisive (a dummy): Syldavia.');
    expect(flat(casus(['coalitions', ...args], here).stdout)).toContain('1 minimal winning coalition It carries');
    expect(casus(['coalitions', ...args], here).stdout).toContain('1. Arcadia, Borduria (2 members)');
  });

  it('counts one vote of many weights by generating functions, and a rule that is none says so', () => {
    const weights = Array.from({ length: 40 }, (_, i) => i + 1).join(',');
    const { stdout } = casus(['power', `[411; ${weights}]`, '--index', 'banzhaf,shapley,johnston,minimal']);
    expect(flat(stdout)).toContain('Swings: generating functions of the one weighted vote, modulo primes');
    expect(flat(stdout)).toContain('Weighted: [411;');
    expect(flat(casus(['power', 'EuCouncilNice25', '--index', 'act']).stdout)).toContain('Not weighted: no weights and no quota for a single vote do the same.');
  });

  it('prints Markdown', () => {
    const { stdout } = casus(['power', '[51; A 50, B 49, C 1]', '--index', 'shapley', '--markdown']);
    expect(stdout).toContain('| member | weight | Shapley |\n|---|---:|---:|\n| A | 50 | 0.6667 |\n');
  });
});

describe('casus vote', () => {
  it('tells each condition, and the smallest change', () => {
    const { stdout } = casus(['vote', 'Council', '--yes', 'Arcadia,Syldavia,Ruritania', '--no', 'rest'], folder({ 'a.casus': CASE }));
    expect(flat(stdout)).toContain('It fails. - Met: 3 of 4 members are in favour; at least 3 must be. - Not met: None of the founders may be against; Borduria is. What would make it pass - It passes if Borduria stays away; no other member can turn it alone.');
  });

  it('takes groups and single members, seats by their number, and keeps to its schema', () => {
    const run = casus(['vote', 'SecurityCouncil', '--yes', 'P5,4 elected members', '--no', 'rest', '--abstain', 'China', '--json']);
    const { passes, ballots, change } = document<{ passes: boolean; ballots: Record<string, string>; change: { size: number; count: string } }>('vote-1', run);
    expect([passes, ballots['China'], ballots['Russia'], change.size, change.count]).toEqual([false, 'abstain', 'yes', 1, '7']);
    expect(Object.values(ballots).filter((ballot) => ballot === 'yes')).toHaveLength(8);
  });

  it('tells where nothing turns it, and where seats do not matter', () => {
    expect(flat(casus(['vote', 'SecurityCouncil', '--yes', 'rest', '--no', '3 elected members']).stdout)).toContain('It fails if 1 member changes its ballot; there are 5 ways:');
    expect(flat(casus(['vote', 'SecurityCouncil', '--yes', 'P5', '--no', 'rest']).stdout)).toContain('- 4 of the elected members vote yes (210 ways).');
  });

  it('asks where no ballots are given', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'vote', '[51; Arcadia 50, Borduria 49, Ruritania 1]'], { encoding: 'utf8', input: 'yes Arcadia\nno rest\nundo\nyes Ruritnia\nyes ruritania\nquit\n' });
    expect(status).toBe(2);
    expect(stderr).toBe('casus: there is no member or group `Ruritnia`; did you mean `Ruritania`? there are: Arcadia, Borduria, Ruritania\n');
    const shown = stdout.split('casus> ').map(flat);
    expect(shown[0]).toContain('Nobody has voted yet; they count as absent.');
    expect(shown[2]).toContain('Against: Borduria and Ruritania (2). It fails.');
    expect(shown[5]).toContain('In favour: Arcadia and Ruritania (2). - Absent: Borduria (1). It passes.');
  });
});

describe('casus coalitions', () => {
  it('counts and lists, seats told once', () => {
    const { stdout } = casus(['coalitions', 'SecurityCouncil', '--blocking']);
    expect(flat(stdout)).toContain('125 minimal blocking coalitions');
    expect(stdout).toContain('  6. 7 of the elected members (7 members, 120 coalitions)');
  });

  it('keeps those with and without members, and its schema', () => {
    const run = casus(['coalitions', 'UnionCouncil', '--rule', 'proposal', '--with', 'Germany', '--without', 'France', '--max', '3', '--json']);
    const found = document<{ count: string; complete: boolean; coalitions: string[][] }>('coalitions-1', run);
    expect([found.count, found.complete, found.coalitions.length]).toEqual(['697949', false, 3]);
    expect(found.coalitions.every((one) => one.includes('Germany') && !one.includes('France') && one.length === 15)).toBe(true);
  });

  it('prints CSV, only counts, and lists all', () => {
    expect(casus(['coalitions', '[51; A 50, B 49, C 1]', '--csv']).stdout).toBe('members,coalition\r\n2,A; B\r\n2,A; C\r\n');
    expect(casus(['coalitions', '[51; A 50, B 49, C 1]', '--count']).stdout).not.toContain('1. ');
    expect(casus(['coalitions', '[20; 1x40]', '--max', '1']).stdout).toContain('1 of 137,846,528,820 coalitions shown');
    expect(casus(['coalitions', '[3; 1x6]', '--all']).stdout).toContain('  20. ');
  });
});

describe('casus reform', () => {
  it('tells winners and losers, and who can now block what', () => {
    const after = CASE.replace('by at least 3 members and no Founders against', 'by at least 3 members');
    const here = folder({ 'now/a.casus': CASE, 'next.casus': after });
    const run = casus(['reform', 'Council', '--case', 'now', '--to', 'next.casus', '--json'], here);
    const { members, lostBlocks } = document<{ members: { id: string; blocking: { before?: number; after?: number; lost?: string } }[]; lostBlocks: string[][] }>('reform-1', run);
    expect(members.map(({ id, blocking: { before, after: now } }) => [id, before, now])).toEqual([['Arcadia', 1, 2], ['Borduria', 1, 2], ['Syldavia', 2, 2], ['Ruritania', 2, 2]]);
    expect(lostBlocks).toEqual([['Arcadia'], ['Borduria']]);
    expect(flat(casus(['reform', 'Council', '--case', 'now', '--to', 'next.casus'], here).stdout)).toContain('Arcadia and Borduria can no longer block alone. Shapley–Shubik index: 2 winners, 2 losers');
  });

  it('matches members by name, and tells who joins', () => {
    const { stdout } = casus(['reform', 'SecurityCouncilOf1945', '--to-body', 'SecurityCouncil', '--index', 'banzhaf']);
    expect(flat(stdout)).toContain('Only after: 4 of the elected members.');
    expect(flat(stdout)).toMatch(/6 of the elected members with 4 others with 6 others \d+ \d+/);
  });

  it('takes another quota for a game that is written out, as for a table', () => {
    const { stdout } = casus(['reform', '[51; Arcadia 50, Borduria 49, Ruritania 1]', '--to-quota', '67', '--index', 'shapley']);
    expect(flat(stdout)).toContain('After - A vote passes with at least 67 of 100.');
    expect(flat(stdout)).toMatch(/Borduria 0\.1667 0\.5000 \+0\.3333/);
  });

  it('leaves out who can block with whom where the weights are too many for diagrams, and says so', () => {
    const weights = Array.from({ length: 60 }, (_, i) => `M${i} ${1000 + 37 * i * i}`).join(', ');
    const run = casus(['reform', `[>50%; ${weights}]`, '--to-quota', '60%', '--index', 'banzhaf', '--json']);
    const { notes, members } = document<{ notes: string[]; members: { blocking: object }[] }>('reform-1', run);
    expect(notes).toEqual(['Who can block with whom is not compared: there are too many different weights']);
    expect(members[0]!.blocking).toEqual({});
  });
});

describe('what is refused', () => {
  const here = folder({
    'a.casus': CASE, 'neg.csv': 'member,shares\nArcadia,50\nBorduria,-3\n', 'missing.csv': 'member,shares\nArcadia,50\nBorduria,\n', 'twice.csv': 'member,shares\nArcadia,50\nArcadia,2\n', 'nan.csv': 'member,shares\nArcadia,NaN\n',
    'cells.csv': 'member,shares\nArcadia,1,2\n', 'good.csv': 'member,shares\nArcadia,1\nBorduria,2\n', 'empty/notes.txt': 'none\n',
  });
  writeFileSync(join(here, 'bytes.csv'), Uint8Array.of(0xff, 0xfe, 0x00, 0x80));
  it.each<[string, readonly string[], string]>([
    ['a negative weight in a table', ['power', 'neg.csv', '--quota', '50%'], '`neg.csv`, row 3, column `shares`: -3 is negative'],
    ['a missing weight', ['power', 'missing.csv', '--quota', '50%'], '`missing.csv`, row 3, column `shares`: the weight is missing'],
    ['a member twice', ['power', 'twice.csv', '--quota', '50%'], '`twice.csv`, row 3: `Arcadia` is a member twice; it stands in row 2 already'],
    ['no number', ['power', 'nan.csv', '--quota', '50%'], '`nan.csv`, row 2, column `shares`: `NaN` is no number'],
    ['too many cells', ['power', 'cells.csv', '--quota', '50%'], '`cells.csv`, row 2: 3 cells where the head has 2'],
    ['a table without a quota', ['power', 'good.csv'], 'has weights and no quota; add `--quota 70%`'],
    ['an unknown column', ['power', 'good.csv', '--quota', '2', '--weight', 'share'], 'has no column `share`; did you mean `shares`?'],
    ['a quota of zero', ['power', '[0; 1,1]'], 'the quota is 0: nobody would be needed'],
    ['a quota above the total', ['power', '[5; 1,1]'], 'the quota (5) is above the total of all weights (2)'],
    ['more than all', ['power', 'good.csv', '--quota', '>100%'], 'the quota (>100%) is above the total'],
    ['a negative weight', ['vote', '[1; A 1, B -1]', '--yes', 'A'], 'the weight of `B` is -1; a weight is never negative'],
    ['a weight left out', ['power', '[1; 1,,1]'], 'the weight of member 2 is missing'],
    ['a name twice', ['power', '[1; A 1, A 1]'], '`A` is a member twice'],
    ['none of a weight', ['power', '[1; 5x0, 1x2]'], 'the weight of member 1, `5x0`, is no number'],
    ['a bracket that is not closed', ['power', '[1; 1'], 'the closing `]` is missing'],
    ['an unknown body', ['power', 'Counsil'], 'there is no body `Counsil` here or in the library; did you mean `Council`?'],
    ['an unknown index', ['power', 'Council', '--index', 'banzaf'], 'there is no index `banzaf`; did you mean `banzhaf`?'],
    ['an index that needs unions', ['power', 'Council', '--index', 'owen'], '`owen` needs unions: add `--unions "A+B,C+D"`'],
    ['an unknown matter', ['power', 'Council', '--rule', 'halp'], '`Council` has no matter `halp`; did you mean `help`?'],
    ['an unknown member', ['vote', 'Council', '--yes', 'Arcadio'], 'there is no member or group `Arcadio`; did you mean `Arcadia`?'],
    ['a ballot left open', ['vote', 'Council', '--yes', 'Arcadia,Borduria'], 'nothing is said of Syldavia and Republic of Ruritania; add them, or say what the rest do, as `--no rest`'],
    ['two ballots of one', ['vote', 'Council', '--yes', 'Arcadia', '--no', 'Arcadia,rest'], '`Arcadia` stands under both --yes (Arcadia) and --no (Arcadia)'],
    ['a member in two unions', ['power', '[2; 1x3]', '--unions', '1+2,2+3'], 'is in two unions, `1+2` and `2+3`'],
    ['a probability that is none', ['power', '[2; 1x3]', '--probability', '1=3/2'], '3/2 is no probability'],
    ['a sweep beyond the total', ['power', '[2; 1x3]', '--quota-sweep', '1..9'], 'a sweep ends at the total of all weights (3) at most'],
    ['a sweep of several votes', ['power', 'Council', '--quota-sweep', '1..2'], 'this rule is more than that'],
    ['a seed without samples', ['power', 'Council', '--seed', '3'], '`--seed` goes with `--monte-carlo`'],
    ['a rule of a written game', ['power', '[2; 1x3]', '--rule', 'x'], '`--rule` goes with a body of a case'],
    ['who is asked for and ruled out', ['coalitions', 'Council', '--with', 'Arcadia', '--without', 'Founders'], '`Arcadia` is asked for and ruled out'],
    ['a promise without a scenario', ['power', 'Help', '--in', 'Pact'], 'name it with `--when SCENARIO`'],
    ['a reform to nothing', ['reform', 'Council'], 'say what it becomes: `--to FILE`'],
    ['bodies without a common member', ['reform', 'Council', '--to', '[1; X 1]'], 'no member in common'],
    ['two forms', ['power', 'Council', '--csv', '--json'], 'choose one of --csv and --json'],
    ['a quota of a body in a case', ['power', 'Council', '--quota', '2'], '`--quota` goes with a table of weights'],
    ['a column of a body in a case', ['power', 'Council', '--weight', 'shares'], '`--weight` goes with a table of weights'],
    ['a quota for another body', ['reform', '[2; A 1, B 1]', '--to', '[1; A 1, B 1]', '--to-quota', '2'], '`--to-quota` goes with a table of weights, or without `--to`'],
    ['a quota for a rule that is no single vote', ['reform', 'Council', '--to-quota', '2'], '`--to-quota` goes with one vote by weights'],
    ['a quota and another rule', ['reform', '[2; A 1, B 1]', '--to-quota', '1', '--to-rule', 'x'], '`--to-quota` does not go with `--to-rule`'],
    ['a sweep with a third ballot', ['power', '[2; 1x3]', '--quota-sweep', '1..2', '--ternary'], '`--quota-sweep` does not go with `--ternary`'],
    ['a sweep with samples', ['power', '[2; 1x3]', '--quota-sweep', '1..2', '--monte-carlo', '9'], '`--quota-sweep` does not go with `--monte-carlo`'],
    ['a sweep beyond exact reach', ['power', `[50%; ${Array.from({ length: 30 }, (_, i) => 10 ** 9 + 7919 * i * i).join(', ')}]`, '--quota-sweep', '50%..52%'], 'is beyond exact reach: counting the swings by size would take'],
    ['a promise without a text', ['power', 'Help', '--when', 'Attack'], '`Help` is a promise; name the text and the scenario'],
    ['a game that breaks off', ['power', '[2; 1x3] and'], 'at character 13: a vote is missing at the end'],
    ['a folder without a case', ['power', './empty'], 'the folder `./empty` has no case'],
    ['a table that is no text', ['power', 'bytes.csv', '--quota', '2'], 'casus: `bytes.csv` is not a text in UTF-8'],
    ['more samples than can be drawn', ['power', '[2; 1x3]', '--monte-carlo', '99999999999'], 'from 1 to 10000000000'],
    ['an unknown member where names are short', ['power', '[2; 1x3]', '--unions', '1+9'], 'no member or group `9`; there are: 1, 2, 3'],
    ['a file that is not there', ['power', 'nope.csv', '--quota', '3'], 'cannot read `nope.csv`: there is no such file or folder'],
  ])('%s', (_, args, message) => {
    const { code, stdout, stderr } = casus(args, here);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('Ctrl-C', () => {
  it('prints what was found so far, says what was not, and ends with 130', async () => {
    // Far more than can be counted while the test waits.
    const weights = Array.from({ length: 400 }, (_, i) => 40_000 + 97 * i).join(',');
    const child = spawn(process.execPath, [BIN, 'power', `[12000000; ${weights}]`, '--monte-carlo', '5000000000', '--index', 'estimate-penrose,estimate-shapley']);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => (stdout += String(text)));
    child.stderr.on('data', (text) => (stderr += String(text)));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await new Promise((wait) => setTimeout(wait, 8000));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stderr).toBe('casus: stopped; this is what was found so far\n');
    expect(flat(stdout)).toContain('Absolute Banzhaf index, estimated: stopped by Ctrl-C before it was worked out.');
    expect(flat(stdout)).toMatch(/Shapley, est\. member \d/);
  }, 30_000);
});
