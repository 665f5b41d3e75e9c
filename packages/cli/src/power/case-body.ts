/** A body of a case as the commands about power need it. */
import { bodyGame, mattersOf, wordingOf, type BodyGame, type MatterGroup } from '@casus/analysis';
import type { Body, Case, Id } from '@casus/model';
import { possibleMembers } from '@casus/model';
import { labelOf, leftOut, listed, placeWords, type GameView } from '@casus/report';
import { compiled } from '../compiled.js';
import type { Input } from '../files.js';
import type { Io } from '../io.js';
import { listing, lookUp, lookUpOptions, refuseTwoOfOneIssue } from '../lookup.js';
import { didYouMean } from '../nearest.js';
import { shellWord } from '../shell.js';
import { EXIT, UsageError } from '../usage-error.js';
import type { BodySubject } from './subject.js';

/** Options that say by which rule, when and in which case a body decides. */
export interface CaseBodyOptions {
  readonly rule?: string;
  readonly asOf?: string;
  readonly when?: string;
  readonly by?: string;
  readonly with?: readonly string[];
}

/** The bodies that the text of a case declares. */
export function bodiesNamed({ files }: Input): readonly { readonly name: string; readonly label?: string }[] {
  return files.flatMap(({ text }) => [...text.matchAll(/^[ \t]*body\s+([\p{L}\p{N}_.-]+)(?:\s+["“]([^"”]*)["”])?/gmu)].map(([, name, label]) => ({ name: name!, ...(label === undefined ? {} : { label }) })));
}

/** A compiled case, and the code that its form asks for; what could not be read is told. */
export function compiledFor(input: Input, io: Io): { readonly case: Case; readonly exit: number } {
  const { value, findings } = compiled(input, io.cwd);
  const without = leftOut(findings);
  if (without === undefined) return { case: value, exit: EXIT.passed };
  const show = input.from === undefined || input.from === '.' ? '' : ` ${shellWord(input.from)}`;
  io.stderr.write(`casus: ${without.replace('the verdicts leave', 'the results leave')}; \`npx casus check${show}\` shows where\n`);
  return { case: value, exit: EXIT.failed };
}

/** The body of that name, or the only one that the case declares itself. @throws UsageError where there is none, several, or where its rule depends on something not said. */
export function bodyOfCase(input: Input, given: string | undefined, options: CaseBodyOptions, io: Io): BodySubject {
  const { case: case_, exit } = compiledFor(input, io);
  if (given !== undefined) refusePromise(case_, given);
  const body = case_.bodies.get(given === undefined ? onlyBody(case_, input) : lookUp('body', given, case_.bodies))!;
  const taken = lookUpOptions(case_, options.with ?? []);
  refuseTwoOfOneIssue(case_, taken);
  const scenario = options.when === undefined ? undefined : lookUp('scenario', options.when, case_.scenarios);
  const attacker = options.by === undefined ? undefined : lookUp('actor', options.by, case_.actors);
  const groups = mattersOf(body);
  const chosen = chosenGroup(body, groups, options.rule);
  const matter = chosen.group.matters[0]?.id;
  const outcome = bodyGame(case_, body.id, {
    ...(matter === undefined || (chosen.group.other && chosen.matter === undefined) ? {} : { matter: chosen.matter ?? matter }), taking: taken,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }), ...(scenario === undefined ? {} : { scenario }), ...(attacker === undefined ? {} : { attacker }),
  });
  if (!outcome.ok) {
    const { message, place, help } = outcome.refusal;
    throw new UsageError(`the rule of \`${body.id}\` cannot be told: ${message} (${placeWords(place)})${help === undefined ? '' : `; ${helpWords(help)}`}`);
  }
  if (outcome.body.members.length === 0) throw new UsageError(`\`${body.id}\` has no members${options.asOf === undefined ? '' : ` on ${options.asOf}`}`);
  return {
    kind: 'body', body: { ...outcome.body, members: outcome.body.members }, game: viewOf(case_, body, chosen.group, outcome), exit,
    groups: groupsOf(case_, outcome, options.asOf), notes: [...chosen.notes, ...notesOf(case_, outcome)],
  };
}

/** A promise is none of the bodies: its game is that of a whole procedure. */
export function refusePromise({ bodies, promises }: Case, given: string): void {
  if (promises.has(given) && !bodies.has(given)) throw new UsageError(`\`${given}\` is a promise; name the text and the scenario in which it is judged, with \`--in TEXT --when SCENARIO\``);
}

/** What would help, with the option that does it. */
const helpWords = (help: string): string =>
  help.replace(/^take one of/, 'take one with `--with`:').replace(/^name a scenario, which says so$/, 'name a scenario with `--when`, which says so').replace(/^name one of/, 'name one with `--rule`:');

function onlyBody(case_: Case, { name }: Input): Id {
  const imported = new Set(case_.files.filter((file) => file.imported).map(({ path }) => path));
  const own = [...case_.bodies.values()].filter(({ place }) => !imported.has(place.file));
  if (own.length === 1) return own[0]!.id;
  const names = (own.length > 0 ? own : [...case_.bodies.values()]).map(({ id }) => id);
  if (names.length === 1) return names[0]!;
  throw new UsageError(names.length === 0 ? `\`${name}\` has no body` : `\`${name}\` has several bodies; write \`${name}:NAME\`; ${listing('body', names)}`);
}

/** The rule that is meant, by a matter; without one, that for any other matter, else the first, which is then told. */
function chosenGroup(body: Body, groups: readonly MatterGroup[], rule: string | undefined): { readonly group: MatterGroup; readonly matter?: Id; readonly notes: readonly string[] } {
  if (groups.length === 0) throw new UsageError(`\`${body.id}\` has no rule: its declaration does not say how it decides`);
  if (rule !== undefined) {
    const wanted = rule.toLowerCase();
    const matter = body.matters.find(({ id, name, label }) => [id, name, label].some((one) => one.toLowerCase() === wanted));
    const group = matter === undefined ? (['other', 'any other matter'].includes(wanted) ? groups.find(({ other }) => other) : undefined) : groups.find(({ matters }) => matters.some(({ id }) => id === matter.id));
    if (group !== undefined) return { group, ...(matter === undefined ? {} : { matter: matter.id }), notes: [] };
    const names = body.matters.map(({ name }) => name);
    if (matter !== undefined) throw new UsageError(`\`${body.id}\` has no rule for \`${matter.name}\``);
    throw new UsageError(`\`${body.id}\` has no matter \`${rule}\`${didYouMean(rule, names) || ';'} ${names.length === 0 ? 'it decides everything by one rule' : `there are: ${names.join(', ')}`}`);
  }
  const group = groups.find(({ other }) => other) ?? groups[0]!;
  if (groups.length === 1) return { group, notes: [] };
  const others = groups.filter((one) => one !== group).map(({ matters, other }) => `\`--rule ${other ? 'other' : (matters[0]?.name ?? 'other')}\``);
  return { group, notes: [`${body.label} decides other matters otherwise; ${listed(others, 'and')} ${others.length === 1 ? 'shows' : 'show'} ${others.length === 1 ? 'that' : 'those'}`] };
}

function viewOf(case_: Case, body: Body, { matters, other }: MatterGroup, outcome: BodyGame): GameView {
  const { place } = outcome.rule;
  const what = [...matters.map(({ label }) => label), ...(other ? ['any other matter'] : [])];
  return {
    title: body.label === body.id ? body.label : `${body.label} (${body.id})`,
    about: [`By the rule “${wordingOf(case_, { place })}” (${placeWords(place)})`, ...(body.matters.length === 0 || what.length === 0 ? [] : [`The rule is for ${listed(what)}`])],
    members: outcome.body.members.map((id) => {
      const actor = case_.actors.get(id);
      return { id, name: actor?.label ?? id, ...(actor?.seat === undefined ? {} : { seat: seatsName(case_, actor.seat.group) }) };
    }),
    weights: outcome.weights.map(({ attribute, figures }) => ({ name: labelOf(case_, attribute), values: figures })),
  };
}

function seatsName(case_: Case, group: Id): string {
  const label = labelOf(case_, group).split('.').at(-1)!;
  return /(?:members|seats)$/.test(label) ? label : `${label} members`;
}

function notesOf(case_: Case, { notes, excluded, abstaining }: BodyGame): readonly string[] {
  const names = (ids: readonly Id[]): string => listed(ids.map((id) => labelOf(case_, id)));
  return [
    ...notes,
    ...(excluded.length === 0 ? [] : [`Without a vote here: ${names(excluded)}`]),
    ...(abstaining.length === 0 ? [] : [`Bound to abstain here: ${names(abstaining)}`]),
  ];
}

/** Groups and other bodies of the case that consist of members of this one. */
function groupsOf(case_: Case, { body: { members } }: BodyGame, asOf: string | undefined): BodySubject['groups'] {
  const index = new Map(members.map((id, i) => [id, i]));
  return [...case_.groups.values(), ...case_.bodies.values()].flatMap(({ id, name, label, members: set }) => {
    const ids = [...possibleMembers(case_, set, asOf)];
    const inside = ids.flatMap((one) => index.get(one) ?? []).sort((a, b) => a - b);
    return inside.length === 0 || inside.length < ids.length ? [] : [{ names: [id, name, label], label: label.split('.').at(-1)!, members: inside }];
  });
}
