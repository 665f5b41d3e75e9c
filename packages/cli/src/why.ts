/** `casus why`: what a finding means, and what to do about it. */
import { CODES, isFindingCode, type FindingCode } from '@casus/model';
import { SEVERITY_WORDS, markdownText, pageSummary, paragraph } from '@casus/report';
import { ALL_CODES } from './codes.js';
import { pageOf } from './installation.js';
import { styleOf, type Io } from './io.js';
import { lastPart, nearest } from './nearest.js';
import { EXIT, UsageError } from './usage-error.js';

/** Options of `casus why`. */
export interface WhyOptions {
  readonly color: boolean;
  readonly width?: number;
}

/** A code given in full, or by its name where only one category has it. */
function codeOf(given: string): FindingCode {
  const wanted = given.trim().toLowerCase();
  if (isFindingCode(wanted)) return wanted;
  const named = ALL_CODES.filter((code) => lastPart(code) === wanted);
  if (named.length === 1 && isFindingCode(named[0]!)) return named[0];
  const near = nearest(given, ALL_CODES);
  throw new UsageError(`there is no finding \`${given}\`${near === undefined ? ';' : `; did you mean \`${near}\`?`} \`npx casus why\` lists them all`);
}

/** The codes of a category, given as `promise`, `promise/` or `promise/*`. */
function ofCategory(given: string): readonly string[] {
  const category = given.trim().toLowerCase().replace(/\/\*?$/, '');
  return ALL_CODES.filter((code) => code.startsWith(`${category}/`));
}

/** Codes with their severity and their page's first sentence. */
function list(codes: readonly string[], options: WhyOptions, io: Io): string {
  const style = styleOf(io, options);
  const room = Math.max(...codes.map((code) => code.length));
  const lines = codes.filter(isFindingCode).map((code) => {
    const page = pageOf(code);
    const severity = SEVERITY_WORDS[CODES[code]].padEnd(7);
    return paragraph(page === undefined ? '' : pageSummary(page).first, style.width, `${code.padEnd(room)}  ${severity}  `);
  });
  return `${lines.join('\n')}\n\n${style.palette.dim('`npx casus why CODE` prints the page of one.')}\n`;
}

/** Prints the page of a finding, or the list of all. Returns the exit code. */
export function runWhy(given: string | undefined, options: WhyOptions, io: Io): number {
  const listed = given === undefined ? ALL_CODES : ofCategory(given);
  if (given === undefined || listed.length > 0) {
    io.stdout.write(list(listed, options, io));
    return EXIT.passed;
  }
  const code = codeOf(given);
  const page = pageOf(code);
  if (page === undefined) throw new UsageError(`the page of \`${code}\` is not part of this installation; it would be docs/findings/${code}.md`);
  io.stdout.write(`${markdownText(page, styleOf(io, options))}\n`);
  return EXIT.passed;
}
