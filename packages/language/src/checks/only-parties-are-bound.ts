import type { Case, SetExpr } from '@casus/model';
import type { Report } from './report.js';
import { membersOf } from './static-sets.js';

/** A treaty creates neither duties nor rights for a state that is not a party to it (Vienna Convention on the Law of Treaties, Art. 34). */
export function onlyPartiesAreBound(of: Case, report: Report): void {
  for (const instrument of of.instruments.values()) {
    const parties = instrument.parties === undefined ? undefined : membersOf(of, instrument.parties);
    if (parties === undefined) continue;
    for (const norm of instrument.norms) {
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
