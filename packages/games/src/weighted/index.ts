/** One weighted vote of up to a thousand members, counted exactly. Everything here is plain and synchronous; a `progress` function may stop it. */
export { StoppedError, WeightedVoteError, WeightedVoteTooLargeError, type Progress } from './errors.js';
export { weightedVote, type WeightedVote } from './vote.js';
export { countSwings, sweepQuotas, type CountingOptions, type SwingCounts } from './swings.js';
export { count, type CountingPass, type CountingResult } from './counting.js';
export { createKernel, type Kernel } from './kernel.js';
export { planProfile, profileFrom, weightedProfile, type ProfileOptions, type ProfilePlan } from './profile.js';
export { exactShapleyShubik, shapleyShubikOf } from './shapley.js';
export { certainDecimals, certifiedShapleyShubik, type Certified } from './quadrature.js';
export { countMinimal, minimalProfile, type MinimalCounts } from './minimal.js';
export { criticalProfile, johnstonOf, johnstonScores, type CriticalProfile } from './johnston.js';
export { BANZHAF_OWEN, COUNTING_COALITIONAL_BANZHAF, OWEN, SYMMETRIC_COALITIONAL_BANZHAF, unionValues, type UnionWeighing, type Weighing } from './unions.js';
