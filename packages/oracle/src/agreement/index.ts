/** Negotiations, by trying every text. */
export { agreeByTrying, type AgreeQuestion, type Common, type OracleAgreement, type Possible } from './agree.js';
export { settledIn, told, type Deal, type Layout } from './texts.js';
export type { Chosen, Choosing } from './table.js';
