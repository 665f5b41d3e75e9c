/** Recorded votes run through a rule: what it explains, and what it does not. */
import type { RecordedVote, Replayed } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { actorName, placeWords } from './names.js';
import type { Item, Page, Section } from './page.js';
import { plain, type Json } from './plain.js';
import { capital, counted, grouped, listed } from './words.js';

/** A replay as far as it went. */
export interface ReplayView {
  readonly case: Case;
  readonly body: Id;
  /** The file of the record, as it is shown. */
  readonly path: string;
  /** Votes that the rule explains, by their outcome. */
  readonly explained: { readonly adopted: number; readonly rejected: number };
  /** All others, in the order of the record. */
  readonly others: readonly Replayed[];
  /** It was stopped before the end of the record. */
  readonly stopped: boolean;
}

type Kind = Exclude<Replayed['kind'], 'explained'>;

/** Sections by what came out, the worst first. */
const SECTIONS: readonly (readonly [Kind, string, advice?: string])[] = [
  ['unexplained', 'Not explained by the rule'],
  ['misfit', 'Ballots that are not those of the body', 'Where a member is called otherwise in the record, say so in a table of names (`--names`).'],
  ['refused', 'No rule without more'],
  ['open', 'Not decided by what is recorded', 'If members of whom the record says nothing were absent, say so with `--missing absent`.'],
];

/** Names that a line lists; more are counted. */
const MOST_NAMES = 6;

/** The replay as a page. */
export function replayPage(view: ReplayView): Page {
  const { explained, others, stopped } = view;
  const votes = explained.adopted + explained.rejected + others.length;
  const summary = [
    `The rule explains ${grouped(explained.adopted + explained.rejected)} of ${counted(votes, 'vote')}: ${grouped(explained.adopted)} adopted, ${grouped(explained.rejected)} rejected.`,
    ...(stopped ? ['Stopped before the end of the record.'] : []),
  ];
  return {
    title: `${view.case.bodies.get(view.body)!.label}: the votes of ${view.path}`,
    sections: [
      { title: 'Outcome', blocks: [{ kind: 'list', items: summary.map((text) => ({ text })) }] },
      ...SECTIONS.flatMap(([kind, title, advice]): Section[] => {
        const these = others.filter((one) => one.kind === kind);
        return these.length === 0 ? [] : [{ title: `${title}: ${grouped(these.length)}`, blocks: [{ kind: 'list' as const, items: these.map((one) => itemOf(view, one)) }, ...(advice === undefined ? [] : [{ kind: 'text' as const, text: advice }])] }];
      }),
    ],
  };
}

function itemOf({ case: case_, body }: ReplayView, one: Replayed): Item {
  const { vote } = one;
  return { text: `${vote.name}${dayWords(vote)} (line ${vote.line})`, inside: sentences(case_, body, one).map((text) => ({ text })) };
}

function sentences(case_: Case, body: Id, one: Replayed): readonly string[] {
  const { vote } = one;
  switch (one.kind) {
    case 'explained':
      return [];
    case 'unexplained':
      return [`Recorded as ${vote.adopted ? 'adopted, and the rule rejects it' : 'rejected, and the rule adopts it'}: ${tallyWords(case_, vote)}.`];
    case 'open':
      return [`Recorded as ${vote.adopted ? 'adopted' : 'rejected'}; what is recorded leaves both outcomes open: ${tallyWords(case_, vote)}.`];
    case 'refused':
      return [`${capital(one.refusal.message)} (${placeWords(one.refusal.place)})${one.refusal.help === undefined ? '' : `; ${one.refusal.help}`}.`];
    case 'misfit':
      return one.problem.kind === 'no-seat'
        ? [`${listed(one.problem.members, 'and', MOST_NAMES)} ${one.problem.members.length === 1 ? 'votes and is' : 'vote and are'} no member by name, and ${one.problem.seats === 0 ? 'there is no anonymous seat' : `there ${one.problem.seats === 1 ? 'is one anonymous seat' : `are ${one.problem.seats} anonymous seats`}`} on that day.`]
        : [`${listed(one.problem.members, 'and', MOST_NAMES)} may hold seats of several kinds in \`${body}\`: ${listed(one.problem.groups.map((group) => `\`${group}\``))}; name the members of the body, or put all seats into one group.`];
  }
}

function dayWords({ date }: RecordedVote): string {
  if (date === undefined) return '';
  const [first, last] = date;
  if (first === last) return `, ${first}`;
  return first.endsWith('-01-01') && last.endsWith('-12-31') ? `, ${first.slice(0, 4)}` : `, ${first.slice(0, 7)}`;
}

/** The ballots, those against by name. */
function tallyWords(case_: Case, { ballots }: RecordedVote): string {
  const of = (ballot: string): readonly string[] => ballots.filter((one) => one.ballot === ballot).map(({ member }) => (case_.actors.has(member) ? actorName(case_, member) : member));
  const [against, absent] = [of('no'), of('absent').length];
  return [
    `${grouped(of('yes').length)} in favour`, `${grouped(against.length)} against${against.length === 0 ? '' : ` (${listed(against, 'and', MOST_NAMES)})`}`, `${grouped(of('abstain').length)} abstaining`,
    ...(absent === 0 ? [] : [`${grouped(absent)} absent`]),
  ].join(', ');
}

/** The replay as JSON (docs/replay.md). */
export function replayDocument({ case: case_, body, path, explained, others, stopped }: ReplayView, version: string): Json {
  return plain({
    format: 'casus-replay', version, body, label: case_.bodies.get(body)!.label, record: path, complete: !stopped, explained,
    others: others.map(({ vote, ...what }) => ({ ...what, vote: { ...vote, recorded: vote.adopted ? 'adopted' : 'rejected', adopted: undefined } })),
  });
}
