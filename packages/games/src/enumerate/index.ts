/** Counts by trying every case: for small bodies, and the measure of the other engines. */
export { profileByEnumeration, minimalByEnumeration, shiftMinimalByEnumeration, criticalByEnumeration, desirability } from './counts.js';
