import { SizeLimitError, TRUE, type Node } from '@casus/diagrams';
import { rational, type Id, type NegotiationRule, type PositionLine, type Rational } from '@casus/model';
import type { Meanings } from './meanings.js';
import type { Space } from './space.js';
import { subjectsOf, subjectsOfRule } from './subjects.js';

/** What a line asks of a text. */
export interface Demand {
  readonly line: PositionLine;
  /** The texts that meet it (in some order of the steps). */
  readonly met: Node;
  readonly weight: Rational;
}

/** Whether a line asks anything of a text; offers and acceptances without a condition do not. */
export function asks({ verb, condition }: PositionLine): boolean {
  return verb === 'demands' || verb === 'refuses' || ((verb === 'offers' || verb === 'accepts') && condition !== undefined);
}

/** The demands of those lines that ask something, in the order of the lines; and the lines whose promises are too large to be judged. */
export function demandsOf(meanings: Meanings, lines: readonly PositionLine[]): { readonly demands: readonly Demand[]; readonly tooLarge: readonly PositionLine[] } {
  const tooLarge: PositionLine[] = [];
  meanings.judgments.prepare(lines.filter(asks).flatMap((line) => [...subjectsOf(line)]));
  const demands = lines.filter(asks).flatMap((line): Demand[] => {
    try {
      return [{ line, met: meanings.space.keep(met(meanings, line)), weight: line.weight ?? rational(1) }];
    } catch (error) {
      if (!(error instanceof SizeLimitError)) throw error;
      tooLarge.push(line);
      return [];
    }
  });
  return { demands, tooLarge };
}

function met(meanings: Meanings, { verb, subject, condition, actor }: PositionLine): Node {
  const { manager: m } = meanings.space.choices;
  const where = condition === undefined ? TRUE : meanings.of(condition, 'all', actor);
  switch (verb) {
    case 'demands':
      return m.implies(where, meanings.of(subject, 'all', actor));
    case 'refuses':
      return m.not(m.and(where, meanings.of(subject, 'any', actor)));
    default:
      return m.implies(meanings.of(subject, 'any', actor), where);
  }
}

/** The texts that keep a rule of the negotiation. */
function ruled(meanings: Meanings, rule: NegotiationRule): Node {
  const { manager: m } = meanings.space.choices;
  const nobody: Id = '';
  if (rule.kind === 'count') {
    const each = rule.of.map((subject) => meanings.of(subject, 'all', nobody));
    return rule.bound === 'exactly' ? m.exactly(each, rule.count) : rule.bound === 'at-least' ? m.atLeast(each, rule.count) : m.atMost(each, rule.count);
  }
  const [of, other] = [rule.of, rule.other].map((subject) => meanings.of(subject, rule.kind === 'needs' ? 'all' : 'any', nobody)) as [Node, Node];
  return rule.kind === 'needs' ? m.implies(of, other) : m.not(m.and(of, other));
}

/**
 * What every text that could be written keeps: one option at each point, the rules, and one order of the steps. Made once all demands are; and the rules whose promises are too
 * large to be judged. Each part is kept before the next one is made, since judging may sweep the diagrams.
 */
export function allowedParts(space: Space, meanings: Meanings, rules: readonly NegotiationRule[]): { readonly parts: readonly Node[]; readonly tooLarge: readonly NegotiationRule[] } {
  const tooLarge: NegotiationRule[] = [];
  meanings.judgments.prepare(rules.flatMap((rule) => [...subjectsOfRule(rule)]));
  const kept = rules.flatMap((rule): Node[] => {
    try {
      return [space.keep(ruled(meanings, rule))];
    } catch (error) {
      if (!(error instanceof SizeLimitError)) throw error;
      tooLarge.push(rule);
      return [];
    }
  });
  return { parts: [...space.rules, ...kept, ...space.ordering()].map((part) => space.keep(part)), tooLarge };
}
