import { articleName, quoted } from '../../words.js';
import { STANDARD, type Candidate, type TextEdit } from '../candidate.js';
import type { Setting } from '../setting.js';
import type { Source } from '../source.js';
import type { Amendment, Case, Place } from '@casus/model';

/** The amendments that the author of the case declares for the instruments at hand. */
export function declared(setting: Setting): readonly Candidate[] {
  const { case: case_, world } = setting;
  return [...case_.amendments.values()].filter(({ instrument }) => world.arranged.some(({ id }) => id === instrument)).map((amendment): Candidate => {
    const edit = editOf(setting, amendment);
    const where = amendment.article === undefined ? undefined : articleName(case_, amendment.article);
    return {
      id: `declared ${amendment.id}`, kind: 'declared', label: `the author’s amendment ${quoted(amendment.label)} is made`, ...(where === undefined ? {} : { where }),
      place: amendment.place, cost: amendment.weight ?? STANDARD, point: `declared ${amendment.id}`, slots: [],
      changes: [{ on: 'instrument', instrument: amendment.instrument, add: amendment.norms.map((norm) => ({ ...norm, instrument: amendment.instrument })) }],
      edits: edit === undefined ? [] : [edit],
      ...(edit === undefined ? { unwritten: `the words of \`${amendment.id}\` are not found in the text; write them into the instrument by hand` } : {}),
    };
  });
}

/** The sentences of the amendment, put behind the last of the article, or as an article behind the last of the instrument. */
function editOf(setting: Setting, amendment: Amendment): TextEdit | undefined {
  const { case: case_ } = setting;
  const from = setting.source(amendment.place);
  const words = from && bodyText(from, amendment.place);
  if (words === undefined) return undefined;
  const instrument = case_.instruments.get(amendment.instrument)!;
  const article = instrument.articles.find(({ id }) => id === amendment.article);
  const target = (article ?? instrument).place;
  const source = setting.source(target);
  const braces = source && bracesOf(source, target);
  if (source === undefined || braces === undefined) return undefined;
  const last = source.text.slice(0, braces.close).trimEnd().length;
  const outer = source.indent(target.offset);
  const lines = (indent: string): string => words.map((line) => (line === '' ? '' : `${source.newline}${indent}${line}`)).join('');
  const text = article !== undefined ? lines(`${outer}  `) : `${source.newline}${outer}  article ${amendment.name}${title(case_, amendment)} {${lines(`${outer}    `)}${source.newline}${outer}  }`;
  // On a line of its own, the closing brace stays there; otherwise it is put there.
  const own = source.text.slice(last, braces.close).includes('\n');
  return { file: source.file, offset: source.restOfLine(last), end: source.restOfLine(last), text: own ? text : `${text}${source.newline}${outer}`, rank: 0 };
}

const title = (_case: Case, { label, name }: Amendment): string => (label === name ? '' : ` "${label}"`);

/** Where the braces of a declaration stand, whether or not its place takes them in. */
function bracesOf(source: Source, place: Place): { readonly open: number; readonly close: number } | undefined {
  const first = source.at(place.offset);
  for (let i = first; i < source.words.length; i++) {
    if (source.words[i]!.text !== '{') continue;
    const close = source.closing(i);
    return close === undefined ? undefined : { open: source.words[i]!.offset, close: source.words[close]!.offset };
  }
  return undefined;
}

/** The lines between the braces of a declaration, without the indentation that they share. */
function bodyText(source: Source, place: Place): readonly string[] | undefined {
  const braces = bracesOf(source, place);
  if (braces === undefined) return undefined;
  const lines = source.text.slice(braces.open + 1, braces.close).split(/\r?\n/u).map((line) => line.trimEnd()).filter((line, i, all) => line.trim() !== '' || (i > 0 && i < all.length - 1));
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => /^[ \t]*/u.exec(line)![0].length));
  return lines.length === 0 ? undefined : lines.map((line) => line.slice(indent));
}
