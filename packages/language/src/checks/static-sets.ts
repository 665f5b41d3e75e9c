import type { Case, Id, SetExpr } from '@casus/model';

/** The members of groups, bodies and parties that have been asked for. */
const KNOWN = new WeakMap<Case, Map<string, ReadonlySet<Id> | undefined>>();

/** The members of a set where the text alone settles them; nothing if they depend on the event, the date or a bracket, or on themselves. */
export function membersOf(of: Case, set: SetExpr, around: ReadonlySet<string> = new Set()): ReadonlySet<Id> | undefined {
  const named = (key: string, inner: SetExpr | undefined): ReadonlySet<Id> | undefined => {
    if (inner === undefined || around.has(key)) return undefined;
    let known = KNOWN.get(of);
    if (known === undefined) KNOWN.set(of, (known = new Map()));
    // What leads into a circle has no members from wherever it is asked, so that every answer holds in general.
    if (!known.has(key)) known.set(key, membersOf(of, inner, new Set([...around, key])));
    return known.get(key);
  };
  switch (set.kind) {
    case 'actor':
      return new Set([set.id]);
    case 'group':
      return named(`group ${set.id}`, of.groups.get(set.id)?.members);
    case 'body':
      return named(`body ${set.id}`, of.bodies.get(set.id)?.members);
    case 'parties': {
      const instrument = of.instruments.get(set.instrument);
      // Who accedes or has left is not settled by the text alone.
      if (instrument !== undefined && (instrument.accessions.length > 0 || instrument.notices.length > 0)) return undefined;
      return named(`parties ${set.instrument}`, instrument?.parties);
    }
    case 'role':
    case 'during':
    case 'choice':
      return undefined;
    case 'union': {
      const all = new Set<Id>();
      for (const part of set.of) {
        const members = membersOf(of, part, around);
        if (members === undefined) return undefined;
        for (const member of members) all.add(member);
      }
      return all;
    }
    case 'intersection': {
      const parts = set.of.map((part) => membersOf(of, part, around));
      const [first] = parts;
      if (first === undefined || parts.some((part) => part === undefined)) return undefined;
      return new Set([...first].filter((member) => parts.every((part) => part!.has(member))));
    }
    case 'difference': {
      const from = membersOf(of, set.from, around);
      const without = membersOf(of, set.without, around);
      return from === undefined || without === undefined ? undefined : new Set([...from].filter((member) => !without.has(member)));
    }
  }
}

/** Whoever is a member of a set in some text on some day; nothing if it depends on the event, or on itself. */
export function widestMembersOf(of: Case, set: SetExpr, around: ReadonlySet<string> = new Set()): ReadonlySet<Id> | undefined {
  const all = (sets: readonly SetExpr[]): ReadonlySet<Id> | undefined => {
    const members = sets.map((part) => widestMembersOf(of, part, around));
    return members.some((one) => one === undefined) ? undefined : new Set(members.flatMap((one) => [...one!]));
  };
  const named = (key: string, sets: readonly SetExpr[] | undefined): ReadonlySet<Id> | undefined => {
    if (sets === undefined || around.has(key)) return undefined;
    const members = sets.map((inner) => widestMembersOf(of, inner, new Set([...around, key])));
    return members.some((one) => one === undefined) ? undefined : new Set(members.flatMap((one) => [...one!]));
  };
  switch (set.kind) {
    case 'actor':
      return new Set([set.id]);
    case 'role':
      return undefined;
    case 'group':
    case 'body': {
      const declared = (set.kind === 'group' ? of.groups : of.bodies).get(set.id);
      return named(`${set.kind} ${set.id}`, declared && [declared.members]);
    }
    case 'parties': {
      const instrument = of.instruments.get(set.instrument);
      return named(`parties ${set.instrument}`, instrument?.parties && [instrument.parties, ...instrument.accessions.map(({ who }) => who)]);
    }
    case 'during':
      return widestMembersOf(of, set.set, around);
    case 'choice':
      return all(set.alternatives.map(({ value }) => value));
    case 'union':
    case 'intersection':
      return all(set.of);
    case 'difference':
      return widestMembersOf(of, set.from, around);
  }
}
