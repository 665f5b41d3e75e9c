/** What mends a finding, as changes of the text: what an editor offers and what a log of findings proposes. */
import type { Case, Finding, Place, Provenance } from '@casus/model';

/** A text put in place of another; `offset` to `end` in UTF-16 units, the end exclusive, and the same where nothing is taken away. */
export interface TextChange {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/** A change of one file, in words and as it is done. */
export interface Fix {
  /** “Write `Borduria`”. */
  readonly title: string;
  readonly change: TextChange;
}

/** Something that is said, and who says so. */
interface Said {
  readonly place: Place;
  readonly provenance: Provenance;
}

/** What the help of a finding suggests, “did you mean `X`?”, in the text of the finding's file; undefined where it suggests nothing of the kind. */
export function suggestionFor(text: string, { place, message, help = '' }: Finding): Fix | undefined {
  const word = /^did you mean `([^`]+)`(?: instead of `([^`]+)`)?\?$/u.exec(help);
  if (word !== null) return replaced(text, place, word[2] ?? namedIn(text, place, message, /`([^`]+)`/gu), word[1]!, word[2] !== undefined);
  const title = /^did you mean “([^”]+)”\?$/u.exec(help);
  if (title !== null) return replaced(text, place, namedIn(text, place, message, /“([^”]+)”/gu), title[1]!);
  const article = /^did you mean article (\S+)\?$/u.exec(help);
  const missing = /has no article (\S+)$/u.exec(message)?.[1];
  return article === null || missing === undefined ? undefined : replaced(text, place, missing, article[1]!);
}

/** The mistake that the message names, where the place is a sentence around it; else all that stands at the place. */
function namedIn(text: string, { offset, end }: Place, message: string, names: RegExp): string {
  const written = text.slice(offset, end);
  return [...message.matchAll(names)].map((match) => match[1]!).find((name) => written.includes(name)) ?? written;
}

/** One word for another, which stands at the place, or (`before`) may be the last of its kind before it. */
function replaced(text: string, { offset, end }: Place, wrong: string, better: string, before = false): Fix | undefined {
  const places = placesOf(text, wrong);
  const at = places.find((each) => offset <= each && each + wrong.length <= end) ?? (before ? places.filter((each) => each < offset).at(-1) : undefined);
  return at === undefined ? undefined : { title: `Write \`${better}\``, change: { offset: at, end: at + wrong.length, text: better } };
}

/** Where a text has these words, and not as a part of longer ones. */
function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  const goesOn = (one: string, other: string): boolean => /^[\p{L}\p{N}_-]{2}$/u.test(one + other);
  for (let at = text.indexOf(words); words !== '' && at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!goesOn(text.charAt(at - 1), words.charAt(0)) && !goesOn(text.charAt(end - 1), text.charAt(end))) places.push(at);
  }
  return places;
}

/** An `expect` line at the end of the file: the author has seen the finding and stands by it. Mistakes of form and failed expectations cannot be confirmed. */
export function confirmationOf(text: string, { code, about }: Finding): Fix | undefined {
  if (code.startsWith('form/') || code.startsWith('expectation/')) return undefined;
  const before = text === '' || text.endsWith('\n') ? '' : '\n';
  const line = `expect finding ${code}${about.length === 0 ? '' : ` for ${about.join(', ')}`}\n`;
  return { title: `Confirm the finding ${code}`, change: { offset: text.length, end: text.length, text: `${before}${line}` } };
}

/** Sources that are offered for one sentence. */
const MOST_SOURCES = 5;

/** `cite` for the sentence, position or rule of a negotiation at an offset of a file that has no source, by the sources that are cited most beside it. */
export function citationsAt({ instruments, positions, negotiations, sources }: Case, file: string, offset: number): readonly Fix[] {
  const all: readonly (readonly Said[])[] = [...[...instruments.values()].map(({ norms }) => norms), positions, ...[...negotiations.values()].map(({ rules }) => rules)];
  for (const said of all) {
    const bare = said.find(({ place, provenance }) => provenance.cites.length === 0 && place.file === file && place.offset <= offset && offset <= place.end);
    if (bare === undefined) continue;
    const cited = new Map<string, number>();
    for (const { source } of said.flatMap(({ provenance }) => provenance.cites)) cited.set(source, (cited.get(source) ?? 0) + 1);
    const offered = [...sources.keys()].sort((a, b) => (cited.get(b) ?? 0) - (cited.get(a) ?? 0)).slice(0, MOST_SOURCES);
    const { end } = bare.place;
    return offered.map((source) => ({ title: `Cite \`${source}\` here`, change: { offset: end, end, text: ` cite ${source}` } }));
  }
  return [];
}
