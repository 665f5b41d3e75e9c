/** What is too large to be worked out is told where it is asked for, and loses nothing else. The limit on nodes is lowered, so that small votes are too large. */
import { compile } from '@casus/language';
import type { Case, Finding } from '@casus/model';
import { describe, expect, it, vi } from 'vitest';
import { burdensOf, check, graphsOf, Session, story } from '../src/index.js';
import { late } from '../src/findings/promise/late.js';

/** What managers made from now on take, in nodes. */
const limit = vi.hoisted(() => ({ nodes: 1 << 20 }));

vi.mock('@casus/diagrams', async (original) => {
  const real = await original<typeof import('@casus/diagrams')>();
  return { ...real, Manager: class extends real.Manager { constructor() { super({ maxNodes: limit.nodes }); } } };
});

const SMALL = 1_000;

/** With so few nodes as long as `ask` runs. */
function withFewNodes<T>(ask: () => T): T {
  limit.nodes = SMALL;
  try {
    return ask();
  } finally {
    limit.nodes = 1 << 20;
  }
}

const NAMES = Array.from({ length: 20 }, (_, i) => `S${i + 1}`);
/** Figures that have little in common, so that nearly every set of voters comes to another sum. */
const FIGURES = NAMES.map((_, i) => 1_000_000 + (((i + 1) * 48_271 * 7_919) % 9_999_991));
const VOTE = `attribute population in persons
${NAMES.map((name, i) => `actor ${name} { population: ${FIGURES[i]!} persons }`).join('\n')}
actor Stranger, Stranger2, Helper, Outsider
group All = ${NAMES.join(', ')}
act assist "assist"
scenario Quiet { Stranger2 threatens Stranger }
body Council { members All matter proposal decides proposal by members with at least 65% of the population }`;

function compiled(text: string): { readonly case: Case; readonly findings: readonly Finding[] } {
  const { value, findings } = compile([{ path: 'votes.casus', text: `case "Votes"\n${VOTE}\n${text}` }], () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return { case: value, findings };
}

const TOO_MANY = 'the votes and choices that it turns on are too many to be worked out together';

describe('a vote too large to be worked out', () => {
  const beside = compiled(`treaty T { parties All, Helper, Outsider
    article 1 { Helper shall assist Stranger }
    article 2 { if Council adopts proposal then Outsider shall assist Stranger }
    article 3 { Outsider shall not assist Stranger } }
  promise Help { Helper assist Stranger }
  arrangement A { instruments T judge Help when Quiet }`);
  const voted = compiled(`treaty T { parties All, Helper
    article 1 { if Council adopts proposal within 3 days then Helper shall assist Stranger within 10 days } }
  promise Help { Helper assist Stranger }
  arrangement A { instruments T judge Help when Quiet }`);
  const asked = { promise: 'Help', arrangement: 'A', scenario: 'Quiet' } as const;
  const [verdict] = new Session(voted.case).judge(asked);
  const [cell] = verdict!.cells;

  it('is judged, with its path, story, burdens and graph, where there is room', () => {
    expect(cell!.strength).toBe('collective');
    expect(late({ case: voted.case, verdict: verdict!, cell: cell! }).map(({ code }) => code)).toEqual(['promise/late']);
    expect(story(voted.case, verdict!, cell!).length).toBeGreaterThan(1);
    expect(burdensOf(voted.case, { subject: 'A' }, [verdict!]).tooLarge).toEqual([]);
    expect(graphsOf(voted.case, { promises: ['Help'], arrangement: 'A', scenario: 'Quiet' })[0]!.steps.length).toBeGreaterThan(2);
    expect(check(beside.case, beside.findings, undefined).findings.map(({ code }) => code)).not.toContain('form/limit');
  });

  it('is told instead of the verdict', () => {
    const { verdicts, findings } = withFewNodes(() => check(voted.case, voted.findings, undefined));
    expect(verdicts).toEqual([]);
    expect(findings.filter(({ code }) => code === 'form/limit').map(({ about }) => about)).toContainEqual(['Help', 'A', 'Quiet']);
  });

  it('is told where conflicts of norms are looked for, once, and loses no verdict', () => {
    const { verdicts, findings } = withFewNodes(() => check(beside.case, beside.findings, undefined));
    expect(verdicts.map(({ promise, cells }) => [promise, cells[0]!.strength])).toEqual([['Help', 'automatic']]);
    expect(findings.filter(({ code, message }) => code === 'form/limit' && message.startsWith('whether duties')).map(({ message }) => message)).toEqual([`whether duties meet bans is not looked into: ${TOO_MANY}`]);
  });

  it('is told instead of the longest path', () => {
    const drafts = withFewNodes(() => late({ case: voted.case, verdict: verdict!, cell: cell! }));
    expect(drafts.map(({ code, message }) => [code, message({ promises: '“Help”', many: false, when: '' })])).toEqual([['form/limit', `by what steps “Help” in “A” falls due on the longest path is not worked out: ${TOO_MANY}`]]);
  });

  it('is told instead of the story', () => {
    expect(withFewNodes(() => story(voted.case, verdict!, cell!)).map(({ text }) => text)).toEqual([`The story is not told: ${TOO_MANY}.`]);
  });

  it('is told beside the burdens, of which none is lost', () => {
    const { tooLarge, parties } = withFewNodes(() => burdensOf(voted.case, { subject: 'A' }, [verdict!]));
    expect(tooLarge.map(({ kind, instrument }) => [kind, instrument])).toEqual([['decision', 'T']]);
    expect(parties.find(({ actor }) => actor === 'Helper')!.lines).toHaveLength(1);
  });

  it('is told instead of a graph, of the promise or of a step beside it', () => {
    const graphs = withFewNodes(() => graphsOf(voted.case, { promises: ['Help'], arrangement: 'A', scenario: 'Quiet' }));
    expect(graphs).toMatchObject([{ arrangement: 'A', scenario: 'Quiet', tooLarge: ['Help'], steps: [], edges: [] }]);
    const ended = compiled(`treaty T { parties All, Helper   article 1 { Helper shall assist Stranger }   ends when Council adopts proposal }
      promise Help { Helper assist Stranger }
      arrangement A { instruments T judge Help when Quiet }`);
    expect(graphsOf(ended.case, { promises: ['Help'], arrangement: 'A', scenario: 'Quiet' })[0]).not.toHaveProperty('tooLarge');
    expect(withFewNodes(() => graphsOf(ended.case, { promises: ['Help'], arrangement: 'A', scenario: 'Quiet' }))).toMatchObject([{ tooLarge: ['Help'], steps: [] }]);
  });
});
