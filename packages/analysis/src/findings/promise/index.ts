import { captive } from './captive.js';
import type { PromiseFinding } from './context.js';
import { endedByAttacker } from './ended-by-attacker.js';
import { entryNeedsAttacker } from './entry-needs-attacker.js';
import { forbidden } from './forbidden.js';
import { heldUpByAttacker } from './held-up-by-attacker.js';
import { hollow } from './hollow.js';
import { late } from './late.js';
import { noClause } from './no-clause.js';
import { noDeadline } from './no-deadline.js';
import { notInForce } from './not-in-force.js';
import { singleDefault } from './single-default.js';
import { singleStateVeto } from './single-state-veto.js';
import { suspendedByAttacker } from './suspended-by-attacker.js';
import { unsettledFact } from './unsettled-fact.js';
import { unsettledPlace } from './unsettled-place.js';

/** Every finding about promises. */
export const PROMISE_FINDINGS: readonly PromiseFinding[] = [
  captive, forbidden, hollow, noClause, noDeadline, endedByAttacker, suspendedByAttacker, entryNeedsAttacker, notInForce, singleStateVeto, singleDefault, heldUpByAttacker, late, unsettledFact, unsettledPlace,
];
