import type { Id, Quantifier, Role, SetExpr, Target } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { alternatives } from './brackets.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { date } from './quantities.js';
import { shareOf } from './shares.js';

const ROLES: Readonly<Record<string, Role>> = {
  attacker: 'attacker', attackers: 'attacker', victim: 'victim', victims: 'victim', requester: 'requester', requesters: 'requester',
  others: 'others', everyone: 'everyone', hostile: 'hostile', partiestothedispute: 'disputants', partytothedispute: 'disputants', it: 'bearer',
};

/** The role that words bind. */
export function roleOf(node: ast.SetRole): Role {
  return ROLES[node.role.replaceAll(/\s/gu, '')]!;
}

/** A set of actors. What cannot be resolved is left out (and told). */
export function set(b: Bridge, at: Site, node: ast.SetExpr): SetExpr {
  const place = placeOf(at.file, node);
  switch (node.$type) {
    case 'SetRef': {
      const found = b.resolveKind(at, node.ref, ['actor', 'group', 'body']);
      const from = date(b, at, node, 'from');
      const until = date(b, at, node, 'until');
      if (from !== undefined && until !== undefined && from > until) b.report('form/date', place, `the membership ends on ${until}, before it begins on ${from}`, { help: 'swap the two dates, or correct one' });
      if (found === undefined) return { kind: 'union', of: [], place };
      const ref: SetExpr = { kind: found.kind as 'actor' | 'group' | 'body', id: found.id, place };
      return from === undefined && until === undefined ? ref : { kind: 'during', set: ref, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), place };
    }
    case 'SetRole':
      return { kind: 'role', role: roleOf(node), place };
    case 'SetParties': {
      const instrument = node.instrument === undefined ? at.instrument : b.resolve(at, node.instrument, ['instrument']);
      if (instrument === undefined && node.instrument === undefined) b.report('form/incomplete', place, 'the parties of which instrument?', { help: 'write `the parties of` and its name' });
      return instrument === undefined ? { kind: 'union', of: [], place } : { kind: 'parties', instrument, place };
    }
    case 'SetSeats': {
      const id = b.ids.get(node);
      if (id !== undefined) return { kind: 'group', id, place };
      b.report('form/incomplete', place, 'seats cannot be made here', { help: 'seats belong to the members of a body, to a group or to the parties of an instrument' });
      return { kind: 'union', of: [], place };
    }
    case 'SetUnion':
      return { kind: 'union', of: node.items.map((item) => set(b, at, item)), place };
    case 'SetIntersection':
      return { kind: 'intersection', of: [set(b, at, node.left), set(b, at, node.right)], place };
    case 'SetDifference':
      return { kind: 'difference', from: set(b, at, node.from), without: set(b, at, node.without), place };
    case 'SetBracket':
      return { kind: 'choice', alternatives: alternatives(b, at, node.alternatives, (each) => set(b, at, each)), place };
  }
}

/** How many of a set, and the set. */
export function quantified(b: Bridge, at: Site, node: ast.Quantified): { readonly quantifier: Quantifier; readonly who: SetExpr } {
  const who = set(b, at, node.set);
  if (node.share !== undefined && node.attribute !== undefined) {
    const attribute = b.resolve(at, node.attribute, ['attribute']);
    if (node.count !== undefined || node.any) {
      b.report('form/incomplete', placeOf(at.file, node), 'a number of states and a share cannot be asked for at once', { help: 'join two conditions by `and`' });
    }
    return { quantifier: attribute === undefined ? { kind: 'all' } : { kind: 'share', share: shareOf(b, at, node.share), attribute, strict: node.strict }, who };
  }
  if (node.any) return { quantifier: { kind: 'at-least', count: 1 }, who };
  if (node.count !== undefined) return { quantifier: { kind: 'at-least', count: Number(node.count.replaceAll('_', '')) }, who };
  return { quantifier: { kind: 'all' }, who };
}

/** What an act is aimed at in a sentence, condition or promise. */
export function aim(b: Bridge, at: Site, act: Id | undefined, node: ast.Target | undefined): Target {
  const aimed = target(b, at, node);
  if (act !== undefined && node !== undefined) b.aims.push({ act, target: aimed, place: placeOf(at.file, node) });
  return aimed;
}

/** What an act is aimed at. */
export function target(b: Bridge, at: Site, node: ast.Target | undefined): Target {
  if (node === undefined) return { kind: 'none' };
  if (node.oneAnother) return { kind: 'one-another' };
  if (node.each !== undefined) return { kind: 'each', set: set(b, at, node.each) };
  if (node.role !== undefined) return { kind: 'role', role: roleOf(node.role) };
  const id = node.ref === undefined ? undefined : b.resolve(at, node.ref, ['actor', 'group', 'body', 'organisation', 'instrument', 'region']);
  return id === undefined ? { kind: 'none' } : { kind: 'thing', id };
}
