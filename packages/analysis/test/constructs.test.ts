import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFiles, ROOT } from './support/cases.js';

const FOLDER = 'packages/analysis/test/constructs';

// Each file judges one construct of the language; its `expect` lines are the results worked out by hand.
describe('the verdicts of each construct', () => {
  for (const name of readdirSync(join(ROOT, FOLDER)).filter((file) => file.endsWith('.casus'))) {
    it(name.replace('.casus', ''), () => {
      const outcome = compileFiles(join(FOLDER, name));
      const case_ = caseOf(outcome);
      expect(case_.expectations.length).toBeGreaterThan(1);
      const { findings } = check(case_, outcome.findings, undefined);
      expect(findings.filter(({ code }) => code.startsWith('expectation/')).map(({ place, message }) => `${place.line}: ${message}`)).toEqual([]);
    });
  }
});
