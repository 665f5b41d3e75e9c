/** The exact counts from which the indices follow. */

/**
 * How often each player turns a losing coalition into a winning one, by the size of the coalition: all that the semivalues (Dubey, Neyman & Weber
 * 1981; Banzhaf's and Shapley's among them) need of a simple game. A swing can be negative only in a game that is not monotone.
 */
export interface Profile {
  readonly n: number;
  /** The class of each player; the members of a class are interchangeable. */
  readonly classOf: readonly number[];
  /** [s]: how many coalitions of s players win, s = 0 … n. */
  readonly winning: readonly bigint[];
  /** [class][s]: how many coalitions of s other players lose, and win with a given member of the class; s = 0 … n-1. */
  readonly swings: readonly (readonly bigint[])[];
}

/** The minimal winning coalitions, counted by size and by who is in them. */
export interface MinimalProfile {
  readonly n: number;
  readonly classOf: readonly number[];
  /** [s]: how many minimal winning coalitions have s players, s = 0 … n. */
  readonly count: readonly bigint[];
  /** [class][s]: how many of them have a given member of the class. */
  readonly having: readonly (readonly bigint[])[];
}

/** In how many winning coalitions each player is critical (they lose without it), by how many are. */
export interface CriticalProfile {
  readonly classOf: readonly number[];
  /** [class]: for each number of critical members, in how many winning coalitions with so many a given member of the class is one of them. */
  readonly having: readonly ReadonlyMap<number, bigint>[];
}
