import { keywords, type Declaration, type Kind } from '@casus/language';
import type { Finding, Place, Provenance } from '@casus/model';
import { CodeActionKind, type CodeAction, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import { diagnosticOf } from './diagnostics.js';
import type { FileContext } from './context.js';
import { nounOf } from './words.js';

/** Something that is said, and who says so. */
interface Said {
  readonly place: Place;
  readonly provenance: Provenance;
}

/** Fixes for the findings in a range, and what else may be done there. */
export function codeActions(context: FileContext, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const [start, end] = [context.lines.offsetAt(range.start), context.lines.offsetAt(range.end)];
  const { uri, read, judged } = context;
  const found = [...read.findings, ...(judged?.findings ?? []).filter(({ code }) => !code.startsWith('form/'))];
  const here = found.filter(({ place, confirmedBy }) => confirmedBy === undefined && place.file === uri && place.offset <= end && start <= place.end);
  const actions = here.flatMap((finding) => {
    const told = diagnostics.find(({ code, range: at, message }) => code === finding.code && at.start.line === finding.place.line - 1 && message.toLowerCase().startsWith(finding.message.toLowerCase().slice(0, 20)))
      ?? diagnosticOf(finding, context.host);
    return [...suggestion(context, finding), ...declarations(context, finding), ...confirmation(context, finding)].map((action) => ({ ...action, diagnostics: [told] }));
  });
  const without = diagnostics.filter(({ code }) => code === 'sources/clause-without-source');
  const cite = citations(context, start).map((action) => (without.length === 0 ? action : { ...action, diagnostics: without }));
  return distinct([...actions, ...cite]);
}

function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const titles = new Set<string>();
  return actions.filter(({ title }) => !titles.has(title) && titles.add(title));
}

const quickFix = (uri: string, title: string, edits: TextEdit[], isPreferred = false): CodeAction => ({ title, kind: CodeActionKind.QuickFix, edit: { changes: { [uri]: edits } }, ...(isPreferred ? { isPreferred } : {}) });

/** What the help of a finding suggests: "did you mean `X`?". */
function suggestion({ uri, text, lines }: FileContext, { place, message, help }: Finding): CodeAction[] {
  const meant = /^did you mean (?:article )?`?([^`?]+)`?(?: instead of `([^`]+)`)?\?$/u.exec(help ?? '');
  if (meant === null) return [];
  const [, better = '', worse] = meant;
  const written = text.slice(place.offset, place.end);
  // The place is the mistake itself, or a sentence around it that the message names the mistake of.
  const wrong = worse ?? (/`/u.test(message) ? [...message.matchAll(/`([^`]+)`/gu)].map((match) => match[1]!).find((word) => written.includes(word)) : undefined) ?? written;
  const inside = written.indexOf(wrong);
  const at = inside >= 0 ? place.offset + inside : worse === undefined ? -1 : text.lastIndexOf(wrong, place.offset);
  if (at < 0) return [];
  return [quickFix(uri, `Write \`${better}\``, [{ range: lines.range(at, at + wrong.length), newText: better }], true)];
}

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

/** An `expect` line at the end of the file: the author has seen the finding and stands by it. */
function confirmation({ uri, lines, text }: FileContext, { code, about }: Finding): CodeAction[] {
  if (code.startsWith('form/') || code.startsWith('expectation/')) return [];
  const line = `expect finding ${code}${about.length === 0 ? '' : ` for ${about.join(', ')}`}\n`;
  const end = lines.positionAt(text.length);
  const before = text === '' || text.endsWith('\n') ? '' : '\n';
  return [quickFix(uri, `Confirm the finding ${code}`, [{ range: { start: end, end }, newText: `${before}${line}` }])];
}

/** Sources that are offered for one sentence. */
const MOST_SOURCES = 5;

/** `cite` for the sentence, position or rule of a negotiation at an offset that has no source, by the sources that are cited most beside it. */
function citations({ uri, read, lines }: FileContext, offset: number): CodeAction[] {
  const { instruments, positions, negotiations, sources } = read.value;
  for (const said of [...[...instruments.values()].map(({ norms }) => norms), positions, ...[...negotiations.values()].map(({ rules }) => rules)] as readonly (readonly Said[])[]) {
    const bare = said.find(({ place, provenance }) => provenance.cites.length === 0 && place.file === uri && place.offset <= offset && offset <= place.end);
    if (bare === undefined) continue;
    const cited = new Map<string, number>();
    for (const { source } of said.flatMap(({ provenance }) => provenance.cites)) cited.set(source, (cited.get(source) ?? 0) + 1);
    const offered = [...sources.keys()].sort((a, b) => (cited.get(b) ?? 0) - (cited.get(a) ?? 0)).slice(0, MOST_SOURCES);
    const at = lines.positionAt(bare.place.end);
    return offered.map((source) => quickFix(uri, `Cite \`${source}\` here`, [{ range: { start: at, end: at }, newText: ` cite ${source}` }]));
  }
  return [];
}
