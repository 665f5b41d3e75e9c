/** Whatever the text, compile answers: it neither throws nor hangs, and what is not broken is understood. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.js';
import { PRELUDE } from './fixtures.js';

const TEXT = `${PRELUDE}
treaty Pact "Pact" {
  parties Four
  group Guarantors = Four except Arcadia
  article 1 "Neutrality" {
    Arcadia shall not join Alliance                    cite gazette "not join"
    Arcadia shall limit personnel to [unanimity: 85_000 | majority: 250_000]
  }
  article 5(1) {
    upon armed attack on Arcadia {
      if Guarantors decide [unanimity: unanimously | majority: by at least 2 members, the attacker not voting] within 3 days
        then each of Guarantors shall assist Arcadia by such action as it deems necessary, including use-force
      failing which each of Guarantors may assist Arcadia
    }
    silent on "deadlines"
  }
  in force once ratified by all parties
  ends when Council adopts measures
}
position Arcadia { demands decision.unanimity on 2025-08-20 cite gazette "x" }
position Borduria {
  demands not (decision.majority or ceasefire) and elections if ceasefire weight 2 called first until 2031-01-01
  values ceiling from 30 to 0 points
  ranks ceasefire, then elections, then decision.majority
  refuses Four have no veto that Arcadia lacks
}
negotiation Talks "Talks" {
  parties Arcadia, Four
  instruments Pact
  with decision.majority
  steps elections, ceasefire
  judged when Attack
  elections needs ceasefire cite gazette
  exactly 1 of elections, Pact and ceasefire
}
amendment Swift "Swift" to Pact article 5(1) weight 2 { if ceasefire then Guarantors may consult }
expect promise Help is captive, and until then forbidden under Pact with decision.unanimity when Attack because Lindoria within 3 days
`;
const ask = (text: string): ReturnType<typeof compile> => compile([{ path: 'own', text }], () => undefined);

describe('mutated texts', () => {
  const tokens = TEXT.match(/"[^"\n]*"|[\p{L}\p{N}_-]+|[^\s]|\s+/gu)!;
  const at = fc.nat(tokens.length - 1);
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('delete' as const), i: at }),
    fc.record({ kind: fc.constant('insert' as const), i: at, j: at }),
    fc.record({ kind: fc.constant('swap' as const), i: at, j: at }),
    fc.record({ kind: fc.constant('write' as const), i: at, text: fc.constantFrom('{', '}', '[', ']', '"', '“', '”', ',', ':', '|', '.', '0', '2025-02-30', 'shall', 'if', 'then', 'é', '\u0000', '🕊', '\r\n', '//', '/*', '$') }),
  );

  it('never throw, and every finding has a place in the text', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const changed = [...tokens];
        for (const e of edits) {
          if (e.kind === 'delete') changed[e.i] = '';
          else if (e.kind === 'write') changed[e.i] = `${changed[e.i]!}${e.text}`;
          else if (e.kind === 'insert') changed[e.i] = `${changed[e.i]!}${tokens[e.j]!}`;
          else [changed[e.i], changed[e.j]] = [changed[e.j]!, changed[e.i]!];
        }
        const text = changed.join('');
        for (const { place, message } of ask(text).findings) {
          expect(place.offset).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeLessThanOrEqual(text.length);
          expect(place.end).toBeGreaterThanOrEqual(place.offset);
          expect(message).not.toMatch(/undefined|\[object|NaN|Decl\b|--> /);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void ask(text)), { numRuns: 200, seed: 7 });
  });

  it('a single mistake is a single finding, and costs no other declaration', () => {
    const whole = ask(TEXT);
    expect(whole.findings).toEqual([]);
    const words = [...TEXT.matchAll(/\b(shall|article|parties|position|scenario|promise|members|decides|within|treaty)\b/g)];
    for (const { index, 0: word } of words) {
      const { value, findings } = ask(`${TEXT.slice(0, index)}${word.slice(0, -1)}xq${TEXT.slice(index + word.length)}`);
      expect([word, index, findings.filter((f) => f.code === 'form/syntax').length]).toEqual([word, index, 1]);
      expect(value.actors.size).toBe(whole.value.actors.size);
      expect(value.acts.size).toBe(whole.value.acts.size);
    }
  });
});

const codes = (text: string): string[] => ask(text).findings.map((f) => f.code);

describe('limits', () => {
  it('a file of more than 10 MB', () => {
    expect(codes(`// ${'x'.repeat(10_000_000)}`)).toEqual(['form/limit']);
    expect(codes(`// ${'x'.repeat(1_000_000)}`)).toEqual([]);
  });

  it('more than 32 open brackets', () => {
    expect(codes(`group G = ${'('.repeat(33)}A${')'.repeat(33)}`)).toEqual(['form/limit']);
    expect(codes(`actor A\ngroup G = ${'('.repeat(32)}A${')'.repeat(32)}`)).toEqual([]);
    expect(codes(`actor A // ${'('.repeat(501)}\ngroup G "${'{'.repeat(501)}" = A`)).toEqual([]);
  });

  it('a chain that is too deep without brackets', () => {
    expect(codes(`fact f\nactor A\nact a1\ntreaty T { article 1 { A shall a1 when ${'not '.repeat(20_000)}f } }`)).toEqual(['form/limit']);
  });

  it('a name of more than 200 characters', () => {
    expect(codes(`actor ${'a'.repeat(201)}`)).toEqual(['form/limit']);
    expect(codes(`actor ${'a'.repeat(200)} "${'b'.repeat(500)}"`)).toEqual([]);
  });

  it('seats beyond counting', () => {
    expect(codes('group G = 999_999_999 silent seats')).toEqual(['form/impossible-rule']);
  });
});

describe('chains', () => {
  const chain = (n: number, first: string, link: (i: number) => string): string => [first, ...Array.from({ length: n - 1 }, (_, i) => link(i + 2))].join('\n');
  const CHAINS: Readonly<Record<string, (n: number) => string>> = {
    acts: (n) => chain(n, 'act x1', (i) => `act x${i} is a x${i - 1}`),
    events: (n) => chain(n, 'event x1', (i) => `event x${i} is a x${i - 1}`),
    regions: (n) => chain(n, 'region x1', (i) => `region x${i} in x${i - 1}`),
    groups: (n) => chain(n, 'actor A, B\ngroup x1 = A', (i) => `group x${i} = x${i - 1} and B`),
    'groups twice': (n) => chain(n, 'actor A, B\ngroup x1 = A', (i) => `group x${i} = x${i - 1} and (x${i - 1} except B)`),
    bodies: (n) => chain(n, 'actor A\nbody x1 { members A decides unanimously }', (i) => `body x${i} { members x${i - 1} decides unanimously }`),
    parties: (n) => chain(n, 'actor A\ntreaty x1 { parties A }', (i) => `treaty x${i} { parties parties of x${i - 1} }`),
    decisions: (n) => chain(n, 'actor A\nbody x1 { members A matter m decides unanimously }', (i) => `body x${i} { members A matter m decides x${i - 1} adopts m }`),
    sources: (n) => chain(n, 'source x1 { kind primary }', (i) => `source x${i} { within x${i - 1} begins "a" ends "b" }`),
  };

  it.each(Object.keys(CHAINS))('%s: a hundred are enough', (name) => {
    expect(ask(CHAINS[name]!(100)).findings).toEqual([]);
    expect(ask(CHAINS[name]!(101)).findings).toMatchObject([{ code: 'form/limit' }]);
    expect(ask(CHAINS[name]!(10_000)).findings).toMatchObject([{ code: 'form/limit', message: expect.stringMatching(/^`x101` is at the end of a chain of more than 100 /) as string, place: { line: name.startsWith('groups') || 'bodies parties decisions'.includes(name) ? 102 : 101 } }]);
  });

  it('a circle is a circle, and beyond the limit a chain', () => {
    const circle = (n: number): string => chain(n, `act x1 is a x${n}`, (i) => `act x${i} is a x${i - 1}`);
    expect(codes(circle(90))).toEqual(['form/cycle']);
    expect(codes(circle(10_000))).toEqual(['form/limit']);
  });

  it('declared from its end, a chain is cut at the same place', () => {
    expect(ask(CHAINS['regions']!(1000).split('\n').reverse().join('\n')).findings).toMatchObject([{ code: 'form/limit', about: ['x101'] }]);
  });

  it('what is left of them is short', () => {
    const { acts } = ask(CHAINS['acts']!(10_000)).value;
    let longest = 0;
    for (const id of acts.keys()) {
      let steps = 1;
      for (let up = acts.get(id)!.parents[0]; up !== undefined; up = acts.get(up)!.parents[0]) steps++;
      longest = Math.max(longest, steps);
    }
    expect(longest).toBe(100);
    expect([acts.get('x100')!.parents, acts.get('x101')!.parents]).toEqual([['x99'], []]);
    expect(ask(CHAINS['groups']!(200)).value.groups.get('x101')!.members).toMatchObject({ kind: 'during', set: { kind: 'union', of: [] } });
  });

  it('two chains are two findings', () => {
    expect(codes(`${CHAINS['acts']!(500)}\n${CHAINS['events']!(500).replaceAll('x', 'y')}`)).toEqual(['form/limit', 'form/limit']);
  });
});

describe('size', () => {
  const sentences = (n: number): string => {
    const lines = Array.from({ length: n }, (_, i) => [
      'Borduria shall assist Arcadia within 3 days cite gazette "a phrase"',
      'if Four decide by at least 3 members, the attacker not voting, within 3 days then each of Four shall assist Arcadia',
      'Arcadia shall limit personnel to [unanimity: 85_000 | majority: 250_000]',
      'Four shall not join Alliance unless Council adopts measures',
    ][i % 4]!);
    return `${PRELUDE}treaty Long { parties Four article 1 {\n${lines.join('\n')}\n} }`;
  };
  const time = (text: string): number => {
    const start = performance.now();
    expect(ask(text).findings).toEqual([]);
    return performance.now() - start;
  };

  it('grows linearly with the number of sentences', () => {
    time(sentences(500));
    const [small, large] = [time(sentences(1000)), time(sentences(4000))];
    expect(large).toBeLessThan(small * 10 + 200);
  });
});
