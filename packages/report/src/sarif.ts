/**
 * The findings as a SARIF 2.1.0 log (OASIS, 2020), which code-review tools read: one run, one rule a code, one result a finding. Pure data; holds no
 * time of day and no path but those that the caller gave.
 */
import { story, suggestionFor, type Cell, type StoryStep, type Verdict } from '@casus/analysis';
import { CODES, type Case, type Cause, type Finding, type FindingCode, type Place, type Severity } from '@casus/model';
import { citationWords } from './finding.js';
import type { CheckedCase } from './json.js';
import { articleWords, placeWords } from './names.js';
import type { Json } from './plain.js';
import { BASE, artifactUri, fingerprints, regionAt } from './sarif-places.js';
import { isDenied } from './summary.js';
import { sentence } from './words.js';

/** What a rule's page says. */
export interface RulePage {
  /** Its first sentence. */
  readonly first: string;
  /** The page, Markdown. */
  readonly markdown: string;
}

/** What else a log says. */
export interface SarifParts {
  readonly version: string;
  readonly denied: readonly string[];
  /** The page of a code; undefined where it is not at hand. */
  readonly page: (code: FindingCode) => RulePage | undefined;
  /** Absolute address of the folder with the pages; the rules link there. */
  readonly pages?: string;
}

type Level = 'error' | 'warning' | 'note';

const LEVEL: Record<Severity, Level> = { error: 'error', warning: 'warning', info: 'note' };

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const ALL_CODES = Object.keys(CODES) as FindingCode[];

/** The log of a run of `casus check`: the findings of all cases, those of a text that several cases import once. */
export function sarifDocument(cases: readonly CheckedCase[], parts: SarifParts): Json {
  const files = [...new Map(cases.flatMap(({ case: { files: all } }) => all.map((file) => [file.path, file] as const))).values()];
  const index = new Map(files.map(({ path }, i) => [path, i]));
  const results = new Map<string, Json>();
  for (const checked of cases) {
    const prints = fingerprints(checked.case, checked.findings);
    checked.findings.forEach((finding, i) => {
      const result = resultOf(checked, finding, prints[i]!, index, parts);
      results.set(JSON.stringify(result), result);
    });
  }
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'casus',
            fullName: 'Casus, a workbench for agreements between states',
            version: parts.version,
            ...(/^\d+\.\d+\.\d+/.test(parts.version) ? { semanticVersion: parts.version } : {}),
            rules: ALL_CODES.map((code) => ruleOf(code, parts)),
          },
        },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder that the command ran in.' } } },
        artifacts: files.map(({ path }) => ({ location: artifactUri(path), sourceLanguage: 'casus' })),
        columnKind: 'utf16CodeUnits',
        results: [...results.values()],
      },
    ],
  };
}

/** “PromiseSingleStateVeto”: a name for people, beside the code that never changes. */
const nameOf = (code: FindingCode): string => code.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());

function ruleOf(code: FindingCode, { page, pages }: SarifParts): Json {
  const found = page(code);
  const first = found?.first ?? sentence(code.replace(/[/-]/g, ' '));
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: first },
    fullDescription: { text: first },
    ...(found === undefined ? {} : { help: { text: `${first} \`casus why ${code}\` prints the whole page.`, markdown: found.markdown } }),
    ...(pages === undefined ? {} : { helpUri: `${pages.replace(/\/$/, '')}/${code}.md` }),
    defaultConfiguration: { level: LEVEL[CODES[code]] },
    properties: { tags: [code.split('/')[0]!] },
  };
}

function resultOf(checked: CheckedCase, finding: Finding, fingerprint: string, index: ReadonlyMap<string, number>, { denied }: SarifParts): Json {
  const { case: case_ } = checked;
  const { code, severity, message, help, causes, confirmedBy, about, place } = finding;
  const related = causes.map((cause) => relatedLocation(case_, cause, index)).filter((location) => location !== undefined);
  const flow = flowOf(checked, finding, index);
  const fix = fixOf(case_, finding, index);
  return {
    ruleId: code,
    ruleIndex: ALL_CODES.indexOf(code),
    level: isDenied(code, denied) && confirmedBy === undefined ? 'error' : LEVEL[severity],
    message: { text: literal(help === undefined ? sentence(message) : `${sentence(message)} To change it: ${sentence(help)}`) },
    locations: [{ physicalLocation: physical(place, index) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((location, id): Json => ({ id, ...location })) }),
    ...(flow === undefined ? {} : { codeFlows: [flow] }),
    ...(fix === undefined ? {} : { fixes: [fix] }),
    // A log in which some results are suppressed says of each whether it is.
    suppressions: confirmedBy === undefined ? [] : [
      { kind: 'inSource', status: 'accepted', justification: `Confirmed by the author's \`expect\` line at ${placeWords(confirmedBy)}.`, location: { physicalLocation: physical(confirmedBy, index) } },
    ],
    partialFingerprints: { 'casusFinding/v1': fingerprint },
    properties: { about: [...about] },
  };
}

function relatedLocation(case_: Case, { message, place, cites = [] }: Cause, index: ReadonlyMap<string, number>): { readonly [key: string]: Json } | undefined {
  const where = place ?? cites[0]?.place;
  if (where === undefined) return undefined;
  const quoted = cites.map((cite) => citationWords(case_, cite));
  return { message: { text: literal(sentence([message, ...quoted].join('; '))) }, physicalLocation: physical(where, index) };
}

/** The course of events that shows the finding, step by step: of the verdict whose witness it is. */
function flowOf({ case: case_, verdicts }: CheckedCase, { witness, about }: Finding, index: ReadonlyMap<string, number>): Json | undefined {
  if (witness === undefined) return undefined;
  const shows = ({ details }: Cell): boolean => details.witness === witness || details.consent === witness;
  const verdict = verdicts.find((each: Verdict) => about.includes(each.promise) && about.includes(each.arrangement) && each.cells.some(shows));
  const cell = verdict?.cells.find(shows);
  if (verdict === undefined || cell === undefined) return undefined;
  const steps = story(case_, verdict, cell, witness);
  return { message: { text: 'What happens' }, threadFlows: [{ locations: steps.map((step, order) => stepOf(step, order, index)) }] };
}

function stepOf({ text, article, place, outcome }: StoryStep, order: number, index: ReadonlyMap<string, number>): Json {
  const said = sentence(text);
  return {
    executionOrder: order + 1,
    importance: outcome === 'against' ? 'essential' : 'important',
    location: {
      message: { text: literal(article === undefined ? said : `${articleWords(article)}: ${said}`) },
      ...(place === undefined ? {} : { physicalLocation: physical(place, index) }),
    },
  };
}

/**
 * What mends the finding by itself (3.55). Only what the text leaves no choice in: an `expect` line or a citation mends nothing unless the author means it,
 * and a program may put in what stands here without asking.
 */
function fixOf(case_: Case, finding: Finding, index: ReadonlyMap<string, number>): Json | undefined {
  const { file } = finding.place;
  const written = case_.files.find(({ path }) => path === file)?.text;
  const fix = written === undefined || finding.confirmedBy !== undefined ? undefined : suggestionFor(written, finding);
  if (written === undefined || fix === undefined) return undefined;
  const { offset, end, text } = fix.change;
  return {
    description: { text: literal(sentence(fix.title)) },
    artifactChanges: [{ artifactLocation: artifactOf(file, index), replacements: [{ deletedRegion: regionAt(written, offset, end), insertedContent: { text } }] }],
  };
}

/** A file, with its number among the artifacts of the log. */
function artifactOf(file: string, index: ReadonlyMap<string, number>): { readonly [key: string]: Json } {
  const at = index.get(file);
  return { ...artifactUri(file), ...(at === undefined ? {} : { index: at }) };
}

/** A place. Columns count from 1 in UTF-16 units, and the end is exclusive, in SARIF as here. */
const physical = ({ file, line, column, endLine, endColumn }: Place, index: ReadonlyMap<string, number>): { readonly [key: string]: Json } => ({
  artifactLocation: artifactOf(file, index),
  region: { startLine: line, startColumn: column, endLine, endColumn },
});

/** A message as SARIF reads it: what looks like a placeholder or a link in it is meant literally (3.11.5, 3.11.6). */
const literal = (text: string): string => text.replace(/\{(?=\d+\})/g, '{{').replace(/\[(?=[^\]]*\]\()/g, '\\[');
