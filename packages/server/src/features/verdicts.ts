import { story, type Verdict } from '@casus/analysis';
import type { Case, Id, Strength } from '@casus/model';
import { cellLines, cellWords, promiseKind, strengthWords } from '@casus/report';
import { escaped, listed } from './words.js';

/** From the strength that needs looking at most to the one that needs it least. */
export const WORST_FIRST: readonly Strength[] = ['forbidden', 'captive', 'hollow', 'voluntary', 'collective', 'automatic'];

/** The weakest strength of a verdict. */
export function weakest({ cells }: Verdict): Strength {
  return WORST_FIRST.find((strength) => cells.some((cell) => cell.strength === strength)) ?? 'automatic';
}

/** Names in a short text; more are counted. */
const MOST_NAMES = 3;

function shortNames(case_: Case, ids: readonly Id[]): string {
  const names = ids.slice(0, MOST_NAMES).map((id) => case_.actors.get(id)?.name ?? id);
  return listed(ids.length > MOST_NAMES ? [...names, `${ids.length - MOST_NAMES} more`] : names, 'or');
}

/** `captive · Russia`: the strength, and who alone can stop it (the hostile side first). */
export function shortVerdict(case_: Case, verdict: Verdict, strength = weakest(verdict)): string {
  const cells = verdict.cells.filter((cell) => cell.strength === strength);
  const vetoers = [...new Set(cells.flatMap(({ details, varies }) => (varies === true ? [] : details.vetoers)))];
  const hostile = vetoers.filter((actor) => verdict.hostile.includes(actor));
  const stops = strength === 'forbidden' || strength === 'automatic' ? [] : hostile.length > 0 ? hostile : vetoers;
  const open = verdict.cells.some((cell) => cell.strength !== strength) ? ' in some texts' : '';
  return `${strength}${open}${stops.length === 0 ? '' : ` · ${shortNames(case_, stops)}`}`;
}

/** The scenario of a verdict, with the attacker where it leaves several open: `GuarantorAttacks (China)`. */
export function whenOf(case_: Case, { scenario, attackers }: Verdict): string {
  return case_.scenarios.get(scenario)?.everyAttacker === true ? `${scenario} (${shortNames(case_, attackers)})` : scenario;
}

/** A verdict in full sentences, as Markdown: its strength in each of the open texts, and what the strength means. */
export function verdictLines(case_: Case, verdict: Verdict): string[] {
  const kind = promiseKind(case_.promises.get(verdict.promise)?.expr ?? { kind: 'and', of: [], place: verdict.place });
  const strengths = [...new Set(verdict.cells.map(({ strength }) => strength))];
  return [...cellLines(case_, verdict).map(({ words }) => escaped(words)), ...strengths.map((strength) => `*${strength}*: ${strengthWords(strength, kind)}`)];
}

/** The witness of a verdict as a story, one line for each step. */
export function storyLines(case_: Case, verdict: Verdict, strength = weakest(verdict)): string[] {
  const cell = verdict.cells.find((each) => each.strength === strength) ?? verdict.cells[0];
  return cell === undefined ? [] : story(case_, verdict, cell).map(({ text, article }) => escaped(article === undefined ? text : `${text} (${article})`));
}

/** The verdict in one line with its arrangement, for lists. */
export function verdictLine(case_: Case, verdict: Verdict): string {
  const words = verdict.cells.map((cell) => cellWords(case_, verdict, cell));
  const attacker = case_.scenarios.get(verdict.scenario)?.everyAttacker === true ? `, ${shortNames(case_, verdict.attackers)} attacking` : '';
  return `\`${verdict.arrangement}\` when \`${verdict.scenario}\`${attacker}: ${escaped([...new Set(words)].join(' / '))}`;
}
