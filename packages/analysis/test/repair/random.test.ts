/** Random small instruments: every amendment, and every two that go together, mean the same in the data and in the text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replayed } from './replay.js';

const from = (...of: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...of);

const rule = fc.oneof(
  from('unanimously', 'by consensus', 'by at least 3 members', 'by at least 2 of Guarantors', 'by two thirds of the members', 'no member against', 'unanimously among Guarantors', 'by more than half of those present and voting'),
  fc.tuple(from('by at least 2 members', 'unanimously'), from(', Ruritania abstaining', ', the victim not voting', ' with the concurring votes of (Borduria, Syldavia)')).map(([first, second]) => (second.startsWith(',') ? `(${first}${second})` : first + second)),
  fc.tuple(from('unanimously', 'by at least 2 members'), from('without a vote', 'by consensus')).map(([a, b]) => `[how.first: ${a} | how.second: ${b}]`),
);
const time = from('', '', ' within 2 days', ' within 20 days');
const decision = fc.tuple(rule, time).map(([how, when]) => `Guarantors decide ${how}${when}`);
const condition = fc.oneof(decision, decision, from('armed attack on Arcadia', 'armed attack on Arcadia by Syldavia', 'armed attack on Arcadia in Isles', 'Council adopts help', 'Council adopts help within 3 days', 'Syldavia requests help', 'called'));
const sentence = fc
  .tuple(
    from('each of Guarantors', 'Syldavia and Ruritania', 'any of Guarantors', 'Borduria'), from('shall', 'shall', 'shall', 'pledges to', 'may', 'shall not'), from('assist', 'assist', 'use-force against', 'consult with'),
    from('', '', ' within 5 days', ' promptly'), from('', '', ' by such action as it deems necessary', ' by such action as is necessary, including use-force', ' including use-force'),
    fc.oneof(from('', '', '', ' with the consent of Borduria', ' unless called', ' cite gazette "a"'), decision.map((text) => ` if ${text}`)),
  )
  .map(([who, verb, act, when, how, end]) => {
    const plural = who.includes(' and ') ? verb.replace('pledges', 'pledge') : verb;
    return `${who} ${plural} ${act} Arcadia${verb === 'shall not' ? '' : when}${verb.startsWith('shall') && verb !== 'shall not' && act === 'assist' ? how : ''}${end}`;
  });
const clause = fc.oneof(
  sentence,
  fc.tuple(condition, sentence).map(([cond, one]) => `if ${cond} then ${one}`),
  fc.tuple(condition, condition, sentence).map(([a, b, one]) => `if ${a} and ${b} then ${one}`),
  fc.tuple(condition, sentence, sentence).map(([cond, one, two]) => `once ${cond} {\n      ${one} // first\n      ${two}\n    }`),
  fc.tuple(condition, sentence).map(([cond, one]) => `upon armed attack on Arcadia {\n      if ${cond} /* so */ then\n        ${one}\n    }`),
  fc.tuple(from('unanimously', 'by at least 2 members'), sentence, sentence).map(([how, one, two]) => `if Guarantors decide ${how} within 4 days then ${one} failing which ${two}`),
  fc.tuple(sentence, sentence).map(([one, two]) => `[ form.long: ${one} | form.short: ${two} ]`),
);
const text = fc
  .record({ clauses: fc.array(clause, { minLength: 1, maxLength: 3 }), political: fc.boolean(), who: from('at least 1 of Guarantors', 'Syldavia', 'Ruritania'), act: from('assist', 'assist', 'use-force against'), within: from('', '', ' within 10 days'), scenario: from('Borduria attacks Arcadia', 'Borduria attacks Arcadia in Mainland  Ruritania sides with the attacker', 'Borduria threatens Arcadia'), council: rule.filter((one) => !one.startsWith('[')) })
  .map(({ clauses, political, who, act, within, scenario, council }) => `case "Random"
actor Arcadia, Borduria, Syldavia, Ruritania
act assist
act use-force is an assist
act consult
region Mainland
region Isles
fact called
group Guarantors = Borduria, Syldavia, Ruritania
source gazette { date 2001-01-01 }
issue how { option first option second }
issue form { option long option short }
body Council {
  members Guarantors
  matter help
  decides help ${council} // its rule
}
treaty Pact {
  parties Arcadia, Guarantors
${political ? '  not legally binding\n' : ''}  article 1 {
    ${clauses.join('\n    ')}
  }
}
scenario Attack { ${scenario} }
promise Help { ${who} ${act} Arcadia${within} }
arrangement Alone { instruments Pact   with how.first }
`);

it('every amendment means the same in the data and in the text', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(text, (source) => {
      for (const kind of replayed(source, { promise: 'Help', arrangement: 'Alone', scenario: 'Attack' }, 6).keys()) kinds.add(kind);
    }),
    { numRuns: 20, seed: 20250820 },
  );
  expect([...kinds].sort()).toEqual(['automatic', 'binding', 'deadline', 'exception', 'fallback', 'means', 'option', 'recusal', 'reversed', 'threshold', 'trigger']);
});
