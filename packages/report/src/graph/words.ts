/** What a picture says of a step: who bears it, by when, and who can stop it. */
import { helpersOf, type CaseGraph, type GraphStep } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { smallest } from '../coalitions.js';
import { actLabel, actorNames, articleWords, fullName, labelOf } from '../names.js';
import { meanwhileWords, promiseKind, strengthWords } from '../strength.js';
import { capital, counted, listed, sentence, timeWords } from '../words.js';

/** What stands in front of a line: a full sign for the hostile side, an open one for others, a cross for what cannot be. */
export type Mark = 'hostile' | 'other' | 'never';

/** One line of a box before it is broken. */
export interface Line {
  readonly text: string;
  readonly style: 'title' | 'plain' | 'quiet' | 'strong';
  readonly mark?: Mark;
  /** It is about the hostile side. */
  readonly hostile?: boolean;
}

/** Names that a picture spells out one by one. */
const MOST_NAMES = 8;

const namesOf = (case_: Case, ids: readonly Id[]): string => listed(actorNames(case_, ids));

/** Everything that a box says, above and below its line. */
export function boxLines(case_: Case, graph: CaseGraph, step: GraphStep): { readonly above: readonly Line[]; readonly below: readonly Line[] } {
  const above: Line[] = [{ text: capital(step.title), style: 'title' }];
  const add = (text: string | undefined, style: Line['style'] = 'plain'): void => {
    if (text !== undefined && text !== '') above.push({ text, style });
  };
  if (step.verdict !== undefined) for (const line of verdictLines(case_, graph, step.verdict)) above.push(line);
  // Of the willing it is said first who they are: the text goes on with “they”.
  const [first, second] = step.kind === 'will' ? [bearerWords(case_, step), step.text] : [step.text, bearerWords(case_, step)];
  add(first);
  add(second);
  if (step.hostileBearers.length > 0 && step.kind === 'duty') add(`bound too, but hostile and not counted on: ${namesOf(case_, step.hostileBearers)}`, 'quiet');
  add(step.deadline === undefined ? undefined : `${step.kind === 'verdict' ? 'to be kept' : 'time:'} ${step.deadline}`);
  add(step.article === undefined ? undefined : articleWords(step.article), 'quiet');
  return { above, below: stopLines(case_, graph, step) };
}

function bearerWords(case_: Case, { kind, bearers, bearerName }: GraphStep): string | undefined {
  if (bearers.length === 0) return undefined;
  const who = bearers.length > MOST_NAMES ? `${bearerName ?? 'they'} (${counted(bearers.length, 'state')})` : namesOf(case_, bearers);
  return kind === 'will' ? who : `${kind === 'ban' ? 'forbidden to' : kind === 'right' ? 'permitted to' : kind === 'limit' ? 'limits' : kind === 'pledge' ? 'pledged by' : 'owed by'}: ${who}`;
}

function verdictLines(case_: Case, { verdicts }: CaseGraph, verdict: NonNullable<GraphStep['verdict']>): readonly Line[] {
  const { promise, strength, meanwhile, general } = verdict;
  const expr = case_.promises.get(promise)?.expr;
  const kind = expr === undefined ? 'act' : promiseKind(expr);
  const lines: Line[] = [{ text: strength.toUpperCase(), style: 'strong' }, { text: sentence(strengthWords(strength, kind)), style: 'plain' }];
  if (general !== undefined) lines.push({ text: sentence(`owed is only to “${actLabel(case_, general.act)}”, and that is ${general.strength}`), style: 'plain' });
  if (meanwhile !== undefined && kind === 'act' && (strength === 'captive' || strength === 'hollow')) lines.push({ text: sentence(meanwhileWords(meanwhile)), style: 'plain' });
  const cell = verdicts.find((each) => each.verdict.promise === promise)?.cell;
  if (cell?.details.pledged !== undefined && cell.varies !== true) lines.push({ text: sentence(`if the pledges, which do not bind, are counted as kept: ${cell.details.pledged}`), style: 'plain' });
  if (cell?.details.longest !== undefined && cell.varies !== true) lines.push({ text: sentence(`it may take ${timeWords(cell.details.longest)}`), style: 'plain' });
  return lines;
}

/** What is done to a step by those who can stop it. */
const VERBS: Partial<Record<GraphStep['kind'], string>> = { end: 'end it', suspension: 'suspend it' };

/** Kinds at which nobody stops anything: they are what happens, or what is commanded once the way to it is open. */
const UNSTOPPED: ReadonlySet<GraphStep['kind']> = new Set(['event', 'duty', 'right', 'ban', 'limit', 'pledge', 'wait']);

/** Who can stop the step, the hostile side first and marked. */
export function stopLines(case_: Case, { hostile }: CaseGraph, { kind, reach, stops, unsettled, bearers, verdict }: GraphStep): readonly Line[] {
  const verb = VERBS[kind] ?? 'stop it';
  const lines: Line[] = [];
  const add = (mark: Mark | undefined, text: string, style: Line['style'] = 'plain'): number => lines.push({ text, style, ...(mark === undefined ? {} : { mark }), ...(mark === 'hostile' ? { hostile: true } : {}) });
  if (kind === 'will' && bearers.length === 0) return [{ text: 'Closed to all of them', style: 'plain', mark: 'never' }];
  if (unsettled && reach === 'never' && kind !== 'verdict') return [{ text: 'Left open: counted as not so', style: 'plain', mark: 'never' }];
  if (reach === 'never' && kind !== 'verdict') return [{ text: kind === 'event' ? 'Does not happen here' : 'Cannot come about', style: 'plain', mark: 'never' }];
  const own = stops.vetoers.filter((actor) => hostile.includes(actor));
  const others = stops.vetoers.filter((actor) => !hostile.includes(actor));
  if (own.length > 0) add('hostile', `HOSTILE: ${namesOf(case_, own)} can ${verb}${own.length > 1 ? ', each alone' : ' alone'}`, 'strong');
  if (others.length > 0) add('other', others.length === 1 ? `${namesOf(case_, others)} can ${verb} alone` : `${namesOf(case_, others)} can ${verb}, each alone`);
  if (own.length === 0 && stops.hostile) add('hostile', `HOSTILE: ${namesOf(case_, hostile)} can ${verb}${hostile.length > 1 ? ' together' : ''}`, 'strong');
  const helpers = verdict?.strength === 'hollow' ? [] : helpersOf(stops);
  if (helpers.length > 0) add('other', `With the hostile side, ${helpers.length > MOST_NAMES ? `any of ${helpers.length}` : listed(actorNames(case_, helpers), 'or')} can ${verb}`);
  const least = smallest(stops.coalitions);
  const fewer = stops.withHostile === undefined ? Infinity : (smallest(stops.withHostile.stopping)?.length ?? Infinity);
  if (helpers.length === 0 && stops.vetoers.length === 0 && least !== undefined && least.length > 0 && verdict?.strength !== 'hollow') {
    if (verdict?.strength === 'voluntary') add(undefined, stops.coalitions.count === 1n && least.length <= MOST_NAMES ? `Fails if ${namesOf(case_, least)} ${least.length === 1 ? 'declines' : 'all decline'}` : `Fails if ${least.length} of them decline`);
    else if (kind === 'will') add(undefined, least.length === bearers.length && stops.coalitions.count === 1n ? 'Fails only if all of them decline' : `Fails if ${least.length} of them decline`);
    else if (stops.coalitions.count === 1n && least.length <= MOST_NAMES) add('other', `${namesOf(case_, least)} together can ${verb}`);
    else if (fewer < least.length) add('other', `With the hostile side, it takes ${fewer} others to ${verb}`);
    else add('other', `It takes ${least.length} together to ${verb}`);
  }
  if (lines.length === 0 && (kind === 'end' || kind === 'suspension') && reach === 'certain') add(undefined, 'Comes by itself');
  if (lines.length === 0 && kind !== 'verdict' && kind !== 'end' && kind !== 'suspension' && kind !== 'will' && !UNSTOPPED.has(kind) && reach === 'certain') add(undefined, 'Nobody can lawfully stop it');
  if (kind === 'verdict' && unsettled) add('never', 'Turns on what the scenario leaves open');
  return lines;
}

/** The lines above a picture: what it shows, and of which text. */
export function headLines(case_: Case, graph: CaseGraph): readonly string[] {
  const { arrangement, scenario, date, hostile, victims, fixed, shown, verdicts } = graph;
  const open = verdicts.reduce((most, { verdict }) => (verdict.texts > most ? verdict.texts : most), 1n);
  const sides = [
    `hostile: ${hostile.length === 0 ? 'nobody' : namesOf(case_, hostile)}`,
    `in need: ${victims.length === 0 ? 'nobody' : namesOf(case_, victims)}`,
  ];
  const options = (ids: readonly Id[]): string => ids.map((id) => `${labelOf(case_, case_.options.get(id)?.issue ?? id).replace(/([^?])$/, '$1:')} ${labelOf(case_, id)}`).join('; ');
  return [
    `Under ${fullName(case_, arrangement)}, when ${fullName(case_, scenario)}${date === undefined ? '' : `, on ${date}`}`,
    sides.join('; '),
    ...(fixed.length > 0 ? [`Text: ${options(fixed)}`] : []),
    ...(shown.length > 0 ? [`Of ${counted(open, 'text')} that are left open, this is one: ${options(shown)}`] : []),
  ].map(sentence);
}

/** The title of a picture. */
export function titleOf(case_: Case, { verdicts, arrangement }: CaseGraph): string {
  return verdicts.length === 1 ? `${capital(labelOf(case_, verdicts[0]!.verdict.promise))}: from trigger to response` : `${labelOf(case_, arrangement)}: from trigger to response`;
}

/** The picture told in words, for those who do not see it. */
export function description(case_: Case, graph: CaseGraph): string {
  const steps = graph.steps.map((step) => {
    const { above, below } = boxLines(case_, graph, step);
    return [...above, ...below].map(({ text }) => text.replace(/\.$/, '')).join('; ');
  });
  return [...headLines(case_, graph), ...steps.map(sentence)].join(' ');
}
