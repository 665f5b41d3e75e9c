import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { CODES, type Finding } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { sarifDocument, type CheckedCase, type SarifParts } from '../src/index.js';
import { CASE, DETAILS, FINDING, VERDICT, at } from './fixture.js';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object;

/** What the official schema of the format has against a log. */
function problems(log: unknown): unknown {
  const ajv = new Ajv({ allErrors: true, schemaId: 'auto', meta: false });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
  ajv.validate(schema, JSON.parse(JSON.stringify(log)));
  return ajv.errors;
}

interface Place {
  readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string; readonly index?: number }; readonly region: object };
  readonly message?: { readonly text: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Place];
  readonly relatedLocations?: readonly (Place & { readonly id: number })[];
  readonly codeFlows?: readonly { readonly threadFlows: readonly { readonly locations: readonly { readonly location: Place }[] }[] }[];
  readonly fixes?: readonly { readonly description: { readonly text: string }; readonly artifactChanges: readonly { readonly artifactLocation: object; readonly replacements: readonly { readonly deletedRegion: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>; readonly insertedContent: { readonly text: string } }[] }[] }[];
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string; readonly shortDescription: { readonly text: string }; readonly defaultConfiguration: { readonly level: string } }[] } };
  readonly columnKind: string;
  readonly results: readonly Result[];
}

const PARTS: SarifParts = { version: '0.1.0', denied: [], page: (code) => ({ first: `What ${code} means.`, markdown: `# ${code}\n` }) };

function runOf(cases: readonly CheckedCase[], parts: Partial<SarifParts> = {}): Run {
  const log = sarifDocument(cases, { ...PARTS, ...parts });
  expect(problems(log)).toBeNull();
  const { runs } = log as unknown as { readonly runs: readonly [Run] };
  expect(runs).toHaveLength(1);
  return runs[0];
}

const checked = (...findings: readonly Finding[]): CheckedCase => ({ case: CASE, findings, verdicts: [VERDICT] });
const only = (finding: Finding, parts: Partial<SarifParts> = {}): Result => runOf([checked(finding)], parts).results[0]!;

describe('the SARIF log', () => {
  it('the schema refuses what is no log', () => {
    expect(problems({ version: '2.1.0' })).not.toBeNull();
    const log = sarifDocument([checked(FINDING)], PARTS) as unknown as { readonly runs: readonly [{ readonly results: unknown[] }] };
    log.runs[0].results.push({ level: 'fatal', message: {} });
    expect(problems(log)).not.toBeNull();
  });

  it('has a rule for every code, with its page and level', () => {
    const { rules } = runOf([checked()], { pages: 'https://example.org/docs/findings/' }).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(CODES));
    const captive = rules.find(({ id }) => id === 'promise/captive')!;
    expect(captive).toMatchObject({
      name: 'PromiseCaptive', shortDescription: { text: 'What promise/captive means.' }, defaultConfiguration: { level: 'error' },
      helpUri: 'https://example.org/docs/findings/promise/captive.md', help: { markdown: '# promise/captive\n' },
    });
    expect(rules.find(({ id }) => id === 'sources/differ')!.defaultConfiguration.level).toBe('note');
    expect(runOf([checked()]).tool.driver.rules[0]).not.toHaveProperty('helpUri');
    expect(runOf([checked()], { page: () => undefined }).tool.driver.rules[0]!.shortDescription.text).toBe('Form syntax.');
  });

  it('puts a finding at its place, columns in UTF-16 units with the end exclusive', () => {
    const result = only(FINDING);
    expect(runOf([checked()]).columnKind).toBe('utf16CodeUnits');
    expect(result).toMatchObject({ ruleId: 'promise/captive', ruleIndex: Object.keys(CODES).indexOf('promise/captive'), level: 'error' });
    const { line, column, endLine, endColumn } = FINDING.place;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'pact.casus', uriBaseId: '%SRCROOT%', index: 0 }, region: { startLine: line, startColumn: column, endLine, endColumn },
    });
    expect(result.message.text).toBe('Help falls due only if Borduria, the attacker, agrees. To change it: Let the attacker not vote.');
  });

  it('gives each cause its place, and what is quoted for it', () => {
    const related = only(FINDING).relatedLocations!;
    expect(related.map(({ id }) => id)).toEqual([0, 1]);
    expect(related[0]!.message!.text).toBe('Borduria is one of the guarantors.');
    expect(related[1]!.message!.text).toContain('«shall come to its aid», Draft treaty, Ministry');
  });

  it('tells the story of the witness step by step, the steps that stop the promise as essential', () => {
    const steps = only(FINDING).codeFlows![0]!.threadFlows[0]!.locations;
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.at(-1)).toMatchObject({ importance: 'essential', executionOrder: steps.length });
    expect(steps.at(-1)!.location.message!.text).toContain('Nobody owes');
    const other: Finding = { ...FINDING, witness: { ...DETAILS.witness } };
    expect(only(other)).not.toHaveProperty('codeFlows');
  });

  describe('proposes as a fix what the help suggests', () => {
    const misspelt = (text: string, wrong: string, help: string, path = 'wrong.casus'): Result => {
      const offset = text.indexOf(wrong);
      const line = text.slice(0, offset).split('\n').length;
      const column = offset - text.lastIndexOf('\n', offset - 1);
      const place = { file: path, line, column, endLine: line, endColumn: column + wrong.length, offset, end: offset + wrong.length };
      const finding: Finding = { code: 'form/unknown-name', severity: 'error', message: `there is no actor \`${wrong}\``, place, causes: [], help, about: [] };
      return runOf([{ ...checked(finding), case: { ...CASE, files: [...CASE.files, { path, text, imported: false }] } }]).results[0]!;
    };

    it('at its place, which may lie behind other lines, and with the file as an artifact of the log', () => {
      const text = 'actor Arcadia\r\ngroup G = Arcadya, Borduria\r\n';
      expect(misspelt(text, 'Arcadya', 'did you mean `Arcadia`?').fixes).toEqual([{
        description: { text: 'Write `Arcadia`.' },
        artifactChanges: [{
          artifactLocation: { uri: 'wrong.casus', uriBaseId: '%SRCROOT%', index: CASE.files.length },
          replacements: [{ deletedRegion: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 18 }, insertedContent: { text: 'Arcadia' } }],
        }],
      }]);
    });

    it('and for the word that it names where the finding stands behind it', () => {
      const [fix] = misspelt('treaty T { article 1 { Arcadia shal assist Borduria } }', 'assist', 'did you mean `shall` instead of `shal`?').fixes!;
      expect(fix!.artifactChanges[0]!.replacements).toEqual([{ deletedRegion: { startLine: 1, startColumn: 32, endLine: 1, endColumn: 36 }, insertedContent: { text: 'shall' } }]);
    });

    it('and nothing where it suggests no word, or an author has to choose', () => {
      expect(misspelt('actor A', 'A', 'declare the actor, or write another name')).not.toHaveProperty('fixes');
      expect(misspelt('actor A', 'A', 'did you mean `B` or `C`?')).not.toHaveProperty('fixes');
      expect(only(FINDING)).not.toHaveProperty('fixes');
    });
  });

  it('suppresses what an `expect` line confirms, and says where', () => {
    const result = only({ ...FINDING, confirmedBy: at(5, 'expect') });
    expect(result.suppressions).toMatchObject([{ kind: 'inSource', status: 'accepted', justification: 'Confirmed by the author\'s `expect` line at pact.casus:5:1.' }]);
    expect(only(FINDING).suppressions).toEqual([]);
  });

  it('raises what is denied, unless it is confirmed', () => {
    const warning: Finding = { ...FINDING, code: 'promise/hollow', severity: 'warning' };
    expect(only(warning).level).toBe('warning');
    expect(only(warning, { denied: ['promise/*'] }).level).toBe('error');
    expect(only({ ...warning, confirmedBy: at(5, 'expect') }, { denied: ['promise/*'] }).level).toBe('warning');
    expect(only({ ...FINDING, code: 'sources/differ', severity: 'info' }).level).toBe('note');
  });

  it('writes paths as addresses: forward slashes, encoded, absolute ones as files', () => {
    const uriOf = (file: string): unknown => only({ ...FINDING, causes: [], place: { ...FINDING.place, file } }).locations[0].physicalLocation!.artifactLocation;
    expect(uriOf('my case\\pact #1.casus')).toEqual({ uri: 'my%20case/pact%20%231.casus', uriBaseId: '%SRCROOT%' });
    expect(uriOf('../Сильдавия.casus')).toEqual({ uri: '../%D0%A1%D0%B8%D0%BB%D1%8C%D0%B4%D0%B0%D0%B2%D0%B8%D1%8F.casus', uriBaseId: '%SRCROOT%' });
    expect(uriOf('/tmp/a b.casus')).toEqual({ uri: 'file:///tmp/a%20b.casus' });
    expect(uriOf('C:\\cases\\a.casus')).toEqual({ uri: 'file:///C:/cases/a.casus' });
    expect(uriOf('a:b.casus')).toEqual({ uri: 'a%3Ab.casus', uriBaseId: '%SRCROOT%' });
  });

  it('knows a finding again when its line has moved, and tells alike ones apart', () => {
    const print = (result: Result): string => result.partialFingerprints['casusFinding/v1']!;
    const before = only(FINDING);
    const shift = (place: Finding['place']): Finding['place'] => ({ ...place, line: place.line + 3, endLine: place.endLine + 3, offset: place.offset + 3, end: place.end + 3 });
    const moved: CheckedCase = { case: { ...CASE, files: CASE.files.map((file) => ({ ...file, text: `\n\n\n${file.text}` })) }, findings: [{ ...FINDING, place: shift(FINDING.place) }], verdicts: [] };
    expect(print(runOf([moved]).results[0]!)).toBe(print(before));
    const twice = runOf([checked(FINDING, { ...FINDING, message: 'the same again' })]).results.map(print);
    expect(new Set(twice).size).toBe(2);
    expect(print(only({ ...FINDING, code: 'promise/forbidden' }))).not.toBe(print(before));
  });

  it('tells a finding in a text that several cases import once', () => {
    const form: Finding = { ...FINDING, code: 'form/date', causes: [], about: [], witness: undefined } as Finding;
    expect(runOf([checked(form), checked(form)]).results).toHaveLength(1);
  });

  it('means literally what looks like a link or a placeholder', () => {
    expect(only({ ...FINDING, message: 'see [the bracket](2) and {0}', causes: [] }).message.text).toContain('See \\[the bracket](2) and {{0}');
    expect(only({ ...FINDING, message: 'the bracket [a | b] stays' }).message.text).toContain('The bracket [a | b] stays.');
  });

  it('is the same at every run', () => {
    const text = (): string => JSON.stringify(sarifDocument([checked(FINDING)], PARTS));
    expect(text()).toBe(text());
  });
});
