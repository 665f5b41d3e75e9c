/** What the words of the language mean where they stand: one line for each rule of the grammar that has words. The manual is docs/language.md. */
export interface Meaning {
  /** How it is written, as in docs/language.md. */
  readonly form: string;
  /** One sentence, or two. */
  readonly meaning: string;
  /** Heading in docs/language.md that tells more. */
  readonly section: string;
  /** Words of the rule that have a meaning of their own. */
  readonly words?: Readonly<Record<string, string>>;
}

const FILES = 'A case and its files';
const PROVENANCE = '2 Who says so';
const COMBINED = 'Groups and how to combine them';
const SHARES = 'A number, a share, a majority';
const RESTRICTED = 'Combining rules; recusal and quorum within a rule';
const CONDITION = 'What a condition can be';
const WHERE = 'Where they stand';
const MODES = 'Duty, ban, right, pledge';
const PROMISES = '15 Promises';
const LINES = 'Lines of a position';
const SUBJECTS = 'Subjects';
const NEGOTIATIONS = 'Negotiations';

const MEANINGS: Readonly<Record<string, Meaning>> = {
  CaseHeader: { form: 'case "TITLE"', meaning: 'Gives the case its title.', section: FILES },
  Import: { form: 'import "PATH"', meaning: 'Reads another file as if its declarations stood here. A path that begins with `library/` is a text of the library; any other is taken from the folder of this file.', section: FILES },

  Cite: { form: '… cite SOURCE "PHRASE" at "PLACE"', meaning: 'Names the source that carries the sentence, best with the short exact phrase; where the text of the source is at hand, the phrase is looked up at every run.', section: PROVENANCE },
  StatedBy: { form: '… stated by "WHO"', meaning: 'The person or body named says so itself.', section: PROVENANCE },
  ReportedBy: { form: '… reported by "WHO"', meaning: 'Somebody else says that it is so.', section: PROVENANCE },
  Inferred: { form: '… inferred "REASON"', meaning: 'The author of the case concludes it, if possible with the reason.', section: PROVENANCE },

  Actors: { form: 'actor NAME "TITLE" { ATTRIBUTE: NUMBER }, …', meaning: 'A state or other party that decides for itself.', section: 'Actors' },
  AttributeDecl: { form: 'attribute NAME "TITLE" in UNIT', meaning: 'A quantity that actors have and limits speak of, with the unit that it is counted in.', section: 'Attributes' },
  OrganisationDecl: { form: 'organisation NAME "TITLE"', meaning: 'Something that acts are aimed at, such as an alliance to be joined, which decides nothing itself.', section: 'Organisations' },
  ActorTable: { form: 'actors GROUP "TITLE" from "FILE.csv" { name: "COLUMN" ATTRIBUTE: "COLUMN" }', meaning: 'Reads actors and their figures from a table of comma-separated values; with a group, all rows are its members.', section: 'Actors and figures from a table' },
  TableColumn: { form: 'name: "COLUMN" / label / from / until / ATTRIBUTE: "COLUMN"', meaning: 'Which column of the table holds it.', section: 'Actors and figures from a table' },
  Group: { form: 'group NAME "TITLE" = SET', meaning: 'Gives a set of actors a name. A group is not an actor: where it bears a sentence, each of its members does.', section: COMBINED },
  Set: { form: 'A except B', meaning: 'All of the first set that are not in the second.', section: COMBINED },
  Union: { form: 'A, B and C', meaning: 'All of these together.', section: COMBINED },
  Intersection: { form: 'A who are in B', meaning: 'Those that are in both sets.', section: COMBINED },
  SetRef: { form: 'A from DATE until DATE', meaning: 'A member on every day from the first date to the last, both included.', section: 'Membership over time' },
  SetRole: {
    form: 'the attacker / the victim / the requester / the hostile states / the others / everyone', meaning: 'A role, filled by the scenario that is judged.', section: 'Roles',
    words: {
      attacker: 'Who attacks in the scenario.', attackers: 'Who attacks in the scenario.', victim: 'Who is attacked in the scenario.', victims: 'Who is attacked in the scenario.',
      requester: 'Who asks for help; if the scenario names nobody, the victims.', requesters: 'Who asks for help; if the scenario names nobody, the victims.',
      hostile: 'The attackers and those who side with them.', others: 'Every named actor that is neither hostile nor a victim.', it: 'The one whom the sentence binds, each by itself.', everyone: 'Every named actor.',
    },
  },
  PartiesToDispute: { form: 'the parties to the dispute', meaning: 'The attackers and the victims of the scenario.', section: 'Roles' },
  SetParties: { form: 'all parties of INSTRUMENT', meaning: 'The parties of an instrument; inside one, its own.', section: 'The members of a body, the parties of an instrument' },
  SetSeats: { form: 'NUMBER NAME seats', meaning: 'So many members whose names are not known or do not matter, each with a vote of its own.', section: 'Anonymous seats' },

  ActDecl: { form: 'act NAME "VERB" is a ACT', meaning: 'Something a state may do. A duty to do an act is kept by any kind of it; a ban on an act bans every kind.', section: 'Acts and kinds of acts' },
  EventDecl: { form: 'event NAME "TITLE" is a EVENT', meaning: 'A kind of event that a scenario may contain and a sentence may wait for.', section: 'Events' },
  RegionDecl: { form: 'region NAME "TITLE" in REGION', meaning: 'A territory, and the larger ones that it lies in.', section: 'Regions' },
  FactDecl: { form: 'fact NAME "TITLE" / step NAME "TITLE"', meaning: 'Something that is so or not; a step is a fact that is taken or not on the way to an agreement.', section: 'Facts and steps' },
  EventKind: { form: 'armed attack / threat / EVENT', meaning: 'A kind of event; armed attacks and threats always exist.', section: 'Events' },

  BodyDecl: { form: 'body NAME "TITLE" { … }', meaning: 'A body that decides by votes: its members, its matters, and the rule for each.', section: '6 Bodies' },
  BodyMembers: { form: 'members SET', meaning: 'Who has a vote in the body.', section: '6 Bodies' },
  BodyBlocs: { form: 'one vote for BODY, …', meaning: 'Each of these bodies is one member: it votes yes if it passes the question itself, by its own rule.', section: 'A body that votes in another' },
  MatterDecl: { form: 'matter NAME "TITLE"', meaning: 'What a body decides on; each matter may have a rule of its own.', section: '6 Bodies' },
  BodyRule: { form: 'decides MATTER, … RULE within DURATION / decides any other matter RULE', meaning: 'By which rule the body decides on these matters; the first rule that names the matter counts.', section: '6 Bodies' },
  BodyRecusal: { form: 'on MATTER, SET abstains / SET does not vote', meaning: 'Who takes no part. Who abstains is still counted among the members; who does not vote is not.', section: 'Who takes no part, and in what' },
  BodyQuorum: { form: 'quorum NUMBER members', meaning: 'How many members must be present, with a vote of yes or no or an abstention, for a decision to be taken.', section: 'Quorum' },
  Threshold: { form: 'NUMBER members / SHARE of the members', meaning: 'How many members are needed.', section: 'Quorum' },
  ShareWord: { form: 'half / two thirds / three quarters / three fifths / one third', meaning: 'A share, taken exactly.', section: SHARES },
  Basis: { form: 'the members / the members present / those present and voting', meaning: 'What a share is taken of: all entitled to vote; those who vote yes or no or abstain; or those who vote yes or no.', section: SHARES },
  RuleRestriction: { form: 'RULE, SET abstaining / SET not voting / SET having the casting vote / quorum NUMBER', meaning: 'Who takes no part in this decision or decides if votes are equal, or how many must be present for it.', section: RESTRICTED },
  OrRule: { form: 'RULE or RULE', meaning: 'One of the rules is enough.', section: RESTRICTED },
  JoinedRule: { form: 'decides MATTER RULE, and RULE / RULE, with RULE / RULE, including RULE', meaning: 'What follows the comma must be met besides the whole rule before it.', section: RESTRICTED },
  AndRule: { form: 'RULE and RULE / RULE with RULE / RULE including RULE', meaning: 'All of the rules must be met.', section: RESTRICTED },
  RuleUnanimity: { form: 'unanimously / by unanimity among SET', meaning: 'Everybody entitled to vote votes yes; an abstention or an absence stops it.', section: 'Unanimity and consensus' },
  RuleConsensus: { form: 'by consensus among SET', meaning: 'Nobody entitled to vote votes no, and somebody is there.', section: 'Unanimity and consensus' },
  RuleSilence: { form: 'by silence procedure among SET', meaning: 'It passes unless somebody votes no.', section: 'Nobody against, few against' },
  RuleConcurring: { form: 'the concurring votes of SET', meaning: 'All of these vote yes.', section: 'Nobody against, few against' },
  RuleYes: { form: 'by at least NUMBER members / by SHARE of BASIS / by a majority of BASIS', meaning: 'So many vote yes. A majority is more than half.', section: SHARES },
  RuleWeighted: { form: 'by members with at least SHARE of ATTRIBUTE', meaning: 'Votes are weighed by an attribute of those who cast them instead of counted.', section: 'Weighted votes' },
  RuleNobodyAgainst: { form: 'no SET against', meaning: 'None of these votes no; an abstention or an absence does not stop it.', section: 'Nobody against, few against' },
  RuleFewerAgainst: { form: 'by fewer than NUMBER members against', meaning: 'Fewer than so many vote no.', section: 'Nobody against, few against' },
  RuleFewer: { form: 'by fewer than SHARE of SET against / opting out', meaning: 'Less than such a share of them votes no; with `opting out`, abstains with a formal declaration.', section: 'Abstaining with a declaration' },
  RuleLess: { form: 'members of SET with less than SHARE of ATTRIBUTE against / opting out', meaning: 'Those who vote no, or abstain with a formal declaration, have less than such a share of an attribute.', section: 'Abstaining with a declaration' },
  RuleAlways: { form: 'without a vote', meaning: 'No decision is needed.', section: 'Approval, another body, no vote' },
  RuleApproval: { form: 'SET approves', meaning: 'Each of these approves, whether it has a vote in the body or not.', section: 'Approval, another body, no vote' },
  DecisionPhrase: { form: 'BODY adopts MATTER / SET decide on "TOPIC" RULE within DURATION', meaning: 'A vote, by the body’s own rule or the one written here, and in its time.', section: 'Decisions in a sentence' },

  QuantityIssue: { form: 'as agreed in ISSUE', meaning: 'A number still to be agreed within the range of the issue.', section: 'Issues' },
  QuantityOwn: { form: 'its own ATTRIBUTE', meaning: 'The figure of the one whom the sentence binds, each by itself.', section: 'Limits' },
  DurationNumber: { form: 'NUMBER hours / days / weeks / months / years', meaning: 'A length of time. A month counts 30 days and a year 365, so that deadlines can be compared.', section: '10 Deadlines' },
  IssueDecl: { form: 'issue NAME "TITLE" { option NAME … }', meaning: 'A question left open in a text under negotiation; exactly one of its options will be taken.', section: 'Issues' },
  OptionDecl: { form: 'option NAME "TITLE"', meaning: 'One of the answers to an issue; brackets in the text name it.', section: 'Issues' },
  RangeDecl: { form: 'range NUMBER to NUMBER UNIT', meaning: 'The issue is a number between these two, both included.', section: 'Issues' },
  ReadingsDecl: { form: 'readings NAME "TITLE" { reading NAME … }', meaning: 'A disputed text with its readings side by side; each is judged.', section: 'Readings' },
  Reading: { form: 'reading NAME "TITLE" held by "WHO" { … }', meaning: 'One way to read the text, and who reads it so.', section: 'Readings' },

  InstrumentKind: { form: 'treaty / charter / agreement / memorandum / communique / draft / resolution / proposal / instrument NAME "TITLE" { … }', meaning: 'A text that binds its parties, or would. The words differ for the reader only.', section: '8 Instruments' },
  PartiesDecl: { form: 'parties SET', meaning: 'Who is bound by the instrument. A sentence binds a bearer only while it is a party.', section: 'Parties' },
  PoliticalDecl: { form: 'not legally binding', meaning: 'The instrument is political: its duties are pledges.', section: 'Not legally binding' },
  SignedDecl: { form: 'signed on DATE / signed by SET on DATE', meaning: 'The day of signature, or who has signed.', section: 'Signature, entry into force' },
  RatifiedDecl: { form: 'ratified by SET on DATE', meaning: 'Records who has ratified: a condition that asks for it is met by them from that day on.', section: 'Signature, entry into force' },
  EntryDecl: { form: 'in force since DATE for DURATION, unless CONDITION / in force once CONDITION / in force DURATION after CONDITION', meaning: 'Since when the instrument binds, or what must happen before it does.', section: 'Signature, entry into force' },
  ProvisionalDecl: { form: 'provisional application of articles NUMBER, … since DATE / once CONDITION', meaning: 'The instrument, or these articles of it, bind before it enters into force.', section: 'Signature, entry into force' },
  ReservationDecl: { form: 'reservation by SET to articles NUMBER, … on DATE', meaning: 'Frees those who made it from these articles, or from all; what the others owe them stays.', section: 'Reservation, accession' },
  AccessionDecl: { form: 'accession of SET on DATE / once CONDITION', meaning: 'Makes them parties, from a day on or where the condition is met.', section: 'Reservation, accession' },
  WithdrawalDecl: { form: 'withdrawal on DURATION notice, not before DATE, articles NUMBER, … survive', meaning: 'How a party leaves; the articles named bind it even then.', section: 'Withdrawal' },
  NoticeDecl: { form: 'notice of withdrawal by SET on DATE', meaning: 'Records that they gave notice; they are no parties from the day on which it runs out.', section: 'Withdrawal' },
  ScopeDecl: { form: 'applies in REGION, … outside REGION, …', meaning: 'Every event in the instrument that names no region is meant within these.', section: 'Where it applies' },
  EndDecl: { form: 'ends on DATE, unless CONDITION / ends when CONDITION', meaning: 'The last day of the instrument, perhaps with its renewal, or what ends it. In an article it ends what the article commands.', section: 'End' },
  SuspensionDecl: { form: 'suspended when CONDITION', meaning: 'The instrument, or what the article commands, does not bind while this is so. Who can suspend it is asked apart.', section: 'End' },
  PrevailsDecl: { form: 'prevails over INSTRUMENT, … / prevails over every other instrument', meaning: 'Where the two meet, the obligations of this instrument come first.', section: 'Precedence between instruments' },
  YieldsDecl: { form: 'yields to INSTRUMENT, …', meaning: 'Where the two meet, the obligations of the other instrument come first.', section: 'Precedence between instruments' },
  Article: { form: 'article NUMBER "TITLE" { … }', meaning: 'An article of the instrument with its sentences.', section: '8 Instruments' },
  Silence: { form: 'silent on "POINT"', meaning: 'The text says nothing on the point: a fact that can be cited, and not the same as a clause nobody has modelled.', section: 'Silences' },

  Upon: { form: 'upon EVENT then SENTENCE / upon EVENT { … }', meaning: 'The sentences apply when there is such an event.', section: WHERE },
  EventPattern: { form: 'armed attack on SET by SET in REGION outside REGION', meaning: 'An event of this kind, on these, by those, in or outside of the regions named.', section: CONDITION },
  If: {
    form: 'if CONDITION then SENTENCE failing which / otherwise SENTENCE', meaning: 'The sentences apply when the condition is met.', section: WHERE,
    words: { failing: 'What applies when the decision was not taken, once the time for it is over.', which: 'What applies when the decision was not taken, once the time for it is over.', otherwise: 'What applies when the condition is not met.' },
  },
  Norm: {
    form: 'SET shall / shall not / may / pledges to ACT …', meaning: 'A sentence: who bears it, and what it commands, forbids, permits or promises.', section: MODES,
    words: {
      shall: 'A duty: each of those named must do the act. With `not` a ban: none of them may do it.', not: 'A ban: the act and every kind of it must not be done.',
      may: 'A right: the act is free even where the same instrument would forbid it.', only: 'A right on a condition, and a ban without it.',
      pledges: 'A political pledge: it is not owed; what follows if it is kept is reported apart.', pledge: 'A political pledge: it is not owed; what follows if it is kept is reported apart.',
      jointly: 'All of them together bear it: one default breaks it.', any: 'Some one of them owes it; the text does not say who.', each: 'Every one of them bears it by itself; the default of one does not excuse the others.',
    },
  },
  EachParty: { form: 'each party of INSTRUMENT shall …', meaning: 'Each of the parties of an instrument by itself; inside one, of its own.', section: 'Who bears it' },
  LimitAction: { form: 'SET shall limit ATTRIBUTE to NUMBER UNIT', meaning: 'A ban on having more than that.', section: 'Limits' },
  Target: { form: 'ACT to / for / against / with / on / from THING', meaning: 'Towards whom. The small words are for the reader; a group means the group as a whole, `each of` it every member.', section: 'Towards whom' },
  Within: { form: '… within DURATION', meaning: 'By when, counted from the event; what comes later does not keep the sentence.', section: '10 Deadlines' },
  IndeterminateWord: { form: '… promptly / immediately / forthwith / urgently / at once / without delay / as soon as possible', meaning: 'Haste, and no number of days: better than no limit, worse than any number.', section: '10 Deadlines' },
  ByDate: { form: '… by DATE', meaning: 'By this day; so many days after the date of the judgment.', section: '10 Deadlines' },
  OwnDiscretion: { form: '… by such action as it deems necessary', meaning: 'Each bearer judges for itself: it owes the general act; the means named are things it may do.', section: 'Discretion as to means' },
  NecessaryDiscretion: { form: '… by such action as may be necessary', meaning: 'The measure is what is necessary, and the means named are owed.', section: 'Discretion as to means' },
  Including: { form: '… including ACT, ACT and ACT', meaning: 'Means that are named; owed too, unless each bearer judges for itself.', section: 'Discretion as to means' },
  Condition: {
    form: '… if / when / once / provided that CONDITION', meaning: 'The sentence applies only when the condition is met.', section: WHERE,
    words: { only: 'The act is permitted when the condition is met, and forbidden when it is not.' },
  },
  Exception: { form: '… unless CONDITION / except when CONDITION / without the consent of SET', meaning: 'The sentence does not apply when this is met.', section: WHERE },
  RequestOf: { form: '… except at the request of any of SET', meaning: 'The sentence does not apply when they ask for it; with `any of`, when one of them does.', section: WHERE },
  AtRequest: { form: '… at the request of SET', meaning: 'The sentence applies only when they ask for it.', section: WHERE },
  Precedence: { form: '… subject to REFERENCE and REFERENCE', meaning: 'Several references in one list.', section: 'Subject to, notwithstanding, without prejudice to' },
  PrecedenceRelation: {
    form: '… subject to / notwithstanding / without prejudice to REFERENCE', meaning: 'Which of two sentences comes first where they meet.', section: 'Subject to, notwithstanding, without prejudice to',
    words: { notwithstanding: 'This sentence overrides what it refers to.', subject: 'What it refers to overrides this sentence.', prejudice: 'What it refers to overrides this sentence.' },
  },
  NormReference: { form: 'article NUMBER of INSTRUMENT', meaning: 'An article, by default of the instrument around.', section: 'Subject to, notwithstanding, without prejudice to' },

  Cond: { form: 'CONDITION or CONDITION', meaning: 'One of them is enough.', section: CONDITION },
  AndCond: { form: 'CONDITION and CONDITION', meaning: 'Both must be met.', section: CONDITION },
  CondNot: { form: 'not CONDITION', meaning: 'Met when the condition is not.', section: CONDITION },
  CondAfter: { form: 'DURATION after CONDITION', meaning: 'Met when the condition has been met for so long.', section: CONDITION },
  CondConsent: { form: 'SET consents', meaning: 'All of them consent. Consent is a free choice.', section: CONDITION },
  Consent: { form: 'with the consent of any of SET / with its consent', meaning: 'They consent; with `any of`, one of them. Consent is a free choice.', section: CONDITION },
  ConsentOf: { form: 'without the consent of any of SET', meaning: 'The ban is lifted by their consent; with `any of`, by that of one of them.', section: CONDITION },
  CondRequest: { form: 'SET requests help / at the request of any of SET', meaning: 'They ask for help; with `any of`, one of them. A request is a free choice.', section: CONDITION },
  CondFinds: { form: 'SET finds that FACT RULE at the request of SET within DURATION', meaning: 'Finding is an act: those who have to find that the case has arisen may do so or not, whatever is so. A body finds it by a decision; `any of` or `each of` it, each member for itself.', section: CONDITION },
  CondFailing: { form: 'SET does not adopt MATTER / does not decide on "TOPIC" within DURATION', meaning: 'Met when the decision was not taken, once the time for it is over; without a time, when it is not taken.', section: CONDITION },
  CondOptsOut: { form: 'SET opts out of BODY on MATTER', meaning: 'They abstain there with a formal declaration.', section: 'Abstaining with a declaration' },
  CondSigned: { form: 'signed by QUANTITY OF SET', meaning: 'So many sign the instrument. Each is free to.', section: CONDITION },
  CondRatified: { form: 'ratified by QUANTITY OF SET / QUANTITY OF SET ratify', meaning: 'So many ratify the instrument. Each is free to.', section: CONDITION },
  CondWithdrawn: { form: 'QUANTITY OF SET withdraws', meaning: 'So many withdraw from the instrument. Each is free to.', section: CONDITION },
  Quantified: { form: 'at least NUMBER of SET / all of SET / any of SET / SET with at least SHARE of ATTRIBUTE', meaning: 'How many of a set: all, so many, or those with at least such a share of an attribute.', section: CONDITION },

  ScenarioDecl: { form: 'scenario NAME "TITLE" { … }', meaning: 'What happens, and what is taken for granted, when a promise is judged.', section: '14 Scenarios' },
  ScenarioEvent: {
    form: 'any of SET attacks / threatens SET as EVENT in REGION on DATE', meaning: 'Who does what to whom. With `any of`, one judgment for each of them as the attacker.', section: '14 Scenarios',
  },
  ScenarioSiding: { form: 'SET sides with the attacker', meaning: 'They are hostile too: they work against the promise, and their help is not counted.', section: '14 Scenarios' },
  ScenarioAssume: { form: 'assume not FACT / after STEP / before STEP', meaning: 'Settles a fact, or a step as taken or not yet taken.', section: '14 Scenarios' },
  ScenarioRequest: { form: 'SET requests help', meaning: 'Who asks for help in this scenario.', section: '14 Scenarios' },
  ScenarioDate: { form: 'on DATE', meaning: 'The day that decides which memberships and instruments count.', section: '14 Scenarios' },

  PromiseDecl: { form: 'promise NAME "TITLE" for SET { WHAT within DURATION }', meaning: 'What somebody counts on, put so that it can be judged. Those behind `for` are the beneficiaries; without it, the victims.', section: PROMISES },
  PromiseExpr: { form: 'WHAT or WHAT', meaning: 'One of them keeps the promise.', section: PROMISES },
  PromiseAnd: { form: 'WHAT and WHAT', meaning: 'Only both together keep the promise.', section: PROMISES },
  PromiseFreeTo: { form: 'SET is free to ACT', meaning: 'No ban takes the act away from any of them.', section: PROMISES },
  PromiseNoLimit: { form: 'SET is free of limits on ATTRIBUTE, … up to NUMBER', meaning: 'No limit on these quantities binds them, or none below the number.', section: PROMISES },

  ArrangementDecl: { form: 'arrangement NAME "TITLE" { instruments … }', meaning: 'Texts that stand together and are judged together.', section: '16 Arrangements' },
  ArrangementInstruments: { form: 'instruments INSTRUMENT, …', meaning: 'The texts that stand together.', section: '16 Arrangements' },
  ArrangementOptions: { form: 'with OPTION, …', meaning: 'Options that are taken. Those of other issues stay open, and all texts are judged.', section: '16 Arrangements' },
  ArrangementLater: { form: 'the later instrument prevails', meaning: 'Where a duty or ban of one instrument meets a ban of another and no text says which prevails, that of later date decides.', section: '16 Arrangements' },
  ArrangementJudge: { form: 'judge PROMISE, … when SCENARIO, …', meaning: 'What is judged in this arrangement; without it, every promise in every scenario.', section: '16 Arrangements' },

  PositionDecl: { form: 'position ACTOR { demands … }', meaning: 'What an actor, group, body or organisation wants, since when, and by whose account.', section: LINES },
  PositionLine: {
    form: 'demands / refuses / offers / accepts SUBJECT if SUBJECT · prefers SUBJECT over SUBJECT · values SUBJECT at NUMBER points · ranks SUBJECT, then SUBJECT', meaning: 'One line of a position. It stands from its first date to its `until`, or on.', section: LINES,
    words: {
      demands: 'What the actor asks for; behind `if`, where.', refuses: 'What the actor rules out; behind `if`, where.', offers: 'What the actor would give, perhaps on a condition.', accepts: 'What the actor would agree to, perhaps on a condition.',
      prefers: 'What the actor would rather have, and over what.', values: 'How many points the actor gives a subject, or the lowest and the highest number of an issue.', ranks: 'What matters most to the actor, then what comes next.',
    },
  },
  PositionDetail: {
    form: '… weight NUMBER called NAME on / from DATE until DATE', meaning: 'What giving the line up costs, what the line is called, and since and until when it stands.', section: LINES,
    words: { weight: 'What it costs to give the demand or refusal up; 1 if it is not said.', called: 'A name for the line, by which it can be spoken of.' },
  },
  Subject: { form: 'SUBJECT or SUBJECT', meaning: 'One of them is so, or more.', section: SUBJECTS },
  SubjectAll: { form: 'SUBJECT and SUBJECT', meaning: 'Each of them is so.', section: SUBJECTS },
  SubjectNot: { form: 'not SUBJECT', meaning: 'It is not so.', section: SUBJECTS },
  SubjectHolds: { form: 'promise P holds / fails / is at least STRENGTH within DURATION under INSTRUMENT when SCENARIO', meaning: 'What the analysis must find of a promise.', section: SUBJECTS },
  SubjectNoVeto: { form: 'no single state can block P when SCENARIO / SET cannot block P', meaning: 'That nobody alone, or none of these, can stop the promise.', section: SUBJECTS },
  SubjectNoMore: { form: 'SET has no right / duty / ban / veto that SET lacks', meaning: 'That none of these has, under the text, what not all of the others have.', section: SUBJECTS },
  SubjectPoints: { form: 'demands at least NUMBER points', meaning: 'That what the holder values comes to so many points in all.', section: SUBJECTS },
  SubjectLimit: { form: 'ATTRIBUTE of SET at least / at most NUMBER UNIT · ISSUE at least / at most / exactly NUMBER UNIT', meaning: 'A bound on a quantity, or on the number that an issue is settled at.', section: SUBJECTS },
  SubjectRole: { form: 'SET as GROUP', meaning: 'That these belong to the group.', section: SUBJECTS },
  SubjectOrder: { form: 'STEP before STEP', meaning: 'That one step is taken before another.', section: SUBJECTS },
  SubjectAct: { form: 'that SET ACT TARGET', meaning: 'That somebody does something.', section: SUBJECTS },

  NegotiationDecl: { form: 'negotiation NAME "TITLE" { … }', meaning: 'What is on the table, and between whom.', section: NEGOTIATIONS },
  NegotiationParties: { form: 'parties ACTOR, GROUP, …', meaning: 'Whose positions count. Without the line, everybody\'s do.', section: NEGOTIATIONS },
  NegotiationInstruments: { form: 'instruments INSTRUMENT, …', meaning: 'Each of these may be part of a deal, or not.', section: NEGOTIATIONS },
  NegotiationStanding: { form: 'standing INSTRUMENT, …', meaning: 'These stand whatever is agreed.', section: NEGOTIATIONS },
  NegotiationOptions: { form: 'with OPTION, …', meaning: 'Options that are taken whatever is agreed.', section: NEGOTIATIONS },
  NegotiationSteps: { form: 'steps STEP, …', meaning: 'Steps and facts that may be part of a deal. Without the line, those that positions and rules name.', section: NEGOTIATIONS },
  NegotiationCases: { form: 'judged when SCENARIO, …', meaning: 'The cases in which promises are judged where a demand names none. Without the line, all of them.', section: NEGOTIATIONS },
  NegotiationCount: { form: 'exactly / at least / at most NUMBER of SUBJECT, SUBJECT, …', meaning: 'How many of these are so in any text.', section: NEGOTIATIONS },
  NegotiationRelation: {
    form: 'SUBJECT needs / excludes SUBJECT', meaning: 'What holds between two points of the talks, whoever wants what.', section: NEGOTIATIONS,
    words: { needs: 'No text has the first without the second.', excludes: 'No text has both.' },
  },
  AmendmentDecl: { form: 'amendment NAME "TITLE" to INSTRUMENT article NUMBER weight NUMBER { … }', meaning: 'Sentences that the author would add to an instrument. No verdict on the text as it is knows of them.', section: 'Amendments' },

  SourceDecl: { form: 'source NAME "TITLE" { … }', meaning: 'A document that sentences rest on: who published it, when, of which kind, and how far it is to be trusted.', section: '18 Sources' },
  SourceItem: {
    form: 'publisher / author / date / url / kind / grade / text / digest / obtain / within / begins / ends …', meaning: 'A line of a source.', section: '18 Sources',
    words: {
      publisher: 'Who published it.', author: 'Who wrote it.', date: 'The day of publication.', url: 'Where it stands on the net.', text: 'The file that holds its text.',
      digest: 'The SHA-256 of that file, so that another edition is noticed.', obtain: 'Where to get a text that may not be shipped.', within: 'The source that it stands in: an article copied into another.',
      begins: 'The phrase with which its part of that text begins.', ends: 'The phrase with which its part of that text ends.',
      grade: 'The Admiralty code: a letter from A to F for the source, a number from 1 to 6 for the information. They are judged apart and never computed with.',
      kind: 'Primary, reporting, analysis or commentary.', primary: 'The text itself, or a speaker’s own words.', reporting: 'Tells what others said or did.', analysis: 'Draws conclusions.', commentary: 'Opinion; it supports no clause.',
    },
  },
  AccountsDecl: { form: 'accounts NAME "TITLE" { account "…" cite SOURCE … }', meaning: 'Sources differ on a fact: their accounts stand side by side, and no verdict depends on them.', section: '19 Differing accounts' },
  Account: { form: 'account "WHAT ONE SAYS" cite SOURCE', meaning: 'What one of the sources says.', section: '19 Differing accounts' },

  ExpectDecl: { form: 'expect promise … / expect finding …', meaning: 'What the author claims of the model, checked at every run. It never influences a verdict.', section: '20 Expectations' },
  ExpectPromise: {
    form: 'expect promise P is STRENGTH under ARRANGEMENT when SCENARIO because ACTOR within DURATION surviving NUMBER defaults', meaning: 'The verdict that the author expects.', section: '20 Expectations',
    words: {
      because: 'Each of these can stop it alone.', within: 'The longest it may take.', surviving: 'How many may default before it fails.', meanwhile: 'What may be done until it is owed.', until: 'What may be done until it is owed.',
      general: 'How strongly the more general act is owed.', voluntary: 'Until it is owed, the willing may act.', forbidden: 'Until it is owed, nobody may act.',
    },
  },
  ExpectFinding: { form: 'expect finding CODE for NAME, …', meaning: 'Confirms a finding: it is shown, but the run does not fail for it.', section: '20 Expectations' },
  StrengthWord: {
    form: 'automatic / collective / captive / hollow / voluntary / forbidden', meaning: 'How strong a promise is.', section: PROMISES,
    words: {
      automatic: 'It falls due by itself; nobody’s consent is needed.', collective: 'Those outside the hostile side can make it due; some of them can also stop it.', captive: 'It takes the consent of the hostile side.',
      hollow: 'It is not owed, but a more general act is: the duty may be kept by something weaker.', voluntary: 'Nobody owes it; the willing may.', forbidden: 'Not even the willing may, or only with the consent of the hostile side.',
    },
  },
};

/** The meaning of each rule of the grammar that has words of its own, by the name of the rule. */
export function constructs(): ReadonlyMap<string, Meaning> {
  return new Map(Object.entries(MEANINGS));
}

/** docs/words.md: every form of the language in one line. */
export function wordsPage(): string {
  const rows = Object.values(MEANINGS).map(({ form, meaning, section, words }) => {
    const own = Object.entries(words ?? {}).map(([word, each]) => `*${word}*: ${each}`);
    return `| \`${form.replaceAll('|', '\\|')}\` | ${[meaning, ...own].join(' ')} | [${section}](language.md#${anchorOf(section)}) |`;
  });
  return [
    '# The forms of the language, one line each', '',
    'This is what an editor shows when the pointer rests on a word of the language. `npm run words` writes the page from the table beside the grammar,',
    '`packages/language/src/editor/meanings.ts`. The whole story of each form is in [language.md](language.md).', '',
    '| form | meaning | more |', '|---|---|---|', ...rows, '',
  ].join('\n');
}

/** The anchor that a heading of a page has on the usual code hosts. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-');
}
