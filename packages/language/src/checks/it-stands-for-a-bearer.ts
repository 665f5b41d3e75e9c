import { identityOf, type Case, type Place } from '@casus/model';
import type { Report } from './report.js';

/** "it" is the one whom a sentence binds, so it stands in the conditions of a sentence only. */
export function itStandsForABearer(of: Case, report: Report): void {
  const tell = (declared: object, ...values: readonly unknown[]): void => {
    const identity = identityOf(declared);
    if (WITHOUT.has(identity)) return;
    const places = [...bearersIn(values)];
    if (places.length === 0) WITHOUT.add(identity);
    for (const place of places) {
      report('form/incomplete', place, 'whom does `it` mean here? There is no sentence that binds somebody', { help: '`it` stands in the conditions of a sentence such as `each of Parties shall …, once it finds that …`; name the actor instead' });
    }
  };
  for (const group of of.groups.values()) tell(group, group.members);
  for (const body of of.bodies.values()) tell(body, body.members, body.rules, body.recusals, body.quorum);
  for (const scenario of of.scenarios.values()) tell(scenario, scenario.events, scenario.siding, scenario.requester);
  for (const promise of of.promises.values()) tell(promise, promise.beneficiary, promise.expr);
  for (const instrument of of.instruments.values()) {
    const { norms, ...rest } = instrument;
    tell(instrument, rest, norms.map(({ bearer, action }) => [bearer, action]));
  }
  for (const { norms } of of.amendments.values()) for (const norm of norms) tell(norm, norm.bearer, norm.action);
  for (const line of of.positions) tell(line, line.subject, line.condition, line.over, line.then);
  for (const negotiation of of.negotiations.values()) tell(negotiation, negotiation.rules);
}

/** Declarations that are known to have no such word, by what is the same of them wherever they stand. */
const WITHOUT = new WeakSet<object>();

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
