/** The way from trigger to response: which steps there are, how they follow, and who can stop each. */
import { graphsOf, judge, promisesOf, type CaseGraph, type GraphStep, type StepKind } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFolder, compileText } from './support/cases.js';

const HEAD = `case "Pacts"
actor Arcadia, Borduria, Lindoria, Ruritania, Syldavia
group Guarantors "guarantor states" = Borduria, Lindoria, Ruritania
act assist "come to the aid of"
act use-force "use armed force for" is an assist
act consult "consult"
act join "join"
attribute personnel "armed forces" in persons
fact ceasefire "a ceasefire holds"
organisation Pact9 "the Northern Pact"
body Council "Council of the Pact" { members Guarantors, Syldavia  matter aggression "finding of an aggression"  decides aggression by at least 3 members }
scenario Attack "Borduria attacks" { Borduria attacks Arcadia }
scenario WithFriend "Borduria attacks, Ruritania beside it" { Borduria attacks Arcadia  Ruritania sides with the attacker }
scenario AnyAttack "a guarantor attacks" { any of Guarantors attacks Arcadia }
scenario Threat "Borduria threatens" { Borduria threatens Arcadia }
promise Help "somebody comes" { at least 1 of Guarantors assist Arcadia }
promise Force "somebody fights" { at least 1 of Guarantors use-force for Arcadia }
promise Free "Arcadia may join" { Arcadia is free to join Pact9 }
promise Finding "the Council finds it" { Council adopts aggression }
`;

const pact = (articles: string, rest = ''): string => `${HEAD}treaty Pact "The Pact" { parties Arcadia, Guarantors\n${articles}\n${rest}}\n`;
const GUARD = 'each of Guarantors shall assist Arcadia';

function drawn(text: string, promise = 'Help', scenario = 'Attack', options: readonly string[] = []): CaseGraph {
  const graphs = graphsOf(caseOf(compileText(text)), { promises: [promise], arrangement: 'Pact', scenario, options });
  expect(graphs).toHaveLength(1);
  return graphs[0]!;
}

function step({ steps }: CaseGraph, kind: StepKind, title?: string): GraphStep {
  const found = steps.filter((each) => each.kind === kind && (title === undefined || each.title.includes(title)));
  expect(found, `${kind} ${title ?? ''} in ${steps.map(({ id, title: words }) => `${id} ${words}`).join('; ')}`).toHaveLength(1);
  return found[0]!;
}

/** The edges as “kind -edge-> kind”. */
const ways = ({ steps, edges }: CaseGraph): readonly string[] => {
  const kindOf = new Map(steps.map(({ id, kind }) => [id, kind]));
  return edges.map(({ from, to, kind }) => `${kindOf.get(from)} -${kind}-> ${kindOf.get(to)}`);
};

describe('the steps of a duty', () => {
  it('that waits for nothing: from the event to the duty to the verdict, and nobody can stop it', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then ${GUARD} within 10 days }`));
    expect(ways(graph)).toEqual(['event -leads-> duty', 'duty -leads-> verdict']);
    expect(step(graph, 'duty')).toMatchObject({ title: 'Duty to come to the aid of Arcadia', deadline: 'within 10 days', article: 'The Pact, article 1', bearers: ['Lindoria', 'Ruritania'], hostileBearers: ['Borduria'], reach: 'certain' });
    expect(graph.steps.flatMap(({ stops }) => stops.vetoers)).toEqual([]);
    expect(step(graph, 'verdict').verdict).toEqual({ promise: 'Help', strength: 'automatic' });
  });

  it('that everybody bears towards the victim: the victim does not bear it', () => {
    const graph = drawn(pact('article 1 { upon armed attack on any of the parties then each of the parties shall assist the victim }'));
    expect(step(graph, 'duty').bearers).toEqual(['Lindoria', 'Ruritania']);
  });

  it('that waits for a decision: each member can stop it, by the game of that step alone', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then if Guarantors decide unanimously within 3 days then ${GUARD} }`));
    const decision = step(graph, 'decision');
    expect(decision).toMatchObject({ title: 'Decision: guarantor states', text: 'unanimously', deadline: 'within 3 days', reach: 'captive', stops: { hostile: true, coalitions: { count: 3n } } });
    expect([...decision.stops.vetoers].sort()).toEqual(['Borduria', 'Lindoria', 'Ruritania']);
    expect(ways(graph)).toContain('decision -leads-> duty');
    expect(step(graph, 'duty').deadline).toBe('no time limit');
  });

  it('a rule that leaves the attacker out cannot be stopped by it', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then if Guarantors decide unanimously, the attacker not voting, then ${GUARD} }`));
    expect(step(graph, 'decision')).toMatchObject({ reach: 'open', stops: { hostile: false } });
    expect([...step(graph, 'decision').stops.vetoers].sort()).toEqual(['Lindoria', 'Ruritania']);
  });

  it('a majority has no single veto; the smallest sets that can stop it are told', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then if Guarantors decide by at least 2 members then ${GUARD} }`), 'Help', 'WithFriend');
    expect(step(graph, 'decision')).toMatchObject({ reach: 'captive', stops: { vetoers: [], hostile: true, coalitions: { count: 3n } } });
    expect(step(graph, 'decision').stops.coalitions.first[0]).toHaveLength(2);
  });

  it('conditions that are all needed stand one after the other, in the order of the text', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then if Council adopts aggression and Arcadia requests help then ${GUARD} }`));
    expect(ways(graph).slice(0, 4)).toEqual(['event -leads-> decision', 'decision -leads-> request', 'request -leads-> duty', 'duty -leads-> verdict']);
    expect(step(graph, 'decision')).toMatchObject({ title: 'Decision: Council of the Pact', text: 'finding of an aggression: by at least 3 members' });
    // The victim works for its own promise: its request stops nothing.
    expect(step(graph, 'request')).toMatchObject({ reach: 'certain', stops: { vetoers: [] } });
  });

  it('conditions of which one is enough stand side by side', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then if Council adopts aggression or Guarantors decide unanimously then ${GUARD} }`));
    expect(ways(graph).filter((way) => way === 'event -leads-> decision')).toHaveLength(2);
    expect(ways(graph).filter((way) => way === 'decision -leads-> duty')).toHaveLength(2);
  });

  it('one decision that two clauses wait for is one step', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia { if Guarantors decide unanimously then ${GUARD}  Guarantors shall not assist Arcadia unless Guarantors decide unanimously } }`));
    expect(graph.steps.filter(({ kind }) => kind === 'decision')).toHaveLength(1);
    expect(ways(graph)).toContain('decision -lifts-> ban');
    // The ban is lifted whenever the duty falls due.
    expect(ways(graph)).not.toContain('ban -forbids-> duty');
    expect(ways(graph)).toContain('ban -forbids-> will');
    expect(ways(graph)).toContain('will -closed-> verdict');
    expect(step(graph, 'will')).toMatchObject({ bearers: [], reach: 'never' });
  });

  it('a decision that fails in time opens the way of the fallback', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia { if Guarantors decide unanimously within 3 days then Guarantors shall consult failing which any of Guarantors shall assist Arcadia } }`));
    expect(step(graph, 'lapse')).toMatchObject({ title: 'No decision in time: guarantor states', deadline: 'within 3 days' });
    expect(step(graph, 'duty').text).toBe('any one of them: the text does not say which');
  });

  it('conduct that a condition asks for is led to by the duty to it', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia { Guarantors shall consult within 2 days  if all of Guarantors consult then ${GUARD} } }`));
    expect(ways(graph)).toContain('duty -leads-> conduct');
    expect(ways(graph)).toContain('conduct -leads-> duty');
    expect(step(graph, 'duty', 'consult').deadline).toBe('within 2 days');
  });

  it('a delay is a step of its own', () => {
    expect(step(drawn(pact(`article 1 { if 3 days after armed attack on Arcadia then ${GUARD} }`)), 'wait').title).toBe('3 days later');
  });

  it('a finding that each bearer makes for itself is one step: who can stop that nobody finds it', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then each of Guarantors shall assist Arcadia once it finds that ceasefire }`));
    expect(step(graph, 'determination')).toMatchObject({ title: 'Finding: each for itself', text: 'a ceasefire holds', reach: 'open', stops: { vetoers: [], coalitions: { count: 1n, first: [['Lindoria', 'Ruritania']] } } });
    const council = drawn(pact(`article 1 { upon armed attack on Arcadia { once Lindoria finds that ceasefire at the request of Arcadia within 7 days then ${GUARD}  failing which any of Guarantors shall assist Arcadia } }`));
    expect(step(council, 'determination')).toMatchObject({ title: 'Finding: Lindoria', text: 'a ceasefire holds, at the request of Arcadia', deadline: 'within 7 days', stops: { vetoers: ['Lindoria'] } });
    expect(step(council, 'lapse').title).toBe('No finding in time: Lindoria');
  });

  it('of a fact left open it says so; one that is settled needs no step', () => {
    const text = pact(`article 1 { upon armed attack on Arcadia then if ceasefire then ${GUARD} }`);
    expect(step(drawn(text), 'fact')).toMatchObject({ title: 'a ceasefire holds', reach: 'never', unsettled: true });
    const settled = drawn(text.replace('scenario Attack "Borduria attacks" { Borduria attacks Arcadia }', 'scenario Attack { Borduria attacks Arcadia assume ceasefire }'));
    expect(settled.steps.filter(({ kind }) => kind === 'fact')).toEqual([]);
  });

  it('an event that the scenario does not have shows what is missing', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then ${GUARD} }`), 'Help', 'Threat');
    expect(graph.steps.filter(({ kind }) => kind === 'event').map(({ reach }) => reach)).toEqual(['certain', 'never']);
  });
});

describe('what stands beside the way', () => {
  it('entry into force and end, with who can stop the one and bring about the other', () => {
    const graph = drawn(pact(`article 1 { upon armed attack on Arcadia then ${GUARD} }`, 'in force once ratified by all parties\nends when Borduria withdraws\nsuspended when Lindoria withdraws\n'));
    expect(step(graph, 'suspension')).toMatchObject({ stops: { vetoers: ['Lindoria'], hostile: false } });
    expect([...step(graph, 'entry').stops.vetoers].sort()).toEqual(['Borduria', 'Lindoria', 'Ruritania']);
    expect(step(graph, 'end')).toMatchObject({ stops: { vetoers: ['Borduria'], hostile: true } });
    expect(ways(graph)).toEqual(expect.arrayContaining(['entry -needs-> duty', 'end -ends-> verdict', 'suspension -suspends-> verdict']));
  });

  it('the free will of those whom nothing forbids it, where nothing is owed', () => {
    const graph = drawn(pact('article 1 { Guarantors may assist Arcadia }'));
    expect(step(graph, 'will')).toMatchObject({ bearers: ['Lindoria', 'Ruritania'], reach: 'open', stops: { vetoers: [], coalitions: { count: 1n, first: [['Lindoria', 'Ruritania']] } } });
    expect(ways(graph)).toEqual(expect.arrayContaining(['will -free-> verdict', 'right -permits-> will']));
  });

  it('a right that takes a ban back leads to the ban', () => {
    const graph = drawn(pact('article 1 { Guarantors shall not use-force for Arcadia }\narticle 2 { if Council adopts aggression then Guarantors may use-force for Arcadia }'), 'Force');
    expect(ways(graph)).toEqual(expect.arrayContaining(['decision -leads-> right', 'right -lifts-> ban', 'ban -forbids-> will']));
  });

  it('a pledge leads to what is not owed', () => {
    const graph = drawn(pact('article 1 { upon armed attack on Arcadia then Guarantors pledge to assist Arcadia }'));
    expect(ways(graph)).toContain('pledge -free-> verdict');
  });
});

describe('promises of other kinds', () => {
  it('a freedom: the bans that take it away; with none, it stands from the start', () => {
    expect(ways(drawn(pact('article 1 { Arcadia shall not join Pact9 }'), 'Free'))).toEqual(['ban -forbids-> verdict']);
    expect(ways(drawn(pact('article 1 { Guarantors shall not join Pact9 }'), 'Free'))).toEqual(['event -leads-> verdict']);
  });

  it('a decision', () => {
    expect(ways(drawn(pact(''), 'Finding'))).toEqual(['event -leads-> decision', 'decision -leads-> verdict']);
  });
});

describe('the text and the attacker that are shown', () => {
  const OPEN = `${HEAD}issue how { option together option alone }
treaty Pact { parties Arcadia, Guarantors
article 1 { upon armed attack on Arcadia then if Guarantors decide [how.together: unanimously | how.alone: without a vote] then ${GUARD} } }
`;

  it('of an open text one is shown, and which', () => {
    const graph = drawn(OPEN);
    expect(graph.shown).toEqual(['how.alone']);
    expect(step(graph, 'decision')).toMatchObject({ text: 'no vote is needed', reach: 'certain' });
    const fixed = drawn(OPEN, 'Help', 'Attack', ['how.together']);
    expect(fixed).toMatchObject({ fixed: ['how.together'], shown: [] });
    expect(step(fixed, 'decision').reach).toBe('captive');
  });

  it('of a family there is one graph for each attacker', () => {
    const graphs = graphsOf(caseOf(compileText(OPEN)), { promises: ['Help'], arrangement: 'Pact', scenario: 'AnyAttack' });
    expect(graphs.map(({ attackers }) => attackers)).toEqual([['Borduria'], ['Lindoria'], ['Ruritania']]);
  });

  it('several promises share their steps', () => {
    const case_ = caseOf(compileText(OPEN));
    const promises = promisesOf(case_, 'Pact', 'Attack');
    expect(promises).toEqual(['Help', 'Force', 'Free', 'Finding']);
    const [graph] = graphsOf(case_, { promises, arrangement: 'Pact', scenario: 'Attack' });
    expect(graph!.steps.filter(({ kind }) => kind === 'verdict')).toHaveLength(4);
    expect(graph!.steps.filter(({ kind }) => kind === 'duty')).toHaveLength(1);
  });

  it('a name that the case does not have is refused', () => {
    expect(() => graphsOf(caseOf(compileText(OPEN)), { promises: ['Help'], arrangement: 'Nothing', scenario: 'Attack' })).toThrow('Nothing');
  });
});

describe('every judgment of the real case', () => {
  it('has a graph whose edges join its steps, that leads to the verdict of the judgment, and whose vetoers are its', () => {
    const case_ = caseOf(compileFolder('cases/ukraine-2025'));
    const asked = [...case_.arrangements.values()].flatMap(({ id, judged, promises, scenarios }) =>
      (judged ?? [{ promises, scenarios }]).flatMap((line) => line.scenarios.flatMap((scenario) => line.promises.map((promise) => ({ promise, arrangement: id, scenario })))));
    expect(asked.length).toBeGreaterThan(50);
    for (const { promise, ...request } of asked) {
      const graphs = graphsOf(case_, { ...request, promises: [promise] });
      const verdicts = judge(case_, { ...request, promise });
      expect(graphs).toHaveLength(verdicts.length);
      graphs.forEach((graph, i) => {
        const ids = new Set(graph.steps.map(({ id }) => id));
        expect(ids.size).toBe(graph.steps.length);
        for (const { from, to } of graph.edges) expect([ids.has(from), ids.has(to), from !== to]).toEqual([true, true, true]);
        const end = step(graph, 'verdict');
        const cell = graph.verdicts[0]!.cell;
        expect(verdicts[i]!.cells.map(({ strength }) => strength)).toContain(end.verdict!.strength);
        expect(end.stops.vetoers).toEqual(cell.details.vetoers);
        expect(graph.edges.some(({ to }) => to === end.id)).toBe(true);
        // Where one state alone can stop what would be owed, it can stop some step on the way.
        if (end.verdict!.strength !== 'captive' && end.verdict!.strength !== 'collective') return;
        const onTheWay = new Set(graph.steps.filter(({ kind }) => kind !== 'verdict').flatMap(({ stops }) => stops.vetoers));
        for (const vetoer of cell.details.vetoers) expect([request, promise, [...onTheWay]]).toEqual([request, promise, expect.arrayContaining([vetoer])]);
      });
    }
  });
});
