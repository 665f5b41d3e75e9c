/** Every citation of a case, wherever it stands. */
import type { Case, Citation, Id, Provenance } from '@casus/model';

/** The node that a citation supports: what it is (`norm`, `actor`, `rule`, `account` …) and its full name, or that of the node it stands in. */
export interface CitationContext {
  readonly kind: string;
  readonly id: Id;
}

/** A citation, the provenance it belongs to, and the node that rests on it. */
export interface CitationInCase {
  readonly citation: Citation;
  readonly provenance: Provenance;
  readonly context: CitationContext;
}

/** Names of tables and lists whose singular is not the name less its last letter. */
const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['bodies', 'body'],
  ['entry', 'entry'],
  ['promises', 'promise'],
  ['silences', 'silence'],
]);

const singular = (name: string): string => SINGULAR.get(name) ?? name.replace(/s$/, '');

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isProvenance = (value: object): value is Provenance => 'cites' in value && Array.isArray(value.cites);

/** The full name of a node: its own, that of the actor of a position, that of the instrument of a silence; else the one it stands in. */
const nameOf = (node: object, outer: Id): Id => {
  for (const key of ['id', 'actor', 'instrument']) {
    const name = (node as Fields)[key];
    if (typeof name === 'string') return name;
  }
  return outer;
};

/**
 * All citations of a case in the order of its tables. Goes through the plain data and takes every object with a list `cites`,
 * so that it covers kinds of nodes that are yet to come; each citation comes once, even where several nodes share it.
 */
export function citations(case_: Case): readonly CitationInCase[] {
  const found: CitationInCase[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, holder: CitationContext, kind: string): void => {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    if (isProvenance(value)) {
      for (const citation of value.cites) {
        if (!seen.has(citation)) found.push({ citation, provenance: value, context: holder });
        seen.add(citation);
      }
      return;
    }
    if (value instanceof Map || Array.isArray(value)) {
      for (const item of value.values()) visit(item, holder, kind);
      return;
    }
    const context = 'provenance' in value ? { kind, id: nameOf(value, holder.id) } : holder;
    for (const [name, part] of Object.entries(value)) {
      const direct = name === 'provenance' ? kind : singular(name);
      visit(part, context, direct);
    }
  };
  const { files: _files, ...tables } = case_;
  visit(tables, { kind: 'case', id: case_.title }, 'case');
  return found;
}
