import type { Case, Finding } from '@casus/model';
import { listOf } from '../bridge/context.js';
import type { Report } from './report.js';
import { conditionsIn, decisionsAsked } from './walk.js';

/** Opting out is abstaining in a vote with a declaration: a vote that nothing asks for is never held. What cannot be read in full (`told`) may ask for it. */
export function onlyWhatIsDecidedIsOptedOutOf(of: Case, told: readonly Finding[], report: Report): void {
  if (told.some(({ severity }) => severity === 'error')) return;
  let asked: ReadonlyMap<string, string> | undefined;
  for (const cond of conditionsIn(of)) {
    if (cond.kind !== 'opted-out') continue;
    asked ??= new Map([...decisionsAsked(of)].map(({ ballots }) => [ballots, matterOf(ballots)]));
    const { ballots } = cond.decision;
    if (asked.has(ballots)) continue;
    const voters = ballots.slice(0, ballots.indexOf('/'));
    const decided = [...asked].filter(([other]) => other.startsWith(`${voters}/`)).map(([, matter]) => matter);
    report('form/incomplete', cond.place, `no clause asks for a decision of \`${voters}\`${decided.length === 0 ? '' : ` ${matterOf(ballots) || 'that names no matter'}`}, so that nobody can opt out of it`, {
      help: decided.length === 0 ? 'write the decision as a condition, such as `if Council adopts enforcement`' : `what it is asked to decide: ${listOf(decided.map((matter) => `\`opts out of ${voters}${matter === '' ? '' : ` ${matter}`}\``), 'or')}`,
    });
  }
}

/** What a vote is on, as a sentence writes it; empty if it names no matter. */
function matterOf(ballots: string): string {
  const [voters = '', ...rest] = ballots.split('/');
  const matter = rest.join('/');
  return matter === '' ? '' : matter.startsWith(`${voters}.`) ? `on ${matter.slice(voters.length + 1)}` : `on "${matter}"`;
}
