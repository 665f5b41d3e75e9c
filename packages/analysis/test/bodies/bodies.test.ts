import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { bodyGame, decides, mattersOf, type BodyGame, type BodyOptions } from '../../src/index.js';
import type { Ballot } from '@casus/games';
import type { Case } from '@casus/model';

const HEAD = 'case "Bodies"\nattribute votes\nactor Arcadia { votes: 4 }, Borduria { votes: 2 }, Syldavia { votes: 1 }, Ruritania\n';

function caseWith(text: string): Case {
  const { value, findings } = compile([{ path: 'bodies.casus', text: HEAD + text }], () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return value;
}

function game(text: string, options: BodyOptions = {}): BodyGame {
  const outcome = bodyGame(caseWith(text), 'Council', options);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome;
}

function refusal(text: string, options: BodyOptions = {}) {
  const outcome = bodyGame(caseWith(text), 'Council', options);
  if (outcome.ok) throw new Error('not refused');
  return outcome.refusal;
}

/** Y, A (abstains), - (absent), N or ? for each member in order. */
const LETTERS: Readonly<Record<string, Ballot | undefined>> = { Y: 'yes', A: 'abstain', '-': 'absent', N: 'no' };
const outcome = ({ body }: BodyGame, ballots: string): boolean | undefined => decides(body, (member) => LETTERS[ballots[member]!]);

const ALL = 'members Arcadia, Borduria, Syldavia, Ruritania';

describe('the rule of a body', () => {
  it('keeps the members in the order of the text and tells the figures that it weighs by', () => {
    const council = game(`body Council { ${ALL}  decides by members with at least 4 of the votes }`);
    expect(council.body.members).toEqual(['Arcadia', 'Borduria', 'Syldavia', 'Ruritania']);
    expect(council.weights).toEqual([{ attribute: 'votes', figures: [4n, 2n, 1n, 0n].map((num) => ({ num, den: 1n })) }]);
    expect([outcome(council, 'YNNN'), outcome(council, 'NYYY')]).toEqual([true, false]);
  });

  it('takes a share of those present and voting, and nothing of nothing', () => {
    const council = game(`body Council { ${ALL}  decides by two thirds of those present and voting }`);
    expect(['YYNA', 'YYNN', 'Y---', 'AAAA', '----'].map((ballots) => outcome(council, ballots))).toEqual([true, false, true, false, false]);
  });

  it('counts a quorum, and takes out or fixes the vote of who is recused', () => {
    const scenario = 'scenario Raid { Borduria attacks Ruritania }';
    const out = game(`body Council { ${ALL}  decides unanimously  on every matter, the attacker does not vote  quorum 3 members }\n${scenario}`, { scenario: 'Raid' });
    expect([out.body.members, out.excluded]).toEqual([['Arcadia', 'Syldavia', 'Ruritania'], ['Borduria']]);
    expect(outcome(out, 'YYY')).toBe(true);
    const abstaining = game(`body Council { ${ALL}  decides by a majority of the members present  on every matter, the parties to the dispute abstain }\n${scenario}`, { scenario: 'Raid' });
    expect([abstaining.body.members.length, abstaining.abstaining]).toEqual([4, ['Borduria', 'Ruritania']]);
    // Two of four present in any case, so that one yes is a half at most.
    expect([outcome(abstaining, 'YY--'), outcome(abstaining, 'YYYY'), outcome(abstaining, 'Y?Y?')]).toEqual([false, false, false]);
  });

  it('follows memberships over time', () => {
    const text = 'body Council { members Arcadia, Borduria until 1965-08-30, Syldavia from 1965-08-31  decides by a majority of the members }';
    expect(['1965-08-30', '1965-08-31'].map((asOf) => game(text, { asOf }).body.members)).toEqual([['Arcadia', 'Borduria'], ['Arcadia', 'Syldavia']]);
  });

  it('lets a body vote in another, and waits for another body', () => {
    const text = 'body House { members Borduria, Syldavia, Ruritania  matter law  decides law by at least 2 members }\n';
    const bloc = game(`${text}body Council { members Arcadia  one vote for House  matter law  decides law unanimously }`, { matter: 'Council.law' });
    expect(['YYYN', 'YYNN', 'NYYY'].map((ballots) => outcome(bloc, ballots))).toEqual([true, false, false]);
    const waiting = game(`${text}body Council { members Arcadia  matter law  decides law unanimously and House adopts law }`);
    expect(waiting.body).toEqual({ ...bloc.body, rule: waiting.body.rule });
    expect(outcome(waiting, 'Y?YY')).toBe(true);
  });

  it('counts abstentions as declared only if it is told to', () => {
    const text = `body Council { ${ALL}  decides no member against and fewer than one third of the members opting out }`;
    const [plain, declared] = [game(text), game(text, { optingOut: 'who-abstains' })];
    expect([plain.notes.length, outcome(plain, 'AAYY')]).toEqual([1, true]);
    expect([declared.notes, outcome(declared, 'AAYY'), outcome(declared, 'AYYY')]).toEqual([[], false, true]);
  });
});

describe('what cannot be told without more', () => {
  it('is a role, as long as no scenario says who is in it', () => {
    const { message, place, help } = refusal(`body Council { ${ALL}  decides unanimously\n on every matter, the attacker does not vote }`);
    expect([message, place.line, help]).toEqual(['who votes depends on who is the attacker', 5, 'name a scenario, which says so']);
  });

  it('is an open bracket, until an option is taken', () => {
    const text = `issue votes-needed { option few option every-vote }\nbody Council { ${ALL}  decides [few: by at least 3 members | every-vote: unanimously] }`;
    expect(refusal(text)).toMatchObject({ message: 'the bracket is open: nothing is taken of `votes-needed`', help: 'take one of `votes-needed.few`, `votes-needed.every-vote`' });
    expect([outcome(game(text, { taking: ['votes-needed.few'] }), 'YYYN'), outcome(game(text, { taking: ['votes-needed.every-vote'] }), 'YYYN')]).toEqual([true, false]);
  });

  it('is the matter, where several rules could be meant', () => {
    const text = `body Council { ${ALL}  matter war "war and peace"  matter dues\n decides war unanimously\n decides dues by at least 2 members }`;
    expect(refusal(text)).toMatchObject({ message: '`Council` decides its matters by different rules, and has none for any other matter', help: 'name one of its matters: `war` (war and peace), `dues`' });
    expect(game(text, { matter: 'Council.dues' }).matters).toEqual(['Council.dues']);
  });
});

describe('the matters of a body', () => {
  it('are together where rule and recusals are the same', () => {
    const body = caseWith(`body Council { ${ALL}  matter war  matter dues  matter claims\n decides any other matter unanimously\n on claims, the attacker abstains }`).bodies.get('Council')!;
    expect(mattersOf(body).map(({ matters, other }) => [matters.map(({ name }) => name), other])).toEqual([[['war', 'dues'], true], [['claims'], false]]);
  });
});
