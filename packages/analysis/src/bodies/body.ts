import type { Body, BodyRule, Case, Decision, Id, Matter, Place } from '@casus/model';
import type { GameBody, Rational } from './games.js';
import { ZERO } from './games.js';
import { recusalsFor, ruleFor, Translation } from './rule.js';
import { Refused, settingOf, type BodyOptions, type Refusal, type Setting } from './setting.js';

/** Matters that a body decides by the same rule with the same recusals. */
export interface MatterGroup {
  readonly matters: readonly Matter[];
  /** Whether any other matter is decided so, too. */
  readonly other: boolean;
  readonly rule: BodyRule;
}

/** A body of a case as a decision rule on the ballots of its members. */
export interface BodyGame {
  /** The members' names are the full names of actors; the first are those entitled to vote, then those of other bodies on which the decision turns. */
  readonly body: GameBody;
  readonly rule: { readonly place: Place };
  /** The matters decided just so; empty, without `other`, for a decision that is not of a body. */
  readonly matters: readonly Id[];
  readonly other: boolean;
  /** The figures that the rule weighs by, of each member in the order of `body.members`. */
  readonly weights: readonly { readonly attribute: Id; readonly figures: readonly Rational[] }[];
  /** Who would be a member and has no vote; and whose ballot is an abstention whatever it wishes. */
  readonly excluded: readonly Id[];
  readonly abstaining: readonly Id[];
  /** What is taken for granted, in whole sentences. */
  readonly notes: readonly string[];
}

/** A body as a rule, or why it is none without more being said. */
export type BodyOutcome = ({ readonly ok: true } & BodyGame) | { readonly ok: false; readonly refusal: Refusal };

/** The matters of a body, together where one rule and the same recusals hold for them; in the order of the rules. */
export function mattersOf(body: Body): readonly MatterGroup[] {
  const groups = new Map<string, { matters: Matter[]; other: boolean; rule: BodyRule }>();
  for (const matter of [...body.matters, undefined]) {
    const rule = ruleFor(body, matter?.id);
    if (rule === undefined) continue;
    const key = JSON.stringify([body.rules.indexOf(rule), recusalsFor(body, matter?.id).map((recusal) => body.recusals.indexOf(recusal))]);
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { matters: [], other: false, rule }));
    if (matter === undefined) group.other = true;
    else group.matters.push(matter);
  }
  return [...groups.values()].sort((one, other) => body.rules.indexOf(one.rule) - body.rules.indexOf(other.rule));
}

/** The rule by which a body of the case decides a matter. Refuses, at its place, what depends on an open bracket, on a scenario or on a matter that is not named. */
export function bodyGame(case_: Case, id: Id, options: BodyOptions = {}): BodyOutcome {
  const body = case_.bodies.get(id);
  if (body === undefined) throw new RangeError(`there is no body ${id}`);
  return refusing(() => {
    const group = groupOf(body, options.matter);
    const matter = group.other ? options.matter : (options.matter ?? group.matters[0]?.id);
    const decision: Decision = {
      voters: { kind: 'body', id, place: body.place }, body: id, ...(matter === undefined ? {} : { matter }), ballots: `${id}.${matter ?? 'any'}`, deadline: { kind: 'none' }, place: body.place,
    };
    return translated(settingOf(case_, options, body.place), decision, { name: body.label, rule: group.rule, matters: group.matters.map((one) => one.id), other: group.other });
  });
}

/** The rule of a decision that a clause asks for ("Guarantors decide unanimously"). */
export function decisionGame(case_: Case, decision: Decision, options: Omit<BodyOptions, 'matter'> = {}): BodyOutcome {
  return refusing(() => translated(settingOf(case_, options, decision.place), decision, { rule: decision.rule ?? decision, matters: decision.matter === undefined ? [] : [decision.matter], other: false }));
}

function refusing(make: () => BodyGame): BodyOutcome {
  try {
    return { ok: true, ...make() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function groupOf(body: Body, matter: Id | undefined): MatterGroup {
  const groups = mattersOf(body);
  const found = matter === undefined ? (groups.find(({ other }) => other) ?? (groups.length === 1 ? groups[0] : undefined)) : groups.find(({ matters }) => matters.some(({ id }) => id === matter));
  if (found !== undefined) return found;
  const named = body.matters.map(({ name, label }) => (name === label ? `\`${name}\`` : `\`${name}\` (${label})`)).join(', ');
  const help = body.matters.length === 0 ? 'add `decides any other matter` and a rule' : `its matters: ${named}`;
  if (matter === undefined) throw new Refused({ message: `\`${body.id}\` decides its matters by different rules, and has none for any other matter`, place: body.place, help: `name one of ${help}` });
  throw new Refused({ message: `\`${body.id}\` has no rule for \`${matter}\``, place: body.place, help });
}

function translated(setting: Setting, decision: Decision, { name, ...rest }: Pick<BodyGame, 'rule' | 'matters' | 'other'> & { readonly name?: string }): BodyGame {
  const translation = new Translation(setting);
  const rule = translation.passes(decision);
  const { actors, attributes, excluded, abstaining, declared } = translation.collected;
  const members = [...actors.keys()];
  const figureOf = (actor: Id, attribute: Id): Rational => setting.case_.actors.get(actor)?.attributes.get(attribute)?.value ?? ZERO;
  return {
    body: { ...(name === undefined ? {} : { name }), members, rule },
    ...rest, rule: { place: rest.rule.place },
    weights: [...attributes].map((attribute) => ({ attribute, figures: members.map((actor) => figureOf(actor, attribute)) })),
    excluded: [...excluded], abstaining: [...abstaining],
    notes: declared && setting.optingOut === 'nobody' ? ['Nobody who abstains declares it formally (opts out).'] : [],
  };
}
