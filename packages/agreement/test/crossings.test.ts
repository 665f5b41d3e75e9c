import { expect, it } from 'vitest';
import { actor, caseOf, declared, fraction, PLACE, PROVENANCE } from '@casus/oracle';
import type { Case, PositionLine } from '@casus/model';
import { agree } from '../src/index.js';

/** One holder, whose points rise from 0 to 20 with a figure between 0 and 100. */
function figure(lines: readonly Pick<PositionLine, 'verb' | 'subject'>[]): Case {
  const issue = { ...declared('ceiling'), kind: 'negotiation' as const, options: [], range: { min: fraction(0), max: fraction(100) } };
  const scaled = { verb: 'values' as const, subject: { kind: 'number' as const, issue: 'ceiling', bound: 'at-least' as const, value: fraction(0) }, scale: { lowest: fraction(0), highest: fraction(20) } };
  const positions = [scaled, ...lines].map((line, i): PositionLine => ({ id: `Arcadia.${i + 1}`, actor: 'Arcadia', place: PLACE, provenance: PROVENANCE, ...line }));
  return { ...caseOf({ actors: [actor('Arcadia')], instruments: [], issues: [issue], scenarios: [], promises: [] }), positions };
}

const points = (num: number, den = 1): Pick<PositionLine, 'verb' | 'subject'> => ({ verb: 'demands', subject: { kind: 'points', least: fraction(num, den) } });
const below = (value: number): Pick<PositionLine, 'verb' | 'subject'> => ({ verb: 'refuses', subject: { kind: 'number', issue: 'ceiling', bound: 'at-least', value: fraction(value) } });

it('a figure just below 40 gives 7.5 points, though the middle of what is below 40 does not', () => {
  expect(agree(figure([points(15, 2), below(40)])).possible).toBe(true);
  expect(agree(figure([points(15, 2), below(37)])).possible).toBe(false);
});

it('other points of the holder count with the figure', () => {
  const words = { verb: 'values' as const, subject: { kind: 'text' as const, text: 'peace' }, points: fraction(5) };
  expect(agree(figure([words, points(12), below(36)])).possible).toBe(true);
  expect(agree(figure([words, points(12), below(35)])).possible).toBe(false);
});

it('says so where more depends on figures than is looked at, and only there', () => {
  const words = Array.from({ length: 7 }, (_, i) => ({ verb: 'values' as const, subject: { kind: 'text' as const, text: `point ${i}` }, points: fraction(2 ** i) }));
  const told = (lines: Parameters<typeof figure>[0]): readonly string[] => agree(figure(lines)).warnings.map(({ kind }) => kind);
  expect(told([...words, points(12)])).toContain('uncertain-points');
  expect(told([...words.slice(0, 6), points(12)])).not.toContain('uncertain-points');
});
