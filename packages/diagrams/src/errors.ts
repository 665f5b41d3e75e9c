/**
 * The node table is full: the limit given to the manager is reached and no free cell is left.
 *
 * The manager stays consistent. Everything built before is still valid; the operation that failed has left only
 * garbage, which the next `collect()` removes.
 */
export class NodeLimitError extends Error {
  override readonly name = 'NodeLimitError';
  /** The limit that was reached, in nodes. */
  readonly limit: number;

  constructor(limit: number) {
    super(
      `the limit of ${limit} nodes is reached; protect what is still needed and call collect(), call reorder() to find ` +
        'a smaller order of the variables, or make the manager with a larger maxNodes',
    );
    this.limit = limit;
  }
}
