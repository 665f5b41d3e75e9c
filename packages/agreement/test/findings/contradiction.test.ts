import { describe, expect, it } from 'vitest';
import { found, textAt } from './support.js';

const HIT = `position Arcadia {
  demands promise Help holds   called help       on 2031-01-01
  demands decision.unanimity   called together   on 2031-01-01
}`;

describe('positions/contradiction', () => {
  it('tells which demands of one actor no text meets together, a promise that is judged among them', () => {
    const [one, ...more] = found('positions/contradiction', HIT);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: 'warning', about: ['Arcadia', 'Talks', 'Arcadia.help', 'Arcadia.together'], message: 'Arcadia asks for what no text on the table gives together: `Arcadia.help` and `Arcadia.together` cannot both be met.' });
    expect(textAt(HIT, one!)).toMatch(/^demands decision\.unanimity/);
    expect(one!.causes.map((cause) => textAt(HIT, { place: cause.place! }).slice(0, 20))).toEqual(['demands promise Help']);
  });

  it('is confirmed by its author', () => {
    const [one] = found('positions/contradiction', `${HIT}\nexpect finding positions/contradiction for Arcadia`);
    expect(one?.confirmedBy).toBeDefined();
  });

  it.each([
    ['two actors ask for one each', 'position Arcadia { demands promise Help holds }\nposition Borduria { demands decision.unanimity }'],
    ['both can be met', 'position Arcadia { demands promise Help holds   demands decision.majority }'],
    ['one of them stood until the other was made', 'position Arcadia {\n demands decision.unanimity on 2030-01-01 until 2030-12-31\n demands promise Help holds on 2031-01-01\n}'],
    ['one of them stands on a condition', 'position Arcadia { demands promise Help holds   demands decision.unanimity if ceasefire }'],
    ['nothing at all meets one of them, which is no contradiction', 'position Arcadia { demands decision.unanimity and decision.majority   demands ceasefire }'],
    ['there are no positions', ''],
  ])('is silent where %s', (_, text) => expect(found('positions/contradiction', text)).toEqual([]));

  it('is silent on what cannot be asked beside everything else: more lines than it looks at', () => {
    const many = Array.from({ length: 401 }, (_, i) => `  demands "point ${i}"`).join('\n');
    expect(found('positions/contradiction', `position Borduria {\n${many}\n}\n${HIT}`)).toEqual([]);
  });
});
