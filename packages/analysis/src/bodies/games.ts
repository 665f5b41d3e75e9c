/** The names of the library of games that clash with those of the model, told apart. */
export type { Ballot as GameBallot, Body as GameBody, Rule as GameRule, Term as GameTerm } from '@casus/games';
export { addRational, BALLOTS, compareRational, mulRational, ONE, rational, subRational, ZERO, type Rational } from '@casus/games';
