/** The burdens of an instrument or arrangement, party by party. */
import { mostAtOnce, type BurdenKind, type BurdenLine, type Burdens, type PartyBurdens, type PromiseVeto, type Say, type TooLargeSay, type WayOut } from '@casus/analysis';
import type { Case } from '@casus/model';
import { casesWords, type InCase } from './compare/cases.js';
import { actorNames, declared, fullName, labelOf } from './names.js';
import { together, type Item, type Page, type Section } from './page.js';
import { plain, type Json } from './plain.js';
import { textsWords } from './texts.js';
import { capital, counted, listed } from './words.js';

/** Burdens in words: one, several. */
export const BURDEN_WORDS: Record<BurdenKind, readonly [string, string]> = {
  duty: ['duty', 'duties'],
  ban: ['ban', 'bans'],
  limit: ['limit', 'limits'],
  right: ['right', 'rights'],
  pledge: ['pledge', 'pledges'],
  restraint: ['pledge of restraint', 'pledges of restraint'],
};

const KINDS = Object.keys(BURDEN_WORDS) as readonly BurdenKind[];

/** Parties that a row names; more are counted. */
const MOST_NAMES = 8;

/** Parties for whom everything is the same. */
interface Alike {
  readonly parties: readonly PartyBurdens[];
  readonly one: PartyBurdens;
}

/** The burdens as a page. */
export function burdensPage(case_: Case, burdens: Burdens): Page {
  const groups = alike(burdens.parties, (party) => JSON.stringify(plain(content(party))));
  const withOptions = burdens.fixed.length > 0 ? `, with ${listed(burdens.fixed)}` : '';
  return {
    title: `Burdens side by side: ${fullName(case_, burdens.subject)}${withOptions}`,
    sections: [
      { title: 'Side by side', blocks: [countsTable(case_, groups), { kind: 'text', text: 'Sentences are counted, not weighed; of alternatives in a bracket at most one stands in a text. A sentence counts whether or not its condition is met.' }] },
      ...groups.map((group) => detailSection(case_, group)),
      { title: 'Ways out', blocks: [{ kind: 'list', items: waysOutItems(case_, burdens.waysOut) }] },
      ...(burdens.tooLarge.length === 0 ? [] : [{ title: 'Not worked out', blocks: [{ kind: 'list' as const, items: burdens.tooLarge.map((say) => ({ text: tooLargeWords(case_, say) })) }] }]),
    ],
  };
}

/** Everything of a party but its name. Places do not count: the same sentence is the same. */
const content = ({ party, lines, vetoes, says }: PartyBurdens): object => ({ party, lines: lines.map(({ norm, texts, inRole }) => [norm, texts, inRole]), vetoes: vetoes.map(({ promise, scenario, attackers, texts }) => [promise, scenario, attackers, texts]), says: says.map(({ kind, text, texts }) => [kind, text, texts]) });

/** Parties for whom the key is the same, together. */
export function alike(parties: readonly PartyBurdens[], key: (party: PartyBurdens) => string): readonly Alike[] {
  const groups = new Map<string, PartyBurdens[]>();
  for (const party of parties) groups.set(key(party), [...(groups.get(key(party)) ?? []), party]);
  return [...groups.values()].map((of) => ({ parties: of, one: of[0]! }));
}

/** The names of parties, as a row or a heading has them. */
export const partyNames = (case_: Case, parties: readonly { readonly actor: string }[], most = MOST_NAMES): string => capital(listed(actorNames(case_, parties.map(({ actor }) => actor)), 'and', most));

/** How many sentences of a kind concern the party in one text. */
export const countOf = (case_: Case, { lines }: PartyBurdens, kind: BurdenKind): number => mostAtOnce(case_, lines.filter((line) => line.kind === kind));

function countsTable(case_: Case, groups: readonly Alike[]): Section['blocks'][number] {
  const columns: readonly (readonly [string, (party: PartyBurdens) => number])[] = [
    ...KINDS.map((kind) => [BURDEN_WORDS[kind][1], (party: PartyBurdens) => countOf(case_, party, kind)] as const),
    ['promises it alone can stop', ({ vetoes }) => new Set(vetoes.map(({ promise }) => promise)).size],
    ['decisions it alone can block', ({ says }) => says.filter(({ kind }) => kind === 'decision').length],
    ['entries it alone can prevent', ({ says }) => says.filter(({ kind }) => kind === 'entry').length],
    ['ends it alone can bring about', ({ says }) => says.filter(({ kind }) => kind === 'end').length],
    ['suspensions it alone can bring about', ({ says }) => says.filter(({ kind }) => kind === 'suspension').length],
  ];
  const used = columns.filter(([, count]) => groups.some(({ one }) => count(one) > 0));
  return {
    kind: 'table',
    head: ['', ...used.map(([name]) => name)],
    rows: groups.map(({ parties, one }) => [`${partyNames(case_, parties)}${one.party ? '' : ' (no party)'}`, ...used.map(([, count]) => (count(one) === 0 ? '–' : String(count(one))))]),
  };
}

function detailSection(case_: Case, { parties, one }: Alike): Section {
  const items: Item[] = KINDS.flatMap((kind): Item[] => {
    const lines = one.lines.filter((line) => line.kind === kind);
    return lines.length === 0 ? [] : [{ text: capital(BURDEN_WORDS[kind][1]), inside: together(lines.map((line) => ({ text: lineWords(line) }))) }];
  });
  if (one.vetoes.length > 0) items.push({ text: 'Promises it alone can stop', inside: vetoItems(case_, one.vetoes) });
  const SAYS: readonly (readonly [Say['kind'], string])[] = [['decision', 'Decisions it alone can block'], ['entry', 'Entries into force it alone can prevent'], ['end', 'Ends it alone can bring about'], ['suspension', 'Suspensions it alone can bring about']];
  for (const [kind, title] of SAYS) {
    const says = one.says.filter((say) => say.kind === kind);
    if (says.length > 0) items.push({ text: title, inside: says.map((say) => ({ text: sayWords(case_, say) })) });
  }
  return { title: `${partyNames(case_, parties, Infinity)}${one.party ? '' : ' (no party)'}`, blocks: items.length === 0 ? [{ kind: 'text', text: 'Nothing.' }] : [{ kind: 'list', items }] };
}

/** A sentence as it concerns a party, with where it stands. */
export function lineWords({ text, around, article, texts, inRole }: BurdenLine): string {
  const notes = [article, around.length === 0 ? undefined : `when ${listed(around)}`, inRole ? 'in a role that the event gives' : undefined, texts === undefined ? undefined : textsWords(texts)].filter((note) => note !== undefined);
  return `“${text}”${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

function sayWords(case_: Case, { text, instrument, texts }: Say): string {
  const notes = [labelOf(case_, instrument), texts === undefined ? undefined : textsWords(texts)].filter((note) => note !== undefined);
  return `“${text}” (${notes.join('; ')})`;
}

const TOO_LARGE: Readonly<Record<TooLargeSay['kind'], string>> = { decision: 'block', entry: 'prevent', end: 'bring about the end', suspension: 'bring about the suspension' };

function tooLargeWords(case_: Case, { kind, text, instrument }: TooLargeSay): string {
  return `who alone can ${TOO_LARGE[kind]} “${text}” (${labelOf(case_, instrument)}): the votes that it turns on are too large to be worked out together`;
}

/** Promises with the cases in which an actor can stop them. */
function vetoItems(case_: Case, vetoes: readonly PromiseVeto[]): readonly Item[] {
  const byPromise = new Map<string, { promise: string; where: string | undefined; cases: InCase[] }>();
  for (const { promise, scenario, attackers, texts } of vetoes) {
    const where = texts === undefined ? undefined : textsWords(texts);
    const key = JSON.stringify([promise, where]);
    const known = byPromise.get(key) ?? { promise, where, cases: [] };
    byPromise.set(key, known);
    const [attacker] = attackers;
    known.cases.push({ scenario, ...(case_.scenarios.get(scenario)?.everyAttacker === true && attacker !== undefined ? { attacker } : {}) });
  }
  return [...byPromise.values()].map(({ promise, where, cases }) => ({ text: `${fullName(case_, promise)} when ${casesWords([case_], cases)}${where === undefined ? '' : ` (${where})`}` }));
}

/** How the instruments end. */
export function waysOutItems(case_: Case, waysOut: readonly WayOut[]): readonly Item[] {
  if (waysOut.length === 0) return [{ text: 'None: the text sets no end, no last day and no withdrawal.' }];
  return waysOut.map((way) => ({ text: wayOutWords(case_, way) }));
}

/** One way out in words. */
export function wayOutWords(case_: Case, way: WayOut): string {
  const name = labelOf(case_, way.instrument);
  if (way.kind === 'expiry') return `${name}: its last day is ${way.on}${way.renewal === undefined ? '' : `, unless “${way.renewal}”`}`;
  if (way.kind === 'withdrawal') return `${name}: any party may leave, “${way.text}”`;
  const who = way.alone.length === 0 ? 'nobody alone can bring it about' : `${counted(way.alone.length, 'state')} alone can bring it about: ${listed(actorNames(case_, way.alone), 'or', MOST_NAMES)}`;
  return `${name}: ${way.kind === 'end' ? 'ends' : 'is suspended'} when “${way.text}”; ${who}`;
}

/** The document of `casus burdens --json`: texts of one case together. */
export function burdensDocument(all: readonly { readonly case: Case; readonly burdens: Burdens }[], version: string): Json {
  const cases = [...new Set(all.map((one) => one.case))];
  return {
    schema: 'casus-burdens/1',
    tool: { name: 'casus', version },
    cases: cases.map((case_) => {
      const own = all.filter((one) => one.case === case_).map(({ burdens }) => burdens);
      return { title: case_.title, names: namesIn(case_, own), burdens: own.map(burdensJson) };
    }),
  };
}

/** The burdens as JSON. */
export function burdensJson({ subject, instruments, fixed, parties, waysOut, tooLarge }: Burdens): Json {
  const said = parties.map(({ says, ...party }) => ({ ...party, says: says.map(({ kind, instrument, text, place, texts }) => ({ kind, instrument, text, place, texts })) }));
  return plain({ subject, instruments, fixed, parties: said, waysOut, ...(tooLarge.length === 0 ? {} : { tooLarge }) });
}

/** The titles of everything that burdens name. */
function namesIn(case_: Case, all: readonly Burdens[]): Json {
  const ids = new Set(all.flatMap(({ subject, instruments, fixed, parties }) => [subject, ...instruments, ...fixed, ...parties.flatMap(({ actor, vetoes }) => [actor, ...vetoes.flatMap(({ promise, scenario }) => [promise, scenario])])]));
  return Object.fromEntries([...ids].sort().flatMap((id) => {
    const label = declared(case_, id)?.label;
    return label === undefined ? [] : [[id, label] as const];
  }));
}
