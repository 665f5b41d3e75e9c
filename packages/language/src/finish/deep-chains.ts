import type { Act, Body, Case, Declared, EventKind, Finding, Group, Id, Instrument, Region, Rule, SetExpr, Source } from '@casus/model';
import { addFinding } from '../bridge/context.js';
import { deciders, namesIn, setsOf } from '../checks/nothing-contains-itself.js';

/** Longest chain of declarations each of which is made of, or a kind of, the next. */
export const LONGEST_CHAIN = 100;

/** The case with every chain that is too long cut where it exceeds the limit, so that whatever follows a chain has a bounded stack. */
export function withoutDeepChains(of: Case, findings: Finding[]): Case {
  const cutIn = <T extends Declared>(table: ReadonlyMap<Id, T>, next: (of: T) => readonly Id[], chain: string): ReadonlySet<Id> => {
    const { cut, told } = tooDeep([...table.keys()], (id) => next(table.get(id)!).filter((other) => table.has(other)));
    for (const id of told) {
      addFinding(findings, 'form/limit', table.get(id)!.place, `\`${id}\` is at the end of a chain of more than ${LONGEST_CHAIN} ${chain}`, { help: 'look for the slip, or shorten the chain', about: [id] });
    }
    return cut;
  };
  const acts = cutIn(of.acts, (act) => act.parents, 'acts, each a kind of the next');
  const events = cutIn(of.events, (event) => event.parents, 'events, each a kind of the next');
  const regions = cutIn(of.regions, (region) => region.parents, 'regions, each in the next');
  const sources = cutIn(of.sources, (source) => (source.within === undefined ? [] : [source.within]), 'sources, each within the next');
  const sets = cutIn(setsOf(of), ({ set }) => (set === undefined ? [] : [...namesIn(set)]), 'groups, each made of the next');
  const bodies = cutIn(of.bodies, (body) => [...(body.blocs ?? []), ...body.rules.flatMap(({ rule }) => [...deciders(rule)])], 'bodies, each deciding by the next');
  if (acts.size + events.size + regions.size + sources.size + sets.size + bodies.size === 0) return of;
  // Nobody; but the checks that follow shall not say so, since that is not what the author wrote.
  const empty = ({ place }: SetExpr): SetExpr => ({ kind: 'during', set: { kind: 'union', of: [], place }, place });
  const never = ({ place }: Rule): Rule => ({ kind: 'or', of: [], place });
  return {
    ...of,
    acts: changed(of.acts, acts, (act): Act => ({ ...act, parents: [] })),
    events: changed(of.events, events, (event): EventKind => ({ ...event, parents: [] })),
    regions: changed(of.regions, regions, (region): Region => ({ ...region, parents: [] })),
    sources: changed(of.sources, sources, ({ within: _, ...source }): Source => source),
    groups: changed(of.groups, sets, (group): Group => ({ ...group, members: empty(group.members) })),
    bodies: changed(
      changed(of.bodies, sets, (body): Body => ({ ...body, members: empty(body.members) })),
      bodies, (body): Body => ({ ...body, blocs: [], rules: body.rules.map((each) => ({ ...each, rule: never(each.rule) })) }),
    ),
    instruments: changed(of.instruments, sets, (instrument): Instrument => (instrument.parties === undefined ? instrument : { ...instrument, parties: empty(instrument.parties) })),
  };
}

function changed<T>(table: ReadonlyMap<Id, T>, ids: ReadonlySet<Id>, change: (of: T) => T): ReadonlyMap<Id, T> {
  return ids.size === 0 ? table : new Map([...table].map(([id, value]) => [id, ids.has(id) ? change(value) : value]));
}

/**
 * The nodes at which chains must be cut, and of these the first of each chain. Steps back into the chain itself do not count: a circle is
 * told elsewhere, and one that is longer than the limit is cut like any chain.
 */
function tooDeep(ids: readonly Id[], next: (id: Id) => readonly Id[]): { readonly cut: ReadonlySet<Id>; readonly told: readonly Id[] } {
  const depth = new Map<Id, number>();
  const [cut, above, told] = [new Set<Id>(), new Set<Id>(), [] as Id[]];
  const entered = new Set<Id>();
  const leave = (id: Id, successors: readonly Id[]): void => {
    const steps = 1 + successors.reduce((most, other) => Math.max(most, depth.get(other) ?? 0), 0);
    const known = successors.some((other) => above.has(other));
    if (steps > LONGEST_CHAIN) {
      cut.add(id);
      if (!known) told.push(id);
    }
    if (known || steps > LONGEST_CHAIN) above.add(id);
    depth.set(id, steps > LONGEST_CHAIN ? 1 : steps);
  };
  for (const root of ids) {
    if (entered.has(root)) continue;
    entered.add(root);
    const todo: { readonly id: Id; readonly successors: readonly Id[]; at: number }[] = [{ id: root, successors: next(root), at: 0 }];
    for (let top = todo.at(-1); top !== undefined; top = todo.at(-1)) {
      const successor = top.successors[top.at++];
      if (successor === undefined) {
        todo.pop();
        leave(top.id, top.successors);
      } else if (!entered.has(successor)) {
        entered.add(successor);
        todo.push({ id: successor, successors: next(successor), at: 0 });
      }
    }
  }
  return { cut, told };
}
