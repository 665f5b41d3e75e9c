/** What one text says otherwise than another, article by article and clause by clause. */
import type { ArticleChange, ArticleView, ComparedChange, Comparison, InstrumentChange, InstrumentPartChange, PartChange, SentenceChange, SentenceView } from '@casus/analysis';
import { labelOf } from '../names.js';
import { together, type Block, type Item, type Section } from '../page.js';
import { capital, counted, listed } from '../words.js';
import type { SideNames } from './page.js';

/** How the two sides are called where a text speaks of them. `versions`: of one instrument, so that what differs was changed. */
interface Between {
  readonly before: string;
  readonly after: string;
  readonly versions: boolean;
}

/** The text of one side against that of the first. */
export function textSection({ sides }: Comparison, { side, text }: ComparedChange, names: SideNames): Section {
  const [before, after] = [sides[0]!, sides[side]!];
  const blocks = text.instruments.flatMap((change): Block[] => {
    const between: Between = { before: names[0]!, after: names[side]!, versions: change.related };
    const name = instrumentWords(change, between, (id) => labelOf(before.case, id), (id) => labelOf(after.case, id));
    const items = [...change.parts.map((part) => ({ text: instrumentPartWords(part, between) })), ...articleItems(change, between)];
    const same = change.same > 0 ? `; ${counted(change.same, 'article')} ${change.same === 1 ? 'says' : 'say'} the same` : '';
    if (items.length === 0) return [{ kind: 'text', text: `${name}: nothing is said otherwise${same}.` }];
    return [{ kind: 'text', text: `${name}${same}:` }, { kind: 'list', items }];
  });
  return { title: `What ${names[side]!} says otherwise than ${names[0]!}`, blocks };
}

function instrumentWords({ before, after }: InstrumentChange, between: Between, first: (id: string) => string, second: (id: string) => string): string {
  if (before === undefined) return `${second(after!)}, only in ${between.after}`;
  if (after === undefined) return `${first(before)}, only in ${between.before}`;
  return first(before) === second(after) ? first(before) : `${first(before)} against ${second(after)}`;
}

/** Of an instrument that stands on one side only, its articles by name; otherwise each change with its sentences. */
function articleItems({ before, after, articles }: InstrumentChange, between: Between): readonly Item[] {
  if (before === undefined || after === undefined) return articles.map((change) => ({ text: articleName(change.after ?? change.before!) }));
  return articles.map((change) => ({ text: articleWords(change, between), inside: sentenceItems(change.sentences, between) }));
}

function articleWords({ kind, before, after, by, likeness = 0 }: ArticleChange, { versions, ...names }: Between): string {
  if (kind === 'added') return `${articleName(after!)} ${versions ? 'is new' : `is only in ${names.after}`}`;
  if (kind === 'removed') return `${articleName(before!)} ${versions ? 'is gone' : `is only in ${names.before}`}`;
  const moved = before!.number === after!.number && before!.title === after!.title ? articleName(before!) : `${articleName(before!)} ${versions ? 'is now' : 'against'} ${articleName(after!)}`;
  const how = by === 'likeness' ? ` (taken for the same by its words, ${Math.round(100 * likeness)}% alike)` : '';
  return `${moved}${how}${kind === 'renumbered' ? ', in the same words' : ''}`;
}

const articleName = ({ number, title }: ArticleView): string => `${number === '' ? 'Outside the articles' : `Article ${number}`}${title === '' ? '' : ` “${title}”`}`;

/** Each sentence once: what may be done only on a condition is a right and a ban, and one sentence. */
function sentenceItems(sentences: readonly SentenceChange[], between: Between): readonly Item[] {
  const seen = new Set<string>();
  return together(sentences.flatMap((change): Item[] => {
    const key = [change.before, change.after].map((view) => (view === undefined ? '' : `${view.place.file}:${view.place.offset}`)).join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    return [sentenceItem(change, between)];
  }));
}

function sentenceItem({ kind, before, after, parts }: SentenceChange, { versions, ...names }: Between): Item {
  if (kind === 'added') return { text: `${versions ? 'new' : `only in ${names.after}`}: ${sentenceWords(after!)}` };
  if (kind === 'removed') return { text: `${versions ? 'gone' : `only in ${names.before}`}: ${sentenceWords(before!)}` };
  return { text: `${versions ? 'changed' : `in ${names.before}`}: “${before!.text}”`, inside: parts.map((part) => ({ text: partWords(part, versions) })) };
}

const sentenceWords = ({ text, around }: SentenceView): string => `“${text}”${around.length === 0 ? '' : `, when ${listed(around)}`}`;

/** What the parts of a sentence are called. */
const PARTS: Record<PartChange['part'], string> = {
  effect: 'what it does',
  bearer: 'who bears it',
  act: 'what act',
  number: 'the number',
  means: 'by what means',
  condition: 'on what condition',
  exception: 'with what exception',
  deadline: 'by when',
  precedence: 'what it gives way to or overrides',
  bracket: 'in which texts',
};

/** One part of a sentence that is said otherwise. */
const partWords = ({ part, before, after }: PartChange, versions: boolean): string => `${PARTS[part]}: ${wasWords(before, after, versions)}`;

const instrumentPartWords = ({ part, name, before, after }: InstrumentPartChange, { versions }: Between): string => `${capital(part)}${name === undefined ? '' : ` ${name}`}: ${wasWords(before, after, versions)}`;

function wasWords(before: string | undefined, after: string | undefined, versions: boolean): string {
  if (before === undefined) return `${versions ? 'new: ' : 'nothing against '}“${after!}”`;
  if (after === undefined) return versions ? `“${before}” is gone` : `“${before}” against nothing`;
  return `“${before}” ${versions ? '→' : 'against'} “${after}”`;
}
