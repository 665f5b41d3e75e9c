import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/unsettled-fact');

describe('promise/unsettled-fact, in full', () => {
  it('points to the scenario, and to the fact as its cause', () => {
    const { found, finding } = theOne('promise/unsettled-fact', 'exception');
    expect(finding.severity).toBe('info');
    expect(textAt(found, finding.place)).toMatch(/^scenario Unclear/);
    expect(finding.causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([['declared here', 'step elections "elections are held"']]);
    expect(finding.help).toContain('settle it in the scenario');
    expect(finding.about).toEqual(['Help', 'Elections', 'Unclear', 'elections']);
  });

  it('is judged by what nobody can count on', () => {
    const { found } = theOne('promise/unsettled-fact', 'exception');
    expect(found.verdicts.map(({ cells }) => cells.map(({ strength, details }) => [strength, details.unsettled]))).toEqual([[['voluntary', ['elections']]]]);
  });
});
