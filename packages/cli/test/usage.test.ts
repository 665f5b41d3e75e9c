import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from '../src/program.js';
import { BIN, casus, folder } from './command.js';

const IO = { cwd: '.', env: {}, stdout: { write: () => true }, stderr: { write: () => true }, stdin: process.stdin };

const CASE = 'case "C"\nactor A, B\nact assist "come to the aid of"\npromise Help { at least 1 of A assist B }\n';

describe('a file that is no text, in a run over several cases', () => {
  const LATIN = Buffer.concat([Buffer.from('case "L"\nactor A // '), Buffer.from([0xe9, 0x0a])]);

  it('is an error of its case, at its first sign that is none, and the others are judged', () => {
    const there = folder({ 'one/a.casus': CASE, 'one/latin.casus': '', 'two/a.casus': CASE });
    writeFileSync(join(there, 'one/latin.casus'), LATIN.subarray('case "L"\n'.length));
    const { code, stdout, stderr } = casus(['check', 'one', 'two', '--json'], there);
    const { cases } = JSON.parse(stdout) as { readonly cases: readonly { readonly title: string; readonly findings: readonly { readonly code: string; readonly severity: string; readonly place: object }[] }[] };
    expect(cases.map(({ title }) => title)).toEqual(['one', 'C']);
    expect(cases[0]!.findings).toMatchObject([{ code: 'form/syntax', severity: 'error', message: '`one/latin.casus` cannot be read: it is not a text in UTF-8', place: { file: 'one/latin.casus', line: 1, column: 12 } }]);
    expect(cases[1]!.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([code, stderr]).toEqual([1, '']);
    expect(casus(['check', 'one', 'two'], there).stdout).toContain('error form/syntax one/latin.casus:1:12');
  });

  it('is one of several cases in a folder, each file of which has its title', () => {
    const there = folder({ 'a.casus': CASE, 'latin.casus': '' });
    writeFileSync(join(there, 'latin.casus'), LATIN);
    const { code, stdout } = casus(['check', '--json'], there);
    const { cases } = JSON.parse(stdout) as { readonly cases: readonly { readonly title: string; readonly findings: readonly { readonly code: string }[] }[] };
    expect(cases.map(({ title, findings }) => [title, findings.some(({ code: each }) => each === 'form/syntax')])).toEqual([['C', false], ['latin.casus', true]]);
    expect(code).toBe(1);
  });
});

describe('wrong usage ends with code 2 and one line that says what to do', () => {
  const here = folder({ 'a.casus': CASE, 'empty/readme.txt': '', 'latin.casus': '', 'above/one/a.casus': CASE, 'above/two/a.casus': CASE });
  writeFileSync(join(here, 'latin.casus'), Buffer.from([0x63, 0xe9, 0x0a]));

  it.each([
    ['a missing file', ['check', 'nope.casus'], 'cannot read `nope.casus`: there is no such file or folder'],
    ['a folder without a case', ['check', 'empty'], 'the folder `empty` has no .casus file; `npx casus new NAME` starts a case'],
    ['a folder above cases', ['check', 'above'], 'but these in it do: `above/one`, `above/two`; check one of them, as `npx casus check above/one`'],
    ['results over a case', ['check', 'a.casus', '--out', 'A.CASUS'], "will not write results over `A.CASUS`: .casus is a case's own text"],
    ['a file that is no text', ['check', 'latin.casus'], 'is not a text in UTF-8'],
    ['a folder of sources that is not there', ['check', 'a.casus', '--sources', 'nope'], 'cannot read `nope`: there is no such file or folder'],
    ['an unknown flag', ['check', '--jsn'], "unknown option '--jsn' (Did you mean --json?); `npx casus check --help`"],
    ['an unknown command', ['chek'], "unknown command 'chek' (Did you mean check?)"],
    ['an unknown code', ['check', '--deny', 'promise/captve', 'a.casus'], 'there is no finding `promise/captve`; did you mean `promise/captive`?'],
    ['a code of no kind', ['check', '--deny', 'zzzzzzzz', 'a.casus'], '`npx casus why` lists them all'],
    ['a date that does not exist', ['check', '--as-of', '2025-02-30'], 'there is no such day'],
    ['what is no date', ['check', '--as-of', 'today'], 'write a date as 2025-08-20'],
    ['a width that is none', ['check', '--width', 'wide'], 'write a whole number'],
    ['why of a code that is like none', ['why', 'nope/nope'], 'there is no finding `nope/nope`; `npx casus why` lists them all'],
    ['why of an unknown code', ['why', 'captiv'], 'did you mean `promise/captive`?'],
    ['explain without a scenario', ['explain', 'Help', '--in', 'X'], "'--when <scenario>'"],
    ['explain without a case', ['explain', 'Help', '--in', 'X', '--when', 'Y', '--case', 'empty'], 'has no .casus file'],
    ['an unknown promise', ['explain', 'Halp', '--in', 'X', '--when', 'Y', '--case', '.'], 'there is no promise `Halp`; did you mean `Help`? there are: Help'],
    ['new without a name', ['new'], "missing required argument 'name'"],
    ['new with a path for a name', ['new', 'a/b'], 'cannot be the name of a folder'],
  ])('%s', (_, args, message) => {
    // The file that is no text must not be read with the others.
    const cwd = args.includes('.') ? folder({ 'a.casus': CASE }) : here;
    const { code, stdout, stderr } = casus(args, cwd);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^casus: /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('a file that is no text, before anything else of its case, with its place seen from here', () => {
    const there = folder({ 'pact/a.casus': CASE, 'pact/latin.casus': '' });
    writeFileSync(join(there, 'pact/latin.casus'), Buffer.from([0x63, 0xe9, 0x0a]));
    expect(casus(['check', 'pact'], there)).toEqual({ code: 2, stdout: '', stderr: 'casus: cannot read `pact/latin.casus`: it is not a text in UTF-8; save it as UTF-8 and try again\n' });
  });

  it('a result that cannot be written', () => {
    const there = folder({ 'a.casus': CASE, 'out/keep': '' });
    const { code, stderr } = casus(['check', '--out', 'out'], there);
    expect(stderr).toContain('cannot write `out`');
    expect(code).toBe(2);
  });

  it('a result below a file, and where the system allows no folder, before the work and without a trace', () => {
    const there = folder({ 'a.casus': CASE });
    expect(casus(['check', '--out', 'a.casus/new/results.json'], there)).toMatchObject({
      code: 2, stdout: '', stderr: expect.stringContaining('cannot write `a.casus/new/results.json`: ') as string,
    });
    if (process.platform === 'linux') {
      const { code, stdout, stderr } = casus(['check', '--out', '/proc/x/y.json'], there);
      expect(stderr).toMatch(/^casus: cannot write `.*\/proc\/x\/y\.json`: the folder `.*\/proc\/x` cannot be made: .*; name a file in a folder that you may write to\n$/);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
    expect(readdirSync(there)).toEqual(['a.casus']);
  });

  it('every option that names a file to write makes the missing folders, and its help says so', () => {
    const there = folder({
      'a.casus': `${CASE}treaty Pact { parties A, B article 1 { upon armed attack on B { A shall assist B } } }\nscenario War { A attacks B }\npromise Aid { at least 1 of A assist B }\n`,
      'demands.gcnf': 'p gcnf 1 2 2\n{1} 1 0\n{2} -1 0\n',
      'Domain.xml': '<negotiation_template><utility_space><objective name="x"><issue index="1" name="Land" type="discrete"><item index="1" value="all"/><item index="2" value="none"/></issue></objective></utility_space></negotiation_template>',
      'Arcadia.xml': '<utility_space><objective name="x"><issue index="1" name="Land" type="discrete"><item index="1" value="all" evaluation="1"/><item index="2" value="none" evaluation="0"/></issue><weight index="1" value="1"/></objective></utility_space>',
    });
    const WRITERS = [
      ['check', 'a.casus', '--out'], ['check', 'a.casus', '--sarif'], ['graph', 'Aid', '--in', 'Pact', '--when', 'War', '--case', 'a.casus', '--out'],
      ['agree', '--gcnf', 'demands.gcnf', '--state'], ['import', 'genius', 'Domain.xml', 'Arcadia.xml', '--out'],
    ];
    for (const [i, args] of WRITERS.entries()) {
      const path = join(`new-${i}`, 'inner', 'result.casus').replace(/casus$/, args[0] === 'import' ? 'casus' : 'txt');
      const { code, stderr } = casus([...args, path], there);
      expect({ args, code, stderr, there: existsSync(join(there, path)) }).toEqual({ args, code: code === 1 ? 1 : 0, stderr: '', there: true });
      const help = casus([...args.slice(0, args[0] === 'import' ? 2 : 1), '--help', '--width', '200'], there).stdout.replaceAll(/\s+/g, ' ');
      expect(help, args[0]).toMatch(new RegExp(`${args.at(-1)!} <file>(?:(?! --).)*missing folders are made`));
      expect(casus([...args, ''], there).code).toBe(2);
    }
    expect(casus(['check', 'a.casus', '--sarif', ''], there).stderr).toBe('casus: `--sarif` needs the name of a file\n');
  });

  it.skipIf(process.platform === 'win32')('writes to what is no file without replacing it', () => {
    expect(casus(['check', '--out', '/dev/null'], folder({ 'a.casus': CASE })).code).toBe(0);
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file without permission', () => {
    const there = folder({ 'a.casus': CASE });
    chmodSync(join(there, 'a.casus'), 0);
    const { code, stderr } = casus(['check'], there);
    expect(stderr).toContain('you have no permission');
    expect(code).toBe(2);
  });
});

describe('help', () => {
  it('is plain, has examples and ends well', () => {
    for (const args of [[], ['--help'], ['help'], ['check', '--help'], ['explain', '-h'], ['new', '--help'], ['why', '--help'], ['agree', '--help'], ['timeline', '--help'], ['explore', '--help'], ['import', '--help'], ['import', 'genius', '--help']]) {
      const { code, stdout, stderr } = casus(args);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toMatch(/Examples?:/);
    }
  });

  it.each([80, 120])('breaks lines only where they are full, %d columns wide', (columns) => {
    const names = program(IO, () => undefined).commands.flatMap((command) => [command, ...command.commands]);
    expect(names.length).toBeGreaterThan(10);
    for (const command of names) {
      command.configureOutput({ getOutHelpWidth: () => columns });
      const paragraphs = command.helpInformation().split('\n\n').filter((part) => !/^(?:Usage|Arguments|Options|Commands):/.test(part));
      for (const paragraph of paragraphs) {
        const lines = paragraph.trimEnd().split('\n');
        const short = lines.slice(1).flatMap((next, i) => (lines[i]!.length + 1 + next.split(' ')[0]!.length < columns ? [lines[i]!] : []));
        expect(short, command.name()).toEqual([]);
      }
    }
  });

  it('has a version', () => expect(casus(['--version'])).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, stderr: '' }));
});

describe('a copy that was never built', () => {
  it('says how to build it', () => {
    const here = folder();
    cpSync(dirname(BIN), join(here, 'bin'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(here, 'bin', 'casus.js'), 'check'], { encoding: 'utf8' });
    expect(stderr).toBe('casus: not built yet; run `npm run build` in its folder (`npm start` does so by itself)\n');
    expect(status).toBe(2);
  });
});

describe.skipIf(process.platform === 'win32')('what is no ordinary file is refused at once: it may have no end', () => {
  const there = folder({ 'a.casus': `${CASE}import "pipe"\n`, 'plain/a.casus': CASE });
  spawnSync('mkfifo', [join(there, 'pipe.casus')]);
  const REASON = 'it is no ordinary file (a device or a pipe may have no end)';

  it.each([
    ['check', ['check', '/dev/zero']],
    ['check of a pipe', ['check', 'pipe.casus']],
    ['explain', ['explain', 'Help', '--in', 'T', '--when', 'S', '--case', '/dev/zero']],
    ['fmt', ['fmt', '/dev/zero', '--stdout']],
    ['import', ['import', 'genius', '/dev/zero', '/dev/zero']],
    ['replay', ['replay', 'B', '/dev/zero']],
  ])('%s', (_, words) => {
    const { code, stderr } = casus(words, there);
    expect(code).toBe(2);
    expect(stderr).toContain(REASON);
  });

  it('an import of one is a mistake of the file that imports it', () => {
    const { code, stdout } = casus(['check', 'a.casus'], there);
    expect([code, stdout.includes('form/import')]).toEqual([1, true]);
  });
});
