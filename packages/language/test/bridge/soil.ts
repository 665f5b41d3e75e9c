import { normsOf, type Plain } from '../plain.js';

/** Declarations that the tests of the bridge use. */
export const SOIL = `
actor A, B "Bee", C { weight: 3 }
group G = A, B, C
act assist
act strike is an assist
act join
act consult
organisation Alliance
attribute weight
attribute personnel in persons
region North
region Far in North
event raid is an attack
fact truce
step vote-held
source s { publisher "p" }
issue d { option u option m }
issue size { range 10 to 20 persons }
`;
/** The condition that is always met. */
export const ANY = { kind: 'true' };
/** A single actor as a set. */
export const actor = (id: string): object => ({ kind: 'actor', id });
/** A group as a set. */
export const group = (id: string): object => ({ kind: 'group', id });
/** The norms of an article. */
export const clause = (sentences: string): Plain[] => normsOf(`${SOIL}treaty T { parties G article 1 { ${sentences} } }`);
