/** What one text says otherwise than another, article by article and clause by clause. */
import type { ArticleChange, ArticleView, ComparedChange, Comparison, InstrumentChange, InstrumentPartChange, PartChange, SentenceChange } from '@casus/analysis';
import { labelOf } from '../names.js';
import type { Block, Item, Section } from '../page.js';
import { capital, counted } from '../words.js';
import type { SideNames } from './page.js';

/** The text of one side against that of the first. */
export function textSection({ sides }: Comparison, { side, text }: ComparedChange, names: SideNames): Section {
  const [before, after] = [sides[0]!, sides[side]!];
  const blocks = text.instruments.flatMap((change): Block[] => {
    const name = instrumentWords(change, (id) => labelOf(before.case, id), (id) => labelOf(after.case, id));
    const items = [...change.parts.map((part) => ({ text: instrumentPartWords(part) })), ...articleItems(change)];
    const same = change.same > 0 ? `; ${counted(change.same, 'article')} ${change.same === 1 ? 'says' : 'say'} the same` : '';
    if (items.length === 0) return [{ kind: 'text', text: `${name}: nothing is said otherwise${same}.` }];
    return [{ kind: 'text', text: `${name}${same}:` }, { kind: 'list', items }];
  });
  return { title: `What ${names[side]!} says otherwise than ${names[0]!}`, blocks };
}

function instrumentWords({ before, after }: InstrumentChange, first: (id: string) => string, second: (id: string) => string): string {
  if (before === undefined) return `${second(after!)} stands only here`;
  if (after === undefined) return `${first(before)} does not stand here`;
  return first(before) === second(after) ? first(before) : `${first(before)} against ${second(after)}`;
}

/** Of an instrument that stands on one side only, its articles by name; otherwise each change with its sentences. */
function articleItems({ before, after, articles }: InstrumentChange): readonly Item[] {
  if (before === undefined || after === undefined) return articles.map((change) => ({ text: articleName(change.after ?? change.before!) }));
  return articles.map((change) => ({ text: articleWords(change), inside: change.sentences.map(sentenceItem) }));
}

function articleWords({ kind, before, after, by, likeness = 0 }: ArticleChange): string {
  if (kind === 'added') return `${articleName(after!)} is new`;
  if (kind === 'removed') return `${articleName(before!)} is gone`;
  const moved = before!.number === after!.number && before!.title === after!.title ? articleName(before!) : `${articleName(before!)} is now ${articleName(after!)}`;
  const how = by === 'likeness' ? ` (taken for the same by its words, ${Math.round(100 * likeness)}% alike)` : '';
  return `${moved}${how}${kind === 'renumbered' ? ', in the same words' : ''}`;
}

const articleName = ({ number, title }: ArticleView): string => `${number === '' ? 'Outside the articles' : `Article ${number}`}${title === '' ? '' : ` “${title}”`}`;

function sentenceItem({ kind, before, after, parts }: SentenceChange): Item {
  if (kind === 'added') return { text: `new: “${after!.text}”` };
  if (kind === 'removed') return { text: `gone: “${before!.text}”` };
  return { text: `changed: “${before!.text}”`, inside: parts.map((part) => ({ text: partWords(part) })) };
}

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
export const partWords = ({ part, before, after }: PartChange): string => `${PARTS[part]}: ${wasWords(before, after)}`;

const instrumentPartWords = ({ part, name, before, after }: InstrumentPartChange): string => `${capital(part)}${name === undefined ? '' : ` ${name}`}: ${wasWords(before, after)}`;

function wasWords(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `new: “${after!}”`;
  return after === undefined ? `“${before}” is gone` : `“${before}” → “${after}”`;
}
