import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('text/bracket-without-effect');

describe('text/bracket-without-effect, in full', () => {
  it('points to the later of two options that come to the same, and from there to the earlier', () => {
    const found = fixture('text/bracket-without-effect/same');
    const [same, ...unused] = found.findings.filter(({ code }) => code === 'text/bracket-without-effect');
    expect(same!.severity).toBe('warning');
    expect(same!.about).toEqual(['rule.unanimous', 'rule.together', 'rule']);
    expect(textAt(found, same!.place)).toBe('option unanimous "unanimously"');
    expect(textAt(found, same!.causes[0]?.place)).toBe('option together "all together"');
    expect(unused.map(({ about }) => about)).toEqual([['scope'], ['figure']]);
  });
});
