import { FALSE, TRUE, type Node } from '@casus/diagrams';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Choices, type Case } from '@casus/model';
import { compile } from '@casus/language';

/** A case with an issue of so many options, for each number. */
const caseWith = (...sizes: readonly number[]): Case =>
  compile(
    [{ path: 'choices.casus', text: `case "Choices"\nactor Arcadia, Borduria\n${sizes.map((size, i) => `issue i${i} { ${Array.from({ length: size }, (_, o) => `option o${o}`).join(' ')} }`).join('\n')}` }],
    () => undefined,
  ).value;

describe('a ballot', () => {
  const choices = new Choices(caseWith());
  const m = choices.manager;
  const ballot = choices.ballot('vote', 'Arcadia');
  const all = [ballot.yes, ballot.no, ballot.abstain, ballot.absent];

  it('is exactly one of yes, no, abstention and absence', () => {
    expect(m.orAll(all)).toBe(TRUE);
    for (const [i, one] of all.entries()) for (const other of all.slice(i + 1)) expect(m.and(one, other)).toBe(FALSE);
  });

  it('is increasing in its two variables from no to yes, and so is not voting no', () => {
    for (const f of [ballot.yes, m.not(ballot.no)]) for (const v of m.support(f)) expect(m.isPositiveIn(f, v)).toBe(true);
  });

  it('belongs to its owner, and is an abstention or an absence as the owner only abstains or stays away', () => {
    const variables = m.support(ballot.yes).map((v) => choices.variable(v));
    expect(variables.map(({ key, owner, kind }) => [key, owner, kind])).toEqual([1, 2].map(() => ['ballot:vote:Arcadia', 'Arcadia', 'ballot']));
    const under = (which: 'abstaining' | 'away'): string[] => {
      const values = new Map(variables.map((variable) => [variable.v, variable[which]]));
      return Object.entries(ballot).filter(([, node]: [string, Node]) => m.restrictAll(node, values) === TRUE).map(([name]) => name);
    };
    expect([under('abstaining'), under('away')]).toEqual([['abstain'], ['absent']]);
  });

  it('is the same whenever it is asked for, and another one in another vote or for another actor', () => {
    expect(choices.ballot('vote', 'Arcadia')).toBe(ballot);
    expect(choices.ballot('other', 'Arcadia').yes).not.toBe(ballot.yes);
    expect(choices.ballot('vote', 'Borduria').yes).not.toBe(ballot.yes);
  });
});

describe('the other choices', () => {
  const choices = new Choices(caseWith());
  const m = choices.manager;
  const variable = (node: Node) => choices.variable(m.support(node)[0]!);

  it('have one variable each, with its owner', () => {
    const consent = choices.act('consent:help:Arcadia', 'Arcadia');
    expect(choices.act('consent:help:Arcadia', 'Arcadia')).toBe(consent);
    expect(variable(consent)).toMatchObject({ key: 'consent:help:Arcadia', owner: 'Arcadia', kind: 'act', abstaining: false, away: false });
    const fact = choices.nature('fact:ceasefire');
    expect(choices.nature('fact:ceasefire')).toBe(fact);
    expect(variable(fact)).toMatchObject({ key: 'fact:ceasefire', kind: 'nature' });
    expect(variable(fact).owner).toBeUndefined();
    expect(variable(choices.keeps('Arcadia'))).toMatchObject({ kind: 'keeps', abstaining: true, away: true });
    expect(choices.side('Arcadia')).toBe(choices.side('Arcadia'));
    expect(choices.side('Arcadia')).not.toBe(choices.side('Borduria'));
  });
});

describe('the options of an issue', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

  it('are taken exactly one at a time, in every assignment of the variables', () => {
    fc.assert(fc.property(sizes, (counts) => {
      const choices = new Choices(caseWith(...counts));
      const m = choices.manager;
      counts.forEach((count, i) => {
        const options = Array.from({ length: count }, (_, o) => choices.option(`i${i}.o${o}`));
        expect(m.orAll(options)).toBe(TRUE);
        for (const [a, one] of options.entries()) for (const other of options.slice(a + 1)) expect(m.and(one, other)).toBe(FALSE);
        expect(choices.issueVariables(`i${i}`)).toHaveLength(count - 1);
      });
    }));
  });

  it('have one canonical assignment each, so that texts are counted exactly', () => {
    fc.assert(fc.property(sizes, (counts) => {
      const choices = new Choices(caseWith(...counts));
      const m = choices.manager;
      counts.forEach((count, i) => {
        const vars = choices.issueVariables(`i${i}`);
        const canonical = choices.canonical(`i${i}`);
        expect(m.count(canonical, vars)).toBe(BigInt(count));
        for (let o = 0; o < count; o++) expect(m.count(m.and(canonical, choices.option(`i${i}.o${o}`)), vars)).toBe(1n);
      });
      const all = counts.map((_, i) => choices.canonical(`i${i}`));
      const vars = counts.flatMap((_, i) => [...choices.issueVariables(`i${i}`)]);
      expect(m.count(m.andAll(all), vars)).toBe(counts.reduce((product, count) => product * BigInt(count), 1n));
    }));
  });

  it('that nobody declared are never taken', () => {
    expect(new Choices(caseWith(2)).option('i0.nothing')).toBe(FALSE);
  });
});
