import { AstUtils, GrammarAST } from 'langium';
import { CasusGrammar } from '../generated/grammar.js';

/** Words that stand before a name that they declare, such as `actor`, `treaty` or `article`, in alphabetical order. */
export function declaringWords(): readonly string[] {
  const found = new Set<string>();
  for (const rule of CasusGrammar().rules) {
    if (!GrammarAST.isParserRule(rule) || !GrammarAST.isGroup(rule.definition)) continue;
    const { elements } = rule.definition;
    const name = elements.findIndex(declares);
    for (const element of elements.slice(0, Math.max(0, name))) for (const word of wordsOf(element)) found.add(word);
  }
  // The actor of a position is declared elsewhere, and read like a heading.
  found.add('position');
  return [...found].filter((word) => /^\p{L}/u.test(word)).sort();
}

/** Whether an element of a rule is the name that it declares, or a part that begins with one. */
function declares(element: GrammarAST.AbstractElement): boolean {
  if (!GrammarAST.isAssignment(element)) return false;
  if (element.feature === 'name') return true;
  const called = GrammarAST.isRuleCall(element.terminal) ? element.terminal.rule.ref : undefined;
  if (called === undefined || !GrammarAST.isParserRule(called) || !GrammarAST.isGroup(called.definition)) return false;
  const [first] = called.definition.elements;
  return first !== undefined && GrammarAST.isAssignment(first) && first.feature === 'name';
}

/** The keywords of an element, those of a rule that it calls included. */
function wordsOf(element: GrammarAST.AbstractElement): string[] {
  const all = [element, ...AstUtils.streamAllContents(element)];
  return all.flatMap((each) => {
    if (GrammarAST.isKeyword(each)) return [each.value];
    const called = GrammarAST.isRuleCall(each) ? each.rule.ref : undefined;
    return called !== undefined && GrammarAST.isParserRule(called) && called.dataType !== undefined ? wordsOf(called.definition) : [];
  });
}
