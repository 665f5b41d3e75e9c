import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/index.js';
import { testFixtures } from '../../support/fixtures.js';

testFixtures('names/unused');

const BASE = 'actor Arcadia, Borduria, Lindoria\nact assist "come to the aid of"\ntreaty Help { parties Arcadia, Borduria   article 1 { upon armed attack on Arcadia then Borduria shall assist Arcadia } }\nscenario Attack { Lindoria attacks Arcadia }\npromise Aid { at least 1 of Borduria assist Arcadia }\n';

const unused = (text: string): readonly (readonly string[])[] => {
  const { value, findings } = compile([{ path: 'case.casus', text: BASE + text }], () => undefined);
  return check(value, findings, undefined).findings.filter(({ code }) => code === 'names/unused').map(({ about }) => about);
};

describe('names/unused, in full', () => {
  it('has nothing to say where all is used', () => expect(unused('')).toEqual([]));

  it('does not count a name that only a confirmation of the finding uses', () => {
    expect(unused('group Pair = Arcadia, Borduria\nexpect finding names/unused for Pair\n')).toEqual([['Pair']]);
  });

  it('counts what a position speaks of', () => {
    expect(unused('group Pair = Arcadia, Borduria\nposition Lindoria { demands Arcadia as Pair }\n')).toEqual([]);
  });

  it('says nothing where sentences could not be understood: one of them may use the name', () => {
    expect(unused('group Pair = Arcadia, Borduria\ntreaty Broken { article 1 { Pair shall } }\n')).toEqual([]);
  });
});
