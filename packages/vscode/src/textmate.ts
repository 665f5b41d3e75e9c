/** The TextMate grammar, made from the keywords of the language's own grammar: colours before the server answers, and where there is none. */
import { declaringWords, keywords, SOFT_KEYWORDS } from '@casus/language';

/** A rule of a TextMate grammar. */
export interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
}

export interface TextMateGrammar {
  readonly $comment: string;
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
}

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*`;

/** Words that get a colour of their own; every other word of the language is `keyword.other`. */
const CLASSES: readonly (readonly [scope: string, words: readonly string[]])[] = [
  ['keyword.control.modal', ['shall', 'may', 'pledges', 'pledge', 'not', 'only', 'jointly']],
  ['keyword.control.conditional', ['if', 'upon', 'once', 'when', 'unless', 'except', 'provided', 'then', 'otherwise', 'failing', 'which', 'until', 'after', 'before']],
  ['keyword.operator.word', ['and', 'or']],
  ['keyword.control.import', ['case', 'import']],
  ['keyword.other.provenance', ['cite', 'stated', 'reported', 'inferred']],
  ['constant.language.strength', ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden']],
  ['keyword.other.unit', ['hour', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years']],
];

/** Alternatives of a regular expression, the longest first. */
const oneOf = (words: Iterable<string>): string => `(?:${[...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`;

/** One of some words, alone: no part of a name, of a word with a hyphen or of a dotted name. */
const word = (words: Iterable<string>): string => String.raw`(?<![\p{L}\p{M}\p{N}_.-])${oneOf(words)}(?![\p{L}\p{M}\p{N}_]|[.-][\p{L}\p{N}_])`;

/** The whole grammar; the same at every call. */
export function textMateGrammar(): TextMateGrammar {
  const all = keywords();
  const hard = all.filter((each) => !SOFT_KEYWORDS.has(each));
  const declaring = declaringWords();
  const named = declaring.filter((each) => each !== 'article');
  const special = new Set([...declaring, ...CLASSES.flatMap(([, words]) => words)]);
  const classes = CLASSES.map(([scope, words]): Pattern => ({ name: `${scope}.casus`, match: word(words.filter((each) => all.includes(each))) }));
  return {
    $comment: 'Made from the grammar of the language by `npm run grammar -w vscode`; do not edit.',
    name: 'Casus',
    scopeName: 'source.casus',
    fileTypes: ['casus'],
    patterns: [
      { name: 'comment.line.double-slash.casus', match: '//.*$' },
      { name: 'comment.block.casus', begin: String.raw`/\*`, end: String.raw`\*/` },
      { name: 'string.quoted.double.casus', begin: '"', end: '"|$', patterns: [{ name: 'constant.character.escape.casus', match: String.raw`\\.` }] },
      { name: 'string.quoted.other.casus', begin: '“', end: '”|$' },
      { name: 'constant.numeric.date.casus', match: String.raw`(?<![\p{L}\p{N}_-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\p{L}\p{N}_])` },
      { match: String.raw`(?<![\p{L}\p{M}\p{N}_.-])(article)[ \t]+([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*(?:\([\p{L}\p{N}_-]+\))*)`, captures: { 1: { name: 'storage.type.article.casus' }, 2: { name: 'entity.name.section.casus' } } },
      {
        match: String.raw`(?<![\p{L}\p{M}\p{N}_.-])(${oneOf(named)})[ \t]+(?!${oneOf(hard)}(?![\p{L}\p{M}\p{N}_]|-[\p{L}\p{N}_]))(${NAME})`,
        captures: { 1: { name: 'storage.type.casus' }, 2: { name: 'entity.name.type.casus' } },
      },
      { name: 'constant.numeric.casus', match: String.raw`(?<![\p{L}\p{N}_.-])[0-9][0-9_]*(?:\.[0-9]+)?%?` },
      ...classes,
      { name: 'storage.type.casus', match: word(declaring) },
      { name: 'keyword.other.casus', match: word(all.filter((each) => !special.has(each))) },
      { name: 'keyword.operator.casus', match: String.raw`[|=]` },
      { name: 'punctuation.separator.casus', match: '[,:]' },
      { name: 'variable.other.casus', match: String.raw`${NAME}(?:\.(?:${NAME}|[0-9]+))*` },
    ],
  };
}

/** The grammar as the text of its file. */
export function grammarText(): string {
  return `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`;
}
