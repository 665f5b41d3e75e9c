/** Whatever is typed, in whatever order: the server stays alive, and tells in the end what a check of the same texts tells. */
import { positionFindings } from '@casus/agreement';
import { check } from '@casus/analysis';
import { compile } from '@casus/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Cases } from '../src/case/cases.js';
import type { Told } from '../src/case/session.js';
import { CASE, GAZETTE, SHARED } from './case.js';
import { connected, memory, uriOf } from './client.js';

const PIECES = ['', ' ', '\n', '{', '}', '"', 'shall', 'Borduria', 'assist', 'Help', 'xyzzy', 'article 2 { Arcadia shall consult }', 'within 3 days', '[', '|', 'import "none"', 'case "again"', '// ', '/*', '2031-02-30', '12345'];
const edit = fc.record({ file: fc.constantFrom('case.casus', 'shared.casus'), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), text: fc.constantFrom(...PIECES), wait: fc.boolean() });

it('tells in the end what a check tells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const texts: Record<string, string> = { 'case.casus': CASE.replace('import "shared"', ''), 'shared.casus': SHARED };
      let last: Told | undefined;
      let wake = (): void => undefined;
      const faults: unknown[] = [];
      const cases = new Cases({ read: async () => undefined, list: async () => Object.keys(texts).map(uriOf) }, { judgeAfter: 0 }, (_, told) => {
        last = told;
        wake();
      }, (error) => faults.push(error));
      for (const name of Object.keys(texts)) cases.open(uriOf(name), texts[name]!);
      for (const { file, at, length, text, wait } of edits) {
        const before = texts[file]!;
        const offset = Math.floor(at * before.length);
        texts[file] = before.slice(0, offset) + text + before.slice(offset + length);
        cases.change(uriOf(file), texts[file]);
        if (wait) await new Promise((resolve) => setTimeout(resolve, 3));
      }
      const isLast = (): boolean => last?.judged !== undefined && Object.entries(texts).every(([name, text]) => last!.read.texts.get(uriOf(name)) === text);
      while (!isLast() && faults.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 50);
        });
        // A second `case` line makes two cases of the folder; then each is judged alone.
        if (cases.all().length > 1) break;
      }
      expect(faults).toEqual([]);
      if (cases.all().length === 1) {
        const files = Object.keys(texts).sort().map((name) => ({ path: uriOf(name), text: texts[name]! }));
        const { value, findings } = compile(files, () => undefined);
        expect(last!.findings).toEqual(check(value, findings, last!.judged!.evidence, { also: positionFindings() }).findings);
      }
      for (const session of cases.all()) session.close();
    }),
    { numRuns: 60, seed: 20250820 },
  );
});

it('answers every request on broken texts, at every place', async () => {
  const text = `${CASE.slice(0, 700)}\n}}} article "x {\n  shall shall [ a.b:\n${CASE.slice(500)}`;
  const client = await connected(memory({ 'shared.casus': SHARED, 'gazette.txt': GAZETTE }));
  client.open('case.casus', text);
  const lines = text.split('\n');
  for (let line = 0; line < lines.length; line += 2) {
    const position = { line, character: Math.floor(lines[line]!.length / 2) };
    await Promise.all([
      ...['hover', 'completion', 'definition', 'documentHighlight'].map((method) => client.ask(method, 'case.casus', position)),
      client.ask('references', 'case.casus', position, { context: { includeDeclaration: true } }),
      client.askFile('codeAction', 'case.casus', { range: { start: position, end: position }, context: { diagnostics: [] } }),
    ]);
  }
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'semanticTokens/full', 'semanticTokens/range', 'inlayHint', 'formatting']) {
    await expect(client.askFile(method, 'case.casus', { range: whole, options: { tabSize: 2, insertSpaces: true } }), method).resolves.not.toBeUndefined();
  }
  expect(client.codes('case.casus')).toContain('form/syntax');
});
