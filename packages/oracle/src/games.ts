/**
 * Games on the actors: which coalitions can bring a value about, whatever the others and nature do (docs/meaning.md, section 8).
 */
import type { Id } from '../../model/src/case.js';
import { canAvoid, playAll, TooBig, type Budget, type Choice, type PlayTable } from './choices.js';
import { evaluate, type Mode } from './promises.js';
import { ORDINARY, type Terms } from './run.js';
import type { World } from './world.js';

/** How those outside the coalition behave: their worst, or as said, with every other choice "no". */
export type Others = 'oppose' | 'abstain' | 'absent';

/** The most actors of whom all coalitions are tried. */
const MOST_PLAYERS = 14;

/** The name of a coalition in tables: its members' ids, sorted and joined by commas. */
export function coalitionKey(coalition: Iterable<Id>): string {
  return [...coalition].sort().join(',');
}

/** All subsets of a set, smaller ones first, each sorted. */
export function subsets(of: readonly Id[]): Id[][] {
  if (of.length > MOST_PLAYERS) throw new TooBig('players', MOST_PLAYERS);
  const sorted = [...of].sort();
  const all = Array.from({ length: 2 ** sorted.length }, (_, bits) => sorted.filter((_actor, i) => (bits & (1 << i)) !== 0));
  return all.sort((a, b) => a.length - b.length || (coalitionKey(a) < coalitionKey(b) ? -1 : 1));
}

/** The sets of the given ones of which no proper subset is given; the sets come smaller ones first. */
export function minimal(sets: readonly (readonly Id[])[]): Id[][] {
  const found: Id[][] = [];
  for (const set of sets) {
    if (!found.some(smaller => smaller.every(a => set.includes(a)))) found.push([...set]);
  }
  return found;
}

/** The game of one mode in one world: every course of play is tried once, and every coalition is judged on them. */
export class Game {
  /** All courses of play that fail, and the choices that matter. */
  readonly table: PlayTable;
  private readonly known = new Map<string, boolean>();

  /** `helpers` work for the value in every coalition. Throws `TooBig` when the budget is spent. */
  constructor(
    readonly world: World,
    readonly mode: Mode,
    readonly helpers: ReadonlySet<Id>,
    spend: Budget,
    terms: Terms = ORDINARY,
  ) {
    this.table = playAll(ask => evaluate(world, mode, ask, terms), spend);
  }

  /** The actors outside the helpers that own a choice that matters, sorted. Nobody else makes a difference. */
  get players(): Id[] {
    return [...this.table.owners].filter(a => !this.helpers.has(a)).sort();
  }

  /** Whether a coalition, with the helpers, can bring the value about. */
  at(coalition: Iterable<Id>, others: Others = 'oppose'): boolean {
    const own = new Set([...coalition, ...this.helpers]);
    const key = `${others}:${coalitionKey([...own].filter(a => this.table.owners.has(a)))}`;
    let value = this.known.get(key);
    if (value === undefined) this.known.set(key, (value = canAvoid(this.table, c => ours(c, own), c => fixed(c, own, others))));
    return value;
  }

  /** The value for all actors of the case but some. */
  without(actors: Iterable<Id>, others: Others = 'oppose'): boolean {
    const left = new Set(actors);
    return this.at([...this.world.case_.actors.keys()].filter(a => !left.has(a)), others);
  }

  /** The value for every set of players, by `coalitionKey`. */
  all(others: Others = 'oppose'): Map<string, boolean> {
    return new Map(subsets(this.players).map(s => [coalitionKey(s), this.at(s, others)]));
  }

  /** Actors outside the helpers without whom it fails, and with whom it succeeds; sorted. */
  vetoers(): Id[] {
    return this.without([]) ? this.players.filter(v => !this.without([v])) : [];
  }

  /** The minimal coalitions outside the helpers that bring it about. */
  holding(): Id[][] {
    return minimal(subsets(this.players).filter(s => this.at(s)));
  }

  /** The minimal coalitions outside the helpers without whom it fails. */
  stopping(): Id[][] {
    return minimal(subsets(this.players).filter(s => !this.without(s)));
  }

  /** The minimal coalitions outside the helpers and these actors without whom it fails when these work against it. */
  stoppingWith(against: ReadonlySet<Id>): Id[][] {
    return minimal(subsets(this.players.filter(a => !against.has(a))).filter(s => !this.without([...s, ...against])));
  }
}

function ours(choice: Choice, own: ReadonlySet<Id>): boolean {
  return choice.owner !== null && own.has(choice.owner);
}

function fixed(choice: Choice, own: ReadonlySet<Id>, others: Others): string | undefined {
  if (others === 'oppose' || choice.owner === null || own.has(choice.owner)) return undefined;
  return choice.key.startsWith('ballot:') ? others === 'abstain' ? 'abstain' : 'absent' : 'false';
}
