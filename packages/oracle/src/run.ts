/**
 * One evaluation: a world, the answers to the choices it asks for, and what is remembered on the way.
 */
import type { Id } from '../../model/src/case.js';
import type { Ask } from './choices.js';
import type { Rational } from './rational.js';
import type { World } from './world.js';

/** Thrown when a definition runs in a circle: an error of form of the case. */
export class Circular extends Error {
  constructor(what: string) {
    super(`the definition of ${what} runs in a circle`);
    this.name = 'Circular';
  }
}

/** How an evaluation is to be read, besides the world. */
export interface Terms {
  /** Pledges count as kept: they are duties, and pledges-not are bans. */
  readonly pledges: boolean;
  /** Whether an actor keeps its duties; asked only in the game of defaults. */
  readonly keeps: (actor: Id, ask: Ask) => boolean;
  /** Hears by how many days a deadline was missed. */
  readonly short?: (lacking: Rational) => void;
}

/** The ordinary terms: pledges bind nobody, duties are kept. */
export const ORDINARY: Terms = { pledges: false, keeps: () => true };

/** One evaluation under way. */
export class Run {
  private readonly values = new Map<unknown, boolean | undefined>();

  constructor(
    readonly world: World,
    readonly ask: Ask,
    readonly terms: Terms,
  ) {}

  /** The value of the definition known by `key`, computed once. Throws `Circular` if the definition needs itself. */
  once(key: unknown, name: string, define: () => boolean): boolean {
    const value = this.values.get(key);
    if (value !== undefined) return value;
    if (this.values.has(key)) throw new Circular(name);
    this.values.set(key, undefined);
    const found = define();
    this.values.set(key, found);
    return found;
  }
}
