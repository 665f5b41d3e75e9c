import { Session } from '@casus/analysis';
import { attackersOf, bound, budget, ORDINARY, playAll, randomCase, Run, standingNorms, TooBig, worldOf } from '@casus/oracle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unborne } from '../../../src/findings/norms/no-bearer.js';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('norms/no-bearer');

describe('norms/no-bearer, in full', () => {
  it('tells an empty set from one that is never a party', () => {
    const found = fixture('norms/no-bearer/nobody');
    const findings = found.findings.filter(({ code }) => code === 'norms/no-bearer');
    expect(findings.map(({ severity, place, causes }) => [severity, textAt(found, place), causes.map((cause) => [cause.message, textAt(found, cause.place)])])).toEqual([
      ['warning', 'Islanders', []],
      ['warning', 'Guarantors', [['the parties', 'Arcadia, [helper.guarantors: Guarantors]']]],
    ]);
  });

  it('leaves to norms/not-a-party what that tells', () => {
    const { findings } = fixture('norms/no-bearer/near-miss-not-a-party');
    expect(findings.filter(({ code }) => code === 'norms/not-a-party')).toHaveLength(1);
  });
});

const RUNS = { numRuns: Number(process.env['CASUS_RANDOM'] ?? 2000) / 5 };

describe('norms/no-bearer, against the interpreter', () => {
  it('is never told of a sentence that binds somebody', () => {
    let told = 0;
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.constantFrom('2020-01-01', '2027-01-01', '2040-01-01'), (seed, asOf) => {
      const random = randomCase(seed);
      const every = { ...random.arrangements.values().next().value!, id: 'Every', instruments: [...random.instruments.keys()], options: [] };
      const case_ = { ...random, arrangements: new Map([...random.arrangements, ['Every', every]]) };
      const subject = { case: case_, session: new Session(case_), verdicts: [], understood: true, form: [] };
      const silent = new Set([...case_.instruments.values()].flatMap((instrument) => unborne(subject, instrument).map(({ norm }) => norm)));
      told += silent.size;
      let texts: string[][] = [[]];
      for (const { options } of case_.issues.values()) if (options.length > 0) texts = texts.flatMap((text) => options.map(({ id }) => [...text, id]));
      if (silent.size === 0) return;
      for (const scenario of case_.scenarios.keys()) for (const options of texts) for (const attacker of attackersOf(case_, { arrangement: 'Every', scenario, options, asOf })) {
        const world = worldOf(case_, { arrangement: 'Every', scenario, options, asOf, ...(attacker === undefined ? {} : { attacker }) });
        for (const standing of standingNorms(world).filter(({ norm }) => silent.has(norm.id))) {
          try {
            const { lost, courses } = playAll((ask) => bound(new Run(world, ask, ORDINARY), standing).size > 0, budget(2000));
            expect(courses - lost.length, standing.norm.id).toBe(0);
          } catch (error) {
            if (!(error instanceof TooBig)) throw error;
          }
        }
      }
    }), RUNS);
    expect(told).toBeGreaterThan(0);
  });
});
