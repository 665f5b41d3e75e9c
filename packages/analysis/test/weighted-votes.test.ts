import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { check } from '../src/index.js';

/** So many states, each with a figure of seven or eight digits that has little in common with the others. */
function states(count: number): { readonly names: readonly string[]; readonly lines: string } {
  let seed = 7;
  const names = Array.from({ length: count }, (_, i) => `S${i + 1}`);
  const figures = names.map(() => 1_000_000 + ((seed = (seed * 48_271) % 2_147_483_647) % 60_000_000));
  return { names, lines: `attribute population in persons\n${names.map((name, i) => `actor ${name} { population: ${figures[i]!} persons }`).join('\n')}` };
}

const checked = (text: string) => {
  const { value, findings } = compile([{ path: 'votes.casus', text }], () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return check(value, findings, undefined);
};

const ARRANGED = 'act assist "assist"\nscenario Quiet { Stranger threatens Stranger2 }\nactor Stranger, Stranger2\n';

describe('a vote weighed by exact figures', () => {
  it('is judged among 27 members, with a share of the members and of the figures of all', () => {
    const { names, lines } = states(27);
    const { verdicts } = checked(`case "Votes"\n${lines}\n${ARRANGED}group All = ${names.join(', ')}
      body Council { members All matter proposal decides proposal by at least 55% of the members and members with at least 65% of the population }
      treaty T { parties All article 1 { if Council adopts proposal then each of the parties shall assist Stranger } }
      promise Passed { Council adopts proposal }
      arrangement A { instruments T judge Passed when Quiet }`);
    expect(verdicts.map(({ cells }) => cells.map(({ strength }) => strength))).toEqual([['collective']]);
  });

  it('too large to be worked out is told once, by name, and loses no other verdict', () => {
    const { names, lines } = states(100);
    const { verdicts, findings } = checked(`case "Votes"\n${lines}\n${ARRANGED}group All = ${names.join(', ')}
      body Council { members All matter proposal matter by-heads decides proposal by members with at least 65% of the population decides by-heads by at least 65% of the members }
      treaty T { parties All article 1 { each of the parties shall assist Stranger } }
      promise Weighed { Council adopts proposal }
      promise Counted { Council adopts by-heads }
      arrangement A { instruments T judge Weighed, Counted when Quiet }
      expect promise Weighed is collective under A when Quiet`);
    expect(verdicts.map(({ promise, cells }) => [promise, cells[0]!.strength])).toEqual([['Counted', 'collective']]);
    const limits = findings.filter(({ code }) => code === 'form/limit');
    const ofVerdict = limits.filter(({ about }) => about.includes('Weighed'));
    expect(ofVerdict.map(({ about }) => about)).toEqual([['Weighed', 'A', 'Quiet']]);
    expect(ofVerdict[0]!.message).toContain('a weighted vote');
    // A question about the whole case that meets the same vote is told once, too.
    expect(limits.length - ofVerdict.length).toBeLessThanOrEqual(1);
    expect(findings.find(({ code }) => code === 'expectation/failed')?.message).toContain('too large to be judged');
  });
});

describe('opting out of a vote', () => {
  it('does not branch into every set of the willing', () => {
    const { names, lines } = states(16);
    const { verdicts } = checked(`case "Votes"\n${lines}\n${ARRANGED}group All = ${names.join(', ')}
      act apply-it "apply the decision for"
      body Council { members All matter policy decides policy no member against and at least 1 member
        and (fewer than one third of the members opting out or members with less than one third of the population opting out) }
      treaty T { parties All article 1 { if Council adopts policy { each of the parties shall apply-it Stranger unless it opts out of Council on policy } } }
      promise One { at least 1 of All apply-it Stranger }
      promise Every { all of All apply-it Stranger }
      arrangement A { instruments T judge One, Every when Quiet }`);
    expect(verdicts.map(({ promise, cells }) => [promise, cells[0]!.strength, cells[0]!.details.vetoers.length])).toEqual([['One', 'collective', 16], ['Every', 'collective', 16]]);
  });
});
