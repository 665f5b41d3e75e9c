import { termOf, worldOf, type BodyRule, type Case, type Decision, type Id, type Norm, type Place, type Promise_, type Rule, type SetExpr, type World, possibleMembers } from '@casus/model';
import { actsOf, ancestors, attributesOf } from '../generalise.js';
import type { JudgeRequest } from '../session.js';
import { decisionsIn } from '../walk.js';
import { wordingOf } from '../wording.js';
import { placeKey } from './candidate.js';
import { Source } from './source.js';

/** A decision that a sentence waits for, or that is promised. */
export interface Asked {
  readonly decision: Decision;
  /** The article that asks for it; absent where the promise itself does. */
  readonly article?: Id;
}

/** A rule by which one of these decisions is taken, as a whole, with the sets of those who vote. */
export interface WrittenRule {
  readonly rule: Rule;
  readonly voters: SetExpr;
  /** Where it is the body's own. */
  readonly of?: { readonly body: Id; readonly rule: BodyRule };
  readonly article?: Id;
}

/** What candidates are looked for in: the sentences that bear on a promise, and the decisions they wait for. */
export interface Setting {
  readonly case: Case;
  readonly request: JudgeRequest;
  readonly promise: Promise_;
  readonly world: World;
  /** In the order of the texts; those that stand in some text that the caller leaves open. */
  readonly norms: readonly Norm[];
  readonly decisions: readonly Asked[];
  readonly rules: readonly WrittenRule[];
  /** Whether an option may be taken. */
  readonly taken: (option: Id) => boolean;
  readonly source: (place: Place) => Source | undefined;
  /** All who are in a set in some text. */
  readonly members: (set: SetExpr) => ReadonlySet<Id>;
}

/** Gathers them for one judgment. `request.attacker` is set where the scenario is a family. */
export function settingOf(case_: Case, request: JudgeRequest, sources: Map<string, Source> = new Map()): Setting {
  const world = worldOf(case_, request);
  const promise = case_.promises.get(request.promise)!;
  const taken = (option: Id): boolean => {
    const issue = case_.options.get(option)?.issue;
    const fixed = issue === undefined ? undefined : world.fixed.get(issue);
    return fixed === undefined || fixed === option;
  };
  const norms = bearingOn(case_, world, promise).filter(({ options }) => options.every(taken));
  const decisions = new Map<string, Asked>();
  const ask = (decision: Decision, article?: Id): void => {
    const key = placeKey(decision.place);
    if (!decisions.has(key)) decisions.set(key, { decision, ...(article === undefined ? {} : { article }) });
  };
  for (const norm of norms) for (const decision of decisionsIn([norm.when, norm.unless], taken)) ask(decision, norm.article);
  for (const decision of decisionsIn(promise.expr, taken)) ask(decision);
  const source = ({ file }: Place): Source | undefined => {
    const text = case_.files.find(({ path }) => path === file)?.text;
    let known = sources.get(file);
    if (known === undefined && text !== undefined) sources.set(file, (known = new Source(file, text)));
    return known;
  };
  const roles = { attacker: world.attackers, victim: world.victims, hostile: world.hostile, requester: world.requesters, disputants: new Set([...world.attackers, ...world.victims]) };
  const members = (set: SetExpr): ReadonlySet<Id> => possibleMembers(case_, set, world.date, roles);
  return { case: case_, request, promise, world, norms, decisions: [...decisions.values()], rules: rulesOf(case_, [...decisions.values()], taken), taken, source, members };
}

/** The norms that speak of the promised act, a more general or a more special one, and of acts that these wait for. */
function bearingOn(case_: Case, world: World, { expr }: Promise_): readonly Norm[] {
  const acts = new Set<Id>();
  const add = (act: Id): void => {
    for (const one of [act, ...ancestors(case_, act)]) acts.add(one);
    for (const other of case_.acts.keys()) if (ancestors(case_, other).includes(act)) acts.add(other);
  };
  actsOf(expr).forEach(add);
  const attributes = new Set<Id>(attributesOf(expr));
  const all = world.arranged.flatMap(({ norms }) => norms);
  const found = new Set<Norm>();
  for (let before = -1; before < found.size + acts.size; ) {
    before = found.size + acts.size;
    for (const norm of all) {
      const { action, means } = norm;
      if (action.kind === 'act' ? !acts.has(action.act) && !means.some((act) => acts.has(act)) : !attributes.has(action.attribute)) continue;
      found.add(norm);
      didIn([norm.when, norm.unless]).forEach(add);
    }
    if (found.size + acts.size === before) break;
  }
  return all.filter((norm) => found.has(norm));
}

/** The acts that conditions ask about. */
function didIn(node: unknown): Id[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(didIn);
  const inner = Object.entries(node).flatMap(([key, value]) => (key === 'place' || key === 'provenance' ? [] : didIn(value)));
  return 'kind' in node && node.kind === 'did' && 'act' in node ? [node.act as Id, ...inner] : inner;
}

function rulesOf(case_: Case, asked: readonly Asked[], taken: (option: Id) => boolean): readonly WrittenRule[] {
  const rules = new Map<string, WrittenRule>();
  for (const { decision, article } of asked) {
    const inArticle = article === undefined ? {} : { article };
    if (decision.rule !== undefined) {
      for (const rule of alternativesOf(decision.rule, taken)) rules.set(placeKey(rule.place), { rule, voters: decision.voters, ...inArticle });
      continue;
    }
    const { body, matter } = decision;
    const own = case_.bodies.get(body ?? '')?.rules.find(({ matters }) => matters.length === 0 || (matter !== undefined && matters.includes(matter)));
    if (own === undefined) continue;
    for (const rule of alternativesOf(own.rule, taken)) rules.set(placeKey(rule.place), { rule, voters: decision.voters, of: { body: body!, rule: own } });
  }
  return [...rules.values()];
}

/** The rule, or of a bracket those that may be taken. */
function alternativesOf(rule: Rule, taken: (option: Id) => boolean): readonly Rule[] {
  return rule.kind === 'choice' ? rule.alternatives.filter(({ option }) => taken(option)).flatMap(({ value }) => alternativesOf(value, taken)) : [rule];
}

/** The time of the promise in whole days; nothing if it sets none. */
export function wholeDays({ promise }: Setting): bigint | undefined {
  const term = termOf(promise);
  return term.kind === 'days' ? term.days.num / term.days.den : undefined;
}

/** The author's words for a part of the text, of brackets only what the arrangement and the caller take. */
export function wordsOf({ case: case_, world }: Setting, part: { readonly place?: Place }): string {
  return wordingOf(case_, part, (option) => {
    const fixed = world.fixed.get(case_.options.get(option)?.issue ?? '');
    return fixed === undefined ? undefined : fixed === option;
  });
}
