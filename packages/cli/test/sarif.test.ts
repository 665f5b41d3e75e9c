import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { ROOT, casus, folder } from './command.js';

const CAPTIVE = `case "A captive guarantee"
actor Arcadia, Borduria, Syldavia
group Guarantors = Arcadia, Borduria
act assist "come to the aid of"
treaty Pact "The pact" {
  parties Guarantors, Syldavia
  article 1 "Guarantee" {
    upon armed attack on Syldavia {
      if Guarantors decide unanimously then each of Guarantors shall assist Syldavia within 3 days
    }
  }
}
scenario Attack "Borduria attacks" { Borduria attacks Syldavia }
promise Help "somebody comes" { at least 1 of Guarantors assist Syldavia }
`;

const require = createRequire(new URL('../../report/test/sarif.test.ts', import.meta.url));
const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;

interface Log {
  readonly runs: readonly [{
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly shortDescription: { readonly text: string }; readonly help?: { readonly markdown: string }; readonly helpUri?: string }[] } };
    readonly results: readonly { readonly ruleId: string; readonly level: string; readonly locations: readonly [{ readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }]; readonly codeFlows?: readonly unknown[]; readonly suppressions: readonly unknown[]; readonly partialFingerprints: object }[];
  }];
}

function log(text: string): Log {
  const document = JSON.parse(text) as Log;
  const ajv = new Ajv({ allErrors: true, schemaId: 'auto', meta: false });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
  ajv.validate(schema, document);
  expect(ajv.errors).toBeNull();
  return document;
}

describe('casus check --sarif', () => {
  it('writes a log that keeps to the official schema, beside the usual text', () => {
    const here = folder({ 'my case/pact.casus': CAPTIVE });
    const { code, stdout } = casus(['check', 'my case', '--sarif', 'logs/casus.sarif'], here);
    expect(stdout).toMatch(/Failed: .*\nSARIF log: logs\/casus\.sarif\n$/s);
    expect(code).toBe(1);
    expect(readdirSync(join(here, 'logs'))).toEqual(['casus.sarif']);
    const [{ tool, results }] = log(readFileSync(join(here, 'logs/casus.sarif'), 'utf8')).runs;
    const captive = results.find(({ ruleId }) => ruleId === 'promise/captive')!;
    expect(captive).toMatchObject({ level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'my%20case/pact.casus' } } }], suppressions: [] });
    expect(JSON.stringify(captive.codeFlows)).toContain('Borduria votes no');
    const rule = tool.driver.rules.find(({ id }) => id === 'promise/captive')!;
    expect(rule.shortDescription.text).toBe('The promise falls due only if the attacker, or somebody on its side, consents.');
    expect(rule.help!.markdown).toContain('# promise/captive');
    for (const { id, help } of tool.driver.rules) expect([id, help !== undefined]).toEqual([id, existsSync(join(ROOT, 'docs/findings', `${id}.md`))]);
  });

  it('prints it, and nothing else, for `-`', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    const { code, stdout, stderr } = casus(['check', '--sarif', '-'], here);
    expect(stderr).toBe('');
    expect(log(stdout).runs[0].results.length).toBeGreaterThan(0);
    expect(code).toBe(1);
    expect(readdirSync(here)).toEqual(['pact.casus']);
    expect(casus(['check', '--sarif', '-'], here).stdout).toBe(stdout);
  });

  it('suppresses what the author confirms; the rules link to the pages where their address is given', () => {
    const here = folder({ 'pact.casus': `${CAPTIVE}\nexpect promise Help is captive under Pact when Attack because Borduria\n` });
    const [{ tool, results }] = log(casus(['check', '--sarif', '-', '--pages', 'https://example.org/findings'], here).stdout).runs;
    expect(results.find(({ ruleId }) => ruleId === 'promise/captive')!.suppressions).toMatchObject([{ kind: 'inSource', status: 'accepted' }]);
    expect(tool.driver.rules.find(({ id }) => id === 'promise/captive')!.helpUri).toBe('https://example.org/findings/promise/captive.md');
  });

  it('keeps the fingerprints when lines are put in front', () => {
    const prints = (text: string): readonly object[] => log(casus(['check', '--sarif', '-'], folder({ 'pact.casus': text })).stdout).runs[0].results.map(({ partialFingerprints }) => partialFingerprints);
    expect(prints(`// one\n// two\n${CAPTIVE}`)).toEqual(prints(CAPTIVE));
  });

  it('refuses what would print or write two things in one place', () => {
    const here = folder({ 'pact.casus': CAPTIVE });
    expect(casus(['check', '--json', '--sarif', '-'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('both print') as string });
    expect(casus(['check', '--out', 'x', '--sarif', 'x'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('name two files') as string });
    expect(casus(['check', '--pages', 'https://example.org'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('give `--sarif FILE` too') as string });
    expect(casus(['check', '--sarif', 'x', '--pages', 'here'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('write a whole address') as string });
    expect(existsSync(join(here, 'x'))).toBe(false);
  });
});
