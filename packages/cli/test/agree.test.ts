import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { ROOT, casus, folder, type Ran } from './command.js';

const HEAD = `case "A pact for Arcadia"
actor Arcadia, Borduria
actor Syldavia "Republic of Syldavia"
group Guarantors = Borduria, Syldavia
act assist "come to the aid of"
source note "Diplomatic note" { date 2030-05-01 grade B2 }
source rumour "A rumour" { date 2030-05-02 grade D4 }
issue decision "How they decide" { option together "all together" option majority "by majority" option alone "each alone" }
issue seat "Where they meet" { option north "in the north" option south "in the south" }
step signature "the treaty is signed"
step summit "the leaders meet"
treaty Pact "Pact of Three" {
  parties Arcadia, Guarantors
  article 1 "Help" { upon armed attack on Arcadia { if Guarantors decide [together: unanimously | majority: by at least 1 member | alone: without a vote] then each of Guarantors shall assist Arcadia } }
}
scenario Attack "Borduria attacks" { Borduria attacks Arcadia }
promise Help "somebody comes" { at least 1 of Guarantors assist Arcadia }
`;
const CLASH = `${HEAD}
position Borduria {
  demands decision.together called veto weight 3 on 2030-05-01 cite note "all of us decide" stated by "the chancellor"
  demands seat.north cite rumour "in the north"  reported by "Gazette"
  demands signature before summit
}
position Arcadia {
  demands promise Help holds when Attack called help on 2030-06-01 inferred "a guarantee that the attacker can stop is none"
  demands Pact
  demands summit before signature
}
position Syldavia { refuses seat.north }
`;

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const agree = (text: string, ...args: readonly string[]): Ran => casus(['agree', ...args], folder({ 'a.casus': text }));
const json = (text: string, ...args: readonly string[]): Record<string, never> => JSON.parse(agree(text, '--json', ...args).stdout) as Record<string, never>;

describe('casus agree', () => {
  it('tells in order what is on the table, the answer, why not and what would open a deal', () => {
    const { code, stdout, stderr } = agree(CLASH);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const text = flat(stdout);
    const order = [
      'On the table', '5 points to be settled: whether an instrument is part of the deal, 2 issues and whether each of 2 steps is taken.', '1 instrument, part of the deal or not: “Pact of Three”.', '7 demands count, whenever they were said',
      'Can they agree?', 'possible texts satisfies everybody.',
      'What cannot stand together', '2 conflicts, each a smallest set',
      'Borduria demands that on “How they decide” the text says “all together” (since 2030-05-01)', 'while Arcadia demands that the promise “somebody comes” holds in the case “Borduria attacks” (since 2030-06-01): no text does both.',
      'Borduria.veto, a.casus:20:3: since 2030-05-01; stated by the chancellor; «all of us decide», Diplomatic note, 2030-05-01',
      'Arcadia.help, a.casus:25:3: since 2030-06-01; inferred: “a guarantee that the attacker can stop is none”',
      'What would open a deal', '4 sets of concessions', 'How often each demand stands in the way', 'The nearest texts', 'Who moves', 'Conflicts only between two', 'Who could agree without the others', 'The order of steps',
      'No order of the 2 steps satisfies everybody. The shortest circle:', '“the treaty is signed” has to come before “the leaders meet” for Borduria (Borduria.3), “the leaders meet” has to come before “the treaty is signed” for Arcadia (Arcadia.3)', 'While these demands stand, no deal can include the steps of a circle.',
    ];
    let at = 0;
    for (const part of order) {
      const found = text.indexOf(part, at);
      expect(found, part).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it('ranks concessions by number, by declared weight and by who moves', () => {
    const first = (rank: string): readonly string[] => (json(CLASH, '--rank', rank) as unknown as { concessions: { found: { lines: string[]; weight: string; actors: string[] }[] } }).concessions.found.map(({ lines, weight, actors }) => `${lines.length} ${weight} ${actors.length}`);
    expect(first('number').map((each) => each[0])).toEqual([...first('number')].map((each) => each[0]).sort());
    const weights = first('weight').map((each) => Number(each.split(' ')[1]!.split('/')[0]));
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    const actors = first('actors').map((each) => Number(each.split(' ')[2]));
    expect(actors).toEqual([...actors].sort((a, b) => a - b));
    // Three demands of one holder each, or Borduria alone: one way moves a single actor.
    expect(actors[0]).toBe(1);
    expect(flat(agree(CLASH, '--rank', 'weight').stdout)).toContain('those of the least declared weight first');
  });

  it('says how many texts satisfy everybody, and what they have in common', () => {
    const { code, stdout } = agree(`${HEAD}\nposition Arcadia { demands Pact }\nposition Borduria { refuses decision.alone demands seat.south }\n`);
    expect(code).toBe(0);
    const text = flat(stdout);
    // The pact or none; where it is part of the deal, three ways to decide; two places to meet.
    expect(text).toContain('2 of the 8 possible texts satisfy everybody.');
    expect(text).toContain('Every acceptable text says - part of the deal: “Pact of Three” - “Where they meet”: “in the south”');
    expect(text).toContain('Still open - “How they decide”: “all together” or “by majority”');
    expect(text).not.toContain('What would open a deal');
  });

  it.each([
    ['demands of one actor that clash on this table', 'position Arcadia { demands seat.north demands seat.south }', 'No text on the table meets all demands of Arcadia together: Arcadia demands that on “Where they meet” the text says “in the north” and Arcadia demands that'],
    ['no demands', 'position Arcadia { offers seat.north }', 'There are no demands: nobody whose position counts asks anything of a text.'],
    ['a demand that nothing can meet', 'position Arcadia { demands seat.north demands Arcadia as Guarantors }', 'No text on the table meets this demand, whatever the others want: Arcadia demands that Arcadia is in the group “Guarantors”.'],
    ['one that accepts what it refuses', 'position Arcadia { refuses seat.north accepts seat.north }', 'Arcadia says two things about the same'],
    ['rules that nothing keeps', 'negotiation N { parties Arcadia  exactly 1 of seat.north, seat.south  seat.north excludes seat.north  seat.south excludes seat.south }\nposition Arcadia { demands seat.north }', 'Nothing that could be written keeps the rules of the negotiation'],
    ['an instrument that is not on the table', 'treaty Other { parties Arcadia }\nnegotiation N { parties Arcadia  instruments Pact }\nposition Arcadia { demands Other }', 'No text on the table meets this demand, whatever the others want: Arcadia demands that “Other” is part of the deal (“Other” is not on the table).'],
    ['an offer of an instrument that is not on the table', 'treaty Other { parties Arcadia }\nnegotiation N { parties Arcadia  instruments Pact }\nposition Arcadia { demands Pact offers Other }', '“Other” is not on the table, so that no text contains it, but a line speaks of it: Arcadia offers'],
  ])('tells first of %s', (_, lines, sentence) => {
    const { code, stdout } = agree(`${HEAD}\n${lines}\n`);
    expect(code).toBe(0);
    const text = flat(stdout);
    expect(text).toContain(sentence);
    expect(text.indexOf(sentence)).toBeLessThan(text.indexOf('Can they agree?'));
  });

  it('chooses whose demands count, how known, of what grade and date, and without which', () => {
    const demands = (...args: readonly string[]): readonly string[] => (json(CLASH, ...args) as unknown as { demands: string[] }).demands;
    expect(demands()).toHaveLength(7);
    expect(demands('--among', 'Borduria,Syldavia')).toEqual(['Borduria.veto', 'Borduria.2', 'Borduria.3', 'Syldavia.1']);
    expect(demands('--among', 'Guarantors')).toEqual(['Borduria.veto', 'Borduria.2', 'Borduria.3', 'Syldavia.1']);
    expect(demands('--only', 'stated,reported')).toEqual(['Borduria.veto', 'Borduria.2']);
    expect(demands('--min-grade', 'C3')).toEqual(['Borduria.veto']);
    expect(demands('--as-of', '2030-05-15')).toEqual(['Borduria.veto', 'Borduria.2', 'Borduria.3', 'Arcadia.2', 'Arcadia.3', 'Syldavia.1']);
    expect(demands('--without', 'borduria.VETO', '--without', 'Arcadia.help,Arcadia.2')).toEqual(['Borduria.2', 'Borduria.3', 'Arcadia.3', 'Syldavia.1']);
    expect(flat(agree(CLASH, '--without', 'Borduria.veto').stdout)).toContain('1 line does not count: taken away (Borduria.veto).');
  });

  it('chooses the negotiation', () => {
    const two = `${HEAD}\nnegotiation First "First table" { parties Arcadia }\nnegotiation Second "Second table" { parties Borduria }\nposition Arcadia { demands seat.north }\nposition Borduria { demands seat.south }\n`;
    expect(agree(two).stdout).toContain('On the table: First table');
    expect(agree(two, '--on', 'second table').stdout).toContain('On the table: Second table');
    expect(agree(two, '--on', 'Third')).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no negotiation `Third`') as string });
  });

  it('tries doubts with --robust', () => {
    const text = flat(agree(CLASH, '--robust').stdout);
    expect(text).toContain('What the results depend on');
    expect(text).toContain('If it was inferred wrongly that Arcadia demands that the promise “somebody comes” holds in the case “Borduria attacks” (Arcadia.help), 1 conflict is gone and there is still no text for all.');
    expect(flat(agree(CLASH, '--robust', '--limit', '1').stdout)).toContain('The search ended before its end: where not all conflicts were listed, only changes of the answer itself are told.');
    expect(text).toContain('If “A rumour, 2030-05-02” is discounted (Borduria.2 falls with it), 1 conflict is gone');
  });

  it('shows the undominated texts where preferences are declared', () => {
    const points = `${HEAD}\nposition Arcadia { values seat.north at 3 points values decision.alone at 2 points }\nposition Borduria { values seat.south at 1 points values decision.alone at 1 points }\n`;
    expect(flat(agree(points).stdout)).toMatch(/2 of the 6 acceptable texts are undominated, with 2 different scores in all\..*Arcadia 5, Borduria 1.*Arcadia 2, Borduria 2/);
  });

  it('gives JSON that keeps to the schema, the same at every run, with everything in it, and Markdown with tables', () => {
    const ajv = new Ajv({ allErrors: true });
    const schema = JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/agree-1.json'), 'utf8')) as object;
    for (const args of [[], ['--robust'], ['--limit', '2']]) {
      ajv.validate(schema, json(CLASH, ...args));
      expect(ajv.errors).toBeNull();
    }
    expect(agree(CLASH, '--json').stdout).toBe(agree(CLASH, '--json').stdout);
    const markdown = agree(CLASH, '--markdown').stdout;
    expect(markdown).toMatch(/^# A pact for Arcadia\n\n## On the table\n\n- /);
    expect(markdown).toContain('| no. | conflict | sources |\n|---|---|---|\n| 1 | ');
    expect(markdown).toMatch(/\| no\. \| concessions \| demands \| weight \| who moves \| lines \|/);
  });

  it('is honest about bounds, and goes on from a state', () => {
    const here = folder({ 'a.casus': CLASH });
    const first = casus(['agree', '--limit', '2', '--state', 'search.json'], here);
    expect(flat(first.stdout)).toMatch(/[Aa]t least \d+ (sets of concessions|set of concessions|conflicts?) \(stopped at the limit of 2\)/);
    expect(first.stdout).toContain('To go on: the same command with --state search.json');
    const rest = casus(['agree', '--state', 'search.json', '--json'], here);
    const whole = casus(['agree', '--json'], here);
    expect(JSON.parse(rest.stdout)).toEqual(JSON.parse(whole.stdout));
    expect(casus(['agree', '--state', 'search.json', '--without', 'Arcadia.help'], here)).toMatchObject({ code: 2, stderr: expect.stringMatching(/^casus: `search\.json` was written for other demands.*\n$/) as string });
  });

  it('cuts long lists with a line that says so', () => {
    const many = `${HEAD}\nposition Arcadia {\n${Array.from({ length: 14 }, (_, i) => `  demands "wish ${i}"`).join('\n')}\n}\nposition Borduria {\n${Array.from({ length: 14 }, (_, i) => `  refuses "wish ${i}"`).join('\n')}\n}\n`;
    const args = ['--limit', '20'];
    expect(agree(many, ...args).stdout).toMatch(/… and \d+ more; --all shows all/);
    expect(agree(many, ...args, '--all').stdout).not.toContain('--all shows all');
  });

  it('ends with code 1 where sentences could not be read, and says so', () => {
    const { code, stdout, stderr } = agree(`${CLASH}\ngroup Wrong = Nobody\n`);
    expect(stderr).toBe('casus: 1 sentence could not be read; the results leave it out; `npx casus check a.casus` shows where\n'.replace(' a.casus', ''));
    expect(stdout).toContain('Can they agree?');
    expect(code).toBe(1);
  });

  it('says in the report itself, first of all, that it is not of the whole case', () => {
    const here = folder({ 'a.casus': `${HEAD}\ngroup Wrong = Nobody\nposition Arcadia { demands Nothing }\nposition Borduria { refuses Nothing }\n` });
    const said = '3 sentences of the case could not be read and do not count; the result may be wrong: `npx casus check` shows them.';
    for (const command of ['agree', 'timeline', 'explore']) {
      const text = flat(casus([command], here).stdout);
      expect(text, command).toContain(`Not the whole case ${said}`);
      expect(text.indexOf(said), command).toBeLessThan(text.search(/On the table|The days on which|Chosen/));
    }
    expect(casus(['agree', '--markdown'], here).stdout).toMatch(/^# A pact for Arcadia\n\n## Not the whole case\n\n3 sentences of the case could not be read/);
    const ajv = new Ajv({ allErrors: true });
    for (const command of ['agree', 'timeline']) {
      const document = JSON.parse(casus([command, '--json'], here).stdout) as { unread: number };
      ajv.validate(JSON.parse(readFileSync(join(ROOT, `packages/report/schema/${command}-1.json`), 'utf8')) as object, document);
      expect(ajv.errors).toBeNull();
      expect(document.unread).toBe(3);
    }
    expect((json(CLASH) as unknown as { unread: number }).unread).toBe(0);
    expect(flat(agree(`${CLASH}\ngroup Wrong = Nobody\n`).stdout)).toContain('1 sentence of the case could not be read and does not count; the result may be wrong: `npx casus check` shows it.');
  });

  it('tells a demand for an instrument off the table once', () => {
    const text = flat(agree(`${HEAD}\ntreaty Other { parties Arcadia }\nnegotiation N { parties Arcadia  instruments Pact }\nposition Arcadia { demands Other }\n`).stdout);
    const before = text.slice(text.indexOf('Before all else'), text.indexOf('Can they agree?'));
    expect(before.split('Arcadia demands that “Other”')).toHaveLength(2);
    expect(text).not.toContain('contradicts itself');
  });

  it('leaves out, where the rules contradict each other, all that makes no sense without a text', () => {
    const { stdout } = agree(`${HEAD}\nnegotiation N { parties Arcadia, Borduria  exactly 1 of seat.north, seat.south  seat.north excludes seat.north  seat.south excludes seat.south }\nposition Arcadia { demands seat.north }\nposition Borduria { demands seat.south }\n`, '--robust');
    expect(stdout).toContain('No text keeps the rules of the negotiation, so that none is possible at all.');
    expect(stdout.trimEnd().endsWith('possible at all.')).toBe(true);
    for (const part of ['Who moves', 'Who could agree', 'What cannot stand together', 'What the results depend on']) expect(stdout).not.toContain(part);
  });

  it('cuts what has to be told first as well', () => {
    const many = `${HEAD}\nposition Arcadia {\n${Array.from({ length: 14 }, (_, i) => `  demands Pact and not Pact called wish${i}`).join('\n')}\n}\n`;
    const before = (text: string): string => text.slice(text.indexOf('Before all else'), text.indexOf('Can they agree?'));
    expect(before(agree(many).stdout)).toContain('… and 4 more; --all shows all');
    expect(before(agree(many, '--all').stdout).split('No text on the table meets this demand')).toHaveLength(15);
  });

  it('speaks of one as of one, and of nothing as of nothing', () => {
    const one = flat(agree('case "One"\nactor Arcadia\nnegotiation N { parties Arcadia }\n', '--robust').stdout);
    expect(one).toContain('No demand counts.');
    expect(one).toContain('The one possible text satisfies everybody, since nobody demands anything.');
    expect(one).toContain('There was nothing to try');
    const open = flat(agree(`${HEAD}\nposition Arcadia { demands seat.north or seat.south }\n`).stdout);
    expect(open).toContain('1 demand counts, whenever it was said');
    expect(open).toContain('Every acceptable text says: nothing that is the same in all');
  });

  it('tells ranks as the wishes that are met', () => {
    const text = flat(agree(`${HEAD}\nposition Arcadia { ranks seat.north, then decision.alone, then "bread" }\nposition Borduria { refuses decision.alone prefers seat.south over seat.north }\n`, '--width', '200').stdout);
    expect(text).toContain('Of a ranking, the more wishes met the better, and an earlier wish outweighs all that follow it.');
    expect(text).toContain('Arcadia: wishes 1 and 3 of 3 met; Borduria: against it');
    expect(text).toContain('Arcadia: wish 3 of 3 met; Borduria: as preferred');
  });

  it.each([
    ['an unknown actor', ['--among', 'Arcadai'], 'there is no actor, group, body or organisation `Arcadai`; did you mean `Arcadia`?'],
    ['an unknown way', ['--only', 'statd'], '`statd` is no way to know a position; did you mean `stated`? there are: stated, reported, inferred'],
    ['a grade that is none', ['--min-grade', 'Z9'], '`Z9` is no grade to ask for; write the reliability'],
    ['a grade that says that it cannot be judged', ['--min-grade', 'F6'], 'is no grade to ask for'],
    ['an unknown line', ['--without', 'Borduria.vto'], 'there is no line `Borduria.vto` in the positions; did you mean `Borduria.veto`?'],
    ['an unknown rank', ['--rank', 'size'], "argument 'size' is invalid. Allowed choices are number, weight, actors; `npx casus agree --help` says"],
    ['a limit of none', ['--limit', '0'], 'write a whole number from 1'],
    ['no time', ['--seconds', '0'], 'write a number of seconds above zero, as 30'],
    ['a date that does not exist', ['--as-of', '2030-02-30'], 'there is no such day in the calendar'],
    ['nobody', ['--among', ''], '`--among` names nothing'],
    ['no way', ['--only', ' , '], '`--only` names nothing'],
    ['two forms', ['--json', '--markdown'], 'choose one of --json and --markdown'],
    ['a state that is none', ['--state', 'state.json'], '`state.json` is not the state of a listing'],
    ['a state over a case', ['--state', 'a.casus'], 'will not write results over `a.casus`'],
    ['a folder that is not there', ['nowhere'], 'cannot read `nowhere`'],
    ['an unknown option', ['--robst'], "unknown option '--robst' (Did you mean --robust?); `npx casus agree --help`"],
    ['a case and clauses', ['.', '--gcnf', 'state.json'], 'give a case or `--gcnf FILE`, not both'],
    ['clauses and actors', ['--gcnf', 'state.json', '--among', 'Arcadia'], '`--among` goes with a case, not with `--gcnf`'],
    ['no clauses', ['--gcnf', 'none.gcnf'], 'cannot read `none.gcnf`: there is no such file'],
    ['clauses that are none', ['--gcnf', 'state.json'], '`state.json` is no group CNF or CNF in DIMACS, at 1:1: '],
  ])('refuses %s', (_, args, message) => {
    const { code, stdout, stderr } = casus(['agree', ...args], folder({ 'a.casus': CLASH, 'state.json': '{}' }));
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('asks for a case where there are several, or none', () => {
    expect(casus(['agree'], folder())).toMatchObject({ code: 2, stderr: 'casus: there is no case here; name its folder\n' });
    expect(casus(['agree'], folder({ 'cases/one/a.casus': HEAD, 'cases/two/a.casus': HEAD }))).toMatchObject({ code: 2, stderr: 'casus: there are several cases: `cases/one`, `cases/two`; choose one\n' });
    expect(casus(['agree'], folder(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`cases/c${i}/a.casus`, HEAD])))).stderr).toContain('`cases/c5` and 2 more; choose one');
  });
});

describe('casus agree, on the real case', () => {
  it('says that nobody can agree, with the count, the actors, the words and the sources', () => {
    const { code, stdout } = casus(['agree', 'cases/ukraine-2025', '--width', '200']);
    expect(code).toBe(0);
    const text = flat(stdout);
    expect(text).toMatch(/None of the [\d,]+ possible texts satisfies everybody\./);
    expect(text).toContain('«effectively demanding a Russian veto over», Russian Offensive Campaign Assessment, August 20, 2025, Institute for the Study of War, 2025-08-20');
    expect(text).toMatch(/cases\/ukraine-2025\/positions\.casus:\d+:\d+: since 2025-08-20/);
  });
});
