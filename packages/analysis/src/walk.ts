import { covers, identityOf, type Case, type Decision, type Id, type IsoDate, type Norm, type Place, type Rule, type SetExpr } from '@casus/model';
import { surest, widest } from './bounds.js';

/** Every decision that a condition, a rule or a promise refers to, nested ones too; of a bracket, in the alternatives that are taken. */
export function decisionsIn(node: unknown, taken: (option: Id) => boolean = () => true): Decision[] {
  if (!asksForDecision(node)) return [];
  if (Array.isArray(node)) return node.flatMap((part) => decisionsIn(part, taken));
  if ('option' in node && !taken(node.option as Id)) return [];
  const inner = Object.entries(node).flatMap(([key, value]) => (key === 'place' || key === 'provenance' ? [] : decisionsIn(value, taken)));
  return 'ballots' in node && 'voters' in node ? [node as Decision, ...inner] : inner;
}

/** The same of a sentence, in all alternatives; sentences do not change. */
export function decisionsOfNorm(norm: Norm): readonly Decision[] {
  let decisions = DECISIONS.get(norm);
  if (decisions === undefined) DECISIONS.set(norm, (decisions = decisionsIn(norm)));
  return decisions;
}

const DECISIONS = new WeakMap<Norm, readonly Decision[]>();

/** Whether any decision is referred to, in whatever alternative; most sentences refer to none, and are asked again and again. */
function asksForDecision(node: unknown): node is object {
  if (typeof node !== 'object' || node === null) return false;
  let asks = ASKS.get(node);
  if (asks === undefined) {
    asks = ('ballots' in node && 'voters' in node) || Object.entries(node).some(([key, value]) => key !== 'place' && key !== 'provenance' && asksForDecision(value));
    ASKS.set(node, asks);
  }
  return asks;
}

/** The sentences among some that refer to a decision; of most it is known that they do not, wherever they stand. */
export function askingForDecision(norms: readonly Norm[]): readonly Norm[] {
  return norms.filter((norm) => {
    const identity = identityOf(norm);
    let asks = ASKS.get(identity);
    if (asks === undefined) ASKS.set(identity, (asks = asksForDecision(norm)));
    return asks;
  });
}

/** Parts of cases do not change. */
const ASKS = new WeakMap<object, boolean>();

/** The rule under which a decision is taken, its own or the body's, with its place; of a bracket, the alternative that is taken. */
export function ruleOf(case_: Case, decision: Decision, taken?: (option: Id) => boolean): { readonly rule: Rule; readonly place: Place; readonly cites: Norm['provenance']['cites'] } | undefined {
  if (decision.rule !== undefined) {
    const rule = alternativeOf(decision.rule, taken);
    return { rule, place: rule.place, cites: [] };
  }
  const { matter } = decision;
  const found = case_.bodies.get(decision.body ?? '')?.rules.find(({ matters }) => matters.length === 0 || (matter !== undefined && matters.includes(matter)));
  return found && { rule: found.rule, place: found.place, cites: found.provenance.cites };
}

function alternativeOf(rule: Rule, taken: ((option: Id) => boolean) | undefined): Rule {
  const alternative = rule.kind === 'choice' && taken !== undefined ? rule.alternatives.find(({ option }) => taken(option)) : undefined;
  return alternative === undefined ? rule : alternativeOf(alternative.value, taken);
}

/** Where the text makes an actor a member of a set; nothing where it is left out of it in every text. */
export function membershipOf(case_: Case, set: SetExpr, actor: Id, { inside, date }: { readonly inside?: string; readonly date?: IsoDate | undefined } = {}): { readonly place: Place; readonly group?: string } | undefined {
  const here = { ...(inside === undefined ? {} : { inside }), date };
  switch (set.kind) {
    case 'actor':
      return set.id === actor ? { place: set.place, ...(inside === undefined ? {} : { group: inside }) } : undefined;
    case 'group':
    case 'body': {
      const declared = (set.kind === 'group' ? case_.groups : case_.bodies).get(set.id);
      return declared && membershipOf(case_, declared.members, actor, { inside: declared.label, date });
    }
    case 'parties': {
      const instrument = case_.instruments.get(set.instrument);
      return instrument?.parties && membershipOf(case_, instrument.parties, actor, { inside: `the parties of ${instrument.label}`, date });
    }
    case 'union':
    case 'intersection':
      if (set.kind === 'intersection' && set.of.some((part) => !widest(case_, part).has(actor))) return undefined;
      return set.of.map((part) => membershipOf(case_, part, actor, here)).find((found) => found !== undefined);
    case 'difference':
      return surest(case_, set.without).has(actor) ? undefined : membershipOf(case_, set.from, actor, here);
    case 'during':
      return date === undefined || covers(set.from, set.until, date) ? membershipOf(case_, set.set, actor, here) : undefined;
    case 'choice':
      return set.alternatives.map(({ value }) => membershipOf(case_, value, actor, here)).find((found) => found !== undefined);
    case 'role':
      return undefined;
  }
}

/** A norm of the case by its full name. */
export function normOf(case_: Case, id: Id): Norm | undefined {
  let norms = NORMS.get(case_);
  if (norms === undefined) {
    norms = new Map([...case_.instruments.values()].flatMap((instrument) => instrument.norms.map((norm) => [norm.id, norm])));
    NORMS.set(case_, norms);
  }
  return norms.get(id);
}

/** The norms of each case by name; cases do not change. */
const NORMS = new WeakMap<Case, ReadonlyMap<Id, Norm>>();
