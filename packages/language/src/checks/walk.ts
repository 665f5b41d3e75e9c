import type { Case, Cond, Decision, Instrument, Norm, Place, PromiseExpr, Quantifier, Rule, SetExpr } from '@casus/model';

/** Every sentence of the instruments of a case, and of the amendments to them. */
export function* sentencesIn(of: Case): Iterable<Norm> {
  for (const instrument of of.instruments.values()) yield* instrument.norms;
  for (const amendment of of.amendments.values()) yield* amendment.norms;
}

/** Every condition of the sentences of a case, and of how its instruments begin and end, parts included. */
export function* conditionsIn(of: Case): Iterable<Cond> {
  for (const instrument of of.instruments.values()) yield* conditionsOf(instrument);
  for (const { norms } of of.amendments.values()) for (const { when, unless } of norms) for (const cond of [when, ...unless]) yield* partsOf(cond);
}

function conditionsOf(instrument: Instrument): readonly Cond[] {
  let known = CONDITIONS.get(instrument);
  if (known === undefined) {
    const { norms, entry, renewal, provisional, accessions, ends, suspensions } = instrument;
    const conditions: Cond[] = [];
    for (const { when, unless } of norms) {
      addParts(when, conditions);
      for (const cond of unless) addParts(cond, conditions);
    }
    for (const stage of [entry, renewal, provisional, ...accessions, ...ends, ...suspensions]) if (stage?.when !== undefined) addParts(stage.when, conditions);
    CONDITIONS.set(instrument, (known = conditions));
  }
  return known;
}

/** Several checks go through them, at every edit; instruments do not change. */
const CONDITIONS = new WeakMap<Instrument, readonly Cond[]>();

/** A condition and everything inside it. */
export function partsOf(cond: Cond): readonly Cond[] {
  const parts: Cond[] = [];
  addParts(cond, parts);
  return parts;
}

function addParts(cond: Cond, to: Cond[]): void {
  to.push(cond);
  if (cond.kind === 'and' || cond.kind === 'or') for (const part of cond.of) addParts(part, to);
  else if (cond.kind === 'not' || cond.kind === 'after') addParts(cond.of, to);
  else if (cond.kind === 'choice') for (const alternative of cond.alternatives) addParts(alternative.value, to);
}

function* promised(expr: PromiseExpr): Iterable<PromiseExpr> {
  yield expr;
  if (expr.kind === 'and' || expr.kind === 'or') for (const part of expr.of) yield* promised(part);
}

/** Every decision that a clause, promise or rule refers to. */
export function* decisionsIn(of: Case): Iterable<Decision> {
  yield* decisionsAsked(of);
  for (const cond of conditionsIn(of)) if (cond.kind === 'opted-out') yield* withInner(cond.decision);
}

/** Every decision that a clause, promise or rule asks for: a vote that is held. */
export function* decisionsAsked(of: Case): Iterable<Decision> {
  for (const cond of conditionsIn(of)) if (cond.kind === 'decided' || cond.kind === 'failing') yield* withInner(cond.decision);
  for (const promise of of.promises.values()) for (const part of promised(promise.expr)) if (part.kind === 'decision') yield* withInner(part.decision);
  for (const body of of.bodies.values()) for (const { rule } of body.rules) yield* decisionsOf(rule);
}

function* withInner(decision: Decision): Iterable<Decision> {
  yield decision;
  if (decision.rule !== undefined) yield* decisionsOf(decision.rule);
}

function* decisionsOf(rule: Rule): Iterable<Decision> {
  if (rule.kind === 'decision') yield* withInner(rule.decision);
  else if (rule.kind === 'and' || rule.kind === 'or') for (const part of rule.of) yield* decisionsOf(part);
  else if (rule.kind === 'restricted') yield* decisionsOf(rule.rule);
  else if (rule.kind === 'choice') for (const alternative of rule.alternatives) yield* decisionsOf(alternative.value);
}

/** Every "so many of a set". */
export function* quantifiersIn(of: Case): Iterable<{ readonly quantifier: Quantifier; readonly who: SetExpr; readonly place: Place }> {
  for (const cond of conditionsIn(of)) if (cond.kind === 'did' || cond.kind === 'ratified' || cond.kind === 'signed' || cond.kind === 'withdrawn') yield cond;
  for (const promise of of.promises.values()) for (const part of promised(promise.expr)) if (part.kind === 'act') yield part;
}
