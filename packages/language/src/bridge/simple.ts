import type { Act, Actor, Arrangement, Attribute, EventKind, Fact, Group, Id, Issue, Measure, Option, Organisation, Region } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { eventKind } from './conditions.js';
import { inside, type Bridge, type Site } from './context.js';
import { placeOf } from './places.js';
import { declared } from './provenance.js';
import { measure, numberOf, show } from './quantities.js';
import { set } from './sets.js';

/** An actor with its attributes. */
export function actor(b: Bridge, at: Site, node: ast.Actor, id: Id): Actor {
  const attributes = new Map<string, Measure>();
  for (const value of node.values) {
    const attribute = b.resolve(at, value.attribute, ['attribute']);
    if (attribute === undefined) continue;
    const number = measure(b, at, value, attribute);
    if (attributes.has(attribute)) b.report('form/incomplete', placeOf(at.file, value), `\`${id}\` has \`${attribute}\` twice`, { help: 'keep one of the two numbers' });
    else attributes.set(attribute, number);
  }
  return { ...declared(b, at, id, node), attributes };
}

/** A named set of actors. */
export function group(b: Bridge, at: Site, node: ast.Group, id: Id): Group {
  return { ...declared(b, at, id, node), members: set(b, inside(at, id), node.members), ...(at.instrument === undefined ? {} : { instrument: at.instrument }) };
}

/** An act and the more general ones that it is a kind of. */
export function act(b: Bridge, at: Site, node: ast.ActDecl, id: Id): Act {
  return { ...declared(b, at, id, node), parents: b.resolveAll(at, node.parents, ['act']) };
}

/** A kind of event. */
export function eventDecl(b: Bridge, at: Site, node: ast.EventDecl, id: Id): EventKind {
  return { ...declared(b, at, id, node), parents: node.parents.flatMap((parent) => eventKind(b, at, parent) ?? []) };
}

/** A region and the larger ones it lies in. */
export function region(b: Bridge, at: Site, node: ast.RegionDecl, id: Id): Region {
  return { ...declared(b, at, id, node), parents: b.resolveAll(at, node.parents, ['region']) };
}

/** A fact or step. */
export function fact(b: Bridge, at: Site, node: ast.FactDecl, id: Id): Fact {
  return { ...declared(b, at, id, node), kind: node.kind };
}

/** A quantity that limits speak of. */
export function attribute(b: Bridge, at: Site, node: ast.AttributeDecl, id: Id): Attribute {
  return { ...declared(b, at, id, node), ...(node.unit === undefined ? {} : { unit: node.unit }) };
}

/** An organisation. */
export function organisation(b: Bridge, at: Site, node: ast.OrganisationDecl, id: Id): Organisation {
  return { ...declared(b, at, id, node), kind: 'organisation' };
}

/** An issue under negotiation, or a disputed text with its readings; and the options of it. */
export function issue(b: Bridge, at: Site, node: ast.IssueDecl | ast.ReadingsDecl, id: Id): { readonly issue: Issue; readonly options: readonly Option[] } {
  const readings = node.$type === 'ReadingsDecl';
  const written = readings ? (node.readings as ast.Reading[]) : node.options;
  const options = written.flatMap((option): Option[] => {
    const full = b.ids.get(option);
    if (full === undefined || option.name === undefined) return [];
    return [{ ...declared(b, at, full, { ...option, name: option.name }), issue: id, heldBy: option.$type === 'Reading' ? (option as ast.Reading).holders : [] }];
  });
  const common = { ...declared(b, at, id, node), options, ...(at.instrument === undefined ? {} : { instrument: at.instrument }) };
  if (readings || node.range === undefined) return { issue: { ...common, kind: readings ? 'reading' : 'negotiation' }, options };
  const { range } = node;
  const [min, max] = [numberOf(range.min), numberOf(range.max)];
  if (min.num * max.den > max.num * min.den) {
    b.report('form/incomplete', placeOf(at.file, range), `nothing lies between ${show(min)} and ${show(max)}`, { help: 'write the smaller number first' });
    return { issue: { ...common, kind: 'negotiation' }, options };
  }
  return { issue: { ...common, kind: 'negotiation', range: { min, max, ...(range.unit === undefined ? {} : { unit: range.unit }) } }, options };
}

/** A text under judgment. */
export function arrangement(b: Bridge, at: Site, node: ast.ArrangementDecl, id: Id): Arrangement {
  const instruments: Id[] = [];
  const options: Id[] = [];
  const promises: Id[] = [];
  const scenarios: Id[] = [];
  let later = false;
  const judged: { promises: readonly Id[]; scenarios: readonly Id[] }[] = [];
  for (const item of node.items) {
    if (item.$type === 'ArrangementInstruments') instruments.push(...b.resolveAll(at, item.instruments, ['instrument']));
    else if (item.$type === 'ArrangementLater') later = true;
    else if (item.$type === 'ArrangementOptions') options.push(...b.resolveAll(at, item.options, ['option']));
    else {
      const line = { promises: b.resolveAll(at, item.promises, ['promise']), scenarios: b.resolveAll(at, item.scenarios, ['scenario']) };
      judged.push(line);
      promises.push(...line.promises);
      scenarios.push(...line.scenarios);
    }
  }
  if (!b.isBroken(placeOf(at.file, node)) && !node.items.some((item) => item.$type === 'ArrangementInstruments')) b.report('form/incomplete', placeOf(at.file, node), `\`${id}\` has no instruments`, { help: 'add `instruments` and their names' });
  const once = (ids: readonly Id[]): Id[] => [...new Set(ids)];
  return { ...declared(b, at, id, node), instruments: once(instruments), options: once(options), ...(later ? { laterPrevails: true } : {}), promises: once(promises), scenarios: once(scenarios), ...(judged.length > 1 ? { judged } : {}) };
}
