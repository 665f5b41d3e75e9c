/**
 * The Admiralty code: how reliable a source is and how credible its information, judged apart (NATO STANAG 2511; AJP-2.1).
 * The marks are labels. Nothing is ever computed with them.
 */

export const RELIABILITY = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
} as const;

export const CREDIBILITY = {
  1: 'confirmed by other independent sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
} as const;

/** A letter for the source and a figure for the information (`B2`). */
export type Grade = `${keyof typeof RELIABILITY}${keyof typeof CREDIBILITY}`;

export interface GradeMeaning {
  readonly reliability: string;
  readonly credibility: string;
}

/** Whether a text is a grade: one of A–F and one of 1–6, capital letter, nothing between. */
export const isGrade = (text: string): text is Grade => /^[A-F][1-6]$/.test(text);

/** The grade in words; undefined if the text is no grade. */
export function gradeMeaning(grade: string): GradeMeaning | undefined {
  if (!isGrade(grade)) return undefined;
  return {
    reliability: RELIABILITY[grade.charAt(0) as keyof typeof RELIABILITY],
    credibility: CREDIBILITY[Number(grade.charAt(1)) as keyof typeof CREDIBILITY],
  };
}
