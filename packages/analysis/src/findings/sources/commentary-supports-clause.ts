import { CODES, type Case, type Finding, type Place, type Provenance } from '@casus/model';

/** A clause rests on somebody's opinion about it. */
export function commentarySupportsClause(case_: Case): Finding[] {
  if (![...case_.sources.values()].some(({ kind }) => kind === 'commentary')) return [];
  const clauses: { readonly provenance: Provenance; readonly place: Place; readonly about: string }[] = [
    ...[...case_.instruments.values()].flatMap((instrument) =>
      [...instrument.norms, ...instrument.silences, ...instrument.ends, ...(instrument.entry === undefined ? [] : [instrument.entry]), ...(instrument.statements ?? [])].map(({ provenance, place }) => ({ provenance, place, about: instrument.id })),
    ),
    ...[...case_.bodies.values()].flatMap((body) => [...body.rules, ...body.recusals, ...(body.statements ?? [])].map(({ provenance, place }) => ({ provenance, place, about: body.id }))),
  ];
  return clauses.flatMap(({ provenance, place, about }) =>
    provenance.cites
      .filter((cite) => case_.sources.get(cite.source)?.kind === 'commentary')
      .map((cite) => ({
        code: 'sources/commentary-supports-clause' as const,
        severity: CODES['sources/commentary-supports-clause'],
        message: `This clause rests on “${case_.sources.get(cite.source)!.label}”, which is commentary: an opinion about the text, not the text.`,
        place: cite.place,
        causes: [{ message: 'the clause', place }],
        help: 'cite the text itself or a report of it; mark what you conclude yourself with `inferred "…"`',
        about: [cite.source, about],
      })),
  );
}
