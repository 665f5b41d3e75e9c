import { check } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { compileText } from '../../support/cases.js';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('expectation/finding-absent');

describe('expectation/finding-absent, in full', () => {
  it('points to the line, and is about what the line is about', () => {
    const found = fixture('expectation/finding-absent/absent');
    const absent = found.findings.filter(({ code }) => code === 'expectation/finding-absent');
    expect(absent.map(({ about, severity }) => [about, severity])).toEqual([[['Help', 'Guaranteed'], 'error'], [[], 'error']]);
    expect(textAt(found, absent[0]!.place)).toMatch(/finding promise\/captive for Help, Guaranteed$/);
    expect(absent[0]!.help).toContain('remove the line');
  });
});

it('is not said where a sentence could not be read, which may be why', () => {
  const text = (more: string): string => `import "./states"\n${more}\nexpect finding bodies/dummy for Council\n`;
  const told = (more: string): readonly string[] => {
    const { value, findings } = compileText(text(more));
    return check(value, findings, undefined).findings.map(({ code }) => code);
  };
  expect(told('')).toContain('expectation/finding-absent');
  expect(told('actor Arcadia')).toContain('form/duplicate-name');
  expect(told('actor Arcadia')).not.toContain('expectation/finding-absent');
});
