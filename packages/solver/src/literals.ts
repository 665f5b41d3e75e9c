/**
 * Literals. Outside, they are signed integers as in DIMACS: `3` is variable 3, `-3` its negation; variables count from 1.
 * Inside, a literal is twice its variable, plus one when negated, so that it is an index, and `l ^ 1` is its negation.
 */

/** A literal as a signed integer that is not 0. */
export type Literal = number;

/** A disjunction of literals. The empty one is false. */
export type Clause = readonly Literal[];

/** A literal as an index: `2v` or `2v + 1`. */
export type Code = number;

/** What is assigned: 1 is true, -1 false, 0 open. */
export type Value = -1 | 0 | 1;

/** The index of a signed literal. */
export function encode(literal: Literal): Code {
  return literal > 0 ? literal << 1 : (-literal << 1) | 1;
}

/** The signed literal of an index. */
export function decode(code: Code): Literal {
  return code & 1 ? -(code >> 1) : code >> 1;
}

/** Variables are at most this many: twice the number has to fit in 31 bits. */
export const MOST_VARIABLES = 2 ** 29;

/**
 * Refuses what is no literal of the variables 1 to `variables`.
 * @throws RangeError naming the number.
 */
export function requireLiteral(literal: Literal, variables: number): void {
  if (!Number.isInteger(literal) || literal === 0 || literal > variables || literal < -variables) {
    throw new RangeError(`${literal} is no literal: there are the variables 1 to ${variables}, negated with a minus; make more with newVariable()`);
  }
}
