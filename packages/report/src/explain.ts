/** One verdict explained: its story, clause by clause and vote by vote, and everything that follows from it. */
import { helpersOf, tooFewLeft, type Cell, type Coalitions, type Details, type StoryStep, type Verdict } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { coalitionCount, coalitionWords, ordered } from './coalitions.js';
import { citationWords } from './finding.js';
import { actLabel, actorNames, articleWords, fullName, labelOf, placeWords } from './names.js';
import type { Style } from './palette.js';
import { meanwhileWords, promiseKind, strengthWords, type PromiseKind } from './strength.js';
import { textsWords } from './texts.js';
import { strengthPaint } from './verdicts.js';
import { paragraph } from './width.js';
import { capital, counted, listed, sentence, timeWords } from './words.js';

/** A verdict and the story of each of its cells, in the same order. */
export interface Explanation {
  readonly verdict: Verdict;
  readonly stories: readonly (readonly StoryStep[])[];
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

const sectionText = ({ title, lines }: Section, { palette }: Style): string => [palette.bold(title), ...lines].join('\n');

/** What is judged: promise, arrangement, scenario and who attacks. */
function heading(case_: Case, verdict: Verdict, style: Style): string {
  const { palette, width } = style;
  const fixed = verdict.fixed.length > 0 ? `, with ${listed(verdict.fixed)}` : '';
  const attackers = listed(actorNames(case_, verdict.attackers));
  const siding = verdict.hostile.filter((actor) => !verdict.attackers.includes(actor));
  const sides = siding.length > 0 ? `; on ${verdict.attackers.length === 1 ? 'its' : 'their'} side: ${listed(actorNames(case_, siding))}` : '';
  return [
    palette.bold(paragraph(capital(fullName(case_, verdict.promise)), width)),
    paragraph(`under ${fullName(case_, verdict.arrangement)}${fixed}`, width, '  '),
    paragraph(`when ${fullName(case_, verdict.scenario)}${verdict.date ? `, on ${verdict.date}` : ''}`, width, '  '),
    paragraph(`attacker: ${attackers || 'none'}${sides}; in need: ${listed(actorNames(case_, verdict.victims)) || 'nobody'}`, width, '  '),
  ].join('\n');
}

/** The strength, both halves, as sentences. */
export function strengthSentences(case_: Case, verdict: Verdict, cell: Cell): readonly string[] {
  const kind = kindOf(case_, verdict);
  const { strength, general, meanwhile, details } = cell;
  const few = strength === 'forbidden' && tooFewLeft({ case: case_, verdict }) !== undefined;
  const lines = [sentence(`${strength}: ${few ? 'it counts on the attacker’s side; of those whom it names too few are left to keep it' : strengthWords(strength, kind)}`)];
  if (general && cell.varies === true) {
    lines.push(sentence(`something more general is owed, and that is ${general.strength}: ${strengthWords(general.strength, kind)}`));
  } else if (general) {
    lines.push(sentence(`what is owed is to “${actLabel(case_, general.act)}”, and that is ${general.strength}: ${strengthWords(general.strength, kind)}`));
  }
  if (meanwhile && (strength === 'captive' || strength === 'hollow') && kind === 'act') lines.push(sentence(meanwhileWords(meanwhile)));
  if (details.pledged && details.pledged !== strength && cell.varies !== true) {
    lines.push(sentence(`if the pledges, which do not bind, are counted as kept, it is ${details.pledged}`));
  }
  return lines;
}

const kindOf = (case_: Case, { promise }: Verdict): PromiseKind => {
  const expr = case_.promises.get(promise)?.expr;
  return expr ? promiseKind(expr) : 'act';
};

const MARK: Record<NonNullable<StoryStep['outcome']>, string> = { for: '+', against: '-', neutral: ' ' };

function storySection(case_: Case, steps: readonly StoryStep[], { palette, width }: Style): Section {
  const room = String(steps.length).length;
  const paint = { for: palette.good, against: palette.error, neutral: (text: string) => text };
  const lines = steps.flatMap((step, index) => {
    const outcome = step.outcome ?? 'neutral';
    const number = `  ${String(index + 1).padStart(room)}. `;
    const [first, ...rest] = paragraph(sentence(step.text), width - 2, number, ' '.repeat(number.length + 2)).split('\n');
    const under = ' '.repeat(number.length + 2);
    const where = [step.article === undefined ? undefined : articleWords(step.article), step.place && placeWords(step.place)].filter((part) => part !== undefined);
    return [
      `${number}${paint[outcome](MARK[outcome])} ${first!.slice(number.length)}`,
      ...rest,
      ...(where.length > 0 ? [palette.dim(paragraph(where.join(' · '), width, under))] : []),
      ...step.cites.map((cite) => palette.dim(paragraph(citationWords(case_, cite), width, under))),
    ];
  });
  return { title: 'What happens', lines };
}

function coalitionLines(case_: Case, coalitions: Coalitions, most: number, { width }: Style): readonly string[] {
  return coalitions.first.slice(0, most).map((coalition) => paragraph(coalitionWords(case_, coalition), width, '    - '));
}

/** Who can stop it: single states first, then all the smallest coalitions. */
function stopSection(case_: Case, { hostile }: Verdict, details: Details, most: number, style: Style): Section {
  const { vetoers, stopping, withHostile } = details;
  if (details.holding.count === 0n) return { title: 'Who can stop it', lines: ['  There is nothing to stop: not even all together can bring it about.'] };
  const lines: string[] = [];
  if (vetoers.length > 0) {
    const names = actorNames(case_, ordered(vetoers, hostile));
    lines.push(paragraph(names.length === 1 ? `${capital(names[0]!)} alone can.` : `Each of these alone can: ${listed(names)}.`, style.width, '  '));
  } else {
    lines.push(stopping.count === 0n ? '  Nobody can.' : '  No state alone can.');
  }
  if (stopping.count > 0n) {
    lines.push(`  Smallest sets of states that can: ${coalitionCount(case_, stopping, most)}.`, ...coalitionLines(case_, stopping, most, style));
  }
  if (withHostile !== undefined) {
    const side = listed(actorNames(case_, hostile));
    const helpers = actorNames(case_, helpersOf(details));
    if (helpers.length > 0) lines.push(paragraph(helpers.length === 1 ? `With ${side}, ${helpers[0]!} can.` : `With ${side}, each of these can: ${listed(helpers)}.`, style.width, '  '));
    if (withHostile.stopping.first.some(({ length }) => length > 1)) {
      lines.push(paragraph(`Smallest sets of others that can with ${side}: ${coalitionCount(case_, withHostile.stopping, most)}.`, style.width, '  '), ...coalitionLines(case_, withHostile.stopping, most, style));
    }
  }
  return { title: 'Who can stop it', lines };
}

function holdSection(case_: Case, details: Details, most: number, style: Style): Section {
  const { holding, game } = details;
  const title = game === 'owed' ? 'Who can make it due' : 'Who can bring it about';
  if (holding.count === 0n) return { title, lines: ['  Nobody, not even all together.'] };
  if (holding.count === 1n && holding.first[0]?.length === 0) return { title, lines: ['  Nobody is needed: it comes by itself.'] };
  return {
    title,
    lines: [`  Smallest sets of states that can: ${coalitionCount(case_, holding, most)}.`, ...coalitionLines(case_, holding, most, style)],
  };
}

/** What becomes of it under milder and harsher assumptions. */
function robustnessSection(case_: Case, verdict: Verdict, cell: Cell, { width }: Style): Section {
  const { details, strength } = cell;
  const lines: string[] = [];
  const add = (text: string): number => lines.push(paragraph(capital(text), width, '  '));
  const outcome = (holds: boolean): string => (details.game === 'owed' ? (holds ? 'it falls due' : 'it does not fall due') : holds ? 'it can be done' : 'it cannot be done');
  if (verdict.hostile.length > 0) {
    const who = listed(actorNames(case_, verdict.hostile));
    const one = verdict.hostile.length === 1;
    add(`If ${who} only ${one ? 'abstains' : 'abstain'} in every vote: ${outcome(details.othersAbstain)}.`);
    add(`If ${who} only ${one ? 'stays' : 'stay'} away from every vote: ${outcome(details.othersAway)}.`);
  }
  if (details.defaults !== undefined) {
    if (details.defaults < 0) add('It falls if those on the attacker’s side alone break their duties.');
    else if (details.defaults === 0) add('It survives no breach of duty: one state that breaks its word is enough to defeat it.');
    else add(`It survives ${counted(details.defaults, 'breach', 'breaches')} of duty; with one more it falls.`);
  } else if (strength === 'automatic' || strength === 'collective') {
    add('No breach of duty can defeat it.');
  }
  if (details.longest) add(`It may take ${timeWords(details.longest)}.`);
  if (details.unsettled.length > 0) {
    add(`It depends on what the scenario leaves open: ${listed(details.unsettled.map((fact) => labelOf(case_, fact)))}.`);
  }
  return { title: 'How much it bears', lines };
}

/** What lapses: the instrument, or what its articles command where the clause is written in them. */
function lapsingName(case_: Case, instrument: Id, of: 'ends' | 'suspensions'): string {
  const inArticles = (case_.instruments.get(instrument)?.[of] ?? []).every(({ article }) => article !== undefined);
  return inArticles ? `what ${labelOf(case_, instrument)} commands` : labelOf(case_, instrument);
}

/** How the instruments come into force and end. */
function lifeSection(case_: Case, verdict: Verdict, { ends, entries, suspensions }: Details, most: number, style: Style): Section {
  const lines: string[] = [];
  const add = (text: string): number => lines.push(paragraph(capital(text), style.width, '  '));
  const hostile = listed(actorNames(case_, verdict.hostile));
  for (const { instrument, can, needsHostile, needed } of entries) {
    const name = labelOf(case_, instrument);
    if (!can) add(`${name} cannot enter into force.`);
    else if (needsHostile) add(`${name} does not enter into force without ${verdict.hostile.length === 1 ? hostile : `somebody of the attacker’s side (${hostile})`}.`);
    else if (needed.length > 0) add(`${name} does not enter into force without ${listed(actorNames(case_, needed), 'and', 6)}.`);
    else add(`${name} needs no particular state to enter into force.`);
  }
  for (const [verb, of, lapses] of [['end', 'ends', ends], ['suspend', 'suspensions', suspensions]] as const) {
    for (const { instrument, byHostile, coalitions } of lapses) {
      const name = lapsingName(case_, instrument, of);
      if (coalitions.count === 0n) add(`Nobody can ${verb} ${name}.`);
      else {
        add(byHostile ? `${hostile} alone can ${verb} ${name}.` : `Smallest sets of states that can ${verb} ${name}: ${coalitionCount(case_, coalitions, most)}.`);
        if (!byHostile) lines.push(...coalitionLines(case_, coalitions, most, style));
      }
    }
  }
  return { title: 'How it enters into force and ends', lines };
}

function cellText(case_: Case, verdict: Verdict, cell: Cell, steps: readonly StoryStep[], most: number, style: Style): string {
  const { palette, width } = style;
  const texts = textsWords(cell.texts);
  const paint = strengthPaint(palette, cell.strength);
  const lines = strengthSentences(case_, verdict, cell).map((line, index) => {
    const set = paragraph(line, width, '  ');
    return index === 0 ? paint(set) : set;
  });
  const verdictLines = texts === undefined ? lines : [palette.bold(paragraph(capital(texts), width)), ...lines];
  const told = [...cell.text.values()];
  const one = told.length === 0 ? undefined : `the text with ${listed(told)}`;
  const exemplary = cell.varies === true
    ? [paragraph(`Who can stop it and the rest differs by text; what follows is said only of ${one ?? 'one of them'}.`, width, '  ')]
    : one === undefined ? [] : [palette.dim(paragraph(`Told for ${one}.`, width, '  '))];
  const sections = [
    storySection(case_, steps, style),
    stopSection(case_, verdict, cell.details, most, style),
    holdSection(case_, cell.details, most, style),
    robustnessSection(case_, verdict, cell, style),
    lifeSection(case_, verdict, cell.details, most, style),
  ].filter((section) => section.lines.length > 0);
  return [[...verdictLines, ...exemplary].join('\n'), ...sections.map((section) => sectionText(section, style))].join('\n\n');
}

/** Promises of acts, for which a text can lack a clause. */
const ACTS: ReadonlySet<string | undefined> = new Set(['act', 'and', 'or']);

/** A verdict explained, at most `most` coalitions of each kind shown. */
export function explanationText(case_: Case, { verdict, stories }: Explanation, style: Style, most = 10): string {
  const cells = verdict.cells.map((cell, index) => cellText(case_, verdict, cell, stories[index] ?? [], most, style));
  const silent = verdict.clauses.length === 0 && ACTS.has(case_.promises.get(verdict.promise)?.expr.kind) ? ['  No clause of these texts speaks of it.'] : [];
  return [heading(case_, verdict, style), ...silent, ...cells].join('\n\n');
}
