/** Power when votes have given, common or correlated probabilities; and estimates where exact figures are out of reach. */
export { UNIFORM, type Beta, type Mixture, type VotingGroup, type Votes } from './votes.js';
export { multilinear, outlookOf, type AnyOutlook, type MemberOutlook, type Outlook } from './outlook.js';
export { estimateBanzhaf, estimateShapley, sampleBanzhaf, sampleShapley, type Estimate, type Estimated, type SamplingOptions } from './estimate.js';
export { clopperPearson, hoeffding, type Interval } from './confidence.js';
export { Coalition } from './coalition.js';
export { Random } from './random.js';
