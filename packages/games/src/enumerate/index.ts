/** Counts by trying every case: for small bodies, and the measure of the other engines. */
export * from './limits.js';
export { profileByEnumeration, minimalByEnumeration, shiftMinimalByEnumeration, criticalByEnumeration, desirability, NotMonotoneError } from './counts.js';
