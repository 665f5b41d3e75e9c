export * from './verdict.js';
export { judge, judgeAll, type JudgeAllOptions } from './judge.js';
export { Session, type JudgeRequest } from './session.js';
