import { FALSE, type Node } from '@casus/diagrams';
import { everTrue, holds, type Choices, type Cond, type Decision, type Id, type IsoDate, type Meaning, type Place, type World } from '@casus/model';
import { at, gameOf, variablesOf } from '../games.js';
import type { OpenTexts } from '../texts.js';
import type { Texts, Verdict } from '../verdict.js';
import { decisionsIn } from '../walk.js';
import { wordingOf } from '../wording.js';
import { everywhere, somewhere, takenIn } from './lines.js';

/** A promise that one actor alone can stop. */
export interface PromiseVeto {
  readonly promise: Id;
  readonly scenario: Id;
  /** The attackers of the judgment; the actor may be one of them. */
  readonly attackers: readonly Id[];
  readonly texts?: Texts;
}

/** Something besides a promise that one actor alone can block or bring about. */
export interface Say {
  /** `decision`: a vote that it can block; `entry`: it can keep the instrument from entering into force; `end`: it can end it. */
  readonly kind: 'decision' | 'entry' | 'end';
  readonly instrument: Id;
  /** The author's words for what is decided. */
  readonly text: string;
  readonly place: Place;
  readonly texts?: Texts;
}

/** How an instrument can come to its end, whoever brings it about. */
export type WayOut =
  | { readonly kind: 'end'; readonly instrument: Id; readonly text: string; readonly place: Place; /** Who alone can bring it about. */ readonly alone: readonly Id[] }
  | { readonly kind: 'expiry'; readonly instrument: Id; readonly on: IsoDate; readonly place: Place };

/** What single actors can block, and what they can end, outside of any case that might arise. */
export class Says {
  readonly #byActor = new Map<Id, Say[]>();
  readonly waysOut: readonly WayOut[];

  constructor(
    readonly choices: Choices,
    readonly world: World,
    readonly meaning: Meaning,
    readonly texts: OpenTexts,
  ) {
    for (const { instrument, decision } of this.#decisions()) {
      const text = this.#words(decision);
      this.#add(this.#blockers(meaning.passes(decision)), { kind: 'decision', instrument, text, place: decision.place });
    }
    for (const { id, entry, inForceSince } of world.arranged) {
      if (entry === undefined || inForceSince !== undefined) continue;
      this.#add(this.#blockers(everTrue(holds(meaning, entry.when))), { kind: 'entry', instrument: id, text: this.#words(entry.when), place: entry.place });
    }
    this.waysOut = world.arranged.flatMap((instrument): WayOut[] => [
      ...instrument.ends.flatMap((end): WayOut[] => {
        const written = choices.manager.andAll(end.options.map((option) => meaning.option(option)));
        if (!somewhere(texts, written)) return [];
        const alone = this.#enders(choices.manager.and(written, everTrue(holds(meaning, end.when))));
        const text = this.#words(end.when);
        this.#add(alone, { kind: 'end', instrument: instrument.id, text, place: end.place });
        return [{ kind: 'end', instrument: instrument.id, text, place: end.place, alone: [...alone.keys()] }];
      }),
      ...(instrument.expires === undefined ? [] : [{ kind: 'expiry' as const, instrument: instrument.id, on: instrument.expires, place: statementOf(instrument.statements, 'ends on') ?? instrument.place }]),
    ]);
  }

  /** What an actor alone can block or end. */
  of(actor: Id): readonly Say[] {
    return this.#byActor.get(actor) ?? [];
  }

  /** Those who alone can block or end something. */
  get actors(): readonly Id[] {
    return [...this.#byActor.keys()];
  }

  /** The decisions that the sentences ask for, each once: one vote under two rules counts twice. */
  #decisions(): readonly { readonly instrument: Id; readonly decision: Decision }[] {
    const taken = takenIn(this.world);
    const seen = new Set<string>();
    return this.world.instruments.flatMap(({ id, norms, ends, entry }) =>
      decisionsIn([norms.filter((norm) => norm.options.every((option) => taken(option) !== false)), ends, entry], (option) => taken(option) !== false).flatMap((decision) => {
        const key = `${decision.ballots}\n${this.#words(decision)}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ instrument: id, decision }];
      }),
    );
  }

  /** Who alone can keep something from coming about that all together can bring about, and in which texts. */
  #blockers(f: Node): ReadonlyMap<Id, Node> {
    const { manager: m } = this.choices;
    const game = gameOf(this.choices, f, new Set());
    const all = at(this.choices, game, () => true);
    return this.#each(game, (actor) => m.and(all, m.not(at(this.choices, game, (other) => other !== actor))));
  }

  /** Who alone can bring something about, and in which texts; what nobody has to bring about is left out. */
  #enders(f: Node): ReadonlyMap<Id, Node> {
    const { manager: m } = this.choices;
    const game = gameOf(this.choices, f, new Set());
    const byItself = at(this.choices, game, () => false);
    return this.#each(game, (actor) => m.and(at(this.choices, game, (other) => other === actor), m.not(byItself)));
  }

  #each(game: Node, when: (actor: Id) => Node): ReadonlyMap<Id, Node> {
    const result = new Map<Id, Node>();
    for (const { owner } of variablesOf(this.choices, game, 'side')) {
      const node = when(owner!);
      if (node !== FALSE && somewhere(this.texts, node)) result.set(owner!, node);
    }
    return result;
  }

  #add(actors: ReadonlyMap<Id, Node>, say: Omit<Say, 'texts'>): void {
    for (const [actor, node] of actors) {
      const texts = everywhere(this.choices, this.texts, node) ? {} : { texts: this.texts.describe(node) };
      this.#byActor.set(actor, [...(this.#byActor.get(actor) ?? []), { ...say, ...texts }]);
    }
  }

  #words(node: Decision | Cond): string {
    return wordingOf(this.world.case, node, takenIn(this.world));
  }
}

/** The promises that each actor alone can stop, by the verdicts. */
export function promiseVetoes(verdicts: readonly Verdict[]): ReadonlyMap<Id, readonly PromiseVeto[]> {
  const byActor = new Map<Id, PromiseVeto[]>();
  for (const { promise, scenario, attackers, cells } of verdicts) {
    for (const { details, texts, varies } of cells) {
      if (varies === true) continue;
      for (const actor of details.vetoers) {
        const veto = { promise, scenario, attackers, ...(texts.count === texts.of ? {} : { texts }) };
        byActor.set(actor, [...(byActor.get(actor) ?? []), veto]);
      }
    }
  }
  return byActor;
}

function statementOf(statements: readonly { readonly about: string; readonly place: Place }[] | undefined, about: string): Place | undefined {
  return statements?.find((statement) => statement.about === about)?.place;
}
