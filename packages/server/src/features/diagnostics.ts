import { story, type Verdict } from '@casus/analysis';
import type { Case, Finding, Severity } from '@casus/model';
import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Told } from '../case/session.js';
import type { Host } from '../host.js';
import { locationOf, rangeOf } from '../ranges.js';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information };

/** So many findings of a case are told with the places of their witness; each takes a judgment anew. */
const MOST_STORIES = 20;

/** The findings of a case as the protocol has them, by file. */
export function diagnosticsOf({ findings, read, judged }: Told, host: Host): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  let stories = 0;
  for (const finding of findings) {
    const tell = finding.witness !== undefined && finding.confirmedBy === undefined && judged !== undefined && stories++ < MOST_STORIES;
    const witness = tell ? witnessPlaces(read.value, judged.verdicts, finding) : [];
    const list = found.get(finding.place.file);
    const diagnostic = diagnosticOf(finding, host, witness);
    if (list === undefined) found.set(finding.place.file, [diagnostic]);
    else list.push(diagnostic);
  }
  return found;
}

/** One finding. Those that an author confirms are shown as hints. */
export function diagnosticOf(finding: Finding, host: Host, witness: readonly DiagnosticRelatedInformation[] = []): Diagnostic {
  const { code, severity, message, help, place, causes, confirmedBy } = finding;
  const related = [
    ...causes.flatMap((cause): DiagnosticRelatedInformation[] => (cause.place === undefined ? [] : [{ location: locationOf(cause.place), message: cause.message }])),
    ...witness,
    ...(confirmedBy === undefined ? [] : [{ location: locationOf(confirmedBy), message: 'confirmed by this line' }]),
  ];
  return {
    range: rangeOf(place),
    severity: confirmedBy === undefined ? SEVERITY[severity] : DiagnosticSeverity.Hint,
    code,
    ...(host.pages === undefined ? {} : { codeDescription: { href: `${host.pages.replace(/\/?$/u, '/')}${code}.md` } }),
    source: 'casus',
    message: `${sentence(message)}${help === undefined ? '' : `\n${sentence(help)}`}${confirmedBy === undefined ? '' : '\nConfirmed by an expectation of the author.'}`,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** A text that begins like a sentence and ends like one. */
function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/u.test(capital) ? capital : `${capital}.`;
}

/** The clauses that a finding's witness goes through, in the order of the story. */
function witnessPlaces(case_: Case, verdicts: readonly Verdict[], { witness, about }: Finding): DiagnosticRelatedInformation[] {
  const wanted = JSON.stringify(witness);
  for (const verdict of verdicts) {
    if (!about.includes(verdict.promise) || !about.includes(verdict.arrangement) || !about.includes(verdict.scenario)) continue;
    const cell = verdict.cells.find(({ details }) => JSON.stringify(details.witness) === wanted);
    if (cell === undefined) continue;
    return story(case_, verdict, cell).flatMap(({ text, place }, i) => (place === undefined ? [] : [{ location: locationOf(place), message: `${i + 1}. ${text}` }]));
  }
  return [];
}
