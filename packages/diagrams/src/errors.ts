/**
 * A function is larger than what a manager takes.
 *
 * The manager stays consistent. Everything built before is still valid; the operation that failed has left only
 * garbage, which the next `collect()` removes.
 */
export abstract class SizeLimitError extends Error {
  /** The limit that was reached, in what the message says. */
  readonly limit: number;

  constructor(message: string, limit: number) {
    super(message);
    this.limit = limit;
  }
}

/** The node table is full: the limit given to the manager is reached, in nodes, and no free cell is left. */
export class NodeLimitError extends SizeLimitError {
  override readonly name = 'NodeLimitError';

  constructor(limit: number) {
    super(
      `the limit of ${limit} nodes is reached; protect what is still needed and call collect(), call reorder() to find ` +
        'a smaller order of the variables, or make the manager with a larger maxNodes',
      limit,
    );
  }
}

/** A weighted sum comes to more different ends than are told apart: many items with large weights that have little in common. */
export class SumLimitError extends SizeLimitError {
  override readonly name = 'SumLimitError';

  constructor(limit: number) {
    super(`the sum takes more than ${limit} steps to compare with its bound; take fewer items, or rounder weights`, limit);
  }
}
