import { FALSE, TRUE, type Node } from '@casus/diagrams';
import { by, valueOf, type Id, type Strength } from '@casus/model';
import type { Subject } from './details.js';
import { endingOf, entersIn, entryOf, insideOf, keptOf, openFacts } from './details.js';
import { sameHeldUp } from './delay.js';
import { gameAt, gameOf, variablesOf } from './games.js';
import { grade } from './grade.js';
import type { Details } from './verdict.js';

/**
 * The texts of which everything that the details say of one text is true as well: the same coalitions, the same under abstention
 * and absence, with pledges kept, the same defaults, times, open facts, ends and entries.
 */
export function alikeTexts(subject: Subject, text: ReadonlyMap<Id, Id>, strength: Strength, details: Details): Node {
  const { choices, texts, world, outside, beneficiaries } = subject;
  const { manager: m } = choices;
  const sides = (f: Node): number[] => variablesOf(choices, f, 'side').map(({ v }) => v);
  const same = (f: Node): Node => {
    const equal = m.iff(f, texts.under(f, text));
    return m.forall(equal, sides(equal));
  };
  const value = subject.value[details.game];
  const game = subject.game[details.game];
  const parts = [
    same(game),
    ...(['abstain', 'away'] as const).map((opposition) => same(gameAt(choices, value, beneficiaries, outside, opposition))),
    samePledges(subject, text),
    sameDefaults(subject, strength, details),
    sameTime(subject, strength, details),
    strength === 'automatic' || strength === 'collective' ? sameHeldUp(subject, details.heldUp) : TRUE,
    ...openFacts(choices, [subject.value.owed, subject.value.possible]).map(({ key, v }) => {
      const changed = m.orAll(
        (['owed', 'possible'] as const).flatMap((half) =>
          [true, false].map((is) => m.xor(gameOf(choices, m.restrict(subject.value[half], v, is), beneficiaries), subject.game[half])),
        ),
      );
      const matters = m.exists(changed, sides(changed));
      return details.unsettled.includes(key.slice('fact:'.length)) ? matters : m.not(matters);
    }),
    ...world.arranged.flatMap((instrument) => [
      ...[...instrument.ends, ...instrument.suspensions].map((end) => same(gameOf(choices, endingOf(subject, end), new Set()))),
      ...(entryOf(instrument) === undefined ? [] : [same(gameOf(choices, entersIn(subject, instrument), beneficiaries))]),
    ]),
  ];
  return m.andAll(parts);
}

function samePledges({ choices, texts, kept, plain, promise, beneficiaries, outside, term }: Subject, text: ReadonlyMap<Id, Id>): Node {
  if (kept === plain) return TRUE;
  const { manager: m } = choices;
  const owed = grade(choices, gameOf(choices, by(valueOf(kept, promise.expr, 'owed'), term), beneficiaries), outside);
  const possible = gameAt(choices, by(valueOf(kept, promise.expr, 'possible'), term), beneficiaries, outside);
  return m.andAll([...Object.values(owed) as Node[], possible].map((f) => (texts.under(f, text) === TRUE ? f : m.not(f))));
}

function sameDefaults(subject: Subject, strength: Strength, { defaults }: Details): Node {
  const { choices } = subject;
  const { manager: m } = choices;
  if (strength !== 'automatic' && strength !== 'collective') return TRUE;
  const { kept, breakers } = keptOf(subject, by(valueOf(subject.breakable, subject.promise.expr, 'owed'), subject.term));
  const broken = m.not(kept);
  const within = (most: number): Node => (most < 0 ? FALSE : m.exists(m.and(broken, m.atMost(breakers.map((v) => m.nvarNode(v)), most)), breakers));
  return defaults === undefined ? m.not(within(breakers.length)) : m.and(within(defaults + 1), m.not(within(defaults)));
}

function sameTime({ choices, timedOwed, times, beneficiaries, outside }: Subject, strength: Strength, { longest }: Details): Node {
  const { manager: m } = choices;
  if (longest === undefined) return TRUE;
  const inside = insideOf(strength, outside);
  const i = times.findIndex((time) => time === longest);
  const owedBy = (k: number): Node => (k < 0 ? FALSE : gameAt(choices, by(timedOwed, times[k]!), beneficiaries, inside));
  return m.and(owedBy(i), m.not(owedBy(i - 1)));
}
