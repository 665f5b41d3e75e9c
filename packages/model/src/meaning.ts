import { FALSE, TRUE, type Node } from '@casus/diagrams';
import { conditionsFor, type Conditions } from './bearer.js';
import type { Decision, Id, Quantity, Rational, Request, SetExpr } from './case.js';
import type { Choices } from './choices.js';
import { passes } from './decisions.js';
import { activeNorms, doneBy, guardOf, lawfulFor, limitedTo, owedBy, type ActiveNorm } from './norms.js';
import { partiesOf } from './parties.js';
import { sameVote } from './same-votes.js';
import { membersOf, type Members } from './sets.js';
import { fromStart, NEVER, type Timed } from './timed.js';
import type { World } from './world.js';

/**
 * The clauses of one judgment as Boolean functions of the choices (docs/meaning.md). It remembers what it has built; the
 * modules beside it hold the definitions, one concept each.
 */
export class Meaning {
  #norms: readonly ActiveNorm[] | undefined;
  #binding: ReadonlyMap<Id, readonly ActiveNorm[]> | undefined;
  readonly #named: Map<string, Members>;
  readonly #guards = new Map<Conditions, Timed>();
  readonly #conditions = new Map<ActiveNorm, Map<Id, Conditions>>();
  #founders: Meaning | undefined;
  #beforeNotices: Meaning | undefined;
  readonly #passes: Map<Decision, Node>;
  readonly #owed = new Map<string, Timed>();
  readonly #done = new Map<string, Timed>();
  readonly #lawful = new Map<string, Timed>();
  readonly #ancestors: Map<Id, ReadonlySet<Id>>;

  /**
   * @param breakable whether actors keep their duties is a choice of theirs.
   * @param kin the meaning of the same world but for pledges and breaches; sets, decisions and whom norms bind, which do not depend on these, are shared with it.
   */
  constructor(
    readonly choices: Choices,
    readonly world: World,
    readonly breakable = false,
    private readonly kin?: Meaning,
  ) {
    this.#named = kin === undefined ? new Map() : kin.#named;
    this.#passes = kin === undefined ? new Map() : kin.#passes;
    this.#ancestors = kin === undefined ? new Map() : kin.#ancestors;
  }

  get manager(): Choices['manager'] {
    return this.choices.manager;
  }

  /** The norms in force. */
  get norms(): readonly ActiveNorm[] {
    if (this.#norms === undefined) this.#norms = this.#hasSameNorms ? this.kin!.norms : activeNorms(this, this.kin?.norms);
    return this.#norms;
  }

  get #hasSameNorms(): boolean {
    return this.kin !== undefined && this.kin.world.pledgesKept === this.world.pledgesKept;
  }

  /** The norms that bind an actor in some text, in the order of the text. */
  binding(actor: Id): readonly ActiveNorm[] {
    if (this.#hasSameNorms) return this.kin!.binding(actor);
    if (this.#binding === undefined) {
      const binding = new Map<Id, ActiveNorm[]>();
      for (const active of this.norms) {
        for (const id of active.binds.keys()) {
          const known = binding.get(id);
          if (known === undefined) binding.set(id, [active]);
          else known.push(active);
        }
      }
      this.#binding = binding;
    }
    return this.#binding.get(actor) ?? [];
  }

  /** The texts in which an option is taken. */
  option(id: Id): Node {
    const issue = this.world.case.options.get(id)?.issue;
    const fixed = issue === undefined ? undefined : this.world.fixed.get(issue);
    if (fixed !== undefined) return fixed === id ? TRUE : FALSE;
    return this.choices.option(id);
  }

  /** The parties of an instrument, worked out once. */
  parties(instrument: Id): Members {
    const key = `parties ${instrument}`;
    let parties = this.#named.get(key);
    if (parties === undefined) {
      this.#named.set(key, new Map());
      const declared = this.world.case.instruments.get(instrument);
      this.#named.set(key, (parties = declared === undefined ? new Map<Id, Node>() : partiesOf(this, declared)));
    }
    return parties;
  }

  /** The same judgment as if nobody had acceded by a condition. */
  get founders(): Meaning {
    return (this.#founders ??= new Meaning(this.choices, { ...this.world, founding: true }, this.breakable));
  }

  /** The same judgment as if nobody had given notice of withdrawal. */
  get beforeNotices(): Meaning {
    return (this.#beforeNotices ??= new Meaning(this.choices, { ...this.world, beforeNotices: true }, this.breakable));
  }

  /** The members of a declared set, worked out once. */
  named(key: string, expr: SetExpr | undefined): Members {
    let members = this.#named.get(key);
    if (members === undefined) {
      // A set that contains itself is an error of form; until it is mended, it adds nothing to itself.
      this.#named.set(key, new Map());
      members = expr === undefined ? new Map<Id, Node>() : membersOf(this, expr);
      this.#named.set(key, members);
    }
    return members;
  }

  /** An actor's share of an attribute; nothing when it has none. */
  attribute(actor: Id, attribute: string): Rational {
    return this.world.case.actors.get(actor)?.attributes.get(attribute)?.value ?? { num: 0n, den: 1n };
  }

  /** The numbers that a quantity may be (`bearer`: whose own figure counts), and in which texts; while the number is still to be agreed `value` is absent and `least` the lowest it may be. */
  numbers(quantity: Quantity, when: Node = TRUE, bearer?: Id): readonly { readonly value?: Rational; readonly least?: Rational; readonly when: Node }[] {
    switch (quantity.kind) {
      case 'number':
        return [{ value: quantity.value, when }];
      case 'own': {
        const figure = bearer === undefined ? undefined : this.world.case.actors.get(bearer)?.attributes.get(quantity.attribute)?.value;
        return figure === undefined ? [] : [{ value: figure, when }];
      }
      case 'range':
        return [{ least: this.world.case.issues.get(quantity.issue)?.range?.min ?? { num: 0n, den: 1n }, when }];
      case 'choice':
        return quantity.alternatives.flatMap(({ option, value }) => this.numbers(value, this.manager.and(when, this.option(option)), bearer));
    }
  }

  /** All of a set (any: one of it) choose so; of nobody, never. */
  choiceOf(who: SetExpr, any: boolean, key: (actor: Id) => string): Node {
    return this.chosenBy(who, any, (actor) => this.choices.act(key(actor), actor));
  }

  /** It is so of all of a set (any: of one of it); of nobody, never. */
  chosenBy(who: SetExpr, any: boolean, of: (actor: Id) => Node): Node {
    const { manager: m } = this;
    const members = [...membersOf(this, who)];
    const some = m.orAll(members.map(([, in_]) => in_));
    if (some === FALSE) return FALSE;
    const does = ([actor]: [Id, Node]): Node => of(actor);
    if (any) return m.orAll(members.map((member) => m.and(member[1], does(member))));
    return m.and(some, m.andAll(members.map((member) => m.implies(member[1], does(member)))));
  }

  /** Consent to a subject. */
  consent(who: SetExpr, any: boolean, subject: string): Node {
    return this.choiceOf(who, any, (actor) => `consent:${subject}:${actor}`);
  }

  /** Whether help is requested by those who have to; certain where nobody has to. */
  requested(request: Request | undefined): Node {
    return request === undefined ? TRUE : this.choiceOf(request.who, request.any, (actor) => `request:${actor}`);
  }

  /** Whether a decision passes. */
  passes(decision: Decision): Node {
    return remember(this.#passes, decision, FALSE, () => sameVote(this.choices, this.world, decision, () => this.choices.outcome(passes(this, decision))));
  }

  /** The conditions of a norm for a bearer; the same for all of them unless they speak of it. */
  conditions(active: ActiveNorm, bearer: Id): Conditions {
    if (!active.ofBearer) return active.norm;
    let known = this.#conditions.get(active);
    if (known === undefined) this.#conditions.set(active, (known = new Map()));
    let conditions = known.get(bearer);
    if (conditions === undefined) known.set(bearer, (conditions = conditionsFor(active.norm, bearer)));
    return conditions;
  }

  /** When the conditions of a norm are met for a bearer. */
  guard(active: ActiveNorm, bearer: Id): Timed {
    const conditions = this.conditions(active, bearer);
    return remember(this.#guards, conditions, NEVER, () => guardOf(this, conditions));
  }

  /** When the act is owed. */
  owed(actor: Id, act: Id, target: Id | undefined): Timed {
    return remember(this.#owed, `${actor} ${act} ${target ?? ''}`, NEVER, () => owedBy(this, actor, act, target));
  }

  /** When the act is done. */
  done(actor: Id, act: Id, target: Id | undefined): Timed {
    return remember(this.#done, `${actor} ${act} ${target ?? ''}`, NEVER, () => doneBy(this, actor, act, target));
  }

  /** From when the act is not forbidden. */
  lawful(actor: Id, act: Id, target: Id | undefined): Timed {
    return remember(this.#lawful, `${actor} ${act} ${target ?? ''}`, fromStart(TRUE), () => lawfulFor(this, actor, act, target));
  }

  /** Where a limit stands in the way. */
  limited(actor: Id, attribute: Id, upTo: Rational | undefined): Node {
    return limitedTo(this, actor, attribute, upTo);
  }

  /** Whether a kind of act, event or region is the other or descends from it. */
  descends(table: ReadonlyMap<Id, { readonly parents: readonly Id[] }>, special: Id, general: Id): boolean {
    if (special === general) return true;
    let ancestors = this.#ancestors.get(special);
    if (ancestors === undefined) {
      const found = new Set<Id>();
      const open = [...(table.get(special)?.parents ?? [])];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(...(table.get(next)?.parents ?? []));
      }
      this.#ancestors.set(special, (ancestors = found));
    }
    return ancestors.has(general);
  }
}

/** Works a value out once. While it is being worked out it counts as `meanwhile`: circles are errors of form, found before. */
function remember<K, V>(memory: Map<K, V>, key: K, meanwhile: V, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  memory.set(key, meanwhile);
  const made = make();
  memory.set(key, made);
  return made;
}
