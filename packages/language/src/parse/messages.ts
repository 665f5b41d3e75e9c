import { listOf } from '../bridge/context.js';
import { nearest } from '../nearest.js';
import type { Automaton } from './automaton.js';
import type { Token } from './diagnose.js';
import type { Expected } from './expected.js';
import { phraseAt } from './phrases.js';

/** A message about the form of a text, with offsets instead of places. */
export interface Message {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly help: string | undefined;
  readonly causes: readonly { readonly message: string; readonly from: number; readonly to: number }[];
}

/** What is known where a text stops making sense. */
export interface Situation {
  readonly automaton: Automaton;
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly expected: Expected;
  /** Keywords that fitted where the token before stands. */
  readonly earlier: readonly string[];
  /** Rules begun, and the tokens where they began. */
  readonly begun: readonly { readonly rule: string; readonly token: number }[];
  readonly openBraces: number;
  readonly firstOnLine: (token: number) => boolean;
}

/** A token that cannot stand where it stands. */
export function unexpected(situation: Situation): Message {
  const { tokens, at, expected } = situation;
  const token = tokens[at]!;
  const late = lateEvent(situation);
  if (late !== undefined) return messageAt(late, '`upon` stands before the sentence that it governs, with `,` or `then` between them', 'put `upon …, ` before the sentence, or use `when` after it');
  const word = token.image;
  if (word === '}' && situation.openBraces === 0) return messageAt(token, 'this `}` closes nothing', 'remove it, or look for a `{` that is missing');
  const keyword = token.tokenType.name === word && /^\p{L}/u.test(word);
  if (expected.onlyName && keyword) return messageAt(token, `\`${word}\` is a word of the language and cannot be a name`, 'choose another name; the words themselves may stand in the title in quotation marks');
  const words = expected.keywords.filter((each) => each !== word && /^\p{L}{2,}/u.test(each) && (!keyword || each[0] === word[0]));
  const near = /^\p{L}/u.test(word) ? nearest(word, words) : undefined;
  const stop = word === '.' || tokens[at - 1]?.image === '.' ? 'sentences have no full stop; remove it' : undefined;
  const help = stop ?? phraseAt(tokens, at) ?? (near !== undefined ? `did you mean \`${near}\`?` : hintFor(situation));
  return messageAt(token, `expected ${phrasesOf(expected)}, found ${foundOf(token)}`, help);
}

/** An `upon` behind a sentence on the same line, instead of before one. */
function lateEvent({ tokens, begun, at, firstOnLine }: Situation): Token | undefined {
  for (const { rule, token } of begun) {
    if (rule !== 'Upon' || token >= at || firstOnLine(token)) continue;
    const before = tokens[token - 1]?.image;
    if (before !== undefined && !['{', '}', '[', ':', '|', ',', 'then', 'otherwise', 'which'].includes(before)) return tokens[token];
  }
  return undefined;
}

/** The text ends in the middle of something, or a declaration begins there. */
export function unexpectedEnd(tokens: readonly Token[], at: number, expected: Expected): Message {
  const last = tokens[at - 1]!;
  const next = tokens[at];
  const found = next === undefined ? 'the end of the text' : `\`${next.image}\`, which begins another declaration`;
  return messageAt(last, `expected ${phrasesOf(expected)} after \`${last.image}\`, found ${found}`, undefined);
}

/** A brace that nothing closes. */
export function unclosedBrace(opener: Token): Message {
  return messageAt(opener, 'this `{` is never closed', 'add `}` where the block ends');
}

/** Blocks that should have been closed before a token. */
export function missingBrace(tokens: readonly Token[], before: number, count: number, openers: readonly Token[]): Message {
  const token = tokens[before]!;
  return {
    ...messageAt(token, `\`${token.image}\` cannot stand inside this block: ${count === 1 ? 'a `}` is' : `${count} \`}\` are`} missing before it`, `add ${count === 1 ? '`}`' : '`}` as often'} before this line`),
    causes: openers.slice(-count).map((opener) => ({ message: 'this `{` is not closed', from: opener.startOffset, to: (opener.endOffset ?? opener.startOffset) + 1 })),
  };
}

function messageAt(token: Token, message: string, help: string | undefined): Message {
  return { from: token.startOffset, to: (token.endOffset ?? token.startOffset) + 1, message, help, causes: [] };
}

/** More would not be read. */
const MOST_PHRASES = 5;

function phrasesOf({ phrases }: Expected): string {
  if (phrases.length === 0) return 'something else';
  return phrases.length <= MOST_PHRASES ? listOf(phrases, 'or') : `${phrases.slice(0, MOST_PHRASES).join(', ')} or the like`;
}

function foundOf(token: Token): string {
  switch (token.tokenType.name) {
    case 'STRING':
      return 'a text in quotation marks';
    case 'DATE':
      return `the date ${token.image}`;
    case 'INT':
    case 'DECIMAL':
      return `the number ${token.image}`;
    default:
      return `\`${token.image}\``;
  }
}

/** What talks are said to with other words, between two of their points. */
const NEEDING = new Set(['requires', 'require', 'presupposes', 'implies', 'depends', 'follows', 'entails']);
const EXCLUDING = new Set(['precludes', 'prevents', 'forbids', 'contradicts', 'conflicts', 'rules', 'replaces']);
const MODALS = new Set(['shall', 'may', 'pledges', 'pledge']);

function hintFor({ tokens, at, expected, earlier, begun, firstOnLine }: Situation): string | undefined {
  const word = tokens[at]!.image;
  const before = tokens[at - 1];
  if (word === 'not' && before?.image === 'may') return 'a ban is `shall not`';
  if ((word === 'must' || word === 'will') && expected.keywords.includes('shall')) return 'a duty is `shall`';
  if ((word === 'can' || word === 'cannot') && expected.keywords.includes('shall')) return 'a right is `may`, a ban `shall not`';
  if (begun.some(({ rule }) => rule === 'NegotiationItem')) {
    if (NEEDING.has(word)) return 'write `A needs B`: no text has A without B';
    if (EXCLUDING.has(word)) return 'write `A excludes B`: no text has both';
  }
  if (MODALS.has(word)) {
    const part = Math.max(-1, ...begun.filter(({ rule }) => rule === 'Clause').map(({ token }) => token));
    const line = tokens[part]?.startLine;
    if (line !== undefined && line < (tokens[at]!.startLine ?? 0)) return `is the sentence on line ${line} complete?`;
  }
  const meant = before?.tokenType.name === 'ID' && before.image.length > 3 ? nearest(before.image, earlier.filter((each) => /^\p{L}{4,}/u.test(each))) : undefined;
  if (meant !== undefined) return `did you mean \`${meant}\` instead of \`${before!.image}\`?`;
  const names = before?.tokenType.name === 'ID' && tokens[at]!.tokenType.name === 'ID';
  return names && !firstOnLine(at) && expected.keywords.includes(',') ? `is a \`,\` missing before \`${word}\`?` : undefined;
}
