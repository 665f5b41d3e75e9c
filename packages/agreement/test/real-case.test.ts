/** The case of August 2025: what its positions come to, asserted on the results themselves. */
import { agree, robustness, timeline } from '@casus/agreement';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFolder } from '../../analysis/test/support/cases.js';

const case_ = caseOf(compileFolder('cases/ukraine-2025'));
const agreement = agree(case_);
const sets = (found: readonly { readonly lines: readonly string[] }[]): string[] => found.map(({ lines }) => [...lines].sort().join(' ')).sort();
const conflicts = sets(agreement.conflicts.found);

describe('the positions of August 2025', () => {
  it('leave no text that everybody accepts', () => {
    expect(agreement.possible).toBe(false);
    expect(agreement.texts.acceptable).toBe(0n);
    expect(agreement.texts.all).toBeGreaterThan(1_000_000n);
    expect(agreement.warnings).toEqual([]);
  });

  it('clash over the veto and the guarantee that holds, over who sits among the guarantors, and over limits on forces; and over nothing else', () => {
    expect(conflicts).toContain('Russia.veto Ukraine.guarantee');
    expect(conflicts).toContain('Russia.5 Ukraine.3');
    const limits = ['France.5', 'Germany.4', 'UK.7'].flatMap((free) => ['Russia.1', 'Russia.10', 'Russia.11', 'Russia.5', 'Russia.seat', 'Russia.unanimity', 'Russia.veto'].map((asks) => [free, asks].sort().join(' ')));
    expect(conflicts).toEqual([...limits, 'Russia.veto Ukraine.guarantee', 'Russia.5 Ukraine.3'].sort());
    expect(agreement.conflicts.complete).toBe(true);
  });

  it('are opened by just the smallest sets that meet every conflict', () => {
    const lines = [...new Set(agreement.conflicts.found.flatMap((conflict) => conflict.lines))];
    const meets = (mask: number): boolean => agreement.conflicts.found.every((conflict) => conflict.lines.some((line) => (mask & (1 << lines.indexOf(line))) !== 0));
    const minimal: string[] = [];
    for (let mask = 1; mask < 1 << lines.length; mask++) {
      if (meets(mask) && lines.every((_, i) => (mask & (1 << i)) === 0 || !meets(mask & ~(1 << i)))) minimal.push(lines.filter((_, i) => (mask & (1 << i)) !== 0).sort().join(' '));
    }
    expect(sets(agreement.concessions.found)).toEqual(minimal.sort());
  });

  it('would leave texts to all but Russia, and to Russia and the United States', () => {
    expect(sets(agreement.coalitions.found.map((lines) => ({ lines })))).toEqual(['France Germany UK US Ukraine', 'Russia US']);
    const alone = Object.fromEntries(agreement.movers.map(({ actor, alone: gives }) => [actor, gives === undefined || gives === 'unknown' ? gives : gives.lines.length]));
    expect(alone).toEqual({ Russia: 7, Ukraine: undefined, US: undefined, France: undefined, UK: undefined, Germany: undefined });
  });

  it('ask for an order of steps that five orders keep', () => {
    expect(agreement.orders).toMatchObject({ count: 5n, cycles: [] });
  });

  it('clash less if only what was stated by the actors themselves counts: the veto is an inference', () => {
    const stated = agree(case_, { only: ['stated'] });
    expect(stated.demands).not.toContain('Russia.veto');
    expect(stated.demands).not.toContain('Ukraine.guarantee');
    expect(sets(stated.conflicts.found)).toContain('Russia.5 Ukraine.3');
    expect(sets(stated.conflicts.found)).not.toContain('Russia.veto Ukraine.guarantee');
  });

  it('clash over the veto as long as both inferences stand', () => {
    const { variations } = robustness(case_);
    const without = (line: string): readonly string[] => sets(variations.find(({ doubt }) => doubt.kind === 'inferred' && doubt.lines.includes(line))?.gone ?? []);
    expect(without('Russia.veto')).toContain('Russia.veto Ukraine.guarantee');
    expect(without('Ukraine.guarantee')).toEqual(['Russia.veto Ukraine.guarantee']);
  });

  it('close the space on the day of the Russian demands', () => {
    const { stages } = timeline(case_);
    expect(stages[0]).toMatchObject({ possible: false });
    expect(sets(stages[0]!.conflicts.found)).toEqual(['France.5 Russia.10', 'France.5 Russia.11', 'Germany.4 Russia.10', 'Germany.4 Russia.11', 'Russia.10 UK.7', 'Russia.11 UK.7']);
    expect(sets(stages.find(({ date }) => date === '2025-08-20')?.arose ?? [])).toContain('Russia.veto Ukraine.guarantee');
  });
});
