/** A declaration or part of one with places to fill in. `rule`: the rule of the grammar that it begins; `word`: how it is found. */
export interface Snippet {
  readonly word: string;
  readonly rule: string;
  readonly detail: string;
  /** In the syntax of the protocol: `${1:what to write}`, `$0` where the cursor ends. */
  readonly body: string;
}

/** Declarations ready to be filled in. Each of them is a correct text with its placeholders as names. */
export const SNIPPETS: readonly Snippet[] = [
  { word: 'actor', rule: 'Actors', detail: 'a state or other party', body: 'actor ${1:Arcadia} "${2:Republic of Arcadia}"' },
  { word: 'group', rule: 'Group', detail: 'a named set of actors', body: 'group ${1:Guarantors} = ${2:Arcadia}' },
  { word: 'act', rule: 'ActDecl', detail: 'something a state may do', body: 'act ${1:assist} "${2:come to the aid of}"' },
  { word: 'body', rule: 'BodyDecl', detail: 'a body that decides by votes', body: 'body ${1:Council} "${2:title}" {\n\tmembers ${3:Arcadia}\n\tmatter ${4:measures}\n\tdecides any other matter ${5:by a majority of members}\n}' },
  { word: 'treaty', rule: 'InstrumentDecl', detail: 'an instrument with an article', body: 'treaty ${1:Pact} "${2:title}" {\n\tparties ${3:Arcadia}\n\tarticle 1 "${4:heading}" {\n\t\t$0\n\t}\n}' },
  { word: 'article', rule: 'Article', detail: 'an article', body: 'article ${1:1} "${2:heading}" {\n\t$0\n}' },
  { word: 'upon', rule: 'Upon', detail: 'what follows from an event', body: 'upon armed attack on ${1:Arcadia} {\n\t$0\n}' },
  { word: 'issue', rule: 'IssueDecl', detail: 'a question left open in the text', body: 'issue ${1:decision} "${2:title}" {\n\toption ${3:joint} "${4:title}"\n\toption ${5:separate} "${6:title}"\n}' },
  { word: 'readings', rule: 'ReadingsDecl', detail: 'a disputed text with its readings', body: 'readings ${1:scope} "${2:the question}" {\n\treading ${3:narrow} "${4:what it says}" held by "${5:who}"\n\treading ${6:wide} "${7:what it says}" held by "${8:who}"\n}' },
  { word: 'scenario', rule: 'ScenarioDecl', detail: 'what happens', body: 'scenario ${1:Attack} "${2:title}" {\n\t${3:Borduria} attacks ${4:Arcadia}\n}' },
  { word: 'promise', rule: 'PromiseDecl', detail: 'what somebody counts on', body: 'promise ${1:Help} "${2:title}" {\n\tat least 1 of ${3:Guarantors} ${4:assist} ${5:Arcadia}\n}' },
  { word: 'arrangement', rule: 'ArrangementDecl', detail: 'texts that are judged together', body: 'arrangement ${1:Together} "${2:title}" {\n\tinstruments ${3:Pact}\n\tjudge ${4:Help} when ${5:Attack}\n}' },
  { word: 'position', rule: 'PositionDecl', detail: 'what an actor wants', body: 'position ${1:Arcadia} {\n\tdemands ${2:"in words"}\n}' },
  { word: 'negotiation', rule: 'NegotiationDecl', detail: 'what is on the table, and between whom', body: 'negotiation ${1:Talks} "${2:title}" {\n\tparties ${3:Arcadia}\n\tinstruments ${4:Pact}\n\t$0\n}' },
  { word: 'amendment', rule: 'AmendmentDecl', detail: 'sentences that you would add to an instrument', body: 'amendment ${1:Change} "${2:title}" to ${3:Pact} {\n\t$0\n}' },
  { word: 'source', rule: 'SourceDecl', detail: 'a document', body: 'source ${1:name} "${2:title}" {\n\tpublisher "${3:who}"\n\tdate ${4:2031-04-02}\n\tkind ${5:reporting}\n\tgrade ${6:C3}\n\tobtain "${7:where to get it}"\n}' },
  { word: 'accounts', rule: 'AccountsDecl', detail: 'sources differ', body: 'accounts ${1:Point} "${2:the point}" {\n\taccount "${3:what one says}"\n\taccount "${4:what another says}"\n}' },
  { word: 'expect', rule: 'ExpectDecl', detail: 'the verdict that you expect', body: 'expect promise ${1:Help} is ${2:automatic} under ${3:Together} when ${4:Attack}' },
];

/** The text of a snippet with its placeholders as they stand. */
export function plainText({ body }: Snippet): string {
  return body.replaceAll(/\$\{\d+:([^}]*)\}/gu, '$1').replaceAll('$0', '').replaceAll('\t', '  ');
}
