import { check } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { caseOf, compileText } from '../../support/cases.js';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('bodies/two-majorities');

describe('bodies/two-majorities, in full', () => {
  it('points to the rule and is about the body and its matter', () => {
    const found = fixture('bodies/two-majorities/minority');
    const findings = found.findings.filter(({ code }) => code === 'bodies/two-majorities');
    expect(findings.map(({ severity, about, place }) => [severity, about, textAt(found, place)?.slice(0, 31)])).toEqual([
      ['warning', ['Bureau', 'Bureau.agenda'], 'decides agenda by at least 2 me'],
      ['warning', ['Guarantors', 'Halves'], 'by half of the members'],
      ['warning', ['Meeting'], 'decides by at least [quorum-of.'],
    ]);
  });

  it('is confirmed by an author who means it', () => {
    const outcome = compileText('import "states"\nbody Bureau { members Guarantors   decides by at least 2 members }\nexpect finding bodies/two-majorities for Bureau\n');
    const { findings } = check(caseOf(outcome), outcome.findings, undefined);
    expect(findings.filter(({ code }) => code === 'bodies/two-majorities').map(({ confirmedBy }) => confirmedBy?.line)).toEqual([3]);
    expect(findings.filter(({ code }) => code.startsWith('expectation/'))).toEqual([]);
  });
});
