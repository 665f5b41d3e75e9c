/** The witness of every verdict of the real case, told as a story: complete, in place, and with the end that the verdict has. */
import { decisionsIn, judgeAll, normOf, story, type Cell, type StoryStep, type Verdict } from '@casus/analysis';
import type { Id, Norm, PromiseExpr, Witness } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFolder, compileText } from './support/cases.js';

const case_ = caseOf(compileFolder('cases/ukraine-2025'));
const cells = judgeAll(case_).flatMap((verdict) => verdict.cells.map((cell) => ({ verdict, cell, name: `${verdict.promise} ${verdict.arrangement} ${verdict.scenario} ${verdict.attackers.join('+')}` })));

/** Every course of play that can be told: the witness, and for captive promises the one with everybody's consent. */
const courses = (cell: Cell): Witness[] => [cell.details.witness, ...(cell.strength === 'captive' && cell.details.consent !== undefined ? [cell.details.consent] : [])];

const takenIn = (verdict: Verdict, cell: Cell) => (option: Id): boolean =>
  verdict.fixed.includes(option) || cell.text.get(case_.options.get(option)!.issue) === option;

/** How a story ends when the promise is kept and when it is not: by what is promised, else by the half that was played. */
const ENDS: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  owed: [/is owed to .+\.$/, /^Nobody owes .+\.$/],
  possible: [/comes about, though nobody owes it\.$/, /does not come about\.$/],
  decision: [/^The decision is taken: /, /^The decision is not taken: /],
  'free-to': [/^Nothing takes this freedom away: /, /^This freedom is taken away: /],
  'no-limit': [/^No limit stands in the way: /, /^A limit stands in the way: /],
};

/** A clause about the promised act towards one thing, where another is promised: a ban on joining the Alliance is none on joining the Union. */
const isAimedElsewhere = ({ action }: Norm, expr: PromiseExpr): boolean =>
  (expr.kind === 'act' || expr.kind === 'free-to') && expr.target.kind === 'thing' && action.kind === 'act' && action.target.kind === 'thing' && action.target.id !== expr.target.id;

const votesIn = (steps: readonly StoryStep[]): StoryStep[] => steps.filter(({ text }) => /The decision is (not )?taken\.$/.test(text));

describe('the story of each verdict of the real case', () => {
  it('is there to be told', () => {
    expect(cells.length).toBeGreaterThan(100);
  });

  it('ends as the witness says', () => {
    for (const { verdict, cell, name } of cells) {
      const { label, expr } = case_.promises.get(verdict.promise)!;
      for (const witness of courses(cell)) {
        const last = story(case_, verdict, cell, witness).at(-1)!;
        expect(last.outcome, name).toBe(witness.value ? 'for' : 'against');
        expect(last.text, name).toContain(`“${label}”`);
        const [kept, broken] = ENDS[expr.kind] ?? ENDS[witness.half]!;
        expect(last.text, name).toMatch(witness.value ? kept : broken);
      }
    }
  });

  it('has a step for every event, every decision and every clause of the text', () => {
    for (const { verdict, cell, name } of cells) {
      const steps = story(case_, verdict, cell);
      const scenario = case_.scenarios.get(verdict.scenario)!;
      for (const event of scenario.events) expect(steps.some(({ place }) => place === event.place), `${name}: event`).toBe(true);
      const taken = takenIn(verdict, cell);
      const parties = case_.arrangements.get(verdict.arrangement)!.instruments;
      const clauses = verdict.clauses.flatMap((id) => normOf(case_, id) ?? []).filter((norm) => parties.includes(norm.instrument) && norm.options.every(taken));
      const told = steps.filter(({ article }) => article !== undefined);
      const standing = clauses.filter(({ place }) => told.some((step) => step.place === place));
      // A clause that binds nobody in this scenario, or is about the act towards another, is not told; every other one is, once.
      const { expr } = case_.promises.get(verdict.promise)!;
      for (const norm of clauses.filter((clause) => !standing.includes(clause))) expect(norm.bearer.kind === 'role' || norm.bearer.kind === 'difference' || isAimedElsewhere(norm, expr), `${name}: ${norm.id}`).toBe(true);
      for (const norm of standing) expect(isAimedElsewhere(norm, expr), `${name}: ${norm.id}`).toBe(false);
      expect(told.length, name).toBe(standing.length);
      const decisions = [...decisionsIn(case_.promises.get(verdict.promise)!.expr, taken), ...standing.flatMap((norm) => decisionsIn([norm.when, norm.unless], taken))];
      const votes = new Set(decisions.map(({ ballots }) => ballots));
      const counted = votesIn(steps);
      expect(counted.length, `${name}: votes`).toBeGreaterThanOrEqual(votes.size);
      if (votes.size === 0) expect(counted, name).toEqual([]);
    }
  });

  it('marks each vote by whether the decision is taken', () => {
    for (const { verdict, cell, name } of cells) {
      for (const { text, outcome } of votesIn(story(case_, verdict, cell))) {
        expect(outcome, name).toBe(text.endsWith('The decision is taken.') ? 'for' : 'against');
      }
    }
  });

  it('has every place inside its file, and the words that it quotes stand there', () => {
    for (const { verdict, cell, name } of cells) {
      for (const { place, text } of story(case_, verdict, cell)) {
        if (place === undefined) continue;
        const file = case_.files.find(({ path }) => path === place.file);
        expect(file, `${name}: ${place.file}`).toBeDefined();
        expect(place.offset >= 0 && place.offset < place.end && place.end <= file!.text.length, `${name}: ${text}`).toBe(true);
        expect(file!.text.slice(0, place.offset).split('\n').length, name).toBe(place.line);
      }
    }
  });

  it('never lets somebody hostile work for the promise, except by consent', () => {
    for (const { verdict, cell, name } of cells) {
      for (const { actor, outcome } of story(case_, verdict, cell)) {
        if (actor !== undefined && outcome === 'for') expect(verdict.hostile.includes(actor), name).toBe(false);
      }
    }
  });

  it('tells the veto of Istanbul: four vote yes, Russia votes no, and nobody owes anything', () => {
    const { verdict, cell } = cells.find(({ name }) => name === 'Help Istanbul RussiaAttacks Russia')!;
    const texts = story(case_, verdict, cell).map(({ text }) => text);
    const [vote = ''] = votesIn(story(case_, verdict, cell)).map(({ text }) => text);
    expect(vote).toContain('The decision is not taken.');
    expect(vote).toContain('Russia votes no');
    expect(vote).toContain('The rule is “unanimously”');
    expect(vote).toMatch(/(China|France|United Kingdom|United States|, | and )+ vote yes/);
    expect(texts.some((text) => text.includes('The duty does not fall due'))).toBe(true);
    expect(texts.at(-1)).toMatch(/^Nobody owes Ukraine/);
    const agreed = story(case_, verdict, cell, cell.details.consent);
    expect(agreed.at(-1)!.text).toContain('is owed to Ukraine');
    expect(votesIn(agreed)[0]!.text).not.toContain('votes no');
  });
});

describe('the story of a promise', () => {
  it('tells what concerns the promised act, and not the same act towards others', () => {
    const other = caseOf(compileText(`case "Two neighbours"
actor Arcadia, Borduria, Syldavia
act assist "come to the aid of"
treaty Pact {
  parties Arcadia, Borduria, Syldavia
  article 1 { upon armed attack on Arcadia, Syldavia shall assist Arcadia within 3 days }
  article 2 { Arcadia shall not assist Borduria }
}
treaty Chain {
  parties Arcadia, Borduria, Syldavia
  article 1 { Syldavia shall assist Arcadia if Borduria assists Syldavia }
  article 2 { Borduria shall assist Syldavia within 3 days }
}
scenario Attack { Borduria attacks Arcadia }
promise Help { Syldavia assist Arcadia }
`));
    const told = (arrangement: string): (string | undefined)[] => {
      const verdict = judgeAll(other).find((one) => one.arrangement === arrangement)!;
      return story(other, verdict, verdict.cells[0]!).flatMap(({ article }) => article ?? []);
    };
    expect(told('Pact')).toEqual(['Pact, article 1']);
    // What the condition asks about counts.
    expect(told('Chain')).toEqual(['Chain, article 1', 'Chain, article 2']);
  });
});
