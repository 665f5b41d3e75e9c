/** Puts candidates into a case as further brackets: each part that one of them changes becomes a choice between what it was and what it becomes. */
import type { Alternative, Cond, Deadline, Decision, Id, Norm, Rule } from '@casus/model';
import { placeKey, type Change } from './candidate.js';

/** Candidates that exclude each other, with the option that stands for each, and the one that stands for none of them. */
export interface Point {
  readonly kept: Id;
  readonly made: readonly { readonly option: Id; readonly changes: readonly Change[] }[];
}

/** What one part becomes under each option of a point. */
interface Turn<T> {
  readonly kept: Id;
  readonly made: readonly { readonly option: Id; readonly to: (value: T) => T }[];
}

type Turns<T> = ReadonlyMap<string, readonly Turn<T>[]>;

/** The changes of one kind, by the part that they change. */
function turnsOf<T>(points: readonly Point[], part: (change: Change) => { readonly key: string; readonly to: (value: T) => T } | undefined): Turns<T> {
  const turns = new Map<string, Turn<T>[]>();
  for (const { kept, made } of points) {
    const keys = new Set(made.flatMap(({ changes }) => changes.flatMap((change) => part(change)?.key ?? [])));
    for (const key of keys) {
      const turn: Turn<T> = {
        kept,
        made: made.map(({ option, changes }) => {
          const here = changes.flatMap((change) => part(change) ?? []).filter((one) => one.key === key);
          return { option, to: (value: T): T => here.reduce((before, { to }) => to(before), value) };
        }),
      };
      const known = turns.get(key);
      if (known === undefined) turns.set(key, [turn]);
      else known.push(turn);
    }
  }
  return turns;
}

/** A value as a choice over the options of the turns that concern it, one inside the other; the last of them changes it last. */
function branched<T>(value: T, turns: readonly Turn<T>[], choose: (alternatives: readonly Alternative<T>[]) => T): T {
  const [turn, ...rest] = turns;
  if (turn === undefined) return value;
  const kept = branched(value, rest, choose);
  return choose([
    ...turn.made.map(({ option, to }) => {
      const made = to(value);
      return { option, value: made === value ? kept : branched(made, rest, choose) };
    }),
    { option: turn.kept, value: kept },
  ]);
}

/** Rewrites conditions, decisions and rules. The same part becomes the same part wherever it stands. */
export class Rewriter {
  readonly #rules: Turns<Rule>;
  readonly #conditions: Turns<Cond>;
  readonly #times: Turns<Deadline>;
  readonly #sentences: Turns<Norm>;
  readonly #known = new Map<object, object>();

  constructor(points: readonly Point[]) {
    this.#rules = turnsOf<Rule>(points, (change) => (change.on === 'rule' ? { key: placeKey(change.place), to: change.to } : undefined));
    this.#conditions = turnsOf<Cond>(points, (change) => (change.on === 'condition' ? { key: placeKey(change.place), to: change.to } : undefined));
    this.#times = turnsOf<Deadline>(points, (change) => (change.on === 'decision' ? { key: placeKey(change.place), to: () => change.to } : undefined));
    this.#sentences = turnsOf<Norm>(points, (change) => (change.on === 'sentence' ? { key: placeKey(change.place), to: change.to } : undefined));
  }

  /** A norm in each of the forms that candidates give its sentence; one, if none does. */
  norms(norm: Norm): readonly Norm[] {
    return this.#forms(norm, this.#sentences.get(placeKey(norm.place)) ?? []).map((form, i) => ({
      ...form, id: i === 0 ? norm.id : `${norm.id}/${i}`, when: this.condition(form.when), unless: form.unless.map((cond) => this.condition(cond)),
    }));
  }

  #forms(norm: Norm, turns: readonly Turn<Norm>[]): readonly Norm[] {
    const [turn, ...rest] = turns;
    if (turn === undefined) return [norm];
    const under = (option: Id, form: Norm): readonly Norm[] => this.#forms({ ...form, options: [...form.options, option] }, rest);
    return [...under(turn.kept, norm), ...turn.made.flatMap(({ option, to }) => under(option, to(norm)))];
  }

  condition(cond: Cond): Cond {
    return this.#once(cond, () => branched(this.#insideCondition(cond), this.#conditions.get(placeKey(cond.place)) ?? [], (alternatives) => ({ kind: 'choice', alternatives, place: cond.place })));
  }

  #insideCondition(cond: Cond): Cond {
    switch (cond.kind) {
      case 'and':
      case 'or':
        return { ...cond, of: cond.of.map((part) => this.condition(part)) };
      case 'not':
      case 'after':
        return { ...cond, of: this.condition(cond.of) };
      case 'decided':
      case 'failing':
      case 'opted-out':
        return { ...cond, decision: this.decision(cond.decision) };
      case 'choice':
        return { ...cond, alternatives: cond.alternatives.map(({ option, value }) => ({ option, value: this.condition(value) })) };
      default:
        return cond;
    }
  }

  decision(decision: Decision): Decision {
    return this.#once(decision, () => {
      const turns = this.#times.get(placeKey(decision.place)) ?? [];
      const deadline = branched<Deadline>(decision.deadline, turns, (alternatives) => ({ kind: 'choice', alternatives, place: decision.place }));
      return { ...decision, ...(decision.rule === undefined ? {} : { rule: this.rule(decision.rule) }), deadline };
    });
  }

  /** `outer`: the part around it that stands at the same place and is changed already. */
  rule(rule: Rule, outer?: string): Rule {
    const key = placeKey(rule.place);
    if (key === outer) return this.#insideRule(rule, outer);
    return this.#once(rule, () => branched(this.#insideRule(rule, key), this.#rules.get(key) ?? [], (alternatives) => ({ kind: 'choice', alternatives, place: rule.place })));
  }

  #insideRule(rule: Rule, key: string): Rule {
    switch (rule.kind) {
      case 'and':
      case 'or':
        return { ...rule, of: rule.of.map((part) => this.rule(part, key)) };
      case 'restricted':
        return { ...rule, rule: this.rule(rule.rule, key) };
      case 'decision':
        return { ...rule, decision: this.decision(rule.decision) };
      case 'choice':
        return { ...rule, alternatives: rule.alternatives.map(({ option, value }) => ({ option, value: this.rule(value, key) })) };
      default:
        return rule;
    }
  }

  #once<T extends object>(part: T, make: () => T): T {
    let made = this.#known.get(part) as T | undefined;
    if (made === undefined) this.#known.set(part, (made = make()));
    return made;
  }
}
