import type { Case, Declared, Id, Rule, SetExpr } from '@casus/model';
import type { Report } from './report.js';

/** A group, body, act, kind of event, region or source is never part of itself, and no body decides by its own decision. */
export function nothingContainsItself(of: Case, report: Report): void {
  const parents = (table: ReadonlyMap<Id, Declared & { readonly parents: readonly Id[] }>, verb: string): void => {
    reportCycles(table, (declared) => declared.parents, verb, report);
  };
  parents(of.acts, 'is a kind of itself');
  parents(of.events, 'is a kind of itself');
  parents(of.regions, 'lies in itself');
  reportCycles(of.sources, (source) => (source.within === undefined ? [] : [source.within]), 'stands inside itself', report);
  reportCycles(setsOf(of), ({ set }) => (set === undefined ? [] : [...namesIn(set)]), 'contains itself', report);
  reportCycles(of.bodies, (body) => [...(body.blocs ?? []), ...body.rules.flatMap(({ rule }) => [...deciders(rule)])], 'decides by its own decision', report);
}

/** Everything that is made of a set: groups, bodies, and instruments by their parties. */
export function setsOf(of: Case): ReadonlyMap<Id, Declared & { readonly set: SetExpr | undefined }> {
  const sets = new Map<Id, Declared & { readonly set: SetExpr | undefined }>();
  for (const group of of.groups.values()) sets.set(group.id, { ...group, set: group.members });
  for (const body of of.bodies.values()) sets.set(body.id, { ...body, set: body.members });
  for (const instrument of of.instruments.values()) {
    const { parties, accessions, notices, place } = instrument;
    const all = [...(parties === undefined ? [] : [parties]), ...[...accessions, ...notices].map(({ who }) => who)];
    sets.set(instrument.id, { ...instrument, set: all.length > 0 ? { kind: 'union', of: all, place } : undefined });
  }
  return sets;
}

/** Tells every circle of a relation once, at its first member in the order of the table. */
function reportCycles<T extends Declared>(table: ReadonlyMap<Id, T>, next: (of: T) => readonly Id[], verb: string, report: Report): void {
  for (const path of cyclesOf([...table.keys()], (id) => next(table.get(id)!).filter((other) => table.has(other)))) {
    const first = table.get(path[0]!)!;
    report('form/cycle', first.place, `\`${first.id}\` ${verb}${path.length > 1 ? `: ${[...path, path[0]!].map((id) => `\`${id}\``).join(' → ')}` : ''}`, {
      causes: path.slice(1).map((id) => ({ message: `\`${id}\``, place: table.get(id)!.place })), help: 'take one step out of the circle', about: path,
    });
  }
}

/** One circle through each set of nodes that lead to one another, as a path that begins at its first node. */
export function cyclesOf<N>(nodes: readonly N[], next: (node: N) => readonly N[]): N[][] {
  const done = new Set<N>();
  const found: N[][] = [];
  for (const root of nodes) {
    if (done.has(root)) continue;
    const path: N[] = [root];
    const onPath = new Set(path);
    const todo: { readonly successors: readonly N[]; at: number }[] = [{ successors: next(root), at: 0 }];
    const inCycle = new Set<N>();
    while (todo.length > 0) {
      const top = todo.at(-1)!;
      const successor = top.successors[top.at++];
      if (successor === undefined) {
        todo.pop();
        const left = path.pop()!;
        onPath.delete(left);
        done.add(left);
      } else if (onPath.has(successor)) {
        const cycle = path.slice(path.indexOf(successor));
        if (cycle.some((node) => inCycle.has(node))) continue;
        for (const node of cycle) inCycle.add(node);
        found.push(cycle);
      } else if (!done.has(successor)) {
        path.push(successor);
        onPath.add(successor);
        todo.push({ successors: next(successor), at: 0 });
      }
    }
  }
  return found;
}

/** The groups, bodies and instruments (for their parties) that a set names. */
export function* namesIn(set: SetExpr): Iterable<Id> {
  switch (set.kind) {
    case 'group':
    case 'body':
      yield set.id;
      break;
    case 'parties':
      yield set.instrument;
      break;
    case 'union':
    case 'intersection':
      for (const part of set.of) yield* namesIn(part);
      break;
    case 'difference':
      yield* namesIn(set.from);
      yield* namesIn(set.without);
      break;
    case 'during':
      yield* namesIn(set.set);
      break;
    case 'choice':
      for (const alternative of set.alternatives) yield* namesIn(alternative.value);
      break;
  }
}

/** The bodies whose own rules a rule calls. */
export function* deciders(rule: Rule): Iterable<Id> {
  switch (rule.kind) {
    case 'decision':
      if (rule.decision.rule !== undefined) yield* deciders(rule.decision.rule);
      else if (rule.decision.body !== undefined) yield rule.decision.body;
      break;
    case 'and':
    case 'or':
      for (const part of rule.of) yield* deciders(part);
      break;
    case 'restricted':
      yield* deciders(rule.rule);
      break;
    case 'choice':
      for (const alternative of rule.alternatives) yield* deciders(alternative.value);
      break;
  }
}
