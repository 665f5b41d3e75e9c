import type { Rational, Strength, Subject } from '@casus/model';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { fixedDays, measure, numberOf, show } from './quantities.js';
import { set, target } from './sets.js';

/** What a position, or a rule of a negotiation, is about; nothing if it cannot be understood. */
export function subject(b: Bridge, at: Site, node: ast.Subject): Subject | undefined {
  switch (node.$type) {
    case 'SubjectAnd':
    case 'SubjectOr': {
      const of = subjects(b, at, node.items);
      return of === undefined ? undefined : { kind: node.$type === 'SubjectAnd' ? 'and' : 'or', of };
    }
    case 'SubjectNot': {
      const of = subject(b, at, node.of);
      return of === undefined ? undefined : { kind: 'not', of };
    }
    case 'SubjectText':
      return { kind: 'text', text: node.text };
    case 'SubjectPoints':
      b.report('form/incomplete', placeOf(at.file, node), 'points are asked for by a line of their own', { help: 'write `demands at least 10 points`, with nothing joined to it' });
      return undefined;
    case 'SubjectRef': {
      const found = b.resolveKind(at, node.ref, ['option', 'fact', 'instrument', 'arrangement']);
      if (found === undefined) return undefined;
      return found.kind === 'option' ? { kind: 'option', option: found.id } : found.kind === 'fact' ? { kind: 'fact', fact: found.id } : { kind: 'instrument', instrument: found.id };
    }
    case 'SubjectHolds':
      return holds(b, at, node);
    case 'SubjectNoVeto': {
      const promise = b.resolve(at, node.promise, ['promise']);
      const scenario = node.scenario === undefined ? undefined : b.resolve(at, node.scenario, ['scenario']);
      const who = node.who === undefined ? undefined : set(b, at, node.who);
      if (promise === undefined) return undefined;
      const noVeto: Subject = { kind: 'no-veto', promise, ...(scenario === undefined ? {} : { scenario }), ...(who === undefined ? {} : { who }) };
      return node.can ? { kind: 'not', of: noVeto } : noVeto;
    }
    case 'SubjectNoMore':
      return { kind: 'no-more', who: set(b, at, node.who), what: node.what, than: set(b, at, node.than) };
    case 'SubjectOrder': {
      const first = b.resolve(at, node.first, ['fact']);
      const then = b.resolve(at, node.then, ['fact']);
      if (first !== undefined && first === then) b.report('form/incomplete', placeOf(at.file, node), 'nothing comes before itself', { help: 'name two different steps' });
      return first === undefined || then === undefined ? undefined : { kind: 'order', first, then };
    }
    case 'SubjectLimit':
      return limit(b, at, node);
    case 'SubjectRole': {
      const actor = set(b, at, node.actor);
      const group = b.resolve(at, node.group, ['group']);
      return group === undefined ? undefined : { kind: 'role', actor, group };
    }
    case 'SubjectAct': {
      const who = set(b, at, node.who);
      const act = b.resolve(at, node.act, ['act']);
      const aim = target(b, at, node.target);
      return act === undefined ? undefined : { kind: 'act', who, act, target: aim };
    }
  }
}

/** Several subjects; nothing if one of them cannot be understood. */
export function subjects(b: Bridge, at: Site, nodes: readonly ast.Subject[]): readonly Subject[] | undefined {
  const made = nodes.map((node) => subject(b, at, node));
  return made.every((each) => each !== undefined) ? made : undefined;
}

function holds(b: Bridge, at: Site, node: ast.SubjectHolds): Subject | undefined {
  const promise = b.resolve(at, node.promise, ['promise']);
  const scenario = node.scenario === undefined ? undefined : b.resolve(at, node.scenario, ['scenario']);
  const arrangement = node.arrangement === undefined ? undefined : b.resolveJudged(at, node.arrangement);
  const within = fixedDays(b, at, node.within);
  if (promise === undefined) return undefined;
  return {
    kind: 'holds', promise, ...(scenario === undefined ? {} : { scenario }), ...(arrangement === undefined ? {} : { arrangement }),
    ...(node.strength === undefined ? {} : { strength: node.strength as Strength }), ...(node.atLeast ? { atLeast: true } : {}), ...(within === undefined ? {} : { within }), negated: node.negated,
  };
}

/** A bound on an attribute, or on the number that a numeric issue is settled at. */
function limit(b: Bridge, at: Site, node: ast.SubjectLimit): Subject | undefined {
  const place = placeOf(at.file, node);
  const found = b.resolveKind(at, node.number, ['attribute', 'issue']);
  const of = node.set === undefined ? undefined : set(b, at, node.set);
  if (found === undefined) return undefined;
  if (found.kind === 'attribute') {
    const { value, unit } = measure(b, at, node, found.id);
    if (node.bound === 'exactly') {
      b.report('form/incomplete', place, `a limit on \`${found.id}\` is \`at least\` or \`at most\` a number`, { help: `join the two by \`and\` if it is to be just ${show(value)}` });
      return undefined;
    }
    return { kind: 'limit', attribute: found.id, ...(of === undefined ? {} : { of }), bound: node.bound === 'least' ? 'at-least' : 'at-most', value, ...(unit === undefined ? {} : { unit }) };
  }
  if (of !== undefined) {
    b.report('form/incomplete', place, `\`${found.id}\` is a number to agree on, the same for everybody`, { help: 'leave `of` and the actors out, or name an attribute' });
    return undefined;
  }
  const range = rangeOf(b, found.id, place);
  const value = numberOf(node.value);
  if (range === undefined || !hasUnitOf(b, place, found.id, node.unit, range.unit)) return undefined;
  if (isLess(value, numberOf(range.min)) || isLess(numberOf(range.max), value)) {
    b.report('form/incomplete', place, `${node.value} is no number that \`${found.id}\` can be settled at`, {
      causes: causeOf(b, found.id, range), help: `its range is ${range.min} to ${range.max}${range.unit === undefined ? '' : ` ${range.unit}`}`,
    });
    return undefined;
  }
  const bound = node.bound === 'exactly' ? 'exactly' : node.bound === 'least' ? 'at-least' : 'at-most';
  return { kind: 'number', issue: found.id, bound, value, ...(range.unit === undefined ? {} : { unit: range.unit }) };
}

/** The range of a numeric issue; a finding and nothing if it has options instead. */
export function rangeOf(b: Bridge, issue: string, place: ReturnType<typeof placeOf>): ast.RangeDecl | undefined {
  const range = b.ranges.get(issue)?.node;
  if (range === undefined) b.report('form/incomplete', place, `\`${issue}\` has no range of numbers to agree on`, { help: 'name one of its options, or write `range … to …` in the issue' });
  return range;
}

function hasUnitOf(b: Bridge, place: ReturnType<typeof placeOf>, issue: string, written: string | undefined, unit: string | undefined): boolean {
  if (written === undefined || written === unit) return true;
  b.report('form/unit', place, unit === undefined ? `\`${issue}\` is a bare number, not counted in ${written}` : `\`${issue}\` is counted in ${unit}, not in ${written}`, {
    help: unit === undefined ? 'leave the unit out, or write it behind the range of the issue' : `write the number in ${unit}`,
  });
  return false;
}

function causeOf(b: Bridge, issue: string, range: AstNode): { readonly message: string; readonly place: ReturnType<typeof placeOf> }[] {
  return [{ message: 'the range', place: placeOf(b.ranges.get(issue)!.file, range) }];
}

function isLess(a: Rational, b: Rational): boolean {
  return a.num * b.den < b.num * a.den;
}
