import { at, gameOf, variablesOf } from '@casus/analysis';
import { type Node } from '@casus/diagrams';
import { membersOf, type ActiveNorm, type Decision, type Id, type Norm, type Subject } from '@casus/model';
import { inText, type Meanings } from './meanings.js';

type NoMore = Extract<Subject, { kind: 'no-more' }>;

/** The texts in which none of `who` has a right, duty, ban or veto that some of `than` lack. */
export function noMore(meanings: Meanings, { who, what, than }: NoMore): Node {
  const { quiet, space } = meanings;
  const { manager: m } = space.choices;
  const pairs = [...membersOf(quiet, who)].flatMap(([a, inA]) => [...membersOf(quiet, than)].filter(([b]) => a !== b).map(([b, inB]) => ({ a, b, both: m.and(inA, inB) })));
  return m.andAll(pairs.map(({ a, b, both }) => inTextNot(meanings, m.and(both, what === 'veto' ? vetoLacked(meanings, a, b) : sentenceLacked(meanings, what, a, b)))));
}

/** Not so by any choice of the actors. */
function inTextNot(meanings: Meanings, f: Node): Node {
  return meanings.space.choices.manager.not(inText(meanings.space, f));
}

/** Where a sentence of this kind binds `a`, and no sentence that says the same of `b`, each in the other's place. */
function sentenceLacked(meanings: Meanings, what: 'right' | 'duty' | 'ban', a: Id, b: Id): Node {
  const { quiet, space } = meanings;
  const { manager: m } = space.choices;
  const theirs = (actor: Id): readonly ActiveNorm[] => quiet.binding(actor).filter(({ modality }) => modality === what);
  const matched = (mine: ActiveNorm): Node => m.orAll(theirs(b).filter(({ norm }) => norm.id === mine.norm.id || saying(norm, b, a) === saying(mine.norm, undefined, undefined)).map(({ binds }) => binds.get(b)!));
  return m.orAll(theirs(a).map((mine) => m.and(mine.binds.get(a)!, m.not(matched(mine)))));
}

/** What a sentence says, with one actor's name in the other's place. */
function saying({ action, when, unless, deadline, discretion, means, distribution }: Norm, from: Id | undefined, to: Id | undefined): string {
  return JSON.stringify([action, when, unless, deadline, discretion, means, distribution], (key, value: unknown) => {
    if (key === 'place') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    return value === from && from !== undefined ? to : value === to && to !== undefined ? from : value;
  });
}

/** Where `a` alone can keep some decision of the deal from passing, and `b` alone cannot. */
function vetoLacked(meanings: Meanings, a: Id, b: Id): Node {
  const { quiet, space } = meanings;
  const { choices } = space;
  const m = choices.manager;
  const lacked = quiet.world.instruments.flatMap(({ norms }) => norms.flatMap((norm) => {
    return decisionsOf(norm, norm.options).map(({ decision, options }) => {
      const written = m.andAll(options.map((option) => quiet.option(option)));
      const game = gameOf(choices, quiet.passes(decision), new Set());
      const all = at(choices, game, () => true);
      const sides = new Set(variablesOf(choices, game, 'side').map(({ owner }) => owner));
      const blocks = (actor: Id): Node => (sides.has(actor) ? m.and(all, m.not(at(choices, game, (other) => other !== actor))) : m.and(all, m.not(all)));
      return m.andAll([written, blocks(a), m.not(blocks(b))]);
    });
  }));
  return m.orAll(lacked);
}

/** The decisions that a part of a text refers to, each with the options that must be taken for it. */
function decisionsOf(node: unknown, options: readonly Id[]): readonly { readonly decision: Decision; readonly options: readonly Id[] }[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((part) => decisionsOf(part, options));
  const here = 'option' in node ? [...options, node.option as Id] : options;
  const inner = Object.entries(node).flatMap(([key, value]) => (key === 'place' || key === 'provenance' ? [] : decisionsOf(value, here)));
  return 'ballots' in node && 'voters' in node ? [{ decision: node as Decision, options: here }, ...inner] : inner;
}
