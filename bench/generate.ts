/** Treaty texts of any size, for the tests of scale and for the benchmark. Invented states, no randomness: the same size, the same text. */

/** How large a case is to be. Actors are the states without the protected one; brackets have two options each. */
export interface Size {
  readonly actors: number;
  readonly brackets: number;
  readonly promises: number;
}

/** What the numbers in a large case are: all follow from its size. */
export interface Numbers {
  /** Members of the council in every text; every bracket adds one more. */
  readonly always: number;
  /** Votes that the counting rule asks for. */
  readonly votes: number;
  /** Weight that the weighing rule asks for; state i weighs i. */
  readonly weight: number;
  /** States whose supplies one promise counts on. */
  readonly suppliers: number;
}

/** The numbers of a large case. */
export function numbersOf({ actors, brackets }: Size): Numbers {
  const always = actors - brackets;
  return { always, votes: always + Math.ceil(brackets * 0.7), weight: Math.floor((actors * (actors + 1)) / 3), suppliers: always + Math.ceil(brackets / 2) };
}

/** The name of a state, counted from 1: `S01`. Those behind the brackets come first. */
export const stateName = (i: number): string => `S${String(i).padStart(2, '0')}`;

/** The kinds of promises that a large case takes in turn. */
export const KINDS = ['unanimous', 'thirds', 'counted', 'weighed', 'supplied', 'free'] as const;

/** The name of a promise, counted from 0: `unanimous0`, `thirds1` … */
export const promiseName = (i: number): string => `${KINDS[i % KINDS.length]!}${i}`;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/**
 * One council in which each bracket decides about the membership of one state, and promises that turn on its votes and duties: by unanimity, by
 * two thirds, by a number of votes, by weight; a duty of each member; and a freedom that each bracket may take away. Every promise depends on
 * every bracket, so that nothing can be judged text by text.
 */
export function largeCase(size: Size): string {
  const { actors, brackets, promises } = size;
  if (brackets >= actors) throw new RangeError('there must be fewer brackets than actors');
  const { votes, weight, suppliers } = numbersOf(size);
  const issue = (i: number): string => `seat${String(i).padStart(2, '0')}`;
  const members = [...range(brackets).map((i) => `[${issue(i)}.seated: ${stateName(i)}]`), ...range(actors).slice(brackets).map(stateName)].join(', ');
  const CLAUSES: Record<(typeof KINDS)[number], (act: string) => string> = {
    unanimous: (act) => `once Members decide on "${act}" unanimously then each of Members shall ${act} Haven within 10 days`,
    thirds: (act) => `once Members decide on "${act}" by at least two thirds of members within 5 days then each of Members shall ${act} Haven within 10 days`,
    counted: (act) => `once Members decide on "${act}" by at least ${votes} members then each of Members shall ${act} Haven`,
    weighed: (act) => `once Members decide on "${act}" by members with at least ${weight} of weight then each of Members shall ${act} Haven`,
    supplied: (act) => `each of Members shall ${act} Haven promptly`,
    free: (act) => range(brackets).map((i) => `[${issue(i)}.seated: Haven shall not ${act} ${stateName(i)}]`).join('\n      '),
  };
  const PROMISES: Record<(typeof KINDS)[number], (act: string) => string> = {
    unanimous: (act) => `at least 1 of States ${act} Haven`,
    thirds: (act) => `at least 1 of States ${act} Haven`,
    counted: (act) => `at least 1 of States ${act} Haven`,
    weighed: (act) => `at least 1 of States ${act} Haven`,
    supplied: (act) => `at least ${suppliers} of States ${act} Haven`,
    free: (act) => `Haven is free to ${act} each of States`,
  };
  const kinds = Array.from({ length: promises }, (_, i) => ({ kind: KINDS[i % KINDS.length]!, act: `act${i}`, name: promiseName(i) }));
  return `case "${actors} states, ${brackets} brackets, ${promises} promises"

attribute weight
actor Haven
${range(actors).map((i) => `actor ${stateName(i)} { weight: ${i} }`).join('\n')}
group States = ${range(actors).map(stateName).join(', ')}
${range(brackets).map((i) => `issue ${issue(i)} { option seated option left }`).join('\n')}
group Members = ${members}
${kinds.map(({ act }) => `act ${act}`).join('\n')}

draft Compact {
  parties everyone
${kinds.map(({ kind, act }, i) => `  article ${i + 1} "${kind}" {\n    upon armed attack on Haven {\n      ${CLAUSES[kind](act)}\n    }\n  }`).join('\n')}
}

scenario Attack "a state attacks Haven" { ${stateName(1)} attacks Haven }
${kinds.map(({ kind, act, name }) => `promise ${name} { ${PROMISES[kind](act)} }`).join('\n')}
arrangement All { instruments Compact }
`;
}

/** Clauses of one instrument of a case of many clauses. */
const CLAUSES_EACH = 50;

/** States in a case of many clauses. */
const POOL = 24;

/** A case of so many clauses, in instruments of fifty with an arrangement and a promise each: twice the clauses, twice the work. */
export function manyClauses(clauses: number): string {
  const treaties = Math.ceil(clauses / CLAUSES_EACH);
  const state = (i: number): string => stateName((i % POOL) + 1);
  const clause = (t: number, c: number): string => {
    const bearer = state(t + c);
    const other = state(t + c + 5);
    const forms = [
      `${bearer} shall consult with ${other} within ${(c % 9) + 1} days   cite gazette "shall consult" at "Art. ${c + 1}"`,
      `upon armed attack on Haven then ${bearer} shall assist Haven within ${(c % 20) + 1} days   cite gazette "come to its aid"`,
      `if ceasefire then ${bearer} shall not use-force-against ${other}`,
      `upon armed attack on Haven then if Guarantors${t} decide on "${c}" by at least 3 members within 3 days then each of Guarantors${t} shall supply-arms to Haven`,
      `${bearer} may host ${other} unless ${other} withdraws`,
      `${bearer} shall not accept from ${other} except with the consent of Haven`,
      `${bearer} pledges to recognise ${other}   inferred "as usual"`,
    ];
    return forms[c % forms.length]!;
  };
  const treaty = (t: number): string => {
    const count = Math.min(CLAUSES_EACH, clauses - t * CLAUSES_EACH);
    const guarantors = range(5).map((i) => state(t + i * 3)).join(', ');
    return `group Guarantors${t} = ${guarantors}
treaty Treaty${t} {
  parties everyone
${Array.from({ length: count }, (_, c) => `  article ${c + 1} { ${clause(t, c)} }`).join('\n')}
}
arrangement Alone${t} { instruments Treaty${t}   judge Help${t} when Attack }
promise Help${t} { at least 1 of Guarantors${t} supply-arms to Haven }
`;
  };
  return `case "${clauses} clauses"

actor Haven
${range(POOL).map((i) => `actor ${stateName(i)}`).join('\n')}
act assist
act supply-arms is an assist
act consult
act host
act accept
act recognise
act use-force-against
fact ceasefire
source gazette "Gazette" { publisher "Chancery"   date 2031-04-02   kind primary }
scenario Attack { ${stateName(2)} attacks Haven   after ceasefire }

${Array.from({ length: treaties }, (_, t) => treaty(t)).join('\n')}`;
}
