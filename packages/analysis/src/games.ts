import { FALSE, TRUE, type Node, type Var } from '@casus/diagrams';
import type { Choices, Id, Variable } from '@casus/model';

/** What those outside a coalition do: their worst, or only abstain, or stay away (and nothing else). */
export type Opposition = 'oppose' | 'abstain' | 'away';

/**
 * The simple game of a function of the choices: which coalitions can make it true whatever the others lawfully do and however nature
 * falls out (α-effectivity; Moulin & Peleg 1982). A function of one variable an actor, `choices.side`, besides the drafters' choices.
 *
 * Where the function is increasing (decreasing) in a choice, the best and the worst its owner can do are known, so the choice is tied to
 * the owner's side. A choice that cuts both ways gets two copies: one for what its owner does in the coalition, quantified existentially, and
 * one for what it does against it, quantified universally and inside, because the coalition commits itself first.
 */
export function gameOf(choices: Choices, f: Node, beneficiaries: ReadonlySet<Id>, opposition: Opposition = 'oppose'): Node {
  const known = gamesFor(choices, beneficiaries)[opposition];
  let game = known.get(f);
  if (game === undefined) known.set(f, (game = workedOut(choices, f, beneficiaries, opposition)));
  return game;
}

/** The games that were worked out in one judgment: the same vote is asked for by many functions. */
const GAMES = new WeakMap<ReadonlySet<Id>, { readonly choices: Choices; readonly epoch: number; readonly by: Readonly<Record<Opposition, Map<Node, Node>>> }>();

function gamesFor(choices: Choices, beneficiaries: ReadonlySet<Id>): Readonly<Record<Opposition, Map<Node, Node>>> {
  let games = GAMES.get(beneficiaries);
  const { epoch } = choices.manager;
  if (games?.choices !== choices || games.epoch !== epoch) GAMES.set(beneficiaries, (games = { choices, epoch, by: { oppose: new Map(), abstain: new Map(), away: new Map() } }));
  return games.by;
}

function workedOut(choices: Choices, f: Node, beneficiaries: ReadonlySet<Id>, opposition: Opposition): Node {
  const { manager: m } = choices;
  const g = separated(choices, m.forall(f, variablesOf(choices, f, 'nature').map(({ v }) => v)));
  const substitution = new Map<Var, Node>();
  const committed: Var[] = [];
  const opposed: Var[] = [];
  for (const [v, way] of m.directions(g, (v) => isOwn(choices, v) || choices.variable(v).kind === 'outcome')) {
    const variable = choices.variable(v);
    const { owner } = variable;
    if (variable.kind === 'outcome') {
      const vote = choices.definition(v);
      substitution.set(v, outcomeOf(choices, v, way, opposition, committed, opposed, (of) => gameOf(choices, of ? vote : m.not(vote), beneficiaries, opposition)));
      continue;
    }
    if (way === 'both') committed.push(v);
    const best = way === 'both' ? m.varNode(v) : way === 'up' ? TRUE : FALSE;
    if (beneficiaries.has(owner!)) {
      substitution.set(v, best);
      continue;
    }
    let worst: Node;
    if (opposition === 'oppose') {
      worst = way === 'both' ? m.varNode(choices.twin(v)) : m.not(best);
      if (way === 'both') opposed.push(choices.twin(v));
    } else {
      worst = (opposition === 'abstain' ? variable.abstaining : variable.away) ? TRUE : FALSE;
    }
    substitution.set(v, m.ite(m.varNode(choices.side(owner!)), best, worst));
  }
  return m.exists(m.forall(m.composeAll(g, substitution), opposed), committed);
}

/** The game at just one coalition: `at(gameOf(…), inside)`, without working out the others. */
export function gameAt(choices: Choices, f: Node, beneficiaries: ReadonlySet<Id>, inside: (actor: Id) => boolean, opposition: Opposition = 'oppose'): Node {
  const { manager: m } = choices;
  const g = separated(choices, m.forall(f, variablesOf(choices, f, 'nature').map(({ v }) => v)));
  const values = new Map<Var, boolean>();
  const outcomes = new Map<Var, Node>();
  const committed: Var[] = [];
  const opposed: Var[] = [];
  for (const [v, way] of m.directions(g, (v) => isOwn(choices, v) || choices.variable(v).kind === 'outcome')) {
    const { kind, owner, abstaining, away } = choices.variable(v);
    if (kind === 'outcome') {
      const vote = choices.definition(v);
      outcomes.set(v, outcomeOf(choices, v, way, opposition, committed, opposed, (of) => gameAt(choices, of ? vote : m.not(vote), beneficiaries, inside, opposition)));
      continue;
    }
    const friend = beneficiaries.has(owner!) || inside(owner!);
    if (!friend && opposition !== 'oppose') values.set(v, opposition === 'abstain' ? abstaining : away);
    else if (way !== 'both') values.set(v, (way === 'up') === friend);
    else (friend ? committed : opposed).push(v);
  }
  return m.exists(m.forall(m.composeAll(m.restrictAll(g, values), outcomes), opposed), committed);
}

/**
 * The function with those outcomes of votes spelled out whose ballots count elsewhere too (one vote under two rules, a consent that a clause asks for
 * as well). The others are independent: what a coalition commits itself to in one vote does not bear on the next.
 */
function separated(choices: Choices, f: Node): Node {
  const { manager: m } = choices;
  const support = m.support(f);
  const outcomes = support.filter((v) => choices.variable(v).kind === 'outcome');
  if (outcomes.length === 0) return f;
  const once = new Set<Var>(support.filter((v) => isOwn(choices, v)));
  const shared = new Set<Var>();
  for (const outcome of outcomes) for (const v of choices.ballotsOf(outcome)) (once.has(v) ? shared : once).add(v);
  const bound = shared.size === 0 ? [] : outcomes.filter((outcome) => choices.ballotsOf(outcome).some((v) => shared.has(v)));
  return bound.length === 0 ? f : choices.expand(f, new Set(bound));
}

/**
 * What becomes of an independent vote. `can(true)`: the coalition can make it pass, `can(false)`: it can make it fail, whatever the others do. Where both
 * outcomes may serve, it commits itself to one of them (the outcome's own variable) and, if it cannot have that one, the others settle it (its twin).
 */
function outcomeOf(
  choices: Choices, outcome: Var, way: 'up' | 'down' | 'both', opposition: Opposition, committed: Var[], opposed: Var[], can: (passing: boolean) => Node,
): Node {
  const { manager: m } = choices;
  if (way === 'up') return can(true);
  if (way === 'down') return m.not(can(false));
  committed.push(outcome);
  const aims = m.varNode(outcome);
  if (opposition !== 'oppose') return m.ite(aims, can(true), m.not(can(false)));
  const twin = choices.twin(outcome);
  opposed.push(twin);
  const others = m.varNode(twin);
  return m.ite(aims, m.or(can(true), others), m.and(m.not(can(false)), others));
}

/** Whether a variable is a choice that an actor makes in a play: a ballot or an act. */
export function isOwn(choices: Choices, v: Var): boolean {
  const { kind } = choices.variable(v);
  return kind === 'ballot' || kind === 'act';
}

/** The variables of these kinds on which a function depends. */
export function variablesOf(choices: Choices, f: Node, ...kinds: readonly Variable['kind'][]): readonly Variable[] {
  return choices.manager
    .support(f)
    .map((v) => choices.variable(v))
    .filter(({ kind }) => kinds.includes(kind));
}

/** The game when just these actors are in the coalition. */
export function at(choices: Choices, game: Node, inside: (actor: Id) => boolean): Node {
  return choices.manager.restrictAll(game, new Map(variablesOf(choices, game, 'side').map(({ v, owner }) => [v, inside(owner!)])));
}

/** How many minimal coalitions are looked through for those to list. */
const MOST_LOOKED_AT = 5_000;

/** Coalitions as they are counted and listed. */
interface Listed {
  readonly count: bigint;
  readonly first: readonly (readonly Id[])[];
}

/** The coalitions of games that were asked for, by how many are listed: many judgments turn on the same game. */
const LISTED = new WeakMap<Choices, { readonly epoch: number; readonly by: Map<string, Listed> }>();

/**
 * Coalitions that make an increasing game true, the minimal ones: exact number, and the first in order of size. The anonymous seats
 * of a group are interchangeable, so of coalitions that differ in nothing else one is listed.
 */
export function minimalCoalitions(choices: Choices, game: Node, most: number): Listed {
  const { epoch } = choices.manager;
  let known = LISTED.get(choices);
  if (known?.epoch !== epoch) LISTED.set(choices, (known = { epoch, by: new Map() }));
  const key = `${game} ${most}`;
  let listed = known.by.get(key);
  if (listed === undefined) known.by.set(key, (listed = { count: choices.manager.countMinimal(game), first: firstCoalitions(choices, game, most) }));
  return listed;
}

function firstCoalitions(choices: Choices, game: Node, most: number): readonly (readonly Id[])[] {
  const first = new Map<string, readonly Id[]>();
  // A number for each actor, and one for all seats of a group.
  const kinds = new Map<string, number>();
  const kindOf = new Map<Var, number>();
  for (const { v, owner } of variablesOf(choices, game, 'side')) {
    const group = choices.case.actors.get(owner!)?.seat?.group;
    const name = group === undefined ? `actor ${owner!}` : `seat ${group}`;
    if (!kinds.has(name)) kinds.set(name, kinds.size);
    kindOf.set(v, kinds.get(name)!);
  }
  let looked = 0;
  for (const vars of choices.manager.minimalModels(game)) {
    if (first.size >= most || ++looked > MOST_LOOKED_AT) break;
    const kind = vars.map((v) => kindOf.get(v)!).sort((a, b) => a - b).join();
    if (!first.has(kind)) first.set(kind, vars.map((v) => choices.variable(v).owner!).sort());
  }
  return [...first.values()];
}

/** The game of stopping: true for the coalitions whose staying out makes the game false. */
export function stoppingGame(choices: Choices, game: Node): Node {
  const { manager: m } = choices;
  return m.not(m.composeAll(game, new Map(variablesOf(choices, game, 'side').map(({ v }) => [v, m.nvarNode(v)]))));
}
