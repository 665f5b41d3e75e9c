import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import type { EvidenceReport } from '@casus/dossier';
import { checkDocument, documentText, explainDocument, plain, type CheckedCase } from '../src/index.js';
import { CASE, FINDING, VERDICT, at, cite, closed } from './fixture.js';

/** A schema of ours that allows no field that it does not name: the published ones allow additions, the tests do not. */
function strict(name: string): object {
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (typeof part !== 'object' || part === null) return part;
    const copy: Record<string, unknown> = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, close(value)]));
    if ('properties' in copy && !('additionalProperties' in copy) && !String(copy['description'] ?? '').startsWith('What the search')) copy['additionalProperties'] = false;
    return copy;
  };
  return close(JSON.parse(readFileSync(new URL(`../schema/${name}.json`, import.meta.url), 'utf8'))) as object;
}

function problems(name: string, document: unknown): unknown {
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(strict(name), JSON.parse(JSON.stringify(document)));
  return ajv.errors;
}

const EVIDENCE: EvidenceReport = {
  citations: [
    { citation: cite, provenance: { cites: [cite] }, context: { kind: 'norm', id: 'Pact.art1#1' }, status: 'not-at-hand', digestDiffers: false },
    {
      citation: cite, provenance: { cites: [cite] }, context: { kind: 'norm', id: 'Pact.art1#1' }, status: 'verified', digestDiffers: false, searched: 'draft', textName: 'draft.txt',
      located: { kind: 'verified', start: 0, end: 5, line: 1, column: 1, found: 'shall', prefix: '', suffix: '', count: 1 },
    },
  ],
  counts: { verified: 1, changed: 0, missing: 0, 'segment-lost': 0, 'no-phrase': 0, 'not-at-hand': 1, 'digest-differs': 0, 'beyond-limits': 0 },
  unavailable: [{ id: 'draft', name: 'Draft treaty', obtain: 'ask', citations: [] }],
  digestDifferences: [{ source: 'draft', textName: 'draft.txt', declared: 'aa', actual: 'bb' }],
};

const hollow = closed(
  { strength: 'hollow', varies: true, general: { strength: 'captive', act: 'assist' } },
  {
    pledged: 'automatic', defaults: -1,
    ends: [{ instrument: 'Pact', byHostile: true, end: 0, after: { kind: 'none' }, coalitions: { count: 1n, first: [['Borduria']] } }],
    entries: [{ instrument: 'Pact', can: true, needsHostile: true, coalitions: { count: 0n, first: [] }, needed: ['Borduria'] }],
  },
);
const CHECKED: CheckedCase = { case: CASE, findings: [FINDING, { ...FINDING, confirmedBy: at(5, 'expect') }], verdicts: [VERDICT, hollow], evidence: EVIDENCE };

describe('the JSON document', () => {
  it('writes integers as digits, fractions as num/den, tables as objects, and leaves out what is absent', () => {
    expect(plain({ a: 2n ** 64n, b: { num: 1n, den: 3n }, c: new Map([['x', 1]]), d: undefined, e: [true, null] })).toEqual({
      a: '18446744073709551616', b: '1/3', c: { x: 1 }, e: [true, null],
    });
  });

  it('of a check keeps to its schema', () => {
    const document = checkDocument([CHECKED, { case: CASE, findings: [], verdicts: [] }], { version: '0.1.0', asOf: '2030-01-01', denied: ['promise/*'] });
    expect(problems('check-1', document)).toBeNull();
    expect(document).toMatchObject({ schema: 'casus-check/1', summary: { errors: 1, confirmed: 1, verdicts: 2, passed: false } });
  });

  it('of an explanation keeps to its schema', () => {
    const stories = [[{ text: 'Borduria votes no', article: 'Pact, article 1', place: at(3, 'decide'), cites: [cite], actor: 'Borduria', outcome: 'against' as const }], []];
    expect(problems('explain-1', explainDocument(CASE, [{ verdict: VERDICT, stories }], '0.1.0'))).toBeNull();
  });

  it('the schema refuses what is not the document', () => {
    expect(problems('check-1', {})).not.toBeNull();
    expect(problems('check-1', { ...(checkDocument([CHECKED], { version: '1', denied: [] }) as object), schema: 'casus-check/2' })).not.toBeNull();
  });

  it('tells which expectations hold, and the titles of the names it uses', () => {
    const failed = { ...FINDING, code: 'expectation/failed' as const, place: at(5, 'expect') };
    const [one] = (checkDocument([{ ...CHECKED, findings: [failed] }], { version: '1', denied: [] }) as { cases: [{ expectations: unknown[]; names: object }] }).cases;
    expect(one.expectations).toMatchObject([{ kind: 'promise', holds: false }]);
    expect(one.names).toMatchObject({ Help: 'a guarantor comes to Syldavia’s aid', Syl: 'Syldavia' });
  });

  it('is the same text at every run and ends with a line break', () => {
    const text = (): string => documentText(checkDocument([CHECKED], { version: '1', denied: [] }));
    expect(text()).toBe(text());
    expect(text().endsWith('}\n')).toBe(true);
  });
});
