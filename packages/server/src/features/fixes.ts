import { citationsAt, confirmationOf, suggestionFor, type Fix } from '@casus/analysis';
import { keywords, type Declaration, type Kind } from '@casus/language';
import type { Finding } from '@casus/model';
import { CodeActionKind, type CodeAction, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import { diagnosticOf } from './diagnostics.js';
import type { FileContext } from './context.js';
import { amendments } from './repairs.js';
import { nounOf } from './words.js';

/** Fixes for the findings in a range, and what else may be done there. */
export function codeActions(context: FileContext, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const [start, end] = [context.lines.offsetAt(range.start), context.lines.offsetAt(range.end)];
  const { uri, read, judged } = context;
  const found = [...read.findings, ...(judged?.findings ?? []).filter(({ code }) => !code.startsWith('form/'))];
  const here = found.filter(({ place, confirmedBy }) => confirmedBy === undefined && place.file === uri && place.offset <= end && start <= place.end);
  const actions = here.flatMap((finding) => {
    const told = diagnostics.find(({ code, range: at, message }) => code === finding.code && at.start.line === finding.place.line - 1 && message.toLowerCase().startsWith(finding.message.toLowerCase().slice(0, 20)))
      ?? diagnosticOf(finding, context.host);
    const [suggestion, confirmation] = [suggestionFor(context.text, finding), confirmationOf(context.text, finding)];
    return [
      ...(suggestion === undefined ? [] : [actionOf(context, suggestion, true)]),
      ...declarations(context, finding),
      ...amendments(context, finding),
      ...(confirmation === undefined ? [] : [actionOf(context, confirmation)]),
    ].map((action) => ({ ...action, diagnostics: [told] }));
  });
  const without = diagnostics.filter(({ code }) => code === 'sources/clause-without-source');
  const cite = citationsAt(read.value, uri, start).map((fix) => actionOf(context, fix)).map((action) => (without.length === 0 ? action : { ...action, diagnostics: without }));
  return distinct([...actions, ...cite]);
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
