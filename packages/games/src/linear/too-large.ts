/** One error for all engines: what is beyond the stated limits is refused, never answered with a guess. */
export { TooLargeError } from '../errors.js';
