import { describe, expect, it } from 'vitest';
import type { Actor, Body, Case, Instrument } from '@casus/model';
import { citations } from '../src/index.js';
import { caseOf, cite, place, says } from './invented.js';

const named = (id: string, ...cited: readonly string[]) => ({
  id, name: id, label: id, place: place(), provenance: says(...cited.map((item) => cite(item))),
});

const contexts = (case_: Case): readonly string[] => citations(case_).map(({ citation, context }) => `${citation.source}: ${context.kind} ${context.id}`);

describe('citations of a case', () => {
  it('come from every kind of node, with the node that rests on them', () => {
    const arcadia: Actor = { ...named('Arcadia', 'a'), attributes: new Map() };
    const everyone = { kind: 'actor', id: 'Arcadia', place: place() } as const;
    const council: Body = {
      ...named('Council', 'b'),
      members: everyone,
      matters: [{ ...named('Council.war', 'c'), body: 'Council' }],
      rules: [{
        matters: [], place: place(), provenance: says(cite('d')),
        rule: {
          kind: 'restricted', rule: { kind: 'always', place: place() }, place: place(),
          recusals: [{ who: everyone, how: 'excluded', matters: [], place: place(), provenance: says(cite('e')) }],
        },
      }],
      recusals: [],
    };
    const never = { kind: 'true', place: place() } as const;
    const pact: Instrument = {
      ...named('Pact', 'f'),
      kind: 'treaty', suspensions: [], signatures: [], ratifications: [], reservations: [], accessions: [], notices: [], political: false,
      articles: [{ ...named('Pact.art1', 'g'), instrument: 'Pact', number: '1' }],
      norms: [{
        id: 'Pact.art1#1', instrument: 'Pact', article: 'Pact.art1', modality: 'duty', bearer: everyone, distribution: 'each',
        action: { kind: 'act', act: 'assist', target: { kind: 'none' } }, when: never, unless: [], options: [], deadline: { kind: 'none' },
        discretion: 'none', means: [], subjectTo: [], notwithstanding: [], withoutPrejudice: [], place: place(), provenance: says(cite('h'), cite('i')),
      }],
      silences: [{ instrument: 'Pact', on: 'withdrawal', place: place(), provenance: says(cite('j')) }],
      entry: { when: never, place: place(), provenance: says(cite('k')) },
      ends: [{ when: never, options: [], place: place(), provenance: says(cite('l')) }],
      prevailsOver: [], yieldsTo: [],
    };
    const option = { ...named('how.each', 'm'), issue: 'how', heldBy: [] };
    const case_ = caseOf({
      actors: new Map([['Arcadia', arcadia]]),
      bodies: new Map([['Council', council]]),
      instruments: new Map([['Pact', pact]]),
      issues: new Map([['how', { ...named('how'), kind: 'negotiation', options: [option] }]]),
      options: new Map([['how.each', option]]),
      disputes: [{ ...named('when', 'n'), accounts: [{ text: 'in March', place: place(), provenance: says(cite('o')) }] }],
      positions: [{ id: 'Arcadia.1', actor: 'Arcadia', verb: 'demands', subject: { kind: 'option', option: 'how.each' }, place: place(), provenance: says(cite('p')) }],
    });
    expect(contexts(case_)).toEqual([
      'a: actor Arcadia', 'b: body Council', 'c: matter Council.war', 'd: rule Council', 'e: recusal Council',
      'f: instrument Pact', 'g: article Pact.art1', 'h: norm Pact.art1#1', 'i: norm Pact.art1#1', 'j: silence Pact', 'k: entry Pact', 'l: end Pact',
      'm: option how.each', 'n: dispute when', 'o: account when', 'p: position Arcadia.1',
    ]);
  });

  it('come from kinds of nodes that are not known yet', () => {
    const case_ = { ...caseOf({}), indicators: [{ ...named('early-warning', 'a') }] } as Case;
    expect(contexts(case_)).toEqual(['a: indicator early-warning']);
  });

  it('come once where two nodes share a sentence', () => {
    const shared = says(cite('a'));
    const account = { text: 'one', place: place(), provenance: shared };
    const case_ = caseOf({ disputes: [{ ...named('when'), accounts: [account, { ...account, text: 'two' }] }] });
    expect(contexts(case_)).toEqual(['a: account when']);
  });
});
