/** Power where members may also abstain, or stay away. */
export * from './ballot-profile.js';
export type { WorseByApproval } from './approval.js';
export * from './indices.js';
