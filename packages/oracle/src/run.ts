/**
 * One evaluation: a world, the answers to the choices it asks for, and what is remembered on the way.
 */
import type { Accession, Id, SetExpr } from '../../model/src/case.js';
import type { Ask } from './choices.js';
import { holds } from './conditions.js';
import type { Rational } from './rational.js';
import type { Scope } from './sets.js';
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

/** From where an evaluation looks at sets. */
interface View {
  readonly bearer?: Id | undefined;
  readonly staying?: boolean;
  /** As if nobody had acceded by a condition. */
  readonly original?: boolean;
}

/** What never changes from one course of play to another, for worlds in which no choice decides on parties or on what applies. */
interface Settled {
  readonly facts: Map<string, unknown>;
  readonly sets: Map<string, Map<SetExpr, ReadonlySet<Id>>>;
}

const settled = new WeakMap<World, Settled | 'open'>();

function settledOf(world: World): Settled | undefined {
  let found = settled.get(world);
  if (found === undefined) {
    const open = [...world.case_.instruments.values()].some(i => i.accessions.length > 0 || i.renewal !== undefined || i.provisional?.when !== undefined);
    settled.set(world, (found = open ? 'open' : { facts: new Map(), sets: new Map() }));
  }
  return found === 'open' ? undefined : found;
}

const UNDER_WAY = Symbol('under way');

/** One evaluation under way, seen from the conditions of one bearer's norms (`for`) or from outside of them. */
export class Run implements Scope {
  readonly sets: Map<SetExpr, ReadonlySet<Id>>;
  private readonly values = new Map<unknown, unknown>();

  constructor(
    readonly world: World,
    readonly ask: Ask,
    readonly terms: Terms,
    private readonly view: View = {},
    private readonly views = new Map<string, Run>(),
  ) {
    const name = nameOf(view);
    views.set(name, this);
    const shared = settledOf(world)?.sets;
    this.sets = shared?.get(name) ?? new Map();
    shared?.set(name, this.sets);
  }

  get bearer(): Id | undefined {
    return this.view.bearer;
  }

  get staying(): boolean {
    return this.view.staying === true;
  }

  get outside(): Run {
    return this.for(undefined);
  }

  /** The same evaluation inside the conditions of a norm that is evaluated for an actor. */
  for(bearer: Id | undefined): Run {
    return bearer === this.view.bearer ? this : this.from({ ...this.view, bearer });
  }

  /** The same evaluation as if nobody had given notice. */
  withoutNotices(): Run {
    return this.from({ ...this.view, staying: true });
  }

  private from(view: View): Run {
    return this.views.get(nameOf(view)) ?? new Run(this.world, this.ask, this.terms, view, this.views);
  }

  accedes(accession: Accession): boolean {
    if (this.view.original === true) return false;
    const original = this.from({ original: true, staying: this.staying });
    return original.once(accession, 'an accession', () => holds(original, accession.when, 'none'));
  }

  /** The value of the definition known by `key`, computed once. Throws `Circular` if the definition needs itself. */
  once<T>(key: unknown, name: string, define: () => T): T {
    const value = this.values.get(key);
    if (value === UNDER_WAY) throw new Circular(name);
    if (value !== undefined) return value as T;
    this.values.set(key, UNDER_WAY);
    const found = define();
    this.values.set(key, found);
    return found;
  }

  /** What depends on choices only through parties, accessions and what applies: computed once for all courses of play where no choice decides on these. */
  fixedOnce<T>(key: string, name: string, define: () => T): T {
    const shared = settledOf(this.world)?.facts;
    if (shared === undefined) return this.once(key, name, define);
    let found = shared.get(key);
    if (found === undefined) shared.set(key, (found = define()));
    return found as T;
  }
}

function nameOf({ bearer, staying, original }: View): string {
  return `${original === true ? 'original' : ''}|${staying === true ? 'staying' : ''}|${bearer ?? ''}`;
}
