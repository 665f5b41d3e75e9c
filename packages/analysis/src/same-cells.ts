import { FALSE, type Node } from '@casus/diagrams';
import { by, candidatesOf, holds, valueOf, type Choices, type Id, type Time, type Timed } from '@casus/model';
import { endingOf, entersIn, entryOf, type Subject } from './details.js';
import { at } from './games.js';
import type { Cell } from './verdict.js';

/** A judgment before its games are graded: its functions over all texts, those of its more general promises too. */
export interface Posed extends Omit<Subject, 'generals'> {
  readonly generals: readonly { readonly act: Id; readonly value: Node }[];
}

/**
 * The cells of judgments that turn on the same functions: equal functions have equal numbers, so that two judgments whose cells are read from the same
 * numbers have the same cells. An attacker whom the texts do not concern changes none of them; of many such attackers one is worked out.
 *
 * INVARIANT: the key holds every function that `detailsOf` and `alikeTexts` read, and of the hostile side and the beneficiaries what these functions depend on.
 */
export class CellMemory {
  #cells = new Map<string, readonly Cell[]>();
  #owners = new Map<Node, readonly Id[]>();
  #epoch = -1;

  constructor(readonly choices: Choices) {}

  /** The cells of a judgment: those remembered for its functions, or what `make` finds. */
  cellsOf(posed: Posed, make: () => readonly Cell[]): readonly Cell[] {
    const { epoch } = this.choices.manager;
    // Numbers of nodes mean something else once nodes have been freed.
    if (epoch !== this.#epoch) [this.#cells, this.#owners, this.#epoch] = [new Map(), new Map(), epoch];
    const key = this.#keyOf(posed);
    let cells = this.#cells.get(key);
    if (cells === undefined) this.#cells.set(key, (cells = make()));
    return cells;
  }

  #keyOf(posed: Posed): string {
    const { choices, texts, world, promise, beneficiaries, outside, plain, kept, breakable, term, timedOwed, value, game, generals } = posed;
    const read = new Set<Node>();
    const node = (f: Node): Node => (read.add(f), f);
    const timed = (steps: Timed): string => steps.map((step) => `${written(step.at)} ${node(step.node)}`).join();
    const owed = at(choices, game.owed, outside) === FALSE ? '' : node(by(valueOf(breakable, promise.expr, 'owed'), term));
    const pledged = kept === plain ? '' : (['owed', 'possible'] as const).map((half) => node(by(valueOf(kept, promise.expr, half), term))).join();
    const parts = [
      promise.id, world.arranged.map(({ id }) => id).join(), texts.issues.join(),
      timed(timedOwed), node(value.owed), node(value.possible), owed, pledged,
      generals.map((general) => `${general.act} ${node(general.value)}`).join(),
      ...world.arranged.flatMap((instrument) => [
        ...[...instrument.ends, ...instrument.suspensions].map((lapse) => `${node(endingOf(posed, lapse))} ${timed(holds(plain, lapse.when))}`),
        ...(entryOf(instrument) === undefined ? [] : [node(entersIn(posed, instrument))]),
      ]),
    ];
    const owners = [...new Set([...read].flatMap((f) => this.#ownersIn(f)))].sort();
    const hostile = [...world.hostile].filter((actor) => owners.includes(actor)).sort();
    return [
      ...parts, String(world.hostile.size > 0), hostile.join(),
      owners.filter((actor) => beneficiaries.has(actor)).join(), this.#performersOf(posed, read),
    ].join('\n');
  }

  /** Those whose choices a function depends on. */
  #ownersIn(f: Node): readonly Id[] {
    let owners = this.#owners.get(f);
    if (owners === undefined) {
      const { choices } = this;
      const own = choices.manager.support(f).flatMap((v) => (choices.variable(v).kind === 'outcome' ? [v, ...choices.manager.support(choices.definition(v))] : [v]));
      this.#owners.set(f, (owners = [...new Set(own.flatMap((v) => choices.variable(v).owner ?? []))]));
    }
    return owners;
  }

  /** Where it is left to nature who performs a duty: among whom. */
  #performersOf({ plain }: Posed, read: ReadonlySet<Node>): string {
    const { choices } = this;
    const left = new Set([...read].flatMap((f) => choices.manager.support(f).map((v) => choices.variable(v).key)).filter((key) => key.startsWith('performer:')).map((key) => key.split('/')[0]!));
    if (left.size === 0) return '';
    return plain.norms.filter(({ norm }) => left.has(`performer:${norm.id}`)).map((active) => `${active.norm.id} ${candidatesOf(plain, active).join(' ')}`).join('\n');
  }
}

const written = (time: Time): string => (time.kind === 'days' ? `${time.days.num}/${time.days.den}` : time.kind);
