import { FALSE, TRUE, type Node } from '@casus/diagrams';
import { Meaning, onlyItself, type ActiveNorm, type Case, type Choices, type Id, type Norm, type Place, type Quantity, type Rational, type World } from '@casus/model';
import { OpenTexts } from '../texts.js';
import type { Texts } from '../verdict.js';
import { articleName } from '../words.js';
import { aroundOf, wordingOf } from '../wording.js';

/** What a sentence lays upon a party, or gives it. `restraint`: a pledge not to do something. */
export type BurdenKind = 'duty' | 'ban' | 'limit' | 'right' | 'pledge' | 'restraint';

/** One sentence as it concerns one party. */
export interface BurdenLine {
  readonly norm: Id;
  readonly kind: BurdenKind;
  /** The author's words. */
  readonly text: string;
  /** The conditions that stand around it, from the outside in. */
  readonly around: readonly string[];
  /** “Istanbul framework, article 5”. */
  readonly article?: string;
  readonly place: Place;
  /** Options left open that must be taken for the sentence to stand in the text, the outermost bracket first. */
  readonly options: readonly Id[];
  /** The texts in which it concerns the party, where it does not in every one. */
  readonly texts?: Texts;
  /** It concerns the party only in a role that an event gives: as the attacker, the victim, the requester. */
  readonly inRole: boolean;
}

/** Every party with the sentences that concern it; parties in the order of the text, lines in the order of the sentences. */
export type LinesByParty = ReadonlyMap<Id, readonly BurdenLine[]>;

/**
 * The sentences of a world without events, party by party. `holding` gives the world in which an actor has every role; without it, what falls on a role
 * is left out.
 */
export function linesOf(quiet: Meaning, texts: OpenTexts, holding: ((actor: Id) => World) | undefined): LinesByParty {
  const { choices, world } = quiet;
  const words = new Map<Id, Pick<BurdenLine, 'text' | 'around'>>();
  const byParty = new Map<Id, Map<Id, BurdenLine>>();
  const add = (actor: Id, active: ActiveNorm, in_: Node, inRole: boolean): void => {
    const lines = byParty.get(actor) ?? new Map<Id, BurdenLine>();
    byParty.set(actor, lines);
    if (lines.has(active.norm.id)) return;
    // Whoever only counts lines does not ask for their words.
    lines.set(active.norm.id, {
      ...lineOf(choices, world, texts, active, in_, inRole),
      get text() { return wordsOf(active.norm).text; },
      get around() { return wordsOf(active.norm).around; },
    });
  };
  const wordsOf = (norm: Norm): Pick<BurdenLine, 'text' | 'around'> => {
    let said = words.get(norm.id);
    if (said === undefined) words.set(norm.id, (said = { text: wordingOf(world.case, norm, takenIn(world)), around: aroundOf(world.case, norm, takenIn(world)) }));
    return said;
  };
  for (const actor of partiesOf(quiet, world)) byParty.set(actor, new Map());
  for (const active of quiet.norms) {
    for (const [actor, in_] of active.binds) {
      const borne = towardsOthers(quiet, active, actor, in_);
      if (borne !== FALSE) add(actor, active, borne, false);
    }
  }
  if (holding !== undefined && quiet.norms.some(({ norm }) => givesRole(norm))) {
    for (const actor of [...byParty.keys()]) {
      for (const active of new Meaning(choices, holding(actor)).norms) {
        const in_ = active.binds.get(actor);
        if (in_ !== undefined && givesRole(active.norm)) add(actor, active, in_, true);
      }
    }
  }
  const order = new Map(quiet.norms.map(({ norm }, i) => [norm.id, i]));
  return new Map([...byParty].map(([actor, lines]) => [actor, [...lines.values()].sort((a, b) => order.get(a.norm)! - order.get(b.norm)!)]));
}

/** The texts in which a sentence is a burden for whom it binds: to owe an act to nobody but oneself is none. A ban of it still is one. */
function towardsOthers(quiet: Meaning, { norm: { action }, modality, binds }: ActiveNorm, actor: Id, in_: Node): Node {
  if (action.kind !== 'act' || (modality !== 'duty' && modality !== 'pledge')) return in_;
  return quiet.manager.and(in_, quiet.manager.not(onlyItself(quiet, action.target, actor, binds)));
}

/** The parties of the instruments, in some text and by some choice: also those who may accede. */
export function partiesOf(meaning: Meaning, world: World): ReadonlySet<Id> {
  return new Set(world.instruments.flatMap(({ id, parties }) => (parties === undefined ? [] : [...meaning.parties(id).keys()])));
}

/** The texts in which something is so by some choice of the actors: whoever may become a party bears what the parties bear. */
function bySomeChoice(choices: Choices, f: Node): Node {
  const { manager: m } = choices;
  const whole = choices.expand(f);
  return m.exists(whole, m.support(whole).filter((v) => choices.variable(v).kind !== 'option'));
}

/** The kind of burden that a norm is. */
export function burdenKind({ modality, norm }: Pick<ActiveNorm, 'modality' | 'norm'>): BurdenKind {
  switch (modality) {
    case 'ban':
      return norm.action.kind === 'exceed' ? 'limit' : 'ban';
    case 'pledge-not':
      return 'restraint';
    default:
      return modality;
  }
}

function lineOf(choices: Choices, world: World, texts: OpenTexts, active: ActiveNorm, bound: Node, inRole: boolean): Omit<BurdenLine, 'text' | 'around'> {
  const { norm } = active;
  const in_ = bySomeChoice(choices, bound);
  const article = articleName(world.case, norm.article);
  return {
    norm: norm.id,
    kind: burdenKind(active),
    ...(article === undefined ? {} : { article }),
    place: norm.place,
    options: norm.options.filter((option) => takenIn(world)(option) === undefined),
    ...(everywhere(choices, texts, in_) ? {} : { texts: texts.describe(in_) }),
    inRole,
  };
}

/** Whether it holds in every text. */
export const everywhere = (choices: Choices, texts: OpenTexts, f: Node): boolean => f === TRUE || !texts.some(choices.manager.not(f));

/** Whether there is a text in which it holds. */
export const somewhere = (texts: OpenTexts, f: Node): boolean => f !== FALSE && texts.some(f);

/** Which options are taken in a world. */
export function takenIn({ case: case_, fixed }: World): (option: Id) => boolean | undefined {
  return (option) => {
    const issue = case_.options.get(option)?.issue;
    const taken = issue === undefined ? undefined : fixed.get(issue);
    return taken === undefined ? undefined : taken === option;
  };
}

/** Whether those whom a sentence binds are named by a role that an event gives. */
function givesRole({ bearer }: Norm): boolean {
  const visit = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    if ('role' in node && node.role !== 'everyone' && node.role !== 'others') return true;
    return Object.entries(node).some(([key, value]) => key !== 'place' && visit(value));
  };
  return visit(bearer);
}

/** The number that a limit sets for a bearer, where the text settles it. */
export function limitNumber(case_: Case, quantity: Quantity, bearer: Id, taken: (option: Id) => boolean | undefined): Rational | undefined {
  switch (quantity.kind) {
    case 'number':
      return quantity.value;
    case 'own':
      return case_.actors.get(bearer)?.attributes.get(quantity.attribute)?.value;
    case 'range':
      return undefined;
    case 'choice': {
      const one = quantity.alternatives.find(({ option }) => taken(option) === true);
      return one && limitNumber(case_, one.value, bearer, taken);
    }
  }
}

/** The most sentences of one kind that stand in one text: alternatives of a bracket never stand together. */
export function mostAtOnce(case_: Case, lines: readonly { readonly options: readonly Id[] }[]): number {
  const inside = new Map<Id, Map<Id, { readonly options: readonly Id[] }[]>>();
  let most = 0;
  for (const { options } of lines) {
    const [first, ...rest] = options;
    if (first === undefined) {
      most++;
      continue;
    }
    const issue = case_.options.get(first)?.issue ?? first;
    const byOption = inside.get(issue) ?? new Map<Id, { readonly options: readonly Id[] }[]>();
    inside.set(issue, byOption);
    byOption.set(first, [...(byOption.get(first) ?? []), { options: rest }]);
  }
  for (const byOption of inside.values()) most += Math.max(...[...byOption.values()].map((of) => mostAtOnce(case_, of)));
  return most;
}
