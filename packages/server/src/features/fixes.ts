import { citationsAt, confirmationOf, suggestionFor, type Fix } from '@casus/analysis';
import { keywords, type Declaration, type Kind } from '@casus/language';
import type { Finding } from '@casus/model';
import { CodeActionKind, type CodeAction, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import { diagnosticOf, SOURCE } from './diagnostics.js';
import type { FileContext } from './context.js';
import { amendments } from './repairs.js';
import { nounOf } from './words.js';

/** Fixes for the findings that the editor asks about, or in a range where it names none, and what else may be done there. */
export function codeActions(context: FileContext, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const { uri, read, judged } = context;
  const found = [...read.findings, ...(judged?.findings ?? []).filter(({ code }) => !code.startsWith('form/'))].filter(({ place, confirmedBy }) => confirmedBy === undefined && place.file === uri);
  const actions = askedAbout(context, range, diagnostics, found).flatMap(({ finding, told }) => {
    const [suggestion, confirmation] = [suggestionFor(context.text, finding), confirmationOf(context.text, finding)];
    return [
      ...(suggestion === undefined ? [] : [actionOf(context, suggestion, true)]),
      ...declarations(context, finding),
      ...amendments(context, finding),
      ...(confirmation === undefined ? [] : [actionOf(context, confirmation)]),
    ].map((action) => ({ ...action, diagnostics: [told] }));
  });
  const without = diagnostics.filter(({ code }) => code === 'sources/clause-without-source');
  const cite = citationsAt(read.value, uri, context.lines.offsetAt(range.start)).map((fix) => actionOf(context, fix)).map((action) => (without.length === 0 ? action : { ...action, diagnostics: without }));
  return distinct([...actions, ...cite]);
}

interface Asked {
  readonly finding: Finding;
  /** It as the editor shows it. */
  readonly told: Diagnostic;
}

/** The findings that the editor sends along, however many others stand on the same line; those that meet the range where it sends none of ours. */
function askedAbout({ lines, host }: FileContext, range: Range, diagnostics: readonly Diagnostic[], found: readonly Finding[]): readonly Asked[] {
  const known = found.map((finding): Asked => ({ finding, told: diagnosticOf(finding, host) }));
  const sent = diagnostics.filter(({ source }) => source === undefined || source === SOURCE);
  if (sent.length > 0) {
    return sent.flatMap((told) => {
      // An editor that has not caught up with the last edit may be off by some letters.
      const alike = known.filter(({ told: { code, message, range: { start } } }) => code === told.code && message === told.message && start.line === told.range.start.line);
      const same = alike.filter(({ told: { range: { start } } }) => start.character === told.range.start.character);
      return (same.length > 0 ? same : alike).map(({ finding }) => ({ finding, told }));
    });
  }
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  return known.filter(({ finding: { place } }) => place.offset <= end && start <= place.end);
}

function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const titles = new Set<string>();
  return actions.filter(({ title }) => !titles.has(title) && titles.add(title));
}

const quickFix = (uri: string, title: string, edits: TextEdit[], isPreferred = false): CodeAction => ({ title, kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: edits } }, ...(isPreferred ? { isPreferred } : {}) });

/** A change of the text as the protocol says it. */
const actionOf = ({ uri, lines }: FileContext, { title, change: { offset, end, text } }: Fix, isPreferred = false): CodeAction =>
  quickFix(uri, title, [{ range: lines.range(offset, end), newText: text }], isPreferred);

/** How a missing thing is declared, by its kind. */
const TEMPLATES: Partial<Readonly<Record<Kind, (name: string) => string>>> = {
  actor: (name) => `actor ${name}`, act: (name) => `act ${name}`, event: (name) => `event ${name}`, region: (name) => `region ${name}`, fact: (name) => `fact ${name}`,
  attribute: (name) => `attribute ${name}`, organisation: (name) => `organisation ${name}`, source: (name) => `source ${name} {\n}`,
};

/** Declarations of what is missing: `act mediate` beside the other acts. */
function declarations({ uri, read, lines, text }: FileContext, { code, message, place }: Finding): CodeAction[] {
  const missing = code === 'form/unknown-name' ? /^(?:there is no (.+?)|nothing is named) `([^`.]+)`$/u.exec(message) : null;
  if (missing === null) return [];
  const [, nouns, name = ''] = missing;
  if (keywords().includes(name)) return [];
  const kinds = (Object.keys(TEMPLATES) as Kind[]).filter((kind) => nouns === undefined ? kind === 'actor' : nouns.split(/, | or /u).includes(nounOf(kind)));
  return kinds.map((kind) => {
    const declared = [...read.names.declarations.values()];
    const same = declared.filter((each) => each.place.file === uri && each.kind === kind && !each.id.includes('.'));
    const newText = TEMPLATES[kind]!(name);
    const last = same.reduce<Declaration | undefined>((latest, each) => (latest === undefined || each.whole.end > latest.whole.end ? each : latest), undefined);
    const line = last === undefined ? itemLine(declared, uri, place.offset, text) : last.whole.endLine;
    const position = { line, character: 0 };
    const before = last !== undefined && line >= lines.count ? '\n' : '';
    const edit: TextEdit = { range: { start: position, end: position }, newText: `${before}${newText}\n${last === undefined ? '\n' : ''}` };
    return quickFix(uri, `Declare the ${nounOf(kind)} \`${name}\``, [edit]);
  });
}

/** The line on which the outermost declaration around a place begins. */
function itemLine(declared: readonly Declaration[], uri: string, offset: number, text: string): number {
  const around = declared.filter(({ whole, id }) => whole.file === uri && !id.includes('.') && whole.offset <= offset && offset <= whole.end);
  const start = around.length === 0 ? offset : Math.min(...around.map(({ whole }) => whole.offset));
  return text.slice(0, start).split('\n').length - 1;
}
