/** The page of `casus power --quota-sweep`: how power moves with the quota. */
import type { Rational } from '@casus/games';
import type { Page } from '../page.js';
import { plain, type Json } from '../plain.js';
import { numberWords, sentence } from '../words.js';
import { figure, type Shown } from './figures.js';
import { csvLine } from './csv.js';
import { memberList } from './members.js';
import type { GameView } from './view.js';

/** What a quota makes of the vote. */
export interface SweepStep {
  readonly quota: Rational;
  /** The power of the body to act. */
  readonly act: Rational;
  /** How many members can block alone. */
  readonly vetoers: number;
  readonly dummies: number;
  /** The index, one for each member. */
  readonly values: readonly Rational[];
}

/** A sweep. */
export interface SweepView extends Shown {
  readonly game: GameView;
  /** What the values are. */
  readonly index: { readonly id: string; readonly name: string; readonly source: string };
  /** Members of equal weight together, the heaviest first. */
  readonly classes: readonly (readonly number[])[];
  readonly steps: readonly SweepStep[];
  readonly method: string;
}

/** Columns of members that a page shows. */
const MOST_COLUMNS = 6;

/** The page; a vote with many different weights shows the heaviest and the lightest members. */
export function sweepPage(view: SweepView): Page {
  const { game, index, classes, steps, method } = view;
  const shown = classes.length <= MOST_COLUMNS ? classes : [...classes.slice(0, MOST_COLUMNS - 2), ...classes.slice(-2)];
  const cut = shown.length < classes.length;
  return {
    title: game.title,
    sections: [
      { title: 'The vote', blocks: [{ kind: 'list', items: [...game.about, `Each row shows the vote with another quota`].map((text) => ({ text: sentence(text) })) }] },
      {
        title: `${index.name} (${index.source}) by the quota`,
        blocks: [
          { kind: 'table', head: ['quota', 'act', 'block alone', 'dummies', ...shown.map((members) => memberList(game.members, members))], right: [0, 1, 2, 3, ...shown.map((_, i) => i + 4)],
            rows: steps.map(({ quota, act, vetoers, dummies, values }) => [numberWords(quota), figure(act, view), String(vetoers), String(dummies), ...shown.map(([first]) => figure(values[first!]!, view))]) },
          { kind: 'list', items: ['act: how likely the body decides when everybody votes yes or no by the toss of a coin.', 'block alone: how many members each can; dummies: how many are never decisive.', ...(cut ? ['The heaviest and the lightest members are shown; --csv has all.'] : [])].map((text) => ({ text })) },
        ],
      },
      { title: 'How it was worked out', blocks: [{ kind: 'list', items: [{ text: sentence(method) }] }] },
    ],
  };
}

/** One row a quota and member. */
export function sweepCsv({ game, index, steps, digits, fractions }: SweepView): string {
  const number = (value: Rational): string => figure(value, { digits, fractions }).replaceAll(',', '');
  const rows = steps.flatMap(({ quota, act, vetoers, dummies, values }) => game.members.map(({ id, name }, i) => [number(quota), number(act), String(vetoers), String(dummies), id, name, number(values[i]!)]));
  return [['quota', 'act', 'block alone', 'dummies', 'member', 'name', index.id], ...rows].map(csvLine).join('');
}

/** The document of a sweep with --json. */
export function sweepDocument({ game, index, steps, method }: SweepView, version: string): Json {
  return {
    schema: 'casus-power-sweep/1', tool: { name: 'casus', version }, title: game.title, about: game.about, members: game.members.map(({ id, name }) => ({ id, name })), index: { ...index }, method,
    steps: steps.map(({ quota, act, vetoers, dummies, values }) => ({ quota: plain(quota), act: plain(act), vetoers, dummies, members: Object.fromEntries(values.map((value, i) => [game.members[i]!.id, plain(value)])) })),
  };
}
