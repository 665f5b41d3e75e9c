/**
 * A census of a random case: which kinds of sets, conditions, rules, … and which optional parts occur in it. What union a node belongs to
 * follows from the name of the part that it stands in.
 */

/** The unions of the data types. */
export type Union = 'SetExpr' | 'Cond' | 'Rule' | 'RuleCount' | 'Quantity' | 'Deadline' | 'Target' | 'Quantifier' | 'PromiseExpr' | 'Action';

/** The union that a part of this name holds. `of`, `value` and the like hold the union that they stand in. */
const UNION_OF: Readonly<Record<string, Union>> = {
  members: 'SetExpr', voters: 'SetExpr', who: 'SetExpr', among: 'SetExpr', from: 'SetExpr', without: 'SetExpr', set: 'SetExpr', on: 'SetExpr', by: 'SetExpr',
  bearer: 'SetExpr', siding: 'SetExpr', requester: 'SetExpr', beneficiary: 'SetExpr', parties: 'SetExpr',
  when: 'Cond', unless: 'Cond', rule: 'Rule', rules: 'Rule', threshold: 'RuleCount', quorum: 'RuleCount', count: 'Quantity', max: 'Quantity',
  deadline: 'Deadline', delay: 'Deadline', notice: 'Deadline', target: 'Target', quantifier: 'Quantifier', expr: 'PromiseExpr', action: 'Action',
};

/** The kind of record that a part of this name holds, where it has optional parts. */
const RECORD_OF: Readonly<Record<string, string>> = {
  instruments: 'Instrument', bodies: 'Body', rules: 'BodyRule', decision: 'Decision', arrangements: 'Arrangement', norms: 'Norm', scenarios: 'Scenario', events: 'ScenarioEvent',
  promises: 'Promise', determination: 'Determination', provisional: 'Provisional', notices: 'Notice', reservations: 'Reservation', signatures: 'Deed', ratifications: 'Deed',
  ends: 'Ending', suspensions: 'Ending', withdrawal: 'Withdrawal', accessions: 'Accession', recusals: 'Recusal', issues: 'Issue', actors: 'Actor', groups: 'Group',
};

type Node = Readonly<Record<string, unknown>>;

function isPresent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return value !== undefined && value !== false;
}

/** Counts `Union:kind`, `Record.part` for every part that is there and not empty, and `part=value` for strings, in a case. */
export function census(node: unknown, into: Map<string, number>, union?: Union, record?: string): void {
  if (node instanceof Map) for (const value of node.values()) census(value, into, union, record);
  else if (Array.isArray(node)) for (const value of node) census(value, into, union, record);
  else if (typeof node === 'object' && node !== null) ofObject(node as Node, into, union, record);
}

function ofObject(node: Node, into: Map<string, number>, union: Union | undefined, record: string | undefined): void {
  const add = (key: string): unknown => into.set(key, (into.get(key) ?? 0) + 1);
  const owner = typeof node['kind'] === 'string' && union !== undefined ? union : undefined;
  if (owner !== undefined) add(`${owner}:${String(node['kind'])}`);
  for (const [name, value] of Object.entries(node)) {
    if (name === 'place' || name === 'provenance') continue;
    if (record !== undefined && isPresent(value)) add(`${record}.${name}`);
    if (owner !== undefined && isPresent(value)) add(`${owner}:${String(node['kind'])}.${name}`);
    if (typeof value === 'string') add(`${name}=${value}`);
    else census(value, into, UNION_OF[name] ?? (name === 'request' ? undefined : union), RECORD_OF[name]);
  }
}
