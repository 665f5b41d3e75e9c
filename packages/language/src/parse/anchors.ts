import type { Automaton } from './automaton.js';
import type { Token } from './diagnose.js';
import type { Recogniser, Shape } from './recogniser.js';

/** Where declarations of the file begin whatever stands before them, and how deep each token stands in braces if these declarations stand in none. */
export interface Anchors {
  readonly at: ReadonlySet<number>;
  readonly depths: readonly number[];
}

/**
 * Finds the lines at which reading resumes after a mistake: a line without indentation that begins as a declaration does. In a text whose blocks are
 * indented nothing else begins so; in one without indentation only words that begin nothing but declarations count, and only if its braces do not balance.
 */
export function anchorsOf(recogniser: Recogniser, tokens: readonly Token[], shapes: readonly Shape[], parts: readonly string[]): Anchors {
  const { automaton } = recogniser;
  const file = recogniser.start('File');
  const begins = (i: number): boolean => {
    const after = recogniser.step(file, shapes[i]!);
    return after !== undefined && (i + 1 >= tokens.length || recogniser.step(after, shapes[i + 1]!) !== undefined);
  };
  const candidates: number[] = [];
  let depth = 0;
  let indented = true;
  let balanced = true;
  tokens.forEach(({ image, startColumn }, i) => {
    const atEdge = startColumn === 1;
    if (atEdge && begins(i)) candidates.push(i);
    else if (atEdge && depth > 0 && image !== '}') indented = false;
    depth += image === '{' ? 1 : image === '}' ? -1 : 0;
    if (depth < 0) balanced = false;
    depth = Math.max(0, depth);
  });
  if (depth > 0) balanced = false;
  const elsewhere = new Set(parts.flatMap((part) => (part === 'Item' ? [] : [...keywordsBeginning(automaton, part)])));
  const at = new Set(indented ? candidates : balanced ? [] : candidates.filter((i) => !elsewhere.has(tokens[i]!.tokenType.name)));
  return { at, depths: depthsOf(tokens, at) };
}

function depthsOf(tokens: readonly Token[], anchors: ReadonlySet<number>): number[] {
  let depth = 0;
  return tokens.map(({ image }, i) => {
    if (anchors.has(i)) depth = 0;
    if (image === '{') return depth++;
    if (image === '}') depth = Math.max(0, depth - 1);
    return depth;
  });
}

/** Words of the language that a rule may begin with. */
function keywordsBeginning({ edges, starts, names }: Automaton, rule: string): Set<string> {
  const found = new Set<string>();
  const seen = new Set([starts[names.indexOf(rule)]!]);
  for (const state of seen) {
    for (const edge of edges[state]!) {
      if (edge.kind === 'rule') seen.add(starts[edge.rule]!);
      else if (edge.keyword) found.add(edge.type);
    }
  }
  return found;
}
