/** A finding as a good compiler prints it. */
import type { Case, Cause, Citation, Finding, Severity } from '@casus/model';
import { placeWords, samePlace, sourceName } from './names.js';
import type { Palette, Style } from './palette.js';
import { snippet } from './snippet.js';
import { paragraph } from './width.js';
import { witnessSentences } from './witness.js';
import { sentence } from './words.js';

/** What a severity is called in front of a message. */
export const SEVERITY_WORDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** The colour of a severity. */
export const paintOf = (palette: Palette, severity: Severity): ((text: string) => string) => palette[severity];

/** A citation in one line: `«phrase», title, publisher, date, art. 5`. */
export function citationWords(case_: Case, { source, phrase, at }: Citation): string {
  return [phrase === undefined ? undefined : `«${phrase}»`, sourceName(case_, source), at].filter((part) => part !== undefined).join(', ');
}

/** A sentence behind `first`; the lines below it are set under its text. */
const noted = (text: string, style: Style, first: string): string => paragraph(text, style.width, first);

/** A cause: a clause, its line with its place marked more quietly than that of the finding, and what is quoted for it. */
function causeLines(case_: Case, { message, place, cites = [] }: Cause, style: Style, gutter: number): readonly string[] {
  const { palette } = style;
  return [
    noted(place ? `${message} (${placeWords(place)})` : message, style, '   = '),
    ...(place ? snippet(case_, place, style, palette.info, Math.max(gutter, String(place.line).length), '-') : []),
    ...cites.map((cite) => noted(citationWords(case_, cite), style, '     ')),
  ];
}

/** The course of events that shows it, where the finding has one that says something. */
function witnessLines(case_: Case, { witness }: Finding, style: Style): readonly string[] {
  const told = witness ? witnessSentences(case_, witness) : [];
  return told.length > 0 ? [noted(told.join(' '), style, '   so: ')] : [];
}

/** A finding that an `expect` line confirms, briefly: what, the course of events, and who confirms it. */
function confirmedLines(case_: Case, finding: Finding, style: Style): readonly string[] {
  const { palette } = style;
  const head = `${palette.good('confirmed')} ${palette.bold(finding.code)} `;
  return [
    `${head}${palette.dim(placeWords(finding.place))}`,
    noted(sentence(finding.message), style, '   '),
    ...witnessLines(case_, finding, style),
    palette.dim(`   confirmed by ${finding.confirmedBy!.file}:${finding.confirmedBy!.line}`),
  ];
}

/** A finding as text, without a line break at its end. `denied`: it fails the run although its severity does not. */
export function findingText(case_: Case, finding: Finding, style: Style, denied = false): string {
  if (finding.confirmedBy) return confirmedLines(case_, finding, style).join('\n');
  const { palette } = style;
  const severity: Severity = denied ? 'error' : finding.severity;
  const paint = paintOf(palette, severity);
  const title = `${SEVERITY_WORDS[severity]} ${finding.code}`;
  const lines = [`${paint(palette.bold(title))}${denied && finding.severity !== 'error' ? palette.dim(' (denied)') : ''} ${palette.dim(placeWords(finding.place))}`];
  lines.push(noted(sentence(finding.message), style, '   '));
  const gutter = Math.max(2, ...[finding.place, ...finding.causes.flatMap(({ place }) => place ?? [])].map(({ line }) => String(line).length));
  lines.push(...snippet(case_, finding.place, style, paint, gutter));
  for (const cause of finding.causes) {
    // A cause that is the place itself needs no second line of the same text.
    const { place, ...rest } = cause;
    lines.push(...causeLines(case_, place && samePlace(place, finding.place) ? rest : cause, style, gutter));
  }
  lines.push(...witnessLines(case_, finding, style));
  if (finding.help) lines.push(noted(sentence(finding.help), style, '   help: '));
  return lines.join('\n');
}
