import { arrangementOf, inForce, type Case, type Id, type Instrument, type IsoDate, type Place, type World } from '@casus/model';

/** What of an arrangement is looked at without any case that might arise. */
export interface QuietRequest {
  /** An arrangement, or a single instrument. */
  readonly subject: Id;
  /** Options taken besides those of the arrangement. */
  readonly options?: readonly Id[];
  readonly asOf?: IsoDate;
}

/**
 * The world in which nothing has happened: no event, nobody is hostile, no fact is settled. `holder`, if given, has every role that an event gives
 * (attacker, victim, requester), so that what a sentence asks of "the attacker" is asked of it.
 */
export function quietWorld(case_: Case, { subject, options = [], asOf }: QuietRequest, holder?: Id): World {
  const arrangement = arrangementOf(case_, subject);
  if (arrangement === undefined) throw new Error(`no arrangement or instrument ${subject}`);
  const { place } = arrangement;
  const arranged = arrangement.instruments.flatMap((id) => case_.instruments.get(id) ?? []);
  const role = new Set(holder === undefined ? [] : [holder]);
  const fixed = new Map<Id, Id>();
  for (const option of [...arrangement.options, ...options]) {
    const issue = case_.options.get(option)?.issue;
    if (issue !== undefined) fixed.set(issue, option);
  }
  return {
    case: case_,
    arranged,
    instruments: arranged.filter((instrument) => inForce(instrument, asOf)),
    fixed,
    scenario: { id: '', name: '', label: 'no case', place, provenance: { cites: [] }, events: [], everyAttacker: false, siding: nobody(place), facts: new Map() },
    attackers: role,
    victims: role,
    hostile: role,
    requesters: role,
    events: [],
    ...(asOf === undefined ? {} : { date: asOf }),
    pledgesKept: false,
    laterPrevails: arrangement.laterPrevails ?? false,
  };
}

const nobody = (place: Place): World['scenario']['siding'] => ({ kind: 'union', of: [], place });

/** The part of a text with nothing in it, for what asks for a promise where there is none. */
export const noPromise = (instruments: readonly Instrument[]): { readonly kind: 'and'; readonly of: readonly never[]; readonly place: Place } => ({
  kind: 'and', of: [], place: instruments[0]?.place ?? { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 },
});
