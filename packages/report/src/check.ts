/** A checked case as the terminal shows it. */
import { evidenceText } from './evidence.js';
import { expectationsText } from './expectations.js';
import { findingText } from './finding.js';
import type { CheckedCase } from './json.js';
import type { Style } from './palette.js';
import { fails, isDenied } from './summary.js';
import { explainHint, verdictsText } from './verdicts.js';

/** What to show of a checked case. */
export interface CheckParts {
  readonly denied: readonly string[];
  /** The verdicts, the expectations and the evidence too, not only the findings. */
  readonly table: boolean;
  /** The title of the case above it: where there are several. */
  readonly title: boolean;
}

/** Confirmed findings first and briefly, so that what is open stands last, where the eye is. */
export function checkText(checked: CheckedCase, { denied, table, title }: CheckParts, style: Style): string {
  const { case: case_, findings, verdicts, evidence } = checked;
  const open = findings.filter(({ confirmedBy }) => confirmedBy === undefined);
  const confirmed = findings.filter(({ confirmedBy }) => confirmedBy !== undefined);
  const shown = [...confirmed, ...open].map((finding) =>
    findingText(case_, finding, style, isDenied(finding.code, denied) && fails(finding, denied)));
  const hint = explainHint(verdicts);
  const parts = [
    title || table ? style.palette.bold(case_.title || 'Untitled case') : '',
    ...shown,
    ...(table
      ? [
          verdictsText(case_, verdicts, style),
          [expectationsText(case_, findings, style), evidence ? evidenceText(evidence, style) : ''].filter((part) => part !== '').join('\n'),
          hint === undefined ? '' : style.palette.dim(`The story behind a verdict:\n  ${hint}`),
        ]
      : []),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
