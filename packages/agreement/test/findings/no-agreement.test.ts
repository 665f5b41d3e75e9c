import { describe, expect, it } from 'vitest';
import { found, textAt } from './support.js';

const HIT = 'position Arcadia { demands promise Help holds   called help }\nposition Borduria { demands decision.unanimity   demands ceasefire }';

describe('positions/no-agreement', () => {
  it('tells that no text meets everybody, with a smallest set of demands that shows it', () => {
    const [one, ...more] = found('positions/no-agreement', HIT);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: 'info', about: ['Talks', 'Arcadia', 'Borduria', 'Arcadia.help', 'Borduria.1'], message: "In “the talks” no text meets everybody's demands: for instance, `Arcadia.help` of Arcadia and `Borduria.1` of Borduria cannot both be met." });
    expect(textAt(HIT, one!)).toMatch(/^negotiation Talks/);
    expect(one!.causes).toHaveLength(2);
  });

  it('tells a demand that nothing meets', () => {
    const [one] = found('positions/no-agreement', 'position Arcadia { demands decision.unanimity and decision.majority }');
    expect(one?.message).toContain('nothing meets `Arcadia.1` of Arcadia');
  });

  it('is confirmed by its author', () => {
    const [one] = found('positions/no-agreement', `${HIT}\nexpect finding positions/no-agreement for Arcadia, Borduria`);
    expect(one?.confirmedBy).toBeDefined();
  });

  it.each([
    ['a text meets everybody', 'position Arcadia { demands promise Help holds }\nposition Borduria { demands decision.majority }'],
    ['they only prefer what the other refuses', 'position Arcadia { demands promise Help holds }\nposition Borduria { prefers decision.unanimity over decision.majority }'],
    ['the demand that stood in the way stands no more', 'position Arcadia { demands promise Help holds on 2031-01-01 }\nposition Borduria { demands decision.unanimity on 2030-01-01 until 2030-06-30 }'],
    ['there are no positions', ''],
  ])('is silent where %s', (_, text) => expect(found('positions/no-agreement', text)).toEqual([]));
});
