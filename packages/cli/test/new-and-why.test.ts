import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from '@casus/model';
import { ROOT, casus, folder } from './command.js';

describe('casus new', () => {
  it('makes a case that checks clean, with its quotation verified', () => {
    const here = folder();
    const made = casus(['new', 'my case'], here);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('Next: npx casus check "my case"');
    const { code, stdout } = casus(['check', 'my case', '--deny', 'form/*', '--deny', 'promise/*', '--deny', 'sources/*', '--deny', 'norms/*'], here);
    expect(stdout).toContain('no open findings');
    expect(stdout).toMatch(/Help +BorduriaAttacks +automatic/);
    expect(stdout).not.toMatch(/not verified|missing/);
    expect(code).toBe(0);
  });

  it('keeps what its last comment promises: the change makes the promise captive', () => {
    const here = folder();
    casus(['new', 'c'], here);
    const file = join(here, 'c', 'c.casus');
    const text = readFileSync(file, 'utf8')
      .replace('group Guarantors = Arcadia, Ruritania\n', 'group Guarantors = Arcadia, Borduria, Ruritania\n')
      .replace('      each of Guarantors shall', '      if Guarantors decide unanimously then each of Guarantors shall');
    writeFileSync(file, text);
    const { code, stdout } = casus(['check', 'c'], here);
    expect(stdout).toContain('captive (Borduria, Arcadia or Ruritania can stop it)');
    expect(code).toBe(1);
  });

  it('refuses to overwrite, and takes --dir', () => {
    const here = folder({ 'full/a.txt': 'mine', 'file': '' });
    mkdirSync(join(here, 'empty'));
    expect(casus(['new', 'full'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('is not empty') as string });
    expect(casus(['new', 'file'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('is a file') as string });
    expect(casus(['new', 'empty'], here).code).toBe(0);
    expect(casus(['new', 'там', '--dir', 'full'], here).code).toBe(0);
    expect(casus(['check', 'full/там'], here).code).toBe(0);
  });
});

describe('casus why', () => {
  it.each(Object.keys(CODES))('%s has a page', (code) => {
    const ran = casus(['why', code]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.length).toBeGreaterThan(80);
    expect(ran.stdout).not.toMatch(/^#|\*\*|\]\(/m);
  });

  it('takes the name alone', () => expect(casus(['why', 'captive']).code).toBe(0));

  it('takes capitals, and lists a category', () => {
    expect(casus(['why', 'Promise/CAPTIVE']).stdout).toBe(casus(['why', 'promise/captive']).stdout);
    const { code, stdout } = casus(['why', 'promise']);
    expect(stdout).toContain('promise/captive');
    expect(stdout).not.toContain('sources/');
    expect(casus(['why', 'promise/*'])).toEqual({ code, stdout, stderr: '' });
    expect(code).toBe(0);
  });

  it('lists every code with its severity and a sentence', () => {
    const { code, stdout } = casus(['why'], ROOT);
    for (const each of Object.keys(CODES)) expect(stdout).toMatch(new RegExp(`^${each} +(error|warning|note) +\\S`, 'm'));
    expect(code).toBe(0);
  });
});
