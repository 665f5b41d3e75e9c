/** What the author expected, and what came of it. */
import type { Case, Expectation, Finding } from '@casus/model';
import { samePlace } from './names.js';
import type { Style } from './palette.js';
import { counted, grouped } from './words.js';

/** Whether an expectation came true: no finding says that it failed. */
export function expectationHolds(expectation: Expectation, findings: readonly Finding[]): boolean {
  return !findings.some(({ code, place }) => code.startsWith('expectation/') && samePlace(place, expectation.place));
}

/** `12 expectations hold` or `10 of 12 expectations hold, 2 fail`. Nothing if there are none. */
export function expectationsText({ expectations }: Case, findings: readonly Finding[], { palette }: Style): string {
  if (expectations.length === 0) return '';
  const held = expectations.filter((expectation) => expectationHolds(expectation, findings)).length;
  const failed = expectations.length - held;
  const words = failed === 0
    ? palette.good(`${counted(held, 'expectation')} ${held === 1 ? 'holds' : 'hold'}.`)
    : palette.error(`${held} of ${grouped(expectations.length)} expectations hold, ${failed} ${failed === 1 ? 'fails' : 'fail'}.`);
  return `${palette.bold('Expectations')} ${words}`;
}
