import type { Node } from '@casus/diagrams';
import type { Case, Decision } from './case.js';
import type { Choices } from './choices.js';
import type { World } from './world.js';

/** The outcomes of votes, by what else they depend on besides the choices. */
interface Votes {
  readonly epoch: number;
  readonly by: Map<string, Map<Decision, Node>>;
}

const KNOWN = new WeakMap<Choices, Votes>();

/**
 * The outcome of a vote in which nobody's part in the scenario counts: it is the same in all judgments of one date and the same fixed options, whoever
 * attacks whom. What `make` finds is kept until nodes are freed.
 */
export function sameVote(choices: Choices, { case: case_, date, fixed }: World, decision: Decision, make: () => Node): Node {
  if (asksForRoles(case_, decision)) return make();
  const { epoch } = choices.manager;
  let votes = KNOWN.get(choices);
  if (votes?.epoch !== epoch) KNOWN.set(choices, (votes = { epoch, by: new Map() }));
  const key = JSON.stringify([date, ...fixed]);
  let nodes = votes.by.get(key);
  if (nodes === undefined) votes.by.set(key, (nodes = new Map()));
  let node = nodes.get(decision);
  if (node === undefined) nodes.set(decision, (node = make()));
  return node;
}

/** Whether a decision, or a group or body that it names, speaks of attackers, victims and the like, or of the parties of an instrument (whom notices and conditions change). */
function asksForRoles(case_: Case, decision: Decision): boolean {
  let asks = ASKS.get(decision);
  if (asks === undefined) ASKS.set(decision, (asks = speaksOfRoles(case_, decision, new Set())));
  return asks;
}

/** Asked of the same decisions in every judgment; they do not change. */
const ASKS = new WeakMap<Decision, boolean>();

/** The case is plain data, so this looks at every value. */
function speaksOfRoles(case_: Case, part: unknown, seen: Set<unknown>): boolean {
  if (typeof part === 'string') {
    // Any text that is the name of a group or body counts as naming it.
    const named = [case_.groups.get(part), case_.bodies.get(part)].filter((declared) => declared !== undefined && !seen.has(declared));
    return named.some((declared) => (seen.add(declared), speaksOfRoles(case_, declared, seen)));
  }
  if (typeof part !== 'object' || part === null) return false;
  if (Array.isArray(part)) return part.some((each) => speaksOfRoles(case_, each, seen));
  if (part instanceof Map) return [...part.values()].some((each) => speaksOfRoles(case_, each, seen));
  const { kind } = part as { readonly kind?: unknown };
  if (kind === 'role' || kind === 'parties') return true;
  return Object.entries(part).some(([key, value]) => key !== 'place' && key !== 'provenance' && key !== 'label' && speaksOfRoles(case_, value, seen));
}
