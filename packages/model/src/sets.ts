import { FALSE, TRUE, type Node } from '@casus/diagrams';
import type { Id, Role, SetExpr, Target } from './case.js';
import type { Meaning } from './meaning.js';
import { covers, namedActors } from './world.js';

/** A set of actors that may depend on the text: for each possible member the texts in which it is one. */
export type Members = ReadonlyMap<Id, Node>;

/** The members of a set under the judgment's text and roles (docs/meaning.md, section 2). */
export function membersOf(meaning: Meaning, expr: SetExpr): Members {
  const { world, manager: m } = meaning;
  switch (expr.kind) {
    case 'actor':
      return new Map([[expr.id, TRUE]]);
    case 'group':
      return meaning.named(`group ${expr.id}`, world.case.groups.get(expr.id)?.members);
    case 'body':
      return meaning.named(`body ${expr.id}`, world.case.bodies.get(expr.id)?.members);
    case 'parties':
      return meaning.parties(expr.instrument);
    case 'role':
      return new Map([...roleOf(meaning, expr.role)].map((id) => [id, TRUE]));
    case 'union': {
      const result = new Map<Id, Node>();
      for (const part of expr.of) for (const [id, node] of membersOf(meaning, part)) result.set(id, m.or(result.get(id) ?? FALSE, node));
      return result;
    }
    case 'intersection': {
      const [first, ...rest] = expr.of.map((part) => membersOf(meaning, part));
      return kept([...(first ?? [])].map(([id, node]) => [id, m.andAll([node, ...rest.map((set) => set.get(id) ?? FALSE)])]));
    }
    case 'difference': {
      const without = membersOf(meaning, expr.without);
      return kept([...membersOf(meaning, expr.from)].map(([id, node]) => [id, m.and(node, m.not(without.get(id) ?? FALSE))]));
    }
    case 'during':
      return covers(expr.from, expr.until, world.date) ? membersOf(meaning, expr.set) : new Map();
    case 'choice': {
      const result = new Map<Id, Node>();
      for (const { option, value } of expr.alternatives) {
        const taken = meaning.option(option);
        for (const [id, node] of membersOf(meaning, value)) result.set(id, m.or(result.get(id) ?? FALSE, m.and(taken, node)));
      }
      return kept([...result]);
    }
  }
}

const kept = (entries: [Id, Node][]): Members => new Map(entries.filter(([, node]) => node !== FALSE));

/** The actors in a role. */
export function roleOf(meaning: Meaning, role: Role): ReadonlySet<Id> {
  const { world } = meaning;
  switch (role) {
    case 'attacker':
      return world.attackers;
    case 'victim':
      return world.victims;
    case 'requester':
      return world.requesters;
    case 'hostile':
      return world.hostile;
    case 'disputants':
      return new Set([...world.attackers, ...world.victims]);
    case 'others':
      return new Set(namedActors(world.case).map((actor) => actor.id).filter((id) => !world.hostile.has(id) && !world.victims.has(id)));
    case 'everyone':
      return new Set(namedActors(world.case).map((actor) => actor.id));
    // The bearer of a sentence is put into its conditions before they are asked (bearer.ts).
    case 'bearer':
      return new Set();
  }
}

/** What an act is aimed at: the thing, absent for an act that is aimed at nothing, and the texts in which it is. */
export interface Aim {
  readonly target: Id | undefined;
  readonly when: Node;
}

/** What a bearer's act is aimed at (docs/meaning.md, section 3). `bearers` are those whom "one another" means. */
export function aimsOf(meaning: Meaning, target: Target, bearer: Id, bearers: Members): readonly Aim[] {
  const butItself = (members: Members): Aim[] => [...members].filter(([id]) => id !== bearer).map(([id, when]) => ({ target: id, when }));
  switch (target.kind) {
    case 'none':
      return [{ target: undefined, when: TRUE }];
    case 'thing':
      return [{ target: target.id, when: TRUE }];
    case 'role':
      return [...roleOf(meaning, target.role)].filter((id) => id !== bearer).map((id) => ({ target: id, when: TRUE }));
    case 'each':
      return butItself(membersOf(meaning, target.set));
    case 'one-another':
      return butItself(bearers);
  }
}
