import { describe, expect, it } from 'vitest';
import { citationSentence, obtainSentence, verifyCase } from '../src/index.js';
import type { CheckedCitation, SourceText } from '../src/index.js';
import { GAZETTE, PACT, caseCiting, cite, source } from './invented.js';

const texts = (entries: Record<string, string | SourceText>): ReadonlyMap<string, SourceText> =>
  new Map(Object.entries(entries).map(([id, text]) => [id, typeof text === 'string' ? { name: `${id}.txt`, text } : text]));

const statuses = (checked: readonly CheckedCitation[]): readonly string[] => checked.map(({ status }) => status);

const gazette = source('gazette', { obtain: 'any library in Arcadia' });
const dispatch = source('dispatch', { within: 'gazette', begins: 'The minister called', ends: 'the agency writes.' });

describe('the evidence of a case', () => {
  it('has a status for every citation, and counts them', () => {
    const report = verifyCase(
      caseCiting([source('pact'), source('lost')],
        cite('pact', 'the salt lakes'), cite('pact', 'the border as drawn in 1912'), cite('pact', 'zygote'), cite('pact'), cite('pact', ' '),
        cite('lost', 'gone'), cite('lost'), cite('pact', 'x'.repeat(2_000))),
      texts({ pact: PACT }),
    );
    expect(statuses(report.citations)).toEqual([
      'verified', 'changed', 'missing', 'no-phrase', 'no-phrase', 'not-at-hand', 'no-phrase', 'beyond-limits',
    ]);
    expect(report.counts).toEqual({
      verified: 1, changed: 1, missing: 1, 'no-phrase': 3, 'not-at-hand': 1, 'beyond-limits': 1, 'segment-lost': 0, 'digest-differs': 0,
    });
    expect(report.citations[0]).toMatchObject({ searched: 'pact', textName: 'pact.txt', context: { kind: 'account', id: 'border' } });
  });

  it('names the texts that are not at hand, where to get them, and what waits for them', () => {
    const lost = source('cable', { publisher: 'Bordurian Office', date: '1911-05-01', within: 'box', text: 'cable.txt' });
    const box = source('box', { obtain: 'the archive of Borduria, box 7', url: 'https://archive.example/7' });
    const report = verifyCase(caseCiting([lost, box], cite('cable', 'come at once'), cite('cable'), cite('cable', 'all is well')), texts({}));
    expect(report.unavailable).toHaveLength(1);
    const [unavailable] = report.unavailable;
    expect(unavailable).toMatchObject({
      id: 'cable', name: 'the cable', publisher: 'Bordurian Office', date: '1911-05-01', within: 'box', text: 'cable.txt',
      obtain: 'the archive of Borduria, box 7', url: 'https://archive.example/7',
    });
    expect(unavailable!.citations.map(({ citation }) => citation.phrase)).toEqual(['come at once', 'all is well']);
    expect(obtainSentence(unavailable!)).toBe(
      'the cable, Bordurian Office, 1911-05-01: 2 quotations not verified. To get it: the archive of Borduria, box 7; https://archive.example/7',
    );
  });

  it('looks for a source without its own text in its container, between its borders', () => {
    const report = verifyCase(
      caseCiting([gazette, dispatch], cite('dispatch', 'a promise without teeth'), cite('dispatch', 'will not last the winter')),
      texts({ gazette: GAZETTE }),
    );
    expect(statuses(report.citations)).toEqual(['verified', 'missing']);
    expect(report.citations[1]).toMatchObject({ searched: 'gazette', located: { outside: true } });
  });

  it('takes the own text of a source where it has one, whole', () => {
    const report = verifyCase(caseCiting([gazette, dispatch], cite('dispatch', 'winter')), texts({ gazette: 'none', dispatch: 'a hard winter' }));
    expect(report.citations[0]).toMatchObject({ status: 'verified', searched: 'dispatch' });
  });

  it('cuts a text to its borders where they are given without a container', () => {
    const cut = source('cut', { begins: 'Our view' });
    const report = verifyCase(caseCiting([cut], cite('cut', 'winter'), cite('cut', 'teeth')), texts({ cut: GAZETTE }));
    expect(statuses(report.citations)).toEqual(['verified', 'missing']);
  });

  it('says when the part cannot be told', () => {
    const strayed = source('strayed', { within: 'gazette', begins: 'Once upon a time' });
    const report = verifyCase(caseCiting([gazette, strayed], cite('strayed', 'teeth')), texts({ gazette: GAZETTE }));
    expect(statuses(report.citations)).toEqual(['segment-lost']);
  });

  it('says whose words a container is cited for', () => {
    const report = verifyCase(caseCiting([gazette, dispatch], cite('gazette', 'without teeth'), cite('gazette', 'the minister is right'), cite('gazette', 'the pact')),
      texts({ gazette: GAZETTE }));
    expect(statuses(report.citations)).toEqual(['verified', 'verified', 'verified']);
    expect(report.citations.map(({ standsIn }) => standsIn)).toEqual(['dispatch', undefined, undefined]);
  });

  it('marks a text whose digest is not the declared one, and still searches it', () => {
    const declared = source('pact', { digest: 'AB12' });
    const cites = [cite('pact', 'the salt lakes'), cite('pact', 'zygote')];
    const with_ = (sha256?: string) => verifyCase(caseCiting([declared], ...cites),
      texts({ pact: { name: 'pact.txt', text: PACT, ...(sha256 === undefined ? {} : { sha256 }) } }));
    expect(statuses(with_('cd34').citations)).toEqual(['digest-differs', 'missing']);
    expect(with_('cd34').citations.map(({ digestDiffers }) => digestDiffers)).toEqual([true, true]);
    expect(with_('cd34').digestDifferences).toEqual([{ source: 'pact', textName: 'pact.txt', declared: 'ab12', actual: 'cd34' }]);
    for (const same of ['ab12', undefined]) expect(statuses(with_(same).citations)).toEqual(['verified', 'missing']);
  });

  it('does not run in circles', () => {
    const a = source('a', { within: 'b' });
    const b = source('b', { within: 'a' });
    expect(statuses(verifyCase(caseCiting([a, b], cite('a', 'pact'), cite('nowhere', 'pact')), texts({})).citations)).toEqual(['not-at-hand', 'not-at-hand']);
  });

  it('speaks in sentences', () => {
    const report = verifyCase(
      caseCiting([source('pact'), source('lost'), gazette, dispatch],
        cite('pact', 'Borduria'), cite('pact', 'the border as drawn in 1912'), cite('lost', 'gone'), cite('dispatch', 'our view'), cite('dispatch', 'Our view')),
      texts({ pact: PACT, gazette: GAZETTE }),
    );
    expect(report.citations.map((checked) => citationSentence(checked, `the ${checked.citation.source}`))).toEqual([
      '“Borduria” stands in the pact, line 1, and once more.',
      'the pact does not have “the border as drawn in 1912”; nearest, on line 5: “the border as drawn in 1911” (text has “1911”, quotation has “1912”).',
      '“gone” is not verified: the text of the lost is not at hand.',
      expect.stringContaining('the dispatch does not have “our view”'),
      '“Our view” stands on line 3 of the text, outside the part of it that is the dispatch.',
    ]);
  });
});
