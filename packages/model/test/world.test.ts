import { describe, expect, it } from 'vitest';
import { arrangementOf, attackersOf, beneficiariesOf, covers, dateOf, inForce, modalityOf, namedActors, possibleMembers, worldOf, type Case } from '@casus/model';
import { compile } from '@casus/language';

/** A case of invented states; none of its sentences has a finding of form. */
function caseOf(text: string): Case {
  const { value, findings } = compile([{ path: 'world.casus', text }], () => undefined);
  expect(findings.filter(({ code }) => code.startsWith('form/')).map(({ message }) => message)).toEqual([]);
  return value;
}

const case_ = caseOf(`case "World"
actor Arcadia, Borduria, Syldavia, Ruritania, Lindoria
act assist
issue seat { option taken option left }
group Guarantors = Borduria, Syldavia, Ruritania from 2030-01-01 until 2030-12-31
group Open = Syldavia, [seat.taken: Lindoria]
body Council { members Arcadia, 3 elected seats   decides any other matter by at least 2 members }
treaty Old { parties Arcadia, Guarantors   in force since 2031-01-01   ends on 2032-12-31   article 1 { Borduria shall assist Arcadia } }
treaty Word { not legally binding   article 1 { Borduria shall assist Arcadia   Syldavia shall not assist Arcadia   Lindoria may assist Arcadia } }
scenario Plain { Borduria attacks Arcadia }
scenario Dated { Borduria attacks Arcadia on 2030-06-01 }
scenario Both { Borduria attacks Arcadia on 2030-06-01   on 2033-01-01 }
scenario Sides { Borduria attacks Arcadia   Syldavia, the victim sides with the attacker   others requests help }
scenario Family { any of Guarantors attacks Arcadia, Syldavia }
scenario Everyone { everyone attacks Arcadia }
scenario Bracket { Open attacks Arcadia }
promise Help { at least 1 of Guarantors assist Arcadia }
promise HelpTo for Arcadia, Borduria, Lindoria { at least 1 of Guarantors assist Arcadia }
arrangement All { instruments Old, Word with seat.taken }
`);

const world = (scenario: string, more: object = {}) => worldOf(case_, { arrangement: 'All', scenario, ...more });
const list = (set: ReadonlySet<string>): string[] => [...set].sort();

describe('the date of a judgment', () => {
  it('is the scenario’s, else that of its first dated event, else the one asked for, else none', () => {
    expect(dateOf(case_.scenarios.get('Both')!, '2040-01-01')).toBe('2033-01-01');
    expect(dateOf(case_.scenarios.get('Dated')!, '2040-01-01')).toBe('2030-06-01');
    expect(dateOf(case_.scenarios.get('Plain')!, '2040-01-01')).toBe('2040-01-01');
    expect(dateOf(case_.scenarios.get('Plain')!)).toBeUndefined();
  });

  it('decides which instruments are in force, from the first day to the last', () => {
    const old = case_.instruments.get('Old')!;
    expect(['2030-12-31', '2031-01-01', '2032-12-31', '2033-01-01', undefined].map((date) => inForce(old, date))).toEqual([false, true, true, false, true]);
    expect(world('Plain', { asOf: '2033-01-01' }).instruments.map(({ id }) => id)).toEqual(['Word']);
    expect(world('Plain', { asOf: '2033-01-01' }).arranged.map(({ id }) => id)).toEqual(['Old', 'Word']);
    expect(world('Plain').instruments.map(({ id }) => id)).toEqual(['Old', 'Word']);
  });

  it('decides who is a member; without a date, those without a last day', () => {
    expect(covers('2030-01-01', '2030-12-31', '2030-01-01')).toBe(true);
    expect(covers('2030-01-01', '2030-12-31', '2030-12-31')).toBe(true);
    expect(covers('2030-01-01', '2030-12-31', '2031-01-01')).toBe(false);
    expect(covers('2030-01-01', undefined, undefined)).toBe(true);
    expect(covers(undefined, '2030-12-31', undefined)).toBe(false);
    const { members } = case_.groups.get('Guarantors')!;
    expect(list(possibleMembers(case_, members, '2030-06-01'))).toEqual(['Borduria', 'Ruritania', 'Syldavia']);
    expect(list(possibleMembers(case_, members))).toEqual(['Borduria', 'Syldavia']);
  });
});

describe('the roles of a scenario', () => {
  it('are the attackers, the victims, those siding, and the victims as requesters where nobody else is named', () => {
    const plain = world('Plain');
    expect([plain.attackers, plain.victims, plain.hostile, plain.requesters].map(list)).toEqual([['Borduria'], ['Arcadia'], ['Borduria'], ['Arcadia']]);
  });

  it('are bound one after the other: those siding see attackers and victims, the requester the hostile side too', () => {
    const sides = world('Sides');
    expect(list(sides.hostile)).toEqual(['Arcadia', 'Borduria', 'Syldavia']);
    expect(list(sides.requesters)).toEqual(['Lindoria', 'Ruritania']);
  });

  it('hold a bracket for all of its alternatives together', () => {
    expect(list(world('Bracket').attackers)).toEqual(['Lindoria', 'Syldavia']);
  });

  it('leave anonymous seats out of everyone', () => {
    expect([...case_.actors.values()].filter(({ seat }) => seat !== undefined)).toHaveLength(3);
    expect(namedActors(case_).map(({ id }) => id)).toEqual(['Arcadia', 'Borduria', 'Syldavia', 'Ruritania', 'Lindoria']);
    expect(list(world('Everyone').attackers)).toEqual(['Arcadia', 'Borduria', 'Lindoria', 'Ruritania', 'Syldavia']);
  });
});

describe('a family of scenarios', () => {
  it('has each attacker alone, victims left out, as of the date', () => {
    const family = case_.scenarios.get('Family')!;
    expect(attackersOf(case_, family)).toEqual(['Borduria']);
    expect(attackersOf(case_, family, '2030-06-01')).toEqual(['Borduria', 'Ruritania']);
    expect(attackersOf(case_, case_.scenarios.get('Plain')!)).toEqual([undefined]);
    expect(list(world('Family', { attacker: 'Ruritania' }).attackers)).toEqual(['Ruritania']);
  });
});

describe('a judgment', () => {
  it('fixes the options of the arrangement, and of whoever asks', () => {
    expect([...world('Plain').fixed]).toEqual([['seat', 'seat.taken']]);
    expect([...worldOf(case_, { arrangement: 'Old', scenario: 'Plain', options: ['seat.left'] }).fixed]).toEqual([['seat', 'seat.left']]);
  });

  it('takes an instrument as an arrangement of its own', () => {
    expect(arrangementOf(case_, 'Old')).toMatchObject({ id: 'Old', instruments: ['Old'], options: [] });
    expect(arrangementOf(case_, 'Nothing')).toBeUndefined();
    expect(() => worldOf(case_, { arrangement: 'Nothing', scenario: 'Plain' })).toThrow();
  });

  it('is for the victims where nobody is named, and never for the hostile side', () => {
    expect(list(beneficiariesOf(world('Plain'), case_.promises.get('Help')!))).toEqual(['Arcadia']);
    expect(list(beneficiariesOf(world('Plain'), case_.promises.get('HelpTo')!))).toEqual(['Arcadia', 'Lindoria']);
    expect(list(beneficiariesOf(world('Sides'), case_.promises.get('Help')!))).toEqual([]);
  });

  it('takes the duties and bans of a political instrument as pledges', () => {
    const word = case_.instruments.get('Word')!;
    expect(word.norms.map((norm) => modalityOf(norm, word))).toEqual(['pledge', 'pledge-not', 'right']);
    const old = case_.instruments.get('Old')!;
    expect(old.norms.map((norm) => modalityOf(norm, old))).toEqual(['duty']);
  });
});
