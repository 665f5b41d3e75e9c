/** One simple game, looked into: everything that its diagram tells, worked out when it is asked for. */
import { RuleError } from './errors.js';
import { dual, type SimpleGame } from './game.js';
import { diagramOfGame, type BuildOptions, type Diagram } from './mdd/build.js';
import { membership, profileOfDiagram } from './mdd/count.js';
import { criticalCounts } from './mdd/critical.js';
import { diagramOfDecisions, type Decisions } from './mdd/decisions.js';
import { coalitionsOf, vectorsBySize } from './mdd/list.js';
import { minimalOf, shiftMinimalOf } from './mdd/minimal.js';
import { compareDesirability, dummyLevels, holdsAt, isProper, isStrong, notMonotone, vetoLevels, type NotMonotone } from './mdd/structure.js';
import type { MinimalProfile, Profile } from './profile.js';

/** What kind of game it is. Players by index. */
export interface Structure {
  /** Nobody of these can be done without: each is in every winning coalition. Where no coalition wins, there are none. */
  readonly vetoers: readonly number[];
  /** A coalition wins exactly if it has this player; at most one. */
  readonly dictators: readonly number[];
  /** These change no outcome. */
  readonly dummies: readonly number[];
  /** Interchangeable players together; where desirability orders them all, the more desirable first. */
  readonly classes: readonly (readonly number[])[];
  /** Whether any two players can be compared: one makes win whomever the other makes win. Of a weighted vote, always. */
  readonly complete: boolean;
  /** No two winning coalitions without a common member: the body cannot decide both ways at once. */
  readonly proper: boolean;
  /** Of a coalition and all the others one always wins: the body is never in a deadlock. */
  readonly strong: boolean;
}

/** Which coalitions are listed: those that win, or those without which nobody wins (they block). */
export type Side = 'winning' | 'blocking';

export interface ListOptions {
  /** Only coalitions with all of these players. */
  readonly with?: readonly number[];
  /** Only coalitions with none of these. */
  readonly without?: readonly number[];
}

/** A game and what is known of it. @throws RuleError where a question needs a monotone game and it is not. */
export class Study {
  private readonly made = new Map<string, unknown>();

  private constructor(readonly players: readonly string[], private readonly make: (options: BuildOptions) => Diagram, private readonly makeDual: (options: BuildOptions) => Diagram) {}

  /** Of a game written as a formula. @throws TooLargeError beyond `nodes` nodes. */
  static of(game: SimpleGame, { nodes }: { readonly nodes?: number } = {}): Study {
    const limit = nodes === undefined ? {} : { nodes };
    return new Study(game.players, (options) => diagramOfGame(game, { ...limit, ...options }), (options) => diagramOfGame(dual(game), { ...limit, ...options }));
  }

  /** Of a game given by decisions, one player after the other (a binary decision diagram). */
  static ofDecisions<K>(players: readonly string[], decisions: Decisions<K>): Study {
    const turned: Decisions<K> = {
      root: decisions.root,
      // Blocking: winning is losing, and in is out.
      at: (key) => {
        const found = decisions.at(key);
        return typeof found === 'boolean' ? !found : { player: found.player, in: found.out, out: found.in };
      },
    };
    return new Study(players, () => diagramOfDecisions(players.length, decisions), () => diagramOfDecisions(players.length, turned));
  }

  get n(): number {
    return this.players.length;
  }

  /** The diagram of the winning coalitions. */
  get diagram(): Diagram {
    return this.once('diagram', () => this.make({}));
  }

  /** The nodes of the reduced diagram, its two leaves included. */
  get nodes(): number {
    return this.once('nodes', () => this.diagram.store.nodesOf(this.diagram.root).length);
  }

  /** How the game was worked out. */
  get method(): string {
    const classes = this.diagram.layout.levels.length;
    return `decision diagram of ${this.nodes} nodes${classes < this.n ? `, ${this.n} members in ${classes} classes` : ''}`;
  }

  wins(coalition: Iterable<number>): boolean {
    const { layout } = this.diagram;
    const vector = layout.levels.map(() => 0);
    for (const player of new Set(coalition)) vector[layout.levelOf[player]!]!++;
    return holdsAt(this.diagram, vector);
  }

  /** A winning coalition that a further member makes lose; `undefined`: the game is monotone. */
  get notMonotone(): NotMonotone | undefined {
    return this.once('monotone', () => ({ found: notMonotone(this.diagram) })).found;
  }

  /** Whom each player turns, by size. */
  get profile(): Profile {
    return this.once('profile', () => profileOfDiagram(this.diagram));
  }

  /** The minimal winning coalitions, by size and by who is in them. */
  get minimal(): MinimalProfile {
    return this.once('minimal', () => this.counted(this.minimalDiagram));
  }

  /** The shift-minimal winning coalitions, by size and by who is in them. */
  get shiftMinimal(): MinimalProfile {
    return this.once('shift', () => this.counted(shiftMinimalOf(this.diagram, this.minimalDiagram, this.strictlyWeaker)));
  }

  /** The minimal blocking coalitions, by size and by who is in them. */
  get minimalBlocking(): MinimalProfile {
    return this.once('blocking', () => this.counted(this.minimalDual));
  }

  /** All winning coalitions, by size and by who is in them. */
  get winning(): MinimalProfile {
    return this.once('winning', () => this.counted(this.diagram));
  }

  /** [class]: for each number of critical members, in how many winning coalitions with so many a given member of the class is one of them. */
  get critical(): readonly ReadonlyMap<number, bigint>[] {
    return this.once('critical', () => (this.monotone(), criticalCounts(this.diagram)));
  }

  get structure(): Structure {
    return this.once('structure', () => {
      const { diagram } = this;
      const members = (levels: readonly number[]): number[] => levels.flatMap((level) => [...diagram.layout.levels[level]!.members]).sort((a, b) => a - b);
      const vetoers = members(vetoLevels(diagram));
      const dummies = members(dummyLevels(diagram));
      const { classes, complete } = this.desirability;
      return {
        vetoers,
        // The one that all depends on.
        dictators: vetoers.length === 1 && dummies.length === this.n - 1 ? vetoers : [],
        dummies,
        classes: classes.map(members),
        complete,
        proper: isProper(diagram),
        strong: isStrong(diagram),
      };
    });
  }

  /** The minimal coalitions of a side, small ones first. Streamed: nothing waits for the last. */
  *list(side: Side, options: ListOptions = {}): Generator<readonly number[]> {
    const diagram = this.chosen(side, options);
    for (const vector of vectorsBySize(diagram)) for (const coalition of coalitionsOf(diagram, vector)) yield [...coalition].sort((a, b) => a - b);
  }

  /** How many minimal coalitions of a side there are, by size. */
  count(side: Side, options: ListOptions = {}): readonly bigint[] {
    return membership(this.chosen(side, options)).count;
  }

  private chosen(side: Side, { with: inside = [], without = [] }: ListOptions): Diagram {
    this.monotone();
    const named = new Set([...inside, ...without]);
    if (named.size === 0) return side === 'winning' ? this.minimalDiagram : this.minimalDual;
    const { store, layout, root } = minimalOf((side === 'winning' ? this.make : this.makeDual)({ alone: named }));
    let chosen = root;
    for (const player of named) {
      const want = inside.includes(player) ? 1 : 0;
      if (want === 1 && without.includes(player)) return { store, layout, root: 0 };
      const level = layout.levelOf[player]!;
      if (layout.levels[level]!.members.length > 1) throw new RuleError(`${this.players[player]} is not told apart from others`);
      chosen = store.mapLevel(chosen, level, (children) => children.map((child, k) => (k === want ? child : 0)));
    }
    return { store, layout, root: chosen };
  }

  private get minimalDiagram(): Diagram {
    return this.once('minimal diagram', () => (this.monotone(), minimalOf(this.diagram)));
  }

  private get minimalDual(): Diagram {
    return this.once('minimal dual', () => (this.monotone(), minimalOf(this.makeDual({}))));
  }

  private counted(diagram: Diagram): MinimalProfile {
    return { n: this.n, classOf: diagram.layout.levelOf, ...membership(diagram) };
  }

  /** The levels in groups of interchangeable ones, the more desirable first; and whether all can be compared. */
  private get desirability(): { readonly classes: readonly (readonly number[])[]; readonly complete: boolean } {
    return this.once('desirability', () => {
      const { diagram } = this;
      const swings = this.profile.swings.map((bySize) => bySize.reduce((sum, many) => sum + many, 0n));
      const first = (level: number): number => diagram.layout.levels[level]!.members[0]!;
      // More desirable means at least as many swings, and more of them unless interchangeable.
      const order = diagram.layout.levels.map((_, level) => level).sort((a, b) => (swings[b]! > swings[a]! ? 1 : swings[b]! < swings[a]! ? -1 : first(a) - first(b)));
      const classes: number[][] = [];
      for (const level of order) {
        const alike = classes.find(([other]) => swings[other!] === swings[level] && compareDesirability(diagram, other!, level) === 0);
        if (alike === undefined) classes.push([level]);
        else alike.push(level);
      }
      const complete = classes.every(([level], i) => i === 0 || compareDesirability(diagram, classes[i - 1]![0]!, level!) === 1);
      return { classes, complete };
    });
  }

  /** Pairs of levels of which the second is strictly less desirable; where all can be compared, only neighbours. */
  private get strictlyWeaker(): readonly (readonly [number, number])[] {
    const { classes, complete } = this.desirability;
    return classes.flatMap((strong, i) =>
      classes.slice(i + 1, complete ? i + 2 : undefined)
        .filter((weak) => complete || compareDesirability(this.diagram, strong[0]!, weak[0]!) === 1)
        .flatMap((weak) => strong.flatMap((s) => weak.map((w) => [s, w] as const))));
  }

  private monotone(): void {
    const found = this.notMonotone;
    if (found === undefined) return;
    const name = (player: number): string => this.players[player]!;
    throw new RuleError(`the rule is not monotone: ${found.winning.map(name).join(', ') || 'nobody'} can decide, and with ${name(found.joins)} in favour as well they cannot`);
  }

  private once<T>(name: string, work: () => T): T {
    if (!this.made.has(name)) this.made.set(name, work());
    return this.made.get(name) as T;
  }
}
