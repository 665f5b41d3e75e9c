import type { Case, Id } from '@casus/model';
import type { BodyGame } from './body.js';
import type { GameBallot } from './games.js';

/** One ballot of a record, under the name by which `NameBook` knows who cast it. */
export interface RecordedBallot {
  readonly member: string;
  readonly ballot: GameBallot;
}

/** Why the ballots of a record are not those of the body. */
export type SeatProblem =
  | { readonly kind: 'no-seat'; readonly members: readonly string[]; readonly seats: number }
  | { readonly kind: 'kinds-of-seats'; readonly members: readonly string[]; readonly groups: readonly Id[] };

/** Letters and digits alone, without accents and capitals: by these a name of a record is compared. */
const bare = (name: string): string => name.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/**
 * The names of a record and those of the case. A name means the actor that has it as its full name, its name or its title, whatever its capitals,
 * accents and marks; or what an alias stands for. Any other name stands for itself.
 */
export class NameBook {
  /** By bare names: the actors of the case, and all other names that were met. */
  readonly #known: Map<string, string>;
  readonly #own: ReadonlySet<string>;
  readonly #aliases: ReadonlyMap<string, string>;

  constructor(case_: Case, aliases: Iterable<readonly [alias: string, name: string]> = []) {
    this.#known = new Map([...case_.actors.values()].flatMap(({ id, name, label }) => [id, name, label].map((called) => [bare(called), id] as const)).reverse());
    this.#own = new Set(this.#known.keys());
    this.#aliases = new Map([...aliases].map(([alias, name]) => [bare(alias), name]));
  }

  /** Who is meant. */
  meaning(written: string): string {
    const own = this.#known.get(bare(written));
    if (own !== undefined) return own;
    const name = this.#aliases.get(bare(written)) ?? written.trim();
    const known = this.#known.get(bare(name));
    if (known !== undefined) return known;
    // Another spelling of the same name means the same.
    this.#known.set(bare(name), name);
    return name;
  }

  /** Whether the name is one of an actor of the case, or an alias. */
  knows(written: string): boolean {
    return this.#own.has(bare(written)) || this.#aliases.has(bare(written));
  }
}

/**
 * The ballots as those of the members of the body: a member by its name, everybody else in one of the anonymous seats, in the order of the record. At most as
 * many as there are; and where there are seats of several kinds, the record does not say which of them somebody holds.
 */
export function seated(case_: Case, { body, excluded }: BodyGame, ballots: readonly RecordedBallot[]): ReadonlyMap<number, GameBallot> | SeatProblem {
  const indexOf = new Map(body.members.map((member, index) => [member, index]));
  const cast = new Map<number, GameBallot>();
  const others: RecordedBallot[] = [];
  for (const each of ballots) {
    const index = indexOf.get(each.member);
    if (index !== undefined) cast.set(index, each.ballot);
    else if (!excluded.includes(each.member)) others.push(each);
  }
  const free = body.members.flatMap((member, index) => (case_.actors.get(member)?.seat !== undefined && !cast.has(index) ? [{ index, group: case_.actors.get(member)!.seat!.group }] : []));
  const members = others.map(({ member }) => member);
  if (others.length > free.length) return { kind: 'no-seat', members, seats: free.length };
  const groups = [...new Set(free.map(({ group }) => group))];
  if (others.length > 0 && groups.length > 1) return { kind: 'kinds-of-seats', members, groups };
  others.forEach(({ ballot }, i) => cast.set(free[i]!.index, ballot));
  return cast;
}
