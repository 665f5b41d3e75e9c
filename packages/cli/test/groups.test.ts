import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { BIN, ROOT, casus, folder } from './command.js';

const DATA = resolve(ROOT, '..', 'shared', 'data');

/** Groups g and g+1 contradict each other, for each odd g: n conflicts, and 2 to the n corrections. */
const pairs = (n: number): string => [`p gcnf ${n} ${2 * n} ${2 * n}`, ...Array.from({ length: n }, (_, i) => `{${2 * i + 1}} ${i + 1} 0\n{${2 * i + 2}} -${i + 1} 0`)].join('\n');

const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();
const setLines = (stdout: string): readonly string[] => stdout.split('\n').filter((line) => /^[UC]( |$)/.test(line));

describe.skipIf(!existsSync(DATA))('published instances', () => {
  it.each(existsSync(DATA) ? readdirSync(join(DATA, 'marco', 'tests')) : [])('MARCO: %s', (file) => {
    const header = /^p +(g?cnf) +\d+ +(\d+) *(\d*)/m.exec(readFileSync(join(DATA, 'marco', 'tests', file), 'utf8'))!;
    const n = Number(header[1] === 'gcnf' ? header[3] : header[2]);
    const published = readFileSync(join(DATA, 'marco', 'out', `${file}.out`), 'utf8').trim().split('\n').map((line) => {
      const numbers = line.slice(2).split(' ').filter((word) => word !== '').map(Number);
      // MARCO prints the largest satisfiable sets; their complements are the corrections.
      const set = line.startsWith('U') ? numbers : Array.from({ length: n }, (_, i) => i + 1).filter((i) => !numbers.includes(i));
      return [line.startsWith('U') ? 'U' : 'C', ...set.sort((a, b) => a - b)].join(' ');
    });
    for (const order of [[], ['--smallest-first']]) {
      const { code, stdout } = casus(['agree', '--gcnf', join(DATA, 'marco', 'tests', file), ...order]);
      expect(code).toBe(0);
      expect(sorted(setLines(stdout))).toEqual(sorted(published));
    }
  });

  it.each(['S', 'M'])('agreement: %s', (name) => {
    const expected = JSON.parse(readFileSync(join(DATA, 'agreement', `${name}.expected.json`), 'utf8')) as { mus: string[]; mcs: string[] };
    const fromOne = (sets: readonly string[]): readonly string[] => sorted(sets.map((set) => set.split(',').map((g) => String(Number(g) + 1)).join(' ')));
    const document = JSON.parse(casus(['agree', '--gcnf', join(DATA, 'agreement', `${name}.gcnf`), '--json']).stdout) as { conflicts: number[][]; corrections: number[][]; complete: boolean; satisfiable: boolean };
    expect(sorted(document.conflicts.map((set) => set.join(' ')))).toEqual(fromOne(expected.mus));
    expect(sorted(document.corrections.map((set) => set.join(' ')))).toEqual(fromOne(expected.mcs));
    expect([document.complete, document.satisfiable]).toEqual([true, false]);
  });
});

describe('casus agree --gcnf', () => {
  it('numbers groups as in the file, and counts', () => {
    const here = folder({ 'a.gcnf': 'p gcnf 2 4 3\n{0} 1 0\n{1} -1 2 0\n{2} -2 0\n{3} 2 0\n' });
    const { code, stdout } = casus(['agree', '--gcnf', 'a.gcnf'], here);
    expect(code).toBe(0);
    expect(sorted(setLines(stdout))).toEqual(['C 1 3', 'C 2', 'U 1 2', 'U 2 3']);
    expect(stdout).toMatch(/\n3 groups; 2 minimal unsatisfiable subsets \(U\) and 2 minimal correction sets \(C\)\.\n$/);
  });

  it('takes plain CNF, each clause a group, and says when everything can be satisfied', () => {
    const here = folder({ 'a.cnf': 'p cnf 1 2\n1 0\n1 0\n' });
    expect(casus(['agree', '--gcnf', 'a.cnf'], here).stdout).toBe('C\n2 groups; 0 minimal unsatisfiable subsets (U) and 1 minimal correction set (C).\n');
    expect(JSON.parse(casus(['agree', '--gcnf', 'a.cnf', '--json'], here).stdout)).toMatchObject({ satisfiable: true, complete: true, corrections: [[]], conflicts: [] });
  });

  it('stops at limits and says so, and goes on from a state to the same whole', () => {
    const here = folder({ 'a.gcnf': pairs(5), 'b.gcnf': pairs(4) });
    const part = casus(['agree', '--gcnf', 'a.gcnf', '--limit', '7', '--state', 's.json'], here).stdout;
    expect(setLines(part)).toHaveLength(7);
    expect(part).toContain('No minimal unsatisfiable subset was found yet; with --smallest-first, both kinds are looked for in turns.');
    expect(casus(['agree', '--gcnf', 'a.gcnf', '--limit', '7', '--smallest-first'], here).stdout).not.toContain('found yet');
    expect(part).toContain('at least');
    expect(part).toContain('stopped at the limit of 7');
    const rest = casus(['agree', '--gcnf', 'a.gcnf', '--state', 's.json'], here).stdout;
    const whole = casus(['agree', '--gcnf', 'a.gcnf'], here).stdout;
    expect(setLines(whole)).toHaveLength(5 + 32);
    expect(sorted([...setLines(part), ...setLines(rest)])).toEqual(sorted(setLines(whole)));
    expect(rest).toContain('those of earlier runs (7) included');
    expect(casus(['agree', '--gcnf', 'b.gcnf', '--state', 's.json'], here)).toMatchObject({ code: 2, stderr: 'casus: `s.json` was written for other clauses; name another file, or delete this one to begin anew\n' });
  });

  it('stops after the seconds given', () => {
    const here = folder({ 'a.gcnf': pairs(24) });
    const { code, stdout } = casus(['agree', '--gcnf', 'a.gcnf', '--seconds', '0.5'], here);
    expect(code).toBe(0);
    expect(stdout).toMatch(/at least [\d,]+ minimal correction sets \(C\); stopped after 0\.5 s\.\n(?:No minimal unsatisfiable subset was found yet; with --smallest-first, both kinds are looked for in turns\.\n)?$/);
  });

  it.skipIf(process.platform === 'win32')('stops at once on Ctrl-C with what was found, and keeps the state', async () => {
    const here = folder();
    writeFileSync(join(here, 'a.gcnf'), pairs(24));
    const child = spawn(process.execPath, [BIN, 'agree', '--gcnf', 'a.gcnf', '--state', 's.json'], { cwd: here });
    let stdout = '';
    let asked = 0;
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString();
      if (asked === 0) {
        asked = performance.now();
        child.kill('SIGINT');
      }
    });
    const code = await new Promise<number | null>((done) => child.on('close', done));
    expect(code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(20_000);
    expect(stdout).toMatch(/at least [\d,]+ minimal correction sets \(C\); stopped by Ctrl-C\.\n(?:No minimal unsatisfiable subset was found yet; .*\n)?$/);
    const { state } = JSON.parse(readFileSync(join(here, 's.json'), 'utf8')) as { state: { told: { mcs: number[][] } } };
    expect(setLines(stdout).filter((line) => line.startsWith('C'))).toHaveLength(state.told.mcs.length);
  });

  it.skipIf(process.platform === 'win32')('so does a case, also where the signal comes twice, and goes on later', async () => {
    const lines = (verb: string): string => Array.from({ length: 24 }, (_, i) => `  ${verb} "wish ${i}"\n`).join('');
    const here = folder({ 'a.casus': `case "Big"\nactor Arcadia, Borduria\nposition Arcadia {\n${lines('demands')}}\nposition Borduria {\n${lines('refuses')}}\n` });
    let [code, stdout, stderr]: [number | null, string, string] = [null, '', ''];
    // Before the search has begun, Ctrl-C ends the command; how soon it begins depends on the machine.
    for (const wait of [1_500, 3_000, 6_000, 12_000, 24_000]) {
      [stdout, stderr] = ['', ''];
      const child = spawn(process.execPath, [BIN, 'agree', '--state', 's.json'], { cwd: here });
      child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
      child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
      const closed = new Promise<number | null>((done) => child.on('close', done));
      await new Promise((go) => setTimeout(go, wait));
      child.kill('SIGINT');
      child.kill('SIGINT');
      code = await closed;
      if (code === 0) break;
    }
    expect(code).toBe(0);
    expect(stderr).toBe('casus: stopping with what was found so far; Ctrl-C once more ends at once\n');
    const counted = (text: string): number => [...text.matchAll(/At least ([\d,]+) (?:conflict|set)/g)].reduce((sum, [, digits]) => sum + Number(digits!.replaceAll(',', '')), 0);
    expect(stdout).toMatch(/stopped by\s+Ctrl-C/);
    expect(stdout).toContain('To go on: the same command with --state s.json');
    const { state } = JSON.parse(readFileSync(join(here, 's.json'), 'utf8')) as { state: { told: { mus: number[][]; mcs: number[][] } } };
    const told = state.told.mus.length + state.told.mcs.length;
    expect(told).toBeGreaterThan(0);
    expect(counted(stdout)).toBe(told);
    expect(counted(casus(['agree', '--state', 's.json', '--limit', '5'], here).stdout)).toBe(told + 5);
  }, 180_000);

  it('gives JSON that keeps to the schema', () => {
    const ajv = new Ajv({ allErrors: true });
    const here = folder({ 'a.gcnf': pairs(3) });
    for (const args of [[], ['--limit', '3']]) {
      ajv.validate(JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/groups-1.json'), 'utf8')) as object, JSON.parse(casus(['agree', '--gcnf', 'a.gcnf', '--json', ...args], here).stdout));
      expect(ajv.errors).toBeNull();
    }
  });
});
