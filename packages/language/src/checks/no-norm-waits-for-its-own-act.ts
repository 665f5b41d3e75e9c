import type { Case, Cond, Id, Norm, SetExpr } from '@casus/model';
import { cyclesOf } from './nothing-contains-itself.js';
import type { Report } from './report.js';
import { membersOf } from './static-sets.js';

/** What a condition asks: whether some of these do the act. */
interface Asked {
  readonly act: Id;
  readonly who: SetExpr;
}

/**
 * A sentence whose condition asks what somebody does about an act does not itself bear on that act of theirs, neither at once nor through
 * others (docs/meaning.md, section 6). Where the text alone does not settle who is meant, everybody may be.
 */
export function noNormWaitsForItsOwnAct(of: Case, report: Report): void {
  const norms = [...of.instruments.values()].flatMap((instrument) => instrument.norms);
  circlesAmong(of, norms, () => true, report);
  // Each amendment is tried by itself: two of them may be alternatives.
  for (const { norms: added } of of.amendments.values()) circlesAmong(of, [...added, ...norms], (path) => path.some((norm) => added.includes(norm)), report);
}

function circlesAmong(of: Case, norms: readonly Norm[], isTold: (path: readonly Norm[]) => boolean, report: Report): void {
  const waiting = new Map<Norm, Asked[]>();
  for (const norm of norms) {
    const asked = [norm.when, ...norm.unless].flatMap((cond) => [...actsAsked(cond)]);
    if (asked.length > 0) waiting.set(norm, asked);
  }
  if (waiting.size === 0) return;
  const related = relatedActs(of);
  const byAct = new Map<Id, Norm[]>();
  for (const norm of waiting.keys()) {
    for (const act of actsOf(norm)) byAct.set(act, [...(byAct.get(act) ?? []), norm]);
  }
  const bearers = new Map([...waiting.keys()].map((norm) => [norm, membersOf(of, norm.bearer)]));
  const bears = (norm: Norm, who: ReadonlySet<Id> | undefined): boolean => {
    const bound = bearers.get(norm);
    return who === undefined || bound === undefined || [...who].some((actor) => bound.has(actor));
  };
  const next = (norm: Norm): Norm[] =>
    [...new Set((waiting.get(norm) ?? []).flatMap(({ act, who }) => {
      const asked = membersOf(of, who);
      return [...related(act)].flatMap((other) => byAct.get(other) ?? []).filter((candidate) => bears(candidate, asked));
    }))];
  for (const path of cyclesOf([...waiting.keys()], next)) {
    if (!isTold(path)) continue;
    const [first] = path;
    const asked = path.map((norm) => `\`${waiting.get(norm)![0]!.act}\``);
    report('form/cycle', first!.place, path.length === 1
      ? `this sentence is about \`${actsOf(first!).join('`, `')}\`, and its condition asks what is done about ${asked[0]!}`
      : `this sentence waits for ${asked[0]!}, and that in the end for this sentence: ${path.map((norm) => `\`${norm.id}\``).join(' → ')} → \`${first!.id}\``, {
      causes: path.slice(1).map((norm) => ({ message: `\`${norm.id}\``, place: norm.place })), help: 'let the condition ask about another act, or about a fact', about: path.map((norm) => norm.id),
    });
  }
}

function actsOf(norm: Norm): Id[] {
  return [...(norm.action.kind === 'act' ? [norm.action.act] : []), ...norm.means];
}

/** The acts on whose doing a condition depends. */
function* actsAsked(cond: Cond): Iterable<Asked> {
  switch (cond.kind) {
    case 'did':
      yield { act: cond.act, who: cond.who };
      break;
    case 'and':
    case 'or':
      for (const part of cond.of) yield* actsAsked(part);
      break;
    case 'not':
    case 'after':
      yield* actsAsked(cond.of);
      break;
    case 'choice':
      for (const alternative of cond.alternatives) yield* actsAsked(alternative.value);
      break;
  }
}

/** The acts whose norms bear on whether an act is done: itself, its kinds, and all that these are kinds of. */
export function relatedActs(of: Case): (act: Id) => ReadonlySet<Id> {
  const kinds = new Map<Id, Id[]>();
  for (const act of of.acts.values()) for (const parent of act.parents) kinds.set(parent, [...(kinds.get(parent) ?? []), act.id]);
  const closure = (from: Iterable<Id>, next: (id: Id) => readonly Id[]): Set<Id> => {
    const all = new Set(from);
    for (const id of all) for (const other of next(id)) all.add(other);
    return all;
  };
  const made = new Map<Id, ReadonlySet<Id>>();
  return (act) => {
    let found = made.get(act);
    if (found === undefined) {
      const below = closure([act], (id) => kinds.get(id) ?? []);
      made.set(act, (found = closure(below, (id) => of.acts.get(id)?.parents ?? [])));
    }
    return found;
  };
}
