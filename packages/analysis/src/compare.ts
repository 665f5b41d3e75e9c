import type { Id } from '@casus/model';
import { burdensOf, type Burdens } from './burdens.js';
import { balanceOf, type Balance, type Weighed } from './compare/balance.js';
import { textChanges, type TextChanges } from './compare/changes.js';
import { judgedRows, type Asked, type PromiseRow } from './compare/judged.js';
import type { Side } from './compare/view.js';
import type { Verdict } from './verdict.js';

export type { Balance, BurdenShift, SayShift } from './compare/balance.js';
export type { ArticleChange, InstrumentChange, InstrumentPart, InstrumentPartChange, PartChange, SentenceChange, TextChanges } from './compare/changes.js';
export { longestOf, verdictsOf, type Asked, type PromiseRow, type Question, type Shift } from './compare/judged.js';
export type { ArticleView, Part, SentenceView, Side } from './compare/view.js';
export { shiftsIn } from './compare/balance.js';

/** One side, with what it lays upon whom. */
export interface ComparedSide extends Side {
  readonly fixed: readonly Id[];
  readonly burdens: Burdens;
}

/** What one side changes against the first. */
export interface ComparedChange {
  /** Which side, from 1. */
  readonly side: number;
  readonly text: TextChanges;
  readonly balances: readonly Balance[];
}

/** Instruments, arrangements, or versions of a text side by side. */
export interface Comparison {
  readonly sides: readonly ComparedSide[];
  readonly rows: readonly PromiseRow[];
  /** Every side but the first against the first. */
  readonly changes: readonly ComparedChange[];
}

/** Compares two sides or more: promises, burdens, ways out, the texts, and what each change does for each actor. */
export function compare(sides: readonly Side[], asked: Asked = {}): Comparison {
  const rows = judgedRows(sides, asked);
  const compared = sides.map((side, i): ComparedSide => {
    const verdicts = rows.flatMap((row): Verdict[] => (row.verdicts[i] === undefined ? [] : [row.verdicts[i]]));
    const burdens = burdensOf(side.case, { subject: side.subject, ...(side.options === undefined ? {} : { options: side.options }), ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }) }, verdicts);
    return { ...side, fixed: burdens.fixed, burdens };
  });
  const weighed = compared.map((side): Weighed => ({ side, burdens: side.burdens }));
  const changes = compared.slice(1).map((side, i): ComparedChange => {
    const text = textChanges(compared[0]!, side);
    return { side: i + 1, text, balances: balanceOf(weighed[0]!, weighed[i + 1]!, rows, i + 1, text) };
  });
  return { sides: compared, rows, changes };
}
