/** What a run comes to: which findings fail it, and the last line. */
import type { Finding, FindingCode } from '@casus/model';
import type { Style } from './palette.js';
import { counted, listed } from './words.js';

/** Counts of a run. `denied`: findings below error level that the caller refused. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly confirmed: number;
  readonly denied: number;
  readonly verdicts: number;
  /** Nothing fails the run. */
  readonly passed: boolean;
}

/** A code the caller refuses: `promise/captive`, or a whole category, `promise/*`. */
export function isDenied(code: FindingCode, denied: readonly string[]): boolean {
  return denied.some((pattern) => pattern === code || (pattern.endsWith('/*') && code.startsWith(pattern.slice(0, -1))));
}

/** Whether a finding fails the run: an error or a denied code that no `expect` line confirms. */
export function fails(finding: Finding, denied: readonly string[]): boolean {
  return finding.confirmedBy === undefined && (finding.severity === 'error' || isDenied(finding.code, denied));
}

/** Counts the findings of a run. */
export function summarise(findings: readonly Finding[], verdicts: number, denied: readonly string[]): Summary {
  const open = findings.filter(({ confirmedBy }) => confirmedBy === undefined);
  const of = (severity: Finding['severity']): number => open.filter((finding) => finding.severity === severity).length;
  return {
    errors: of('error'),
    warnings: of('warning'),
    notes: of('info'),
    confirmed: findings.length - open.length,
    denied: open.filter(({ severity, code }) => severity !== 'error' && isDenied(code, denied)).length,
    verdicts,
    passed: !open.some((finding) => fails(finding, denied)),
  };
}

/** The counts of several cases together. */
export function added(one: Summary, other: Summary): Summary {
  return {
    errors: one.errors + other.errors,
    warnings: one.warnings + other.warnings,
    notes: one.notes + other.notes,
    confirmed: one.confirmed + other.confirmed,
    denied: one.denied + other.denied,
    verdicts: one.verdicts + other.verdicts,
    passed: one.passed && other.passed,
  };
}

/** The last line: `1 error, 2 warnings; 3 findings confirmed; 24 verdicts`. */
export function summaryText(summary: Summary, { palette }: Style): string {
  const found = [
    summary.errors > 0 ? palette.error(counted(summary.errors, 'error')) : '',
    summary.warnings > 0 ? palette.warning(counted(summary.warnings, 'warning')) : '',
    summary.notes > 0 ? palette.info(counted(summary.notes, 'note')) : '',
  ].filter((part) => part !== '');
  const parts = [
    found.length > 0 ? listed(found) : palette.good('no open findings'),
    summary.denied > 0 ? palette.error(`${summary.denied} of them denied`) : '',
    summary.confirmed > 0 ? `${counted(summary.confirmed, 'finding')} confirmed by the author` : '',
    counted(summary.verdicts, 'verdict'),
  ].filter((part) => part !== '');
  return `${summary.passed ? palette.good('Passed') : palette.error('Failed')}: ${parts.join('; ')}.`;
}
