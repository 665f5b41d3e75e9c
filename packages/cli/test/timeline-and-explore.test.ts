import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { BIN, ROOT, casus, folder, type Ran } from './command.js';

const HEAD = `case "Talks"
actor Arcadia, Borduria
source note "Diplomatic note" { date 2030-05-01 }
issue seat "Where they meet" { option north "in the north" option south "in the south" option east "in the east" }
step truce "a truce holds"
treaty Pact "Pact of Two" { parties Arcadia, Borduria }
`;
const TALKS = `${HEAD}
position Arcadia {
  demands Pact
  demands seat.north on 2030-02-01 cite note "in the north" stated by "the envoy"
  demands truce from 2030-04-01 until 2030-04-30
}
position Borduria {
  refuses seat.north on 2030-03-01 cite note "never there" reported by "Gazette"
  accepts seat.north on 2030-05-01
}
`;
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('casus timeline', () => {
  const timeline = (...args: readonly string[]): Ran => casus(['timeline', ...args], folder({ 'a.casus': TALKS }));

  it('tells for each day what changed, who says so, and when the space opened or closed', () => {
    const { code, stdout, stderr } = timeline();
    expect([code, stderr]).toEqual([0, '']);
    const text = flat(stdout);
    expect(text).toMatch(/before any date open 6 texts satisfy everybody 1 0/);
    expect(text).toMatch(/2030-02-01 still open 2 texts satisfy everybody 2 0/);
    expect(text).toMatch(/2030-03-01 closed no text satisfies everybody 3 1/);
    expect(text).toMatch(/2030-05-01 opened 2 texts satisfy everybody 2 0/);
    expect(text).toContain('2030-03-01 - New: Borduria does not accept that on “Where they meet” the text says “in the north”. - Borduria.1, a.casus:14:3: since 2030-03-01; reported by Gazette; «never there», Diplomatic note, 2030-05-01 This closes the space: no text satisfies everybody. - 1 conflict new');
    expect(text).toContain('2030-05-01 - New: Borduria accepts that on “Where they meet” the text says “in the north”; this takes the place of Borduria.1 (Borduria does not accept that on “Where they meet” the text says “in the north”). - Borduria.2');
    expect(text).toContain('- No longer: Arcadia demands that the deal includes the step “a truce holds” (Arcadia.3), until 2030-04-30.');
    expect(text).toContain('1 conflict gone');
  });

  it('chooses lines, gives JSON that keeps to the schema, and Markdown', () => {
    const { stdout } = timeline('--json', '--without', 'Borduria.2');
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/timeline-1.json'), 'utf8')) as object, JSON.parse(stdout));
    expect(ajv.errors).toBeNull();
    const { stages } = JSON.parse(stdout) as { stages: { from: string | null; change: string; possible: boolean }[] };
    expect(stages.map(({ from, change, possible }) => `${String(from)} ${change} ${String(possible)}`)).toEqual([
      'null none true', '2030-02-01 none true', '2030-03-01 closed false', '2030-04-01 none false', '2030-05-01 none false',
    ]);
    expect(timeline('--markdown').stdout).toContain('| from | the space | texts | demands | conflicts |\n|---|---|---|---|---|\n| before any date | open |');
  });

  it('tells no conflict as new or gone where not all were listed', () => {
    const { stdout } = timeline('--json', '--limit', '1');
    const { stages } = JSON.parse(stdout) as { stages: { from: string | null; conflicts: { complete: boolean; ended?: string }; arose: object[]; ended: object[] }[] };
    const closed = stages.find(({ from }) => from === '2030-03-01')!;
    expect([closed.conflicts.complete, closed.conflicts.ended, closed.arose, closed.ended]).toEqual([false, 'stopped at the limit of 1', [], []]);
    expect(flat(timeline('--limit', '1').stdout)).toContain('Not all conflicts were listed (stopped at the limit of 1), so that those that came and went are not told.');
  });

  it('the real case has a stage for each day on which somebody spoke', () => {
    const { code, stdout } = casus(['timeline', 'cases/ukraine-2025']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n {2}2025-08-20 +still closed/);
  });

  it.each([
    ['two forms', ['--json', '--markdown'], 'choose one of --json and --markdown'],
    ['an unknown actor', ['--among', 'Nobody'], 'there is no actor, group, body or organisation `Nobody`'],
    ['a day', ['--as-of', '2030-01-01'], "unknown option '--as-of'"],
    ['a limit of none', ['--limit', 'x'], 'write a whole number from 1'],
  ])('refuses %s', (_, args, message) => {
    const { code, stdout, stderr } = timeline(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('casus explore', () => {
  const explore = (commands: readonly string[], ...args: readonly string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'explore', ...args], { cwd: folder({ 'a.casus': TALKS }), encoding: 'utf8', input: commands.map((line) => `${line}\n`).join('') });
    return { code: status, stdout: flat(stdout), stderr };
  };

  it('tells after each choice what is possible, who refuses and what each further choice would cost', () => {
    const { code, stdout, stderr } = explore(['take Pact', 'take seat.south', 'why Arcadia', 'why borduria', 'undo', 'leave 2', 'quit', 'take 1'], '--without', 'Borduria.2');
    expect([code, stderr]).toEqual([0, '']);
    const [start, pact, south, whyArcadia, whyBorduria, undone, left, end, ...rest] = stdout.split('casus> ');
    // The pact or none, three places or none that is settled, and the truce.
    expect(start).toMatch(/Chosen Nothing yet\. What is possible 12 texts are possible; none of them satisfies everybody\. The cheapest deal costs 1 demand:/);
    expect(start).toContain('Who refuses now Nobody: every single demand can still be met by some text.');
    expect(pact).toContain('take Pact Talks Chosen - taken: “Pact of Two”: part of the deal What is possible 6 texts are possible');
    expect(south).toContain('Chosen - taken: “Pact of Two”: part of the deal - taken: “Where they meet”: “in the south” What is possible 2 texts are possible; none of them satisfies everybody.');
    expect(south).toContain('Who refuses now - Arcadia - Arcadia demands that on “Where they meet” the text says “in the north” (Arcadia.2)');
    expect(whyArcadia).toContain('Arcadia refuses, since no text with these choices meets this demand: - Arcadia demands that on “Where they meet” the text says “in the north”. - Arcadia.2, a.casus:10:3: since 2030-02-01; stated by the envoy');
    expect(whyBorduria).toContain('Borduria does not refuse: each of its demands can still be met by some text.');
    expect(undone).toContain('Chosen - taken: “Pact of Two”: part of the deal What is possible 6 texts');
    expect(left).toContain('not: “Where they meet”: “in the south”');
    expect(left).toContain('4 texts are possible');
    expect(end).toBe('quit ');
    expect(rest).toEqual([]);
  });

  it('tells when no text takes the choices', () => {
    const said = 'No text takes all of these choices; `undo` takes back the last of them.';
    const { code, stdout, stderr } = explore(['take seat.south', 'take seat.north', 'why Arcadia', 'leave 1', 'take truce', 'undo', 'take truce']);
    const [, , north, why, leave, take, undone, truce] = stdout.split('casus> ');
    expect(north).toContain(said);
    expect(why).toContain(`Why ${said}`);
    expect([leave, take]).toEqual(['leave 1 ', 'take truce ']);
    expect(stderr).toBe('casus: no text takes all of these choices; `undo` takes back the last of them\n'.repeat(2));
    expect(undone).toContain('4 texts are possible');
    expect(truce).toContain('- taken: “a truce holds”: takes place What is possible');
    expect(code).toBe(2);
  });

  it('names what is more, and apart from it what a deal costs in all', () => {
    const text = `${HEAD}position Arcadia { demands seat.north  demands "bread" if seat.south  demands "salt" if seat.south }\nposition Borduria { demands seat.south if truce  demands not "bread"  demands not "salt"  demands truce }\n`;
    const { stdout } = spawnSync(process.execPath, [BIN, 'explore', '--width', '200'], { cwd: folder({ 'a.casus': text }), encoding: 'utf8', input: '' });
    expect(stdout).toMatch(/in the south +2 demands more; in all Arcadia\.1, \S+ and \S+, of Arcadia/);
  });

  it.each([
    ['an unknown command', 'tkae 1', 'there is no command `tkae`; did you mean `take`? there are: take, leave, undo, show, why, quit, help'],
    ['a number that is none', 'take 99', 'there is no option 99; they are numbered from 1 to'],
    ['an unknown option', 'take seat.sotuh', 'there is no option `seat.sotuh`; did you mean `seat.south`?'],
    ['no option', 'take', 'take what? Give the number of an option, or its name'],
    ['nothing to undo', 'undo', 'there is nothing to undo'],
    ['nobody', 'why', 'why who? Give the name of an actor'],
    ['an unknown actor', 'why Arcadai', 'there is no actor `Arcadai`; did you mean `Arcadia`?'],
  ])('says what is wrong with %s, goes on, and ends with code 2 where nobody sits before it', (_, command, message) => {
    const { code, stdout, stderr } = explore([command, 'show']);
    expect(stderr).toMatch(/^casus: .*\n$/);
    expect(stderr).toContain(message);
    expect(stdout.split('What is possible')).toHaveLength(3);
    expect(code).toBe(2);
  });

  it('refuses the same choice twice, and helps', () => {
    const { stdout, stderr } = explore(['take seat.south', 'leave seat.south', 'help']);
    expect(stderr).toBe('casus: that is chosen already: “Where they meet”: “in the south”\n');
    expect(stdout).toContain('why ACTOR why somebody refuses');
  });
});
