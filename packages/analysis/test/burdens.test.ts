import { burdensOf, mostAtOnce, verdictsOf, type Burdens, type BurdenKind } from '@casus/analysis';
import { beforeAll, describe, expect, it } from 'vitest';
import { caseOf, compileFolder, compileText } from './support/cases.js';

const TEXT = `
import "states"
group Pair = Borduria, Syldavia
issue form "how much" { option much option little }
issue seat "is Lindoria a party" { option seated option unseated }
treaty Pact "The pact" {
  parties Arcadia, Borduria, Syldavia, [seated: Lindoria]
  article 1 {
    [ much: Arcadia shall not join NorthernPact   Arcadia shall not consult | little: Arcadia shall not consult ]
    Arcadia shall limit personnel to 50_000 persons
    Arcadia may recognise Borduria
    Syldavia pledges not to join NorthernPact
  }
  article 2 {
    upon armed attack on any of the parties
      then if Pair decide unanimously within 3 days
        then each of the parties except the victim shall assist the victim
    upon armed attack on Arcadia then the attacker shall consult
  }
  article 3 { ends when Borduria withdraws   ends when Borduria withdraws and Syldavia withdraws }
  in force once ratified by all of the parties
  ends on 2050-12-31
}
arrangement Alone { instruments Pact   judge Help when LindoriaAttacks, BorduriaAttacks }
arrangement Much  { instruments Pact   with form.much, seat.unseated }
`;

const case_ = caseOf(compileText(TEXT));
const open = burdensOf(case_, { subject: 'Alone' }, verdictsOf({ case: case_, subject: 'Alone' }));

const party = (burdens: Burdens, actor: string): Burdens['parties'][number] => burdens.parties.find((each) => each.actor === actor)!;
const lines = (burdens: Burdens, actor: string, kind: BurdenKind): string[] => party(burdens, actor).lines.filter((line) => line.kind === kind).map(({ text }) => text);

describe('burdens', () => {
  it('list the sentences of each party by kind, in the words of the text', () => {
    expect(lines(open, 'Arcadia', 'limit')).toEqual(['Arcadia shall limit personnel to 50_000 persons']);
    expect(lines(open, 'Arcadia', 'right')).toEqual(['Arcadia may recognise Borduria']);
    expect(lines(open, 'Syldavia', 'restraint')).toEqual(['Syldavia pledges not to join NorthernPact']);
    expect(lines(open, 'Borduria', 'ban')).toEqual([]);
    expect(party(open, 'Arcadia').lines.find(({ kind }) => kind === 'limit')).toMatchObject({ article: 'The pact, article 1', inRole: false, options: [] });
  });

  it('count of alternatives in a bracket those of one text', () => {
    const bans = party(open, 'Arcadia').lines.filter(({ kind }) => kind === 'ban');
    expect(bans).toHaveLength(3);
    expect(mostAtOnce(case_, bans)).toBe(2);
    expect(bans.map(({ texts }) => `${texts!.count} of ${texts!.of}`)).toEqual(['2 of 4', '2 of 4', '2 of 4']);
    expect(lines(burdensOf(case_, { subject: 'Much' }), 'Arcadia', 'ban')).toEqual(['Arcadia shall not join NorthernPact', 'Arcadia shall not consult']);
  });

  it('tell in which texts somebody is a party at all', () => {
    const duty = party(open, 'Lindoria').lines.find(({ inRole }) => !inRole)!;
    expect(duty.texts).toMatchObject({ count: 2n, of: 4n, when: [[{ option: 'seat.seated', taken: true }]] });
    expect(burdensOf(case_, { subject: 'Much' }).parties.map(({ actor }) => actor)).toEqual(['Arcadia', 'Borduria', 'Syldavia']);
  });

  it('tell the conditions around a sentence, and what falls on whoever has a role', () => {
    const [help, attacker] = party(open, 'Borduria').lines;
    expect(help!.around).toEqual(['armed attack on any of the parties', 'Pair decide unanimously within 3 days']);
    expect(help!.inRole).toBe(false);
    expect(attacker).toMatchObject({ text: 'the attacker shall consult', inRole: true });
    expect(lines(open, 'Arcadia', 'duty')).toContain('the attacker shall consult');
  });

  it('tell which promises each alone can stop, by the verdicts', () => {
    const vetoes = (actor: string): string[] => party(open, actor).vetoes.map(({ promise, scenario }) => `${promise} ${scenario}`);
    expect([...new Set(vetoes('Syldavia'))]).toEqual(['Help LindoriaAttacks', 'Help BorduriaAttacks']);
    expect(vetoes('Arcadia')).toEqual([]);
    expect(party(burdensOf(case_, { subject: 'Alone' }), 'Syldavia').vetoes).toEqual([]);
  });

  it('tell what each alone can block, prevent and end', () => {
    const says = (actor: string): string[] => party(open, actor).says.map(({ kind, text }) => `${kind}: ${text}`);
    expect(says('Borduria')).toEqual(['decision: Pair decide unanimously within 3 days', 'entry: ratified by all of the parties', 'end: Borduria withdraws']);
    expect(says('Syldavia')).toEqual(['decision: Pair decide unanimously within 3 days', 'entry: ratified by all of the parties']);
    expect(says('Arcadia')).toEqual(['entry: ratified by all of the parties']);
    expect(party(open, 'Lindoria').says[0]!.texts).toMatchObject({ count: 2n });
  });

  it('tell the ways out', () => {
    expect(open.waysOut.map((way) => [way.kind, way.kind === 'expiry' ? way.on : way.text, 'alone' in way ? way.alone : undefined])).toEqual([
      ['end', 'Borduria withdraws', ['Borduria']],
      ['end', 'Borduria withdraws and Syldavia withdraws', []],
      ['expiry', '2050-12-31', undefined],
    ]);
  });

  it('list who is no party and has a say', () => {
    const council = burdensOf(caseOf(compileText('import "states"\ntreaty Pact { parties Arcadia   article 1 { if Council adopts enforcement then Arcadia shall consult } }')), { subject: 'Pact' });
    expect(council.parties.map(({ actor, party: is }) => [actor, is])).toEqual([['Arcadia', true], ['Borduria', false]]);
  });

  it('refuse a name that is not there', () => {
    expect(() => burdensOf(case_, { subject: 'Nothing' })).toThrow('no arrangement or instrument Nothing');
  });
});

describe('the burdens of the Istanbul draft', () => {
  let draft: Burdens;
  beforeAll(() => {
    const ukraine = caseOf(compileFolder('cases/ukraine-2025'));
    draft = burdensOf(ukraine, { subject: 'DraftRussianText' }, verdictsOf({ case: ukraine, subject: 'DraftRussianText' }));
  });

  it('limit the forces of Ukraine and of nobody else', () => {
    expect(draft.parties.filter(({ lines: all }) => all.some(({ kind }) => kind === 'limit')).map(({ actor }) => actor)).toEqual(['Ukraine']);
    expect(lines(draft, 'Ukraine', 'limit')).toHaveLength(3);
    expect(lines(draft, 'Ukraine', 'ban')).toHaveLength(2);
    expect(lines(draft, 'Russia', 'duty')).toHaveLength(1);
  });

  it('give each guarantor a say over the help, Russia too', () => {
    for (const actor of ['China', 'France', 'Russia', 'UK', 'US']) {
      expect(party(draft, actor).vetoes.map(({ promise, scenario }) => [promise, scenario])).toEqual([['Help', 'RussiaAttacks']]);
      expect(party(draft, actor).says.map(({ text }) => text)).toEqual(['Guarantors decide unanimously']);
    }
    expect(draft.waysOut).toEqual([]);
  });
});

describe('a duty towards oneself', () => {
  const self = caseOf(compileText(`
import "states"
group Trio = Arcadia, Borduria, Syldavia
treaty Mutual "The mutual pact" {
  parties Trio
  article 1 { each of Trio shall assist Arcadia }
  article 2 { Trio shall consult with one another }
  article 3 { each of Trio shall not join Arcadia }
}
`));
  const burdens = burdensOf(self, { subject: 'Mutual' });

  it('is no burden where nobody else is its target; near misses: one another, and a ban', () => {
    expect(lines(burdens, 'Arcadia', 'duty')).toEqual(['Trio shall consult with one another']);
    expect(lines(burdens, 'Borduria', 'duty')).toHaveLength(2);
    expect(lines(burdens, 'Arcadia', 'ban')).toHaveLength(1);
  });
});
