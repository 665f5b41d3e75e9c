/** The document of `casus repair --json`: schema/repair-1.json, explained in docs/repair.md. */
import type { PositionChanges } from '@casus/agreement';
import type { Candidate, Repair, RepairSet } from '@casus/analysis';
import type { Case, PositionLine } from '@casus/model';
import { plain, type Json } from '../plain.js';
import { hunksOf } from './hunks.js';

/** The result as data; `positions`: what each set means for the positions of the case. The sets are numbered as `--write` takes them. */
export function repairDocument(case_: Case, repair: Repair, positions: ReadonlyMap<RepairSet, PositionChanges>, version: string): Json {
  let number = 0;
  const set = (one: RepairSet): Json => ({
    number: ++number,
    amendments: one.amendments.map(amendmentDocument),
    cost: plain(one.cost),
    readAs: plain(one.readAs),
    after: [...one.after],
    edits: one.edits.map(({ file, offset, end, text }) => ({ file, offset, end, text })),
    lines: plain(hunksOf(case_, one.edits)),
    effects: plain(one.effects),
    positions: { helped: linesOf(positions.get(one)?.helped), refused: linesOf(positions.get(one)?.refused) },
  });
  const { request, before, holds, cheapest, ifReadAs, others, considered, best, tooLarge } = repair;
  return {
    schema: 'casus-repair/1',
    tool: { name: 'casus', version },
    title: case_.title,
    request: plain(request),
    before: [...before],
    holds,
    ...(cheapest === undefined ? {} : { cheapest: { count: plain(cheapest.count), cost: plain(cheapest.cost), sets: cheapest.sets.map(set) } }),
    ...(ifReadAs === undefined ? {} : { ifReadAs: { count: plain(ifReadAs.count), cost: plain(ifReadAs.cost), sets: ifReadAs.sets.map(set) } }),
    ...(others === undefined ? {} : { others: { sets: others.sets.map(set), more: others.more } }),
    ...(best === undefined ? {} : { best }),
    ...(tooLarge === undefined ? {} : { tooLarge }),
    considered: considered.map(amendmentDocument),
  };
}

const linesOf = (lines: readonly PositionLine[] = []): Json => lines.map(({ id }) => id);

function amendmentDocument({ kind, label, where, place, cost, unwritten }: Candidate): Json {
  return { kind, label, ...(where === undefined ? {} : { where }), place: plain(place), cost: plain(cost), ...(unwritten === undefined ? {} : { unwritten }) };
}
