import { covers, type Case, type Id, type SetExpr } from '@casus/model';
import { membersIn, type StageSetting } from './stages.js';

/** A period of membership that does not cover the day of a judgment. */
export interface Period {
  readonly set: Extract<SetExpr, { kind: 'during' }>;
  /** What it is a membership of: “the guarantors”, “the parties of Pact”; absent where the set has no name. */
  readonly of?: string;
}

/**
 * Who is no member of a set on the day of a judgment and would be if periods of membership (`from`, `until`) did not count, with the periods that keep each
 * out. Of brackets the alternatives that are taken count. Where something else keeps somebody out as well, it is left out: better silent than wrong.
 */
export function outsideOf(case_: Case, set: SetExpr, setting: StageSetting, taken: (option: Id) => boolean): ReadonlyMap<Id, readonly Period[]> {
  const members = membersIn(case_, setting);
  const within = (part: SetExpr, of: string | undefined, around: readonly string[]): Map<Id, readonly Period[]> => {
    const outside = all(part, of, around);
    // Who is in by another way is not outside.
    for (const id of outside.size === 0 ? [] : members(part)) outside.delete(id);
    return outside;
  };
  const all = (part: SetExpr, of: string | undefined, around: readonly string[]): Map<Id, readonly Period[]> => {
    switch (part.kind) {
      case 'during': {
        if (covers(part.from, part.until, setting.date)) return within(part.set, of, around);
        const period: Period = { set: part, ...(of === undefined ? {} : { of }) };
        return new Map([...members(part.set)].map((id) => [id, [period]]));
      }
      case 'group':
      case 'body': {
        const declared = (part.kind === 'group' ? case_.groups : case_.bodies).get(part.id);
        const key = `${part.kind} ${part.id}`;
        return declared === undefined || around.includes(key) ? new Map() : within(declared.members, declared.label, [...around, key]);
      }
      case 'parties': {
        const instrument = case_.instruments.get(part.instrument);
        const key = `parties ${part.instrument}`;
        return instrument?.parties === undefined || around.includes(key) ? new Map() : within(instrument.parties, `the parties of ${instrument.label}`, [...around, key]);
      }
      case 'union':
        return together(part.of.map((each) => within(each, of, around)));
      case 'choice':
        return together(part.alternatives.filter(({ option }) => taken(option)).map(({ value }) => within(value, of, around)));
      case 'intersection': {
        const parts = part.of.map((each) => ({ in_: members(each), outside: within(each, of, around) }));
        const merged = together(parts.map(({ outside }) => outside));
        return new Map([...merged].filter(([id]) => parts.every(({ in_, outside }) => in_.has(id) || outside.has(id))));
      }
      case 'difference': {
        const without = members(part.without);
        return new Map([...within(part.from, of, around)].filter(([id]) => !without.has(id)));
      }
      default:
        return new Map();
    }
  };
  return within(set, undefined, []);
}

function together(parts: readonly ReadonlyMap<Id, readonly Period[]>[]): Map<Id, readonly Period[]> {
  const merged = new Map<Id, readonly Period[]>();
  for (const part of parts) for (const [id, periods] of part) merged.set(id, [...(merged.get(id) ?? []), ...periods.filter((period) => merged.get(id)?.includes(period) !== true)]);
  return merged;
}
