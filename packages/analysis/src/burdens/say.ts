import { FALSE, SizeLimitError, type Node } from '@casus/diagrams';
import { everTrue, holds, type Choices, type Cond, type Decision, type Id, type Instrument, type IsoDate, type Meaning, type Place, type World } from '@casus/model';
import { at, gameOf, variablesOf } from '../games.js';
import type { OpenTexts } from '../texts.js';
import type { Texts, Verdict } from '../verdict.js';
import { decisionsIn } from '../walk.js';
import { senseOf } from '../sense.js';
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
  /** `decision`: a vote that it can block; `entry`: it can keep the instrument from entering into force; `end`, `suspension`: it can end or suspend it, or what an article of it commands. */
  readonly kind: 'decision' | 'entry' | 'end' | 'suspension';
  readonly instrument: Id;
  /** The author's words for what is decided. */
  readonly text: string;
  /** The same for what is the same, however it is written. */
  readonly key: string;
  readonly place: Place;
  readonly texts?: Texts;
}

/** Something of which cannot be told who alone can block it or bring it about: the votes that it turns on are too large. */
export type TooLargeSay = Pick<Say, 'kind' | 'instrument' | 'text' | 'place'>;

/** How an instrument can come to its end, whoever brings it about. */
export type WayOut =
  | { readonly kind: 'end'; readonly instrument: Id; readonly text: string; readonly place: Place; /** Who alone can bring it about. */ readonly alone: readonly Id[] }
  /** Any party may leave, by notice; the others go on. */
  | { readonly kind: 'withdrawal'; readonly instrument: Id; readonly text: string; readonly place: Place; /** Who may; nobody where the text names no parties. */ readonly parties: readonly Id[] }
  | { readonly kind: 'suspension'; readonly instrument: Id; readonly text: string; readonly place: Place; readonly alone: readonly Id[] }
  /** `renewal`: on what condition it goes on after that day. */
  | { readonly kind: 'expiry'; readonly instrument: Id; readonly on: IsoDate; readonly place: Place; readonly renewal?: string };

/** What single actors can block, and what they can end, outside of any case that might arise. */
export class Says {
  readonly #byActor = new Map<Id, Say[]>();
  readonly waysOut: readonly WayOut[];
  readonly tooLarge: TooLargeSay[] = [];

  constructor(
    readonly choices: Choices,
    readonly world: World,
    readonly meaning: Meaning,
    readonly texts: OpenTexts,
  ) {
    for (const { instrument, decision, key } of this.#decisions()) {
      const say = { kind: 'decision' as const, instrument, text: this.#words(decision), key, place: decision.place };
      this.#add(this.#workedOut(say, () => this.#blockers(meaning.passes(decision))), say);
    }
    for (const { id, entry, inForceSince } of world.arranged) {
      if (entry === undefined || inForceSince !== undefined) continue;
      const say = { kind: 'entry' as const, instrument: id, text: this.#words(entry.when), key: this.#key(entry.when, id), place: entry.place };
      this.#add(this.#workedOut(say, () => this.#blockers(everTrue(holds(meaning, entry.when)))), say);
    }
    this.waysOut = world.arranged.flatMap((instrument): WayOut[] => {
      const { id, withdrawal, expires, renewal, statements } = instrument;
      const lastDay = statements?.find(({ about }) => about === 'ends on')?.place ?? instrument.place;
      return [
        ...this.#endings(id, instrument.ends, 'end'),
        ...this.#endings(id, instrument.suspensions, 'suspension'),
        ...(withdrawal === undefined ? [] : [{ kind: 'withdrawal' as const, instrument: id, text: wordingOf(world.case, withdrawal, takenIn(world)), place: withdrawal.place, parties: instrument.parties === undefined ? [] : [...meaning.parties(id).keys()] }]),
        ...(expires === undefined ? [] : [{ kind: 'expiry' as const, instrument: id, on: expires, place: lastDay, ...(renewal === undefined ? {} : { renewal: this.#words(renewal.when) }) }]),
      ];
    });
  }

  /** What ends or suspends an instrument, and who alone can bring it about. */
  #endings(instrument: Id, endings: Instrument['ends'], kind: 'end' | 'suspension'): WayOut[] {
    const { manager: m } = this.choices;
    return endings.flatMap(({ options, when, place }): WayOut[] => {
      const written = m.andAll(options.map((option) => this.meaning.option(option)));
      if (!somewhere(this.texts, written)) return [];
      const text = this.#words(when);
      const alone = this.#workedOut({ kind, instrument, text, place }, () => this.#enders(m.and(written, everTrue(holds(this.meaning, when)))));
      this.#add(alone, { kind, instrument, text, key: this.#key(when, instrument), place });
      return [{ kind, instrument, text, place, alone: [...alone.keys()] }];
    });
  }

  /** What `make` finds; nobody where it is too large, which is then told apart. */
  #workedOut({ kind, instrument, text, place }: TooLargeSay, make: () => ReadonlyMap<Id, Node>): ReadonlyMap<Id, Node> {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof SizeLimitError)) throw error;
      this.tooLarge.push({ kind, instrument, text, place });
      return new Map();
    }
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
  #decisions(): readonly { readonly instrument: Id; readonly decision: Decision; readonly key: string }[] {
    const taken = takenIn(this.world);
    const seen = new Set<string>();
    return this.world.instruments.flatMap(({ id, norms, ends, suspensions, entry, renewal, provisional, accessions }) =>
      decisionsIn([norms.filter((norm) => norm.options.every((option) => taken(option) !== false)), ends, suspensions, entry, renewal, provisional, accessions], (option) => taken(option) !== false).flatMap((decision) => {
        const key = this.#key([decision.ballots, decision.voters, decision.rule], id);
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ instrument: id, decision, key }];
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

  #key(node: unknown, instrument: Id): string {
    return senseOf(node, takenIn(this.world), instrument);
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
