export * from './verdict.js';
export { judge, judgeAll, type JudgeAllOptions } from './judge.js';
export { Session, type JudgeRequest } from './session.js';
export { check, type CheckResult } from './check.js';
export { story, type StoryStep } from './story.js';
export { decisionsIn, membershipOf, normOf, ruleOf } from './walk.js';
export { actName, actorName, actorNames, articleName, listed } from './words.js';
