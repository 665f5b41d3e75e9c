import { isCompositeCstNode, type CompositeCstNode, type CstNode } from 'langium';
import type * as ast from '../generated/ast.js';

/** An article or line of an instrument, read from so many tokens. */
export interface Part {
  readonly node: ast.InstrumentItem;
  readonly leaves: number;
  /** The furthest token that was looked at until it was read, counted from its first one. */
  readonly reach: number;
}

/** An instrument by the tokens that it was read from: up to its opening brace, its articles and lines, and from its closing brace on. */
export interface Inner {
  readonly head: number;
  readonly tail: number;
  readonly parts: readonly Part[];
  /** The furthest tokens that were looked at until head and tail were read, each counted from its first one. */
  readonly headReach: number;
  readonly tailReach: number;
}

/** The parts of an instrument, read from these leaves of the tree, of which the first is the token of this number; nothing if it has none. `reach`: see the lookahead. */
export function innerOf(node: ast.InstrumentDecl, leaves: readonly CstNode[], from: number, reach: ReadonlyMap<number, number>): Inner | undefined {
  const furthest = (first: number, count: number): number => {
    let most = first + count;
    for (let at = first; at <= first + count; at++) most = Math.max(most, reach.get(at) ?? 0);
    return most - first;
  };
  const [opening] = leavesOf(node.items[0]?.$cstNode);
  const head = opening === undefined ? -1 : leaves.indexOf(opening);
  if (head < 0) return undefined;
  let at = head;
  const parts = node.items.map((item): Part => {
    const count = leavesOf(item.$cstNode).length;
    const part = { node: item, leaves: count, reach: furthest(from + at, count) };
    at += count;
    return part;
  });
  const tail = leaves.length - at;
  return { head, tail, parts, headReach: furthest(from, head), tailReach: furthest(from + at, tail) };
}

/** The furthest token that was looked at until an instrument was read, counted from its first one. */
export function reachOf({ head, headReach, parts, tailReach }: Inner): number {
  let reach = headReach;
  let at = head;
  for (const part of parts) {
    reach = Math.max(reach, at + part.reach);
    at += part.leaves;
  }
  return Math.max(reach, at + tailReach);
}

/** Puts other parts into the tree of an instrument, in the place of those from one number to before another; nothing if the tree is not as it should be. */
export function withReplaced(instrument: ast.InstrumentDecl, inner: Inner, from: number, to: number, by: readonly Part[]): Inner | undefined {
  const { parts } = inner;
  const nodes = parts.map(({ node }) => node.$cstNode);
  const around = nodes[0]?.container;
  if (around === undefined || nodes.some((node) => node?.container !== around)) return undefined;
  const first = around.content.indexOf(nodes[0]!);
  if (nodes.some((node, i) => around.content[first + i] !== node)) return undefined;
  const made = by.flatMap(({ node }) => node.$cstNode ?? []);
  for (const node of made) setRoot(node, around.root);
  around.content.splice(first + from, to - from, ...made);
  instrument.items.splice(from, to - from, ...by.map(({ node }) => node));
  instrument.items.forEach((item, i) => Object.assign(item, { $container: instrument, $containerIndex: i }));
  return { ...inner, parts: [...parts.slice(0, from), ...by, ...parts.slice(to)] };
}

function setRoot(node: CstNode, root: CompositeCstNode['root']): void {
  (node as { root: CstNode['root'] }).root = root;
  if (isCompositeCstNode(node)) for (let i = 0; i < node.content.length; i++) setRoot(node.content[i]!, root);
}

/** The tokens of a tree in their order. */
export function leavesOf(cst: CstNode | undefined): CstNode[] {
  const leaves: CstNode[] = [];
  const visit = (node: CstNode): void => {
    if (isCompositeCstNode(node)) for (let i = 0; i < node.content.length; i++) visit(node.content[i]!);
    else if (!node.hidden) leaves.push(node);
  };
  if (cst !== undefined) visit(cst);
  return leaves;
}
