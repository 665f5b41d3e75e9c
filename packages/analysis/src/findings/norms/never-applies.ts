import { FALSE, type Node } from '@casus/diagrams';
import type { Case, Cause, Cond, Finding, Id, Instrument, Norm, Place } from '@casus/model';
import { articleName, listed, quoted } from '../../words.js';
import { findingOf, type CaseFinding } from '../case.js';
import { occasionsOf } from '../occasions.js';
import { ConditionsMet } from './conditions-met.js';
import { unborne } from './no-bearer.js';

/** A sentence, or every sentence of an article, can never apply: in no text, whatever happens and whatever anybody does. */
export const neverApplies: CaseFinding = (subject) => {
  if (!subject.understood) return [];
  const { case: case_, session, asOf } = subject;
  let made: ConditionsMet | undefined;
  const conditions = (): ConditionsMet => (made ??= new ConditionsMet(occasionsOf(case_, asOf).quiet));
  // Of most sentences it is known that they can apply, whatever else has been written meanwhile.
  const reason = (norm: Norm): Reason | undefined => (session.rememberIf(`applies ${asOf ?? ''}`, norm, () => reasonOf(case_, conditions(), norm) === undefined) ? undefined : reasonOf(case_, conditions(), norm));
  return [...case_.instruments.values()].flatMap((instrument) => {
    const silent = new Set(unborne(subject, instrument).map(({ norm }) => norm));
    // A role may be anybody's, so that it matters who there is.
    return session.remember(`never applies ${asOf ?? ''} ${[...silent].join()}`, [instrument.id, ...case_.actors.keys()], () => {
      return [
        ...sentences(case_, instrument, silent, reason),
        ...endings(case_, instrument, instrument.ends, 'end', conditions()),
        ...endings(case_, instrument, instrument.suspensions, 'suspension', conditions()),
      ];
    });
  });
};

function endings(case_: Case, { id, label }: Instrument, of: Instrument['ends'], what: string, conditions: ConditionsMet): Finding[] {
  return of.flatMap((ending): Finding[] => {
    const reason = reasonOf(case_, conditions, { ...ending, unless: [] });
    return reason === undefined ? [] : [told(`This ${what} of ${quoted(label)} can never come about`, ending.place, reason, [...(ending.article === undefined ? [] : [ending.article]), id])];
  });
}

/** `silent`: sentences that bind nobody, by their full names. */
function sentences(case_: Case, { id, articles, norms, ends, suspensions }: Instrument, silent: ReadonlySet<Id>, reasonFor: (norm: Norm) => Reason | undefined): Finding[] {
  const dead = new Map<Norm, Reason>();
  for (const norm of norms) {
    const reason = silent.has(norm.id) ? undefined : reasonFor(norm);
    if (reason !== undefined) dead.set(norm, reason);
  }
  if (dead.size === 0) return [];
  return articles.flatMap((article): Finding[] => {
    const own = norms.filter((norm) => norm.article === article.id);
    const [first, ...more] = own.flatMap((norm) => dead.get(norm) ?? []);
    if (first === undefined) return [];
    const whole = own.every((norm) => dead.has(norm)) && ![...ends, ...suspensions].some((end) => end.article === article.id) && !article.number.startsWith('-');
    if (whole) {
      const words = [...new Set([first, ...more].map(({ words: why }) => why))];
      const causes = [first, ...more].flatMap((reason) => reason.causes);
      return [told(`Nothing in ${articleName(case_, article.id) ?? article.label} can ever apply`, article.place, { words: listed(words), causes }, [article.id, id])];
    }
    return own.flatMap((norm): Finding[] => {
      const reason = dead.get(norm);
      if (reason === undefined) return [];
      // “May only …” is a right and, beside it, a ban that holds.
      const banned = own.some((other) => other !== norm && other.place.offset === norm.place.offset && !dead.has(other));
      return [told(banned ? 'What this sentence permits is never permitted' : 'This sentence can never apply', norm.place, reason, [norm.id, article.id, id])];
    });
  });
}

interface Reason {
  readonly words: string;
  readonly causes: readonly Cause[];
}

function told(what: string, place: Place, { words, causes }: Reason, about: readonly Id[]): Finding {
  return findingOf('norms/never-applies', {
    message: `${what}: ${words}.`, place, causes: causes.filter((cause, i) => causes.findIndex((other) => other.place === cause.place) === i).slice(0, 8),
    help: 'mend the condition, or leave the sentence out', about,
  });
}

/** A condition among those of a sentence; `excepting`: it must not be met. */
interface Part {
  readonly cond: Cond;
  readonly excepting: boolean;
}

type Sentence = Pick<Norm, 'when' | 'unless' | 'options' | 'place'>;

/** Why a sentence can never apply; nothing if it can. */
function reasonOf(case_: Case, conditions: ConditionsMet, { when, unless, options, place }: Sentence): Reason | undefined {
  if (when.kind === 'true' && unless.length === 0 && options.length < 2) return undefined;
  const { meaning } = conditions;
  const taken = options.map((option) => meaning.option(option));
  const parts: Part[] = [...flat(when).map((cond) => ({ cond, excepting: false })), ...unless.map((cond) => ({ cond, excepting: true }))];
  const possible = (some: readonly Part[], nodes: readonly Node[]): boolean =>
    conditions.all(nodes, some.map(({ cond, excepting }) => (excepting ? { kind: 'not', of: cond, place: cond.place } : cond))) !== FALSE;
  if (possible(parts, taken)) return undefined;
  if (!possible([], taken)) return { words: `it stands only in a text that takes ${listed(options)} together, and there is none`, causes: [{ message: 'the sentence', place }] };
  const alone = parts.find((part) => !possible([part], []));
  if (alone !== undefined) return { words: wordsOf(case_, conditions, alone), causes: [{ message: alone.excepting ? 'this exception' : 'this condition', place: alone.cond.place }] };
  // As few conditions as exclude each other: each in turn is left out if the others do without it.
  let least = parts;
  for (const part of parts) {
    const without = least.filter((other) => other !== part);
    if (!possible(without, taken)) least = without;
  }
  const brackets = possible(least, []) ? [`in a text with ${listed(options)} `] : [''];
  return {
    words: `${brackets[0]}${least.length === 1 ? 'its condition cannot be met' : 'its conditions exclude each other'}`,
    causes: least.map(({ cond, excepting }) => ({ message: excepting ? 'this exception' : 'this condition', place: cond.place })),
  };
}

const flat = (cond: Cond): readonly Cond[] => (cond.kind === 'and' ? cond.of.flatMap(flat) : [cond]);

function wordsOf(case_: Case, conditions: ConditionsMet, { cond, excepting }: Part): string {
  if (excepting) return 'its exception always applies';
  switch (cond.kind) {
    case 'decided':
      return 'it waits for a decision that can never be taken';
    case 'failing':
      return cond.decision.deadline.kind === 'none' ? 'it waits for a decision to fail that has no time limit, so that it never fails' : 'it waits for a decision to fail that needs no vote';
    case 'event':
      return conditions.isNowhere(cond) ? `it waits for an event within ${regionsOf(case_, cond.within)}, all of which it excludes` : 'it waits for an event that concerns nobody';
    case 'and':
    case 'or':
    case 'not':
    case 'after':
    case 'choice':
      return 'its condition can never be met';
    default:
      return 'who' in cond ? 'it waits for what too few, or nobody, can do' : 'its condition can never be met';
  }
}

const regionsOf = (case_: Case, ids: readonly Id[] = []): string => listed(ids.map((id) => case_.regions.get(id)?.label ?? id));
