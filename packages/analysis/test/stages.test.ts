/** Renewal, provisional application and accession: told in stories, drawn in graphs, named as causes and counted among what a party can block. */
import { burdensOf, check, graphsOf, judge, story } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { caseOf, compileText } from './support/cases.js';

const HEAD = `
import "states"
body Members "the members" { members Arcadia, Guarantors   decides by at least 4 members and no Borduria against }
scenario Later "Lindoria attacks after the end" { Lindoria attacks Arcadia on 2032-05-01 }
scenario Sooner "Lindoria attacks before the end" { Lindoria attacks Arcadia on 2029-05-01 }
`;
const GUARD = 'article 1 { upon armed attack on Arcadia then each of Guarantors shall assist Arcadia }';

const RENEWED = `${HEAD}
treaty Pact "The Pact" { parties Arcadia, Guarantors   in force since 2020-01-01   ends on 2030-12-31, unless Members decide on "renewal"   ${GUARD} }`;
const PROVISIONAL = `${HEAD}
treaty Pact "The Pact" { parties Arcadia, Guarantors   in force since 2040-01-01   provisional application once Borduria consents   ${GUARD} }`;
const ACCEDING = `${HEAD}
treaty Pact "The Pact" { parties Arcadia, Borduria   accession of Syldavia and Ruritania once Borduria consents   accession of Lindoria once Borduria consents
  article 1 { upon armed attack on Arcadia then each of Syldavia and Ruritania shall assist Arcadia } }`;

function told(text: string, scenario = 'LindoriaAttacks', consent = false): readonly string[] {
  const case_ = caseOf(compileText(text));
  const [verdict] = judge(case_, { promise: 'Help', arrangement: 'Pact', scenario });
  const [cell] = verdict!.cells;
  return story(case_, verdict!, cell!, consent ? cell!.details.consent! : cell!.details.witness).map((step) => step.text);
}

const causes = (text: string, scenario: string): readonly string[] => {
  const outcome = compileText(`${text}\narrangement Asked { instruments Pact   judge Help when ${scenario} }`);
  const { findings } = check(caseOf(outcome), outcome.findings, undefined);
  return findings.filter(({ code }) => code === 'promise/captive' || code === 'promise/single-state-veto').flatMap((finding) => finding.causes.map(({ message }) => message));
};

const drawn = (text: string, scenario: string): readonly string[] => {
  const [graph] = graphsOf(caseOf(compileText(text)), { promises: ['Help'], arrangement: 'Pact', scenario });
  const needs = new Set(graph!.edges.filter(({ kind }) => kind === 'needs').map(({ from }) => from));
  return graph!.steps.filter(({ id, kind }) => kind === 'entry' && needs.has(id)).map(({ title, text: words, reach, stops }) => `${title}: ${words}; ${reach} ${stops.vetoers.join(' ')}`);
};

describe('the renewal of an instrument', () => {
  it('is told after its last day, with the vote', () => {
    const steps = told(RENEWED, 'Later');
    expect(steps).toEqual(expect.arrayContaining([
      expect.stringMatching(/^The vote of the members.*vote yes.*The decision is taken\.$/),
      'The Pact expired on 2030-12-31, and is renewed: the condition “Members decide on "renewal"” is met.',
    ]));
    expect(told(RENEWED, 'BorduriaAttacks')).toContain('The Pact expired on 2030-12-31, and is not renewed: the condition “Members decide on "renewal"” is not met.');
    expect(told(RENEWED, 'BorduriaAttacks', true)).toContain('The Pact expired on 2030-12-31, and is renewed: the condition “Members decide on "renewal"” is met.');
  });

  it('plays no part before it', () => {
    expect(told(RENEWED, 'Sooner').filter((text) => /renew|vote/.test(text))).toEqual([]);
    expect(drawn(RENEWED, 'Sooner')).toEqual([]);
    expect(causes(RENEWED, 'Sooner')).toEqual([]);
  });

  it('is a cause of a veto, with the rule and the vote', () => {
    const said = ['the decision is taken by this rule', 'Borduria has a vote here as one of the guarantors', 'The Pact ended on 2030-12-31, unless this is so'];
    expect(causes(RENEWED, 'BorduriaAttacks')).toEqual(said);
    expect(causes(RENEWED, 'Later')).toEqual(said);
  });

  it('is drawn, with who can stop it', () => {
    expect(drawn(RENEWED, 'Later')).toEqual(['Renewal: The Pact: Members decide on "renewal"; open Borduria']);
    expect(drawn(RENEWED, 'BorduriaAttacks')).toEqual(['Renewal: The Pact: Members decide on "renewal"; captive Borduria']);
  });

  it('counts among the decisions that a party can block', () => {
    const { parties } = burdensOf(caseOf(compileText(RENEWED)), { subject: 'Pact' });
    expect(parties.map(({ actor, says }) => [actor, says.filter(({ kind }) => kind === 'decision').map(({ text }) => text)]).filter(([, says]) => says!.length > 0)).toEqual([['Borduria', ['Members decide on "renewal"']]]);
  });
});

describe('provisional application', () => {
  it('is told, drawn and a cause before the entry into force', () => {
    expect(told(PROVISIONAL, 'Later')).toContain('The Pact is not in force before 2040-01-01, and is applied provisionally: the condition “Borduria consents” is met.');
    expect(told(PROVISIONAL, 'BorduriaAttacks')).toContain('The Pact is not in force before 2040-01-01, and is not applied provisionally: the condition “Borduria consents” is not met.');
    expect(drawn(PROVISIONAL, 'Later')).toEqual(['Provisional application: The Pact: Borduria consents; open Borduria']);
    expect(causes(PROVISIONAL, 'BorduriaAttacks')).toEqual(['before 2040-01-01 The Pact is applied only if this is so']);
  });
});

describe('an accession', () => {
  it('is told of those who bear the clause, and of nobody else', () => {
    const steps = told(ACCEDING, 'BorduriaAttacks');
    expect(steps.filter((text) => text.includes('accede'))).toEqual(['Syldavia and Ruritania do not accede to The Pact: the condition “Borduria consents” is not met.']);
    expect(drawn(ACCEDING, 'BorduriaAttacks')).toEqual(['Accession: Syldavia and Ruritania: Borduria consents; captive Borduria']);
    expect(causes(ACCEDING, 'BorduriaAttacks')).toEqual(['Syldavia and Ruritania are parties to The Pact only if this is so']);
  });
});

describe('an accession of somebody who is not counted on', () => {
  it('plays no part', () => {
    const text = ACCEDING.replace('each of Syldavia and Ruritania shall', 'each of the parties shall').replace('accession of Syldavia and Ruritania once Borduria consents', '');
    expect(told(text, 'BorduriaAttacks').filter((step) => step.includes('accede'))).toEqual([]);
    expect(causes(text, 'BorduriaAttacks')).toEqual([]);
  });
});

describe('a story', () => {
  it('says that somebody declares an abstention only where it abstains', () => {
    const case_ = caseOf(compileText(`${HEAD}
body Foreign { members Guarantors   matter policy   decides policy no member against and at least 1 member and fewer than half of the members opting out }
treaty Pact { parties Arcadia, Guarantors
  article 1 { if Foreign adopts policy within 10 days then each of Guarantors shall assist Arcadia, unless it opts out of Foreign on policy } }`));
    const [verdict] = judge(case_, { promise: 'Help', arrangement: 'Pact', scenario: 'BorduriaAttacks' });
    const witness = { ...verdict!.cells[0]!.details.witness };
    const cast = (ballot: string) => ({ ...witness, choices: [{ key: 'ballot:Foreign/policy:Borduria', value: ballot, owner: 'Borduria' }, { key: 'declares:Foreign/policy:Borduria', value: 'true', owner: 'Borduria' }] });
    const declares = (ballot: string): boolean => story(case_, verdict!, verdict!.cells[0]!, cast(ballot)).some(({ text }) => text.includes('declares formally'));
    expect(['yes', 'no', 'abstain', 'absent'].map(declares)).toEqual([false, false, true, false]);
  });

  it('leaves each event to those who did it', () => {
    const text = `${HEAD}
group Old = Borduria until 2030-01-01
scenario Two "a threat, then an attack" { Old threaten Arcadia on 2032-04-30   Lindoria attacks Arcadia on 2032-05-01 }
treaty Pact { parties Arcadia, Guarantors   ${GUARD} }`;
    const [threat, attack] = told(text, 'Two');
    expect(threat).toBe('Threat by nobody on Arcadia, 2032-04-30.');
    expect(attack).toBe('Armed attack by the Republic of Lindoria on Arcadia, 2032-05-01.');
  });
});
