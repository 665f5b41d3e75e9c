/** The server on the studied case: it finds what the command finds, and works out again only what an edit touches. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { positionFindings } from '@casus/agreement';
import { check } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { Cases } from '../src/case/cases.js';
import type { CaseSession, Told } from '../src/case/session.js';
import { disk } from '../src/disk.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'cases', 'ukraine-2025');
const uriOf = (name: string): string => pathToFileURL(join(FOLDER, name)).href;
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** Cases on this machine's files, and what they tell. */
function cases(): { readonly cases: Cases; readonly judged: (after?: Told) => Promise<Told>; readonly session: () => CaseSession; readonly told: () => readonly Told[] } {
  const told: { readonly session: CaseSession; readonly told: Told }[] = [];
  let wake = (): void => undefined;
  const made = new Cases(disk(ROOT), { judgeAfter: 0 }, (session, what) => {
    if (what !== undefined) told.push({ session, told: what });
    wake();
  }, (error) => {
    throw error;
  });
  const judged = async (after?: Told): Promise<Told> => {
    for (;;) {
      const last = told.at(-1)?.told;
      if (last?.judged !== undefined && last.judged !== after?.judged) return last;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { cases: made, judged, session: () => told.at(-1)!.session, told: () => told.map((each) => each.told) };
}

describe('the case of Ukraine in 2025', () => {
  it('is one case with all files of its folder, and finds what a check finds', async () => {
    const { cases: made, judged, session } = cases();
    made.open(uriOf('judgment.casus'), textOf('judgment.casus'));
    const { findings, read, judged: last } = await judged();
    expect(session().own).toEqual(readdirSync(FOLDER).filter((name) => name.endsWith('.casus')).sort().map(uriOf));
    const cold = check(read.value, read.findings, last!.evidence, { also: positionFindings() });
    expect(findings).toEqual(cold.findings);
    expect(last!.verdicts).toEqual(cold.verdicts);
    expect(last!.verdicts.length).toBeGreaterThan(100);
    expect(read.names.occurrences.every(({ place, written }) => read.texts.get(place.file)!.slice(place.offset, place.end) === written)).toBe(true);
  });

  it('judges nothing again when only words change, and what an edit touches when more does', async () => {
    const { cases: made, judged, session } = cases();
    const text = textOf('judgment.casus');
    made.open(uriOf('judgment.casus'), text);
    const first = await judged();
    const before = session().judgments;
    made.change(uriOf('judgment.casus'), text.replace("a guarantor comes to the victim's aid", "a guarantor comes to the aid of the victim").replace('// ---- scenarios', '\n// ---- scenarios'));
    const second = await judged(first);
    expect(session().judgments).toBe(before);
    expect(second.judged!.verdicts.length).toBe(first.judged!.verdicts.length);
    made.change(uriOf('judgment.casus'), text.replace('{ UnionCouncil adopts accession }', '{ UnionCouncil adopts accession within 30 days }'));
    await judged(second);
    const again = session().judgments - before;
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThan(before / 2);
  });

  it('does other work while it judges, and gives up what is no longer wanted', async () => {
    const { cases: made, judged, told } = cases();
    const text = textOf('judgment.casus');
    made.open(uriOf('judgment.casus'), text);
    let [turns, running] = [0, true];
    const turn = (): void => {
      // The case is read, and its judging has begun: each turn is one that judging left to others.
      if (told().length > 0 && ++turns === 2) made.change(uriOf('judgment.casus'), `${text}\nactor Latecomer\n`);
      if (running) setTimeout(turn, 0);
    };
    turn();
    const first = await judged();
    running = false;
    expect(turns).toBeGreaterThan(2);
    expect(first.read.value.actors.has('Latecomer')).toBe(true);
    expect(told().filter((each) => each.judged !== undefined && each.stories === undefined)).toHaveLength(1);
  });
});
