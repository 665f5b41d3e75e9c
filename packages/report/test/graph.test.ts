/** The pictures of the real case and of an invented one: what every picture must keep to, whatever it shows. */
import { graphsOf, type CaseGraph, type GraphStep } from '@casus/analysis';
import { graphDocument, graphSvg, layoutOf, type Arrow, type PlacedBox } from '@casus/report/graph';
import type { Case } from '@casus/model';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFolder, compileText } from '../../analysis/test/support/cases.js';
import { textWidth } from '../src/graph/measure.js';
import { escaped } from '../src/graph/svg.js';
import { boxLines } from '../src/graph/words.js';
import { WIDTHS } from './font-widths.js';

const UKRAINE = caseOf(compileFolder('cases/ukraine-2025'));

const PACT = `case "Pact"
actor Arcadia "Arcadia & <Sons>", Borduria, Lindoria "the Most Serene Republic of Lindoria and its Dependencies", Ruritania, Сильдавия
group Guarantors "guarantor states" = Borduria, Lindoria, Ruritania, Сильдавия
act assist "come to the aid of"
act consult "consult"
body Council "Council of the “Pact”" { members Guarantors  matter aggression "finding of an aggression"  decides aggression by at least 3 members }
treaty Pact "The Pact" {
  parties Arcadia, Guarantors
  article 1 {
    upon armed attack on Arcadia {
      Guarantors shall consult within 2 days
      if Guarantors decide unanimously within 3 days and Arcadia requests help or Council adopts aggression then each of Guarantors shall assist Arcadia within 10 days
      Guarantors shall not assist Arcadia unless Guarantors decide by at least 2 members or all of Guarantors consult
    }
  }
  in force once ratified by all parties
  ends when any of Guarantors withdraws
}
scenario Attack { Borduria attacks Arcadia  Ruritania sides with the attacker }
promise Help "somebody comes" { at least 1 of Guarantors assist Arcadia }
promise Consult "they talk" { at least 2 of Guarantors consult }
`;

interface Picture {
  readonly name: string;
  readonly case_: Case;
  readonly graph: CaseGraph;
}

function picture(case_: Case, promises: string, arrangement: string, scenario: string): Picture {
  const [graph] = graphsOf(case_, { promises: promises.split(','), arrangement, scenario });
  return { name: `${promises} under ${arrangement} when ${scenario}`, case_, graph: graph! };
}

const INVENTED = caseOf(compileText(PACT));
const PICTURES: readonly Picture[] = [
  picture(UKRAINE, 'Help', 'DraftRussianText', 'RussiaAttacks'),
  picture(UKRAINE, 'Help', 'IstanbulExclusive', 'RussiaAttacks'),
  picture(UKRAINE, 'Help', 'IstanbulAnyText', 'RussiaAttacks'),
  picture(UKRAINE, 'Help', 'Nato', 'AllyAttacked'),
  picture(UKRAINE, 'Force', 'Nato', 'AllyAttacked'),
  picture(UKRAINE, 'CouncilForce', 'Council', 'RussiaWithChina'),
  picture(UKRAINE, 'Help,Force,Arms,Consultation,ForcesFree,JoinNato,JoinEu', 'Istanbul', 'RussiaAttacks'),
  picture(UKRAINE, 'Presence', 'CoalitionUnderIstanbul', 'RussiaAttacks'),
  picture(UKRAINE, 'Help', 'Communique', 'RussiaAttacks'),
  picture(INVENTED, 'Help', 'Pact', 'Attack'),
  picture(INVENTED, 'Help,Consult', 'Pact', 'Attack'),
];

/** The elements of a picture, read by a parser that refuses what is not well-formed. */
function parsed(svg: string): Element {
  const wrong: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => wrong.push(message) }).parseFromString(svg, 'image/svg+xml');
  expect(wrong).toEqual([]);
  return document.documentElement!;
}

const all = (root: Element, name: string): readonly Element[] => [...root.getElementsByTagName(name)] as Element[];

/** The widest that a line is in any of the fonts that the picture asks for. */
function widest(text: string, size: number, bold: boolean): number {
  return Math.max(...WIDTHS.map(({ regular, bold: heavy, missing }) => [...text].reduce((sum, letter) => sum + ((bold ? heavy : regular)[letter] ?? missing), 0))) * size;
}

const overlap = (a: PlacedBox, b: PlacedBox): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Points along the way of an arrow as it is drawn: straight where level, else a cubic whose handles lie half-way. */
function along({ points }: Arrow): readonly { readonly x: number; readonly y: number }[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    const middle = (from.x + to.x) / 2;
    return Array.from({ length: 21 }, (_, k) => {
      const t = k / 20;
      const mix = (a: number, b: number, c: number, d: number): number => (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
      return { x: mix(from.x, middle, middle, to.x), y: mix(from.y, from.y, to.y, to.y) };
    });
  });
}

const inside = ({ x, y, width, height }: PlacedBox, point: { readonly x: number; readonly y: number }): boolean => point.x > x + 0.5 && point.x < x + width - 0.5 && point.y > y + 0.5 && point.y < y + height - 0.5;

describe.each(PICTURES)('the picture of $name', ({ case_, graph }) => {
  const svg = graphSvg(case_, graph);
  const layout = layoutOf(case_, graph);

  it('is well-formed, has a title and a description, and a paper of its own', () => {
    const root = parsed(svg);
    expect(root.tagName).toBe('svg');
    expect(root.getAttribute('role')).toBe('img');
    const labels = root.getAttribute('aria-labelledby')!.split(' ');
    expect(labels).toEqual(['casus-title', 'casus-description']);
    expect(all(root, 'title')[0]!.getAttribute('id')).toBe(labels[0]);
    expect(all(root, 'desc')[0]!.textContent!.length).toBeGreaterThan(40);
    const [width, height] = [root.getAttribute('width'), root.getAttribute('height')];
    expect(root.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
    const paper = all(root, 'rect')[0]!;
    expect([paper.getAttribute('width'), paper.getAttribute('height'), paper.getAttribute('fill')]).toEqual([width, height, '#ffffff']);
  });

  it('has every step in a box, no two boxes on each other, all on the paper', () => {
    expect(layout.boxes.map(({ step }) => step.id)).toEqual(graph.steps.map(({ id }) => id));
    layout.boxes.forEach((box, i) => {
      expect([box.x >= 0, box.y >= 0, box.x + box.width <= layout.width + 1, box.y + box.height <= layout.height + 1]).toEqual([true, true, true, true]);
      for (const other of layout.boxes.slice(i + 1)) expect(overlap(box, other), `${box.step.id} and ${other.step.id}`).toBe(false);
    });
  });

  it('has every text inside its box, and none below 11 pixels', () => {
    for (const box of layout.boxes) {
      for (const { text, style, x, y } of box.lines) {
        const size = style === 'title' ? 13 : style === 'quiet' ? 11 : 12;
        expect(x + widest(text, size, style === 'title' || style === 'strong'), text).toBeLessThanOrEqual(box.width - 4);
        expect([y > size, y < box.height - 3]).toEqual([true, true]);
      }
    }
    for (const text of all(parsed(svg), 'text')) expect(Number(text.getAttribute('font-size'))).toBeGreaterThanOrEqual(11);
  });

  it('has every arrow begin on the right of one box and end on the left of another, and none crosses a box', () => {
    const byId = new Map(layout.boxes.map((box) => [box.step.id, box]));
    expect(layout.arrows.map(({ from, to, kind }) => ({ from, to, kind }))).toEqual(graph.edges);
    for (const arrow of layout.arrows) {
      const [from, to] = [byId.get(arrow.from)!, byId.get(arrow.to)!];
      const [first, last] = [arrow.points[0]!, arrow.points.at(-1)!];
      expect(first.x).toBeCloseTo(from.x + from.width, 1);
      expect(last.x).toBeCloseTo(to.x, 1);
      for (const [box, { y }] of [[from, first], [to, last]] as const) expect([y >= box.y, y <= box.y + box.height]).toEqual([true, true]);
      for (const point of along(arrow)) for (const box of layout.boxes) expect(inside(box, point), `${arrow.from} to ${arrow.to} crosses ${box.step.id}`).toBe(false);
    }
  });

  it('names all who can stop the promise alone, those on the hostile side as such', () => {
    const words = all(parsed(svg), 'text').map((text) => text.textContent).join(' ');
    for (const { cell } of graph.verdicts) {
      for (const vetoer of cell.details.vetoers) {
        const actor = case_.actors.get(vetoer)!;
        if (actor.seat === undefined) expect(words).toContain(actor.label);
      }
      const own = cell.details.vetoers.filter((actor) => graph.hostile.includes(actor));
      if (own.length > 0) expect(words).toMatch(new RegExp(`HOSTILE: [^.]*${case_.actors.get(own[0]!)!.label}`));
    }
  });

  it('tells in its description all that its boxes say', () => {
    const told = all(parsed(svg), 'desc')[0]!.textContent!;
    for (const step of graph.steps) {
      const { above, below } = boxLines(case_, graph, step);
      for (const { text } of [...above, ...below].slice(1)) expect(told).toContain(text.replace(/\.$/, ''));
    }
  });

  it('is the same at every run', () => {
    expect(graphSvg(case_, graph)).toBe(svg);
  });

  it('has its data as JSON that keeps to the schema', () => {
    const schema = JSON.parse(readFileSync(new URL('../schema/graph-1.json', import.meta.url), 'utf8')) as object;
    const document = JSON.parse(JSON.stringify(graphDocument(case_, graph, '0.1.0'))) as { readonly steps: readonly GraphStep[] };
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(schema, document);
    expect(ajv.errors).toBeNull();
    expect(document.steps.map(({ id }) => id)).toEqual(graph.steps.map(({ id }) => id));
  });
});

describe('what a box says', () => {
  const words = ({ case_, graph }: Picture, kind: string): string => {
    const step = graph.steps.find((each) => each.kind === kind)!;
    const { above, below } = boxLines(case_, graph, step);
    return [...above, ...below].map(({ text, mark }) => `${mark === undefined ? '' : `(${mark}) `}${text}`).join(' | ');
  };

  it('the decision that the attacker can stop', () => {
    expect(words(PICTURES[0]!, 'decision')).toBe('Decision: guarantor states | unanimously | (hostile) HOSTILE: Russia can stop it alone | (other) China, France, United Kingdom and United States can stop it, each alone');
  });

  it('the verdict, with what it means', () => {
    expect(words(PICTURES[0]!, 'verdict')).toContain('CAPTIVE | It falls due only with the consent of the attacker or its side. | Meanwhile the willing may act. | It may take any time: the text sets no limit. | (hostile) HOSTILE: Russia can stop it alone');
    expect(words(PICTURES[3]!, 'verdict')).toBe('A guarantor comes to the victim\'s aid | AUTOMATIC | It falls due by itself; nobody’s consent is needed. | It may take any time: the text sets no limit.');
  });

  it('who owes what by when, and whom nobody counts on', () => {
    expect(words(PICTURES[0]!, 'duty')).toBe('Duty to come to the aid of Ukraine | by such action as is necessary | owed by: China, France, United Kingdom and United States | bound too, but hostile and not counted on: Russia | time: no time limit | Istanbul draft treaty of 15 April 2022, article 5');
  });

  it('within what time the promise is to be kept, and how long it may take', () => {
    const case_ = caseOf(compileText(PACT.replace('promise Help "somebody comes" { at least 1 of Guarantors assist Arcadia }', 'promise Help "somebody comes" { at least 1 of Guarantors assist Arcadia within 20 days }')));
    expect(words(picture(case_, 'Help', 'Pact', 'Attack'), 'verdict')).toMatch(/It may take at most 13 days\. \|.* to be kept within 20 days/);
  });

  it('many bearers by the name of their group', () => {
    expect(words(PICTURES[3]!, 'duty')).toContain('owed by: members of the North Atlantic Treaty Organization (31 states)');
  });
});

describe('a text in a picture', () => {
  it('may hold any sign: what XML forbids is shown as �, the rest is escaped', () => {
    expect(escaped('a < b & "c" \u0007 \ud800 😀')).toBe('a &lt; b &amp; &quot;c&quot; � � 😀');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => {
      // The parser warns of �, which is what stands there.
      expect(all(parsed(`<svg xmlns="http://www.w3.org/2000/svg"><text>${escaped(words).replaceAll('�', '?')}</text></svg>`), 'text')).toHaveLength(1);
    }));
  });

  it('is never measured narrower than the usual fonts set it', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Object.keys(WIDTHS[0]!.regular)) }), fc.boolean(), (words, bold) => {
      expect(textWidth(words, 12, bold)).toBeGreaterThanOrEqual(widest(words, 12, bold) - 1e-6);
    }));
  });
});
