import { repair, Session } from '@casus/analysis';
import type { Amendment, Article, Case } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { caseOf, compileText } from '../support/cases.js';
import { amended, labels, listed, repaired, replayed, strengthsOf, tried, type Asked } from './replay.js';

const HELP: Asked = { promise: 'Help', arrangement: 'Pact', scenario: 'Attack' };

/** A case of a guarantee with these sentences. */
const guarantee = (articles: string, { promise = 'at least 1 of Guarantors assist Arcadia', scenario = 'Borduria attacks Arcadia', more = '' } = {}): string => `case "Guarantee"
actor Arcadia, Borduria, Syldavia, Ruritania
act assist "come to the aid of"
act use-force "use armed force for" is an assist
region Mainland
region Isles
group Guarantors = Borduria, Syldavia, Ruritania
${more}
treaty Pact "Pact of Guarantee" {
  parties Arcadia, Guarantors
  ${articles}
}
scenario Attack { ${scenario} }
promise Help "somebody comes" { ${promise} }
arrangement Alone { instruments Pact }
`;

const VOTE = guarantee(`article 5 {
    upon armed attack on Arcadia {
      if Guarantors decide unanimously // all of them
        then each of Guarantors shall assist Arcadia   // at once
    }
  }`);

describe('a vote that the attacker can stop', () => {
  it('is repaired by each way round it, and by nothing else', () => {
    const found = repaired(VOTE, HELP);
    expect(found.before).toEqual(['captive']);
    expect(found.cheapest!.count).toBe(BigInt(found.cheapest!.sets.length));
    expect(found.cheapest!.sets.flatMap(labels)).toEqual([
      'it is decided `by at least 2 members` in place of `unanimously`',
      'the attacker does not vote',
      'it does not wait for `Guarantors decide unanimously`',
      'it stands unless `Guarantors decide on "otherwise" unanimously`',
      'failing a decision within 7 days (the text sets no time for it) it falls due without one',
    ]);
    expect(found.cheapest!.sets.map(({ after }) => after.join())).toContain('automatic');
  });

  it('gives texts that keep every remark and are judged by trying everything as they are told', () => {
    const found = repaired(VOTE, HELP);
    for (const set of listed(found)) {
      const after = amended(found.case, set.amendments);
      expect([tried(after, { ...HELP, arrangement: 'Alone' })]).toEqual([...set.after]);
      for (const remark of ['// all of them', '// at once']) expect(after.files[0]!.text).toContain(remark);
    }
  });

  it('is judged the same in the data and in the text, whatever is made of it', () => {
    const made = replayed(VOTE, HELP, 200);
    expect([...made.keys()].sort()).toEqual(['automatic', 'fallback', 'recusal', 'reversed', 'threshold']);
  });
});

describe('each kind of amendment', () => {
  const cases: readonly [kind: string, text: string, asked?: Partial<Asked>][] = [
    ['threshold', guarantee('article 1 { if Guarantors decide by at least 3 members, quorum 2 members within 3 days then { each of Guarantors shall assist Arcadia } }')],
    ['threshold', guarantee('article 1 { if Guarantors decide by three quarters of the members then each of Guarantors shall assist Arcadia }')],
    ['threshold', guarantee('article 1 { if Guarantors decide no member against then each of Guarantors shall assist Arcadia }')],
    ['threshold', guarantee('article 1 { if Guarantors decide by at least 2 members with the concurring votes of (Borduria, Syldavia), quorum 2 members then each of Guarantors shall assist Arcadia }')],
    ['threshold', guarantee('article 1 { if Council adopts help then each of Guarantors shall assist Arcadia }', { more: 'body Council { members Guarantors   matter help\n  decides help by consensus // as ever\n}' })],
    ['recusal', guarantee('article 1 { if Council adopts help then each of Guarantors shall assist Arcadia }', { more: 'body Council { members Guarantors   matter help\n  decides help by consensus // as ever\n}' })],
    ['recusal', guarantee('article 1 { if Guarantors decide by consensus then each of Guarantors shall assist Arcadia }', { scenario: 'Borduria attacks Arcadia  Syldavia sides with the attacker' })],
    ['automatic', guarantee('article 1 { each of Guarantors shall assist Arcadia by such action as may be necessary if Guarantors decide unanimously }')],
    ['automatic', guarantee('article 1 { upon armed attack on Arcadia { if Guarantors decide unanimously {\n      // first\n      each of Guarantors shall assist Arcadia\n      Syldavia shall assist Arcadia // last\n    } } }')],
    ['automatic', guarantee('article 1 { if armed attack on Arcadia and Guarantors decide unanimously then each of Guarantors shall assist Arcadia }')],
    ['automatic', guarantee('article 1 { each of Guarantors shall assist Arcadia with the consent of Borduria }')],
    ['reversed', guarantee('article 1 { once Guarantors have decided unanimously then each of Guarantors shall assist Arcadia within 5 days }')],
    ['fallback', guarantee('article 1 { if Guarantors decide unanimously within 2 days {\n      each of Guarantors shall assist Arcadia\n      Arcadia shall assist Syldavia\n    } }')],
    ['exception', guarantee('article 1 { each of Guarantors shall assist Arcadia }\n  article 2 { Guarantors shall not assist Arcadia }')],
    ['exception', guarantee('article 1 { Arcadia shall limit personnel to 5 persons cite treaty }', { promise: 'Arcadia is free of limits on personnel', more: 'attribute personnel in persons\nsource treaty { date 2001-01-01 }' })],
    ['trigger', guarantee('article 1 { upon armed attack on Arcadia by Syldavia, each of Guarantors shall assist Arcadia }')],
    ['trigger', guarantee('article 1 { upon armed attack on Arcadia by any of Guarantors in Isles, each of Guarantors shall assist Arcadia }', { scenario: 'Borduria attacks Arcadia in Mainland' })],
    ['trigger', guarantee('article 1 { upon an armed attack on Arcadia { each of Guarantors shall assist Arcadia } }', { scenario: 'Borduria threatens Arcadia' })],
    ['deadline', guarantee('article 1 { upon armed attack on Arcadia { if Guarantors decide by at least 2 members then each of Guarantors shall assist Arcadia by such action as it deems necessary } }', { promise: 'at least 1 of Guarantors assist Arcadia within 10 days' })],
    ['deadline', guarantee('article 1 { each of Guarantors shall assist Arcadia promptly }\n  article 2 { Syldavia shall assist Arcadia within 30 days }', { promise: 'at least 1 of Guarantors assist Arcadia within 10 days' })],
    ['means', guarantee('article 1 { each of Guarantors shall assist Arcadia by such action as it deems necessary }', { promise: 'at least 1 of Guarantors use-force for Arcadia' })],
    ['means', guarantee('article 1 { each of Guarantors shall assist Arcadia by such action as it deems necessary, including use-force }', { promise: 'at least 1 of Guarantors use-force for Arcadia' })],
    ['means', guarantee('article 1 { each of Guarantors shall assist Arcadia within 3 days }', { promise: 'at least 1 of Guarantors use-force for Arcadia' })],
    ['binding', guarantee('article 1 { each of Guarantors pledges to assist Arcadia }')],
    ['binding', guarantee('not legally binding\n  article 1 { each of Guarantors shall assist Arcadia }\n  article 2 { Syldavia shall not assist Arcadia }')],
  ];
  it.each(cases)('%s: the edited text means what the amended case means', (kind, text, asked = {}) => {
    const found = repaired(text, { ...HELP, max: 3, ...asked });
    expect(listed(found).flatMap(({ amendments }) => amendments.map((one) => one.kind))).toContain(kind);
    const made = replayed(text, { ...HELP, ...asked }, 100);
    expect(made.get(kind)).toBeGreaterThan(0);
  });
});

describe('brackets', () => {
  const OPEN = `${guarantee('article 1 { if Guarantors decide [together: unanimously | alone: without a vote] then each of Guarantors shall assist Arcadia }', { more: 'issue how "How they decide" { option together option alone option never }' })}
arrangement Settled { instruments Pact   with how.together }
arrangement Open { instruments Pact }
`;
  it('another option of a bracket that the arrangement settles is an amendment of the arrangement', () => {
    const found = repaired(OPEN, { ...HELP, arrangement: 'Settled' });
    const set = found.cheapest!.sets.find(({ amendments }) => amendments[0]!.kind === 'option')!;
    expect(set.after).toEqual(['automatic']);
    expect(amended(found.case, set.amendments).arrangements.get('Settled')!.options).toEqual(['how.alone']);
    expect(found.cheapest!.sets.filter(({ amendments }) => amendments[0]!.kind === 'option')).toHaveLength(1);
    replayed(OPEN, { ...HELP, arrangement: 'Settled' }, 100);
  });

  it('a bracket that is left open has to be settled', () => {
    const found = repaired(OPEN, { ...HELP, arrangement: 'Open' });
    expect(found.before).toEqual(['automatic', 'captive', 'voluntary']);
    expect(found.cheapest!.sets.map(({ amendments }) => amendments.map(({ id }) => id))).toContainEqual(['option how.alone']);
    replayed(OPEN, { ...HELP, arrangement: 'Open' }, 100);
  });

  it('what the caller takes stays taken', () => {
    const found = repaired(OPEN, { ...HELP, arrangement: 'Open', options: ['how.together'] });
    expect(found.considered.filter(({ kind }) => kind === 'option')).toEqual([]);
    expect(found.before).toEqual(['captive']);
  });

  it('an instrument that no arrangement settles says that there is no text to edit', () => {
    const found = repaired(OPEN, HELP);
    expect(found.cheapest!.sets.flatMap(({ amendments }) => amendments).find(({ id }) => id === 'option how.alone')?.unwritten).toContain('no arrangement settles it');
  });

  it('readings are conditions and no amendments', () => {
    const text = guarantee('readings meaning { reading wide { each of Guarantors shall assist Arcadia }  reading narrow held by "Borduria" { each of Guarantors shall assist Arcadia with the consent of Borduria } }');
    const found = repaired(text, HELP);
    expect(found.before).toEqual(['automatic', 'captive']);
    expect(found.cheapest!.sets.flatMap(labels)).toEqual(['it does not wait for `with the consent of Borduria`']);
    expect(found.ifReadAs!.sets.map(({ amendments, readAs }) => ({ amendments, readAs }))).toEqual([{ amendments: [], readAs: [[{ option: 'Pact.meaning.wide', taken: true }]] }]);
  });
});

describe('what cannot be reached', () => {
  it('what may be done only on a condition gets no exception, which it could not have', () => {
    const text = guarantee('article 1 { each of Guarantors shall assist Arcadia }\n  article 2 { Guarantors may assist Arcadia only with the consent of Borduria }');
    expect(repaired(text, HELP).considered.filter(({ kind }) => kind === 'exception')).toEqual([]);
  });

  it('is said, with the best that can', () => {
    const found = repaired(guarantee('article 1 { each of Guarantors may assist Arcadia }'), HELP);
    expect(found.cheapest).toBeUndefined();
    expect(found.best).toBe('voluntary');
    expect(found.considered).toEqual([]);
  });

  it('nothing is amended where the promise holds', () => {
    expect(repaired(guarantee('article 1 { each of Guarantors shall assist Arcadia }'), HELP)).toMatchObject({ holds: true, before: ['automatic'] });
  });

  it('automatic is more than collective', () => {
    const found = repaired(VOTE, { ...HELP, to: 'automatic' });
    expect(found.cheapest!.sets.every(({ after }) => after.join() === 'automatic')).toBe(true);
    expect(found.cheapest!.sets.length).toBeGreaterThan(0);
    expect(strengthsOf(found.case, HELP)).toEqual(['captive']);
  });
});

describe('endings', () => {
  const ENDING = guarantee('article 1 { each of Guarantors shall assist Arcadia }\n  ends when any of Guarantors withdraws cite treaty // or so\n  suspended when Borduria withdraws', { more: 'source treaty { date 2001-01-01 }' });

  it('have no bearing on strength, and are struck or narrowed where the promise is to last', () => {
    expect(repaired(ENDING, HELP).holds).toBe(true);
    const found = repaired(ENDING, { ...HELP, lasting: true });
    expect(found.cheapest!.count).toBe(4n);
    for (const set of listed(found)) {
      const after = amended(found.case, set.amendments);
      const { details } = new Session(after).judge(HELP)[0]!.cells[0]!;
      expect([...details.ends, ...details.suspensions].map(({ byHostile }) => byHostile)).not.toContain(true);
      expect(after.files[0]!.text).toContain('// or so');
    }
    // Each alone is not enough.
    for (const { amendments } of listed(found)) for (const one of amendments) {
      const { details } = new Session(amended(found.case, [one])).judge(HELP)[0]!.cells[0]!;
      expect([...details.ends, ...details.suspensions].map(({ byHostile }) => byHostile)).toContain(true);
    }
  });
});

describe('amendments that the author declares', () => {
  const TEXT = guarantee('article 5 "Guarantee" {\n    each of Guarantors may assist Arcadia // the last word\n  }');
  /** The case as if `amendment Help to Pact …` were declared; the sentences and their words are those of a second file. */
  function declaring(sentences: string, article: string | undefined): { case: Case; texts: string } {
    const texts = TEXT.replace('treaty Pact', `treaty Draft "Draft of an amendment" {\n  article 1 {\n${sentences}\n  }\n}\ntreaty Pact`);
    const case_ = caseOf(compileText(texts));
    const { norms, articles } = case_.instruments.get('Draft')!;
    const [{ place }] = articles as [Article];
    const amendment: Amendment = {
      id: 'Firm', name: 'Firm', label: 'A firm guarantee', place, provenance: { cites: [] }, instrument: 'Pact', norms: norms.map((norm) => ({ ...norm, instrument: 'Pact', article: article ?? 'Pact.Firm' })),
      weight: { num: 5n, den: 2n }, ...(article === undefined ? {} : { article }),
    };
    return { case: { ...case_, amendments: new Map([['Firm', amendment]]) }, texts };
  }
  it.each(['Pact.5', undefined])('are taken with their weight and put into the article (%s)', (article) => {
    const { case: case_ } = declaring('    upon armed attack on Arcadia {\n      each of Guarantors shall assist Arcadia\n    }', article);
    const found = repair(case_, { ...HELP, to: 'collective' });
    expect(found.cheapest!.sets.map(({ amendments, cost, after }) => ({ ids: amendments.map(({ id }) => id), cost, after }))).toEqual([{ ids: ['declared Firm'], cost: { num: 5n, den: 2n }, after: ['automatic'] }]);
    const after = amended(case_, found.cheapest!.sets[0]!.amendments);
    expect(strengthsOf(after, HELP)).toEqual(['automatic']);
    expect(after.files[0]!.text).toContain(article === undefined ? '  article Firm "A firm guarantee" {\n    upon armed attack on Arcadia {' : '// the last word\n    upon armed attack on Arcadia {\n      each of');
  });
});
