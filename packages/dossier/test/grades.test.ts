import { describe, expect, it } from 'vitest';
import { PROBABILITY, gradeMeaning, isGrade, probabilityMeaning, probabilityWords } from '../src/index.js';

describe('the Admiralty code', () => {
  it('says what a grade means', () => {
    expect(gradeMeaning('B2')).toEqual({ reliability: 'usually reliable', credibility: 'probably true' });
    expect(gradeMeaning('F6')).toEqual({ reliability: 'reliability cannot be judged', credibility: 'truth cannot be judged' });
  });

  it.each(['', 'B', 'b2', 'G1', 'A0', 'A7', 'B 2', 'B22', '2B'])('“%s” is no grade', (text) => {
    expect(isGrade(text)).toBe(false);
    expect(gradeMeaning(text)).toBeUndefined();
  });
});

describe('words of probability', () => {
  it('stand in two rows that are not mixed', () => {
    expect(probabilityWords(1)).toContain('likely');
    expect(probabilityWords(1)).not.toContain('probable');
    expect(probabilityMeaning('probable')).toEqual({ from: 55, to: 80, row: 2 });
    expect(probabilityMeaning('maybe')).toBeUndefined();
  });

  it('leave no gap', () => {
    for (const [at, degree] of PROBABILITY.slice(1).entries()) expect(degree.from).toBe(PROBABILITY[at]?.to);
  });
});
