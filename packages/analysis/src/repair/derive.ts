import { arrangementOf, modalityOf, type Arrangement, type Body, type Case, type Ending, type Id, type Instrument, type Issue, type Norm, type Option, type Place } from '@casus/model';
import { excludes, placeKey, type Candidate, type Change } from './candidate.js';
import { Rewriter, type Point } from './rewrite.js';

/** The case with every candidate as a further bracket, and the option that stands for each. */
export interface Derived {
  readonly case: Case;
  /** The option that is taken where the candidate is made; its issue has this option, those of candidates at the same point, and one for none of them. */
  readonly made: ReadonlyMap<Candidate, Id>;
  /** Issues of the case whose options are candidates: with the option that stands where none of them is, if there is one. */
  readonly switched: ReadonlyMap<Id, Id | undefined>;
}

/**
 * One case for all texts that the candidates give: a bracket for each point with the options of its candidates, then `kept`. So a text is the candidates that are made,
 * and what is judged is a function of them. Options that an arrangement settles are open in it where another option is a candidate; the settled one stands last.
 */
export function derive(case_: Case, arrangement: Id, candidates: readonly Candidate[]): Derived {
  const points = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const known = points.get(candidate.point);
    if (known === undefined) points.set(candidate.point, [candidate]);
    else known.push(candidate);
  }
  const made = new Map<Candidate, Id>();
  const issues = new Map(case_.issues);
  const options = new Map(case_.options);
  const rewrites: Point[] = [];
  const switched = new Map<Id, Id | undefined>();
  const arranged = arrangementOf(case_, arrangement)!;
  for (const [point, here] of points) {
    const issue = issueOf(here);
    if (issue !== undefined) {
      const settled = arranged.options.find((option) => case_.options.get(option)?.issue === issue);
      switched.set(issue, settled);
      for (const candidate of here) for (const change of candidate.changes) if (change.on === 'option') made.set(candidate, change.option);
      const declared = case_.issues.get(issue)!;
      if (settled !== undefined) issues.set(issue, { ...declared, options: [...declared.options.filter(({ id }) => id !== settled), ...declared.options.filter(({ id }) => id === settled)] });
      continue;
    }
    const id = `amend ${point}`;
    const option = (name: string, place: Place): Option => ({ id: `${id}.${name}`, name, label: name, place, provenance: { cites: [] }, issue: id, heldBy: [] });
    const forms = here.map((candidate, i) => option(`made-${i + 1}`, candidate.place));
    const kept = option('kept', here[0]!.place);
    here.forEach((candidate, i) => made.set(candidate, forms[i]!.id));
    issues.set(id, { id, name: id, label: point, place: here[0]!.place, provenance: { cites: [] }, kind: 'negotiation', options: [...forms, kept] } satisfies Issue);
    for (const one of [...forms, kept]) options.set(one.id, one);
    rewrites.push({ kept: kept.id, made: here.map((candidate, i) => ({ option: forms[i]!.id, changes: candidate.changes })) });
  }
  const rewriter = new Rewriter(rewrites);
  const open: Arrangement = {
    ...(case_.arrangements.get(arrangement) ?? { ...arranged, name: arrangement, provenance: { cites: [] }, promises: [], scenarios: [] }),
    options: arranged.options.filter((option) => switched.get(case_.options.get(option)!.issue) !== option),
  };
  return {
    case: {
      ...case_, issues, options,
      bodies: mapped(case_.bodies, (body) => bodyOf(body, rewriter, rewrites)),
      instruments: mapped(case_.instruments, (instrument) => (arranged.instruments.includes(instrument.id) ? instrumentOf(instrument, rewriter, rewrites) : instrument)),
      arrangements: new Map([...case_.arrangements, [arrangement, open]]),
    },
    made, switched,
  };
}

/** The candidates that cannot both be made although they stand at different points. */
export function exclusions(candidates: readonly Candidate[]): readonly (readonly [Candidate, Candidate])[] {
  return candidates.flatMap((one, i) => candidates.slice(i + 1).flatMap((other) => (one.point !== other.point && excludes(one, other) ? [[one, other] as const] : [])));
}

const mapped = <T>(table: ReadonlyMap<Id, T>, f: (value: T) => T): ReadonlyMap<Id, T> => new Map([...table].map(([id, value]) => [id, f(value)]));

function issueOf(candidates: readonly Candidate[]): Id | undefined {
  for (const { changes } of candidates) for (const change of changes) if (change.on === 'option') return change.issue;
  return undefined;
}

/** What each option of the points does that is of one kind. */
function each<K extends Change['on']>(points: readonly Point[], on: K): readonly { readonly option: Id; readonly kept: Id; readonly change: Extract<Change, { on: K }> }[] {
  return points.flatMap(({ kept, made }) =>
    made.flatMap(({ option, changes }) => changes.filter((change): change is Extract<Change, { on: K }> => change.on === on).map((change) => ({ option, kept, change }))),
  );
}

function bodyOf(body: Body, rewriter: Rewriter, points: readonly Point[]): Body {
  const added = each(points, 'body').filter(({ change }) => change.body === body.id);
  return {
    ...body,
    rules: body.rules.map((rule) => ({ ...rule, rule: rewriter.rule(rule.rule) })),
    recusals: [...body.recusals, ...added.map(({ option, change: { add } }) => ({ ...add, who: { kind: 'choice' as const, alternatives: [{ option, value: add.who }], place: add.place } }))],
  };
}

function instrumentOf(instrument: Instrument, rewriter: Rewriter, points: readonly Point[]): Instrument {
  const added = each(points, 'instrument').filter(({ change }) => change.instrument === instrument.id);
  const binding = each(points, 'binding').find(({ change }) => change.instrument === instrument.id);
  const all: readonly Norm[] = [...instrument.norms, ...added.flatMap(({ option, change: { add } }) => add.map((norm) => ({ ...norm, options: [...norm.options, option] })))];
  const endings = each(points, 'ending').filter(({ change }) => change.instrument === instrument.id);
  const lapses = (of: 'ends' | 'suspensions'): readonly Ending[] =>
    instrument[of].map((ending) => {
      const here = endings.filter(({ change }) => change.of === of && placeKey(change.place) === placeKey(ending.place));
      if (here.length === 0) return ending;
      const { place } = ending.when;
      return { ...ending, when: { kind: 'choice', alternatives: [...here.map(({ option, change }) => ({ option, value: change.to(ending.when) })), { option: here[0]!.kept, value: ending.when }], place } };
    });
  return {
    ...instrument,
    political: binding === undefined && instrument.political,
    norms: all.flatMap((norm) => (binding === undefined ? [norm] : bound(norm, instrument, binding.option, binding.kept))).flatMap((norm) => rewriter.norms(norm)),
    ends: lapses('ends'),
    suspensions: lapses('suspensions'),
  };
}

/** A norm of a political instrument: a pledge where it is kept so, and what it says where it is made binding. */
function bound(norm: Norm, instrument: Instrument, made: Id, kept: Id): readonly Norm[] {
  const modality = modalityOf(norm, instrument);
  if (modality === norm.modality) return [norm];
  return [{ ...norm, modality, options: [...norm.options, kept] }, { ...norm, id: `${norm.id}/binding`, options: [...norm.options, made] }];
}
