/**
 * Random subjects of positions about a case.
 */
import type { Case, Id, Strength, Subject, Target } from '../../../model/src/case.js';
import { PLACE } from '../build.js';
import { fraction } from '../rational.js';
import type { Dice } from './dice.js';
import { someActors } from './treaties.js';

const STRENGTHS: readonly Strength[] = ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'];
const NUMBERS = [10, 20, 25, 40, 50] as const;

/** What random positions speak of. */
export interface Matters {
  readonly dice: Dice;
  readonly case_: Case;
  readonly instruments: readonly Id[];
  readonly arrangements: readonly Id[];
  readonly steps: readonly Id[];
  readonly words: readonly string[];
}

/** A subject; `order`: it may speak of the order of steps. */
export function randomSubject(matters: Matters, depth = 1, order = true): Subject {
  const { dice, case_, steps, words } = matters;
  const named = [...case_.actors.values()].filter(a => a.seat === undefined).map(a => a.id);
  const options = [...case_.options.keys()];
  const ranges = [...case_.issues.values()].filter(i => i.range !== undefined);
  const guarantors = case_.groups.has('Guarantors');
  const who = (): ReturnType<typeof someActors> => (guarantors ? someActors(dice, named) : { kind: 'actor', id: dice.pick(named), place: PLACE });
  const inner = (): Subject => randomSubject(matters, depth - 1, order);
  const deep = depth > 0 ? 1 : 0;
  const value = (): ReturnType<typeof fraction> => fraction(dice.pick(NUMBERS));
  const maybe = <T>(probability: number, part: () => T): T | Record<string, never> => (dice.chance(probability) ? part() : {});
  const aimed = (): Pick<Extract<Subject, { kind: 'holds' }>, 'promise' | 'scenario'> => ({
    promise: dice.pick([...case_.promises.keys()]), ...maybe(0.5, () => ({ scenario: dice.pick([...case_.scenarios.keys()]) })),
  });
  return dice.weighted<Subject>(
    [options.length > 0 ? 5 : 0, () => ({ kind: 'option', option: dice.pick(options) })],
    [4, () => ({ kind: 'instrument', instrument: dice.chance(0.25) && matters.arrangements.length > 0 ? dice.pick(matters.arrangements) : dice.pick(matters.instruments) })],
    [steps.length > 0 ? 3 : 0, () => ({ kind: 'fact', fact: dice.pick(steps) })],
    [order && steps.length > 1 ? 4 : 0, () => {
      const [first, then] = dice.some(steps, 2) as [Id, Id];
      return dice.chance(0.5) ? { kind: 'order', first, then } : { kind: 'order', first: then, then: first };
    }],
    [2, () => ({ kind: 'text', text: dice.pick(words) })],
    [ranges.length > 0 ? 5 : 0, () => ({ kind: 'number', issue: dice.pick(ranges).id, bound: dice.pick(['at-least', 'at-most', 'exactly'] as const), value: value() })],
    [2, () => ({ kind: 'limit', attribute: 'forces', ...maybe(0.75, () => ({ of: who() })), bound: dice.pick(['at-least', 'at-most'] as const), value: value() })],
    [guarantors ? 2 : 0, () => ({ kind: 'role', actor: who(), group: 'Guarantors' })],
    [2, () => ({ kind: 'act', who: who(), act: dice.pick(['help', 'supply', 'base'].filter(a => case_.acts.has(a))), target: dice.weighted<Target>(
      [3, () => ({ kind: 'thing', id: dice.pick(named) })], [1, () => ({ kind: 'none' })], [1, () => ({ kind: 'each', set: who() })], [1, () => ({ kind: 'one-another' })],
    ) })],
    [3, () => ({ kind: 'holds', ...aimed(), ...maybe(0.2, () => ({ arrangement: dice.pick([...matters.instruments, ...matters.arrangements]) })), ...maybe(0.2, () => ({ within: fraction(dice.pick([3, 7])) })),
      ...(dice.chance(0.4) ? { strength: dice.pick(STRENGTHS), ...maybe(0.5, () => ({ atLeast: true })), negated: false } : { negated: dice.chance(0.3) }) })],
    [2, () => ({ kind: 'no-veto', ...aimed(), ...maybe(0.5, () => ({ who: who() })) })],
    [1, () => ({ kind: 'no-more', who: who(), what: dice.pick(['right', 'duty', 'ban', 'veto'] as const), than: who() })],
    [deep * 2, () => ({ kind: 'and', of: [inner(), inner()] })],
    [deep * 2, () => ({ kind: 'or', of: [inner(), inner()] })],
    [deep * 3, () => ({ kind: 'not', of: inner() })],
  );
}
