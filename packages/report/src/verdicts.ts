/** The verdicts of a case: arrangement by arrangement, promises down, scenarios across. */
import type { Verdict } from '@casus/analysis';
import type { Case, Finding, Id, Strength } from '@casus/model';
import { Footnotes } from './footnotes.js';
import { actorName, labelOf } from './names.js';
import type { Palette, Style } from './palette.js';
import { cellLines } from './strength.js';
import { columnWidths, tableText, type TableCell } from './table.js';
import { paragraph, width } from './width.js';
import { capital, counted, listed } from './words.js';

/** Narrowest useful column of verdicts. */
const LEAST_COLUMN = 22;

const ORDER: readonly Strength[] = ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'];

/** The colour of a strength: what holds, what holds in part, what fails. */
export function strengthPaint(palette: Palette, strength: Strength): (text: string) => string {
  if (strength === 'automatic' || strength === 'collective') return palette.good;
  return strength === 'hollow' || strength === 'voluntary' ? palette.warning : palette.error;
}

/** Attackers that are spelled out; more are counted. */
const MOST_ATTACKERS = 5;

const attackerWords = (case_: Case, attackers: readonly Id[]): string =>
  attackers.length > MOST_ATTACKERS ? `any of ${attackers.length} states` : capital(listed(attackers.map((attacker) => actorName(case_, attacker)), 'or'));

/** The verdicts on one promise in one scenario: one, or one for each attacker of a family. Attackers of the same words share a line. */
function cellOf(case_: Case, verdicts: readonly Verdict[], notes: Footnotes, palette: Palette): TableCell {
  const lines = new Map<string, Id[]>();
  let worst: Strength = 'automatic';
  for (const verdict of verdicts) {
    const cells = cellLines(case_, verdict, (cell) => notes.mark(verdict, cell));
    for (const { strength } of cells) if (ORDER.indexOf(strength) > ORDER.indexOf(worst)) worst = strength;
    const words = cells.map((cell) => cell.words).join('\n');
    lines.set(words, [...(lines.get(words) ?? []), ...verdict.attackers]);
  }
  const texts = [...lines].map(([words, attackers]) =>
    verdicts.length === 1 ? words : `${attackerWords(case_, attackers)} attacks: ${words}`);
  return { text: texts.join('\n'), paint: strengthPaint(palette, worst) };
}

const unique = (ids: readonly Id[]): readonly Id[] => [...new Set(ids)];

/** The verdicts of one arrangement, as a table where it fits and as a list where it does not. */
function arrangementText(case_: Case, verdicts: readonly Verdict[], notes: Footnotes, { palette, width: columns }: Style): string {
  const promises = unique(verdicts.map(({ promise }) => promise));
  const scenarios = unique(verdicts.map(({ scenario }) => scenario));
  const at = (promise: Id, scenario: Id): TableCell => {
    const there = verdicts.filter((verdict) => verdict.promise === promise && verdict.scenario === scenario);
    return there.length === 0 ? { text: '–', paint: palette.dim } : cellOf(case_, there, notes, palette);
  };
  const rows = promises.map((promise) => [{ text: promise, paint: palette.bold }, ...scenarios.map((scenario) => at(promise, scenario))]);
  const head = ['', ...scenarios].map((text) => ({ text, paint: palette.dim }));
  const widths = columnWidths([head, ...rows], columns - 2, LEAST_COLUMN);
  if (widths && scenarios.length > 1) return tableText([head, ...rows], widths, '  ');
  const list = promises.flatMap((promise) => listRows(promise, scenarios, at, palette));
  const listWidths = columnWidths(list, columns - 2, 12) ?? [16, 16, Math.max(24, columns - 38)];
  return tableText(list, listWidths, '  ');
}

/** The same as a list: scenarios of the same verdict share a row. */
function listRows(promise: Id, scenarios: readonly Id[], at: (promise: Id, scenario: Id) => TableCell, palette: Palette): readonly (readonly TableCell[])[] {
  const same = new Map<string, { readonly cell: TableCell; readonly scenarios: Id[] }>();
  for (const scenario of scenarios) {
    const cell = at(promise, scenario);
    const known = same.get(cell.text);
    if (known) known.scenarios.push(scenario);
    else same.set(cell.text, { cell, scenarios: [scenario] });
  }
  return [...same.values()].map(({ cell, scenarios: of }, index) => [
    { text: index === 0 ? promise : '', paint: palette.bold },
    { text: of.length === scenarios.length && of.length > 2 ? `in all ${of.length} scenarios` : of.join('\n'), paint: palette.dim },
    cell,
  ]);
}

/** What the short names of a table stand for. */
function legend(case_: Case, title: string, ids: readonly Id[], { palette, width: columns }: Style): string {
  const named = ids.filter((id) => labelOf(case_, id) !== id);
  if (named.length === 0) return '';
  const room = Math.max(...named.map(width)) + 2;
  const lines = named.map((id) => paragraph(labelOf(case_, id), columns, `  ${id}${' '.repeat(room - width(id))}`));
  return [palette.dim(title), ...lines].join('\n');
}

/** All verdicts: what the names stand for, then one table for each arrangement. Nothing if there are none. */
export function verdictsText(case_: Case, verdicts: readonly Verdict[], style: Style): string {
  if (verdicts.length === 0) return '';
  const { palette } = style;
  const parts = [
    legend(case_, 'Promises', unique(verdicts.map(({ promise }) => promise)), style),
    legend(case_, 'Scenarios', unique(verdicts.map(({ scenario }) => scenario)), style),
  ].filter((part) => part !== '');
  for (const arrangement of unique(verdicts.map((verdict) => verdict.arrangement))) {
    const its = verdicts.filter((verdict) => verdict.arrangement === arrangement);
    const label = labelOf(case_, arrangement);
    const texts = its.reduce((most, { texts: open }) => (open > most ? open : most), 1n);
    const open = texts > 1n ? palette.dim(` (${counted(texts, 'text')} left open)`) : '';
    const title = label === arrangement ? palette.bold(arrangement) : `${palette.bold(arrangement)}  ${label}`;
    const notes = new Footnotes(case_);
    const table = arrangementText(case_, its, notes, style);
    const below = notes.lines().map((note) => `\n${palette.dim(paragraph(note, style.width, '  ', '    '))}`);
    parts.push(`${title}${open}\n${table}${below.join('')}`);
  }
  return parts.join('\n\n');
}

/** Why there is no verdict: what the case lacks. */
export function nothingToJudge({ arrangements, instruments, promises, scenarios }: Case): string {
  const lacking = [
    arrangements.size + instruments.size === 0 ? 'arrangement' : '',
    promises.size === 0 ? 'promise' : '',
    scenarios.size === 0 ? 'scenario' : '',
  ].filter((part) => part !== '');
  const why = lacking.length === 0
    ? 'no arrangement or instrument of its own meets a promise in a scenario with an attacker'
    : lacking.length === 1 ? `the case has no ${lacking[0]!}` : `the case has no ${listed(lacking, 'or')}`;
  return `Nothing to judge: ${why}.`;
}

/** How many sentences the case could not take in: places with errors of form, one a line. */
export function unreadSentences(findings: readonly Finding[]): number {
  return new Set(findings.filter(({ code, severity }) => code.startsWith('form/') && severity === 'error').map(({ place }) => `${place.file}:${place.line}`)).size;
}

/** What the verdicts leave out: sentences that the case could not take in. Nothing if it took in every one. */
export function leftOut(findings: readonly Finding[]): string | undefined {
  const sentences = unreadSentences(findings);
  if (sentences === 0) return undefined;
  return `${counted(sentences, 'sentence')} could not be read; the verdicts leave ${sentences === 1 ? 'it' : 'them'} out`;
}

/**
 * A command that tells the story of the first promise that somebody hostile can stop, or of the first one at all. `from` is the case, as a
 * shell takes it and as it is found from the folder the command runs in; not needed for that folder itself.
 */
export function explainHint(verdicts: readonly Verdict[], from?: string): string | undefined {
  const captive = verdicts.find(({ cells }) => cells.some(({ strength }) => strength === 'captive')) ?? verdicts[0];
  if (captive === undefined) return undefined;
  const where = from === undefined || from === '.' ? '' : ` --case ${from}`;
  return `npx casus explain ${captive.promise} --in ${captive.arrangement} --when ${captive.scenario}${where}`;
}
