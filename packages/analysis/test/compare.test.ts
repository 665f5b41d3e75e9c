import { compare, shiftsIn, type Comparison, type PartChange, type SentenceChange } from '@casus/analysis';
import fc from 'fast-check';
import type { Case } from '@casus/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { partChanges } from '../src/compare/changes.js';
import { matchArticles } from '../src/compare/match.js';
import type { ArticleView, Said } from '../src/compare/view.js';
import { caseOf, compileFolder, compileText } from './support/cases.js';

const treaty = (articles: string, head = 'parties Arcadia, Guarantors'): string => `import "states"\ntreaty Pact "The pact" {\n${head}\n${articles}\n}\narrangement Alone { instruments Pact   judge Help when BorduriaAttacks, LindoriaAttacks }`;

/** Two versions of one treaty, each in a file of its own. */
const versions = (before: string, after: string, heads: readonly [string?, string?] = []): Comparison =>
  compare([before, after].map((text, i) => ({ case: caseOf(compileText(treaty(text, heads[i]))), subject: 'Alone' })));

const HELP = 'article 1 "Help" { upon armed attack on Arcadia then each of Guarantors shall assist Arcadia within 3 days }';
const articles = ({ changes }: Comparison): string[] => changes[0]!.text.instruments[0]!.articles.map(({ kind, before, after, by }) => `${kind} ${before?.number ?? '-'} ${after?.number ?? '-'}${by === undefined ? '' : ` by ${by}`}`);
const sentences = ({ changes }: Comparison): readonly SentenceChange[] => changes[0]!.text.instruments.flatMap(({ articles: all }) => all.flatMap((article) => article.sentences));
const parts = (comparison: Comparison): readonly PartChange[] => sentences(comparison).flatMap((sentence) => sentence.parts);

describe('two versions of a text', () => {
  it('that are the same have no change, and nobody gains or loses', () => {
    const same = versions(HELP, HELP);
    expect(same.changes[0]!.text.instruments).toMatchObject([{ before: 'Pact', after: 'Pact', related: true, parts: [], articles: [], same: 1 }]);
    expect(same.changes[0]!.balances).toEqual([]);
    expect(same.rows.map(({ shifts }) => shifts)).toEqual([['same', 'same'], ['same', 'same']]);
  });

  it('are matched by number, title and words: new, gone, changed and renumbered articles', () => {
    const comparison = versions(
      `${HELP}
       article 2 "Arms" { Borduria shall supply-arms to Arcadia }
       article 3 "Silence" { Arcadia shall not join NorthernPact }
       article 4 { Syldavia shall consult with Ruritania within 10 days }`,
      `${HELP}
       article 2 "Talks" { each of Guarantors shall consult with one another }
       article 3 "Arms" { Borduria shall supply-arms to Arcadia }
       article 5 { Syldavia shall consult with Ruritania within 20 days }`,
    );
    expect(articles(comparison)).toEqual(['renumbered 2 3 by title', 'removed 3 -', 'changed 4 5 by likeness', 'added - 2']);
    expect(comparison.changes[0]!.text.instruments[0]!.same).toBe(1);
  });

  it('of an article that is written anew under its number are told as a change of it', () => {
    const comparison = versions('article 7 { Arcadia shall not join NorthernPact }', 'article 7 { Borduria may recognise Arcadia }');
    expect(articles(comparison)).toEqual(['changed 7 7 by number']);
    expect(sentences(comparison).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('tell of a changed sentence who bears it, what act, on what condition, by when', () => {
    expect(parts(versions(HELP, HELP.replace('each of Guarantors', 'Syldavia and Ruritania')))).toEqual([{ part: 'bearer', before: 'Guarantors', after: 'Syldavia and Ruritania' }]);
    expect(parts(versions(HELP, HELP.replace('assist Arcadia within 3 days', 'use-force for Arcadia')))).toEqual([
      { part: 'act', before: 'come to the aid of Arcadia', after: 'use armed force for Arcadia' }, { part: 'deadline', before: 'within 3 days' },
    ]);
    expect(parts(versions(HELP, HELP.replace('then each', 'then if Guarantors decide unanimously then each')))).toEqual([{ part: 'condition', after: 'Guarantors decide unanimously' }]);
    expect(parts(versions(HELP, HELP.replace('3 days', '3 days unless ceasefire')))).toEqual([{ part: 'exception', after: 'ceasefire' }]);
    expect(parts(versions(HELP, HELP.replace('shall assist', 'may assist').replace('within 3 days', '')))).toEqual([{ part: 'effect', before: 'shall', after: 'may' }, { part: 'deadline', before: 'within 3 days' }]);
    expect(parts(versions(HELP, HELP.replace('within 3 days', 'within 3 days by such action as it deems necessary, including use-force')))).toEqual([{ part: 'means', after: 'as it deems necessary, including “use armed force”' }]);
    const limit = 'article 1 { Arcadia shall limit personnel to 50_000 persons }';
    expect(parts(versions(limit, limit.replace('50', '60')))).toEqual([{ part: 'number', before: '50_000 persons', after: '60_000 persons' }]);
  });

  it('do not differ where the same is written otherwise', () => {
    expect(articles(versions(HELP, HELP.replace('within 3 days', 'within   3 days // a comment\n')))).toEqual([]);
    expect(articles(versions(HELP, HELP.replace('3 days', '3 days cite gazette "each shall come to its aid"')))).toEqual([]);
  });

  it('tell what the instrument says as a whole', () => {
    const comparison = versions(`${HELP}\nends when Borduria withdraws\ngroup Core = Arcadia, Syldavia`, `${HELP}\nends when Council adopts enforcement\nends on 2040-01-01\ngroup Core = Arcadia, Ruritania`, ['parties Arcadia, Guarantors', 'parties Arcadia, Guarantors, Lindoria']);
    expect(comparison.changes[0]!.text.instruments[0]!.parts).toEqual([
      { part: 'parties', before: 'Arcadia, Borduria, Graustark, Ruritania, Syldavia', after: 'Arcadia, Borduria, Graustark, Ruritania, Syldavia, the Republic of Lindoria' },
      { part: 'ends', before: 'Borduria withdraws', after: 'Council adopts enforcement' },
      { part: 'group', name: 'Core', before: 'Arcadia, Syldavia', after: 'Arcadia, Ruritania' },
      { part: 'last day', after: '2040-01-01' },
    ]);
  });

  it('favour in counts: promises, burdens, limits, vetoes, each with its reason', () => {
    const limit = 'article 2 { Arcadia shall limit personnel to 50_000 persons }';
    const comparison = versions(
      `${HELP.replace('then each', 'then if Guarantors decide unanimously within 10 days then each')}\n${limit}\narticle 3 { Arcadia shall not join NorthernPact }`,
      `${HELP}\n${limit.replace('50', '60')}\narticle 4 { Syldavia may recognise Arcadia   Syldavia shall consult }`,
    );
    const balance = (actor: string): Comparison['changes'][0]['balances'][0] => comparison.changes[0]!.balances.find((each) => each.actor === actor)!;
    expect(comparison.rows.map(({ shifts }) => shifts[1])).toEqual(['stronger', 'stronger']);
    expect(balance('Arcadia')).toMatchObject({
      promises: { stronger: [{ promise: 'Help', scenario: 'BorduriaAttacks' }, { promise: 'Help', scenario: 'LindoriaAttacks' }], weaker: [], mixed: [], sooner: [{ scenario: 'BorduriaAttacks' }, { scenario: 'LindoriaAttacks' }], later: [] },
      burdens: { more: [], fewer: [{ kind: 'ban' }], tighter: [], looser: [{ kind: 'limit', before: { text: 'Arcadia shall limit personnel to 50_000 persons' }, after: { text: 'Arcadia shall limit personnel to 60_000 persons' } }] },
      vetoes: { gained: [], lost: [] },
    });
    expect(balance('Borduria')).toMatchObject({ burdens: { more: [], fewer: [], tighter: [], looser: [] }, vetoes: { gained: [], lost: [{ promise: 'Help', scenario: 'BorduriaAttacks' }, { promise: 'Help', scenario: 'LindoriaAttacks' }] }, says: { gained: [], lost: [{ kind: 'decision' }] } });
    expect(balance('Syldavia')).toMatchObject({ burdens: { more: [{ kind: 'duty', after: { text: 'Syldavia shall consult' } }] }, rights: { gained: [{ kind: 'right' }], lost: [] } });
    expect(comparison.changes[0]!.balances.some(({ actor }) => actor === 'Lindoria')).toBe(false);
  });

  it('favour nobody twice: what one direction gives, the other takes', () => {
    const [one, other] = [`${HELP}\narticle 3 { Arcadia shall not join NorthernPact }`, HELP.replace('then each', 'then if Guarantors decide unanimously within 10 days then each')];
    const there = versions(one, other).changes[0]!.balances;
    const back = versions(other, one).changes[0]!.balances;
    expect(back.map(({ actor }) => actor)).toEqual(there.map(({ actor }) => actor));
    for (const [i, balance] of there.entries()) {
      const turned = back[i]!;
      expect(turned.promises.stronger).toEqual(balance.promises.weaker);
      expect(turned.promises.sooner).toEqual(balance.promises.later);
      expect(turned.vetoes.gained).toEqual(balance.vetoes.lost);
      expect(turned.burdens.more.map(({ after }) => after!.text)).toEqual(balance.burdens.fewer.map(({ before }) => before!.text));
      expect(shiftsIn(turned)).toBe(shiftsIn(balance));
    }
  });

  it('do not count as lost the veto over a promise that nobody can keep any more', () => {
    const comparison = versions(HELP.replace('then each', 'then if Guarantors decide unanimously then each'), 'article 1 "Help" { Guarantors shall not assist Arcadia }');
    expect(comparison.rows.map(({ shifts }) => shifts[1])).toEqual(['weaker', 'weaker']);
    expect(comparison.changes[0]!.balances.flatMap(({ vetoes }) => vetoes.lost)).toEqual([]);
  });
});

describe('what is asked', () => {
  const side = { case: caseOf(compileText(treaty(HELP))), subject: 'Alone' };
  const asked = (comparison: Comparison): string[] => comparison.rows.map(({ promise, scenario, attacker }) => [promise, scenario, attacker].filter((part) => part !== undefined).join(' '));

  it('is what the judge lines ask for', () => expect(asked(compare([side, side]))).toEqual(['Help BorduriaAttacks', 'Help LindoriaAttacks']));

  it('is chosen by promise and scenario, also beyond the lines, each attacker of a family by itself', () => {
    expect(asked(compare([side, side], { scenarios: ['LindoriaAttacks'] }))).toEqual(['Help LindoriaAttacks']);
    expect(asked(compare([side, side], { promises: ['Force'] }))).toEqual(['Force BorduriaAttacks', 'Force LindoriaAttacks']);
    expect(asked(compare([side, side], { promises: ['Help'], scenarios: ['GuarantorAttacks'] }))).toEqual(['Borduria', 'Syldavia', 'Ruritania', 'Graustark'].map((actor) => `Help GuarantorAttacks ${actor}`));
  });

  it('is nothing where the own files have no promise', () => expect(compare([{ ...side, subject: 'Pact' }, { ...side, subject: 'Pact' }]).rows).toEqual([]));

  it('is mixed where the best text is better and the worst is worse', () => {
    const text = `import "states"
      issue rule { option owed option banned }
      treaty Pact { parties Arcadia, Guarantors   article 1 { upon armed attack on Arcadia { [ owed: each of Guarantors shall assist Arcadia | banned: Guarantors shall not assist Arcadia ] } } }
      treaty Middle { parties Arcadia, Guarantors   article 1 { Arcadia shall consult } }`;
    const case_ = caseOf(compileText(text));
    const row = compare([{ case: case_, subject: 'Middle' }, { case: case_, subject: 'Pact' }, { case: case_, subject: 'Pact', options: ['rule.owed'] }, { case: case_, subject: 'Pact', options: ['rule.banned'] }], { promises: ['Help'], scenarios: ['LindoriaAttacks'] }).rows[0]!;
    expect(row.shifts).toEqual(['same', 'mixed', 'stronger', 'weaker']);
  });
});

describe('a clause of withdrawal', () => {
  const LEAVE = `${HELP}\nwithdrawal on 1 year notice`;
  const leaves = ({ changes }: Comparison): readonly object[] => changes[0]!.balances.map(({ actor, leaves: { gained, lost } }) => ({ actor, gained: gained.map(({ text }) => text), lost: lost.map(({ text }) => text) }));

  it('that is gone is lost to each of the parties, and to nobody else', () => {
    const gone = versions(LEAVE, HELP);
    expect(leaves(gone)).toEqual(['Arcadia', 'Borduria', 'Syldavia', 'Ruritania', 'Graustark'].map((actor) => ({ actor, gained: [], lost: ['withdrawal on 1 year notice'] })));
    expect(gone.changes[0]!.balances.map(shiftsIn)).toEqual([1, 1, 1, 1, 1]);
    expect(leaves(versions(HELP, LEAVE))).toEqual(leaves(gone).map((one) => ({ ...one, gained: ['withdrawal on 1 year notice'], lost: [] })));
  });

  it('with another notice is neither gained nor lost; who is no party any more may no longer leave', () => {
    expect(versions(LEAVE, LEAVE.replace('1 year', '2 years')).changes[0]!.balances).toEqual([]);
    const [first, second] = ['parties Arcadia, Guarantors, Lindoria', 'parties Arcadia, Guarantors'];
    expect(leaves(versions(LEAVE, LEAVE.replace('1 year', '2 years'), [first, second]))).toEqual([{ actor: 'Lindoria', gained: [], lost: ['withdrawal on 1 year notice'] }]);
  });
});

describe('the real case', () => {
  let ukraine: Case;
  beforeAll(() => {
    ukraine = caseOf(compileFolder('cases/ukraine-2025'));
  });
  const of = (...subjects: readonly string[]): Comparison => compare(subjects.map((subject) => ({ case: ukraine, subject })));

  it('the two brackets of the Istanbul draft: the decision and three numbers, and whom they concern', () => {
    const comparison = of('DraftRussianText', 'DraftUkrainianText');
    expect(comparison.rows.map(({ promise, shifts }) => [promise, shifts[1]])).toEqual([['Help', 'stronger'], ['ForcesFree', 'same']]);
    expect(parts(comparison)).toEqual([
      { part: 'condition', before: 'Guarantors decide unanimously', after: 'Guarantors decide without a vote' },
      { part: 'number', before: '85_000 persons', after: '250_000 persons' },
      { part: 'number', before: '342 tanks', after: '800 tanks' },
      { part: 'number', before: '40 km', after: '280 km' },
    ]);
    const [ukraines, ...others] = comparison.changes[0]!.balances;
    expect(ukraines).toMatchObject({ actor: 'Ukraine', promises: { stronger: [{ promise: 'Help' }] }, burdens: { more: [], fewer: [], tighter: [], looser: [{ kind: 'limit' }, { kind: 'limit' }, { kind: 'limit' }] } });
    expect(others.map(({ actor }) => actor).sort()).toEqual(['China', 'France', 'Russia', 'UK', 'US']);
    for (const { vetoes, burdens } of others) {
      expect(vetoes).toEqual({ gained: [], lost: [{ promise: 'Help', scenario: 'RussiaAttacks' }] });
      expect(Object.values(burdens).flat()).toEqual([]);
    }
  });

  it('the communiqué against the draft: articles that correspond, and those that stand in one only', () => {
    const comparison = of('Communique', 'DraftUkrainianText');
    expect(articles(comparison)).toEqual(['changed neutrality neutrality by title', 'changed guarantee 5 by title', 'removed membership -', 'removed talks -', 'added - forces'].map((line) => line.replace('neutrality by title', 'neutrality by number')));
    expect(comparison.changes[0]!.text.instruments[0]!.related).toBe(false);
    expect(comparison.rows.find(({ promise, scenario }) => promise === 'ForcesFree' && scenario === 'RussiaAttacks')!.shifts[1]).toBe('weaker');
  });

  it('three systems: every row is judged under each of them', () => {
    const comparison = of('Budapest', 'Istanbul', 'Nato');
    expect(comparison.rows.every(({ verdicts }) => verdicts.every((verdict) => verdict !== undefined))).toBe(true);
    const strengths = (promise: string, scenario: string): (string | undefined)[] => comparison.rows.find((row) => row.promise === promise && row.scenario === scenario)!.verdicts.map((verdict) => verdict!.cells[0]!.strength);
    expect(strengths('Help', 'RussiaAttacks')).toEqual(['voluntary', 'captive', 'voluntary']);
    expect(strengths('Help', 'AllyAttacked')).toEqual(['voluntary', 'voluntary', 'automatic']);
    expect(strengths('JoinNato', 'RussiaAttacks')).toEqual(['automatic', 'forbidden', 'automatic']);
    expect(comparison.changes.map(({ side }) => side)).toEqual([1, 2]);
  });
});

const article = (id: number, text: string, number = String(id)): ArticleView => ({ id: `T.${id}`, instrument: 'T', number, title: '', name: '', place: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 }, sentences: [], text });

describe('matching, in general', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('shall ', 'assist ', 'not ', 'join ', 'consult '), minLength: 1, maxLength: 8 }), { maxLength: 6 });

  it('pairs each article at most once, and an unchanged text with itself', () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (one, other, related) => {
        const [before, after] = [one, other].map((all) => all.map((text, i) => article(i, text))) as [ArticleView[], ArticleView[]];
        const matches = matchArticles(before, after, related);
        expect(new Set(matches.map((match) => match.before)).size).toBe(matches.length);
        expect(new Set(matches.map((match) => match.after)).size).toBe(matches.length);
        expect(matchArticles(before, before.map((each) => ({ ...each })), related).map((match) => [match.before.id, match.after.id])).toEqual(before.map(({ id }) => [id, id]));
      }),
      { numRuns: 200 },
    );
  });

  it('tells of parts what is gone and what has come, and nothing of what stays', () => {
    const said = fc.array(fc.record({ part: fc.constantFrom('condition' as const, 'exception' as const), text: fc.constantFrom('a', 'b', 'c') }).map(({ part, text }): Said => ({ part, text, key: text })), { maxLength: 5 });
    fc.assert(
      fc.property(said, said, (before, after) => {
        const changes = partChanges(before, after);
        const count = (all: readonly (string | undefined)[], text: string): number => all.filter((each) => each === text).length;
        for (const part of ['condition', 'exception'] as const) {
          for (const text of ['a', 'b', 'c']) {
            const mine = changes.filter((change) => change.part === part);
            const gained = count(mine.map((change) => change.after), text) - count(mine.map((change) => change.before), text);
            const of = (all: readonly Said[]): number => all.filter((each) => each.part === part && each.text === text).length;
            expect(gained).toBe(of(after) - of(before));
          }
        }
        expect(partChanges(before, [...before].reverse())).toEqual([]);
      }),
    );
  });
});
