/** A question that is beyond the stated limits: it is refused, never answered with a guess. The message names the limit. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}
