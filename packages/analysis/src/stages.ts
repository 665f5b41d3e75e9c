import { possibleMembers, type Case, type Cond, type Id, type Norm, type Place, type PromiseExpr, type Provenance } from '@casus/model';
import type { Verdict } from './verdict.js';

/**
 * A condition on which it turns whether an instrument applies on the day, or to somebody: after its expiry that it is renewed, before its entry into force
 * that it is applied provisionally, and of those who are no party yet that they accede.
 */
export interface Stage {
  readonly kind: 'renewal' | 'provisional' | 'accession';
  readonly instrument: Id;
  readonly when: Cond;
  /** Who would accede. */
  readonly who?: readonly Id[];
  readonly place: Place;
  readonly provenance: Provenance;
}

/** The judgment in which it is asked: its day, and who has which role. */
export type StageSetting = Pick<Verdict, 'date' | 'attackers' | 'victims' | 'hostile'>;

/** The conditions of this kind that bear on some sentences, in the order of the instruments. `counts`: of the bearers, those whose accession matters. */
export function stagesOf(case_: Case, norms: readonly Norm[], setting: StageSetting, counts: (actor: Id) => boolean = () => true): readonly Stage[] {
  return [...new Set(norms.map(({ instrument }) => instrument))].flatMap((id) => stagesIn(case_, id, norms.filter(({ instrument }) => instrument === id), setting, counts));
}

/** Those that bear on a verdict by some of its clauses: of accessions, those of states that are to keep the promise. */
export function stagesFor(case_: Case, verdict: Verdict, norms: readonly Norm[]): readonly Stage[] {
  const sets = keepers(case_.promises.get(verdict.promise)!.expr);
  const counted = new Set(sets.flatMap((who) => [...membersIn(case_, verdict)(who)]));
  return stagesOf(case_, norms, verdict, (actor) => sets.length === 0 || (counted.has(actor) && !verdict.hostile.includes(actor)));
}

/** Those who are to act by a promise; nobody where it promises no act. */
export function keepers(expr: PromiseExpr): readonly Norm['bearer'][] {
  if (expr.kind === 'and' || expr.kind === 'or') return expr.of.flatMap(keepers);
  return expr.kind === 'act' ? [expr.who] : [];
}

function stagesIn(case_: Case, id: Id, norms: readonly Norm[], setting: StageSetting, counts: (actor: Id) => boolean): Stage[] {
  const instrument = case_.instruments.get(id);
  if (instrument === undefined) return [];
  const { inForceSince, provisional, expires, renewal, accessions, parties } = instrument;
  const { date } = setting;
  const stages: Stage[] = [];
  if (date !== undefined && inForceSince !== undefined && date < inForceSince && provisional?.when !== undefined && provisional.since === undefined) {
    const covered = provisional.articles.length === 0 || norms.some(({ article }) => provisional.articles.includes(article));
    if (covered) stages.push({ kind: 'provisional', instrument: id, when: provisional.when, place: provisional.place, provenance: provisional.provenance });
  }
  if (date !== undefined && expires !== undefined && date > expires && renewal !== undefined) {
    stages.push({ kind: 'renewal', instrument: id, when: renewal.when, place: renewal.place, provenance: renewal.provenance });
  }
  if (accessions.length === 0) return stages;
  const members = membersIn(case_, setting);
  const already = parties === undefined ? new Set<Id>() : members(parties);
  const bearers = new Set(norms.flatMap(({ bearer }) => [...members(bearer)]));
  for (const { who, when, place, provenance } of accessions) {
    const joining = [...members(who)].filter((actor) => bearers.has(actor) && !already.has(actor) && counts(actor));
    if (joining.length > 0) stages.push({ kind: 'accession', instrument: id, when, who: joining, place, provenance });
  }
  return stages;
}

/** The members of a set in some text, on the day of a judgment. */
export function membersIn(case_: Case, { date, attackers, victims, hostile }: StageSetting): (set: Norm['bearer']) => ReadonlySet<Id> {
  const roles = { attacker: new Set(attackers), victim: new Set(victims), hostile: new Set(hostile), requester: new Set(victims), disputants: new Set([...attackers, ...victims]) };
  return (set) => possibleMembers(case_, set, date, roles);
}
