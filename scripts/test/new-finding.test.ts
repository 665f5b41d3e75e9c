import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { newFinding } from '../lib/new-finding.mjs';

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CODES = 'packages/model/src/codes.ts';
const CASE_INDEX = 'packages/analysis/src/findings/index.ts';
const INDEX = 'packages/analysis/src/findings/promise/index.ts';

const root = mkdtempSync(join(tmpdir(), 'casus-finding-'));
for (const path of [CODES, INDEX, CASE_INDEX]) cpSync(join(PROJECT, path), join(root, path));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const make = newFinding as (code: string, severity: string, root: string) => { written: string[]; left: string[] };
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('a new finding', () => {
  it('gets its row, file, test, page and place in the list', () => {
    const { written, left } = make('promise/a-new-one', 'warning', root);
    expect(left).toEqual(['a row in docs/findings.md']);
    for (const path of written) expect(existsSync(join(root, path))).toBe(true);
    expect(text(CODES)).toMatch(/'promise\/[a-z-]+': '\w+',\n {2}'promise\/a-new-one': 'warning',\n/);
    expect(text(INDEX)).toMatch(/^import \{ aNewOne \} from '\.\/a-new-one\.js';\n/);
    expect(text(INDEX)).toMatch(/, aNewOne,\n\];/);
    expect(text('docs/findings/promise/a-new-one.md')).toMatch(/^# promise\/a-new-one\n/);
  });

  it('about the case itself gets its place in the list of those', () => {
    const { written } = make('sources/undated', 'info', root);
    expect(written).toContain(CASE_INDEX);
    expect(text(CASE_INDEX)).toMatch(/\nimport \{ undated \} from '\.\/sources\/undated\.js';\n/);
    expect(text(CASE_INDEX)).toMatch(/\n {2}undated,\n\];/);
    expect(text('packages/analysis/src/findings/sources/undated.ts')).toMatch(/export const undated: CaseFinding/);
  });

  it('of form is left to the checks of form', () => {
    expect(make('form/too-short', 'error', root).left).toEqual(['call `tooShort` where such findings are made', 'a row in docs/findings.md']);
  });

  it.each([
    ['promise/a-new-one', 'warning', 'already'],
    ['nowhere/x', 'warning', 'there is no category `nowhere`'],
    ['Promise/X', 'warning', 'CATEGORY/NAME'],
    ['promise/other', 'fatal', 'severity'],
  ])('%s (%s) is refused', (code, severity, message) => expect(() => make(code, severity, root)).toThrow(message));
});
