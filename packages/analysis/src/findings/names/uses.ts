import { identityOf, type Case, type Id } from '@casus/model';

/** Keys whose text is for readers, or says only where something is declared. */
const NO_USE: ReadonlySet<string> = new Set(['id', 'name', 'label', 'place', 'note', 'phrase', 'at', 'text', 'title', 'seat', 'ballots', 'url', 'obtain', 'publisher', 'author', 'begins', 'digest', 'unit', 'number']);

/** Keys that tie a declaration to what it is declared in. */
const OWNERS: ReadonlySet<string> = new Set(['instrument', 'issue', 'body']);

/**
 * Every name that something else in the case uses: a sentence, a set, another declaration, a position, a negotiation, an amendment, a citation, an expectation about a promise. What
 * only confirms a finding uses nothing.
 */
export function usedNames(case_: Case): ReadonlySet<Id> {
  const used = new Set<Id>();
  const { actors, groups, bodies, acts, events, regions, facts, attributes, organisations, instruments, issues, options, scenarios, promises, arrangements, sources, negotiations, amendments } = case_;
  for (const table of [actors, groups, bodies, acts, events, regions, facts, attributes, organisations, instruments, issues, options, scenarios, promises, arrangements, sources, negotiations, amendments]) {
    for (const [own, declared] of table as ReadonlyMap<Id, object>) for (const name of usedBy(declared, own)) used.add(name);
  }
  for (const line of [...case_.positions, ...case_.disputes, ...case_.expectations.filter(({ kind }) => kind !== 'finding')]) collect(line, '', used);
  return used;
}

/** The names that one declaration uses. */
function usedBy(declared: object, own: Id): ReadonlySet<Id> {
  const identity = identityOf(declared);
  let used = USED.get(identity);
  if (used === undefined) {
    const found = new Set<Id>();
    for (const [key, value] of Object.entries(declared)) if (!OWNERS.has(key) && !NO_USE.has(key)) collect(value, own, found);
    USED.set(identity, (used = found));
  }
  return used;
}

/** By what is the same of a declaration wherever it stands. */
const USED = new WeakMap<object, ReadonlySet<Id>>();

function collect(start: unknown, own: Id, used: Set<Id>): void {
  const open: unknown[] = [start];
  for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
    if (typeof node === 'string') {
      if (node !== own) used.add(node);
    } else if (node instanceof Map) {
      open.push(...node.keys(), ...node.values());
    } else if (Array.isArray(node)) {
      for (const part of node) open.push(part);
    } else if (typeof node === 'object' && node !== null) {
      const parts = node as Readonly<Record<string, unknown>>;
      // What a set names stands under `id`; what a sentence or a declaration is called does too, and is no use of it.
      if (typeof parts['id'] === 'string' && 'kind' in parts && !('name' in parts)) open.push(parts['id']);
      for (const key in parts) if (!NO_USE.has(key)) open.push(parts[key]);
    }
  }
}

/** Whether a set or target of the case speaks of everyone, or of all others: then every actor is spoken of. */
export function speaksOfEveryone(case_: Case): boolean {
  const found = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    if (Array.isArray(node)) return node.some(found);
    const parts = node as Readonly<Record<string, unknown>>;
    if (parts['kind'] === 'role' && (parts['role'] === 'everyone' || parts['role'] === 'others')) return true;
    for (const key in parts) if (key !== 'place' && key !== 'provenance' && found(parts[key])) return true;
    return false;
  };
  const foundIn = (declared: object): boolean => {
    const identity = identityOf(declared);
    let speaks = SPEAKS.get(identity);
    if (speaks === undefined) SPEAKS.set(identity, (speaks = found(declared)));
    return speaks;
  };
  const { instruments, groups, bodies, scenarios, promises, negotiations, amendments, positions } = case_;
  return [instruments, groups, bodies, scenarios, promises, negotiations, amendments].some((table) => [...(table as ReadonlyMap<Id, object>).values()].some(foundIn)) || positions.some(found);
}

/** Whether a declaration speaks of everyone, by what is the same of it wherever it stands. */
const SPEAKS = new WeakMap<object, boolean>();
