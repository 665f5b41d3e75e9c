import type { Article, Ending, Id, Instrument, Norm, SetExpr, Silence, Statement } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { eachClause, NOTHING_AROUND, withOption, type Plain } from './clauses.js';
import { allOf, condition } from './conditions.js';
import { inside, type Bridge, type Site } from './context.js';
import { Life } from './life.js';
import { norm, type Around } from './norms.js';
import { placeOf } from './places.js';
import { declared, provenance, statement } from './provenance.js';
import { set } from './sets.js';

/** What an article or line adds to its instrument. */
interface Parts {
  readonly articles: Article[];
  readonly norms: Norm[];
  readonly silences: Silence[];
  readonly ends: Ending[];
  readonly suspensions: Ending[];
}

/** An instrument while its parts are gathered. */
interface Draft extends Parts {
  readonly id: Id;
  readonly at: Site;
  readonly life: Life;
  readonly statements: Statement[];
  /** Article that stands for sentences outside of any. */
  loose: Article | undefined;
  /** Sentences so far in each article. */
  readonly counts: Map<Id, number>;
  /** The articles that stand in `articles`, for there may be ten thousand. */
  readonly known: Set<Id>;
}

/** An instrument with its articles, norms and final clauses. */
export function instrument(b: Bridge, outer: Site, node: ast.InstrumentDecl, id: Id): Instrument {
  const at = siteOf(b, outer, node, id);
  const draft: Draft = { id, at, ...noParts(), life: new Life(b, at, id), statements: [], loose: undefined, counts: new Map(), known: new Set() };
  const made: { -readonly [K in keyof Instrument]?: Instrument[K] } = {};
  let prevailsOver: 'all' | Id[] = [];
  const yieldsTo: Id[] = [];
  const once = <T>(earlier: T | undefined, item: ast.InstrumentItem, what: string): void => {
    if (earlier !== undefined) b.report('form/incomplete', placeOf(at.file, item), `\`${id}\` says twice ${what}`, { help: 'keep one of the two lines' });
  };
  const say = (about: string, item: Parameters<typeof statement>[3]): void => void draft.statements.push(statement(b, at, about, item));
  for (const item of node.items) {
    switch (item.$type) {
      case 'PartiesDecl': {
        once(made.parties, item, 'who its parties are');
        const parties: SetExpr = set(b, at, item.parties);
        say('parties', item);
        made.parties ??= parties;
        break;
      }
      case 'PoliticalDecl':
        made.political = true;
        say('not legally binding', item);
        break;
      case 'ScopeDecl':
        say('applies', item);
        break;
      case 'PrevailsDecl': {
        const over = b.resolveAll(at, item.over, ['instrument']);
        if (item.all) prevailsOver = 'all';
        else if (prevailsOver !== 'all') prevailsOver = [...prevailsOver, ...over];
        say('prevails over', item);
        break;
      }
      case 'YieldsDecl':
        yieldsTo.push(...b.resolveAll(at, item.to, ['instrument']));
        say('yields to', item);
        break;
      case 'Article':
        addArticle(b, draft, item);
        break;
      case 'Group':
      case 'BodyDecl':
      case 'IssueDecl':
        break;
      default:
        clauses(b, draft, undefined, [item], NOTHING_AROUND);
    }
  }
  const { articles, norms, silences, ends, suspensions, statements, life } = draft;
  const begun = life.finish(made.parties);
  return {
    ...declared(b, at, id, node), kind: node.kind as Instrument['kind'], political: false, ...made, articles, norms, silences, ends, suspensions, ...begun,
    prevailsOver, yieldsTo, statements: [...statements, ...life.statements],
  };
}

/** Where the sentences of an instrument stand: its names are found first, and its regions are meant. */
export function siteOf(b: Bridge, outer: Site, node: ast.InstrumentDecl, id: Id): Site {
  const within: Site = { ...inside(outer, id), instrument: id };
  const scope = scopeOf(b, within, node);
  return scope === undefined ? within : { ...within, scope };
}

/** The regions that the instrument says it applies to. */
function scopeOf(b: Bridge, at: Site, node: ast.InstrumentDecl): Site['scope'] {
  const [first, second] = node.items.filter((item): item is ast.ScopeDecl => item.$type === 'ScopeDecl');
  if (first === undefined) return undefined;
  if (second !== undefined) b.report('form/incomplete', placeOf(at.file, second), `\`${at.instrument!}\` says twice where it applies`, { help: 'put the regions into one line' });
  return { within: b.resolveAll(at, first.within, ['region']), outside: b.resolveAll(at, first.outside, ['region']) };
}

const noParts = (): Parts => ({ articles: [], norms: [], silences: [], ends: [], suspensions: [] });

/** Adds an article, taken from an earlier state of the text if it can be; one that stands twice is read each time. */
function addArticle(b: Bridge, draft: Draft, node: ast.Article): void {
  const { at, id, life, known } = draft;
  const full = `${id}.${node.name}`;
  const twice = known.has(full);
  known.add(full);
  const before = life.clauses;
  const read = (): Parts => {
    const parts = noParts();
    const article: Article = { ...declared(b, at, full, node), instrument: id, number: node.name };
    if (!twice) parts.articles.push(article);
    clauses(b, { ...draft, ...parts }, article, node.clauses, NOTHING_AROUND);
    return parts;
  };
  const parts = twice || b.pieces === undefined ? read() : b.pieces.article(b, at, node, read, () => life.clauses === before);
  if (!twice) draft.counts.set(full, parts.norms.length);
  for (const kind of Object.keys(parts) as (keyof Parts)[]) for (const part of parts[kind]) (draft[kind] as unknown[]).push(part);
}

/** Clauses with what stands around them. */
function clauses(b: Bridge, draft: Draft, article: Article | undefined, list: readonly ast.Clause[], around: Around): void {
  eachClause(b, draft.at, article?.id ?? looseId(draft), list, around, (clause, outer) => oneClause(b, draft, article, clause, outer));
}

function oneClause(b: Bridge, draft: Draft, article: Article | undefined, clause: Plain, around: Around): void {
  const { at } = draft;
  const place = placeOf(at.file, clause);
  switch (clause.$type) {
    case 'ReadingsDecl':
      for (const reading of clause.readings as ast.Reading[]) clauses(b, draft, article, reading.clauses, withOption(around, b.ids.get(reading)));
      break;
    case 'Silence':
      draft.silences.push({ instrument: draft.id, ...(article === undefined ? {} : { article: article.id }), on: clause.topic, place, provenance: provenance(b, at, clause.marks) });
      break;
    case 'EndDecl':
      if (clause.when === undefined) draft.life.add(clause, around.when.length > 0 || around.options.length > 0 || around.broken);
      else lapse(b, draft, clause, clause.when, draft.ends, `end:${draft.id}`, around, article);
      break;
    case 'SuspensionDecl':
      lapse(b, draft, clause, clause.when, draft.suspensions, `suspension:${draft.id}`, around, article);
      break;
    case 'SignedDecl':
    case 'RatifiedDecl':
    case 'EntryDecl':
    case 'ProvisionalDecl':
    case 'ReservationDecl':
    case 'AccessionDecl':
    case 'WithdrawalDecl':
    case 'NoticeDecl':
      draft.life.add(clause, around.when.length > 0 || around.options.length > 0 || around.broken);
      break;
    case 'Norm': {
      const sentences = norm(b, at, clause, around);
      const home = article ?? (draft.loose ??= loose(draft, clause));
      for (const sentence of sentences) {
        const number = (draft.counts.get(home.id) ?? 0) + 1;
        draft.counts.set(home.id, number);
        draft.norms.push({ id: `${draft.id}.art${home.number}#${number}`, instrument: draft.id, article: home.id, ...sentence });
      }
    }
  }
}

/** Sentences in readings or brackets that stand in no article have one of their own, so that they can be named. */
function loose(draft: Draft, clause: ast.Clause): Article {
  const article: Article = {
    id: looseId(draft), name: 'text', label: 'outside the articles', place: placeOf(draft.at.file, clause), provenance: { cites: [] }, instrument: draft.id, number: '-text',
  };
  draft.articles.push(article);
  return article;
}

/** Full name of the article of the sentences outside of any. */
function looseId(draft: Draft): Id {
  return `${draft.id}.text`;
}

/** A condition that ends or suspends the instrument. */
function lapse(b: Bridge, draft: Draft, clause: ast.EndDecl | ast.SuspensionDecl, cond: ast.CondExpr, into: Ending[], subject: string, around: Around, article: Article | undefined): void {
  const { at } = draft;
  const place = placeOf(at.file, clause);
  const before = b.holes;
  const marks = provenance(b, at, clause.marks);
  const when = allOf([...around.when, condition(b, at, cond, subject)], place);
  if (b.holes === before && !around.broken) into.push({ when, options: around.options, ...(article === undefined ? {} : { article: article.id }), place, provenance: marks });
}
