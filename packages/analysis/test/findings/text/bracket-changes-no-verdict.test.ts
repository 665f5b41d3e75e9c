import { describe, expect, it } from 'vitest';
import { fixture, testFixtures } from '../../support/fixtures.js';

testFixtures('text/bracket-changes-no-verdict');

describe('text/bracket-changes-no-verdict, in full', () => {
  it('is told of what an arrangement settles and of what it leaves open', () => {
    const { findings, verdicts } = fixture('text/bracket-changes-no-verdict/beside');
    expect(findings.filter(({ code }) => code === 'text/bracket-changes-no-verdict').map(({ severity, about }) => [severity, about])).toEqual([['info', ['greeting']], ['info', ['kind']]]);
    // The third issue of the text, on which the verdict turns, is not told.
    expect(verdicts[0]!.cells.length).toBeGreaterThan(1);
  });
});
