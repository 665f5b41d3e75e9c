import type { CstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Token } from '../parse/diagnose.js';
import { isWithinLimits } from '../parse/limits.js';
import { readTokens } from '../parse/parse.js';
import { tools, type Tools } from '../parse/tools.js';
import { innerOf, leavesOf, reachOf, withReplaced, type Inner, type Part } from './inner.js';
import { relex } from './relex.js';

/** A declaration at the top of a file, with the tokens it was read from. */
interface Item {
  readonly node: ast.Item;
  /** Its tokens in the tree, in their order. */
  readonly leaves: readonly CstNode[];
  /** The furthest token that was looked at until it was read, counted from its first one. */
  readonly reach: number;
  /** What it is made of, if parts of it can be read again by themselves. */
  readonly inner: Inner | undefined;
}

/** The syntax of one file that fits the grammar, declaration by declaration. Its trees and tokens are moved when the text around them changes: nobody else may keep them. */
export class Syntax {
  private constructor(private readonly text: string, private readonly tokens: readonly Token[], private readonly items: readonly Item[]) {}

  /** The syntax of a text that was just read as a whole; nothing if its tokens cannot be told apart by declaration. */
  static of(text: string, root: ast.File, tokens: readonly Token[]): Syntax | undefined {
    const items = itemsOf(root, tokens.length, tools().lookahead.reach);
    return items === undefined ? undefined : new Syntax(text, tokens, items);
  }

  get root(): ast.File {
    const root: ast.File = { $type: 'File', items: this.items.map(({ node }) => node) };
    for (const node of root.items) (node as { $container: ast.File }).$container = root;
    return root;
  }

  /**
   * The syntax of a changed text: what reading it from the beginning would give, with only those declarations, and articles of an instrument, read that differ
   * or stand where something that was looked at differs; this one is then used up. Nothing if the text does not fit the grammar; then this one is as it was.
   *
   * Exact because reading goes from left to right and remembers nothing from one declaration to the next, nor from one article to the next: what was read is read
   * again as before if all tokens up to the furthest that was looked at are as before; and from a border on, if all tokens to the end are as before.
   */
  changed(text: string): Syntax | undefined {
    if (!isWithinLimits(text)) return undefined;
    const using = tools();
    const relexed = relex(using.lexer, this.text, this.tokens, text);
    const { tokens, errors } = relexed === undefined ? using.lexer.tokenize(text) : { ...relexed, errors: [] };
    if (errors.length > 0) return undefined;
    relexed?.move();
    const items = this.itemsAfter(using, text, tokens);
    if (items === undefined) {
      relexed?.moveBack();
      return undefined;
    }
    place(items, tokens, text);
    return new Syntax(text, tokens, items);
  }

  private itemsAfter(using: Tools, text: string, tokens: readonly Token[]): readonly Item[] | undefined {
    const old = this.tokens;
    const shorter = Math.min(old.length, tokens.length);
    let same = 0;
    while (same < shorter && alike(old[same]!, tokens[same]!)) same++;
    let sameEnd = 0;
    while (sameEnd < shorter - same && alike(old[old.length - 1 - sameEnd]!, tokens[tokens.length - 1 - sameEnd]!)) sameEnd++;
    // The end of the text is looked at like a token.
    if (same === old.length && same === tokens.length) return this.items;
    let kept = 0;
    let from = 0;
    for (; kept < this.items.length; kept++) {
      const item = this.items[kept]!;
      if (from + item.reach >= same) break;
      from += item.leaves.length;
    }
    let after = this.items.length;
    let tail = 0;
    while (after > kept && tail + this.items[after - 1]!.leaves.length <= sameEnd) tail += this.items[--after]!.leaves.length;
    const border = tokens.length - tail;
    // A few declarations behind the border are read as well, so that what is looked at behind it is what stands there.
    let end = border;
    for (let i = after; i < this.items.length && end < border + BEHIND; i++) end += this.items[i]!.leaves.length;
    const around = (between: readonly Item[]): Item[] => [...this.items.slice(0, kept), ...between, ...this.items.slice(after)];
    if (after === kept + 1) {
      const item = this.items[kept]!;
      const inside = readInside(using, text, tokens, item, { from, border, end, same, sameEnd });
      if (inside !== undefined) return around([inside]);
    }
    const between = end < tokens.length ? readBetween(using, text, tokens, from, border, end) : undefined;
    if (between !== undefined) return around(between);
    const rest = readBetween(using, text, tokens, from, tokens.length, tokens.length);
    return rest === undefined ? undefined : [...this.items.slice(0, kept), ...rest];
  }
}

/** Where something changed: the tokens of the one declaration around it, the end of those that stand behind it to be looked at, and how many are as before at the beginning and at the end of the text. */
interface Change {
  readonly from: number;
  readonly border: number;
  readonly end: number;
  readonly same: number;
  readonly sameEnd: number;
}

/**
 * An instrument of which only the articles and lines that changed are read again, as if the others were left out; nothing if more than these would have to be
 * read. The instrument's tree is then another.
 */
function readInside(using: Tools, text: string, tokens: readonly Token[], item: Item, { from, border, end: behind, same, sameEnd }: Change): Item | undefined {
  const { inner, leaves } = item;
  if (inner === undefined || from + Math.max(inner.head, inner.headReach) >= same) return undefined;
  const { parts, head, tail } = inner;
  let kept = 0;
  let at = from + head;
  for (; kept < parts.length && at + parts[kept]!.reach < same; kept++) at += parts[kept]!.leaves;
  let after = parts.length;
  let rest = tokens.length - border + tail;
  if (rest > sameEnd) return undefined;
  while (after > kept && rest + parts[after - 1]!.leaves <= sameEnd) rest += parts[--after]!.leaves;
  const last = tokens.length - rest;
  let end = last;
  let next = after;
  while (next < parts.length && end < last + BEHIND) end += parts[next++]!.leaves;
  const closed = next < parts.length;
  if (!closed) end = behind;
  const sequence = [...tokens.slice(from, from + head), ...tokens.slice(at, end), ...(closed ? tokens.slice(border - tail, border) : [])];
  const [made] = read(using, text, sequence) ?? [];
  if (made?.inner?.head !== head) return undefined;
  const between: Part[] = [];
  let reached = at;
  for (const part of made.inner.parts) {
    if (reached >= last) break;
    if (end < tokens.length && reached + part.reach >= end) return undefined;
    between.push(part);
    reached += part.leaves;
  }
  if (reached !== last) return undefined;
  const replaced = withReplaced(item.node as ast.InstrumentDecl, inner, kept, after, between);
  if (replaced === undefined) return undefined;
  return { node: item.node, inner: replaced, leaves: [...leaves.slice(0, at - from), ...between.flatMap(({ node }) => leavesOf(node.$cstNode)), ...leaves.slice(leaves.length - (border - last))], reach: reachOf(replaced) };
}

/** So many tokens at least are read behind what changed, as whole declarations: more than are looked at to see where one ends. */
const BEHIND = 40;

/** The declarations from one token to a border; nothing if there is none, or if the end of what was read had to be looked at before it. */
function readBetween(using: Tools, text: string, tokens: readonly Token[], from: number, border: number, end: number): Item[] | undefined {
  const between: Item[] = [];
  let at = from;
  for (const item of read(using, text, tokens.slice(from, end)) ?? []) {
    if (at >= border) break;
    if (end < tokens.length && at + item.reach >= end) return undefined;
    between.push(item);
    at += item.leaves.length;
  }
  return at === border ? between : undefined;
}

/** The declarations that tokens make; nothing if they do not fit the grammar. */
function read(using: Tools, text: string, tokens: readonly Token[]): readonly Item[] | undefined {
  try {
    const { root, errors } = readTokens(using, text, tokens);
    return errors.length > 0 ? undefined : itemsOf(root, tokens.length, using.lookahead.reach);
  } catch (error) {
    // Nested too deeply: reading the whole text tells so.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** The declarations of a tree with their tokens; nothing if these are not all that were read. `reach`: see the lookahead. */
function itemsOf(root: ast.File, count: number, reach: ReadonlyMap<number, number>): Item[] | undefined {
  const items: Item[] = [];
  let from = 0;
  for (const node of root.items) {
    const leaves = leavesOf(node.$cstNode);
    const to = from + leaves.length;
    // The token behind it was looked at to see that it ends.
    let furthest = to;
    for (let at = from; at <= to; at++) furthest = Math.max(furthest, reach.get(at) ?? 0);
    items.push({ node, leaves, reach: furthest - from, inner: node.$type === 'InstrumentDecl' ? innerOf(node, leaves, from, reach) : undefined });
    from = to;
  }
  return from === count ? items : undefined;
}

function alike(a: Token, b: Token): boolean {
  return a === b || (a.tokenTypeIdx === b.tokenTypeIdx && a.image === b.image);
}

/** The parts of a token in the tree that say where it stands. */
interface Movable {
  _offset: number;
  readonly range: { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } };
}

/** Gives every token in the trees its place in the text. Larger parts of a tree have theirs from their first and last token. */
function place(items: readonly Item[], tokens: readonly Token[], text: string): void {
  let i = 0;
  for (const { node, leaves } of items) {
    const root = node.$cstNode?.root;
    if (root !== undefined) (root as unknown as { _text: string })._text = text;
    for (const leaf of leaves) {
      const { startOffset, startLine, startColumn, endLine, endColumn } = tokens[i++]!;
      const movable = leaf as unknown as Movable;
      if (movable._offset === startOffset && movable.range.start.line === startLine! - 1 && movable.range.start.character === startColumn! - 1) continue;
      movable._offset = startOffset;
      movable.range.start.line = startLine! - 1;
      movable.range.start.character = startColumn! - 1;
      movable.range.end.line = endLine! - 1;
      movable.range.end.character = endColumn!;
    }
  }
}
