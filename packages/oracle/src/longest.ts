/**
 * The longest time that a promise may take if the others do their worst: the least time by which it is owed (docs/meaning.md, section 8).
 */
import type { Id, PromiseExpr } from '../../model/src/case.js';
import type { Budget } from './choices.js';
import { Game } from './games.js';
import { compare, plus, ZERO, type Rational } from './rational.js';
import { ORDINARY } from './run.js';
import type { Time } from './time.js';
import type { World } from './world.js';

/**
 * The least t with owed at t by everybody but `without`. It must be owed at last. Goes from one moment at
 * which anything can change to the next: where every deadline that was missed at t was missed by at least δ, nothing changes before t + δ.
 */
export function longestTime(world: World, expr: PromiseExpr, helpers: ReadonlySet<Id>, without: 'nobody' | 'hostile' | 'everybody', spend: Budget): Time {
  let at: Time = ZERO;
  for (;;) {
    const missed: Rational[] = [];
    const game: Game = new Game(world, { kind: 'promise', expr, at, half: 'owed' }, helpers, spend, { ...ORDINARY, short: d => missed.push(d) });
    if (without === 'everybody' ? game.at([]) : game.without(without === 'nobody' ? [] : world.hostile)) return at;
    if (typeof at !== 'object') return 'none';
    const least: Rational | undefined = missed.reduce<Rational | undefined>((m, d) => (m === undefined || compare(d, m) < 0 ? d : m), undefined);
    at = least === undefined ? 'indeterminate' : plus(at, least);
  }
}
