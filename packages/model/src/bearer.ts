import type { Alternative, Cond, Decision, Determination, Id, Norm, Request, Rule, SetExpr } from './case.js';

/** The conditions of a norm for one bearer: "it" is that actor (docs/meaning.md, section 2). */
export interface Conditions {
  readonly when: Cond;
  readonly unless: readonly Cond[];
}

/** Whether a norm's conditions speak of its bearer. */
export function speaksOfBearer(conditions: Conditions): boolean {
  let speaks = SPEAKS.get(conditions);
  if (speaks === undefined) SPEAKS.set(conditions, (speaks = [conditions.when, ...conditions.unless].some(mentions)));
  return speaks;
}

/** Asked of the same sentences in every judgment; sentences do not change. */
const SPEAKS = new WeakMap<Conditions, boolean>();

/** The conditions of the norm with the actor put in for its bearer. */
export function conditionsFor({ when, unless }: Pick<Norm, 'when' | 'unless'>, actor: Id): Conditions {
  return { when: inCond(when, actor), unless: unless.map((cond) => inCond(cond, actor)) };
}

/** A role `bearer` anywhere inside. Conditions are plain data, so this looks at every value. */
function mentions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(mentions);
  const node = value as Readonly<Record<string, unknown>>;
  return (node.kind === 'role' && node.role === 'bearer') || Object.values(node).some(mentions);
}

function inSet(set: SetExpr, actor: Id): SetExpr {
  switch (set.kind) {
    case 'role':
      return set.role === 'bearer' ? { kind: 'actor', id: actor, place: set.place } : set;
    case 'union':
    case 'intersection':
      return { ...set, of: set.of.map((part) => inSet(part, actor)) };
    case 'difference':
      return { ...set, from: inSet(set.from, actor), without: inSet(set.without, actor) };
    case 'during':
      return { ...set, set: inSet(set.set, actor) };
    case 'choice':
      return { ...set, alternatives: inEach(set.alternatives, (value) => inSet(value, actor)) };
    default:
      return set;
  }
}

const inEach = <T>(alternatives: readonly Alternative<T>[], f: (value: T) => T): Alternative<T>[] => alternatives.map(({ option, value }) => ({ option, value: f(value) }));

const inRequest = (request: Request | undefined, actor: Id): { readonly request?: Request } => (request === undefined ? {} : { request: { ...request, who: inSet(request.who, actor) } });

function inDecision(decision: Decision, actor: Id): Decision {
  if (!mentions(decision)) return decision;
  return { ...decision, voters: inSet(decision.voters, actor), ...(decision.rule === undefined ? {} : { rule: inRule(decision.rule, actor) }), ...inRequest(decision.request, actor) };
}

function inDetermination(determination: Determination, actor: Id): Determination {
  return { ...determination, who: inSet(determination.who, actor), ...inRequest(determination.request, actor) };
}

function inRule(rule: Rule, actor: Id): Rule {
  switch (rule.kind) {
    case 'unanimity':
    case 'consensus':
    case 'yes':
    case 'no-fewer-than':
    case 'fewer':
      return rule.among === undefined ? rule : { ...rule, among: inSet(rule.among, actor) };
    case 'approves':
      return { ...rule, who: inSet(rule.who, actor) };
    case 'decision':
      return { ...rule, decision: inDecision(rule.decision, actor) };
    case 'and':
    case 'or':
      return { ...rule, of: rule.of.map((part) => inRule(part, actor)) };
    case 'restricted':
      return { ...rule, rule: inRule(rule.rule, actor), recusals: rule.recusals.map((recusal) => ({ ...recusal, who: inSet(recusal.who, actor) })) };
    case 'choice':
      return { ...rule, alternatives: inEach(rule.alternatives, (value) => inRule(value, actor)) };
    case 'always':
      return rule;
  }
}

function inCond(cond: Cond, actor: Id): Cond {
  switch (cond.kind) {
    case 'true':
    case 'fact':
      return cond;
    case 'and':
    case 'or':
      return { ...cond, of: cond.of.map((part) => inCond(part, actor)) };
    case 'not':
    case 'after':
      return { ...cond, of: inCond(cond.of, actor) };
    case 'event':
      return { ...cond, on: inSet(cond.on, actor), ...(cond.by === undefined ? {} : { by: inSet(cond.by, actor) }) };
    case 'decided':
    case 'failing':
      return { ...cond, decision: inDecision(cond.decision, actor) };
    case 'finds':
    case 'unfound':
      return { ...cond, determination: inDetermination(cond.determination, actor) };
    case 'opted-out':
      return { ...cond, who: inSet(cond.who, actor), decision: inDecision(cond.decision, actor) };
    case 'did':
      return { ...cond, who: inSet(cond.who, actor), target: cond.target.kind === 'each' ? { kind: 'each', set: inSet(cond.target.set, actor) } : cond.target.kind === 'role' && cond.target.role === 'bearer' ? { kind: 'each', set: { kind: 'actor', id: actor, place: cond.place } } : cond.target };
    case 'consent':
    case 'request':
    case 'signed':
    case 'ratified':
    case 'withdrawn':
      return { ...cond, who: inSet(cond.who, actor) };
    case 'choice':
      return { ...cond, alternatives: inEach(cond.alternatives, (value) => inCond(value, actor)) };
  }
}
