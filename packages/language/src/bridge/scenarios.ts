import type { Id, IsoDate, Scenario, ScenarioEvent, SetExpr, Statement } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { ATTACK, THREAT, eventKind } from './conditions.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { declared, provenance, statement } from './provenance.js';
import { date } from './quantities.js';
import { set } from './sets.js';

/** A scenario: events, who sides with whom, who asks for help, what is settled. */
export function scenario(b: Bridge, at: Site, node: ast.ScenarioDecl, id: Id): Scenario {
  const events: ScenarioEvent[] = [];
  const siding: SetExpr[] = [];
  const requesters: SetExpr[] = [];
  const facts = new Map<Id, boolean>();
  const statements: Statement[] = [];
  let everyAttacker = false;
  let on: IsoDate | undefined;
  for (const item of node.items) {
    const place = placeOf(at.file, item);
    switch (item.$type) {
      case 'ScenarioEvent': {
        const made = scenarioEvent(b, at, item);
        if (item.every && events.length > 0) b.report('form/incomplete', place, 'only the first event can run over every attacker', { help: 'put it first, or write a scenario of its own' });
        everyAttacker ||= item.every && events.length === 0;
        if (made !== undefined) events.push(made);
        break;
      }
      case 'ScenarioSiding':
        siding.push(set(b, at, item.who));
        statements.push(statement(b, at, 'siding', item));
        break;
      case 'ScenarioRequest':
        requesters.push(set(b, at, item.who));
        statements.push(statement(b, at, 'request', item));
        break;
      case 'ScenarioAssume': {
        const fact = b.resolve(at, item.fact, ['fact']);
        statements.push(statement(b, at, 'assumption', item));
        if (fact === undefined) break;
        if (facts.has(fact) && facts.get(fact) === item.negated) b.report('form/incomplete', place, `\`${fact}\` is assumed both to be so and not to be so`, { help: 'keep one of the two lines' });
        else facts.set(fact, !item.negated);
        break;
      }
      case 'ScenarioDate': {
        const day = date(b, at, item, 'date');
        if (on !== undefined) b.report('form/date', place, `\`${id}\` has two dates`, { help: 'keep one of them' });
        else on = day;
        break;
      }
    }
  }
  const place = placeOf(at.file, node);
  return {
    ...declared(b, at, id, node), events, everyAttacker, siding: oneOf(siding, place), ...(requesters.length === 0 ? {} : { requester: oneOf(requesters, place) }),
    ...(on === undefined ? {} : { date: on }), facts, statements,
  };
}

function oneOf(sets: readonly SetExpr[], place: SetExpr['place']): SetExpr {
  return sets.length === 1 ? sets[0]! : { kind: 'union', of: sets, place };
}

function scenarioEvent(b: Bridge, at: Site, item: ast.ScenarioEvent): ScenarioEvent | undefined {
  const before = b.holes;
  const by = set(b, at, item.by);
  const on = set(b, at, item.on);
  const event = item.kind !== undefined ? eventKind(b, at, item.kind) : item.verb.startsWith('attack') ? ATTACK : THREAT;
  const region = item.region === undefined ? undefined : b.resolve(at, item.region, ['region']);
  const day = date(b, at, item, 'date');
  const marks = provenance(b, at, item.marks);
  if (event === undefined || b.holes > before) return undefined;
  return { event, by, on, ...(region === undefined ? {} : { region }), ...(day === undefined ? {} : { date: day }), place: placeOf(at.file, item), provenance: marks };
}
