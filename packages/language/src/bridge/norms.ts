import type { Action, Cond, Deadline, Discretion, Id, Modality, Norm, NormRef, Place } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { allOf, condition } from './conditions.js';
import type { Bridge, Site } from './context.js';
import { nearest } from '../nearest.js';
import { placeOf } from './places.js';
import { date, deadline, quantity } from './quantities.js';
import { provenance } from './provenance.js';
import { aim, set } from './sets.js';

/** What stands around a sentence: triggers and conditions from the outside in, and the options of brackets and readings. */
export interface Around {
  readonly when: readonly Cond[];
  readonly options: readonly Id[];
  /** Something around it could not be understood: the sentence is checked, and left out. */
  readonly broken: boolean;
}

/** A sentence before it is numbered. */
export type Sentence = Omit<Norm, 'id' | 'instrument' | 'article'>;

/** What the qualifiers of a sentence say, gathered. */
interface Qualified {
  when: Cond[];
  only: Cond[];
  unless: Cond[];
  deadline: Deadline;
  discretion: Discretion;
  means: Id[];
  subjectTo: NormRef[];
  notwithstanding: NormRef[];
  withoutPrejudice: NormRef[];
}

/** One sentence of an article: a norm; two if something may be done *only* on a condition; none after a finding. */
export function norm(b: Bridge, at: Site, node: ast.Norm, around: Around): Sentence[] {
  const before = b.holes;
  const place = placeOf(at.file, node);
  const bearer = set(b, at, node.bearer);
  const act = action(b, at, node);
  const said = qualifiers(b, at, node, act === undefined ? '' : subjectOf(act));
  if (node.modality === 'may' && node.only && said.only.length === 0) {
    b.report('form/incomplete', place, 'only under which condition?', { help: 'add `when` or `with the consent of` and the condition, or leave `only` out' });
  }
  const marks = provenance(b, at, node.marks);
  if (b.holes > before || around.broken || act === undefined) return [];
  const common = {
    bearer, distribution: node.jointly ? 'jointly' : node.any ? 'any' : 'each', action: act, options: around.options,
    subjectTo: said.subjectTo, notwithstanding: said.notwithstanding, withoutPrejudice: said.withoutPrejudice, place, provenance: marks,
  } as const;
  const main: Sentence = {
    ...common, modality: modality(node), when: allOf([...around.when, ...said.when, ...said.only], place), unless: said.unless,
    deadline: said.deadline, discretion: said.discretion, means: said.means,
  };
  if (node.modality !== 'may' || said.only.length === 0) return [main];
  const ban: Sentence = {
    ...common, modality: 'ban', when: allOf([...around.when, ...said.when], place), unless: [allOf(said.only, place)],
    deadline: { kind: 'none' }, discretion: 'none', means: [],
  };
  return [main, ban];
}

/** What a consent in the qualifiers of a sentence is consent to. */
function subjectOf(act: Action): string {
  return act.kind === 'exceed' ? `limit:${act.attribute}` : act.target.kind === 'thing' ? `${act.act}:${act.target.id}` : act.act;
}

function modality(node: ast.Norm): Modality {
  const limit = node.action.$type === 'LimitAction';
  if (node.modality === 'may') return 'right';
  const against = node.banned || limit;
  if (node.modality === 'shall') return against ? 'ban' : 'duty';
  return against ? 'pledge-not' : 'pledge';
}

function action(b: Bridge, at: Site, node: ast.Norm): Action | undefined {
  const { action: said } = node;
  if (said.$type === 'ActAction') {
    const act = b.resolve(at, said.act, ['act']);
    const towards = aim(b, at, act, said.target);
    if (towards.kind === 'role' && towards.role === 'bearer') b.report('form/incomplete', placeOf(at.file, said.target!), 'towards whom? `it` is the one who acts', { help: 'name the actor, or write `one another`' });
    return act === undefined ? undefined : { kind: 'act', act, target: towards };
  }
  const attribute = b.resolve(at, said.attribute, ['attribute']);
  const max = quantity(b, { ...at, limit: true }, said.max, attribute);
  if (said.$type === 'LimitAction' && (node.modality === 'may' || node.banned)) {
    b.report('form/incomplete', placeOf(at.file, said), 'a limit is a duty: somebody shall, or pledges to, keep it', { help: 'write `shall limit … to …`; an exception to it is written with `unless`' });
  }
  return attribute === undefined ? undefined : { kind: 'exceed', attribute, max };
}

function qualifiers(b: Bridge, at: Site, node: ast.Norm, subject: string): Qualified {
  const said: Qualified = { when: [], only: [], unless: [], deadline: { kind: 'none' }, discretion: 'none', means: [], subjectTo: [], notwithstanding: [], withoutPrejudice: [] };
  for (const qualifier of node.qualifiers) {
    const place = placeOf(at.file, qualifier);
    switch (qualifier.$type) {
      case 'Within':
        limitTime(b, said, deadline(b, at, qualifier.duration), place);
        break;
      case 'Indeterminate':
        limitTime(b, said, { kind: 'indeterminate', word: qualifier.$cstNode?.text.replaceAll(/\s+/gu, ' ') ?? qualifier.word, place }, place);
        break;
      case 'ByDate': {
        const by = date(b, at, qualifier, 'date');
        if (by !== undefined) limitTime(b, said, { kind: 'date', date: by, place }, place);
        break;
      }
      case 'OwnDiscretion':
        said.discretion = 'own';
        break;
      case 'NecessaryDiscretion':
        said.discretion = 'necessary';
        break;
      case 'Including':
        said.means.push(...b.resolveAll(at, qualifier.means, ['act']));
        break;
      case 'Condition':
        // What a party may do with somebody's consent, it may do only with it.
        (qualifier.only || node.only || (node.modality === 'may' && qualifier.cond.$type === 'CondConsents') ? said.only : said.when).push(condition(b, at, qualifier.cond, subject));
        break;
      case 'Exception':
        if (qualifier.without && !node.banned) {
          b.report('form/incomplete', place, 'only what is forbidden can be forbidden `without the consent of` somebody', {
            help: 'leave the words out, since a sentence that needs no consent says nothing about it; or write `only with the consent of`, or `unless` and who `consents`',
          });
        }
        said.unless.push(condition(b, at, qualifier.cond, subject));
        break;
      case 'AtRequest':
        (node.only ? said.only : said.when).push({ kind: 'request', who: set(b, at, qualifier.who), any: qualifier.any, place });
        break;
      case 'Precedence':
        said[relationOf(qualifier.relation)].push(...qualifier.refs.flatMap((ref) => normRef(b, at, ref) ?? []));
        break;
    }
  }
  return said;
}

function limitTime(b: Bridge, said: Qualified, limit: Deadline, place: Place): void {
  if (said.deadline.kind === 'none') said.deadline = limit;
  else b.report('form/incomplete', place, 'the sentence has two deadlines', { help: 'keep one; which of them counts is not for the reader to guess' });
}

function relationOf(text: string): 'subjectTo' | 'notwithstanding' | 'withoutPrejudice' {
  return text.startsWith('subject') ? 'subjectTo' : text.startsWith('without') ? 'withoutPrejudice' : 'notwithstanding';
}

/** A reference to an instrument or to an article of one (by default of the instrument around). */
function normRef(b: Bridge, at: Site, node: ast.NormReference): NormRef | undefined {
  const place = placeOf(at.file, node);
  const instrument = node.instrument === undefined ? at.instrument : b.resolve(at, node.instrument, ['instrument']);
  if (instrument === undefined) {
    if (node.instrument === undefined) b.report('form/incomplete', place, 'an article of which instrument?', { help: 'write `article 5 of` and its name' });
    return undefined;
  }
  if (node.number === undefined) return { instrument, place };
  const article = articleOf(b, instrument, node.number, b.placeOfProperty(at, node, 'number'), place);
  return article === undefined ? undefined : { instrument, article, place };
}

/** The article of that number, which is written at `at`; a finding about `place` and nothing if there is none. */
export function articleOf(b: Bridge, instrument: Id, number: string, at: Place, place: Place = at): Id | undefined {
  const article = `${instrument}.${number}`;
  const declared = b.names.table.get(article);
  if (declared?.kind === 'article') {
    b.uses.push({ written: number, place: at, name: declared });
    return article;
  }
  const articles = [...b.names.table.values()].flatMap((name) => (name.kind === 'article' && name.id.startsWith(`${instrument}.`) ? [name.id.slice(instrument.length + 1)] : []));
  const near = nearest(number, articles) ?? articles.find((other) => other.startsWith(`${number}(`));
  b.report('form/unknown-name', place, `\`${instrument}\` has no article ${number}`, { help: near === undefined ? undefined : `did you mean article ${near}?` });
  return undefined;
}
