/** The command `casus`, to be run from a program. */
export { run } from './run.js';
export type { Io, Stream } from './io.js';
