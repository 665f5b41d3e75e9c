import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/index.js';

/** Codes and messages of the findings about bodies, with 400 seats beside what is written. */
function found(body: string): readonly string[] {
  const { value, findings } = compile([{ path: 'large.casus', text: `case "Large"\nactor Arcadia, Borduria\nbody Great "the Great Council" { members Arcadia, Borduria, 400 common seats  ${body} }` }], () => undefined);
  return check(value, findings, undefined).findings.filter(({ code }) => code.startsWith('bodies/') || code.startsWith('form/')).map(({ code, message }) => `${code}: ${message}`);
}

describe('a vote of hundreds', () => {
  it('that can be carried gives no finding, however large', () => {
    expect(found('decides by two thirds of those present and voting and no (Arcadia) against  quorum half of the members')).toEqual([]);
  });

  it('that no ballots meet is told', () => {
    expect(found('decides unanimously  on every matter, Arcadia abstains')).toEqual(['bodies/never-decides: “the Great Council” can never decide: no votes meet its rule.']);
  });

  it('that one member settles alone is told', () => {
    expect(found('decides by at least 1 of (Borduria)')).toEqual(['bodies/dictator: Borduria alone decides in “the Great Council”, whatever the others vote.']);
  });
});
