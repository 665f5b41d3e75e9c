/** The life of an instrument: provisional application, renewal, accession, withdrawal, reservations, recorded deeds, suspension, the later treaty. */
import { describe, expect, it } from 'vitest';
import type { Cond, Instrument, Norm, SetExpr } from '../../model/src/case.js';
import {
  accession, actor, atLeast, caseOf, decided, decision, declared, deed, ending, event, instrument, norm, one, PLACE, promise, PROVENANCE, role, scenario, set, to,
} from '../src/build.js';
import { judge, type OracleVerdict } from '../src/index.js';

const place = PLACE;
const provenance = PROVENANCE;
const both = set('A', 'B');
const duty = norm('T', 1, 'duty', both, to('assist', 'V'));
const parties: SetExpr = { kind: 'parties', instrument: 'T', place };
const asked: Cond = { kind: 'request', who: one('A'), any: true, place };
const refused: Cond = { kind: 'request', who: one('R'), any: true, place };
const ratifiedBy = (who: SetExpr): Cond => ({ kind: 'ratified', quantifier: { kind: 'all' }, who, instrument: 'T', place });

interface Options {
  readonly count?: number;
  readonly date?: string;
  readonly laterPrevails?: boolean;
}

/** R attacks V on 1 March 2027; promised is that so many of A and B assist V. */
function verdict(instruments: readonly Instrument[], { count = 2, date = '2027-03-01', laterPrevails = false }: Options = {}): OracleVerdict {
  const case_ = caseOf({
    actors: ['A', 'B', 'V', 'R'].map(a => actor(a)),
    acts: [['help'], ['assist', 'help'], ['tell']],
    instruments,
    scenarios: [scenario('Attack', [event(one('R'), one('V'))], date === '' ? {} : { date })],
    promises: [promise('Help', atLeast(count, both, 'assist', 'V'))],
    arrangements: [{ ...declared('All'), instruments: instruments.map(i => i.id), options: [], laterPrevails, promises: [], scenarios: [] }],
  });
  return judge(case_, { promise: 'Help', arrangement: 'All', scenario: 'Attack' });
}

const treaty = (more: Partial<Instrument>, norms: readonly Norm[] = [duty]): Instrument => instrument('T', norms, more);
const strength = (more: Partial<Instrument>, options?: Options): string => verdict([treaty(more)], options).strength;

describe('provisional application', () => {
  const later = { inForceSince: '2028-01-01' } as const;
  const provisionally = (more: object): Partial<Instrument> => ({ ...later, provisional: { articles: [], place, provenance, ...more } });

  it('makes a treaty apply before it is in force, since a day', () => {
    expect(strength(later)).toBe('voluntary');
    expect(strength(provisionally({ since: '2027-01-01' }))).toBe('automatic');
    expect(strength(provisionally({ since: '2027-03-01' }))).toBe('automatic');
    expect(strength(provisionally({ since: '2027-03-02' }))).toBe('voluntary');
  });

  it('or once a condition is met, by whoever can meet it', () => {
    expect(strength(provisionally({ when: asked }))).toBe('collective');
    expect(verdict([treaty(provisionally({ when: asked }))]).vetoers).toEqual(['A']);
    expect(strength(provisionally({ when: refused }))).toBe('captive');
    // A day decides alone.
    expect(strength(provisionally({ since: '2027-06-01', when: asked }))).toBe('voluntary');
  });

  it('of some articles leaves the others', () => {
    expect(strength(provisionally({ since: '2027-01-01', articles: ['T.art1'] }))).toBe('automatic');
    expect(strength(provisionally({ since: '2027-01-01', articles: ['T.art2'] }))).toBe('voluntary');
  });

  it('counts for nothing where the date is not known, and once it has expired', () => {
    expect(strength(later, { date: '' })).toBe('automatic');
    expect(strength({ ...provisionally({ since: '2027-01-01' }), expires: '2027-02-01' })).toBe('voluntary');
  });

  it('of the whole is entry enough', () => {
    const entry = ending(ratifiedBy(set('A', 'R')));
    const entryOf = (more: Partial<Instrument>): boolean | undefined => verdict([treaty({ entry, ...more })]).entry[0]?.needsAttacker;
    expect(entryOf({})).toBe(true);
    expect(entryOf({ provisional: { when: asked, articles: [], place, provenance } })).toBe(false);
    const articles = [1, 2].map(n => ({ ...declared(`T.art${String(n)}`), instrument: 'T', number: String(n) }));
    expect(entryOf({ articles, provisional: { when: asked, articles: ['T.art1'], place, provenance } })).toBe(true);
  });
});

describe('renewal', () => {
  it('keeps a treaty in force after its last day where its condition is met', () => {
    const expired = { expires: '2027-02-28' } as const;
    expect(strength(expired)).toBe('voluntary');
    expect(strength({ expires: '2027-03-01' })).toBe('automatic');
    expect(strength({ ...expired, renewal: ending({ kind: 'not', of: refused, place }) })).toBe('captive');
    const vote = verdict([treaty({ ...expired, renewal: ending(decided(decision(both, { kind: 'unanimity', place }))) })]);
    expect([vote.strength, vote.vetoers]).toEqual(['collective', ['A', 'B']]);
    expect(strength({ expires: '2027-03-01', renewal: ending(refused) })).toBe('automatic');
  });
});

describe('accession', () => {
  it('binds those who accede once its condition is met', () => {
    expect(strength({ parties: one('A') })).toBe('voluntary');
    expect(strength({ parties: one('A') }, { count: 1 })).toBe('automatic');
    const open = { parties: one('A'), accessions: [accession(one('B'), asked)] };
    expect(verdict([treaty(open)]).vetoers).toEqual(['A']);
    expect(strength({ parties: one('A'), accessions: [accession(one('B'), refused)] })).toBe('captive');
  });

  it('makes them parties wherever the parties are meant', () => {
    const each = norm('T', 1, 'duty', parties, to('assist', 'V'));
    const joined = verdict([treaty({ parties: one('A'), accessions: [accession(one('B'), ratifiedBy(one('B')))] }, [each])]);
    expect([joined.strength, joined.vetoers]).toEqual(['collective', ['B']]);
  });

  it('is judged as if nobody had acceded by a condition', () => {
    // All parties must ratify it: A alone, for V and B become parties only by it.
    const closed: readonly [SetExpr, Cond][] = [[one('B'), ratifiedBy(parties)], [one('V'), asked]];
    const found = verdict([treaty({ parties: one('A'), accessions: closed.map(([who, when]) => accession(who, when)) })]);
    expect([found.strength, found.vetoers]).toEqual(['collective', ['A']]);
  });

  it('counts in full for sets that are fixed before', () => {
    const all = instrument('T', [duty], { parties: one('V'), accessions: [accession(one('A'), refused)] });
    const case_ = caseOf({
      actors: ['A', 'B', 'V', 'R'].map(a => actor(a)), acts: [['assist']], instruments: [all],
      scenarios: [scenario('Attack', [event(one('R'), one('V'))], { siding: { kind: 'parties', instrument: 'T', place } })],
      promises: [promise('Help', atLeast(1, both, 'assist', 'V'), { beneficiary: { kind: 'parties', instrument: 'T', place } })],
    });
    expect([...judge(case_, { promise: 'Help', arrangement: 'All', scenario: 'Attack' }).world.hostile].sort()).toEqual(['A', 'R', 'V']);
  });
});

describe('a notice of withdrawal', () => {
  const leaving = (leaves?: string): Partial<Instrument> => ({ notices: [{ ...deed(one('B')), ...(leaves === undefined ? {} : { leaves }) }] });

  it('frees its party from the day on which it leaves, with or without a set of parties', () => {
    for (const who of [{}, { parties: both }]) {
      expect(strength({ ...who, ...leaving('2027-03-01') })).toBe('voluntary');
      expect(strength({ ...who, ...leaving('2027-03-01') }, { count: 1 })).toBe('automatic');
      expect(strength({ ...who, ...leaving('2027-03-02') })).toBe('automatic');
      expect(strength({ ...who, ...leaving() })).toBe('voluntary');
      expect(strength({ ...who, ...leaving('2027-03-02') }, { date: '' })).toBe('voluntary');
    }
  });

  it('does not free it from an article that survives', () => {
    const withdrawal = { notice: { kind: 'none' }, survives: ['T.art1'], place, provenance } as const;
    expect(strength({ ...leaving(), withdrawal })).toBe('automatic');
    expect(strength({ parties: both, ...leaving(), withdrawal })).toBe('automatic');
    expect(strength({ ...leaving(), withdrawal: { ...withdrawal, survives: ['T.art2'] } })).toBe('voluntary');
    const each = norm('T', 1, 'duty', parties, to('assist', 'V'));
    expect(verdict([treaty({ parties: both, ...leaving() }, [each])]).strength).toBe('voluntary');
    expect(verdict([treaty({ parties: both, ...leaving(), withdrawal }, [each])]).strength).toBe('automatic');
  });

  it('undoes an accession too', () => {
    expect(strength({ parties: one('A'), accessions: [accession(one('B'), asked)], ...leaving() })).toBe('voluntary');
  });
});

describe('a reservation', () => {
  const reserved = (articles: readonly string[], on?: string): Partial<Instrument> => ({ reservations: [{ ...deed(one('B'), on), articles }] });

  it('frees whoever made it from its articles, or from all', () => {
    expect(strength(reserved([]))).toBe('voluntary');
    expect(strength(reserved(['T.art1']))).toBe('voluntary');
    expect(strength(reserved(['T.art1']), { count: 1 })).toBe('automatic');
    expect(strength(reserved(['T.art2']))).toBe('automatic');
  });

  it('counts from its day', () => {
    expect(strength(reserved([], '2027-03-01'))).toBe('voluntary');
    expect(strength(reserved([], '2027-03-02'))).toBe('automatic');
    expect(strength(reserved([], '2027-03-02'), { date: '' })).toBe('voluntary');
  });
});

describe('recorded deeds', () => {
  it('make it true that somebody ratified or signed, which is a choice otherwise', () => {
    const when = (kind: 'ratified' | 'signed'): Norm => ({ ...duty, when: { kind, quantifier: { kind: 'all' }, who: set('A', 'R'), instrument: 'T', place } });
    const by = (who: SetExpr, on?: string): Partial<Instrument> => ({ ratifications: [deed(who, on)] });
    expect(verdict([treaty({}, [when('ratified')])]).vetoers).toEqual(['A', 'R']);
    expect(verdict([treaty(by(one('R')), [when('ratified')])]).vetoers).toEqual(['A']);
    expect(verdict([treaty(by(one('R'), '2027-03-02'), [when('ratified')])]).vetoers).toEqual(['A', 'R']);
    expect(verdict([treaty(by(set('A', 'R'), '2027-02-01'), [when('ratified')])]).strength).toBe('automatic');
    // A ratification is no signature.
    expect(verdict([treaty(by(set('A', 'R')), [when('signed')])]).strength).toBe('captive');
    expect(verdict([treaty({ signatures: [deed(set('A', 'R'))] }, [when('signed')])]).strength).toBe('automatic');
    expect(verdict([treaty({}, [when('signed')])]).owed.table.choices.map(c => c.key).sort()).toEqual(['sign:T:A', 'sign:T:R']);
  });
});

describe('suspension', () => {
  it('is a game of its own, beside the end', () => {
    const found = verdict([treaty({ suspensions: [ending(asked), ending(refused)], ends: [ending(asked)] })]);
    expect(found.strength).toBe('automatic');
    expect(found.suspends.map(s => [s.instrument, s.attackerCan, s.game.holding()])).toEqual([['T', true, [['A'], ['R']]]]);
    expect(found.ends.map(s => [s.instrument, s.attackerCan, s.game.holding()])).toEqual([['T', false, [['A']]]]);
    expect(verdict([treaty({})]).suspends).toEqual([]);
  });
});

describe('the later treaty', () => {
  const ban = norm('U', 1, 'ban', role('everyone'), to('assist', 'V'));
  const pair = (t: Partial<Instrument>, u: Partial<Instrument>, b: Norm = ban): Instrument[] => [treaty(t), instrument('U', [b], u)];
  const later = { laterPrevails: true };

  it('prevails where the arrangement says so and both dates are known', () => {
    const newer = pair({ signed: '2020-01-01' }, { signed: '2010-01-01' });
    expect(verdict(newer).strength).toBe('forbidden');
    expect(verdict(newer, later).strength).toBe('automatic');
    expect(verdict(pair({ signed: '2010-01-01' }, { signed: '2020-01-01' }), later).strength).toBe('forbidden');
    expect(verdict(pair({ signed: '2020-01-01' }, { signed: '2020-01-01' }), later).strength).toBe('forbidden');
    expect(verdict(pair({ signed: '2020-01-01' }, {}), later).strength).toBe('forbidden');
    expect(verdict(pair({ signed: '2020-01-01' }, { inForceSince: '2011-01-01' }), later).strength).toBe('automatic');
    // The day of signature goes before that of entry into force.
    expect(verdict(pair({ signed: '2009-01-01', inForceSince: '2020-01-01' }, { signed: '2010-01-01' }), later).strength).toBe('forbidden');
  });

  it('yields to what the texts say of each other', () => {
    const newer = (more: Partial<Instrument>): Instrument[] => pair({ signed: '2020-01-01' }, { signed: '2010-01-01', ...more });
    expect(verdict(newer({ prevailsOver: ['T'] }), later).strength).toBe('forbidden');
    expect(verdict(pair({ signed: '2010-01-01' }, { signed: '2020-01-01', yieldsTo: ['T'] }), later).strength).toBe('automatic');
    expect(verdict(pair({ signed: '2020-01-01' }, { signed: '2010-01-01' }, { ...ban, notwithstanding: [{ instrument: 'T', place }] }), later).strength).toBe('forbidden');
  });

  it('does not prevail by a right', () => {
    const right = norm('T', 1, 'right', both, to('assist', 'V'));
    expect(verdict([treaty({ signed: '2020-01-01' }, [right]), instrument('U', [ban], { signed: '2010-01-01' })], later).strength).toBe('forbidden');
  });
});
