/**
 * Fixtures: small treaties with the findings that they give written beside the clauses. `// FINDS code: part of the message` stands above the
 * line that the finding points to; several such lines may stand above one. A file whose name starts with `near-miss-` must not give the finding.
 * `CASUS_UPDATE=1` writes the marks anew; the difference is to be read.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, type CheckResult } from '@casus/analysis';
import type { Case, Finding, FindingCode } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFiles, evidenceIn, FIXTURES, inOneLine, ROOT } from './cases.js';

/** A fixture, compiled and checked; the texts of its sources lie beside it. */
export interface Fixture extends CheckResult {
  readonly path: string;
  readonly case: Case;
}

/** Compiles and checks a fixture, by its path in the folder of the fixtures without the ending. */
export function fixture(name: string): Fixture {
  const path = join(FIXTURES, `${name}.casus`);
  const outcome = compileFiles(path);
  const case_ = caseOf(outcome);
  return { path, case: case_, ...check(case_, outcome.findings, evidenceIn(case_, join(ROOT, FIXTURES, name, '..'))) };
}

/** The findings of one code in a fixture. */
export const findingsIn = (name: string, code: FindingCode): readonly Finding[] => fixture(name).findings.filter((finding) => finding.code === code);

interface Mark {
  readonly line: number;
  readonly code: string;
  readonly part: string;
}

const MARK = /^\s*\/\/ FINDS ([a-z-]+\/[a-z-]+): (.*)$/;

function marksOf(text: string): Mark[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    const found = MARK.exec(line);
    if (found === null) return [];
    let at = i + 1;
    while (MARK.test(lines[at] ?? '')) at++;
    return [{ line: at + 1, code: found[1]!, part: found[2]! }];
  });
}

/** Writes the marks of a fixture anew above the lines they point to: the part of a mark that still fits, else the whole message. */
function update({ path, findings }: Fixture, code: FindingCode): void {
  const file = join(ROOT, path);
  const lines = readFileSync(file, 'utf8').split('\n');
  const marks = marksOf(lines.join('\n'));
  const others = new Set(marks.map((mark) => mark.code));
  const partOf = ({ code: of, message }: Finding): string => marks.find((mark) => mark.code === of && message.includes(mark.part))?.part ?? message;
  const shown = findings.filter((finding) => finding.place.file === path && (finding.code === code || others.has(finding.code)));
  const marked = lines.flatMap((line, i) => {
    if (MARK.test(line)) return [];
    const indent = /^\s*/.exec(line)![0];
    return [...shown.filter(({ place }) => place.line === i + 1).map((finding) => `${indent}// FINDS ${finding.code}: ${partOf(finding)}`), line];
  });
  writeFileSync(file, marked.join('\n'));
}

/** Tests the fixtures of a finding: its marks exactly, and silence in the near misses, of which there are at least two. */
export function testFixtures(code: FindingCode): void {
  const names = readdirSync(join(ROOT, FIXTURES, code)).filter((name) => name.endsWith('.casus')).map((name) => name.slice(0, -'.casus'.length)).sort();
  const misses = names.filter((name) => name.startsWith('near-miss-'));
  const hits = names.filter((name) => !name.startsWith('near-miss-'));

  describe(`${code}, in fixtures`, () => {
    it('has a hit and two near misses', () => {
      expect(hits.length).toBeGreaterThanOrEqual(1);
      expect(misses.length).toBeGreaterThanOrEqual(2);
    });

    for (const name of hits) {
      it(`is found in ${name} where it is marked, and nowhere else`, () => {
        const found = fixture(`${code}/${name}`);
        if (process.env['CASUS_UPDATE'] === '1') return update(found, code);
        const marks = marksOf(readFileSync(join(ROOT, found.path), 'utf8'));
        const left = [...found.findings.filter((finding) => finding.code === code || marks.some((mark) => mark.code === finding.code))];
        for (const mark of marks) {
          const at = left.findIndex((finding) => finding.code === mark.code && finding.place.file === found.path && finding.place.line === mark.line && finding.message.includes(mark.part));
          expect(at, `not found: ${mark.code} at line ${mark.line}: ${mark.part}\nfound:\n${left.map(inOneLine).join('\n')}`).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
        expect(left.map(inOneLine)).toEqual([]);
        expect(marks.some((mark) => mark.code === code)).toBe(true);
      });
    }

    for (const name of misses) {
      it(`is not found in ${name}`, () => {
        const found = fixture(`${code}/${name}`);
        expect(found.findings.filter((finding) => finding.code === code).map(inOneLine)).toEqual([]);
        expect(found.findings.filter((finding) => finding.code === 'expectation/failed').map(inOneLine)).toEqual([]);
        if (code.startsWith('promise/')) expect(found.verdicts.length).toBeGreaterThan(0);
      });
    }
  });
}

/** The text that a place of a fixture marks. */
export function textAt({ case: { files } }: Fixture, place: Finding['place'] | undefined): string | undefined {
  return place && files.find(({ path }) => path === place.file)?.text.slice(place.offset, place.end);
}

/** The only finding of a code in a fixture, and the fixture. */
export function theOne(code: FindingCode, name: string): { readonly found: Fixture; readonly finding: Finding } {
  const found = fixture(`${code}/${name}`);
  const findings = found.findings.filter((finding) => finding.code === code);
  expect(findings.map(inOneLine)).toHaveLength(1);
  return { found, finding: findings[0]! };
}
