/** Small negotiations whose results are worked out by hand; most of them were wrong once. */
import { agree, robustness, timeline, type AgreeOptions } from '@casus/agreement';
import { compile } from '@casus/language';
import type { Case } from '@casus/model';
import { describe, expect, it } from 'vitest';

const HEAD = 'case "By hand"\nactor Arcadia, Borduria, Syldavia\nact assist "come to the aid of"\nstep truce\nstep elections\n';

function caseOf(text: string): Case {
  const { value, findings } = compile([{ path: 'case.casus', text: HEAD + text }], () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return value;
}

const counts = (text: string, options: AgreeOptions = {}): readonly (bigint | undefined)[] => {
  const { texts } = agree(caseOf(text), options);
  return [texts.all, texts.acceptable];
};

describe('what a text settles', () => {
  it('includes a bracket in a group that a demand names, though no instrument has it', () => {
    const text = 'issue member { option yes option no-seat }\ngroup Helpers = Arcadia, [member.yes: Borduria]\ntreaty Pact { parties Arcadia, Borduria, Syldavia  article 1 { Arcadia shall assist Syldavia } }\nposition Arcadia { demands Pact  demands that Helpers assist Syldavia }';
    // Pact or not, times member or not; only Arcadia is bound, so Borduria must be no helper.
    expect(counts(text)).toEqual([4n, 1n]);
  });

  it('leaves a bracket of an instrument that is not part of the deal open, and counts such texts once', () => {
    const text = 'issue way { option a1 option b1 option c1 }\ntreaty Pact { parties Arcadia, Borduria  article 1 { [ way.a1: Arcadia shall assist Borduria | way.b1: Borduria shall assist Arcadia ] } }\nposition Arcadia { refuses way.c1 }\nposition Borduria { accepts Pact }';
    expect(counts(text)).toEqual([4n, 3n]);
  });
});

describe('which lines count', () => {
  it('a later refusal takes back an earlier offer on a condition; an earlier one is qualified by it', () => {
    const lines = (first: string, second: string): string => `position Arcadia { accepts truce if elections on ${first}  refuses truce on ${second} }\nposition Borduria { demands truce  demands elections }`;
    expect(agree(caseOf(lines('2030-01-01', '2030-06-01'))).possible).toBe(false);
    expect(agree(caseOf(lines('2030-06-01', '2030-01-01'))).possible).toBe(true);
  });
});

describe('a case that nobody can bring about', () => {
  it('is every case: no single state can block', () => {
    const text = 'scenario Nobody { any of Borduria, Syldavia attacks Borduria, Syldavia }\npromise Help { at least 1 of Arcadia assist the victim }\nposition Arcadia { demands no single state can block promise Help when Nobody }';
    expect(agree(caseOf(text)).possible).toBe(true);
  });
});

describe('over time', () => {
  it('points are those given on the day', () => {
    const text = 'position Arcadia {\n  values truce at 5 points on 2030-01-01\n  values truce at 1 points on 2030-06-01\n  demands at least 5 points on 2030-02-01\n}';
    expect(timeline(caseOf(text)).stages.map(({ date, possible }) => [date, possible])).toEqual([[undefined, true], ['2030-01-01', true], ['2030-02-01', true], ['2030-06-01', false]]);
    for (const { date, acceptable } of timeline(caseOf(text)).stages) if (date !== undefined) expect(agree(caseOf(text), { asOf: date }).texts.acceptable, date).toBe(acceptable);
  });

  it('the day on which a treaty enters into force opens the space, whoever says what that day', () => {
    const text = 'treaty Pact { parties Arcadia, Borduria, Syldavia  in force since 2030-03-01  article 1 { upon armed attack on Arcadia, Borduria shall assist Arcadia } }\nscenario Attack { Syldavia attacks Arcadia }\npromise Help { Borduria assist Arcadia }\nnegotiation Talks { standing Pact  judged when Attack }\nposition Arcadia { demands promise Help holds  demands truce on 2030-01-01 }\nposition Borduria { accepts elections on 2030-06-01 }';
    expect(timeline(caseOf(text)).stages.map(({ date, change }) => [date, change])).toEqual([[undefined, 'none'], ['2030-01-01', 'none'], ['2030-03-01', 'opened'], ['2030-06-01', 'none']]);
  });
});

describe('robustness', () => {
  it('looks at the lines that give the points which a demand asks for', () => {
    const text = 'source first { publisher "P" }\nsource second { publisher "Q" }\nposition Arcadia { values truce at 5 points cite first  demands at least 5 points cite second }';
    const { variations } = robustness(caseOf(text));
    expect(variations.map(({ doubt, possible }) => [doubt.kind === 'source' && doubt.source, possible])).toEqual([['first', false]]);
  });
});

describe('the order of steps', () => {
  const steps = Array.from({ length: 18 }, (_, i) => `s${i}`);
  const declared = steps.map((step) => `step ${step}`).join('\n');

  it('finds the shortest circles, and none in eighteen steps that are all in order', () => {
    const order = steps.flatMap((first, i) => steps.slice(i + 1).map((then) => `  demands ${first} before ${then}`)).join('\n');
    expect(agree(caseOf(`${declared}\nposition Arcadia {\n${order}\n}`)).orders).toMatchObject({ count: 1n, first: [steps], cycles: [] });
    const circle = agree(caseOf('step a1\nstep b1\nstep c1\nposition Arcadia { demands a1 before b1  demands b1 before c1 }\nposition Borduria { demands c1 before a1  demands c1 before b1 }')).orders!;
    expect(circle).toMatchObject({ count: 0n, first: [] });
    expect(circle.cycles.map((cycle) => cycle.map(({ first }) => first))).toEqual([['b1', 'c1']]);
  }, 120_000);
});

describe('a set whose members the text decides', () => {
  it('is asked as it is in each text, without trying every composition', () => {
    const seats = Array.from({ length: 12 }, (_, i) => `state${i}`);
    const text = `actor ${seats.join(', ')}\n${seats.map((seat) => `issue i-${seat} { option yes option no-seat }`).join('\n')}
group Council = ${seats.map((seat) => `[i-${seat}.yes: ${seat}]`).join(', ')}
body Everybody { members ${seats.join(', ')}  matter measures  decides measures unanimously }
promise Measures for Arcadia { Everybody adopts measures }
scenario Attack { Syldavia attacks Arcadia }
negotiation Talks { judged when Attack }
position Arcadia { demands Council cannot block promise Measures }`;
    // Whoever sits in the council can block, so that nobody may.
    expect(counts(text)).toEqual([4096n, 1n]);
  });
});
