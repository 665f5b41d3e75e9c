/**
 * 40 states × 24 two-way brackets × 6 promises × every single attacker, judged in one run: 2^24 texts and 2^40 coalitions, none of them listed.
 * Every share of the texts and every count of coalitions is checked against a formula that knows nothing of decision diagrams.
 */
import { judgeAll, type Cell, type Verdict } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS, largeCase, manyClauses, numbersOf, promiseName, stateName, type Size } from '../../../bench/generate.js';
import { caseOf, compileText } from './support/cases.js';

type Kind = (typeof KINDS)[number];

function binomial(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const chooseFrom = (n: number, least: number): bigint => sum(Array.from({ length: n + 1 }, (_, k) => (k >= least ? binomial(n, k) : 0n)));

/** The texts in which the members besides `without` weigh at least so much, by counting sums one after the other. */
function textsOfWeight(brackets: number, least: number, without: number, fixed: number): bigint {
  const sums = new Map<number, bigint>([[fixed, 1n]]);
  for (let i = 1; i <= brackets; i++) {
    if (i === without) continue;
    for (const [weighs, count] of [...sums].sort(([a], [b]) => b - a)) sums.set(weighs + i, (sums.get(weighs + i) ?? 0n) + count);
  }
  return sum([...sums].filter(([weighs]) => weighs >= least).map(([, count]) => count));
}

/** The share of each strength, by name. */
const shares = (verdict: Verdict): Record<string, bigint> => {
  const result: Record<string, bigint> = {};
  for (const cell of verdict.cells) result[cell.strength] = (result[cell.strength] ?? 0n) + cell.texts.count;
  return result;
};

/** Without those of which there are none. */
const some = (all: Record<string, bigint>): Record<string, bigint> => Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0n));

/** The case with these promises alone. */
const only = (case_: Case, promises: readonly Id[]): Case => ({ ...case_, arrangements: new Map([...case_.arrangements].map(([id, one]) => [id, { ...one, promises }])) });

function scale(size: Size, kinds: readonly Kind[]): void {
  const { always, votes, weight, suppliers } = numbersOf(size);
  const texts = 2n ** BigInt(size.brackets);
  const named = kinds.map((kind) => promiseName(KINDS.indexOf(kind)));
  /** How many states are members in the text of a cell. */
  const membersIn = (cell: Cell): number => always + [...cell.text.values()].filter((option) => option.endsWith('.seated')).length;
  const number = ({ attackers }: Verdict): number => Number(attackers[0]!.slice(1));
  /** A state is a member in every text, or only in those that take its bracket. */
  const bracketed = (verdict: Verdict): boolean => number(verdict) <= size.brackets;
  let verdicts: readonly Verdict[] = [];
  beforeAll(() => {
    verdicts = judgeAll(only(caseOf(compileText(largeCase(size))), named), { everyAttacker: true });
  }, 300_000);
  const of = (kind: Kind): readonly Verdict[] => verdicts.filter(({ promise }) => promise === promiseName(KINDS.indexOf(kind)));
  const when = (kind: Kind, name: string, test: () => void): void => {
    if (kinds.includes(kind)) it(name, test);
  };

  it('has one verdict for each promise and each attacker', () => {
    expect(verdicts).toHaveLength(size.actors * kinds.length);
    for (const kind of kinds) expect(of(kind).map(({ attackers }) => attackers)).toEqual(Array.from({ length: size.actors }, (_, s) => [stateName(s + 1)]));
  });

  it('shares out exactly all texts in each of them', () => {
    for (const verdict of verdicts) {
      expect(verdict.texts).toBe(texts);
      expect(sum(verdict.cells.map((cell) => cell.texts.count)), `${verdict.promise} ${verdict.attackers[0]!}`).toBe(texts);
    }
  });

  when('unanimous', 'unanimity: captive in the texts that make the attacker a member, collective in the others', () => {
    for (const verdict of of('unanimous')) {
      expect(shares(verdict)).toEqual(bracketed(verdict) ? { captive: texts / 2n, collective: texts / 2n } : { captive: texts });
      for (const cell of verdict.cells) {
        expect(cell.details.vetoers).toHaveLength(membersIn(cell));
        expect(cell.details.holding.count).toBe(1n);
        expect(cell.details.stopping.count).toBe(BigInt(membersIn(cell)));
      }
    }
  });

  when('thirds', 'two thirds: collective in every text, with as many coalitions as there are ways to choose them', () => {
    for (const verdict of of('thirds')) {
      expect(shares(verdict)).toEqual({ collective: texts });
      for (const cell of verdict.cells) {
        const members = membersIn(cell);
        const needed = Math.ceil((2 * members) / 3);
        expect(cell.details.holding.count).toBe(binomial(members, needed));
        expect(cell.details.stopping.count).toBe(binomial(members, members - needed + 1));
        expect(cell.details.holding.first.every((coalition) => coalition.length === needed)).toBe(true);
        expect(cell.details.vetoers).toEqual([]);
        expect(cell.details.longest).toEqual({ kind: 'days', days: { num: 15n, den: 1n } });
      }
    }
  });

  when('counted', `${votes} votes: by how many members there are besides the attacker`, () => {
    for (const verdict of of('counted')) {
      // Brackets that must be taken for so many votes; the attacker's own is one of them, or its seat is always there.
      const [others, least, times] = bracketed(verdict) ? [size.brackets - 1, votes - always, 2n] : [size.brackets, votes - always + 1, 1n];
      const collective = times * chooseFrom(others, least);
      const captive = binomial(others, least - 1);
      expect(shares(verdict)).toEqual(some({ collective, captive, voluntary: texts - collective - captive }));
      for (const cell of verdict.cells.filter(({ strength }) => strength !== 'voluntary')) {
        expect(cell.details.holding.count).toBe(binomial(membersIn(cell), votes));
        expect(cell.details.stopping.count).toBe(binomial(membersIn(cell), membersIn(cell) - votes + 1));
      }
    }
  });

  when('weighed', `a weight of ${weight}: by the sums of the weights of the members`, () => {
    const fixed = Array.from({ length: always }, (_, i) => size.brackets + 1 + i).reduce((total, each) => total + each, 0);
    for (const verdict of of('weighed')) {
      const own = number(verdict);
      // With everybody it is owed where all members weigh enough; without the attacker, where the others do.
      const owed = textsOfWeight(size.brackets, weight, 0, fixed);
      const collective = bracketed(verdict) ? 2n * textsOfWeight(size.brackets, weight, own, fixed) : textsOfWeight(size.brackets, weight, 0, fixed - own);
      expect(shares(verdict)).toEqual(some({ collective, captive: owed - collective, voluntary: texts - owed }));
    }
  });

  when('supplied', `a duty of each: automatic where ${suppliers} members are left besides the attacker`, () => {
    for (const verdict of of('supplied')) {
      const automatic = bracketed(verdict) ? 2n * chooseFrom(size.brackets - 1, suppliers - always) : chooseFrom(size.brackets, suppliers - always + 1);
      expect(shares(verdict)).toEqual(some({ automatic, voluntary: texts - automatic }));
      for (const cell of verdict.cells.filter(({ strength }) => strength === 'automatic')) {
        const bound = membersIn(cell) - ([...cell.text.values()].includes(`seat${verdict.attackers[0]!.slice(1)}.seated`) || !bracketed(verdict) ? 1 : 0);
        expect(cell.details.defaults).toBe(bound - suppliers);
        expect(cell.details.longest).toEqual({ kind: 'indeterminate' });
      }
    }
  });

  when('free', 'a freedom that each bracket may take away: one text leaves it', () => {
    for (const verdict of of('free')) expect(shares(verdict)).toEqual({ automatic: 1n, forbidden: texts - 1n });
  });

  it('lists few coalitions and describes few texts, however many there are', () => {
    for (const { cells } of verdicts) {
      for (const { details, texts: shown } of cells) {
        expect(details.holding.first.length).toBeLessThanOrEqual(100);
        expect(details.stopping.first.length).toBeLessThanOrEqual(100);
        expect(shown.when.length).toBeLessThanOrEqual(16);
      }
    }
    if (kinds.includes('thirds')) expect(of('thirds').some(({ cells }) => cells.some(({ details }) => details.holding.count > BigInt(size.actors)))).toBe(true);
  });
}

describe('40 states, 24 brackets, 6 promises, every single attacker', () => {
  scale({ actors: 40, brackets: 24, promises: 6 }, KINDS);
});

describe('9 states, 5 brackets, 6 promises, every single attacker', () => {
  scale({ actors: 9, brackets: 5, promises: 6 }, KINDS);
});

describe('a case of 500 clauses', () => {
  it('is compiled and judged: three of five can make each of its promises due, whoever of them attacks', () => {
    const case_ = caseOf(compileText(manyClauses(500)));
    expect([...case_.instruments.values()].reduce((count, { norms }) => count + norms.length, 0)).toBe(500);
    const verdicts = judgeAll(case_);
    expect(verdicts).toHaveLength(10);
    for (const { cells } of verdicts) {
      expect(cells.map(({ strength }) => strength)).toEqual(['collective']);
    }
  });
});
