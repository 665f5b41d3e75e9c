import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/captive');

describe('promise/captive, in full', () => {
  it('points to the clause, and names the rule, the membership and the quoted passage as causes', () => {
    const { found, finding } = theOne('promise/captive', 'unanimity');
    expect(finding.severity).toBe('error');
    expect(finding.message).toBe(
      '“a guarantor comes to Arcadia\'s aid” in “OneVoice” takes the consent of the state it guards against in the case “Borduria attacks Arcadia”: ' +
        'Borduria can stop it, and so can Syldavia, Ruritania or Graustark alone; meanwhile the willing may act, but nobody has to.',
    );
    expect(textAt(found, finding.place)).toMatch(/^each of Guarantors shall assist Arcadia/);
    const [rule, member, clause, ...rest] = finding.causes;
    expect(rest).toEqual([]);
    expect(textAt(found, rule!.place)).toBe('unanimously');
    expect(rule!.message).toBe('the decision is taken by this rule');
    expect(textAt(found, member!.place)).toBe('Borduria');
    expect(member!.place!.file).toMatch(/states\.casus$/);
    expect(member!.message).toBe('Borduria has a vote here as one of the guarantors');
    expect(clause!.message).toBe('the clause: AllTogether, article 1');
    expect(clause!.cites?.map(({ source, phrase, at }) => [source, phrase, at])).toEqual([['gazette', 'each shall come to its aid', 'Art. 1']]);
    expect(finding.help).toContain('the attacker not voting');
    expect(finding.about).toEqual(['Help', 'OneVoice', 'BorduriaAttacks']);
    expect(finding.witness).toMatchObject({ half: 'owed', value: false });
  });

  it('tells nobody that it has a vote where it has none, and points to the consent that it turns on', () => {
    const found = fixture('promise/captive/no-vote-but-consent');
    const findings = found.findings.filter(({ code }) => code === 'promise/captive');
    expect(findings).toHaveLength(3);
    for (const { causes } of findings) {
      expect(causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([['the consent of Borduria is asked for here', 'Borduria consents']]);
    }
  });

  it('names the house in which the attacker votes, and its rule', () => {
    const { found, finding } = theOne('promise/captive', 'house');
    expect(finding.causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([
      ['the decision is taken by this rule', 'decides any other matter unanimously'],
      ['Borduria has a vote here as one of Upper', 'Borduria'],
    ]);
    expect(found.case.files.at(-1)!.text.slice(0, finding.causes[0]!.place!.offset)).toMatch(/members Borduria, Syldavia {3}$/u);
  });

  it('has a witness in which the attacker alone votes no', () => {
    const ballots = theOne('promise/captive', 'unanimity').finding.witness!.choices.filter(({ key }) => key.startsWith('ballot:'));
    expect(Object.fromEntries(ballots.map(({ owner, value }) => [owner, value]))).toEqual({ Borduria: 'no', Syldavia: 'yes', Ruritania: 'yes', Graustark: 'yes' });
  });

  it('names the rule of a body, with what it rests on, and the place where the attacker is a member', () => {
    const { found, finding } = theOne('promise/captive', 'body');
    const [rule, member] = finding.causes;
    expect(textAt(found, rule!.place)).toContain('by at least 3 members and no Borduria against');
    expect(rule!.cites?.map(({ source, at }) => [source, at])).toEqual([['gazette', 'Art. 9']]);
    expect(textAt(found, member!.place)).toBe('Borduria');
    expect(member!.message).toBe('Borduria has a vote here as one of the Council of the League');
    expect(finding.about).toEqual(['Measures', 'OfLeague', 'BorduriaAttacks']);
  });

  it('names each member of the hostile side as a cause when it takes them together', () => {
    const { found, finding } = theOne('promise/captive', 'together');
    expect(finding.causes.map(({ place }) => textAt(found, place))).toEqual(['by at least 3 members', 'Borduria', 'Syldavia']);
  });

  it('is the only finding of error level in its fixture, and an author may confirm it', () => {
    const { findings } = fixture('expectation/finding-absent/near-miss-confirmed');
    const captive = findings.filter(({ code }) => code === 'promise/captive');
    expect(captive).toHaveLength(1);
    expect(captive[0]!.confirmedBy).toBeDefined();
    expect(findings.filter(({ severity, confirmedBy }) => severity === 'error' && confirmedBy === undefined)).toEqual([]);
  });
});
