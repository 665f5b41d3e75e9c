import { describe, expect, it } from 'vitest';
import { witnessSentences } from '../src/index.js';
import { CASE } from './fixture.js';

const told = (ballot: string | undefined): readonly string[] => witnessSentences(CASE, {
  half: 'owed',
  value: false,
  choices: [
    ...(ballot === undefined ? [] : [{ key: 'ballot:Council/policy:Borduria', value: ballot, owner: 'Borduria' }]),
    { key: 'declares:Council/policy:Borduria', value: 'true', owner: 'Borduria' },
  ],
});

describe('a formal declaration of abstention', () => {
  it('is told of who abstains, and of nobody who votes or stays away', () => {
    expect(told('abstain')).toEqual(['In the vote Borduria abstains.', 'Borduria declares formally that it abstains.']);
    expect(told('no')).toEqual(['In the vote Borduria votes no.']);
    expect(told('absent')).toEqual(['In the vote Borduria stays away.']);
  });

  it('is told where the ballot is fixed as an abstention', () => {
    expect(told(undefined)).toEqual(['Borduria declares formally that it abstains.']);
  });
});
