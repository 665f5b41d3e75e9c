/** Exact fractions are those of the games, which stand alone. */
export { addRational, compareRational, rational, scaleToWhole } from '@casus/games';
