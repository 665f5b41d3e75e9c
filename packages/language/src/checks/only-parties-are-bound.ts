import type { Case, Deed, Id, Instrument, Norm, SetExpr } from '@casus/model';
import type { Report } from './report.js';
import { membersOf, widestMembersOf } from './static-sets.js';

/** A treaty creates neither duties nor rights for a state that is not a party to it (Vienna Convention on the Law of Treaties, Art. 34). */
export function onlyPartiesAreBound(of: Case, report: Report): void {
  const added = new Map<Id, Norm[]>();
  for (const { instrument, norms } of of.amendments.values()) added.set(instrument, [...(added.get(instrument) ?? []), ...norms]);
  for (const instrument of of.instruments.values()) {
    deedsAreOfParties(of, instrument, report);
    const parties = instrument.parties === undefined ? undefined : membersOf(of, instrument.parties);
    if (parties === undefined) continue;
    for (const norm of [...instrument.norms, ...(added.get(instrument.id) ?? [])]) {
      for (const bearer of partsOf(norm.bearer)) {
        const members = membersOf(of, bearer);
        if (members === undefined || members.size === 0 || [...members].some((member) => parties.has(member))) continue;
        const names = [...members].slice(0, 3).map((id) => `\`${id}\``).join(', ');
        report('norms/not-a-party', bearer.place, `${names}${members.size > 3 ? ' and others are' : members.size > 1 ? ' are' : ' is'} no party to \`${instrument.id}\`, which binds its parties only`, {
          causes: [{ message: 'the parties', place: instrument.parties!.place }], help: 'add it to `parties`, or put the sentence into an instrument that binds it', about: [norm.id, instrument.id],
        });
      }
    }
  }
}

function partsOf(set: SetExpr): readonly SetExpr[] {
  return set.kind === 'union' ? set.of.flatMap(partsOf) : [set];
}

/** A reservation, a notice of withdrawal or a ratification by somebody who is never a party changes nothing, and neither does the accession of a party. */
function deedsAreOfParties(of: Case, instrument: Instrument, report: Report): void {
  const { id, parties, accessions, reservations, notices, ratifications, signatures } = instrument;
  const known = parties === undefined ? undefined : widestMembersOf(of, { kind: 'union', of: [parties, ...accessions.map(({ who }) => who)], place: parties.place });
  if (parties === undefined || known === undefined) return;
  const never = (deeds: readonly Deed[], what: string, allowed: ReadonlySet<string>): void => {
    for (const { who, place } of deeds) {
      const members = membersOf(of, who);
      if (members === undefined || members.size === 0 || [...members].some((member) => allowed.has(member))) continue;
      report('norms/not-a-party', place, `${namesOf(members)} ${members.size > 1 ? 'are' : 'is'} no party to \`${id}\`, so that this ${what} changes nothing`, {
        causes: [{ message: 'the parties', place: parties.place }], help: 'add it to `parties`, or take the line out', about: [id, ...members],
      });
    }
  };
  never(reservations, 'reservation', known);
  never(notices, 'notice of withdrawal', known);
  // Who signed may ratify before it is a party.
  const signed = signatures.map(({ who }) => widestMembersOf(of, who));
  if (signed.every((members) => members !== undefined)) never(ratifications, 'ratification', new Set([...known, ...signed.flatMap((members) => [...members!])]));
  accessionsAreOfOthers(of, instrument, report);
}

/** Who is a party from the start and for good need not accede. */
function accessionsAreOfOthers(of: Case, { id, parties, accessions }: Instrument, report: Report): void {
  const parts = parties === undefined ? [] : partsOf(parties);
  const founders = new Set(parts.flatMap((part) => [...(membersOf(of, part) ?? [])]));
  const dated = parts.flatMap((part) => (part.kind === 'during' && part.from !== undefined && part.until === undefined ? [{ who: part.set, place: part.place }] : []));
  for (const { who, place } of [...accessions, ...dated]) {
    const members = membersOf(of, who);
    if (members === undefined || members.size === 0 || ![...members].every((member) => founders.has(member))) continue;
    report('norms/no-effect', place, `${namesOf(members)} ${members.size > 1 ? 'are parties' : 'is a party'} to \`${id}\` already, so that ${members.size > 1 ? 'their' : 'its'} accession changes nothing`, {
      causes: [{ message: 'the parties', place: parties!.place }], help: 'take it out of `parties`, or take this line out', about: [id, ...members],
    });
  }
}

const namesOf = (members: ReadonlySet<string>): string => {
  const names = [...members].slice(0, 3).map((member) => `\`${member}\``);
  return members.size > 3 ? `${names.join(', ')} and others` : names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
