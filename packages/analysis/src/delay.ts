import { TRUE, type Node } from '@casus/diagrams';
import { by, compareTime, type Time } from '@casus/model';
import type { Subject } from './details.js';
import { gameAt } from './games.js';

/** What the hostile side gains in time by working against a promise that it cannot stop. */
export interface HeldUp {
  /** The longest time when it does its worst; no limit: it can hold the promise up for ever. */
  readonly against: Time;
  /** The longest time when it does nothing: votes neither yes nor no, consents to nothing, does nothing. */
  readonly passive: Time;
}

/**
 * Whether the hostile side, which cannot stop the promise, can lawfully make it fall due later than it would if that side did nothing. Everybody
 * outside the hostile side works for the promise. To do nothing is to abstain or to stay away, whichever is better for the promise: only a delay
 * that takes an act or a vote of the hostile side counts.
 */
export function heldUpOf(subject: Subject, under: (f: Node) => Node): HeldUp | undefined {
  if (subject.world.hostile.size === 0 || subject.times.length < 2) return undefined;
  const against = subject.times.find((time) => under(dueAgainst(subject, time)) === TRUE);
  const passive = subject.times.find((time) => under(duePassive(subject, time)) === TRUE);
  if (against === undefined || passive === undefined || compareTime(passive, against) >= 0) return undefined;
  return { against, passive };
}

/** The texts in which the hostile side gains just as much time. */
export function sameHeldUp(subject: Subject, heldUp: HeldUp | undefined): Node {
  const { choices: { manager: m }, times } = subject;
  if (subject.world.hostile.size === 0 || times.length < 2) return TRUE;
  const all = times.map((time) => ({ time, against: dueAgainst(subject, time), passive: duePassive(subject, time) }));
  if (heldUp === undefined) return m.andAll(all.map(({ against, passive }) => m.implies(passive, against)));
  return m.andAll(
    all.flatMap(({ time, against, passive }) => [
      compareTime(time, heldUp.against) < 0 ? m.not(against) : against,
      compareTime(time, heldUp.passive) < 0 ? m.not(passive) : passive,
    ]),
  );
}

/** The texts in which it is owed by then though the hostile side does its worst. */
function dueAgainst({ choices, timedOwed, beneficiaries, outside }: Subject, time: Time): Node {
  return gameAt(choices, by(timedOwed, time), beneficiaries, outside);
}

/** The texts in which it is owed by then if the hostile side does nothing. */
function duePassive({ choices, timedOwed, beneficiaries, outside }: Subject, time: Time): Node {
  const value = by(timedOwed, time);
  return choices.manager.orAll((['abstain', 'away'] as const).map((inert) => gameAt(choices, value, beneficiaries, outside, inert)));
}
