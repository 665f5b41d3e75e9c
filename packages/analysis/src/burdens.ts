import { Choices, Meaning, type Case, type Id, type World } from '@casus/model';
import { linesOf, partiesOf, type BurdenLine, type LinesByParty } from './burdens/lines.js';
import { noPromise, quietWorld, type QuietRequest } from './burdens/quiet.js';
import { promiseVetoes, Says, type PromiseVeto, type Say, type TooLargeSay, type WayOut } from './burdens/say.js';
import { IssueFinder, OpenTexts } from './texts.js';
import type { Verdict } from './verdict.js';

export { mostAtOnce, type BurdenKind, type BurdenLine } from './burdens/lines.js';
export type { QuietRequest } from './burdens/quiet.js';
export type { PromiseVeto, Say, TooLargeSay, WayOut } from './burdens/say.js';

/** What one party bears, may do, can stop and can end. */
export interface PartyBurdens {
  readonly actor: Id;
  /** False: no party (in any text), but it has a say. */
  readonly party: boolean;
  readonly lines: readonly BurdenLine[];
  /** Promises that it alone can stop, in the cases judged. */
  readonly vetoes: readonly PromiseVeto[];
  /** Decisions that it alone can block, entries that it alone can prevent, instruments that it alone can end. */
  readonly says: readonly Say[];
}

/** The burdens of an instrument or arrangement side by side. */
export interface Burdens {
  readonly subject: Id;
  readonly instruments: readonly Id[];
  /** Options that are taken. */
  readonly fixed: readonly Id[];
  readonly parties: readonly PartyBurdens[];
  readonly waysOut: readonly WayOut[];
  /** Of what cannot be told who alone can block it or bring it about. */
  readonly tooLarge: readonly TooLargeSay[];
}

/**
 * Everything that the sentences of an instrument or arrangement lay upon each party; what else it has a say in is left aside. `roles` false: without
 * what falls on whoever has a role.
 */
export function sentencesByParty(case_: Case, request: QuietRequest, roles = true): Ground & { readonly lines: LinesByParty; readonly parties: ReadonlySet<Id> } {
  const choices = new Choices(case_);
  const world = quietWorld(case_, request);
  const issues = [...new IssueFinder(case_).of(world.arranged, noPromise(world.arranged))].filter((issue) => !world.fixed.has(issue) && (case_.issues.get(issue)?.options.length ?? 0) > 0);
  const texts = new OpenTexts(choices, issues);
  const meaning = new Meaning(choices, world);
  const lines = linesOf(meaning, texts, roles ? (actor) => quietWorld(case_, request, actor) : undefined);
  return { choices, world, meaning, texts, lines, parties: partiesOf(meaning, world) };
}

interface Ground {
  readonly choices: Choices;
  readonly world: World;
  readonly meaning: Meaning;
  readonly texts: OpenTexts;
}

/**
 * What each party of an instrument or arrangement bears and what it has a say in. Sentences count whether or not their conditions are met, for every party
 * that they may concern; `verdicts` are the judgments of it from which the vetoes over promises are read.
 */
export function burdensOf(case_: Case, request: QuietRequest, verdicts: readonly Verdict[] = []): Burdens {
  const { choices, world, meaning, texts, lines, parties } = sentencesByParty(case_, request);
  const says = new Says(choices, world, meaning, texts);
  const vetoes = promiseVetoes(verdicts);
  const unnamed = world.arranged.some((instrument) => instrument.parties === undefined);
  const actors = [...new Set<Id>([...lines.keys(), ...says.actors, ...vetoes.keys()])];
  return {
    subject: request.subject,
    instruments: world.arranged.map(({ id }) => id),
    fixed: [...world.fixed.values()],
    parties: actors.map((actor) => ({
      actor,
      party: parties.has(actor) || (unnamed && lines.has(actor)),
      lines: lines.get(actor) ?? [],
      vetoes: vetoes.get(actor) ?? [],
      says: says.of(actor),
    })),
    waysOut: says.waysOut,
    tooLarge: says.tooLarge,
  };
}
