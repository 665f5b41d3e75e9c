/** Cases made to measure: as text of the language, the same at every run. */

/** Clauses in one instrument, and in one of its articles. */
const CLAUSES_IN_INSTRUMENT = 40;
const CLAUSES_IN_ARTICLE = 8;

const STATES = 40;
const SOURCES = 12;

const state = (i: number): string => `State${((i % STATES) + STATES) % STATES}`;
const states = (from: number, count: number, step = 1): string => Array.from({ length: count }, (_, i) => state(from + i * step)).join(', ');

const WORLD = `case "A case made to measure"
actor ${states(0, STATES)}
act assist "come to the aid of"
act use-force "use armed force for" is an assist
act supply-arms "supply arms to" is an assist
act consult "consult"
act inform "inform"
act station-troops "station troops on"
act join "join"
attribute personnel in persons
region Islands
region Mainland
fact ceasefire
${Array.from({ length: SOURCES }, (_, i) => `source gazette${i} "Gazette ${i}" { publisher "Chancery" date 2031-04-${String(i + 1).padStart(2, '0')} kind primary grade A2 obtain "any library of record" }`).join('\n')}
`;

/** A case of so many clauses, in instruments of at most 40, as a collection of treaties has them: with conditions, decisions, brackets and citations. */
export function manyClauses(n: number): string {
  const instruments = Array.from({ length: Math.ceil(n / CLAUSES_IN_INSTRUMENT) }, (_, i) => instrumentOf(i, Math.min(CLAUSES_IN_INSTRUMENT, n - i * CLAUSES_IN_INSTRUMENT)));
  return `${WORLD}
${instruments.join('\n')}
scenario Attack "State 0 attacks" { any of State0 attacks ${state(1)} }
scenario Threat "State 2 attacks on the islands" { State2 attacks ${state(1)} in Islands assume ceasefire }
promise Help "some state comes to the aid of the victim" { at least 1 of others assist the victim }
promise Force "some state uses armed force for the victim" { at least 1 of others use-force for the victim }
promise Talks "some state consults" { at least 1 of others consult }
`;
}

function instrumentOf(i: number, clauses: number): string {
  const sentences = Array.from({ length: clauses }, (_, j) => sentenceOf(i, j));
  const articles = Array.from({ length: Math.ceil(clauses / CLAUSES_IN_ARTICLE) }, (_, a) => {
    const own = sentences.slice(a * CLAUSES_IN_ARTICLE, (a + 1) * CLAUSES_IN_ARTICLE);
    return `  article ${a + 1} "Article ${a + 1}" {\n${own.map((sentence) => `    ${sentence}`).join('\n')}\n  }`;
  });
  return `treaty Treaty${i} "Treaty no. ${i}" {
  parties State1, Members
  group Members = ${states(i, 9, 3)}
  issue decision "How the members decide" { option unanimity  option majority  option each }
  issue scope "Who is bound" { option narrow  option wide }
  body Council "the council of treaty ${i}" {
    members Members
    matter measures
    decides by at least 6 members and no ${state(i)} against
  }
${articles.join('\n')}
}
`;
}

/** One sentence with its citation; the sorts take turns. */
function sentenceOf(i: number, j: number): string {
  const one = state(i + 3 * (j % 9));
  const other = state(i + 3 * ((j + 4) % 9));
  const cite = `cite gazette${(i + j) % SOURCES} "clause ${j} of treaty ${i}" at "Art. ${Math.floor(j / CLAUSES_IN_ARTICLE) + 1}"`;
  switch (j % 10) {
    case 0:
      return `upon armed attack on State1 then if Members decide [decision.unanimity: unanimously | decision.majority: by at least 5 members | decision.each: without a vote] then each of Members shall assist State1 within ${10 + j} days ${cite}`;
    case 1:
      return `${one} shall inform ${other} promptly ${cite}`;
    case 2:
      return `${one} shall not station-troops on Islands unless ${other} consents ${cite}`;
    case 3:
      return `upon armed attack on State1 then ${one} shall supply-arms to State1 within ${j} days when Treaty${i}.Council adopts Treaty${i}.Council.measures ${cite}`;
    case 4:
      return `[scope.narrow: ${one} shall not use-force for State1 ${cite} | scope.wide: ${one} may use-force for State1 ${cite}]`;
    case 5:
      return `if ceasefire then ${one} shall consult ${other} within 30 days ${cite}`;
    case 6:
      return `${one} may supply-arms to State1 at the request of State1 ${cite}`;
    case 7:
      return `${one} shall limit personnel to ${1000 * (j + 1)} persons ${cite}`;
    case 8:
      return `${one} shall not assist ${other} unless ${state(i)} consents ${cite}`;
    default:
      return `upon armed attack on State1 in Islands then ${one} shall assist State1 by such action as it deems necessary, including supply-arms ${cite}`;
  }
}

/** Six promises about one text with two-way brackets, judged with every state but the victim as the single attacker. */
export function largeCase(actors: number, brackets: number): string {
  const named = Array.from({ length: actors }, (_, i) => `State${i}`);
  const guarantors = named.slice(1);
  const issues = Array.from({ length: brackets }, (_, i) => `  issue b${i} "Bracket ${i}" { option kept  option struck }`);
  // A third of the brackets tell who is a member, a third who is bound, and a third how decisions are taken.
  const bracket = (kind: number): number[] => Array.from({ length: brackets }, (_, i) => i).filter((i) => i % 3 === kind);
  const membership = guarantors.map((name, i) => (i < bracket(0).length ? `[b${bracket(0)[i]}.kept: ${name}]` : name)).join(', ');
  const bound = bracket(1).map((b, i) => `    [b${b}.kept: ${guarantors[2 * i]} shall not use-force for State0 | b${b}.struck: ${guarantors[2 * i]} shall supply-arms to State0 within ${i + 1} days]`);
  const needed = bracket(2).map((b, i) => `    if Guarantors decide on "measure ${i}" [b${b}.kept: by at least ${12 + i} members | b${b}.struck: by at least two thirds of the members and no ${guarantors[i + 3]} against] then each of Guarantors shall assist State0 within ${10 * (i + 1)} days`);
  return `case "A large text"
actor ${named.join(', ')}
act assist "come to the aid of"
act use-force "use armed force for" is an assist
act supply-arms "supply arms to" is an assist
act consult "consult"
treaty Text "Draft" {
  parties State0, Guarantors
${issues.join('\n')}
  group Guarantors = ${membership}
  article 1 "Guarantee" {
${needed.join('\n')}
${bound.join('\n')}
    if ${guarantors.at(-1)} consents then the parties shall consult promptly
  }
}
scenario AnyAttack "any one of the states attacks" { any of ${guarantors.join(', ')} attacks State0 }
promise Help "a guarantor helps" { at least 1 of Text.Guarantors assist the victim }
promise MuchHelp "five guarantors help" { at least 5 of Text.Guarantors assist the victim }
promise Force "a guarantor uses force" { at least 1 of Text.Guarantors use-force for the victim }
promise Arms "a guarantor supplies arms in time" { at least 1 of Text.Guarantors supply-arms to the victim within 3 days }
promise Talks "the guarantors consult" { each of Text.Guarantors consult }
promise Both "arms and force" { at least 1 of Text.Guarantors supply-arms to the victim and at least 1 of Text.Guarantors use-force for the victim }
`;
}
