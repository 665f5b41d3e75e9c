import { RuleError, StoppedError, TooLargeError } from '../errors.js';

export { StoppedError };

/** A weighted vote that is none: a weight or quota that cannot be. `member` is the index of the member concerned. */
export class WeightedVoteError extends RuleError {
  constructor(message: string, readonly member?: number) {
    super(message);
  }
}

/** An exact count that would take more memory or work than is allowed. Bytes, or elementary additions. */
export class WeightedVoteTooLargeError extends TooLargeError {
  constructor(what: string, readonly needed: number, readonly limit: number, readonly unit: 'bytes' | 'additions') {
    const size = (n: number): string => (unit === 'bytes' ? `${Math.ceil(n / 1e6).toLocaleString('en')} MB` : `${n.toExponential(1)} additions`);
    super(`${what} would take ${size(needed)}, more than the ${size(limit)} allowed`);
  }
}

/** Told now and then how many of how many elementary additions are done; when it returns `false`, the work stops with a StoppedError. */
export type Progress = (done: number, total: number) => boolean | void;

/** Tells progress. @throws StoppedError when it is asked to stop. */
export function report(progress: Progress | undefined, done: number, total: number): void {
  if (progress?.(done, total) === false) throw new StoppedError('stopped on request');
}
