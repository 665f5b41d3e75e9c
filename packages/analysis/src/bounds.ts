import type { Case, Id, SetExpr } from '@casus/model';

/**
 * Who could be a member of a set in some text, on some day, whoever attacks whom: nobody else ever is. Roles may be anybody's, seats included.
 */
export function widest(case_: Case, set: SetExpr, around: ReadonlySet<string> = new Set()): ReadonlySet<Id> {
  const of = (inner: SetExpr): ReadonlySet<Id> => widest(case_, inner, around);
  switch (set.kind) {
    case 'actor':
      return new Set([set.id]);
    case 'group':
    case 'body':
      return named(case_, set, around, widest, everybody(case_));
    case 'parties': {
      const acceding = case_.instruments.get(set.instrument)?.accessions.flatMap(({ who }) => [...of(who)]) ?? [];
      return new Set([...named(case_, set, around, widest, everybody(case_)), ...acceding]);
    }
    case 'role':
      return everybody(case_);
    case 'union':
      return new Set(set.of.flatMap((part) => [...of(part)]));
    case 'intersection':
      return common(set.of.map(of));
    case 'difference': {
      const without = surest(case_, set.without, around);
      return new Set([...of(set.from)].filter((id) => !without.has(id)));
    }
    case 'during':
      return of(set.set);
    case 'choice':
      return new Set(set.alternatives.flatMap(({ value }) => [...of(value)]));
    default:
      return everybody(case_);
  }
}

/** Who is a member of a set in every text, on every day, whoever attacks whom. */
export function surest(case_: Case, set: SetExpr, around: ReadonlySet<string> = new Set()): ReadonlySet<Id> {
  const of = (inner: SetExpr): ReadonlySet<Id> => surest(case_, inner, around);
  switch (set.kind) {
    case 'actor':
      return new Set([set.id]);
    case 'group':
    case 'body':
      return named(case_, set, around, surest, new Set());
    case 'parties':
      return mayBeLeft(case_, set.instrument) ? new Set() : named(case_, set, around, surest, new Set());
    case 'union':
      return new Set(set.of.flatMap((part) => [...of(part)]));
    case 'intersection':
      return common(set.of.map(of));
    case 'difference': {
      const without = widest(case_, set.without, around);
      return new Set([...of(set.from)].filter((id) => !without.has(id)));
    }
    case 'choice': {
      const issues = new Set(set.alternatives.map(({ option }) => case_.options.get(option)?.issue));
      const [issue] = issues;
      const options = issue === undefined || issues.size > 1 ? undefined : case_.issues.get(issue)?.options;
      const all = options?.every(({ id }) => set.alternatives.some(({ option }) => option === id)) ?? false;
      return all ? common(set.alternatives.map(({ value }) => of(value))) : new Set();
    }
    default:
      return set.kind === 'during' && set.from === undefined && set.until === undefined ? of(set.set) : new Set();
  }
}

/** Whether parties of an instrument may leave it, or have left. */
function mayBeLeft(case_: Case, id: Id): boolean {
  const instrument = case_.instruments.get(id);
  return instrument !== undefined && (instrument.withdrawal !== undefined || instrument.notices.length > 0);
}

/** The members of what is declared; of a set that contains itself (an error of form), `unknown`. */
function named(
  case_: Case, set: Extract<SetExpr, { kind: 'group' | 'body' | 'parties' }>, around: ReadonlySet<string>,
  of: (case_: Case, set: SetExpr, around: ReadonlySet<string>) => ReadonlySet<Id>, unknown: ReadonlySet<Id>,
): ReadonlySet<Id> {
  const id = set.kind === 'parties' ? set.instrument : set.id;
  const key = `${set.kind} ${id}`;
  const members = set.kind === 'group' ? case_.groups.get(id)?.members : set.kind === 'body' ? case_.bodies.get(id)?.members : case_.instruments.get(id)?.parties;
  if (members === undefined || around.has(key)) return unknown;
  let known = KNOWN.get(case_);
  if (known === undefined) KNOWN.set(case_, (known = new Map()));
  const memory = `${of === widest ? 'widest' : 'surest'} ${key}`;
  let found = known.get(memory);
  if (found === undefined) known.set(memory, (found = of(case_, members, new Set([...around, key]))));
  return found;
}

/** The bounds of declared sets that have been asked for; cases do not change. */
const KNOWN = new WeakMap<Case, Map<string, ReadonlySet<Id>>>();

function common(sets: readonly ReadonlySet<Id>[]): ReadonlySet<Id> {
  const [first, ...rest] = sets;
  return new Set([...(first ?? [])].filter((id) => rest.every((other) => other.has(id))));
}

const everybody = (case_: Case): ReadonlySet<Id> => new Set(case_.actors.keys());
