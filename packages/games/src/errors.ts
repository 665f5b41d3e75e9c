/** A rule, a game or figures that make no sense; the message says what and why. */
export class RuleError extends RangeError {
  override readonly name = 'RuleError';
}

/** Beyond the stated limits of an exact method. */
export class TooLargeError extends RangeError {
  override readonly name = 'TooLargeError';
}

/** The caller's `progress` asked to stop. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
