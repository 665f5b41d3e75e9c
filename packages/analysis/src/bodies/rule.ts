import { blocDecisions, type Body, type BodyRule, type Decision, type Id, type Recusal, type Request, type Rule, type RuleCount, type SetExpr } from '@casus/model';
import { addRational, compareRational, ONE, rational, ZERO, type GameRule, type Rational } from './games.js';
import { membersOf, numbersOf, Refused, takenOf, type Setting } from './setting.js';
import { enoughOf, fewerThan, presentAtLeast, presentOf } from './shares.js';
import { all, ALWAYS, any, lessCast, NEVER, nobodyCasts, someCast, sum, type Part } from './sums.js';

/** What is collected while a rule is translated. */
export interface Collected {
  /** The actors that have a vote or a consent to give, each once, in the order in which they are met. */
  readonly actors: Map<Id, number>;
  /** Attributes that votes are weighed by. */
  readonly attributes: Set<Id>;
  /** Those who have no vote, by a recusal. */
  readonly excluded: Set<Id>;
  /** Those whose ballot is an abstention, by a recusal. */
  readonly abstaining: Set<Id>;
  /** Whether some clause counts those who declare their abstention. */
  declared: boolean;
}

/** Those entitled to vote, those whose ballot a recusal fixes, and the bodies that vote as one. */
interface Assembly {
  readonly entitled: ReadonlySet<Id>;
  readonly abstaining: ReadonlySet<Id>;
  readonly blocs: readonly Bloc[];
}

interface Bloc {
  readonly rule: GameRule;
  readonly members: ReadonlySet<Id>;
}

/** The rule by which a body decides a matter: the first that names it, or is for any other matter. */
export const ruleFor = ({ rules }: Body, matter: Id | undefined): BodyRule | undefined => rules.find(({ matters }) => concerns(matters, matter));

/** Who takes no part in decisions on a matter. */
export const recusalsFor = ({ recusals }: Body, matter: Id | undefined): readonly Recusal[] => recusals.filter(({ matters }) => concerns(matters, matter));

const concerns = (matters: readonly Id[], matter: Id | undefined): boolean => matters.length === 0 || (matter !== undefined && matters.includes(matter));

/**
 * Translates decisions into rules over ballots, one ballot an actor: an actor that has votes in several bodies casts the same in all of them, and its
 * consent or request is its vote in favour. Structure by structure (docs/meaning.md, section 7), so that members by the hundred and votes of any size do not matter.
 */
export class Translation {
  readonly collected: Collected = { actors: new Map(), attributes: new Set(), excluded: new Set(), abstaining: new Set(), declared: false };
  readonly #within: string[] = [];

  constructor(readonly setting: Setting) {}

  /** When a decision passes. */
  passes(decision: Decision): GameRule {
    const { case_ } = this.setting;
    const key = JSON.stringify([decision.body ?? decision.ballots, decision.matter ?? null, decision.rule?.place ?? null]);
    // A decision that waits for itself is never taken.
    if (this.#within.includes(key)) return NEVER;
    this.#within.push(key);
    try {
      const body = decision.body === undefined ? undefined : case_.bodies.get(decision.body);
      const rule = decision.rule ?? (body && ruleFor(body, decision.matter)?.rule);
      if (rule === undefined) return NEVER;
      const whole: Assembly = { entitled: membersOf(this.setting, decision.voters), abstaining: new Set(), blocs: [] };
      const left = this.#recused(whole, body === undefined ? [] : recusalsFor(body, decision.matter));
      for (const id of left.entitled) this.#member(id);
      const blocs = blocDecisions(case_, decision).map((bloc): Bloc => ({ rule: this.passes(bloc), members: membersOf(this.setting, bloc.voters) }));
      const assembly: Assembly = { ...left, blocs };
      return all([this.#requested(decision.request), this.#quorate(assembly, body?.quorum), this.#met(assembly, rule)]);
    } finally {
      this.#within.pop();
    }
  }

  /** The index of an actor among the members. */
  #member(id: Id): number {
    const { actors } = this.collected;
    let index = actors.get(id);
    if (index === undefined) actors.set(id, (index = actors.size));
    return index;
  }

  #recused(assembly: Assembly, recusals: readonly Recusal[]): Assembly {
    const entitled = new Set(assembly.entitled);
    const abstaining = new Set(assembly.abstaining);
    for (const { who, how } of recusals) {
      for (const id of membersOf(this.setting, who)) {
        if (!entitled.has(id)) continue;
        (how === 'abstains' ? this.collected.abstaining : this.collected.excluded).add(id);
        if (how === 'abstains') abstaining.add(id);
        else entitled.delete(id);
      }
    }
    return { ...assembly, entitled, abstaining };
  }

  /** The votes that count, by heads or by an attribute; of a set only those of single members. */
  #parts({ entitled, abstaining, blocs }: Assembly, among?: SetExpr, attribute?: Id): readonly Part[] {
    if (attribute !== undefined) this.collected.attributes.add(attribute);
    const only = among && membersOf(this.setting, among);
    const members = [...entitled].filter((id) => only === undefined || only.has(id));
    const weight = (id: Id): Rational => (attribute === undefined ? ONE : this.#figure(id, attribute));
    const parts = members.map((id): Part => ({ voter: abstaining.has(id) ? 'abstains' : this.#member(id), weight: weight(id) }));
    if (only !== undefined) return parts;
    return [...parts, ...blocs.map(({ rule, members }): Part => ({ voter: rule, weight: attribute === undefined ? ONE : [...members].map(weight).reduce(addRational, ZERO) }))];
  }

  #figure(actor: Id, attribute: Id): Rational {
    const measure = this.setting.case_.actors.get(actor)?.attributes.get(attribute);
    if (measure !== undefined && compareRational(measure.value, ZERO) < 0) {
      throw new Refused({ message: `\`${actor}\` has less than nothing of \`${attribute}\``, place: this.setting.case_.actors.get(actor)!.place, help: 'a weight is zero or more' });
    }
    return measure?.value ?? ZERO;
  }

  #requested(request: Request | undefined): GameRule {
    return request === undefined ? ALWAYS : this.#consents(request.who, request.any);
  }

  /** Consent of all of a set (any: of one of it); of nobody, never. */
  #consents(who: SetExpr, any_: boolean): GameRule {
    const parts = [...membersOf(this.setting, who)].map((id): Part => ({ voter: this.#member(id), weight: ONE }));
    return parts.length === 0 ? NEVER : sum(parts, { yes: ONE }, any_ ? ONE : rational(parts.length), false);
  }

  #quorate(assembly: Assembly, quorum: RuleCount | undefined): GameRule {
    if (quorum === undefined) return ALWAYS;
    const parts = this.#parts(assembly);
    if (quorum.kind === 'share') return presentOf(parts, quorum.share, quorum.strict);
    const counts = numbersOf(this.setting, quorum.count);
    // A number that the text taken does not have asks for nothing.
    return counts.length === 0 ? ALWAYS : any(counts.map((count) => presentAtLeast(parts, count, quorum.strict)));
  }

  #met(assembly: Assembly, rule: Rule): GameRule {
    switch (rule.kind) {
      case 'unanimity': {
        const parts = this.#parts(assembly, rule.among);
        if (parts.length === 0 || parts.some(({ voter }) => voter === 'abstains')) return NEVER;
        return sum(parts, { yes: ONE }, rational(parts.length), false);
      }
      case 'consensus': {
        const parts = this.#parts(assembly, rule.among);
        return all([someCast(parts, 'yes', 'abstain', 'no'), nobodyCasts(parts, 'no')]);
      }
      case 'yes': {
        const parts = this.#parts(assembly, rule.among, rule.attribute);
        const { threshold } = rule;
        if (threshold.kind === 'share') return enoughOf(parts, threshold, rule.attribute !== undefined);
        return any(numbersOf(this.setting, threshold.count).map((count) => sum(parts, { yes: ONE }, count, threshold.strict)));
      }
      case 'no-fewer-than': {
        const parts = this.#parts(assembly, rule.among);
        return any(numbersOf(this.setting, rule.count).map((count) => lessCast(parts, 'no', count)));
      }
      case 'fewer': {
        const parts = this.#parts(assembly, rule.among, rule.attribute);
        if (rule.who === 'against') return fewerThan(parts, rule.share, 'no');
        this.collected.declared = true;
        return this.setting.optingOut === 'nobody' ? ALWAYS : fewerThan(parts, rule.share, 'abstain');
      }
      case 'approves':
        return this.#consents(rule.who, false);
      case 'decision':
        return this.passes(rule.decision);
      case 'and':
        return all(rule.of.map((part) => this.#met(assembly, part)));
      case 'or':
        return any(rule.of.map((part) => this.#met(assembly, part)));
      case 'restricted': {
        const inner = this.#recused(assembly, rule.recusals);
        return all([this.#quorate(inner, rule.quorum), this.#met(inner, rule.rule)]);
      }
      case 'always':
        return ALWAYS;
      case 'choice':
        return any(takenOf(this.setting, rule).map((value) => this.#met(assembly, value)));
    }
  }
}
