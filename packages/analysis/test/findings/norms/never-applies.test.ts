import { Session } from '@casus/analysis';
import type { Case, Id, Norm } from '@casus/model';
import { attackersOf, budget, holds, ORDINARY, playAll, randomCase, Run, TooBig, worldOf } from '@casus/oracle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neverApplies } from '../../../src/findings/norms/never-applies.js';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('norms/never-applies');

describe('norms/never-applies, in full', () => {
  it('names the conditions that exclude each other, and no others', () => {
    const { found, finding } = theOne('norms/never-applies', 'three-conditions');
    expect(finding.severity).toBe('warning');
    expect(finding.causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([
      ['this condition', 'not elections'],
      ['this exception', 'thaw or not thaw and not elections'],
    ]);
    expect(finding.about).toEqual(['Never.art1#1', 'Never.1', 'Never']);
  });
});

/** So many random cases. */
const RUNS = { numRuns: Number(process.env['CASUS_RANDOM'] ?? 2000) / 5 };

/** Every text: an option for each issue. */
function textsOf(case_: Case): Id[][] {
  let texts: Id[][] = [[]];
  for (const { options } of case_.issues.values()) if (options.length > 0) texts = texts.flatMap((text) => options.map(({ id }) => [...text, id]));
  return texts;
}

/** The case with its events in each region, and in none that is known; without the latter for a clause that asks for places that it excludes. */
function placed(case_: Case, norm: Norm): Case[] {
  const somewhere = [...case_.regions.keys()].map((region) => ({ region }));
  const outside = /"outside":/.test(JSON.stringify([norm.when, norm.unless], (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)));
  return [...somewhere, ...(outside ? [] : [{}])].map((where) => {
    const scenarios = [...case_.scenarios].map(([id, scenario]) => {
      const events = scenario.events.map(({ region: _region, ...event }) => ({ ...event, ...where }));
      return [id, { ...scenario, events }] as const;
    });
    return { ...case_, scenarios: new Map(scenarios) };
  });
}

/** Whether a sentence applies to somebody in some text, scenario, place and course of play, as far as a budget goes. */
const applies = (case_: Case, norm: Norm): boolean => placed(case_, norm).some((there) => appliesIn(there, norm));

function appliesIn(case_: Case, norm: Norm): boolean {
  for (const scenario of case_.scenarios.keys()) {
    for (const options of textsOf(case_).filter((text) => norm.options.every((option) => text.includes(option)))) {
      for (const attacker of attackersOf(case_, { arrangement: 'Every', scenario, options })) {
        const world = worldOf(case_, { arrangement: 'Every', scenario, options, ...(attacker === undefined ? {} : { attacker }) });
        for (const bearer of case_.actors.keys()) {
          try {
            const { lost, courses } = playAll((ask) => {
              const run = new Run(world, ask, ORDINARY).for(bearer);
              return holds(run, norm.when, 'none') && !norm.unless.some((cond) => holds(run, cond, 'none'));
            }, budget(3000));
            if (lost.length < courses) return true;
          } catch (error) {
            if (!(error instanceof TooBig)) throw error;
          }
        }
      }
    }
  }
  return false;
}

describe('norms/never-applies, against the interpreter', () => {
  it('is never told of a sentence that applies', () => {
    let told = 0;
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const random = randomCase(seed);
      const every = { ...random.arrangements.values().next().value!, id: 'Every', instruments: [...random.instruments.keys()], options: [] };
      const case_ = { ...random, arrangements: new Map([...random.arrangements, ['Every', every]]) };
      const dead = new Set(neverApplies({ case: case_, session: new Session(case_), verdicts: [], understood: true, form: [] }).flatMap(({ message, about }) => (/^This (?:end|suspension)/.test(message) ? [] : [about[0]!])));
      for (const { norms } of case_.instruments.values()) {
        for (const norm of norms) {
          if (!dead.has(norm.id) && !dead.has(norm.article)) continue;
          told++;
          expect(applies(case_, norm), norm.id).toBe(false);
        }
      }
    }), RUNS);
    expect(told).toBeGreaterThan(0);
  });
});
