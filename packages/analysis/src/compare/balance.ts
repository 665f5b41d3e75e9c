import { compareRational, type Id, type Rational } from '@casus/model';
import type { Burdens, BurdenKind, BurdenLine, Say, WayOut } from '../burdens.js';
import { limitNumber } from '../burdens/lines.js';
import { normOf } from '../walk.js';
import type { TextChanges } from './changes.js';
import { beneficiariesIn, type PromiseRow, type Question } from './judged.js';
import { takenBy, type Side } from './view.js';

/** A sentence that lays more or less upon an actor. */
export interface BurdenShift {
  readonly kind: BurdenKind;
  /** As it stands on the first side, on the other, or on both where only the number of a limit differs. */
  readonly before?: BurdenLine;
  readonly after?: BurdenLine;
}

/** A vote, an entry, an end or a suspension over which an actor alone has a say. */
export interface SayShift {
  readonly kind: Say['kind'];
  readonly text: string;
}

/** The leave to withdraw from an instrument, by notice; the others go on. */
export interface Leave {
  readonly instrument: Id;
  readonly text: string;
}

/** What the same say of two texts has in common. */
const sameSay = (one: Say, other: Say): boolean => one.kind === other.kind && (one.key === other.key || one.text === other.text);

/** What a change does for one actor: facts that can be counted, each with its reason. Nothing is weighed against anything else. */
export interface Balance {
  readonly actor: Id;
  /** Promises made to it. */
  readonly promises: { readonly stronger: readonly Question[]; readonly weaker: readonly Question[]; readonly mixed: readonly Question[]; readonly sooner: readonly Question[]; readonly later: readonly Question[] };
  /** Duties, bans and limits. */
  readonly burdens: { readonly more: readonly BurdenShift[]; readonly fewer: readonly BurdenShift[]; readonly tighter: readonly BurdenShift[]; readonly looser: readonly BurdenShift[] };
  readonly rights: { readonly gained: readonly BurdenShift[]; readonly lost: readonly BurdenShift[] };
  /** Promises to anybody that it alone can stop; one that nobody can bring about any more is not counted as lost. */
  readonly vetoes: { readonly gained: readonly Question[]; readonly lost: readonly Question[] };
  /** Decisions that it alone can block, entries that it alone can prevent, ends and suspensions that it alone can bring about. */
  readonly says: { readonly gained: readonly SayShift[]; readonly lost: readonly SayShift[] };
  /** Instruments that it may leave by a clause of theirs; another notice or other terms are neither gained nor lost. */
  readonly leaves: { readonly gained: readonly Leave[]; readonly lost: readonly Leave[] };
}

/** One side with the burdens of its parties. */
export interface Weighed {
  readonly side: Side;
  readonly burdens: Burdens;
}

const BURDENS: ReadonlySet<BurdenKind> = new Set(['duty', 'ban', 'limit']);

/** What the change from one side to another does for each actor; actors for whom nothing changes are left out. `index`: of the other side in the rows. */
export function balanceOf(before: Weighed, after: Weighed, rows: readonly PromiseRow[], index: number, { matched, instruments }: TextChanges): readonly Balance[] {
  const actors = [...new Set([...before.burdens.parties, ...after.burdens.parties].map(({ actor }) => actor).concat(rows.flatMap((row) => beneficiaries(row, index, before, after))))];
  const became = new Map(instruments.flatMap(({ before: one, after: other }) => (one === undefined || other === undefined ? [] : [[one, other] as const])));
  return actors.map((actor): Balance => {
    const judged = rows.filter(({ verdicts }) => verdicts[0] !== undefined && verdicts[index] !== undefined);
    const own = judged.filter((row) => beneficiaries(row, index, before, after).includes(actor));
    const question = ({ promise, scenario, attacker }: PromiseRow): Question => ({ promise, scenario, ...(attacker === undefined ? {} : { attacker }) });
    const where = (of: readonly PromiseRow[], fits: (row: PromiseRow) => boolean): readonly Question[] => of.filter(fits).map(question);
    const stops = ({ verdicts }: PromiseRow, at: number): boolean => verdicts[at]!.cells.some(({ details }) => details.vetoers.includes(actor));
    const attainable = ({ verdicts }: PromiseRow, at: number): boolean => verdicts[at]!.cells.some(({ details }) => details.holding.count > 0n);
    const lines = linesShifted(actor, before, after, matched);
    const says = (of: Burdens): readonly Say[] => of.parties.find((party) => party.actor === actor)?.says ?? [];
    const without = (these: readonly Say[], those: readonly Say[]): readonly SayShift[] => these.filter((one) => !those.some((other) => sameSay(one, other))).map(({ kind, text }) => ({ kind, text }));
    return {
      actor,
      promises: {
        stronger: where(own, (row) => row.shifts[index] === 'stronger'),
        weaker: where(own, (row) => row.shifts[index] === 'weaker'),
        mixed: where(own, (row) => row.shifts[index] === 'mixed'),
        sooner: where(own, (row) => row.sooner[index] === -1),
        later: where(own, (row) => row.sooner[index] === 1),
      },
      burdens: {
        more: lines.gained.filter(({ kind }) => BURDENS.has(kind)),
        fewer: lines.lost.filter(({ kind }) => BURDENS.has(kind)),
        tighter: lines.tighter,
        looser: lines.looser,
      },
      rights: { gained: lines.gained.filter(({ kind }) => kind === 'right'), lost: lines.lost.filter(({ kind }) => kind === 'right') },
      vetoes: {
        gained: where(judged, (row) => stops(row, index) && !stops(row, 0)),
        lost: where(judged, (row) => stops(row, 0) && !stops(row, index) && attainable(row, index)),
      },
      says: { gained: without(says(after.burdens), says(before.burdens)), lost: without(says(before.burdens), says(after.burdens)) },
      leaves: leavesShifted(actor, before.burdens, after.burdens, became),
    };
  }).filter((balance) => shiftsIn(balance) > 0);
}

/** How many facts a balance counts. */
export function shiftsIn({ promises, burdens, rights, vetoes, says, leaves }: Balance): number {
  return [promises, burdens, rights, vetoes, says, leaves].flatMap((part) => Object.values(part) as (readonly unknown[])[]).reduce((sum, list) => sum + list.length, 0);
}

function beneficiaries({ verdicts }: PromiseRow, index: number, before: Weighed, after: Weighed): readonly Id[] {
  const [first, other] = [verdicts[0], verdicts[index]];
  if (first === undefined || other === undefined) return [];
  return [...new Set([...beneficiariesIn(before.side.case, first), ...beneficiariesIn(after.side.case, other)])];
}

/** The clauses of withdrawal by which an actor may leave on one side only; `became`: which instrument corresponds to which. */
function leavesShifted(actor: Id, before: Burdens, after: Burdens, became: ReadonlyMap<Id, Id>): Balance['leaves'] {
  const leavesIn = ({ waysOut }: Burdens): readonly Extract<WayOut, { kind: 'withdrawal' }>[] => waysOut.filter((way) => way.kind === 'withdrawal').filter(({ parties }) => parties.includes(actor));
  const [had, has] = [leavesIn(before), leavesIn(after)];
  const told = ({ instrument, text }: Leave): Leave => ({ instrument, text });
  return {
    gained: has.filter(({ instrument }) => !had.some((one) => became.get(one.instrument) === instrument)).map(told),
    lost: had.filter((one) => !has.some(({ instrument }) => became.get(one.instrument) === instrument)).map(told),
  };
}

interface LineShifts {
  readonly gained: readonly BurdenShift[];
  readonly lost: readonly BurdenShift[];
  readonly tighter: readonly BurdenShift[];
  readonly looser: readonly BurdenShift[];
}

/** The sentences that concern an actor on one side only, and limits whose number differs. A sentence that was reworded is neither gained nor lost. */
function linesShifted(actor: Id, before: Weighed, after: Weighed, matched: ReadonlyMap<Id, Id>): LineShifts {
  const linesIn = ({ burdens }: Weighed): readonly BurdenLine[] => burdens.parties.find((party) => party.actor === actor)?.lines ?? [];
  const left = new Map(linesIn(after).map((line) => [line.norm, line]));
  const result = { gained: [] as BurdenShift[], lost: [] as BurdenShift[], tighter: [] as BurdenShift[], looser: [] as BurdenShift[] };
  for (const line of linesIn(before)) {
    const now = left.get(matched.get(line.norm) ?? '');
    if (now === undefined || now.kind !== line.kind) {
      result.lost.push({ kind: line.kind, before: line });
      continue;
    }
    left.delete(now.norm);
    if (line.kind !== 'limit') continue;
    const [a, b] = [numberOf(before.side, line, actor), numberOf(after.side, now, actor)];
    const way = a === undefined || b === undefined ? 0 : compareRational(b, a);
    if (way !== 0) (way < 0 ? result.tighter : result.looser).push({ kind: 'limit', before: line, after: now });
  }
  for (const line of left.values()) result.gained.push({ kind: line.kind, after: line });
  return result;
}

function numberOf(side: Side, { norm }: BurdenLine, actor: Id): Rational | undefined {
  const action = normOf(side.case, norm)?.action;
  return action?.kind === 'exceed' ? limitNumber(side.case, action.max, actor, takenBy(side)) : undefined;
}
