import { namedActors, type Decision, type Id, type Meaning } from '@casus/model';
import { decisionGame, type BodyGame } from '../../bodies/body.js';
import { decides } from '../../bodies/decides.js';

/** From so many voters on, votes are not tried as diagrams: they take long and rarely fit. */
const MANY_VOTERS = 100;

/** A vote as a rule over ballots, without a diagram; nothing where it turns on open brackets. */
export function ruleOn({ world }: Meaning, decision: Decision): BodyGame | undefined {
  const { attackers: attacker, victims: victim, requesters: requester, hostile, date, fixed } = world;
  const others = new Set(namedActors(world.case).map(({ id }) => id).filter((id) => !hostile.has(id) && !victim.has(id)));
  const roles = { attacker, victim, requester, hostile, others, disputants: new Set([...attacker, ...victim]) };
  const outcome = decisionGame(world.case, decision, { roles, taking: [...fixed.values()], ...(date === undefined ? {} : { asOf: date }) });
  return outcome.ok ? outcome : undefined;
}

/** Whether so many take part that no diagram of the vote is made. */
export const hasManyVoters = ({ body }: BodyGame): boolean => body.members.length >= MANY_VOTERS;

/** No ballots whatever meet the rule. */
export const isNeverMet = ({ body }: BodyGame): boolean => decides(body, () => undefined) === false;

/** The one with whose yes the rule is met, and with whose no it is not, whatever the others do. */
export function decidesAlone({ body }: BodyGame): Id | undefined {
  const index = body.members.findIndex((_, one) => {
    const outcome = (ballot: 'yes' | 'no'): boolean | undefined => decides(body, (member) => (member === one ? ballot : undefined));
    return outcome('yes') === true && outcome('no') === false;
  });
  return body.members[index];
}
