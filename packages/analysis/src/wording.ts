import type { Case, Cond, Id, Norm, Place } from '@casus/model';

/** Whether an option is taken; undefined: that is left open. */
export type Taken = (option: Id) => boolean | undefined;

interface Placed {
  readonly place?: Place;
}

/** A bracket wherever one may stand: around a set, a condition, a rule, a number or a time. */
interface Bracket {
  readonly kind: 'choice';
  readonly alternatives: readonly { readonly option: Id; readonly value: Placed }[];
  readonly place: Place;
}

/**
 * The author's own words for a part of the text, in one line: without comments and citations, of brackets only the alternative that is taken.
 * A bracket that is left open stays as it is written.
 */
export function wordingOf(case_: Case, node: Placed, taken: Taken = () => undefined): string {
  return inOneLine(resolved(case_, node, taken));
}

/** The conditions that all have to be met, one by one. */
export function conjuncts(cond: Cond): readonly Cond[] {
  if (cond.kind === 'true') return [];
  return cond.kind === 'and' ? cond.of.flatMap(conjuncts) : [cond];
}

/** The conditions that stand around a sentence and not in it, each in the author's words, from the outside in. */
export function aroundOf(case_: Case, { when, place }: Norm, taken: Taken = () => undefined): readonly string[] {
  const outside = conjuncts(when).filter((cond) => cond.place.file !== place.file || cond.place.end <= place.offset || cond.place.offset >= place.end);
  return outside.map((cond) => `${cond.kind === 'failing' || cond.kind === 'unfound' ? 'failing ' : ''}${wordingOf(case_, cond, taken)}`);
}

function resolved(case_: Case, node: Placed, taken: Taken): string {
  const { place } = node;
  if (place === undefined) return '';
  const text = case_.files.find(({ path }) => path === place.file)?.text ?? '';
  let result = '';
  let from = place.offset;
  for (const bracket of bracketsIn(node)) {
    if (bracket.place.offset < from || bracket.place.end > place.end) continue;
    result += text.slice(from, bracket.place.offset) + alternativeOf(case_, bracket, text, taken);
    from = bracket.place.end;
  }
  return result + text.slice(from, place.end);
}

function alternativeOf(case_: Case, { alternatives, place }: Bracket, text: string, taken: Taken): string {
  const one = alternatives.find(({ option }) => taken(option) === true);
  if (one !== undefined) return resolved(case_, one.value, taken);
  return alternatives.every(({ option }) => taken(option) === false) ? '' : text.slice(place.offset, place.end);
}

/** The outermost brackets in a part of the text, in its order. */
function bracketsIn(node: unknown): Bracket[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return inOrder(node.flatMap(bracketsIn));
  if ('alternatives' in node && 'place' in node) return [node as Bracket];
  return inOrder(Object.entries(node).flatMap(([key, value]) => (key === 'place' || key === 'provenance' ? [] : bracketsIn(value))));
}

const inOrder = (brackets: Bracket[]): Bracket[] => brackets.sort((a, b) => a.place.offset - b.place.offset);

const inOneLine = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ')
    .replace(/\s+(?:cite|stated by|reported|inferred)\b[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/([[(]) /g, '$1')
    .replace(/ ([\]),;])/g, '$1')
    .trim();
