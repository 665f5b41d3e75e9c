import { verifyCase } from '@casus/dossier';
import { compile } from '@casus/language';
import type { Case } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { Evidence } from '../src/case/evidence.js';
import { CASE, GAZETTE, SHARED } from './case.js';
import { memory, uriOf } from './client.js';

const OWN = [uriOf('case.casus')];
const caseOf = (text: string): Case => compile([{ path: uriOf('case.casus'), text }], () => ({ path: uriOf('shared.casus'), text: SHARED })).value;

describe('the evidence of a case', () => {
  it('is found beside it, and has the digest where the case declares one', async () => {
    const report = await new Evidence(memory({ 'sources/gazette.txt': GAZETTE }), []).of(caseOf(CASE), OWN);
    expect(report.counts).toMatchObject({ verified: 1 });
    const other = CASE.replace('case "A', `source second "o" { text "other.txt" digest "${'0'.repeat(64)}" }\ncase "A`).replace('cite gazette', 'cite second "wholly"  cite gazette');
    const withDigest = await new Evidence(memory({ 'gazette.txt': GAZETTE, 'other.txt': 'wholly other\n' }), []).of(caseOf(other), OWN);
    expect(withDigest.digestDifferences.map(({ source }) => source)).toEqual(['second']);
  });

  it('is what a check finds, also when the text around has moved', async () => {
    const evidence = new Evidence(memory({ 'gazette.txt': GAZETTE }), []);
    for (const text of [CASE, `// moved\n\n${CASE}`, CASE.replace('"shall come to the aid"', '"shall come to nothing"'), CASE.replace(' cite gazette "shall come to the aid" at "Art. 1"', ''), CASE]) {
      const case_ = caseOf(text);
      const texts = new Map([['gazette', { name: uriOf('gazette.txt'), text: GAZETTE }]]);
      expect(await evidence.of(case_, OWN)).toEqual(verifyCase(case_, texts));
    }
  });

  it('is looked for in the folders that the user names, and read again when something changes on disk', async () => {
    const host = memory({ 'file:///papers/gazette.txt': 'another text\n' });
    const evidence = new Evidence(host, ['file:///papers']);
    expect((await evidence.of(caseOf(CASE), OWN)).counts).toMatchObject({ missing: 1 });
    host.files['file:///papers/gazette.txt'] = GAZETTE;
    expect((await evidence.of(caseOf(CASE), OWN)).counts).toMatchObject({ missing: 1 });
    evidence.forget();
    expect((await evidence.of(caseOf(CASE), OWN)).counts).toMatchObject({ verified: 1 });
  });
});
