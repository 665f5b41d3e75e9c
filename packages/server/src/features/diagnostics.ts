import type { StoryStep } from '@casus/analysis';
import type { Finding, Severity } from '@casus/model';
import { DiagnosticSeverity, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { Told } from '../case/session.js';
import type { Host } from '../host.js';
import { locationOf, rangeOf } from '../ranges.js';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information };

/** Who tells the findings, as an editor shows it. */
export const SOURCE = 'casus';

/** The findings of a case as the protocol has them, by file. */
export function diagnosticsOf({ findings, stories }: Told, host: Host): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const diagnostic = diagnosticOf(finding, host, stories?.get(finding));
    const list = found.get(finding.place.file);
    if (list === undefined) found.set(finding.place.file, [diagnostic]);
    else list.push(diagnostic);
  }
  return found;
}

/** One finding. Those that an author confirms are shown as hints. */
export function diagnosticOf(finding: Finding, host: Host, story: readonly StoryStep[] = []): Diagnostic {
  const { code, severity, message, help, place, causes, confirmedBy } = finding;
  const related = [
    ...causes.flatMap((cause): DiagnosticRelatedInformation[] => (cause.place === undefined ? [] : [{ location: locationOf(cause.place), message: cause.message }])),
    // The clauses that the witness goes through, in the order of its story.
    ...story.flatMap(({ text, place: at }, i) => (at === undefined ? [] : [{ location: locationOf(at), message: `${i + 1}. ${text}` }])),
    ...(confirmedBy === undefined ? [] : [{ location: locationOf(confirmedBy), message: 'confirmed by this line' }]),
  ];
  return {
    range: rangeOf(place),
    severity: confirmedBy === undefined ? SEVERITY[severity] : DiagnosticSeverity.Hint,
    code,
    ...(host.pages === undefined ? {} : { codeDescription: { href: `${host.pages.replace(/\/?$/u, '/')}${code}.md` } }),
    source: SOURCE,
    message: `${sentence(message)}${help === undefined ? '' : `\n${sentence(help)}`}${confirmedBy === undefined ? '' : '\nConfirmed by an expectation of the author.'}`,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** A text that begins like a sentence and ends like one. */
function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/u.test(capital) ? capital : `${capital}.`;
}
