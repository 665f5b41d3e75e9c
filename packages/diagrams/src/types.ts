/**
 * The words that the whole package uses: nodes, variables, assignments, and the two constant functions.
 *
 * Definitions follow Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", IEEE Trans. Computers
 * C-35(8), 1986, and Knuth, The Art of Computer Programming 4A, section 7.1.4.
 */

/**
 * A Boolean function, as the number of the diagram's root node in its manager.
 * Two functions of one manager are equal exactly when their numbers are equal (canonicity).
 * A number means nothing in another manager.
 */
export type Node = number;

/** A Boolean variable, numbered from 0 in the order of creation. Its place in the order is a separate matter. */
export type Var = number;

/** The function that is false everywhere. */
export const FALSE: Node = 0;

/** The function that is true everywhere. */
export const TRUE: Node = 1;

/** Truth values for some variables; a variable that is absent is left open. */
export type Assignment = ReadonlyMap<Var, boolean>;

/**
 * A conjunction of literals: a variable mapped to `true` occurs as it is, to `false` negated; absent variables
 * do not occur. The empty cube is the constant TRUE.
 */
export type Cube = Map<Var, boolean>;

/**
 * The level of the two constants: below every variable. Kept within 31 bits, so that engines hold it as a small integer.
 */
export const TERMINAL_LEVEL = 0x3fffffff;

/** The largest table that a manager may be given, in nodes: 2^26, a gibibyte of cells. */
export const MAX_NODES = 1 << 26;
