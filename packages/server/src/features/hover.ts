import { constructs, type Occurrence } from '@casus/language';
import { isFindingCode, CODES, type Id } from '@casus/model';

import type { Hover } from 'vscode-languageserver';
import { rangeOf } from '../ranges.js';
import { cites, declaredOf } from './case-walk.js';
import type { FileContext } from './context.js';
import { citationLines, provenanceLines, sourceLines } from './sources.js';
import { verdictLine, weakest, WORST_FIRST } from './verdicts.js';
import { articleNounOf, escaped } from './words.js';

/** What stands at an offset: a citation with its source, a declared name, a word of the language, or the code of a finding. */
export function hover(context: FileContext, offset: number): Hover | undefined {
  const { uri, read, lines } = context;
  const here = read.names.at(uri, offset);
  const cited = cites(read.value).find(({ place }) => place.file === uri && place.offset <= offset && offset < place.end);
  if (cited !== undefined) return { range: rangeOf(cited.place), contents: markdown(citationLines(context, cited)) };
  if (here !== undefined) return { range: rangeOf(here.place), contents: markdown(nameLines(context, here)) };
  const code = codeAt(context, offset);
  if (code !== undefined) return code;
  const construct = read.names.constructAt(uri, offset);
  const meaning = construct === undefined ? undefined : constructs().get(construct.rule);
  if (construct === undefined || meaning === undefined) return undefined;
  const own = meaning.words?.[construct.keyword];
  return { range: lines.range(construct.place.offset, construct.place.end), contents: markdown([`\`${meaning.form}\``, ...(own === undefined ? [] : [own]), meaning.meaning]) };
}

const markdown = (lines: readonly string[]): Hover['contents'] => ({ kind: 'markdown', value: lines.join('\n\n') });

/** What a name stands for. */
function nameLines(context: FileContext, { id, kind }: Occurrence): string[] {
  const { read } = context;
  const case_ = read.value;
  const source = kind === 'source' ? case_.sources.get(id) : undefined;
  if (source !== undefined) return sourceLines(source);
  const declared = declaredOf(case_, id);
  const label = declared?.label ?? read.names.declarations.get(id)?.label;
  const head = `**${escaped(label ?? id)}**${label === undefined || label === id ? '' : ` (\`${id}\`)`}, ${articleNounOf(kind)}`;
  return [head, ...ownLines(context, id), ...textOf(context, id), ...(declared === undefined ? [] : provenanceLines(read, declared.provenance)), ...verdictsOf(context, id)];
}

/** What is particular to a kind of declaration. */
function ownLines({ read: { value: case_ } }: FileContext, id: Id): string[] {
  const names = (ids: readonly Id[]): string => ids.map((each) => `\`${each}\``).join(', ');
  const act = case_.acts.get(id) ?? case_.events.get(id) ?? case_.regions.get(id);
  if (act !== undefined) {
    const table: ReadonlyMap<Id, { readonly id: Id; readonly parents: readonly Id[] }> = case_.acts.has(id) ? case_.acts : case_.events.has(id) ? case_.events : case_.regions;
    const kinds = [...table.values()].filter(({ parents }) => parents.includes(id)).map((each) => each.id);
    const lies = case_.regions.has(id);
    return [...(act.parents.length === 0 ? [] : [`${lies ? 'lies in' : 'a kind of'} ${names(act.parents)}`]), ...(kinds.length === 0 ? [] : [`${lies ? 'in it lie' : 'kinds of it'}: ${names(kinds)}`])];
  }
  const attribute = case_.attributes.get(id);
  if (attribute?.unit !== undefined) return [`counted in ${escaped(attribute.unit)}`];
  const actor = case_.actors.get(id);
  if (actor !== undefined) {
    return [...actor.attributes].map(([name, { value, unit }]) => `\`${name}\`: ${value.den === 1n ? value.num : `${value.num}/${value.den}`}${unit === undefined ? '' : ` ${escaped(unit)}`}`);
  }
  const instrument = case_.instruments.get(id);
  if (instrument !== undefined) {
    const { kind, political, signed, inForceSince, articles, norms } = instrument;
    return [[`${kind}${political ? ', not legally binding' : ''}`, ...(signed === undefined ? [] : [`signed ${signed}`]), ...(inForceSince === undefined ? [] : [`in force since ${inForceSince}`]), `${articles.length} articles, ${norms.length} sentences`].join('; ')];
  }
  const issue = case_.issues.get(id);
  if (issue !== undefined) return issue.options.map((option) => `- \`${option.name}\`${option.label === option.name ? '' : ` ${escaped(option.label)}`}`).slice(0, MOST_LINES);
  return [];
}

const MOST_LINES = 12;

/** The text of a short declaration. */
function textOf({ read }: FileContext, id: Id): string[] {
  const declared = read.names.declarations.get(id);
  if (declared === undefined || !['group', 'body', 'promise', 'scenario', 'act', 'event', 'region', 'fact', 'attribute', 'article'].includes(declared.kind)) return [];
  const { whole } = declared;
  const text = (read.texts.get(whole.file) ?? '').slice(whole.offset, whole.end);
  const lines = text.split(/\r?\n/u);
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return [`\`\`\`casus\n${shown.join('\n')}\n\`\`\``];
}

const MOST_VERDICTS = 8;

/** The verdicts on a promise, on what an arrangement promises, or in a scenario: those that need looking at first. */
function verdictsOf({ judged }: FileContext, id: Id): string[] {
  if (judged === undefined) return [];
  const about = judged.verdicts.filter(({ promise, arrangement, scenario }) => promise === id || arrangement === id || scenario === id);
  if (about.length === 0) return [];
  const ordered = [...about].sort((a, b) => WORST_FIRST.indexOf(weakest(a)) - WORST_FIRST.indexOf(weakest(b)));
  const shown = ordered.slice(0, MOST_VERDICTS).map((verdict) => `- ${verdict.promise === id ? '' : `\`${verdict.promise}\` under `}${verdictLine(judged.read.value, verdict)}`);
  return [[...shown, ...(about.length > MOST_VERDICTS ? [`- … and ${about.length - MOST_VERDICTS} more`] : [])].join('\n')];
}

/** The code of a finding in an `expect finding` line. */
function codeAt({ lines, text, host }: FileContext, offset: number): Hover | undefined {
  const { line } = lines.positionAt(offset);
  const found = /\bfinding\s+([a-z-]+\s*\/\s*[a-z-]+)/u.exec(lines.line(line));
  if (found === null) return undefined;
  const start = lines.offsetAt({ line, character: found.index + found[0].length - found[1]!.length });
  const code = found[1]!.replaceAll(/\s/gu, '');
  if (offset < start || offset > start + found[1]!.length || !isFindingCode(code) || text.slice(start, start + 1) === '') return undefined;
  const page = host.pages === undefined ? [] : [`[What it means and what would change it](${host.pages.replace(/\/?$/u, '/')}${code}.md)`];
  return { range: lines.range(start, start + found[1]!.length), contents: markdown([`**${code}**, ${CODES[code]}`, ...page]) };
}

