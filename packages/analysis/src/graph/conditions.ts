/** What a clause waits for, as steps: one after the other where all are needed, side by side where one is enough. */
import { TRUE, type Node } from '@casus/diagrams';
import { everTrue, holds, type Cond, type Decision, type Determination, type Id, type Target } from '@casus/model';
import { ruleOf } from '../walk.js';
import { actName, actorName, actorNames } from '../words.js';
import type { Setting } from './setting.js';
import type { Sketch } from './sketch.js';
import type { StepKind } from './types.js';

interface Told {
  readonly kind: StepKind;
  readonly title: string;
  readonly text?: string;
  readonly deadline?: string | undefined;
}

/** A condition without parts. */
type Simple = Exclude<Cond, { kind: 'true' | 'and' | 'or' | 'after' | 'choice' }>;

/** What is so by the scenario needs no step of its own. */
const GIVEN: ReadonlySet<StepKind> = new Set(['event', 'fact', 'exception']);

/**
 * Adds the steps of a condition behind others; returns those that it ends with. `each` is the condition as it reads for each of the bearers, where it speaks
 * of the bearer; a step then comes about when it does for one of them.
 */
export function conditionSteps(sketch: Sketch, cond: Cond, from: readonly string[], each: readonly Cond[] = [cond]): readonly string[] {
  const { setting } = sketch;
  switch (cond.kind) {
    case 'true':
      return from;
    case 'and':
      return cond.of.reduce((before, part, i) => conditionSteps(sketch, part, before, partsOf(each, cond.kind, i)), from);
    case 'or': {
      const all = cond.of.map((part, i) => ({ part, own: partsOf(each, cond.kind, i) }));
      const ways = all.filter(({ own }) => setting.standing(anyOf(setting, own)).reach !== 'never');
      return unique((ways.length > 0 ? ways : all).flatMap(({ part, own }) => conditionSteps(sketch, part, from, own)));
    }
    case 'after': {
      const before = conditionSteps(sketch, cond.of, from, each.flatMap((one) => (one.kind === 'after' ? [one.of] : [])));
      const delay = setting.deadlineOf(cond.delay)?.replace(/^within /, '');
      if (delay === undefined) return before;
      return [sketch.step({ id: `wait ${delay} ${before.join(' ')}`, kind: 'wait', title: `${delay} later`, place: cond.place }, before)];
    }
    case 'choice': {
      const taken = cond.alternatives.findIndex(({ option }) => setting.taken(option));
      if (taken >= 0) return conditionSteps(sketch, cond.alternatives[taken]!.value, from, each.flatMap((one) => (one.kind === 'choice' ? [one.alternatives[taken]!.value] : [])));
      return [sketch.step({ id: `none ${cond.place.file} ${cond.place.offset}`, kind: 'condition', title: 'Not in this text', text: setting.textAt(cond.place), place: cond.place, reach: 'never' }, from)];
    }
    default:
      return simpleStep(sketch, cond, anyOf(setting, each), tell(setting, cond), from);
  }
}

const partsOf = (each: readonly Cond[], kind: 'and' | 'or', i: number): readonly Cond[] => each.flatMap((one) => (one.kind === kind ? [one.of[i]!] : []));

const anyOf = ({ meaning }: Setting, each: readonly Cond[]): Node => meaning.manager.orAll(each.map((cond) => everTrue(holds(meaning, cond))));

/** Adds the step of an exception: it must not be so. `each`: as above. */
export function exceptionStep(sketch: Sketch, cond: Cond, from: readonly string[], each: readonly Cond[] = [cond]): readonly string[] {
  const { setting } = sketch;
  const { manager: m } = setting.meaning;
  const not = m.orAll(each.map((one) => m.not(everTrue(holds(setting.meaning, one)))));
  return simpleStep(sketch, cond, not, { kind: 'exception', title: 'Unless', text: setting.textAt(cond.place) }, from);
}

function simpleStep(sketch: Sketch, cond: Cond, f: Node, told: Told, from: readonly string[]): readonly string[] {
  if (f === TRUE && GIVEN.has(told.kind)) return from;
  const { deadline, ...rest } = told;
  const before = cond.kind === 'did' ? unique([...from, ...sketch.conduct(cond.act)]) : from;
  // One function behind the same steps is one step, however many clauses wait for it.
  const id = `${told.kind} ${f} ${told.deadline ?? ''} ${before.join(' ')}`;
  return [sketch.step({ id, ...rest, ...(deadline === undefined ? {} : { deadline }), place: cond.place, ...sketch.setting.standing(f) }, before)];
}

/** A condition in a few words. */
function tell(setting: Setting, cond: Simple): Told {
  const { case_, world } = setting;
  const text = setting.textAt(cond.place);
  switch (cond.kind) {
    case 'event':
      return { kind: 'event', title: case_.events.get(cond.event)?.label ?? cond.event, text: `on ${setting.nameOf(cond.on)}${cond.by === undefined ? '' : ` by ${setting.nameOf(cond.by)}`}: not in this scenario` };
    case 'decided':
      return tellDecision(setting, cond.decision);
    case 'failing':
      return { ...tellDecision(setting, cond.decision), kind: 'lapse', title: `No decision in time: ${votersOf(setting, cond.decision)}` };
    case 'did':
      return { kind: 'conduct', title: `${setting.nameOf(cond.who)}: ${actWords(setting, cond.act, cond.target)}`, text };
    case 'consent':
      return { kind: 'consent', title: `Consent of ${cond.any ? 'any of ' : ''}${setting.nameOf(cond.who)}`, text };
    case 'request':
      return { kind: 'request', title: `Request by ${cond.any ? 'any of ' : ''}${setting.nameOf(cond.who)}` };
    case 'fact': {
      const settled = world.scenario.facts.get(cond.fact);
      return { kind: 'fact', title: case_.facts.get(cond.fact)?.label ?? cond.fact, text: settled === undefined ? 'left open by the scenario; taken to fall out against the promise' : settled ? 'so in this scenario' : 'not so in this scenario' };
    }
    case 'finds': {
      const { determination } = cond;
      return { kind: 'determination', title: `Finding: ${determination.any ? 'any of ' : ''}${setting.nameOf(determination.who)}`, text: foundWords(setting, determination), deadline: setting.deadlineOf(determination.deadline) };
    }
    case 'unfound': {
      const { determination } = cond;
      return { kind: 'lapse', title: `No finding in time: ${setting.nameOf(determination.who)}`, text: foundWords(setting, determination), deadline: setting.deadlineOf(determination.deadline) };
    }
    case 'opted-out':
      return { kind: 'conduct', title: `Abstention with a formal declaration: ${cond.any ? 'any of ' : ''}${setting.nameOf(cond.who)}`, text };
    case 'signed':
      return { kind: 'signature', title: `Signature by ${setting.nameOf(cond.who)}`, text };
    case 'ratified':
      return { kind: 'ratification', title: `Ratification by ${setting.nameOf(cond.who)}`, text };
    case 'withdrawn':
      return { kind: 'withdrawal', title: `Withdrawal of ${setting.nameOf(cond.who)}`, text };
    case 'not':
      return { kind: 'exception', title: 'Unless', text: setting.textAt(cond.of.place) };
  }
}

function tellDecision(setting: Setting, decision: Decision): Told {
  const { case_ } = setting;
  const rule = ruleOf(case_, decision, setting.taken);
  const matter = decision.matter === undefined ? undefined : case_.bodies.get(decision.body ?? '')?.matters.find(({ id }) => id === decision.matter)?.label;
  const said = rule === undefined ? 'no rule for it' : rule.rule.kind === 'always' ? 'no vote is needed' : ruleWords(setting.textAt(rule.place));
  const asked = decision.request === undefined ? '' : `, at the request of ${decision.request.any ? 'any of ' : ''}${setting.nameOf(decision.request.who)}`;
  return { kind: 'decision', title: `Decision: ${votersOf(setting, decision)}`, text: [matter, said].filter((part) => part !== undefined).join(': ') + asked, deadline: setting.deadlineOf(decision.deadline) };
}

/** What is found, and at whose request. */
function foundWords(setting: Setting, { fact, request }: Determination): string {
  const what = setting.case_.facts.get(fact)?.label ?? fact;
  return request === undefined ? what : `${what}, at the request of ${request.any ? 'any of ' : ''}${setting.nameOf(request.who)}`;
}

/** The rule of a body without what it is said of: “by at least 9 members”. */
const ruleWords = (text: string): string => text.replace(/^decides\s+.*?\s(?=(?:by|unanimously|without)\b)/, '');

function votersOf(setting: Setting, { body, voters }: Decision): string {
  if (body !== undefined) return setting.case_.bodies.get(body)?.label ?? body;
  return voters.kind === 'group' ? (setting.case_.groups.get(voters.id)?.label ?? voters.id) : setting.nameOf(voters);
}

/** “come to the aid of Ukraine”. */
export function actWords(setting: Setting, act: Id, target: Target): string {
  const { case_, world } = setting;
  const label = case_.acts.get(act)?.label ?? act;
  switch (target.kind) {
    case 'none':
      return actName(case_, act);
    case 'thing':
      return `${label} ${thingName(setting, target.id)}`;
    case 'role':
      return target.role === 'victim' ? `${label} ${actorNames(case_, [...world.victims])}` : target.role === 'attacker' ? `${label} ${actorNames(case_, [...world.attackers])}` : `${label} the ${target.role}`;
    case 'each':
      return `${label} ${setting.nameOf(target.set)}`;
    case 'one-another':
      return `${label} one another`;
  }
}

function thingName({ case_ }: Setting, id: Id): string {
  if (case_.actors.has(id)) return actorName(case_, id);
  return [case_.groups, case_.bodies, case_.instruments, case_.organisations].map((table) => table.get(id)?.label).find((label) => label !== undefined) ?? id;
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
