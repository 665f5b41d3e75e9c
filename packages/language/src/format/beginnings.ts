import { CstUtils, GrammarAST, isCompositeCstNode, type AstNode } from 'langium';
import type { Syntax } from '../parse/parse.js';

/** A part of a block stands on its own line; a mark belongs to the part that it stands behind. */
export type Beginning = 'part' | 'mark';

/**
 * Where the parts of blocks and the marks behind them begin, by offset. Both are what the grammar repeats with nothing between
 * (`items+=Item*`); parts follow what opens a block, marks follow a part. No rule of the grammar is named here, so that new forms need nothing.
 */
export function beginningsOf({ root, tokens }: Syntax): ReadonlyMap<number, Beginning> {
  const found = new Map<number, Beginning>();
  if (root.$cstNode === undefined) return found;
  const before = new Map(tokens.map((token, i) => [token.startOffset, tokens[i - 1]?.image]));
  /** For each list, as its owner and property name it, what its first element is. */
  const lists = new Map<unknown, Map<GrammarAST.AbstractElement, Beginning>>();
  for (const node of CstUtils.streamCst(root.$cstNode)) {
    if (!isCompositeCstNode(node)) continue;
    const list = listOf(node.grammarSource);
    if (list === undefined) continue;
    const owner = node.container;
    let known = lists.get(owner);
    if (known === undefined) lists.set(owner, (known = new Map<GrammarAST.AbstractElement, Beginning>()));
    const beginning = known.get(list) ?? (isOpening(before.get(node.offset)) ? 'part' : 'mark');
    known.set(list, beginning);
    if (found.get(node.offset) !== 'part') found.set(node.offset, beginning);
  }
  return found;
}

function isOpening(image: string | undefined): boolean {
  return image === undefined || image === '{' || image === ':';
}

/** The repeated assignment that a call of a rule stands in; none if the rule is called once, or with something between. */
function listOf(source: GrammarAST.AbstractElement | undefined): GrammarAST.AbstractElement | undefined {
  if (source === undefined || !GrammarAST.isRuleCall(source)) return undefined;
  const assignment: AstNode = source.$container;
  if (!GrammarAST.isAssignment(assignment) || assignment.operator !== '+=') return undefined;
  const repeats = ({ cardinality }: GrammarAST.AbstractElement): boolean => cardinality === '*' || cardinality === '+';
  if (repeats(assignment)) return assignment;
  const around: AstNode | undefined = assignment.$container;
  return around !== undefined && GrammarAST.isAlternatives(around) && repeats(around) ? around : undefined;
}
