/** The strength of a promise in words. */
import { helpersOf, tooFewLeft, type Cell, type Details, type Meanwhile, type Texts, type Verdict } from '@casus/analysis';
import type { Case, Id, PromiseExpr, Strength } from '@casus/model';
import { ordered, smallest } from './coalitions.js';
import { actLabel } from './names.js';
import { textsWords } from './texts.js';
import { listed } from './words.js';

/** Single states that a short sentence names; the rest are counted. */
const MOST_NAMES = 5;

/** What a promise is about, for the choice of words: acts of states, the decision of a body, or a freedom. */
export type PromiseKind = 'act' | 'decision' | 'freedom';

/** The kind of a promise; one that mixes kinds counts as acts. */
export function promiseKind(expr: PromiseExpr): PromiseKind {
  if (expr.kind === 'and' || expr.kind === 'or') {
    const kinds = new Set(expr.of.map(promiseKind));
    return kinds.size === 1 ? [...kinds][0]! : 'act';
  }
  return expr.kind === 'decision' ? 'decision' : expr.kind === 'act' ? 'act' : 'freedom';
}

const MEANING: Record<PromiseKind, Record<Strength, string>> = {
  act: {
    automatic: 'it falls due by itself; nobody’s consent is needed',
    collective: 'those who do not stand on the attacker’s side can make it due',
    captive: 'it falls due only with the consent of the attacker or its side',
    hollow: 'what is owed is something more general than what is promised, and can be kept by something weaker',
    voluntary: 'nobody owes it; the willing may act',
    forbidden: 'nobody owes it, and without the consent of the attacker’s side not even the willing may act',
  },
  decision: {
    automatic: 'the decision stands by itself; nobody’s consent is needed',
    collective: 'those who do not stand on the attacker’s side can take the decision',
    captive: 'the decision needs the consent of the attacker or its side',
    hollow: 'what is sure is something weaker than what is promised',
    voluntary: 'nobody owes it; the willing may bring it about',
    forbidden: 'the decision cannot be taken',
  },
  freedom: {
    automatic: 'no clause takes it away, whatever anybody does',
    collective: 'those who do not stand on the attacker’s side can secure it',
    captive: 'it needs the consent of the attacker or its side',
    hollow: 'what is sure is something weaker than what is promised',
    voluntary: 'the willing may secure it',
    forbidden: 'the text takes it away',
  },
};

/** What a strength means, as the end of "captive: …". */
export const strengthWords = (strength: Strength, kind: PromiseKind = 'act'): string => MEANING[kind][strength];

/** The second half: what may be done until the promise is owed. */
export const meanwhileWords = (meanwhile: Meanwhile): string =>
  meanwhile === 'voluntary' ? 'meanwhile the willing may act' : 'until then nobody may act';

/** The short names of actors, as the tables of a case use them for everything. */
const shortNames = (case_: Case, ids: Iterable<Id>): readonly string[] => [...ids].map((id) => case_.actors.get(id)?.name ?? id);

/** Single states that can stop it: those of the attacker's side by name, the others too unless they are many. */
function vetoWords(case_: Case, vetoers: readonly Id[], hostile: readonly Id[]): string {
  const all = ordered(vetoers, hostile);
  if (all.length <= MOST_NAMES) return `${listed(shortNames(case_, all), 'or')} can stop it`;
  const own = all.filter((actor) => hostile.includes(actor));
  if (own.length === 0 || own.length > MOST_NAMES) return `any of ${all.length} states can stop it`;
  return `${listed(shortNames(case_, own), 'or')} can stop it, and so can any of ${all.length - own.length} others`;
}

/** “the attacker”, or its side where others side with it: those who need no persuading. */
const sideWords = ({ attackers, hostile }: Verdict): string => (attackers.length === 1 && hostile.length === 1 ? 'the attacker' : 'the attacker’s side');

/** Single states that can stop it with the help of the attacker's side. `also`: others can without it. */
function helpedWords(case_: Case, verdict: Verdict, helpers: readonly Id[], also: boolean): string {
  const who = helpers.length > MOST_NAMES ? `any of ${helpers.length} ${also ? 'others' : 'states'}` : listed(shortNames(case_, helpers), 'or');
  return also ? `with ${sideWords(verdict)} so can ${who}` : `with ${sideWords(verdict)}, ${who} can stop it`;
}

/** Coalitions of several where the attacker's side helps, if that makes them smaller. */
function helpedSize(verdict: Verdict, { stopping, withHostile }: Details): string | undefined {
  const least = withHostile && smallest(withHostile.stopping)?.length;
  return least === undefined || least >= (smallest(stopping)?.length ?? 0) ? undefined : `with ${sideWords(verdict)}, it takes ${least} others to stop it`;
}

/** Who can stop it, as a short sentence without full stop; nothing if nobody can. Of several names each can alone, unless it says "together".
 * Where the attacker's side counts but is not enough, it is taken to oppose: who can stop it with that side is told. */
export function stopWords(case_: Case, verdict: Verdict, { strength, details }: Cell): string | undefined {
  const { hostile } = verdict;
  const { vetoers, stopping } = details;
  const helpers = helpersOf(details);
  const helped = helpers.length === 0 ? [] : [helpedWords(case_, verdict, helpers, vetoers.length > 0)];
  if (vetoers.length > 0) return [vetoWords(case_, vetoers, hostile), ...helped].join('; ');
  if (stopping.count === 0n) return undefined;
  if (helped.length > 0) return helped[0];
  // Captive without a single veto: its side can stop it by acting together.
  const side = strength === 'captive' ? stopping.first.find((coalition) => coalition.every((actor) => hostile.includes(actor))) : undefined;
  const together = side ?? (stopping.count === 1n ? stopping.first[0] : undefined);
  if (together) return together.length > MOST_NAMES ? `${together.length} states together can stop it` : `${listed(shortNames(case_, together))} together can stop it`;
  if (strength === 'captive') return 'its side together can stop it';
  const size = smallest(stopping)?.length;
  const fewer = helpedSize(verdict, details);
  if (fewer !== undefined) return fewer;
  return size === undefined ? undefined : `it takes ${size} to stop it`;
}

/**
 * A verdict short enough for a table: `captive (Russia or China can stop it); meanwhile the willing may act`.
 * Only what the reader must know to act: who can stop what is owed, what is owed instead, what may be done meanwhile.
 */
export function cellWords(case_: Case, verdict: Verdict, cell: Cell): string {
  const kind = promiseKind(case_.promises.get(verdict.promise)?.expr ?? { kind: 'and', of: [], place: verdict.place });
  const { strength, general, meanwhile, details } = cell;
  // Where the details are of one text only, none of them is said of the cell.
  const inside = cell.varies === true ? [strength === 'hollow' && general ? `something more general is owed, and that is ${general.strength}; what, differs by text` : 'the rest differs by text'] : [
    strength === 'hollow' && general ? `owed is only to “${actLabel(case_, general.act)}”, and that is ${general.strength}` : undefined,
    strength === 'collective' || strength === 'captive' ? stopWords(case_, verdict, cell) : undefined,
    strength === 'voluntary' && details.vetoers.length + helpersOf(details).length > 0 ? stopWords(case_, verdict, cell) : undefined,
    strength === 'forbidden' && tooFewLeft({ case: case_, verdict }) !== undefined ? 'it counts on the attacker’s side' : undefined,
    details.pledged === undefined || details.pledged === strength ? undefined : `${details.pledged} if pledges are kept`,
  ].filter((part) => part !== undefined);
  const half = kind === 'act' && (strength === 'captive' || strength === 'hollow') && meanwhile ? `; ${meanwhileWords(meanwhile)}` : '';
  return `${strength}${inside.length > 0 ? ` (${inside.join('; ')})` : ''}${half}`;
}

/** A cell's words, and the texts that they are said of. */
interface Told {
  readonly strength: Strength;
  readonly words: string;
  readonly texts: Texts;
}

/** Cells that differ only in what the words do not say are told together. */
function together(cells: readonly Told[]): readonly Told[] {
  const same = new Map<string, Told>();
  for (const cell of cells) {
    const known = same.get(cell.words);
    if (known === undefined) same.set(cell.words, cell);
    else {
      const { texts } = known;
      const more = texts.more === true || cell.texts.more === true;
      same.set(cell.words, { ...known, texts: { count: texts.count + cell.texts.count, of: texts.of, when: [...texts.when, ...cell.texts.when], ...(more ? { more } : {}) } });
    }
  }
  return [...same.values()];
}

/** Every cell of a verdict as one line each, the texts it holds in in front of it; `mark` adds the sign of a footnote to a strength. */
export function cellLines(case_: Case, verdict: Verdict, mark: (cell: Cell) => string = () => ''): readonly { readonly strength: Strength; readonly words: string }[] {
  const told = verdict.cells.map((cell): Told => {
    const { strength, texts } = cell;
    return { strength, texts, words: `${strength}${mark(cell)}${cellWords(case_, verdict, cell).slice(strength.length)}` };
  });
  return together(told).map(({ strength, words, texts }) => {
    const where = textsWords(texts);
    return { strength, words: where === undefined ? words : `${where}: ${words}` };
  });
}
