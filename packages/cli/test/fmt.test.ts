import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, casus, folder } from './command.js';

const MESSY = 'actor Arcadia ,Borduria\n\n\n\n// who helps\ngroup G=Arcadia\n';
const LAID = 'actor Arcadia, Borduria\n\n// who helps\ngroup G = Arcadia\n';
const BROKEN = 'actor Arcadia ,\n\n\n\nactor Borduria';

describe('casus fmt', () => {
  it('lays out the files of a folder and of those below, and names none that is hidden', () => {
    const here = folder({ 'case/a.casus': MESSY, 'case/deep/b.casus': MESSY, 'case/c.casus': LAID, 'case/.hidden/d.casus': MESSY, 'case/node_modules/e.casus': MESSY, 'case/notes.txt': MESSY });
    const before = statSync(join(here, 'case/c.casus')).mtimeMs;
    expect(casus(['fmt', 'case'], here)).toEqual({ code: 0, stdout: '2 of 3 files changed.\n', stderr: '' });
    const read = (path: string): string => readFileSync(join(here, 'case', path), 'utf8');
    expect([read('a.casus'), read('deep/b.casus'), read('c.casus')]).toEqual([LAID, LAID, LAID]);
    expect([read('.hidden/d.casus'), read('node_modules/e.casus'), read('notes.txt')]).toEqual([MESSY, MESSY, MESSY]);
    expect(statSync(join(here, 'case/c.casus')).mtimeMs).toBe(before);
    expect(casus(['fmt', 'case'], here)).toEqual({ code: 0, stdout: '0 of 3 files changed.\n', stderr: '' });
    expect(readdirSync(join(here, 'case')).sort()).toEqual(['.hidden', 'a.casus', 'c.casus', 'deep', 'node_modules', 'notes.txt']);
  });

  it('--check changes nothing, names the files and ends with code 1', () => {
    const here = folder({ 'a.casus': MESSY, 'b.casus': LAID });
    expect(casus(['fmt', '--check'], here)).toEqual({ code: 1, stdout: 'a.casus\n', stderr: '1 of 2 files would change.\n' });
    expect(readFileSync(join(here, 'a.casus'), 'utf8')).toBe(MESSY);
    expect(casus(['fmt', '--check', 'b.casus'], here)).toEqual({ code: 0, stdout: '', stderr: '0 of 1 file would change.\n' });
  });

  it('--stdout prints instead', () => {
    const here = folder({ 'a.casus': MESSY });
    expect(casus(['fmt', '--stdout', 'a.casus'], here)).toEqual({ code: 0, stdout: LAID, stderr: '' });
    expect(readFileSync(join(here, 'a.casus'), 'utf8')).toBe(MESSY);
  });

  it('- reads standard input', () => {
    const run = (args: readonly string[], input: string): readonly unknown[] => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'fmt', '-', ...args], { input, encoding: 'utf8' });
      return [status, stdout, stderr.split(':')[0]];
    };
    expect(run([], MESSY)).toEqual([0, LAID, '']);
    expect(run([], '')).toEqual([0, '', '']);
    expect(run(['--check'], MESSY)).toEqual([1, 'standard input\n', '1 of 1 file would change.\n']);
    expect(run([], BROKEN)).toEqual([1, BROKEN, 'casus']);
  });

  it('a text that cannot be read stays as it is, and the others are laid out', () => {
    const here = folder({ 'a.casus': BROKEN, 'b.casus': MESSY });
    const { code, stdout, stderr } = casus(['fmt', '.'], here);
    expect([code, stdout]).toEqual([1, '1 of 2 files changed.\n']);
    expect(stderr).toMatch(/^casus: `a\.casus` stays as it is, for it cannot be read: line 1, column 15: expected .*; `npx casus check a\.casus` shows it in full\n$/);
    expect(readFileSync(join(here, 'a.casus'), 'utf8')).toBe(BROKEN);
    expect(readFileSync(join(here, 'b.casus'), 'utf8')).toBe(LAID);
    expect(casus(['fmt', '--check', 'a.casus'], here).code).toBe(1);
  });

  it('keeps the rights of a file, and a link a link', () => {
    const here = folder({ 'real/a.casus': MESSY });
    chmodSync(join(here, 'real/a.casus'), 0o600);
    mkdirSync(join(here, 'linked'));
    symlinkSync('../real/a.casus', join(here, 'linked/a.casus'));
    expect(casus(['fmt', 'linked/a.casus'], here).code).toBe(0);
    expect(readFileSync(join(here, 'real/a.casus'), 'utf8')).toBe(LAID);
    expect(statSync(join(here, 'real/a.casus')).mode & 0o777).toBe(0o600);
    expect(lstatSync(join(here, 'linked/a.casus')).isSymbolicLink()).toBe(true);
  });

  it('a file given twice is one', () => {
    const here = folder({ 'a.casus': MESSY });
    expect(casus(['fmt', 'a.casus', '.', './a.casus'], here).stdout).toBe('1 of 1 file changed.\n');
  });

  describe('wrong usage ends with code 2, one line, and nothing is changed', () => {
    const here = folder({ 'a.casus': MESSY, 'empty/readme.txt': '' });
    writeFileSync(join(here, 'latin.txt'), Buffer.from([0x63, 0xe9, 0x0a]));
    it.each([
      ['a missing file', ['a.casus', 'nope.casus'], 'cannot read `nope.casus`: there is no such file or folder'],
      ['a folder without a text', ['a.casus', 'empty'], 'the folder `empty` has no .casus file, nor has any below it'],
      ['a file that is no text', ['a.casus', 'latin.txt'], 'is not a text in UTF-8'],
      ['two ways at once', ['--check', '--stdout', 'a.casus'], '`--check` prints no text and `--stdout` does'],
      ['standard input and a file', ['-', 'a.casus'], '`-` stands for standard input'],
      ['an unknown flag', ['--chek'], "unknown option '--chek' (Did you mean --check?); `npx casus fmt --help`"],
    ])('%s', (_, args, message) => {
      const { code, stdout, stderr } = casus(['fmt', ...args], here);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(readFileSync(join(here, 'a.casus'), 'utf8')).toBe(MESSY);
    });
  });
});
