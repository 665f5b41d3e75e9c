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

it('what is applied provisionally does not wait for the attacker to ratify', () => {
  const outcome = compileFiles(join(FOLDER, 'entry.casus'));
  const { findings } = check(caseOf(outcome), outcome.findings, undefined);
  const waiting = findings.filter(({ code }) => code === 'promise/entry-needs-attacker').map(({ about }) => about.join(' '));
  expect(waiting).toEqual(['Help Three BorduriaAttacks Waiting', 'Consultation One BorduriaAttacks PartlyRunning']);
});
