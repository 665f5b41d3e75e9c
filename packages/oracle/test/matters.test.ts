/** What is new in a random case is not there for show: of each construct, its absence changes the verdict of some of the cases that have it. */
import { expect, it } from 'vitest';
import type { Case, Cond, Instrument } from '../../model/src/case.js';
import { ALWAYS } from '../src/build.js';
import { judge, judgment, showTime, TooBig, type OracleVerdict, type Question } from '../src/index.js';

/** The case without something; the same case if it has nothing of it. */
type Without = (case_: Case) => Case;

function instruments(case_: Case, change: (instrument: Instrument) => Instrument): Case {
  return { ...case_, instruments: new Map([...case_.instruments].map(([id, i]) => [id, change(i)])) };
}

function drop(...names: (keyof Instrument)[]): Without {
  return case_ =>
    instruments(case_, i => Object.fromEntries(Object.entries(i).flatMap(([name, value]) => (!names.includes(name as keyof Instrument) ? [[name, value]] : Array.isArray(value) ? [[name, []]] : []))) as unknown as Instrument);
}

/** The case with every node for which `change` finds another one replaced. */
function replace(change: (node: Readonly<Record<string, unknown>>) => unknown): Without {
  const walk = (node: unknown): unknown => {
    if (node instanceof Map) return new Map([...node].map(([key, value]) => [key, walk(value)]));
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const other = change(node as Readonly<Record<string, unknown>>);
    return other === undefined ? Object.fromEntries(Object.entries(node).map(([name, value]) => [name, walk(value)])) : other;
  };
  return case_ => ({ ...case_, instruments: walk(case_.instruments) as Case['instruments'], bodies: walk(case_.bodies) as Case['bodies'], promises: walk(case_.promises) as Case['promises'] });
}

function withoutKind(kind: Cond['kind'] | 'own' | 'fewer', instead: unknown): Without {
  return replace(node => (node['kind'] === kind ? instead : undefined));
}

/** How many random cases are tried at most, and how many of them each construct must decide. */
const SEEDS = 1500;
const ENOUGH = 3;

const NOBODY = { kind: 'union', of: [] } as const;
const NEVER = { kind: 'not', of: ALWAYS } as const;

const CONSTRUCTS: Readonly<Record<string, Without>> = {
  renewal: drop('renewal'),
  provisional: drop('provisional'),
  accessions: drop('accessions'),
  notices: drop('notices'),
  withdrawal: drop('withdrawal'),
  reservations: drop('reservations'),
  'signatures and ratifications': drop('signatures', 'ratifications'),
  suspensions: drop('suspensions'),
  finds: withoutKind('finds', NEVER),
  unfound: withoutKind('unfound', NEVER),
  'opted-out': withoutKind('opted-out', NEVER),
  signed: withoutKind('signed', NEVER),
  fewer: withoutKind('fewer', { kind: 'always' }),
  own: withoutKind('own', { kind: 'choice', alternatives: [] }),
  bearer: replace(node => (node['kind'] === 'role' && node['role'] === 'bearer' && 'place' in node ? NOBODY : undefined)),
  'request of a decision': replace(node => (('ballots' in node || 'fact' in node) && 'request' in node ? Object.fromEntries(Object.entries(node).filter(([name]) => name !== 'request')) : undefined)),
  blocs: replace(node => ('blocs' in node ? { ...node, blocs: [] } : undefined)),
  'later prevails': case_ => ({ ...case_, arrangements: new Map([...case_.arrangements].map(([id, a]) => [id, { ...a, laterPrevails: false }])) }),
};

function told(v: OracleVerdict): string {
  const games = [...v.entry, ...v.ends, ...v.suspends].map(g => [g.instrument, g.game.holding()]);
  return JSON.stringify([v.strength, v.meanwhile, v.vetoers, v.holding, v.pledgedStrength, v.defaults, v.longest === undefined ? null : showTime(v.longest), games]);
}

function verdictOf(case_: Case, question: Question): string | undefined {
  try {
    return told(judge(case_, { ...question, limit: 5_000 }));
  } catch (error) {
    if (error instanceof TooBig) return undefined;
    throw error;
  }
}

it('every construct decides the verdict of some random cases', { timeout: 120_000 }, () => {
  const decided = new Map(Object.keys(CONSTRUCTS).map(name => [name, 0]));
  const text = (case_: Case): string => JSON.stringify([...case_.instruments.values(), ...case_.bodies.values(), ...case_.promises.values(), ...case_.arrangements.values()], (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
  for (let seed = 0; seed < SEEDS; seed++) {
    const found = judgment(seed, 1_000);
    if (found === undefined) continue;
    const before = text(found.case_);
    for (const [name, without] of Object.entries(CONSTRUCTS)) {
      if ((decided.get(name) ?? 0) >= ENOUGH) continue;
      const less = without(found.case_);
      if (text(less) !== before && verdictOf(less, found.question) !== told(found.verdict)) decided.set(name, (decided.get(name) ?? 0) + 1);
    }
    if ([...decided.values()].every(n => n >= ENOUGH)) break;
  }
  expect([...decided].filter(([, n]) => n < ENOUGH).map(([name, n]) => `${name}: ${n}`)).toEqual([]);
});
