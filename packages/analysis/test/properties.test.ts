/** What holds of every verdict, whatever the text: on random cases of the interpreter's generator, and on random rules of decision. */
import { judge, type Cell, type Coalitions, type Verdict } from '@casus/analysis';
import type { Case, Id, SetExpr, Strength } from '@casus/model';
import { randomCase, randomQuestion } from '@casus/oracle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, compileText } from './support/cases.js';

const RUNS = { numRuns: Number(process.env['CASUS_RANDOM'] ?? 2000) / 5 };

const STRENGTHS: readonly Strength[] = ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'];
const rank = (strength: Strength): number => STRENGTHS.indexOf(strength);

/** Verdicts of a random case with all its texts open; none if nobody could attack. */
function verdictsOf(seed: number): { readonly case_: Case; readonly verdicts: readonly Verdict[] } {
  const case_ = randomCase(seed);
  return { case_, verdicts: randomQuestion(case_, seed) === undefined ? [] : judge(case_, { promise: 'Help', arrangement: 'All', scenario: 'Attack' }) };
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const each = (test: (seed: number) => void): void => fc.assert(fc.property(seeds, test), RUNS);

const sorted = (coalitions: readonly (readonly Id[])[]): string[] => coalitions.map((one) => [...one].sort().join('+')).sort();
const listed = ({ count, first }: Coalitions): boolean => BigInt(first.length) === count;

/** The minimal sets that meet every one of these. */
function transversals(sets: readonly (readonly Id[])[]): Id[][] {
  let found: Id[][] = [[]];
  for (const set of sets) {
    const met = found.flatMap((one) => (one.some((actor) => set.includes(actor)) ? [one] : set.map((actor) => [...one, actor])));
    found = met.filter((one, i) => !met.some((other, j) => other.every((actor) => one.includes(actor)) && (other.length < one.length || (other.length === one.length && j < i))));
  }
  return found;
}

describe('every verdict', () => {
  it('shares its texts out among strengths that exclude each other, from strongest to weakest', () =>
    each((seed) => {
      for (const { cells, texts } of verdictsOf(seed).verdicts) {
        expect(cells.reduce((sum, cell) => sum + cell.texts.count, 0n)).toBe(texts);
        for (const cell of cells) expect(cell.texts.of === texts && cell.texts.count > 0n, `seed ${seed}: ${cell.texts.count} of ${cell.texts.of}`).toBe(true);
        const order = cells.map(({ strength }) => rank(strength));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }));

  it('has a witness with the value that the strength says', () =>
    each((seed) => {
      for (const { strength, details } of verdictsOf(seed).verdicts.flatMap(({ cells }) => cells)) {
        if (strength !== 'hollow') expect(details.witness.value, `seed ${seed}: ${strength}`).toBe(strength !== 'captive' && strength !== 'forbidden');
        expect(details.witness.half).toBe(details.game);
        if (strength === 'captive') expect(details.consent?.value, `seed ${seed}`).toBe(true);
      }
    }));

  it('says of each of its cells what is said of the text of the cell alone', () =>
    each((seed) => {
      const { case_, verdicts } = verdictsOf(seed);
      for (const verdict of verdicts.filter(({ cells }) => cells.length > 1)) {
        const family = case_.scenarios.get('Attack')!.everyAttacker;
        for (const cell of verdict.cells) {
          const [alone] = judge(case_, { promise: 'Help', arrangement: 'All', scenario: 'Attack', options: [...cell.text.values()], ...(family ? { attacker: verdict.attackers[0]! } : {}) });
          expect(alone!.cells.map(({ strength, meanwhile, general }) => [strength, meanwhile, general?.strength])).toEqual([[cell.strength, cell.meanwhile, cell.general?.strength]]);
          expect(inFull(alone!, (id) => id), `seed ${seed}`).toEqual(inFull({ ...alone!, cells: [{ ...cell, texts: alone!.cells[0]!.texts }] }, (id) => id));
        }
      }
    }));

  it('has as stopping coalitions the minimal sets that meet every holding coalition', () =>
    each((seed) => {
      for (const { details } of verdictsOf(seed).verdicts.flatMap(({ cells }) => cells)) {
        if (!listed(details.holding) || !listed(details.stopping)) continue;
        const [holding, stopping] = [details.holding.first, details.stopping.first];
        expect(sorted(stopping)).toEqual(sorted(transversals(holding)));
        expect(sorted(holding)).toEqual(sorted(transversals(stopping)));
      }
    }));

  it('has as vetoers those in every holding coalition, which are those who can stop it alone', () =>
    each((seed) => {
      for (const { details } of verdictsOf(seed).verdicts.flatMap(({ cells }) => cells)) {
        const { vetoers, holding, stopping } = details;
        if (!listed(holding) || !listed(stopping)) continue;
        const [first, ...rest] = holding.first;
        const everywhere = (first ?? []).filter((actor) => rest.every((coalition) => coalition.includes(actor)));
        expect([...vetoers].sort()).toEqual([...everywhere].sort());
        expect([...vetoers].sort()).toEqual(stopping.first.filter(({ length }) => length === 1).flat().sort());
      }
    }));

  it('has the strength that its coalitions have', () =>
    each((seed) => {
      for (const { cells, hostile } of verdictsOf(seed).verdicts) {
        for (const { strength, details } of cells) {
          const { game, holding } = details;
          if (!listed(holding)) continue;
          const clean = holding.first.some((coalition) => coalition.every((actor) => !hostile.includes(actor)));
          expect(game).toBe(rank(strength) <= rank('captive') ? 'owed' : 'possible');
          if (strength === 'automatic') expect(holding.first).toEqual([[]]);
          else if (game === 'owed') {
            expect(clean).toBe(strength === 'collective');
            expect(holding.first).not.toContainEqual([]);
          } else if (strength === 'voluntary' || strength === 'forbidden') expect(clean).toBe(strength === 'voluntary');
        }
      }
    }));
});

/** A cell without the choice of one text among those that it describes. */
const gist = ({ strength, meanwhile, general, texts }: Cell): string => [strength, meanwhile, general?.strength, texts.count, texts.of].join(' ');
const gists = ({ cells }: Verdict): string[] => cells.map(gist).sort();

/** Details of a verdict on one text, with the actors called by other names. */
function inFull({ cells }: Verdict, nameOf: (id: Id) => Id): unknown {
  if (cells.length !== 1 || cells[0]!.texts.of !== 1n) return undefined;
  const { vetoers, holding, stopping, othersAbstain, othersAway, pledged, defaults, longest, game } = cells[0]!.details;
  const names = ({ count, first }: Coalitions): unknown => [count, listed({ count, first }) ? sorted(first.map((one) => one.map(nameOf))) : 'some'];
  return { vetoers: vetoers.map(nameOf).sort(), holding: names(holding), stopping: names(stopping), othersAbstain, othersAway, pledged, defaults, longest, game };
}

function mapStrings<T>(node: T, change: (text: string) => string): T {
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part);
    if (Array.isArray(part)) return part.map(visit);
    if (part instanceof Map) return new Map([...part].map(([key, value]) => [visit(key), visit(value)]));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, visit(value)]));
  };
  return visit(node) as T;
}

/** The same case with every table, and every list of members, the other way round. */
function reversed(case_: Case): Case {
  const turn = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(turn);
    if (part instanceof Map) return new Map([...part].reverse().map(([key, value]) => [key, turn(value)]));
    if (typeof part !== 'object' || part === null) return part;
    const turned = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, turn(value)]));
    return 'kind' in turned && (turned['kind'] === 'union' || turned['kind'] === 'intersection') ? { ...turned, of: [...(turned['of'] as unknown[])].reverse() } : turned;
  };
  return turn(case_) as Case;
}

describe('a verdict does not depend', () => {
  it('on what the actors are called', () =>
    each((seed) => {
      const { case_, verdicts } = verdictsOf(seed);
      if (verdicts.length === 0) return;
      const actors = [...case_.actors.keys()];
      const renamed = new Map(actors.map((id, i) => [id, `${'ZYXWVUT'[i]!}land`]));
      const back = new Map([...renamed].map(([id, name]) => [name, id]));
      const other = judge(mapStrings(case_, (text) => renamed.get(text) ?? text), { promise: 'Help', arrangement: 'All', scenario: 'Attack' });
      expect(other.map(gists)).toEqual(verdicts.map(gists));
      expect(other.map((verdict) => inFull(verdict, (id) => back.get(id)!))).toEqual(verdicts.map((verdict) => inFull(verdict, (id) => id)));
    }));

  it('on the order of declarations, or of members in a list', () =>
    each((seed) => {
      const { case_, verdicts } = verdictsOf(seed);
      const byAttacker = (all: readonly Verdict[]): Verdict[] => [...all].sort((a, b) => a.attackers.join().localeCompare(b.attackers.join()));
      if (verdicts.length === 0) return;
      const other = judge(reversed(case_), { promise: 'Help', arrangement: 'All', scenario: 'Attack' });
      const [one, two] = [byAttacker(verdicts), byAttacker(other)];
      expect(two.map(gists)).toEqual(one.map(gists));
      expect(two.map((verdict) => inFull(verdict, (id) => id))).toEqual(one.map((verdict) => inFull(verdict, (id) => id)));
    }));
});

const place = { file: 'added', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };

/**
 * Whether who is hostile plays no part in the text but by what they choose: no role that depends on it, nobody owes in place of somebody else,
 * and the promise does not ask for all of those who are left.
 */
function indifferent(case_: Case): boolean {
  const text = JSON.stringify([[...case_.groups.values()], [...case_.bodies.values()], [...case_.instruments.values()], [...case_.promises.values()], [...case_.scenarios.values()]], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return !/"role":"(hostile|others|requester)"|"distribution":"any"/.test(text) && !/"kind":"all"/.test(JSON.stringify([...case_.promises.values()].map(({ expr }) => expr), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
}

describe('one more state on the hostile side', () => {
  it('never makes what is owed, or possible, stronger', () => {
    let tried = 0;
    each((seed) => {
      const { case_, verdicts } = verdictsOf(seed);
      if (verdicts.length === 0 || !indifferent(case_)) return;
      const scenario = case_.scenarios.get('Attack')!;
      for (const { id } of case_.actors.values()) {
        if (case_.actors.get(id)!.seat !== undefined) continue;
        const siding: SetExpr = { kind: 'union', of: [scenario.siding, { kind: 'actor', id, place }], place };
        const worse = judge({ ...case_, scenarios: new Map([['Attack', { ...scenario, siding }]]) }, { promise: 'Help', arrangement: 'All', scenario: 'Attack' });
        verdicts.forEach((verdict, i) => {
          // Texts at least as strong as s, for each s: with more hostile states, no more of them.
          for (const strength of STRENGTHS) {
            const atLeast = ({ cells }: Verdict): bigint => cells.filter((cell) => rank(cell.strength) <= rank(strength)).reduce((sum, cell) => sum + cell.texts.count, 0n);
            expect(atLeast(worse[i]!) <= atLeast(verdict), `seed ${seed}: ${id}, ${strength}`).toBe(true);
          }
        });
        tried++;
      }
    });
    expect(tried).toBeGreaterThan(RUNS.numRuns / 10);
  });
});

const STATES = ['Borduria', 'Syldavia', 'Ruritania', 'Graustark'];

/** A rule of decision in which more votes in favour never hurt. */
const rules: fc.Arbitrary<string> = fc.letrec<{ rule: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom('unanimously', 'by consensus', 'without a vote', 'by a majority of members', 'by two thirds of members present', 'by more than half of the members'),
    fc.integer({ min: 1, max: 4 }).map((n) => `by at least ${n} members`),
    fc.constantFrom(...STATES).map((state) => `${state} approves`),
    fc.constantFrom(...STATES).map((state) => `no ${state} against`),
    fc.integer({ min: 1, max: 3 }).map((n) => `fewer than ${n} members against`),
  ),
  rule: fc.oneof({ maxDepth: 2 }, tie('atom'), fc.tuple(tie('rule'), tie('rule'), fc.constantFrom('and', 'or')).map(([a, b, word]) => `(${a} ${word} ${b})`)),
})).rule;

const strengthUnder = (rule: string, scenario: string): Strength => {
  const case_ = caseOf(
    compileText(`import "states"
treaty T { parties Arcadia, Guarantors   article 1 { upon armed attack on Arcadia then if Guarantors decide (${rule}) then each of Guarantors shall assist Arcadia } }`),
  );
  return judge(case_, { promise: 'Help', arrangement: 'T', scenario })[0]!.cells[0]!.strength;
};

describe('a rule of decision', () => {
  it('makes a promise no weaker with one requirement less, and no weaker with one more way to be met', () =>
    fc.assert(
      fc.property(rules, rules, fc.constantFrom('BorduriaAttacks', 'LindoriaAttacks', 'WithSyldavia'), (one, more, scenario) => {
        const alone = rank(strengthUnder(one, scenario));
        expect(rank(strengthUnder(`(${one}) and (${more})`, scenario))).toBeGreaterThanOrEqual(alone);
        expect(rank(strengthUnder(`(${one}) or (${more})`, scenario))).toBeLessThanOrEqual(alone);
      }),
      { numRuns: 60 },
    ));
});
