import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/single-default');

describe('promise/single-default, in full', () => {
  it('points to the duty that hangs on one bearer', () => {
    const { found, finding } = theOne('promise/single-default', 'one-protector');
    expect(finding.severity).toBe('warning');
    expect(textAt(found, finding.place)).toBe('Syldavia shall assist Arcadia');
    expect(finding.help).toContain('more states than are needed');
    expect(finding.about).toEqual(['Help', 'One', 'LindoriaAttacks']);
    expect(found.verdicts[0]!.cells[0]!.details.defaults).toBe(0);
  });

  it('gives no advice that could not help: of a promise that names no more states than it asks for', () => {
    const helps = fixture('promise/single-default/named-alone').findings.filter(({ code }) => code === 'promise/single-default').map(({ help }) => help);
    expect(helps).toHaveLength(2);
    expect(helps.join('\n')).toMatch(/counts on Syldavia alone.*`at least 1 of …`/u);
    expect(helps.join('\n')).toMatch(/asks for all of those whom it names/u);
    expect(helps.join('\n')).not.toContain('more states than are needed');
    expect(theOne('promise/single-default', 'hostile-breach').finding.help).toContain('not wait for what the hostile side owes');
  });

  it('counts a breach by the hostile side alone as fewer than none', () => {
    const { found, finding } = theOne('promise/single-default', 'hostile-breach');
    expect(finding.message).toContain('a breach by the hostile side alone defeats it');
    expect(found.verdicts[0]!.cells[0]!.details.defaults).toBe(-1);
  });
});
