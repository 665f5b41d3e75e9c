import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { ROOT, casus, folder } from './command.js';

const HEAD = `actor Arcadia, Borduria, Syldavia
group Protectors = Borduria, Syldavia
act assist "come to the aid of"
issue decision "How they decide" { option together "all together" option alone "each alone" }
scenario Attack "Borduria attacks" { Borduria attacks Arcadia }
scenario Threat "Borduria threatens" { Borduria threatens Arcadia }
promise Help "somebody comes" { at least 1 of Protectors assist Arcadia }
`;
const OLD = `${HEAD}
treaty Pact "The pact" {
  parties Arcadia, Protectors
  article 1 "Help" { upon armed attack on Arcadia { if Protectors decide unanimously then each of Protectors shall assist Arcadia within 3 days } }
}
`;
const NEW = OLD.replace('if Protectors decide unanimously then ', '');
const BRACKET = OLD.replace('unanimously', '[together: unanimously | alone: without a vote]');

const CASE = ['--case', 'cases/ukraine-2025'];

describe('casus compare', () => {
  it('compares two versions of a text in two files', () => {
    const here = folder({ 'old.casus': OLD, 'new.casus': NEW });
    const { code, stdout, stderr } = casus(['compare', 'old.casus', 'new.casus'], here);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('old.casus compared with new.casus');
    expect(stdout).toMatch(/Help when Attack +captive \(Borduria or Syldavia can stop it\).* +automatic/);
    expect(stdout).toContain('on what condition: “Protectors decide unanimously” is gone');
    expect(stdout).toContain('A promise to it is stronger in 1 case: Help when Attack');
  });

  it('takes texts by name, options behind `with`, and names in files', () => {
    const here = folder({ 'pact.casus': BRACKET, 'drafts/new.casus': `${NEW}\ntreaty Other { parties Arcadia }\n` });
    const byOptions = casus(['compare', 'Pact with decision.together', 'Pact with alone', '--when', 'Attack'], here);
    expect(byOptions.code).toBe(0);
    expect(byOptions.stdout).toContain('“Protectors decide unanimously” → “Protectors decide without a vote”');
    expect(byOptions.stdout).not.toContain('Threat');
    const inFile = casus(['compare', 'pact.casus:Pact with together', 'drafts/new.casus:Pact'], here);
    expect(inFile.stdout).toContain('pact.casus:Pact with decision.together compared with drafts/new.casus:Pact');
    expect(inFile.code).toBe(0);
  });

  it('tells what a promise or a scenario is judged by', () => {
    const here = folder({ 'pact.casus': BRACKET });
    const args = ['compare', 'Pact with together', 'Pact with alone'];
    expect(casus([...args, '--when', 'Threat'], here).stdout).toContain('Every verdict is the same on every side:');
    expect(casus([...args, '--promise', 'Help', '--when', 'attack'], here).stdout).toContain('Help when Attack');
    expect(casus([...args, '--promise', 'Hepl'], here)).toMatchObject({ code: 2, stderr: 'casus: there is no promise `Hepl`; did you mean `Help`? there are: Help\n' });
  });

  it('refuses what is not there and what says nothing, in one line', () => {
    const here = folder({ 'pact.casus': BRACKET, 'two.casus': `${NEW}\ntreaty Other { parties Arcadia }\n`, 'none.casus': HEAD });
    const refused = (...args: readonly string[]): string => {
      const { code, stdout, stderr } = casus(['compare', ...args], here);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      return stderr;
    };
    expect(refused('pact.casus')).toContain('a comparison needs two texts');
    expect(refused('pact.casus:Pact', 'pact.casus:Pact')).toContain('`pact.casus:Pact` is given twice');
    expect(refused('pact.casus', 'two.casus')).toContain('`two.casus` has several texts; choose one as `two.casus:NAME`; there are: Pact, Other');
    expect(refused('pact.casus', 'none.casus')).toContain('`none.casus` has no arrangement and no instrument of its own');
    expect(refused('pact.casus', 'gone.casus')).toContain('cannot read `gone.casus`');
    expect(refused('pact.casus', 'pact.casus:Pakt')).toContain('did you mean `Pact`?');
    expect(refused('pact.casus', 'two.casus:Pact', '--json', '--markdown')).toContain('choose one of --json and --markdown');
    expect(refused('pact.casus:Pact with together, alone', 'two.casus:Pact')).toContain('cannot both be taken');
  });

  it('goes on after errors of form, and says so', () => {
    const here = folder({ 'old.casus': OLD, 'new.casus': `${NEW}\ngroup Wrong = Nobody\n` });
    const { code, stdout, stderr } = casus(['compare', 'old.casus', 'new.casus'], here);
    expect(stderr).toBe('casus: 1 sentence could not be read; the verdicts leave it out; `npx casus check new.casus` shows where\n');
    expect(stdout).toContain('compared with');
    expect(code).toBe(1);
  });

  it('gives JSON that keeps to the schema, the same at every run, and Markdown', () => {
    const here = folder({ 'old.casus': OLD, 'new.casus': NEW });
    const json = (): string => casus(['compare', 'old.casus', 'new.casus', '--json'], here).stdout;
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/compare-1.json'), 'utf8')) as object, JSON.parse(json()));
    expect(ajv.errors).toBeNull();
    expect(json()).toBe(json());
    const markdown = casus(['compare', 'old.casus', 'new.casus', '--markdown'], here).stdout;
    expect(markdown).toMatch(/^# old\.casus compared with new\.casus\n\n## What is compared\n\n- /);
  });

  it('finds the only case below the folder that has the text', () => {
    const above = folder({ 'cases/one/a.casus': BRACKET, 'cases/two/a.casus': BRACKET.replaceAll('Pact', 'Treaty') });
    expect(casus(['compare', 'Pact with together', 'Pact with alone'], above).code).toBe(0);
    expect(casus(['compare', 'Nothing', 'Pact'], above)).toMatchObject({ code: 2, stderr: expect.stringContaining('no case here has an arrangement or instrument `Nothing`') as string });
  });
});

describe('casus compare, on the real case', () => {
  it('the Russian and the Ukrainian bracket of the Istanbul draft', () => {
    const { code, stdout } = casus(['compare', 'DraftRussianText', 'DraftUkrainianText', ...CASE, '--width', '160']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Help when RussiaAttacks +captive \(Russia, China, France, UK or US can stop it\); meanwhile the willing may act +automatic/);
    for (const line of [
      'on what condition: “Guarantors decide unanimously” → “Guarantors decide without a vote”', 'the number: “85_000 persons” → “250_000 persons”',
      '3 looser limits', 'It alone can no longer stop a promise in 1 case: Help when RussiaAttacks',
    ]) expect(stdout).toContain(line);
    expect(stdout).toMatch(/- China, France, Russia, United Kingdom and United States\n/);
  });

  it('the communiqué and the draft', () => {
    const { code, stdout } = casus(['compare', 'Communique', 'DraftRussianText', ...CASE, '--width', '160']);
    expect(code).toBe(0);
    expect(stdout).toContain('Article guarantee “Guarantee” against Article 5 “Guarantee”');
    expect(stdout).toContain('Article forces “Limits on forces” is only in DraftRussianText');
    expect(stdout).toContain('3 more limits');
    expect(stdout.replace(/\s+/g, ' ')).toContain('is suspended when “SecurityCouncil has adopted measures or SecurityCouncil has adopted force”; nobody alone can bring it about');
  });

  it('Budapest, Istanbul and NATO, in one scenario', () => {
    const { code, stdout } = casus(['compare', 'Budapest', 'Istanbul', 'Nato', ...CASE, '--when', 'RussiaAttacks', '--promise', 'Help', '--width', '160']);
    expect(code).toBe(0);
    expect(stdout).toContain('Budapest, Istanbul and Nato side by side');
    expect(stdout).toMatch(/Help when RussiaAttacks +voluntary +captive \(Russia, China, France, UK or US can stop it\); meanwhile the willing may act +voluntary/);
    expect(stdout).toContain('What the change from Budapest to Nato does for whom');
  });

  it('gives JSON that keeps to the schema', () => {
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/compare-1.json'), 'utf8')) as object, JSON.parse(casus(['compare', 'Budapest', 'Istanbul', 'Nato', ...CASE, '--json']).stdout));
    expect(ajv.errors).toBeNull();
  });
});

describe('casus burdens', () => {
  it('tells what each party bears, can stop and can end', () => {
    const { code, stdout } = casus(['burdens', 'DraftRussianText', 'Communique', ...CASE, '--width', '160']);
    expect(code).toBe(0);
    expect(stdout).toContain('“Ukraine shall limit personnel to 85_000 persons”');
    expect(stdout).toMatch(/China, France, Russia, United Kingdom and United States +1 +– +– +1 +1/);
    expect(stdout).toContain('a guarantor comes to the victim\'s aid (Help) when RussiaAttacks');
    expect(stdout.match(/Burdens side by side: /g)).toHaveLength(2);
  });

  it('gives JSON that keeps to the schema', () => {
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/burdens-1.json'), 'utf8')) as object, JSON.parse(casus(['burdens', 'DraftRussianText', 'Council', ...CASE, '--json']).stdout));
    expect(ajv.errors).toBeNull();
  });

  it('refuses a text that is not there', () => {
    expect(casus(['burdens', 'DraftRusianText', ...CASE])).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean `DraftRussianText`?') as string });
  });
});
