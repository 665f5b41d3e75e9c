/** Bodies of a case as decision rules of `@casus/games`, and recorded votes run through them. */
export { bodyGame, decisionGame, mattersOf, type BodyGame, type BodyOutcome, type MatterGroup } from './body.js';
export { decides, type BallotOf } from './decides.js';
export type { BodyOptions, OptingOut, Refusal } from './setting.js';
export { replay, type RecordedVote, type Replayed, type ReplayOptions } from './replay.js';
export { NameBook, seated, type RecordedBallot, type SeatProblem } from './seats.js';
