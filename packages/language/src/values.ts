import type { CstNode } from 'langium';
import { DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';

/** Keeps numbers and dates as they are written (exact arithmetic comes later) and takes strings out of their quotation marks. */
export class CasusValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, _node: CstNode): ValueType {
    return rule.name === 'STRING' ? unquote(input) : input;
  }
}

/** The text between straight or curly quotation marks; `\"` and `\\` stand for themselves between straight ones. */
export function unquote(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith('"') ? inner.replace(/\\(.)/gu, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped)) : inner;
}
