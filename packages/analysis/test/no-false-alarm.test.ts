import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { positionFindings } from '@casus/agreement';
import { check } from '@casus/analysis';
import type { Case, Finding, Outcome } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { compileFiles, compileFolder, ROOT } from './support/cases.js';

const textsIn = (folder: string): readonly string[] => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.casus')).map((name) => join(folder, name));

/** What an author would have to look at: everything from a warning on that no `expect` of theirs confirms. */
function open(outcome: Outcome<Case>): string[] {
  const { findings } = check(outcome.value, outcome.findings, undefined, { also: positionFindings() });
  return findings.filter(needsALook).map(({ code, place, message }) => `${place.file}:${place.line} ${code} ${message}`);
}
const needsALook = ({ severity, confirmedBy }: Finding): boolean => severity !== 'info' && confirmedBy === undefined;

// The library and the cases give exactly the findings that their authors confirm.
describe('no false alarm', () => {
  it.each(readdirSync(join(ROOT, 'cases'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'instruments').map(({ name }) => name))('cases/%s', (name) => {
    expect(open(compileFolder(join('cases', name)))).toEqual([]);
  });
  it.each(textsIn('cases/instruments'))('%s', (file) => {
    const outcome = compileFiles(file);
    expect(outcome.value.expectations.length).toBeGreaterThan(0);
    expect(open(outcome)).toEqual([]);
  });
  it.each(textsIn('library'))('%s', (file) => {
    expect(open(compileFiles(file))).toEqual([]);
  });
});
