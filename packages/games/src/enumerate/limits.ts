/** The most states that are tried one by one. A state says how many of each class of interchangeable members do what. */
export const MAX_STATES = 2 ** 21;

/** Counts stay exact in doubles up to 2^53; with room for a factor of the number of members. */
export const MAX_BITS = 46;
