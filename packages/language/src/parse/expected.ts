import type { Automaton, Edge } from './automaton.js';
import type { Item, Point } from './recogniser.js';

/** What could have stood at a point. */
export interface Expected {
  /** In words, most to the point first: "`shall`", "a date such as 2025-08-20". */
  readonly phrases: readonly string[];
  /** Every keyword that fits, however deep. */
  readonly keywords: readonly string[];
  /** A new name, and nothing else, is needed. */
  readonly onlyName: boolean;
}

/** How whole rules are called in messages; those that are not here are called by what they begin with. */
const RULES: Readonly<Record<string, string>> = {
  Item: 'a declaration such as `actor`, `treaty` or `scenario`', Clause: 'a sentence such as `Ukraine shall consult`', InstrumentItem: 'an article or another part of an instrument',
  BodyItem: '`members`, `matter`, `decides`, `on` or `quorum`', ScenarioItem: 'an event such as `Russia attacks Ukraine`', SourceItem: 'a line such as `publisher`, `date` or `grade`',
  PositionLine: 'a line such as `demands A`', PositionDetail: '`weight`, `called` or a date',
  NegotiationItem: 'a line such as `parties`, `instruments` or `A needs B`', SubjectAll: 'what it is about', SubjectAtom: 'what it is about', PromiseExpr: 'what is promised, such as `France assists Ukraine`', PromiseAtom: 'what is promised',
  Set: 'an actor or group', Union: 'an actor or group', Intersection: 'an actor or group', SetTerm: 'an actor or group', Quantified: 'an actor or group',
  Cond: 'a condition', AndCond: 'a condition', CondAtom: 'a condition', Rule: 'a decision rule such as `unanimously`', OrRule: 'a decision rule', AndRule: 'a decision rule',
  RuleAtom: 'a decision rule', Duration: 'a time such as `3 days`', Quantity: 'a number', Count: 'a number', NumberText: 'a number', Share: 'a share such as `2/3` or `65%`',
  Threshold: 'a number of members or a share', Qualifier: 'a qualification such as `within 3 days`', Target: 'whom or what it is aimed at', Action: 'an act',
  EventPattern: 'an event such as `armed attack on Ukraine`', EventKind: 'a kind of event', Subject: 'what it is about', ArticleNumber: 'a number such as `5` or `27(3)`',
  StrengthWord: 'a strength such as `captive`', NormReference: 'an article or instrument', FindingCode: 'the code of a finding, such as `promise/captive`', Name: 'a name', QName: 'a name',
  Mark: '`cite`, `stated by`, `reported` or `inferred`', IndeterminateWord: 'a word such as `promptly`', Basis: '`the members` or `those present and voting`',
};

const TERMINALS: Readonly<Record<string, string>> = { ID: 'a name', STRING: 'a text in quotation marks', DATE: 'a date such as 2025-08-20', INT: 'a number', DECIMAL: 'a number' };

const REFERENCES: Readonly<Record<string, string>> = {
  ActDecl: 'an act', AttributeDecl: 'an attribute', FactDecl: 'a fact or step', InstrumentDecl: 'an instrument', IssueDecl: 'an issue', Judged: 'an arrangement or instrument',
  MatterDecl: 'a matter', Negotiable: 'an option, fact or instrument', Numbered: 'an attribute or issue', Holder: 'an actor, group, body or organisation', OptionDecl: 'an option', PromiseDecl: 'a promise', RegionDecl: 'a region', ScenarioDecl: 'a scenario',
  SetTarget: 'an actor or group', SourceDecl: 'a source', Thing: 'an actor, organisation or thing', Actor: 'an actor', EventDecl: 'a kind of event', Group: 'a group',
};

/** Rules whose continuation is possible nearly everywhere, so that it says little: a list that may go on, a citation that may follow. */
const WEAK = new Set(['QName', 'SetRef', 'Union', 'Intersection', 'Set', 'Cite', 'ReportedBy', 'Inferred', 'ArticleNumber', 'QuantityNumber', 'SetParties', 'CondAnd', 'Cond', 'AndCond', 'OrRule', 'AndRule', 'Rule', 'Subject', 'SubjectAll', 'SubjectLimit', 'SubjectOrder', 'SubjectNoVeto', 'SubjectRole', 'SubjectNoMore']);
const WEAK_PHRASES = new Set([RULES['Mark'], RULES['Qualifier'], RULES['Target'], RULES['PositionDetail']]);

/** What could have stood at a point, from the rules that are begun there. */
export function expectedAt(automaton: Automaton, point: Point): Expected {
  const strong = new Set<string>();
  const weak = new Set<string>();
  const open = point.items.filter((item) => item.origin !== point || automaton.names[automaton.ruleOf[item.state]!] === 'File').sort((a, b) => b.origin.order - a.origin.order);
  for (const item of open) describe(automaton, item, strong, weak);
  const keywords = new Set<string>();
  for (const item of point.items) for (const edge of automaton.edges[item.state]!) if (edge.kind === 'token' && edge.keyword) keywords.add(edge.type);
  const isSign = (phrase: string): number => (/^`\P{L}+`$/u.test(phrase) ? 1 : 0);
  const phrases = (strong.size > 0 ? [...strong] : [...weak]).sort((a, b) => isSign(a) - isSign(b));
  return { phrases, keywords: [...keywords], onlyName: phrases.length === 1 && phrases[0] === 'a name' };
}

function describe(automaton: Automaton, item: Item, strong: Set<string>, weak: Set<string>): void {
  const isWeak = WEAK.has(automaton.names[automaton.ruleOf[item.state]!]!);
  const seen = new Set<number>();
  const visit = (state: number): void => {
    if (seen.has(state)) return;
    seen.add(state);
    for (const edge of automaton.edges[state]!) {
      const phrase = phraseOf(automaton, edge);
      if (phrase !== undefined) (isWeak || WEAK_PHRASES.has(phrase) ? weak : strong).add(phrase);
      else if (edge.kind === 'rule') {
        visit(automaton.starts[edge.rule]!);
      }
      if (edge.kind === 'rule' && automaton.nullable[edge.rule]) visit(edge.to);
    }
  };
  visit(item.state);
}

function phraseOf(automaton: Automaton, edge: Edge): string | undefined {
  if (edge.kind === 'token') return edge.keyword ? `\`${edge.type}\`` : TERMINALS[edge.type];
  if (edge.refersTo !== undefined) return `the name of ${REFERENCES[edge.refersTo] ?? 'a declaration'}`;
  return RULES[automaton.names[edge.rule]!];
}
