import { describe, expect, it } from 'vitest';
import { MAX_OMISSION, MAX_PHRASE, MAX_TEXT, PreparedText, locate, selectors } from '../src/index.js';
import type { Located } from '../src/index.js';
import { GAZETTE, PACT } from './invented.js';

const verified = (located: Located): Extract<Located, { kind: 'verified' }> => {
  if (located.kind !== 'verified') throw new Error(`expected verified, got ${JSON.stringify(located)}`);
  return located;
};
const changed = (located: Located): Extract<Located, { kind: 'changed' }> => {
  if (located.kind !== 'changed') throw new Error(`expected changed, got ${JSON.stringify(located)}`);
  return located;
};

describe('verified', () => {
  it('gives offsets, line and column in the original, and the context', () => {
    const hit = verified(locate('its aid "without delay" - by such means', PACT));
    expect(PACT.slice(hit.start, hit.end)).toBe('its aid “without delay” — by such means');
    expect(hit).toMatchObject({ line: 3, column: PACT.split('\n')[2]!.indexOf('its aid') + 1, count: 1 });
    expect(hit.prefix).toBe(PACT.slice(hit.start - 32, hit.start));
    expect(hit.suffix).toBe(PACT.slice(hit.end, hit.end + 32));
  });

  it('reads a word divided at the end of a line with its hyphen and without', () => {
    expect(verified(locate('mutual guarantees of the border', PACT)).found).toBe('mutual guaran-\ntees of the border');
    expect(locate('mutual guaran-tees of the border', PACT).kind).toBe('verified');
    expect(locate('Article 5-like', 'a pledge that is Article 5-\nlike').kind).toBe('verified');
    expect(locate('long-\nstanding claims', PACT).kind).toBe('verified');
    expect(locate('an Article-5-like pledge', 'an Article-5-\nlike pledge; an Article-5-like pledge')).toMatchObject({ kind: 'verified', count: 2 });
    expect(locate('longstanding claims', PACT).kind).toBe('changed');
  });

  it('counts how often the phrase stands there', () => {
    expect(verified(locate('Borduria', PACT)).count).toBe(2);
    expect(verified(locate('aa', 'aa aa, aa')).count).toBe(3);
  });

  it('takes a prepared text as well', () => {
    expect(locate('salt lakes', new PreparedText(PACT))).toEqual(locate('salt lakes', PACT));
  });

  it('becomes the two selectors of Web Annotation, positions in code points', () => {
    const text = '🕊🕊 The pact holds.';
    const hit = verified(locate('pact', text));
    expect(selectors(hit, text)).toEqual([
      { type: 'TextQuoteSelector', exact: 'pact', prefix: '🕊🕊 The ', suffix: ' holds.' },
      { type: 'TextPositionSelector', start: 7, end: 11 },
    ]);
  });
});

describe('whole words and numbers only', () => {
  it.each([
    ['the guarantee', 'the guarantees'],
    ['50 troops', '150 troops'],
    ['at most 50', 'at most 50,000'],
    ['5 percent', '2.5 percent'],
  ])('“%s” does not stand in “%s”', (phrase, text) => expect(locate(phrase, text).kind).not.toBe('verified'));

  it.each([
    ['guarantees', 'the guarantees1 of 1911'],
    ['guarantees', 'the guarantees¹ of 1911'],
    ['in 2022', 'signed in 2022³'],
    ['Arcadia', 'Arcadia’s border'],
    ['Article 5', 'Article 5-like'],
    ['at most 50', 'at most 50, no more'],
    ['保証', '安全保証国'],
  ])('“%s” stands in “%s”', (phrase, text) => expect(locate(phrase, text).kind).toBe('verified'));
});

describe('changed', () => {
  it('names the difference word by word', () => {
    const near = changed(locate('Should Arcadia be attacked, Arcadia shall come to its aid', PACT));
    expect(near.difference).toEqual(['text has “Borduria”, quotation has “Arcadia”']);
    expect(near.found).toBe('Should Borduria be attacked, Arcadia shall come to its aid');
    expect(near.score).toBeGreaterThanOrEqual(0.8);
    expect(near.score).toBeLessThan(1);
  });

  it('names what is left out and what is added', () => {
    expect(changed(locate('The parties renounce their claims to the salt lakes and give mutual guarantees', PACT)).difference).toEqual([
      'text has “long-standing”, quotation leaves it out',
    ]);
    expect(changed(locate('Neither party ever keeps more than', PACT)).difference).toEqual(['quotation has “ever”, text does not']);
  });

  it('sees a change of case, of an accent and of one last word', () => {
    expect(changed(locate('neither party keeps', PACT)).difference).toEqual(['text has “Neither”, quotation has “neither”']);
    expect(changed(locate('the border as drawn in 1912', PACT)).difference).toEqual(['text has “1911”, quotation has “1912”']);
    expect(changed(locate('Neither party keeps more than 50,000 tanks', PACT)).found).toBe('Neither party keeps more than 50,000 troops');
  });
});

describe('missing', () => {
  it('shows the nearest passage if one is half alike', () => {
    const answer = locate('Arcadia shall pay for the war', PACT);
    expect(answer.kind).toBe('missing');
    expect(answer).toMatchObject({ nearest: { line: 3, score: expect.closeTo(0.6, 0) } });
    expect(locate('zygote', PACT)).toEqual({ kind: 'missing' });
  });

  it('answers for empty phrases and texts', () => {
    for (const phrase of ['', '  ', '\u200b', '…']) expect(locate(phrase, PACT)).toEqual({ kind: 'missing' });
    expect(locate('pact', '')).toEqual({ kind: 'missing' });
  });
});

describe('ellipsis', () => {
  it.each(['Arcadia shall come … without delay', 'Arcadia shall come ... without delay', '… Arcadia shall […] “without delay” …'])(
    '“%s” leaves out a little', (phrase) => expect(locate(phrase, PACT)).toMatchObject({ kind: 'verified', line: 3, count: 1 }),
  );

  it('keeps the order and stays within the limit', () => {
    expect(locate('without delay … Arcadia shall come', PACT).kind).toBe('missing');
    const text = (gap: number): string => `we promise ${'x'.repeat(gap - 2)} nothing`;
    expect(locate('we promise … nothing', text(MAX_OMISSION)).kind).toBe('verified');
    expect(locate('we promise … nothing', text(MAX_OMISSION + 1)).kind).toBe('missing');
  });

  it('takes the shortest passage and counts passages', () => {
    const text = 'we promise, we promise aid; we promise aid';
    expect(locate('we promise … aid', text)).toMatchObject({ start: 12, count: 2 });
  });

  it('is itself when the text has it', () => {
    expect(verified(locate('aid … later', 'aid… never, aid … later')).found).toBe('aid … later');
  });

  it('names the part that was changed', () => {
    const near = changed(locate('Arcadia will come to its aid … such means', PACT));
    expect(near.difference).toEqual(['text has “shall”, quotation has “will”']);
    expect(near.found).toBe('Arcadia shall come to its aid “without delay” — by such means');
  });
});

describe('a part of a container', () => {
  const dispatch = { begins: 'The minister called', ends: 'the agency writes.' };

  it('has what stands in it', () => {
    expect(locate('a promise without teeth', GAZETTE, dispatch).kind).toBe('verified');
    expect(locate('a promise with teeth', GAZETTE, dispatch).kind).toBe('changed');
  });

  it('does not have what the container says outside it', () => {
    const answer = locate('will not last the winter', GAZETTE, dispatch);
    expect(answer).toMatchObject({ kind: 'missing', outside: true, nearest: { line: 3, score: 1 } });
  });

  it('is lost when its borders are', () => {
    const answer = locate('teeth', GAZETTE, { begins: 'The ministers called', ends: 'quite another thing' });
    expect(answer).toMatchObject({ kind: 'segment-lost', lost: [{ which: 'begins', nearest: { found: 'The minister called' } }, { which: 'ends' }] });
    expect(locate('teeth', GAZETTE, { begins: 'Our view', ends: 'The minister called' })).toMatchObject({ kind: 'segment-lost', lost: [{ which: 'ends' }] });
  });

  it('may stand in another part, and may be open at one end', () => {
    expect(locate('teeth', GAZETTE, [dispatch, { begins: 'Nobody' }])).toMatchObject({ kind: 'missing', outside: true });
    expect(locate('surprised', GAZETTE, [dispatch, { begins: 'Nobody' }]).kind).toBe('verified');
    expect(locate('right', GAZETTE, [dispatch, { begins: 'Nobody' }])).toMatchObject({ kind: 'missing', outside: true });
  });
});

describe('limits', () => {
  it('are enforced and said', () => {
    expect(locate('x'.repeat(MAX_PHRASE + 1), PACT)).toEqual({ kind: 'beyond-limits', which: 'phrase', length: MAX_PHRASE + 1, most: MAX_PHRASE });
    expect(locate('pact', 'x'.repeat(MAX_TEXT + 1))).toMatchObject({ kind: 'beyond-limits', which: 'text' });
    expect(locate('x '.repeat(MAX_PHRASE / 2), PACT).kind).toBe('missing');
  });
});
