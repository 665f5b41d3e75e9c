/** The results as a document for other programs: schema/check-1.json and schema/explain-1.json, explained in docs/json.md. */
import type { StoryStep, Verdict } from '@casus/analysis';
import type { EvidenceReport } from '@casus/dossier';
import type { Case, Finding } from '@casus/model';
import { expectationHolds } from './expectations.js';
import type { Explanation } from './explain.js';
import { articleWords, declared } from './names.js';
import { plain, type Json } from './plain.js';
import { cellWords, promiseKind, strengthWords } from './strength.js';
import { added, fails, isDenied, summarise, type Summary } from './summary.js';

/** What was checked and what came of it. */
export interface CheckedCase {
  readonly case: Case;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  /** Absent if the quotations were not checked. */
  readonly evidence?: EvidenceReport;
}

/** What the caller asked for, and the program that answered. */
export interface Asked {
  readonly version: string;
  readonly asOf?: string;
  readonly denied: readonly string[];
}

/** Counts of all cases of a run. */
export function summaryOf(cases: readonly CheckedCase[], denied: readonly string[]): Summary {
  const none = summarise([], 0, []);
  return cases.map(({ findings, verdicts }) => summarise(findings, verdicts.length, denied)).reduce(added, none);
}

/** The document of `casus check --json`. Holds no time of day and no path but those that the caller gave, so that the same input gives the same document. */
export function checkDocument(cases: readonly CheckedCase[], { version, asOf, denied }: Asked): Json {
  return {
    schema: 'casus-check/1',
    tool: { name: 'casus', version },
    asOf: asOf ?? null,
    denied,
    summary: plain(summaryOf(cases, denied)),
    cases: cases.map((checked) => caseDocument(checked, denied)),
  };
}

function caseDocument({ case: case_, findings, verdicts, evidence }: CheckedCase, denied: readonly string[]): Json {
  return {
    title: case_.title,
    files: case_.files.map(({ path, imported }) => ({ path, imported })),
    names: namesDocument(case_, verdicts, findings),
    summary: plain(summarise(findings, verdicts.length, denied)),
    findings: findings.map((finding) => findingDocument(finding, denied)),
    verdicts: verdicts.map((verdict) => verdictDocument(case_, verdict)),
    expectations: case_.expectations.map((expectation) => ({ ...(plain(expectation) as object), holds: expectationHolds(expectation, findings) })) as Json,
    evidence: evidence ? evidenceDocument(evidence) : null,
  };
}

/** The title of everything that the document names by its short name. */
function namesDocument(case_: Case, verdicts: readonly Verdict[], findings: readonly Finding[]): Json {
  const ids = new Set(findings.flatMap(({ about }) => about));
  for (const verdict of verdicts) {
    for (const id of [verdict.promise, verdict.arrangement, verdict.scenario, ...verdict.hostile, ...verdict.victims, ...verdict.fixed]) ids.add(id);
    for (const { text, texts, details, general } of verdict.cells) {
      for (const [issue, option] of text) ids.add(issue).add(option);
      for (const { option } of texts.when.flat()) ids.add(option);
      for (const actor of [...details.vetoers, ...details.holding.first.flat(), ...details.stopping.first.flat(), ...(details.withHostile?.vetoers ?? []), ...(details.withHostile?.stopping.first.flat() ?? [])]) ids.add(actor);
      for (const id of [...details.unsettled, ...[...details.ends, ...details.suspensions].map(({ instrument }) => instrument), ...details.entries.map(({ instrument }) => instrument)]) ids.add(id);
      if (general) ids.add(general.act);
    }
  }
  const entries = [...ids].sort().flatMap((id) => {
    const label = declared(case_, id)?.label;
    return label === undefined ? [] : [[id, label] as const];
  });
  return Object.fromEntries(entries);
}

/** A finding, whether it was denied, and whether it fails the run. */
export const findingDocument = (finding: Finding, denied: readonly string[]): Json => ({
  ...(plain(finding) as object),
  denied: isDenied(finding.code, denied),
  fails: fails(finding, denied),
});

/** A verdict with its cells in words. */
export function verdictDocument(case_: Case, verdict: Verdict): Json {
  const expr = case_.promises.get(verdict.promise)?.expr;
  const kind = expr ? promiseKind(expr) : 'act';
  return {
    ...(plain(verdict) as object),
    cells: verdict.cells.map((cell) => ({
      ...(plain(cell) as object),
      words: cellWords(case_, verdict, cell),
      meaning: strengthWords(cell.strength, kind),
    })),
  } as Json;
}

function evidenceDocument({ citations, counts, unavailable, digestDifferences }: EvidenceReport): Json {
  return {
    counts: plain(counts),
    citations: citations.map(({ citation, status, context, located, searched, textName, standsIn }) =>
      plain({ source: citation.source, phrase: citation.phrase, at: citation.at, place: citation.place, status, supports: context, located, searched, textName, standsIn })),
    unavailable: unavailable.map(({ citations: waiting, ...source }) => ({ ...(plain(source) as object), quotations: waiting.length })) as Json,
    digestDifferences: plain(digestDifferences),
  };
}

/** The document of `casus explain --json`. */
export function explainDocument(case_: Case, explanations: readonly Explanation[], version: string): Json {
  return {
    schema: 'casus-explain/1',
    tool: { name: 'casus', version },
    title: case_.title,
    names: namesDocument(case_, explanations.map(({ verdict }) => verdict), []),
    explanations: explanations.map(({ verdict, stories }) => ({
      verdict: verdictDocument(case_, verdict),
      stories: stories.map((steps: readonly StoryStep[]) => plain(steps.map((step) => (step.article === undefined ? step : { ...step, article: articleWords(step.article) })))),
    })),
  };
}

/** A document as text: two spaces an indent, a line break at the end. */
export const documentText = (document: Json): string => `${JSON.stringify(document, null, 2)}\n`;
