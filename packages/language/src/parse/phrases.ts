import type { Token } from './diagnose.js';

/** A phrase that treaties use and the language writes otherwise: what stands before the word that does not fit, what stands from it on, and what to write. */
type Phrase = readonly [before: RegExp, behind: RegExp, help: string];

/** Words of one line, or up to so many, are enough to know a phrase. */
const WORDS_BEFORE = 12;
const WORDS_BEHIND = 8;

const EACH = 'a sentence binds each of a set, all of it `jointly`, or `any of` it; how many have to act in the end is said in a promise (`at least 2 of Guarantors assist Arcadia`)';

const MAJORITY = 'say of whom it is a majority: `by a majority of the members`, or `by a majority of those present and voting`';

const FOUND = 'what is found is a fact that the case declares: `fact attacked "there was an armed attack"`, and then `finds that attacked`; whether the attack happens is said by `upon armed attack on Arcadia`';
const VERBS = 'demands|refuses|offers|accepts|prefers|values|ranks';

/** In a line of a position that one of these verbs begins. */
function behind(verbs: string): RegExp {
  return new RegExp(` (?:${verbs}) (?:(?!(?:${VERBS}) ).)*$`, 'u');
}

const PHRASES: readonly Phrase[] = [
  [/^/u, /^until (?!\d{4}-)/u, 'the end of a duty by a condition is an exception: write `unless` and the condition'],
  [/ until $/u, /^(?!\d{4}-)/u, 'the end of a duty by a condition is an exception: write `unless` and the condition'],
  [/ except $/u, /^(?:as|for) /u, 'write `subject to article 2` in this sentence, or `notwithstanding article 1` in the other; what is excepted on a condition, with `except if`'],
  [/ without $/u, /^its /u, 'nobody needs its own consent to do what it is forbidden: name who has to consent, as in `without the consent of Arcadia`'],
  [/ in force $/u, /^(?:upon|on|after|from|at|with) /u, 'write `in force since 2031-01-01`, `in force once ratified by all of parties` or `in force 30 days after ratified by all of parties`'],
  [/^/u, /^provisionally applied /u, 'write `provisional application since 2031-01-01`, or `once` and a condition'],
  [/^/u, /^(?:duration|renewed|renewable|renewal) /u, 'write `in force since 2031-01-01 for 10 years`; renewal is `, unless` and a condition behind it'],
  [/ article \S+ $/u, /^suspended /u, 'write it inside the article, as `suspended while` and the condition: it suspends what that article commands'],
  [/ suspended $/u, /^by /u, 'write `suspended when` and the condition, such as `suspended when Arcadia consents`'],
  [/ (?:once|when) (?:\S+ , )*\S+ $/u, /^, .*(?:ratify|ratifies|consent|consents|withdraw|withdraws) /u, 'a list of actors in a condition stands in parentheses: `(Arcadia and Borduria)`'],
  [/ (?:adopts?|adopted|decides?|decided) .*, $/u, /^(?:and|with|including) /u, 'leave the comma out; if several rules are joined, put parentheses around what belongs together'],
  [/ (?:accession|reservation) (?:by|of) $/u, /^any /u, 'leave `any of` out: it holds for each of them'],
  [/ accession (?:by|of) .*$/u, /^with the consent /u, 'write `accession of Ruritania once` and who `consents`'],
  [/ reservation (?:by|of) .*$/u, /^: /u, 'write `reservation by Borduria to article 1`'],
  [/^/u, /^jointly \S+ shall /u, '`jointly` stands behind `shall`'],
  [/ shall $/u, /^,? ?(?:individually|collectively) /u, 'leave the words out if each is bound by itself; all together is `shall jointly`'],
  [/ shall $/u, /^be entitled /u, 'a right is `may`'],
  [/ shall (?:individually|collectively) $/u, /^and /u, 'leave the words out if each is bound by itself; all together is `shall jointly`'],
  [/ one $/u, /^of /u, 'some one of a set is `any of`'],
  [/^/u, /^no (?:party|member) shall /u, 'write `each party shall not …`'],
  [/ any $/u, /^party /u, 'write `each party`, or `any of the parties` for some one of them'],
  [/ by (?:an? |the )?$/u, /^(?:(?:simple|absolute) )?majority /u, MAJORITY],
  [/ by (?:an? |the )?(?:(?:simple|absolute) )?majority $/u, /^(?!of )/u, MAJORITY],
  [/ at (?:least|most) \S+ of \S+ $/u, /^and \S+ /u, 'actors that are counted together stand in parentheses: `at least 1 of (Borduria and Syldavia)`'],
  [/ finds? that (?:an? |the )?$/u, /^(?:armed attack|attack|threat) /u, FOUND],
  [/ finds? that \S+ $/u, /^(?:attacks|attack|threatens|threaten) /u, FOUND],
  [/^/u, /^at least \d+ of /u, EACH],
  [/^/u, /^or \S+ shall /u, 'some one of them is `any of (Arcadia and Borduria)`'],
  [/^/u, /^(?:undertake|undertakes|agree|agrees|commit|commits) (?:to|not to|themselves|itself) /u, 'a duty is `shall`'],
  [/^/u, /^reserve the right /u, 'a right is `may`'],
  [/ may .*$/u, /^(?:from|after|on|upon) .*notice/u, 'withdrawal is a line of the instrument: `withdrawal on 1 year notice`'],
  [behind('demands|refuses|offers|accepts'), /^, /u, 'write each of them in a line of its own, or join them by `and` or `or`'],
  [behind('ranks'), /^(?:, )?(?!then )/u, 'what comes next stands behind `, then`'],
  [behind('values'), /^(?:=|:|as|by|with|to) /u, 'points stand behind `at`: `values A at 10 points`; of a numeric issue, `values X from 0 to 30 points`'],
  [behind('prefers'), /^(?:to|than|before|instead|rather) /u, 'write `prefers A over B`'],
  [behind('demands|refuses'), /^(?:when|where|wherever|provided|once|should) /u, 'where it is asked for stands behind `if`: `demands A if B`'],
  [behind('offers|accepts'), /^(?:when|where|only|provided|once|against|for|in) /u, 'the condition stands behind `if`: `offers A if B` gives A only with B'],
  [behind('demands|refuses|offers|accepts'), /^unless /u, 'write `if not` and what lifts it: `demands A if not B`'],
  [behind('demands|refuses|offers|accepts|prefers|values|ranks'), /^(?:as|named|label|labelled) \S+ /u, 'a line gets its name by `called`'],
  [behind('demands|refuses'), /^(?:weighing|weighs|cost|costs|worth) /u, 'what giving it up costs stands behind `weight`: `demands A weight 3`'],
  [/ (?:exactly|at least|at most) $/u, /^(?:one|two|three|four|five) of /u, 'write the number in digits: `exactly 1 of A, B`'],
  [/ amendment (?:\S+ )?(?:"[^"]*" )?$/u, /^(?:of|in|for) /u, 'write `amendment` and its name, then `to` and the instrument'],
  [/ (?:parties|instruments|standing|steps) (?:\S+ , )*\S+ $/u, /^and \S+ (?!shall |may |pledge)/u, 'the names stand with commas between them'],
];

/** What to write instead of a phrase that does not fit at a token; nothing if it is not known. */
export function phraseAt(tokens: readonly Token[], at: number): string | undefined {
  const words = (from: number, to: number): string => tokens.slice(Math.max(0, from), to).map(({ image }) => image).join(' ');
  const before = ` ${words(at - WORDS_BEFORE, at)} `;
  const behind = `${words(at, at + WORDS_BEHIND)} `;
  return PHRASES.find(([one, other]) => one.test(before) && other.test(behind))?.[2];
}
