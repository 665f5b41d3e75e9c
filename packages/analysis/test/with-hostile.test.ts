/** Who can stop a promise together with the attacker, which needs no persuading. */
import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { helpersOf, Session, type Details } from '../src/index.js';

/** What is found of help by one of four guarantors, of which Borduria attacks, when they decide by this rule. */
function details(rule: string, siding = ''): Details {
  const text = `case "Weights"
    attribute wealth
    actor Arcadia
    actor Borduria { wealth: 50 }
    actor Syldavia { wealth: 30 }
    actor Ruritania { wealth: 15 }
    actor Graustark { wealth: 5 }
    group Guarantors = Borduria, Syldavia, Ruritania, Graustark
    act assist
    treaty T { parties Arcadia, Guarantors article 1 { upon armed attack on Arcadia then if Guarantors decide ${rule} then each of Guarantors shall assist Arcadia } }
    scenario BorduriaAttacks { Borduria attacks Arcadia ${siding} }
    promise Help { at least 1 of Guarantors assist Arcadia }`;
  const { value, findings } = compile([{ path: 'weights.casus', text }], () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return new Session(value).judge({ promise: 'Help', arrangement: 'T', scenario: 'BorduriaAttacks' })[0]!.cells[0]!.details;
}

describe('who can stop a promise with the attacker', () => {
  it('where it takes half of the wealth, which the attacker has: any other, however poor', () => {
    const found = details('by members with at least 50% of wealth');
    expect(found.vetoers).toEqual([]);
    expect(helpersOf(found)).toEqual(['Syldavia', 'Ruritania', 'Graustark']);
    expect(found.withHostile!.stopping).toEqual({ count: 3n, first: [['Syldavia'], ['Ruritania'], ['Graustark']] });
  });

  it('where a vote is to spare: two others, and nobody alone', () => {
    const found = details('by at least 2 members');
    expect(helpersOf(found)).toEqual([]);
    expect(found.withHostile!.stopping.count).toBe(3n);
    expect(found.withHostile!.stopping.first.every((coalition) => coalition.length === 2 && !coalition.includes('Borduria'))).toBe(true);
  });

  it('beside those who can without the attacker', () => {
    const found = details('(by at least 3 members and Syldavia approves)');
    expect(found.vetoers).toEqual(['Syldavia']);
    expect(found.withHostile!.vetoers).toEqual(['Syldavia', 'Ruritania', 'Graustark']);
    expect(helpersOf(found)).toEqual(['Ruritania', 'Graustark']);
  });

  it('counts all of the hostile side, and only others', () => {
    expect(helpersOf(details('by at least 2 members', 'Syldavia sides with the attacker'))).toEqual(['Ruritania', 'Graustark']);
  });

  it('is not told where the attacker makes no difference, or can stop it by itself', () => {
    expect(details('(by at least 2 members, the attacker not voting)').withHostile).toBeUndefined();
    expect(details('unanimously').withHostile).toBeUndefined();
  });
});
