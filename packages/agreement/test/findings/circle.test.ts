import { describe, expect, it } from 'vitest';
import { found, textAt } from './support.js';

const HIT = 'position Arcadia { demands ceasefire before elections }\nposition Borduria { demands elections before withdrawal   demands withdrawal before ceasefire }';

describe('positions/circle', () => {
  it('tells the steps that wait for each other, and for whom', () => {
    const [one, ...more] = found('positions/circle', HIT);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      severity: 'info', about: ['ceasefire', 'elections', 'withdrawal', 'Arcadia', 'Borduria', 'Talks', 'Arcadia.1', 'Borduria.1', 'Borduria.2'],
      message: 'No order of the steps satisfies everybody: “a ceasefire” has to come before “elections” for Arcadia, “elections” has to come before “a withdrawal” for Borduria and “a withdrawal” has to come before “a ceasefire” for Borduria.',
    });
    expect(textAt(HIT, one!)).toMatch(/^demands ceasefire before elections/);
  });

  it('is confirmed by its author', () => {
    const [one] = found('positions/circle', `${HIT}\nexpect finding positions/circle for ceasefire, elections`);
    expect(one?.confirmedBy).toBeDefined();
  });

  it.each([
    ['the steps can be taken in some order', 'position Arcadia { demands ceasefire before elections }\nposition Borduria { demands ceasefire before withdrawal   demands withdrawal before elections }'],
    ['one of them waits on a condition only', 'position Arcadia { demands ceasefire before elections }\nposition Borduria { demands elections before ceasefire if Pact }'],
    ['one of them was asked for until the other was', 'position Arcadia { demands ceasefire before elections on 2031-01-01 }\nposition Borduria { demands elections before ceasefire on 2030-01-01 until 2030-06-30 }'],
  ])('is silent where %s', (_, text) => expect(found('positions/circle', text)).toEqual([]));
});
