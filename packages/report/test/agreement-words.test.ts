import { compile } from '@casus/language';
import type { Case } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { lineWords, pageMarkdown, pageText, PLAIN, subjectClause, yieldWords } from '../src/index.js';
import { sourceWords } from '../src/agreement/lines.js';

const HEAD = `case "Words"
actor Arcadia, Borduria
actor Syldavia "Republic of Syldavia"
group Guarantors "the guarantors" = Borduria, Syldavia
organisation League "League of States"
attribute personnel "soldiers" in persons
act assist "come to the aid of"
act deploy "send troops to"
act help "help one another"
step signature "the treaty is signed"
step summit
fact peace "there is peace"
source note "Diplomatic note" { publisher "Gazette" date 2030-05-01 }
issue decision "How they decide" { option together "all together" option alone "each alone" }
issue ceiling "Size of the army" { range 10 to 90 persons }
treaty Pact "Pact of Three" {
  parties Arcadia, Guarantors
  article 1 "Help" { upon armed attack on Arcadia { each of Guarantors shall assist Arcadia } }
  readings own "What is owed" { reading strict "what is necessary" reading loose "what each deems fit" }
}
scenario Attack "Borduria attacks" { Borduria attacks Arcadia }
promise Help "somebody comes" { at least 1 of Guarantors assist Arcadia }
`;

/** The case with one position of Arcadia. */
function caseOf(line: string): Case {
  const { value, findings } = compile([{ path: 'words.casus', text: `${HEAD}\nposition Arcadia {\n  ${line}\n}\n` }], () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message), line).toEqual([]);
  expect(value.positions, line).toHaveLength(1);
  return value;
}

const said = (line: string): string => {
  const case_ = caseOf(line);
  return lineWords(case_, case_.positions[0]!);
};

describe('each kind of subject is a clause that a minister understands', () => {
  it.each([
    ['decision.together', 'on “How they decide” the text says “all together”', 'on “How they decide” the text does not say “all together”'],
    ['own.strict', 'on “What is owed” the reading holds that “what is necessary”', 'on “What is owed” the reading does not hold that “what is necessary”'],
    ['signature', 'the deal includes the step “the treaty is signed”', 'the deal does not include the step “the treaty is signed”'],
    ['peace', 'the deal includes “there is peace”', 'the deal does not include “there is peace”'],
    ['"a free port"', 'the deal contains “a free port”', 'the deal does not contain “a free port”'],
    ['Pact', '“Pact of Three” is part of the deal', '“Pact of Three” is not part of the deal'],
    ['summit before signature', '“summit” comes before “the treaty is signed”', '“summit” does not come before “the treaty is signed”'],
    ['ceiling at most 40 persons', '“Size of the army” is at most 40 persons', '“Size of the army” is not at most 40 persons'],
    ['ceiling at least 40 persons', '“Size of the army” is at least 40 persons', '“Size of the army” is not at least 40 persons'],
    ['ceiling exactly 40 persons', '“Size of the army” is exactly 40 persons', '“Size of the army” is not exactly 40 persons'],
    ['personnel of Arcadia at most 85_000 persons', 'Arcadia is limited to at most 85,000 persons of “soldiers”', 'it is not so that Arcadia is limited to at most 85,000 persons of “soldiers”'],
    ['personnel of Guarantors at least 5 persons', 'the guarantors are not held below 5 persons of “soldiers”', 'it is not so that the guarantors are not held below 5 persons of “soldiers”'],
    ['personnel at most 5 persons', 'some state is limited to at most 5 persons of “soldiers”', 'it is not so that some state is limited to at most 5 persons of “soldiers”'],
    ['personnel at least 5 persons', 'no state is held below 5 persons of “soldiers”', 'it is not so that no state is held below 5 persons of “soldiers”'],
    ['Borduria as Guarantors', 'Borduria is in the group “the guarantors”', 'Borduria is not in the group “the guarantors”'],
    ['that Syldavia deploy to Arcadia', 'the text has Republic of Syldavia send troops to Arcadia', 'it is not so that the text has Republic of Syldavia send troops to Arcadia'],
    ['promise Help holds', 'the promise “somebody comes” holds', 'the promise “somebody comes” does not hold'],
    ['promise Help fails when Attack', 'the promise “somebody comes” does not hold in the case “Borduria attacks”', 'the promise “somebody comes” holds in the case “Borduria attacks”'],
    ['promise Help holds within 7 days when Attack', 'the promise “somebody comes” holds within 7 days in the case “Borduria attacks”', 'the promise “somebody comes” does not hold within 7 days in the case “Borduria attacks”'],
    ['promise Help is captive under Pact', 'the promise “somebody comes” is captive under “Pact of Three”', 'the promise “somebody comes” is not captive under “Pact of Three”'],
    ['promise Help is at least collective', 'the promise “somebody comes” is at least collective', 'the promise “somebody comes” is not at least collective'],
    ['no single state can block promise Help', 'no single state can block the promise “somebody comes”', 'some single state can block the promise “somebody comes”'],
    ['Borduria cannot block promise Help when Attack', 'Borduria cannot block the promise “somebody comes” in the case “Borduria attacks”', 'Borduria can block the promise “somebody comes” in the case “Borduria attacks”'],
    ['Borduria can block promise Help', 'Borduria can block the promise “somebody comes”', 'Borduria cannot block the promise “somebody comes”'],
    ['Guarantors cannot block promise Help', 'the guarantors together cannot block the promise “somebody comes”', 'the guarantors together can block the promise “somebody comes”'],
    ['Borduria has no right that Arcadia lacks', 'Borduria has no right that Arcadia lacks', 'it is not so that Borduria has no right that Arcadia lacks'],
    ['Guarantors have no veto that Arcadia lacks', 'the guarantors have no veto that Arcadia lacks', 'it is not so that the guarantors have no veto that Arcadia lacks'],
    ['at least 60 points', 'the text is worth at least 60 points to it', 'the text is not worth at least 60 points to it'],
    ['Pact and decision.alone', '“Pact of Three” is part of the deal and on “How they decide” the text says “each alone”', 'it is not so that “Pact of Three” is part of the deal and on “How they decide” the text says “each alone”'],
    ['Pact or peace', 'either “Pact of Three” is part of the deal or the deal includes “there is peace”', 'neither “Pact of Three” is part of the deal nor the deal includes “there is peace”'],
    ['not Pact', '“Pact of Three” is not part of the deal', '“Pact of Three” is part of the deal'],
    ['(Pact or peace) and summit', '(either “Pact of Three” is part of the deal or the deal includes “there is peace”) and the deal includes the step “summit”', undefined],
  ])('%s', (written, clause, negated) => {
    const case_ = caseOf(`demands ${written}`);
    const { subject } = case_.positions[0]!;
    expect(subjectClause(case_, subject)).toBe(clause);
    if (negated !== undefined) expect(subjectClause(case_, subject, true)).toBe(negated);
    expect(lineWords(case_, case_.positions[0]!)).toBe(`Arcadia demands that ${clause}`);
  });
});

describe('each verb', () => {
  it.each([
    ['demands Pact if peace', 'Arcadia demands that, where the deal includes “there is peace”, “Pact of Three” is part of the deal'],
    ['refuses Pact', 'Arcadia does not accept that “Pact of Three” is part of the deal'],
    ['refuses Pact if peace', 'Arcadia does not accept that “Pact of Three” is part of the deal, where the deal includes “there is peace”'],
    ['offers Pact', 'Arcadia offers that “Pact of Three” is part of the deal'],
    ['offers Pact if peace', 'Arcadia offers that “Pact of Three” is part of the deal, but only if the deal includes “there is peace”'],
    ['accepts Pact if peace', 'Arcadia accepts that “Pact of Three” is part of the deal, but only if the deal includes “there is peace”'],
    ['prefers decision.together over decision.alone', 'Arcadia prefers that on “How they decide” the text says “all together” rather than that on “How they decide” the text says “each alone”'],
    ['values decision.together at 1 points', 'Arcadia gives 1 point where on “How they decide” the text says “all together”'],
    ['values decision.together at 2.5 points', 'Arcadia gives 2.5 points where on “How they decide” the text says “all together”'],
    ['values ceiling from 0 to 30 points', 'Arcadia gives for “Size of the army” 0 points at 10 persons and 30 points at 90 persons, in proportion between them'],
    ['ranks Pact, then peace, then summit', 'Arcadia wants first that “Pact of Three” is part of the deal, then that the deal includes “there is peace”, then that the deal includes the step “summit”'],
  ])('%s', (written, words) => expect(said(written)).toBe(words));

  it.each([
    ['demands Pact', 'no longer demands that “Pact of Three” is part of the deal'],
    ['demands Pact if peace', 'no longer demands that “Pact of Three” is part of the deal, where the deal includes “there is peace”'],
    ['refuses Pact', 'accepts that “Pact of Three” is part of the deal'],
    ['refuses Pact if peace', 'accepts that “Pact of Three” is part of the deal, even where the deal includes “there is peace”'],
    ['offers Pact if peace', 'offers that “Pact of Three” is part of the deal, even if it is not so that the deal includes “there is peace”'],
  ])('given up: %s', (written, words) => {
    const case_ = caseOf(written);
    expect(yieldWords(case_, case_.positions)).toBe(words);
  });

  it('who says so, since when', () => {
    const source = (line: string): string => sourceWords(caseOf(line), caseOf(line).positions[0]!);
    expect(source('demands Pact on 2030-04-01 cite note "we need the pact" stated by "the minister"')).toBe('since 2030-04-01; stated by the minister; «we need the pact», Diplomatic note, Gazette, 2030-05-01');
    expect(source('demands Pact from 2030-04-01 until 2030-06-01 inferred "it follows"')).toBe('from 2030-04-01 to 2030-06-01; inferred: “it follows”');
    expect(source('demands Pact until 2030-06-01 inferred')).toBe('until 2030-06-01; inferred by the author of the case');
    expect(source('demands Pact')).toBe('without a date; without a source');
  });
});

it('numbered lists are numbered on a terminal and in Markdown', () => {
  const page = { title: 'T', sections: [{ title: 'S', blocks: [{ kind: 'list' as const, numbered: true, items: [{ text: 'one', inside: [{ text: 'in' }] }, { text: 'two' }] }] }] };
  expect(pageText(page, { palette: PLAIN, width: 80 })).toBe('T\n\nS\n  1. one\n     - in\n  2. two');
  expect(pageMarkdown(page)).toBe('# T\n\n## S\n\n1. one\n   - in\n2. two\n');
});

