/** A worked case of any length, as an analyst leaves it: sources, instruments with citations, positions, arrangements and what is expected of them. Invented states, no randomness. */

const STATES = ['Arcadia', 'Borduria', 'Syldavia', 'Ruritania', 'Graustark', 'Lindoria', 'Kesselia', 'Morvania', 'Tarvia', 'Sylvania', 'Ostland', 'Norland'];
const ACTS = ['assist', 'use-force', 'supply-arms', 'share-intelligence', 'consult', 'accept-aid', 'deploy-troops', 'join'];
const PROMISES: readonly (readonly [name: string, what: string])[] = [
  ['Help', 'at least 1 of Guarantors assist the victim'],
  ['Force', 'at least 1 of Guarantors use-force the victim'],
  ['Arms', 'at least 1 of Guarantors supply-arms the victim and Arcadia is free to accept-aid from each of Guarantors'],
  ['Intelligence', 'at least 2 of Guarantors share-intelligence the victim'],
  ['Consultation', 'at least 1 of Guarantors consult'],
  ['Presence', 'at least 1 of Willing deploy-troops Arcadia'],
  ['FreeToJoin', 'Arcadia is free to join Pact'],
  ['ForcesFree', 'Arcadia is free of limits on personnel and tanks'],
  ['Measures', 'Council adopts measures'],
  ['Enforcement', 'Council adopts enforcement'],
  ['AnyHelp', 'any of others assist the victim'],
  ['TwoHelp', 'at least 2 of Guarantors assist the victim'],
  ['WillingHelp', 'at least 1 of Willing assist the victim'],
  ['WillingArms', 'at least 1 of Willing supply-arms the victim'],
  ['QuickHelp', 'at least 1 of Guarantors assist the victim'],
];
const SCENARIOS: readonly (readonly [name: string, what: string])[] = [
  ['BorduriaAttacks', 'Borduria attacks Arcadia   after ceasefire'],
  ['BorduriaGoesOn', 'Borduria attacks Arcadia   before ceasefire'],
  ['WithSyldavia', 'Borduria attacks Arcadia   Syldavia sides with the attacker   after ceasefire'],
  ['SylvaniaAttacks', 'Sylvania attacks Arcadia   after ceasefire'],
  ['OstlandAttacks', 'Ostland attacks Arcadia   after ceasefire'],
  ['Threat', 'Borduria threatens Arcadia   after ceasefire'],
  ['AllyAttacked', 'Borduria attacks Kesselia'],
  ['InTheIslands', 'Borduria attacks Arcadia in Islands   after ceasefire'],
];
/** What each arrangement judges: numbers of promises and of scenarios, from a place that moves on. */
const PROMISES_EACH = 5;
const SCENARIOS_EACH = 3;
const ARRANGEMENTS = 10;
/** Lines that every case of this kind has, whatever its length. */
const FRAME = 330;
/** Lines of one article of each instrument. */
const LINES_OF_ARTICLE = 14;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const from = <T>(list: readonly T[], start: number, count: number): T[] => range(count).map((i) => list[(start + i) % list.length]!);
const cite = (i: number): string => `      cite paper${i % 40} "the parties have agreed on point ${i}" at "Art. ${i % 30}"`;

/** The lines of one article, with the sentences that the promises turn on in the first ones and others further on. */
function article(instrument: number, number: number): string[] {
  const at = instrument * 100 + number * 7;
  const rules = ['unanimously', 'by at least 4 members', 'unanimously, the attacker not voting', 'by at least 3 members', 'by two thirds of those present and voting'];
  const state = (i: number): string => STATES[(at + i) % STATES.length]!;
  const forms: readonly (readonly string[])[] = [
    [
      '    upon armed attack on any of parties {',
      `      Guarantors shall consult within ${2 + (instrument % 3)} days`, cite(at),
      `      if Guarantors decide on "help" ${rules[instrument % rules.length]!} within ${3 + (instrument % 5)} days`,
      `        then each of Guarantors shall assist the victim within ${5 + instrument} days`, cite(at + 1),
      '    }',
    ],
    [
      `    upon armed attack on Arcadia, ${instrument % 3 === 0 ? 'each of Guarantors shall' : 'if ceasefire then each of Willing shall'} assist Arcadia by such action as ${instrument % 2 === 0 ? 'may be necessary' : 'it deems necessary'}, including supply-arms`, cite(at + 2),
      '    once Council adopts enforcement then each of Guarantors shall use-force Borduria', cite(at + 3),
    ],
    [
      `    Arcadia shall ${instrument % 3 === 0 ? 'not join Pact' : `limit tanks to ${300 + instrument}`}`, cite(at + 4),
      `    Arcadia shall not accept-aid from each of Guarantors${instrument % 2 === 0 ? ' unless armed attack on Arcadia' : ' unless ceasefire'}`, cite(at + 5),
    ],
    [
      `    each of Willing may deploy-troops Arcadia with the consent of ${state(1)}`, cite(at + 6),
      `    if ceasefire then ${state(2)} shall share-intelligence ${state(4)} promptly`, cite(at + 7),
      '    silent on "what follows if nobody acts"',
    ],
  ];
  const chosen = forms[number % forms.length]!;
  const filler = [
    `    ${state(0)} shall consult with ${state(3)} within ${(number % 9) + 1} days`, cite(at + 8),
    `    ${state(5)} shall not deploy-troops ${state(7)}`, cite(at + 9),
    `    ${state(6)} pledges to share-intelligence ${state(1)}   inferred "as usual between the two"`,
    `    if ceasefire then ${state(8)} may host ${state(9)} unless ${state(9)} withdraws`, cite(at + 10),
  ];
  const lines = [`  article ${number + 1} "Point ${number + 1}" {`, ...chosen, ...filler];
  return [...lines.slice(0, LINES_OF_ARTICLE), ...(lines.length > LINES_OF_ARTICLE ? lines.slice(LINES_OF_ARTICLE) : []), '  }'];
}

/** A case of about so many lines: ten instruments and arrangements, eight scenarios, fifteen promises, a hundred and fifty verdicts. */
export function workedCase(lines: number): string {
  const articles = Math.max(4, Math.round((lines - FRAME) / ARRANGEMENTS / LINES_OF_ARTICLE));
  const promises = (i: number): string[] => from(PROMISES, i * 3, PROMISES_EACH).map(([name]) => name);
  const scenarios = (i: number): string[] => from(SCENARIOS, i, SCENARIOS_EACH).map(([name]) => name);
  const out = [
    `case "A worked case of about ${lines} lines"`,
    '',
    'attribute population in persons', 'attribute personnel in persons', 'attribute tanks',
    ...STATES.map((state, i) => `actor ${state} "the Republic of ${state}" { population: ${(i + 3) * 1_000_000} persons, tanks: ${100 + i} }`),
    'organisation Pact "the Northern Pact"',
    'group Guarantors = Borduria, Syldavia, Ruritania, Graustark, Lindoria', 'group Willing = Kesselia, Morvania, Tarvia, Graustark',
    ...ACTS.map((act, i) => `act ${act} "${act.replaceAll('-', ' ')}"${i === 1 || i === 2 || i === 3 ? ' is an assist' : ''}`),
    'act host', 'region Islands', 'fact ceasefire "a ceasefire is in force"',
    'issue bond "whether the text binds" { option legal   option political }',
    'body Council {', '  members Guarantors, 4 elected seats', '  matter measures', '  matter enforcement',
    '  decides enforcement by at least 6 members and no Guarantors against', '  decides any other matter by at least 5 members', '}', '',
    ...range(40).flatMap((i) => [`source paper${i} "Paper ${i} of the conference" {`, `  publisher "Chancery of ${STATES[i % STATES.length]!}"   date 2031-0${(i % 9) + 1}-1${i % 10}   kind ${i % 3 === 0 ? 'primary' : 'reporting'}   grade B2`, '}']),
    '',
    ...range(ARRANGEMENTS).flatMap((i) => [
      `treaty Treaty${i} "Treaty number ${i}" {`, `  parties everyone`,
      ...range(articles).flatMap((number) => article(i, number)),
      `  ends when ${STATES[(i % 4) + 1]!} withdraws`, '}', '',
    ]),
    ...SCENARIOS.map(([name, what]) => `scenario ${name} "${name.replaceAll(/(?<=.)[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)}" { ${what} }`),
    ...PROMISES.map(([name, what], i) => `promise ${name} "${name.toLowerCase()} in time" { ${what}${i === 14 ? ' within 20 days' : ''} }`),
    ...range(ARRANGEMENTS).flatMap((i) => [
      `arrangement Under${i} "Under treaty ${i}" {`, `  instruments Treaty${i}`, `  judge ${promises(i).join(', ')} when ${scenarios(i).join(', ')}`, '}',
    ]),
    ...STATES.slice(0, 6).flatMap((state, i) => [
      `position ${state} {`,
      ...range(6).flatMap((k) => [`  ${['demands', 'refuses', 'offers', 'accepts'][k % 4]!} Treaty${(i + k) % ARRANGEMENTS}   on 2031-05-0${k + 1}`, cite(i * 10 + k)]),
      '}',
    ]),
  ];
  return `${out.join('\n')}\n`;
}
