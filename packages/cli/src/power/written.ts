/** A game written on the command line: `[51; 50, 49, 1]`, several of them with `and`, `or` and brackets. */
import { addRational, compareRational, mulRational, parseRational, ZERO, type Body, type Rational, type Rule } from '@casus/games';
import { UsageError } from '../usage-error.js';
import { nearest } from '../nearest.js';

/** A body, and the weights of its members in each vote that was written. */
export interface WrittenGame {
  readonly body: Body;
  /** One entry for each vote. */
  readonly votes: readonly { readonly weights: readonly Rational[]; readonly quota: Rational; readonly strict: boolean }[];
}

/** How a vote is written, for messages. */
const FORM = 'write a vote as [quota; weights], as "[51; 50, 49, 1]" or "[51; A 50, B 49, C 1]"';

/** Most members that a repetition may make: `1x435` is 435 of them. */
const MOST_MEMBERS = 10_000;

interface Entry {
  readonly name?: string;
  readonly weight: Rational;
}

interface Vote {
  readonly quota: string;
  readonly entries: readonly Entry[];
}

type Tree = { readonly vote: number } | { readonly kind: 'and' | 'or'; readonly of: readonly Tree[] };

/**
 * Reads a game. A quota is a number (`51`, `7/2`), a share of all weights (`65%`, `2/3 of all`), or more than that (`>50%`). A weight may be repeated: `7x5` are five
 * members of weight 7. Members without names are called by their numbers, and are the same in all votes; with names they are matched by name.
 * @throws UsageError for what cannot be read or makes no vote.
 */
export function writtenGame(text: string): WrittenGame {
  const votes: Vote[] = [];
  const tree = new Reader(text, votes).whole();
  const members = membersOf(votes);
  const index = new Map(members.map((name, i) => [name, i]));
  const read = votes.map((vote, i) => weighed(vote, members, index, votes.length > 1 ? ` of vote ${i + 1}` : ''));
  return { body: { members, rule: ruleOf(tree, read) }, votes: read };
}

/** The rule of one weighted vote. @throws UsageError where the quota is none. */
export function weightedRule(weights: readonly Rational[], quota: Rational, strict: boolean): Rule {
  return { kind: 'sum', quota, strict, terms: weights.map((yes, voter) => ({ voter, counts: { yes } })) };
}

/** A quota as it is written, of these weights. @throws UsageError where it is no number, zero or less, or more than all. */
export function quotaOf(text: string, weights: readonly Rational[], of = ''): { readonly quota: Rational; readonly strict: boolean } {
  const [, sign = '', number = ''] = /^\s*(>=?|more than|at least)?\s*(.*?)\s*$/su.exec(text) ?? [];
  const strict = sign === '>' || sign === 'more than';
  const [, part = number, whole] = /^(.*?)\s+of\s+(all|total)$/su.exec(number) ?? [];
  const value = parseRational(part);
  const total = weights.reduce(addRational, ZERO);
  if (value === undefined) throw new UsageError(`the quota${of} \`${text.trim()}\` is no number; write 51, 7/2, 65%, "2/3 of all" or ">50%"`);
  const quota = part.trim().endsWith('%') || whole !== undefined ? mulRational(value, total) : value;
  const sum = compareRational(quota, total);
  if (compareRational(quota, ZERO) <= 0 && !(strict && quota.num === 0n)) throw new UsageError(`the quota${of} is ${text.trim()}: nobody would be needed; write one above zero`);
  if (sum > 0 || (strict && sum === 0)) throw new UsageError(`the quota${of} (${text.trim()}) is above the total of all weights (${shown(total)}): nothing could ever pass`);
  return { quota, strict };
}

const shown = ({ num, den }: Rational): string => (den === 1n ? String(num) : `${num}/${den}`);

/** Members by name in the order in which they come, or by number where there are no names. @throws UsageError for a mixture, or numbers that differ. */
function membersOf(votes: readonly Vote[]): readonly string[] {
  const all = votes.flatMap(({ entries }) => entries);
  const named = all.filter(({ name }) => name !== undefined).length;
  if (named > 0 && named < all.length) throw new UsageError('some weights have a name and some have none; give a name to each, or to none');
  if (named > 0) return [...new Set(all.map(({ name }) => name!))];
  const lengths = new Set(votes.map(({ entries }) => entries.length));
  if (lengths.size > 1) throw new UsageError(`the votes have different numbers of members (${[...lengths].join(', ')}); give them names, or a weight of 0 to those who have no vote`);
  return votes[0]!.entries.map((_, i) => String(i + 1));
}

function weighed({ quota, entries }: Vote, members: readonly string[], index: ReadonlyMap<string, number>, of: string): WrittenGame['votes'][number] {
  const weights = members.map(() => ZERO);
  const seen = new Set<string>();
  for (const [i, { name = members[i]!, weight }] of entries.entries()) {
    if (seen.has(name)) throw new UsageError(`\`${name}\` is a member twice${of}; give each member one weight`);
    if (weight.num < 0n) throw new UsageError(`the weight of \`${name}\`${of} is ${shown(weight)}; a weight is never negative`);
    seen.add(name);
    weights[index.get(name)!] = weight;
  }
  return { weights, ...quotaOf(quota, weights, of) };
}

function ruleOf(tree: Tree, votes: WrittenGame['votes']): Rule {
  if ('kind' in tree) return { kind: tree.kind, of: tree.of.map((part) => ruleOf(part, votes)) };
  const { weights, quota, strict } = votes[tree.vote]!;
  return { kind: 'sum', quota, strict, terms: weights.flatMap((yes, voter) => (yes.num === 0n ? [] : [{ voter, counts: { yes } }])) };
}

/** Reads votes joined by `and` and `or`; `and` binds closer. */
class Reader {
  #at = 0;

  constructor(
    readonly text: string,
    readonly votes: Vote[],
  ) {}

  whole(): Tree {
    const tree = this.#joined('or');
    this.#blank();
    if (this.#at < this.text.length) throw this.#wrong();
    return tree;
  }

  #joined(kind: 'and' | 'or'): Tree {
    const of = [kind === 'or' ? this.#joined('and') : this.#one()];
    while (this.#word(kind)) of.push(kind === 'or' ? this.#joined('and') : this.#one());
    return of.length === 1 ? of[0]! : { kind, of };
  }

  #one(): Tree {
    this.#blank();
    if (this.text[this.#at] === '(') {
      this.#at++;
      const inner = this.#joined('or');
      this.#blank();
      if (this.text[this.#at] !== ')') throw this.#wrong('a closing bracket `)` is missing');
      this.#at++;
      return inner;
    }
    if (this.text[this.#at] !== '[') throw this.#wrong();
    const end = this.text.indexOf(']', this.#at);
    if (end < 0) throw this.#wrong('the closing `]` is missing');
    const inside = this.text.slice(this.#at + 1, end);
    this.#at = end + 1;
    this.votes.push(voteOf(inside));
    return { vote: this.votes.length - 1 };
  }

  #blank(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at++;
  }

  #word(word: string): boolean {
    this.#blank();
    const next = this.text.slice(this.#at, this.#at + word.length);
    if (next.toLowerCase() !== word || /[\p{L}\p{N}]/u.test(this.text[this.#at + word.length] ?? '')) return false;
    this.#at += word.length;
    return true;
  }

  #wrong(what = this.#at < this.text.length ? `\`${this.text.slice(this.#at, this.#at + 20)}\` does not belong there` : 'a vote is missing at the end'): UsageError {
    return new UsageError(`the game cannot be read at character ${this.#at + 1}: ${what}; ${FORM}`);
  }
}

function voteOf(inside: string): Vote {
  const parts = inside.split(';');
  if (parts.length !== 2) throw new UsageError(`\`[${inside}]\` has ${parts.length === 1 ? 'no quota' : 'more than one semicolon'}; ${FORM}`);
  const [quota = '', list = ''] = parts;
  const entries = list.trim() === '' ? [] : list.split(',').flatMap((entry, i) => entriesOf(entry, i + 1));
  if (entries.length === 0) throw new UsageError(`\`[${inside}]\` has no members; ${FORM}`);
  if (entries.length > MOST_MEMBERS) throw new UsageError(`a body of ${entries.length} members is too large; at most ${MOST_MEMBERS} can be read`);
  return { quota, entries };
}

const REPEATED = /^(.*?)\s*[x×*]\s*(\d+)$/su;

/** One entry between commas: `50`, `Arcadia 50`, `7x5`. */
function entriesOf(entry: string, position: number): readonly Entry[] {
  const text = entry.trim();
  if (text === '') throw new UsageError(`the weight of member ${position} is missing; ${FORM}`);
  const repeated = REPEATED.exec(text);
  if (repeated !== null) {
    const weight = parseRational(repeated[1]!);
    const count = Number(repeated[2]);
    if (weight !== undefined && count >= 1 && count <= MOST_MEMBERS) return Array.from({ length: count }, () => ({ weight }));
  }
  const bare = parseRational(text);
  if (bare !== undefined) return [{ weight: bare }];
  const [, name = '', number = ''] = /^(.*?\S)(?:\s*[:=]\s*|\s+)([+-]?\d[\d_]*(?:\.\d+|\s*\/\s*\d+)?\s*%?)$/su.exec(text) ?? [];
  const weight = parseRational(number);
  if (weight === undefined || name === '') throw new UsageError(`the weight of member ${position}, \`${text}\`, is no number; ${FORM}`);
  return [{ name: name.replace(/^["'“]|["'”]$/gu, ''), weight }];
}

/** The member of a name that a user typed, capitals or not. @throws UsageError for an unknown one, with the nearest. */
export function memberNamed(given: string, names: readonly string[]): number {
  const exact = names.indexOf(given);
  if (exact >= 0) return exact;
  const fits = names.flatMap((name, i) => (name.toLowerCase() === given.toLowerCase() ? [i] : []));
  if (fits.length === 1) return fits[0]!;
  const near = nearest(given, names);
  throw new UsageError(`there is no member \`${given}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
}
