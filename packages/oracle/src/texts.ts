/**
 * The texts of an arrangement: every way to take the options of the issues that occur in it.
 */
import type { Case, Id } from '../../model/src/case.js';

/** Every option that a part of a case mentions: the options of its alternatives, and those that its sentences stand under. */
function mentioned(node: unknown, found: Set<Id>): void {
  if (node instanceof Map) for (const value of node.values()) mentioned(value, found);
  else if (Array.isArray(node)) for (const value of node) mentioned(value, found);
  else if (typeof node === 'object' && node !== null) {
    for (const [name, value] of Object.entries(node)) {
      if (name === 'option' && typeof value === 'string') found.add(value);
      else if (name === 'options' && Array.isArray(value)) for (const o of value) typeof o === 'string' && found.add(o);
      else if (name !== 'place' && name !== 'provenance') mentioned(value, found);
    }
  }
}

/**
 * The issues with options that occur in an arrangement, in the order of the case: in its instruments, in any group, body, scenario or
 * promise, in what makes the parties of any instrument and in its recorded deeds, or because the arrangement takes an option of it.
 */
export function issuesOf(case_: Case, arrangement: Id): Id[] {
  const under = case_.arrangements.get(arrangement);
  if (under === undefined) throw new Error(`there is no arrangement \`${arrangement}\``);
  const found = new Set<Id>(under.options);
  mentioned([case_.groups, case_.bodies, case_.scenarios, case_.promises], found);
  for (const [id, instrument] of case_.instruments) {
    const { parties, accessions, notices, signatures, ratifications } = instrument;
    mentioned(under.instruments.includes(id) ? instrument : [parties, accessions, notices, signatures, ratifications], found);
  }
  const issues = new Set([...found].map(o => case_.options.get(o)?.issue));
  return [...case_.issues.values()].filter(i => i.range === undefined && i.options.length > 0 && issues.has(i.id)).map(i => i.id);
}

/** Every text of an arrangement: one option of each issue that occurs, the arrangement's own options fixed. At least the empty text. */
export function* texts(case_: Case, arrangement: Id): Iterable<Map<Id, Id>> {
  const fixed = new Map((case_.arrangements.get(arrangement)?.options ?? []).map(o => [case_.options.get(o)?.issue, o]));
  const open = issuesOf(case_, arrangement).map(issue => {
    const own = fixed.get(issue);
    return { issue, options: own === undefined ? (case_.issues.get(issue)?.options ?? []).map(o => o.id) : [own] };
  });
  function* from(i: number, text: readonly (readonly [Id, Id])[]): Iterable<Map<Id, Id>> {
    const next = open[i];
    if (next === undefined) yield new Map(text);
    else for (const option of next.options) yield* from(i + 1, [...text, [next.issue, option]]);
  }
  yield* from(0, []);
}
