import type { Kind } from '../bridge/names.js';
import { reading } from '../parse/parse.js';
import { PARTS, shapeOf, type Token } from '../parse/diagnose.js';
import type { Point, Recogniser } from '../parse/recogniser.js';
import { kindsOf } from './kinds.js';

/** What may stand next at a place of a text. */
export interface Next {
  /** Words and signs of the language, each with the rules of the grammar that it would belong to. */
  readonly keywords: ReadonlyMap<string, ReadonlySet<string>>;
  /** Kinds of declared names; empty if none fits. */
  readonly kinds: readonly Kind[];
  /** Rules of the grammar that may begin here, such as `Clause` or `FindingCode`. */
  readonly rules: ReadonlySet<string>;
  /** Words before this place in the same sentence or declaration, the nearest last. */
  readonly before: readonly string[];
  /** The word that is being written here: it is replaced by what is chosen. */
  readonly prefix: { readonly text: string; readonly offset: number };
}

const WORD = /[\p{L}\p{M}\p{N}_.-]*$/u;

/** What may stand at an offset of a text; nothing inside comments and texts in quotation marks. Mistakes before the place are passed over where that is possible. */
export function nextAt(text: string, offset: number): Next | undefined {
  const { tokens, comments, recogniser } = reading(text);
  const inside = (token: Token): boolean => token.startOffset < offset && offset <= (token.endOffset ?? token.startOffset);
  if (comments.some((token) => inside(token) || (token.tokenType.name === 'SL_COMMENT' && (token.endOffset ?? 0) + 1 === offset))) return undefined;
  if (tokens.some((token) => token.tokenType.name === 'STRING' && inside(token))) return undefined;
  const written = WORD.exec(text.slice(Math.max(0, offset - 200), offset))![0];
  const start = offset - written.length;
  const before = tokens.filter((token) => (token.endOffset ?? token.startOffset) < start);
  const point = pointAfter(before, recogniser, start);
  if (point === undefined) return undefined;
  return { ...whatFits(point, recogniser), before: before.slice(-MOST_BEFORE).map((token) => token.image), prefix: { text: written, offset: start } };
}

const MOST_BEFORE = 40;

/** The point of the grammar after some tokens, read from the beginning of the declaration that the last of them stands in. */
function pointAfter(all: readonly Token[], recogniser: Recogniser, offset: number): Point | undefined {
  const { names } = recogniser.automaton;
  const parts = new Set(PARTS.map((part) => names.indexOf(part)));
  const items = new Set([names.indexOf('Item')]);
  const top = recogniser.start('File');
  const begins = (token: Token): boolean => token.startColumn === 1 && recogniser.step(top, shapeOf(token)) !== undefined && recogniser.mayBegin(top, items);
  let first = all.length - 1;
  while (first > 0 && !begins(all[first]!)) first--;
  const tokens = all.slice(Math.max(0, first));
  const line = (i: number): boolean => i === 0 || (tokens[i - 1]!.endLine ?? 0) < (tokens[i]!.startLine ?? 0);
  const starts: { readonly point: Point; readonly depth: number }[] = [];
  let depth = 0;
  let point = top;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (line(i) && recogniser.mayBegin(point, parts)) starts.push({ point, depth });
    const next = recogniser.step(point, shapeOf(token));
    if (next !== undefined) {
      point = next;
      depth += token.image === '{' ? 1 : token.image === '}' ? -1 : 0;
      continue;
    }
    // The part that holds the mistake is left out: on with the first line that fits where a part may begin.
    const found = resumed(tokens, i, depth, starts, recogniser, line);
    if (found === undefined) return endsOnNewLine(tokens, offset) ? starts.at(-1)?.point : undefined;
    ({ point, depth } = found);
    i = found.at - 1;
  }
  return point;
}

function resumed(tokens: readonly Token[], from: number, depthThere: number, starts: readonly { readonly point: Point; readonly depth: number }[], recogniser: Recogniser, line: (i: number) => boolean): { readonly point: Point; readonly depth: number; readonly at: number } | undefined {
  let depth = depthThere;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (i > from && (line(i) || token.image === '}')) {
      const start = starts.findLast((each) => each.depth === depth && recogniser.step(each.point, shapeOf(token)) !== undefined);
      if (start !== undefined) return { ...start, at: i };
    }
    depth += token.image === '{' ? 1 : token.image === '}' ? -1 : 0;
  }
  return undefined;
}

/** Whether the place stands on a later line than the last token. */
function endsOnNewLine(tokens: readonly Token[], offset: number): boolean {
  const last = tokens.at(-1);
  return last === undefined || (last.endOffset ?? 0) + 1 < offset;
}

function whatFits(point: Point, { automaton }: Recogniser): Pick<Next, 'keywords' | 'kinds' | 'rules'> {
  const keywords = new Map<string, Set<string>>();
  const kinds = new Set<Kind>();
  const rules = new Set<string>();
  for (const { state } of point.items) {
    for (const edge of automaton.edges[state]!) {
      if (edge.kind === 'token') {
        if (!edge.keyword) rules.add(edge.type);
        else keywords.set(edge.type, (keywords.get(edge.type) ?? new Set()).add(automaton.names[automaton.ruleOf[state]!]!));
      } else {
        rules.add(automaton.names[edge.rule]!);
        if (edge.refersTo !== undefined) for (const kind of kindsOf(edge.refersTo)) kinds.add(kind);
      }
    }
  }
  return { keywords, kinds: [...kinds], rules };
}
