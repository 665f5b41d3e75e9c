/** A checked case as the terminal shows it. */
import type { Finding, Severity } from '@casus/model';
import { evidenceText } from './evidence.js';
import { expectationsText } from './expectations.js';
import { findingText } from './finding.js';
import type { CheckedCase } from './json.js';
import type { Style } from './palette.js';
import { fails, isDenied } from './summary.js';
import { explainHint, leftOut, nothingToJudge, verdictsText } from './verdicts.js';
import { paragraph } from './width.js';
import { sentence } from './words.js';

/** What to show of a checked case. */
export interface CheckParts {
  readonly denied: readonly string[];
  /** The verdicts, the expectations and the evidence too, not only the findings. */
  readonly table: boolean;
  /** The title of the case above it: where there are several. */
  readonly title: boolean;
  /** The argument that names the case, as a shell takes it, for commands that are proposed; false: it is nothing that one argument can name. */
  readonly from?: string | false;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The verdicts first, then what is open, the worst first, then what the author has confirmed, briefly. */
export function checkText(checked: CheckedCase, { denied, table, title, from }: CheckParts, style: Style): string {
  const { case: case_, findings, verdicts, evidence } = checked;
  const { palette, width } = style;
  const refused = (finding: Finding): boolean => isDenied(finding.code, denied) && fails(finding, denied);
  // What the section on the evidence tells anyway is told once.
  const told = findings.filter((finding) => !(table && evidence && finding.code === 'sources/not-verified' && !refused(finding)));
  const weight = (finding: Finding): number => (refused(finding) ? WEIGHT.error : WEIGHT[finding.severity]);
  const open = told.filter(({ confirmedBy }) => confirmedBy === undefined).sort((one, other) => weight(one) - weight(other));
  const confirmed = told.filter(({ confirmedBy }) => confirmedBy !== undefined);
  const shown = [...open, ...confirmed].map((finding) => findingText(case_, finding, style, refused(finding)));
  const hint = from === false ? undefined : explainHint(verdicts, from);
  const without = leftOut(findings);
  const parts = [
    title || table ? palette.bold(case_.title || 'Untitled case') : '',
    without === undefined ? '' : palette.error(paragraph(sentence(without), width)),
    verdicts.length === 0 ? palette.warning(paragraph(nothingToJudge(case_), width)) : '',
    table ? verdictsText(case_, verdicts, style) : '',
    ...shown,
    ...(table
      ? [
          [expectationsText(case_, findings, style), evidence ? evidenceText(evidence, style) : ''].filter((part) => part !== '').join('\n'),
          hint === undefined ? '' : palette.dim(`The story behind a verdict:\n  ${hint}`),
        ]
      : []),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
