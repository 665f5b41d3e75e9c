import type { Case, Finding, Id, Issue } from '@casus/model';
import { quoted } from '../../words.js';
import { findingOf, type CaseFinding } from '../case.js';
import { contents } from './content.js';

/** A question that no text leaves open, or two answers to it that say the same. */
export const bracketWithoutEffect: CaseFinding = ({ case: case_, understood }) => {
  if (!understood) return [];
  return [...case_.issues.values()].flatMap((issue): readonly Finding[] => {
    if (isUsed(case_, issue)) return sameOptions(case_, issue);
    if (onRecord(case_, issue)) return [];
    return [
      findingOf('text/bracket-without-effect', {
        message: `No text asks ${quoted(issue.label)}: whatever is chosen changes nothing.`,
        place: issue.place,
        help: issue.range === undefined ? 'write its alternatives into a text (`[option: … | option: …]`), or leave the issue out' : 'use its number in a text (`as agreed in …`), or leave the issue out',
        about: [issue.id],
      }),
    ];
  });
};

/** Whether a text depends on the answer. */
export function isUsed(case_: Case, { id, options }: Issue): boolean {
  const { of, ranges } = contents(case_);
  return ranges.has(id) || options.some((option) => of.has(option.id));
}

/** Whether somebody's position, a negotiation or an amendment speaks of the question, so that it stands for the record. */
function onRecord(case_: Case, { id, options }: Issue): boolean {
  const names = new Set([id, ...options.map((option) => option.id)]);
  const speaks = (node: unknown): boolean => {
    if (typeof node === 'string') return names.has(node);
    return typeof node === 'object' && node !== null && Object.entries(node).some(([key, value]) => key !== 'place' && key !== 'provenance' && speaks(value));
  };
  return [...case_.positions, ...case_.negotiations.values(), ...case_.amendments.values()].some(speaks);
}

function sameOptions(case_: Case, issue: Issue): Finding[] {
  const first = new Map<string, Issue['options'][number]>();
  const findings: Finding[] = [];
  for (const option of issue.options) {
    const content = contentOf(case_, option.id);
    const earlier = first.get(content);
    if (earlier === undefined) {
      first.set(content, option);
      continue;
    }
    const nothing = content === '';
    findings.push(
      findingOf('text/bracket-without-effect', {
        message: `${quoted(earlier.label)} and ${quoted(option.label)} come to the same: ${nothing ? 'no text says anything under either of them' : 'the text is the same under both'}, so that choosing between them changes nothing.`,
        place: option.place,
        causes: [{ message: 'the other option', place: earlier.place }],
        help: 'write what differs between them, or keep one of the two',
        about: [option.id, earlier.id, issue.id],
      }),
    );
  }
  return findings;
}

const contentOf = (case_: Case, option: Id): string => (contents(case_).of.get(option) ?? []).join('\n');
