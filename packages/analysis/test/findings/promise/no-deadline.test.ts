import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/no-deadline');

describe('promise/no-deadline, in full', () => {
  it('names the decision that has no day as the cause', () => {
    const { found, finding } = theOne('promise/no-deadline', 'decision');
    expect(finding.severity).toBe('warning');
    expect(textAt(found, finding.place)).toBe('each of Guarantors shall assist Arcadia within 10 days');
    expect(finding.causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([
      ['nothing says by when this decision is taken', 'Guarantors decide by at least 3 members'],
    ]);
    expect(finding.help).toContain('within … days');
    expect(finding.about).toEqual(['Help', 'DueCourse', 'LindoriaAttacks']);
    expect(found.verdicts[0]!.cells[0]!.details.longest).toEqual({ kind: 'none' });
  });

  it('tells a word for haste from no word at all, and guesses no number for it', () => {
    expect(theOne('promise/no-deadline', 'promptly').found.verdicts[0]!.cells[0]!.details.longest).toEqual({ kind: 'indeterminate' });
    expect(theOne('promise/no-deadline', 'no-word').finding.message).not.toContain('haste');
  });
});
