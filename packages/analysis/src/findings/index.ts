import { SizeLimitError } from '@casus/diagrams';
import type { Case, Finding } from '@casus/model';
import { dictator } from './bodies/dictator.js';
import { dummy } from './bodies/dummy.js';
import { neverDecides } from './bodies/never-decides.js';
import { noFigure } from './bodies/no-figure.js';
import { votesOf } from './bodies/votes.js';
import { twoMajorities } from './bodies/two-majorities.js';
import { findingOf, isOwn, type AskedFinding, type CaseFinding, type CaseSubject } from './case.js';
import { boundWithoutReturn } from './norms/bound-without-return.js';
import { conflictSettled } from './norms/conflict-settled.js';
import { dutyAgainstBan } from './norms/duty-against-ban.js';
import { unused } from './names/unused.js';
import { neverApplies } from './norms/never-applies.js';
import { noBearer } from './norms/no-bearer.js';
import { clauseWithoutSource } from './sources/clause-without-source.js';
import { FEWER, TOO_MANY } from './too-large.js';
import { bracketChangesNoVerdict } from './text/bracket-changes-no-verdict.js';
import { bracketWithoutEffect } from './text/bracket-without-effect.js';

/** What each finding about the case itself asks, in the order of their categories. */
const CASE_FINDINGS: readonly AskedFinding[] = [
  [neverDecides, 'whether a body can decide'],
  [twoMajorities, 'whether two majorities can stand against each other'],
  [dummy, 'whose vote never matters'],
  [dictator, 'whether one member decides alone'],
  [noFigure, 'whose figures are missing'],
  [bracketWithoutEffect, 'whether brackets have an effect'],
  [bracketChangesNoVerdict, 'whether brackets change a verdict'],
  [unused, 'what is never used'],
  [noBearer, 'whether sentences bind somebody'],
  [neverApplies, 'whether sentences can apply'],
  [clauseWithoutSource, 'which sentences have no source'],
  [dutyAgainstBan, 'whether duties meet bans'],
  [conflictSettled, 'whether duties meet bans'],
  [boundWithoutReturn, 'who is bound without return'],
];

/** What there is to say about the case itself, beside its verdicts and its evidence. `also`: findings that are made elsewhere. */
export function caseFindings(subject: CaseSubject, also: readonly AskedFinding[] = []): readonly Finding[] {
  const tooLarge = new Map<string, Finding>();
  const found = [...CASE_FINDINGS, ...also].flatMap(([finding, asks]) => {
    try {
      return OF_VOTES.has(finding) ? ofVotes(subject, asks, finding) : finding(subject);
    } catch (error) {
      // The other findings do not depend on it.
      if (!(error instanceof SizeLimitError)) throw error;
      tooLarge.set(asks, notAsked(subject.case, asks));
      return [];
    }
  });
  return [...found, ...tooLarge.values()];
}

/** Findings about votes: read from the votes that the text provides for, and from who has a vote in which scenario. */
const OF_VOTES: ReadonlySet<CaseFinding> = new Set([neverDecides, twoMajorities, dummy, dictator, noFigure]);

function ofVotes(subject: CaseSubject, asks: string, finding: CaseFinding): readonly Finding[] {
  const { case: case_, session, asOf, understood } = subject;
  const votes = votesOf(case_);
  const own = votes.map(({ place }) => (isOwn(case_, place) ? 'own' : 'imported'));
  return session.rememberBeside(`${asks} ${understood} ${asOf ?? ''} ${own.join()}`, votes, () => finding(subject));
}

/** A question about the whole case that could not be answered, at its first own instrument or arrangement; without any, at its first own body. */
function notAsked(case_: Case, asks: string): Finding {
  const texts = [...case_.instruments.values(), ...case_.arrangements.values(), ...case_.bodies.values()];
  const { id, place } = texts.find((text) => isOwn(case_, text.place)) ?? texts[0]!;
  return findingOf('form/limit', { message: `${asks} is not looked into: ${TOO_MANY}`, place, help: FEWER, about: [id] });
}
