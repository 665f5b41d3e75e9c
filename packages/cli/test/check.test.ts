import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { BIN, ROOT, casus, folder } from './command.js';

const CAPTIVE = `case "A captive guarantee"
actor Arcadia, Borduria, Syldavia
group Guarantors = Arcadia, Borduria
act assist "come to the aid of"
treaty Pact "The pact" {
  parties Guarantors, Syldavia
  article 1 "Guarantee" {
    upon armed attack on Syldavia {
      if Guarantors decide unanimously then each of Guarantors shall assist Syldavia within 3 days
    }
  }
}
scenario Attack "Borduria attacks" { Borduria attacks Syldavia }
promise Help "somebody comes" { at least 1 of Guarantors assist Syldavia }
`;

const schema = JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/check-1.json'), 'utf8')) as object;

interface Results {
  readonly summary: { readonly passed: boolean; readonly verdicts: number };
  readonly cases: readonly { readonly title: string; readonly findings: readonly { readonly code: string; readonly fails: boolean; readonly confirmedBy?: object }[] }[];
}

function results(text: string): Results {
  const document = JSON.parse(text) as Results;
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(schema, document);
  expect(ajv.errors).toBeNull();
  return document;
}

describe('casus check', () => {
  it('finds that a guarantee is captive, at its place, and ends with code 1', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    const { code, stdout, stderr } = casus(['check'], here);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/error promise\/captive pact\.casus:\d+:\d+/);
    expect(stdout).toContain('^');
    expect(stdout).toMatch(/Help +Attack +captive \(Borduria or Arcadia can stop it\)/);
    expect(stdout).toMatch(/Failed: .*error/);
    expect(code).toBe(1);
  });

  it('gives the same as JSON that keeps to the schema, and nothing else on stdout', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    const { code, stdout } = casus(['check', '--json'], here);
    const { summary, cases } = results(stdout);
    expect(summary.passed).toBe(false);
    expect(summary.verdicts).toBe(1);
    expect(cases[0]!.findings.map((finding) => finding.code)).toContain('promise/captive');
    expect(code).toBe(1);
  });

  it('passes when the author confirms every error, and shows that briefly', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    const codes = new Set(results(casus(['check', '--json'], here).stdout).cases[0]!.findings.filter(({ fails }) => fails).map(({ code }) => code));
    const confirmed = folder({ 'pact.casus': `${CAPTIVE}\nexpect promise Help is captive under Pact when Attack because Borduria\n${[...codes].map((each) => `expect finding ${each}`).join('\n')}\n` });
    const { code, stdout } = casus(['check'], confirmed);
    expect(stdout).toMatch(/confirmed by pact\.casus:\d+/);
    expect(stdout).toContain('hold');
    expect(code).toBe(0);
  });

  it('fails an expectation that the text does not bear', () => {
    const here = folder({ 'pact.casus': `${CAPTIVE}\nexpect promise Help is automatic under Pact when Attack\n` });
    const { code, stdout } = casus(['check'], here);
    expect(stdout).toContain('expectation/failed');
    expect(code).toBe(1);
  });

  it('fails a denied finding, but not one that is confirmed', () => {
    const here = folder({ 'pact.casus': CAPTIVE.replace(' within 3 days', '').replace('if Guarantors decide unanimously then ', '') });
    const { cases } = results(casus(['check', '--json'], here).stdout);
    const warning = cases[0]!.findings.find(({ fails, confirmedBy }) => !fails && confirmedBy === undefined);
    expect(casus(['check'], here).code).toBe(0);
    expect(warning).toBeDefined();
    expect(casus(['check', '--deny', warning!.code], here)).toMatchObject({ code: 1, stdout: expect.stringContaining('(denied)') as string });
    expect(casus(['check', '--deny', `${warning!.code.split('/')[0]!}/*`], here).code).toBe(1);
  });

  it('checks the rest of a file after a mistake', () => {
    const here = folder({ 'pact.casus': CAPTIVE.replace('shall assist Syldavia', 'shall assist Syldavai') });
    const { code, stdout } = casus(['check'], here);
    expect(stdout).toContain('form/unknown-name');
    expect(stdout).toContain('Syldavia');
    expect(stdout).toContain('1 sentence could not be read; the verdicts leave it out.');
    expect(code).toBe(1);
  });

  it('says when there is nothing to judge', () => {
    expect(casus(['check'], folder({ 'a.casus': '' })).stdout).toContain('Nothing to judge: the case has no arrangement, promise or scenario.');
    const { code, stdout } = casus(['check', '--quiet'], folder({ 'a.casus': CAPTIVE.slice(0, CAPTIVE.indexOf('scenario')) }));
    expect(stdout).toContain('Nothing to judge: the case has no promise or scenario.');
    expect(code).toBe(0);
  });

  it('sends one who checks a part of a case to its folder', () => {
    const [top, rest] = [CAPTIVE.slice(0, CAPTIVE.indexOf('scenario')), CAPTIVE.slice(CAPTIVE.indexOf('scenario'))];
    const here = folder({ 'my case/a.casus': top, 'my case/b.casus': rest });
    expect(casus(['check', 'my case/b.casus'], here).stdout).toMatch(/This file is part of a case: the folder has other \.casus files\. Check the folder: npx casus check "my case"\n$/);
    expect(casus(['check', 'my case/a.casus', 'my case/b.casus'], here).stdout).not.toContain('part of a case');
    expect(casus(['check', 'b.casus'], folder({ 'b.casus': rest })).stdout).not.toContain('part of a case');
  });

  it('proposes a command that answers as it stands', () => {
    const here = folder({ 'my case/a.casus': CAPTIVE });
    const hint = (...args: readonly string[]): string => /npx casus (explain .*)/.exec(casus(['check', ...args], here).stdout)![1]!;
    expect(hint('my case')).toBe('explain Help --in Pact --when Attack --case "my case"');
    expect(hint('my case/a.casus')).toBe('explain Help --in Pact --when Attack --case "my case/a.casus"');
    for (const from of ['my case', 'my case/a.casus']) expect(casus(['explain', 'Help', '--in', 'Pact', '--when', 'Attack', '--case', from], here).code).toBe(0);
  });

  it('takes files together as one case and each folder as its own', () => {
    const [top, rest] = [CAPTIVE.slice(0, CAPTIVE.indexOf('scenario')), CAPTIVE.slice(CAPTIVE.indexOf('scenario'))];
    const here = folder({ 'a.casus': top, 'b.casus': rest, 'x/a.casus': CAPTIVE, 'y/a.casus': CAPTIVE.replace('A captive', 'Another captive') });
    expect(results(casus(['check', 'a.casus', 'b.casus', '--json'], here).stdout).cases).toHaveLength(1);
    const two = results(casus(['check', 'x', 'y', '--json'], here).stdout);
    expect(two.cases.map(({ title }) => title)).toEqual(['A captive guarantee', 'Another captive guarantee']);
    expect(two.summary.verdicts).toBe(2);
  });

  it('imports from the library and from files beside', () => {
    const here = folder({
      'main/case.casus': 'case "Imports"\nimport "library/un-charter"\nimport "../states"\nimport "./more.casus"\n',
      'states.casus': 'actor Arcadia\n',
      'main/sub/more.casus': '',
    });
    const { stdout } = casus(['check', 'main/case.casus', '--json'], here);
    const { cases } = JSON.parse(stdout) as { cases: [{ findings: { code: string; message: string }[]; files: { path: string; imported: boolean }[] }] };
    expect(cases[0].findings.filter(({ code }) => code === 'form/import').map(({ message }) => message)).toEqual([expect.stringContaining('./more.casus')]);
    const imported = cases[0].files.filter((file) => file.imported).map((file) => file.path);
    expect(imported).toContain('states.casus');
    expect(imported.some((path) => path.endsWith('library/un-charter.casus'))).toBe(true);
  });

  it('writes the results whole, makes the folder, and leaves nothing beside them', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    const { stdout } = casus(['check', '--quiet', '--out', 'new/results.json'], here);
    expect(stdout).toContain('Full results: new/results.json');
    expect(readdirSync(join(here, 'new'))).toEqual(['results.json']);
    results(readFileSync(join(here, 'new/results.json'), 'utf8'));
    expect(existsSync(join(here, 'results.json'))).toBe(false);
  });

  it('prints only the findings when asked to be quiet', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    expect(casus(['check', '--quiet'], here).stdout).not.toContain('Promises');
    expect(casus(['check', '--quiet', '--table'], here).stdout).toContain('Promises');
  });

  it('has no colours without a terminal, with NO_COLOR and with --no-color; has them when forced', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    expect(casus(['check'], here).stdout).not.toContain('\u001b');
    expect(casus(['check'], here, { FORCE_COLOR: '1' }).stdout).toContain('\u001b');
    expect(casus(['check'], here, { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001b');
    expect(casus(['check', '--no-color'], here, { FORCE_COLOR: '1' }).stdout).not.toContain('\u001b');
  });

  it('sets text as wide as asked', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    for (const width of [60, 90]) {
      for (const line of casus(['check', '--width', String(width)], here).stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  it('finds the texts of sources in the folder of the case, its sources/, and where it is told', () => {
    const source = 'source note "A note" { text "note.txt" obtain "ask the ministry" }\n';
    const cited = CAPTIVE.replace('within 3 days', 'within 3 days cite note "within three days"') + source;
    const note = 'They shall come within three days.';
    const verified = (files: Readonly<Record<string, string>>, ...args: readonly string[]): string => casus(['check', ...args], folder({ 'pact.casus': cited, ...files })).stdout;
    expect(verified({})).toContain('To get it: ask the ministry');
    expect(verified({ 'note.txt': note })).toContain('1 quotation: 1 verified');
    expect(verified({ 'sources/note.txt': note })).toContain('1 quotation: 1 verified');
    expect(verified({ 'else/note.txt': note }, '--sources', 'else')).toContain('1 quotation: 1 verified');
    expect(verified({ 'note.txt': 'They shall come within four days.' })).toContain('sources/quotation-');
  });

  it.skipIf(process.platform === 'win32')('stops at Ctrl-C with 130 and leaves no half-written file', async () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    const command = `"${process.execPath}" "${BIN}" check "${join(ROOT, 'cases/ukraine-2025')}" --every-attacker --out results.json & echo $!; wait $!; echo code $?`;
    const shell = spawn('bash', ['-c', `set -m; ${command}`], { cwd: here, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    shell.stdout.on('data', (text: Buffer) => {
      said += text.toString();
    });
    while (!said.includes('\n')) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 150));
    process.kill(Number(said.split('\n')[0]), 'SIGINT');
    await new Promise((resolve) => shell.on('close', resolve));
    expect(said).toContain('code 130');
    expect(readdirSync(here)).toEqual(['pact.casus']);
  });

  it.skipIf(process.platform === 'win32')('says nothing when its reader goes away', async () => {
    const shell = spawn('bash', ['-c', `set -o pipefail; "${process.execPath}" "${BIN}" check "${join(ROOT, 'cases/ukraine-2025')}" --json | head -c 10; echo " $?"`], { cwd: ROOT });
    let [out, wrong] = ['', ''];
    shell.stdout.on('data', (text: Buffer) => {
      out += text.toString();
    });
    shell.stderr.on('data', (text: Buffer) => {
      wrong += text.toString();
    });
    await new Promise((resolve) => shell.on('close', resolve));
    expect(wrong).toBe('');
    expect(out).toMatch(/^\{/);
  });
});
