import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { ROOT, casus, folder } from './command.js';

const CASE = `case "Open"
actor Arcadia, Borduria, Ruritania, Syldavia
group Guarantors "guarantor states" = Arcadia, Borduria, Ruritania
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
promise Both "two come" { at least 2 of Guarantors assist Syldavia }
`;

describe('casus graph', () => {
  const here = folder({ 'pact.casus': CASE });
  const draw = (...args: readonly string[]): ReturnType<typeof casus> => casus(['graph', ...args], here);

  it('prints the picture: who decides, who owes what, and who can stop it', () => {
    const { code, stdout, stderr } = draw('Help', '--in', 'Pact', '--when', 'Attack', '--with', 'decision.together');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^<svg [^>]*role="img"/);
    for (const words of ['Armed attack', 'Decision: guarantor states', 'unanimously', 'HOSTILE: Borduria can', 'owed by: Arcadia and Ruritania', 'time: within 3 days', 'CAPTIVE']) expect(stdout).toContain(words);
    expect(stdout.endsWith('</svg>\n')).toBe(true);
    expect(code).toBe(0);
    expect(draw('Help', '--in', 'Pact', '--when', 'Attack', '--with', 'decision.together').stdout).toBe(stdout);
  });

  it('writes it into a file, whole, and says where', () => {
    const away = folder({ 'pact.casus': CASE });
    const { code, stdout } = casus(['graph', 'Help', '--in', 'Pact', '--when', 'Attack', '--out', 'pictures/help.svg'], away);
    expect(stdout).toBe('Picture: pictures/help.svg\n');
    expect(readdirSync(join(away, 'pictures'))).toEqual(['help.svg']);
    expect(readFileSync(join(away, 'pictures/help.svg'), 'utf8')).toContain('</svg>');
    expect(code).toBe(0);
  });

  it('draws one text of those left open and says which', () => {
    expect(draw('Help', '--in', 'Pact', '--when', 'Attack').stdout).toContain('Of 2 texts that are left open, this is one: How they decide: each alone.');
  });

  it('draws all promises of an arrangement together', () => {
    const { stdout } = draw('--in', 'Pact', '--when', 'Attack', '--with', 'together');
    expect(stdout).toContain('The pact: from trigger to response');
    expect(stdout.match(/data-step="verdict-/g)).toHaveLength(2);
    expect(stdout.match(/data-step="decision-/g)).toHaveLength(1);
  });

  it('asks which attacker, where the scenario leaves several open', () => {
    expect(draw('Help', '--in', 'Pact', '--when', 'AnyAttack')).toEqual({ code: 2, stdout: '', stderr: 'casus: the scenario `AnyAttack` leaves the attacker open, and a picture shows one; choose with --by: Arcadia, Borduria, Ruritania\n' });
    expect(draw('Help', '--in', 'Pact', '--when', 'AnyAttack', '--by', 'Ruritania', '--with', 'together').stdout).toContain('HOSTILE: Ruritania can');
    expect(draw('Help', '--in', 'Pact', '--when', 'AnyAttack', '--by', 'Syldavia')).toMatchObject({ code: 2, stderr: expect.stringContaining('there are: Arcadia, Borduria, Ruritania') as string });
  });

  it('gives the data as JSON that keeps to the schema, beside the picture if that goes to a file', () => {
    const away = folder({ 'pact.casus': CASE });
    const { stdout } = casus(['graph', 'Help', '--in', 'Pact', '--when', 'Attack', '--json', '--out', 'help.svg'], away);
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/graph-1.json'), 'utf8')) as object, JSON.parse(stdout));
    expect(ajv.errors).toBeNull();
    expect(readFileSync(join(away, 'help.svg'), 'utf8')).toContain('<svg');
  });

  it('refuses names that are not there, with the nearest, and a file that is a case', () => {
    expect(draw('Hepl', '--in', 'Pact', '--when', 'Attack')).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean `Help`?') as string });
    expect(draw('Help', '--in', 'Pact', '--when', 'Attack', '--with', 'together', 'alone')).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot both be taken') as string });
    expect(draw('Help', '--in', 'Pact', '--when', 'Attack', '--out', 'pact.casus')).toMatchObject({ code: 2, stderr: expect.stringContaining('own text') as string });
    expect(draw('Help', '--in', 'Pact')).toMatchObject({ code: 2, stderr: expect.stringContaining('npx casus graph --help') as string });
    expect(casus(['graph', '--in', 'Pact', '--when', 'Attack'], folder({ 'a.casus': CASE.slice(0, CASE.indexOf('promise Help')) }))).toMatchObject({ code: 2, stderr: 'casus: nothing to draw: this case has no promise\n' });
  });

  it('finds the only case below the folder, and asks where there are several', () => {
    expect(casus(['graph', '--in', 'Pact', '--when', 'Attack'], folder({ 'cases/one/a.casus': CASE })).code).toBe(0);
    expect(casus(['graph', '--in', 'Pact', '--when', 'Attack'], folder({ 'cases/one/a.casus': CASE, 'cases/two/a.casus': CASE }))).toMatchObject({ code: 2, stderr: expect.stringContaining('there are several cases: `cases/one`, `cases/two`; choose one with --case FOLDER') as string });
  });

  it('goes on after errors of form, and says so', () => {
    const { code, stdout, stderr } = casus(['graph', 'Help', '--in', 'Pact', '--when', 'Attack'], folder({ 'pact.casus': `${CASE}\ngroup Wrong = Nobody\n` }));
    expect(stderr).toBe('casus: 1 sentence could not be read; the picture leaves it out; `npx casus check` shows where\n');
    expect(stdout).toContain('</svg>');
    expect(code).toBe(1);
  });

  it('says what is too large to be drawn, and what to do', () => {
    const names = Array.from({ length: 100 }, (_, i) => `S${i + 1}`);
    const members = names.map((name, i) => `actor ${name} { population: ${1_000_000 + (((i + 1) * 48_271 * 7_919) % 59_999_999)} persons }`).join('\n');
    const text = `${CASE}attribute population in persons\n${members}\ngroup All = ${names.join(', ')}
body Council { members All matter proposal decides proposal by members with at least 65% of the population }
treaty Weighed { parties All, Guarantors  article 1 { if Council adopts proposal then Arcadia shall assist Syldavia } }\n`;
    const { code, stdout, stderr } = casus(['graph', 'Help', '--in', 'Weighed', '--when', 'Attack'], folder({ 'pact.casus': text }));
    expect(stderr).toBe(
      'casus: nothing is drawn of `Help` in `Weighed` when `Attack`: the votes and choices that it turns on are too many to be worked out together; judge it among fewer actors, or with fewer brackets left open\n',
    );
    expect([code, stdout]).toEqual([2, '']);
  });
});
