import type { Case, Id } from '@casus/model';

/** Keys that hold no part of the meaning: where a sentence stands, and who says so. */
const BESIDE: ReadonlySet<string> = new Set(['place', 'provenance', 'statements', 'label', 'name']);

/**
 * Every part of a sentence, set or rule, and of the groups, bodies and parties that it speaks of, each once. `without`: keys whose contents are
 * left out.
 */
export function* reached(case_: Case, start: unknown, without: ReadonlySet<string> = new Set()): Iterable<Readonly<Record<string, unknown>>> {
  const seen = new Set<unknown>();
  const open: unknown[] = [start];
  for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    if (Array.isArray(node)) {
      open.push(...node);
      continue;
    }
    const part = node as Readonly<Record<string, unknown>>;
    yield part;
    for (const [key, value] of Object.entries(part)) {
      if (BESIDE.has(key) || without.has(key)) continue;
      if (typeof value === 'string') open.push(...behind(case_, key, value, without));
      else open.push(value);
    }
  }
}

/** What a name in a sentence stands for. */
function behind(case_: Case, key: string, id: Id, without: ReadonlySet<string>): unknown[] {
  if (key === 'id') return [case_.groups.get(id)?.members ?? case_.bodies.get(id)?.members];
  if (key === 'instrument') return [case_.instruments.get(id)?.parties];
  const body = key === 'body' ? case_.bodies.get(id) : undefined;
  if (body === undefined) return [];
  const blocs = (body.blocs ?? []).map((bloc) => ({ body: bloc }));
  return [body.members, body.rules, blocs, ...(without.has('recusals') ? [] : [body.recusals])];
}

/** Whether a part of a case depends on who attacks whom. */
export function turnsOnRoles(case_: Case, node: unknown, without?: ReadonlySet<string>): boolean {
  for (const part of reached(case_, node, without)) if (part['kind'] === 'role') return true;
  return false;
}

/** A part of a case as text, without where it stands and who says so: parts with one text mean the same. */
export function written(node: unknown): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'place' || key === 'provenance' ? undefined : typeof value === 'bigint' ? `${value}` : value)) ?? '';
}
