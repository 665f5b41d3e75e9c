/** The simple game that a whole procedure induces: which coalitions of actors can make a promise hold. */
import { TRUE, type Node } from '@casus/diagrams';
import type { Id } from '@casus/model';
import { at, variablesOf } from './games.js';
import type { JudgeRequest, Session } from './session.js';
import type { Verdict } from './verdict.js';

/** A game of decisions, one player after the other: an entry of `nodes` asks whether a player is in, and leads to another entry or to an outcome (true: the coalition wins). */
export interface DecisionTable {
  readonly players: readonly Id[];
  readonly nodes: readonly { readonly player: number; readonly in: number | boolean; readonly out: number | boolean }[];
  readonly root: number | boolean;
}

/** The game of a promise. */
export interface PromiseGame {
  readonly table: DecisionTable;
  readonly verdict: Verdict;
  /** owed: a coalition wins that can make the promise due whatever the others lawfully do; possible: that can lawfully bring it about. */
  readonly half: 'owed' | 'possible';
  /** They work for the promise whatever the coalition, and are no players. */
  readonly beneficiaries: readonly Id[];
  readonly hostile: readonly Id[];
}

/** Why there is no game: nothing was judged, or the open text decides. */
export type NoPromiseGame = { readonly kind: 'nothing' } | { readonly kind: 'open'; readonly verdict: Verdict } | { readonly kind: 'several'; readonly attackers: readonly Id[] };

/**
 * The game on which a verdict turns (docs/meaning.md, section 8): that of what is owed where all together can make it so, otherwise that of what can lawfully be brought about.
 * Players are all actors who have a vote or a choice in it. The text must be settled, or its open brackets must not matter.
 */
export function promiseGame(session: Session, request: JudgeRequest): PromiseGame | NoPromiseGame {
  const verdicts = session.judge(request);
  const [verdict, ...others] = verdicts;
  if (verdict === undefined) return { kind: 'nothing' };
  if (others.length > 0) return { kind: 'several', attackers: verdicts.flatMap(({ attackers }) => attackers) };
  const [cell, ...more] = verdict.cells;
  if (cell === undefined || more.length > 0 || cell.varies === true) return { kind: 'open', verdict };
  const { choices } = session;
  const { attackers: [attacker] } = verdict;
  const functions = session.functions({ ...request, ...(attacker === undefined || request.attacker !== undefined ? {} : { attacker }), options: [...(request.options ?? []), ...cell.text.values()] });
  const { game, value, beneficiaries, world } = functions;
  const half = at(choices, game.owed, () => true) === TRUE ? 'owed' : 'possible';
  return {
    table: tableOf(session, game[half], playersOf(session, game[half], value[half], beneficiaries)),
    verdict, half, beneficiaries: [...beneficiaries], hostile: [...world.hostile],
  };
}

/** Everybody who has a choice on which the promise turns, in the order of the case. */
function playersOf({ choices, case: case_ }: Session, game: Node, value: Node, beneficiaries: ReadonlySet<Id>): readonly Id[] {
  const owners = new Set(variablesOf(choices, game, 'side').map(({ owner }) => owner!));
  const seen = new Set<Node>();
  const look = (f: Node): void => {
    if (seen.has(f)) return;
    seen.add(f);
    for (const { owner } of variablesOf(choices, f, 'ballot', 'act')) owners.add(owner!);
    for (const { v } of variablesOf(choices, f, 'outcome')) look(choices.definition(v));
  };
  look(value);
  return [...case_.actors.keys()].filter((id) => owners.has(id) && !beneficiaries.has(id));
}

function tableOf({ choices }: Session, game: Node, players: readonly Id[]): DecisionTable {
  const index = new Map(players.map((id, i) => [id, i]));
  const nodes: { player: number; in: number | boolean; out: number | boolean }[] = [];
  const known = new Map<Node, number | boolean>();
  const entry = (f: Node): number | boolean => {
    const found = known.get(f);
    if (found !== undefined) return found;
    const split = choices.manager.split(f);
    if (split === undefined) return f === TRUE;
    const { owner } = choices.variable(split.v);
    const inside = entry(split.high);
    const outside = entry(split.low);
    nodes.push({ player: index.get(owner!)!, in: inside, out: outside });
    known.set(f, nodes.length - 1);
    return nodes.length - 1;
  };
  return { players, root: entry(game), nodes };
}
