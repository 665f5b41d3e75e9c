/** Limits of this package, in one place. Beyond them a passage is not searched for, and the answer says so. */

/** Longest phrase, in UTF-16 units. A citation carries a short exact phrase, not a page. */
export const MAX_PHRASE = 1_000;

/** Longest text of a source, in UTF-16 units (16 MB of Latin text). */
export const MAX_TEXT = 16 * 1024 * 1024;

/** Most characters that the ellipses of one quotation may leave out, taken together (white space counted once). */
export const MAX_OMISSION = 500;

/** A passage at least this similar to the phrase is the phrase *changed*; measured on the five documents of the first case,
 *  where the best passage of a wrong article reached .74. */
export const CHANGED_FROM = 0.8;

/** Below this the nearest passage says nothing, and none is shown. */
export const NEAREST_FROM = 0.5;

/** Characters of context before and after a verified phrase. */
export const CONTEXT = 32;
