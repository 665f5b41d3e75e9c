import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { ROOT, casus, folder } from './command.js';

const CASE = `case "Open"
actor Arcadia, Borduria, Ruritania, Syldavia
group Guarantors = Arcadia, Borduria, Ruritania
act assist "come to the aid of"
issue decision "How they decide" { option together "all together" option alone "each alone" }
treaty Pact "The pact" {
  parties Guarantors, Syldavia
  article 1 "Guarantee" {
    upon armed attack on Syldavia {
      if Guarantors decide [together: unanimously | alone: without a vote] then each of Guarantors shall assist Syldavia within 3 days
    }
  }
}
scenario Attack "Borduria attacks" { Borduria attacks Syldavia }
scenario AnyAttack { any of Guarantors attacks Syldavia }
promise Help "somebody comes" { at least 1 of Guarantors assist Syldavia }
`;

const SECTIONS = ['What happens', 'Who can stop it', 'Who can make it due', 'How much it bears'];

describe('casus explain', () => {
  const here = folder({ 'pact.casus': CASE });
  const ask = (...args: readonly string[]): ReturnType<typeof casus> => casus(['explain', 'Help', '--in', 'Pact', '--when', 'Attack', ...args], here);

  it('tells a story, who can stop it, who can make it hold, and how much it bears', () => {
    const { code, stdout, stderr } = ask('--with', 'decision.together');
    expect(stderr).toBe('');
    for (const section of SECTIONS) expect(stdout).toContain(section);
    expect(stdout).toContain('Captive: ');
    expect(stdout).toMatch(/Each of these alone can: Borduria, Arcadia and Ruritania\./);
    expect(stdout).toMatch(/article 1/);
    expect(code).toBe(0);
  });

  it('goes through the texts that are left open', () => {
    const { stdout } = ask();
    expect(stdout).toContain('In 1 of 2 texts: when');
    expect(stdout).toContain('Captive: ');
    expect(stdout).toContain('Automatic: ');
  });

  it('takes names by their last part and titles too, and capitals do not matter', () => {
    expect(ask('--with', 'alone').stdout).toContain('Automatic: ');
    expect(casus(['explain', 'somebody comes', '--in', 'pact', '--when', 'ATTACK', '--with', 'alone'], here).code).toBe(0);
  });

  it('refuses two options of one issue and names that are not there, with the nearest', () => {
    expect(ask('--with', 'together', 'alone')).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot both be taken') as string });
    expect(ask('--with', 'togehter')).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean `decision.together`?') as string });
    expect(ask('--with', 'decision.foo')).toMatchObject({ code: 2, stderr: 'casus: there is no option of the issue `decision` called `foo`; there are: decision.together, decision.alone\n' });
    expect(ask('--with', 'decision')).toMatchObject({ code: 2, stderr: expect.stringContaining('is an issue, not an option of one; there are: decision.together, decision.alone') as string });
    expect(casus(['explain', 'Help', '--in', 'Pcat', '--when', 'Attack'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean `Pact`?') as string });
    expect(casus(['explain', 'Help', '--in', 'Pact', '--when', 'Atack'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean `Attack`?') as string });
  });

  it('takes one attacker of a family', () => {
    const family = (...args: readonly string[]): string => casus(['explain', 'Help', '--in', 'Pact', '--when', 'AnyAttack', '--with', 'together', ...args], here).stdout;
    expect(family().match(/attacker: /g)).toHaveLength(3);
    expect(family('--attacker', 'Ruritania').match(/attacker: /g)).toHaveLength(1);
  });

  it('refuses an attacker that the scenario does not have', () => {
    const asked = (scenario: string, attacker: string): ReturnType<typeof casus> => casus(['explain', 'Help', '--in', 'Pact', '--when', scenario, '--attacker', attacker], here);
    expect(asked('AnyAttack', 'Syldavia')).toEqual({ code: 2, stdout: '', stderr: 'casus: `Syldavia` is not an attacker of the scenario `AnyAttack`; there are: Arcadia, Borduria, Ruritania\n' });
    expect(asked('Attack', 'Arcadia')).toMatchObject({ code: 2, stderr: expect.stringContaining('there are: Borduria') as string });
    expect(asked('Attack', 'Borduria').code).toBe(0);
  });

  it('limits the coalitions that it lists', () => {
    expect(ask('--with', 'together', '--max', '1').stdout).toContain('3 coalitions, the first 1 by size');
  });

  it('gives JSON that keeps to the schema', () => {
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/explain-1.json'), 'utf8')) as object, JSON.parse(ask('--json').stdout));
    expect(ajv.errors).toBeNull();
  });

  it('finds the only case below the folder that has the promise', () => {
    const above = folder({ 'cases/one/a.casus': CASE, 'cases/two/a.casus': CASE.replaceAll('Help', 'Other') });
    const args = ['explain', 'Help', '--in', 'Pact', '--when', 'Attack'];
    expect(casus(args, above).code).toBe(0);
    const both = folder({ 'cases/one/a.casus': CASE, 'cases/two/a.casus': CASE });
    expect(casus(args, both)).toMatchObject({ code: 2, stderr: expect.stringContaining('`cases/one`, `cases/two`; choose one with --case FOLDER') as string });
    expect(casus(args, folder())).toMatchObject({ code: 2, stderr: expect.stringContaining('--case FOLDER') as string });
  });

  it('goes on after errors of form, and says so', () => {
    const wrong = folder({ 'pact.casus': `${CASE}\ngroup Wrong = Nobody\n` });
    const { code, stdout, stderr } = casus(['explain', 'Help', '--in', 'Pact', '--when', 'Attack'], wrong);
    expect(stderr).toBe('casus: 1 sentence could not be read; the verdicts leave it out; `npx casus check` shows where\n');
    expect(stdout).toContain('What happens');
    expect(code).toBe(1);
  });
});
