/** What is remembered while a case is edited gives, at every step, what working everything out from the beginning gives: places, orders and words included. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { check, Memory } from '@casus/analysis';
import { verifyCase, type SourceText } from '@casus/dossier';
import { compile, Workspace, type TextFile } from '@casus/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIXTURES, inOneLine, readImport, ROOT, TESTS } from '../support/cases.js';
import { dice, edited } from './edits.js';

const RUNS = Math.max(1, Math.round(Number(process.env['CASUS_RANDOM'] ?? 2000) / 2000));
const STEPS = 6;

/** The files of a folder, or one file. */
function filesOf(path: string): TextFile[] {
  const paths = path.endsWith('.casus') ? [path] : readdirSync(join(ROOT, path)).filter((name) => name.endsWith('.casus')).sort().map((name) => join(path, name));
  return paths.map((each) => ({ path: each, text: readFileSync(join(ROOT, each), 'utf8') }));
}

const fixtures = (readdirSync(join(ROOT, FIXTURES), { recursive: true, encoding: 'utf8' })).filter((name) => name.endsWith('.casus') && dirname(name) !== '.').sort().map((name) => join(FIXTURES, name));

/** Evidence by a text that holds nothing of what is quoted: every phrase is looked for. */
const texts = (case_: Parameters<typeof verifyCase>[0]): ReadonlyMap<string, SourceText> => new Map([...case_.sources.keys()].slice(0, 1).map((id) => [id, { name: 'empty.txt', text: 'nothing' }]));

/** Fixtures and constructs import what they share from above them. */
const OPTIONS = { folders: [TESTS] };

/** Edits the files of a case at random and compares, step by step, what is remembered with what is worked out anew. @throws Error that tells the edits */
function replay(files: readonly TextFile[], seed: number): void {
  const roll = dice(seed);
  const workspace = new Workspace(readImport, OPTIONS);
  const memory = new Memory();
  const now = files.map(({ text }) => text);
  files.forEach(({ path, text }) => workspace.update(path, text));
  const told: string[] = [];
  const compare = (): void => {
    const cold = compile(files.map(({ path }, i) => ({ path, text: now[i]! })), readImport, OPTIONS);
    const warm = workspace.outcome();
    if (!isDeepStrictEqual(warm, cold)) throw new Error(`seed ${seed}: another case after ${told.join('; ')}`);
    // What begins broken would be compared in vain.
    if (told.length === 0 && cold.findings.some(({ severity }) => severity === 'error')) throw new Error(`${files[0]!.path} cannot be read: ${cold.findings.map(inOneLine).join('; ')}`);
    const evidence = verifyCase(cold.value, texts(cold.value));
    const anew = check(cold.value, cold.findings, evidence);
    if (!isDeepStrictEqual(check(warm.value, warm.findings, evidence, { memory }), anew)) throw new Error(`seed ${seed}: other findings after ${told.join('; ')}`);
  };
  compare();
  for (let step = 0; step < STEPS; step++) {
    const i = roll(files.length);
    // Now and then everything is taken back, as after a slip.
    const next = roll(4) === 0 ? { name: 'takes back', text: files[i]!.text } : edited(now[i]!, roll);
    now[i] = next.text;
    told.push(`${next.name} in ${basename(files[i]!.path)}`);
    workspace.update(files[i]!.path, next.text);
    compare();
  }
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('what is remembered', () => {
  it('ends where it now ends, where a line was joined to the next by as many characters', () => {
    const path = `${FIXTURES}/promise/hollow/general-duty-captive.casus`;
    const before = filesOf(path)[0]!.text;
    const joined = before.replace(/\n {2}\}\n\}/u, '   }\n}');
    expect([joined.length, joined === before]).toEqual([before.length, false]);
    const workspace = new Workspace(readImport, OPTIONS);
    const memory = new Memory();
    for (const text of [before, joined]) {
      workspace.update(path, text);
      const { value, findings } = workspace.outcome();
      const cold = compile([{ path, text }], readImport, OPTIONS);
      expect(check(value, findings, undefined, { memory })).toEqual(check(cold.value, cold.findings, undefined));
    }
  });

  for (const path of ['cases/ukraine-2025', ...readdirSync(join(ROOT, 'cases/instruments')).filter((name) => name.endsWith('.casus')).map((name) => join('cases/instruments', name))]) {
    it(`gives what is worked out anew: ${relative('cases', path)}`, () => fc.assert(fc.property(seeds, (seed) => replay(filesOf(path), seed)), { numRuns: RUNS, endOnFailure: true }), 600_000);
  }

  it('gives what is worked out anew: every construct of the language', () => {
    const constructs = readdirSync(join(ROOT, 'packages/analysis/test/constructs')).filter((name) => name.endsWith('.casus')).map((name) => join('packages/analysis/test/constructs', name));
    for (const [i, path] of constructs.entries()) for (let run = 0; run < RUNS * 2; run++) replay(filesOf(path), 1000 * i + run);
  }, 600_000);

  it('gives what is worked out anew: fixtures', () => {
    fc.assert(fc.property(seeds, fc.nat(fixtures.length - 1), (seed, i) => replay(filesOf(fixtures[i]!), seed)), { numRuns: RUNS * 20, endOnFailure: true });
    expect(fixtures.length).toBeGreaterThan(50);
  }, 600_000);
});
