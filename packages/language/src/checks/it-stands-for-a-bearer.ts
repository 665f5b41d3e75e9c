import type { Case, Place } from '@casus/model';
import type { Report } from './report.js';
import { sentencesIn } from './walk.js';

/** "it" is the one whom a sentence binds, so it stands in the conditions of a sentence only. */
export function itStandsForABearer(of: Case, report: Report): void {
  const tell = (value: unknown): void => {
    for (const place of bearersIn(value)) {
      report('form/incomplete', place, 'whom does `it` mean here? There is no sentence that binds somebody', { help: '`it` stands in the conditions of a sentence such as `each of Parties shall …, once it finds that …`; name the actor instead' });
    }
  };
  for (const group of of.groups.values()) tell(group.members);
  for (const body of of.bodies.values()) tell([body.members, body.rules, body.recusals, body.quorum]);
  for (const scenario of of.scenarios.values()) tell([scenario.events, scenario.siding, scenario.requester]);
  for (const promise of of.promises.values()) tell([promise.beneficiary, promise.expr]);
  for (const { norms: _, ...rest } of of.instruments.values()) tell(rest);
  for (const { bearer, action } of sentencesIn(of)) tell([bearer, action]);
  for (const { subject, condition, over, then } of of.positions) tell([subject, condition, over, then]);
  for (const { rules } of of.negotiations.values()) tell(rules);
}

/** Where the role stands anywhere inside. The case is plain data, so this looks at every value. */
function* bearersIn(value: unknown): Iterable<Place> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value) yield* bearersIn(part);
    return;
  }
  const node = value as Readonly<Record<string, unknown>>;
  if (node.role === 'bearer' && node.place !== undefined) yield node.place as Place;
  else for (const part of Object.values(node)) yield* bearersIn(part);
}
