import type { Element, Line } from './elements.js';

/** Signs that stand right behind the word before them. */
const CLOSE_BEFORE = new Set([',', ':', '.', '/', '%', ')']);
/** Signs that the next word stands right behind. */
const CLOSE_AFTER = new Set(['(', '.', '/']);

/**
 * Spaces between two neighbours on a line. Brackets that open and close on one line hold their content close (`[a: x | b: y]`), others with a
 * space. Before a parenthesis and inside empty braces the author's choice stays: `article 5(1)`, `not (…)`.
 */
export function spacesBetween(before: Element, after: Element, oneLine: ReadonlySet<Element>): 0 | 1 {
  if (before.kind === 'remark' || after.kind === 'remark') return 1;
  // `x.2 .5` is not `x.2.5`, nor is `1 / *` the beginning of a remark.
  if (before.kind === 'number' && after.image === '.') return after.gap > 0 ? 1 : 0;
  if (before.image === '.' && after.kind === 'number') return before.gap > 0 || after.gap > 0 ? 1 : 0;
  if (CLOSE_BEFORE.has(after.image) || CLOSE_AFTER.has(before.image)) return 0;
  if (before.image === '[') return oneLine.has(before) ? 0 : 1;
  if (after.image === ']') return oneLine.has(after) ? 0 : 1;
  const own = after.image === '(' ? before.kind !== 'sign' || before.image === ')' : before.image === '{' && after.image === '}';
  if (own) return after.gap > 0 ? 1 : 0;
  return 1;
}

/** The square brackets whose partner stands on the same line. */
export function oneLineBrackets(lines: readonly Line[]): ReadonlySet<Element> {
  const found = new Set<Element>();
  const open: { readonly element: Element; readonly line: Line }[] = [];
  for (const line of lines) {
    for (const element of line.elements) {
      if (element.image === '[' && element.kind === 'sign') open.push({ element, line });
      else if (element.image === ']' && element.kind === 'sign') {
        const opener = open.pop();
        if (opener?.line === line) found.add(opener.element).add(element);
      }
    }
  }
  return found;
}
