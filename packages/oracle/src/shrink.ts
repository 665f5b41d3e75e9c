/**
 * Shrinking a case that shows a mismatch: smaller cases are tried as long as the mismatch stays.
 */
import type { Case } from '../../model/src/case.js';
import { ALWAYS } from './build.js';

/** Lists from which any element may be taken away; the number says how many must stay. */
const LISTS: Readonly<Record<string, number>> = {
  norms: 0, unless: 0, options: 0, means: 0, subjectTo: 0, notwithstanding: 0, withoutPrejudice: 0, ends: 0, suspensions: 0,
  signatures: 0, ratifications: 0, reservations: 0, accessions: 0, notices: 0, survives: 0, blocs: 0, silences: 0, recusals: 0, rules: 0, events: 1,
  yieldsTo: 0, of: 1, attributes: 1, instruments: 1,
};

/** Parts that may be left out. */
const PARTS: readonly string[] = [
  'within', 'outside', 'among', 'quorum', 'entry', 'renewal', 'provisional', 'withdrawal', 'leaves', 'on', 'signed', 'laterPrevails',
  'request', 'parties', 'inForceSince', 'expires', 'beneficiary', 'requester', 'date', 'region', 'by', 'upTo',
  'attribute', 'from', 'until', 'notBefore',
];

/** Kinds of conditions, which `true` may stand for. */
const CONDITIONS = new Set(['event', 'decided', 'failing', 'did', 'consent', 'request', 'fact', 'finds', 'unfound', 'opted-out', 'signed', 'ratified', 'withdrawn']);

/** Kinds whose parts cannot be left out. */
const WHOLE = new Set(['share', 'exceed', 'difference', 'date', 'own']);

type Node = Readonly<Record<string, unknown>>;

/** Simpler things that may stand in the place of a node as a whole. */
function replacements(node: Node): unknown[] {
  const { kind } = node;
  const inner: unknown[] = [];
  if ((kind === 'and' || kind === 'or' || kind === 'union' || kind === 'intersection') && Array.isArray(node['of'])) inner.push(...(node['of'] as unknown[]));
  if (kind === 'not' || kind === 'after') inner.push(node['of']);
  if (kind === 'difference') inner.push(node['from']);
  if (kind === 'during') inner.push(node['set']);
  if (kind === 'restricted') inner.push(node['rule']);
  if (kind === 'choice') inner.push(...(node['alternatives'] as readonly Node[]).map(a => a['value']));
  if (typeof kind === 'string' && CONDITIONS.has(kind)) inner.push(ALWAYS);
  if (kind === 'days' || kind === 'indeterminate' || (kind === 'date' && node['date'] !== undefined)) inner.push({ kind: 'none' });
  return inner.filter(x => x !== undefined);
}

/** Every node that is one step simpler than this one. Events keep those whom they are about. */
function* simpler(node: unknown): Iterable<unknown> {
  if (node instanceof Map) {
    for (const [key, value] of node) for (const v of simpler(value)) yield new Map(node).set(key, v);
  } else if (Array.isArray(node)) {
    for (const [i, value] of (node as unknown[]).entries()) for (const v of simpler(value)) yield (node as unknown[]).with(i, v);
  } else if (typeof node === 'object' && node !== null) {
    yield* simplerObject(node as Node);
  }
}

function* simplerObject(node: Node): Iterable<unknown> {
  yield* replacements(node);
  const isEvent = 'event' in node && !('kind' in node);
  const isNeeded = (name: string): boolean => (isEvent && name === 'by') || ('event' in node && name === 'on');
  for (const [name, value] of Object.entries(node)) {
    if (name === 'place' || name === 'provenance') continue;
    const least = LISTS[name];
    if (least !== undefined && Array.isArray(value) && value.length > least && !('range' in node) && !('heldBy' in node)) {
      for (const i of value.keys()) yield { ...node, [name]: value.filter((_, j) => j !== i) };
    }
    if (PARTS.includes(name) && value !== undefined && !isNeeded(name) && !WHOLE.has(String(node['kind']))) {
      yield Object.fromEntries(Object.entries(node).filter(([n]) => n !== name));
    }
    if (name === 'deadline' && (value as Node)['kind'] !== 'none') yield { ...node, deadline: { kind: 'none' } };
    for (const v of simpler(value)) yield { ...node, [name]: v };
  }
}

/**
 * All cases that are one step simpler: without a norm, a condition, an event, a part of a promise, a bracket, a deadline, … Tables of
 * names stay as they are, so that nothing points into the void.
 */
export function* simplerCases(case_: Case): Iterable<Case> {
  for (const name of ['instruments', 'promises', 'scenarios', 'arrangements', 'bodies', 'groups'] as const) {
    for (const table of simpler(case_[name])) yield { ...case_, [name]: table };
  }
}

/**
 * The case made as simple as it can be, step by step, while `fails` stays true. A step on which `fails` throws is not taken. Stops after
 * `steps` tries.
 */
export function shrink(case_: Case, fails: (smaller: Case) => boolean, steps = 20_000): Case {
  let best = case_;
  let left = steps;
  for (;;) {
    let found: Case | undefined;
    for (const smaller of simplerCases(best)) {
      if (left-- <= 0) return best;
      if (failsQuietly(smaller, fails)) {
        found = smaller;
        break;
      }
    }
    if (found === undefined) return best;
    best = found;
  }
}

function failsQuietly(case_: Case, fails: (smaller: Case) => boolean): boolean {
  try {
    return fails(case_);
  } catch {
    return false;
  }
}
