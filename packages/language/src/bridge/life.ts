import type { Accession, Deed, Id, Instrument, IsoDate, Reservation, SetExpr, Statement } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { condition } from './conditions.js';
import type { Bridge, Site } from './context.js';
import { articleOf } from './norms.js';
import { placeOf } from './places.js';
import { provenance, statement } from './provenance.js';
import { date, dayAfter, deadline } from './quantities.js';
import { set } from './sets.js';

/** What an instrument says of its own beginning, parties and end, other than by a condition that ends or suspends it. */
export type LifeClause = ast.Lifecycle | ast.EndDecl;

type Made = { -readonly [K in keyof Instrument]?: Instrument[K] };

/** The life of one instrument while its final clauses are gathered. */
export class Life {
  readonly statements: Statement[] = [];
  readonly #made: Made = {};
  readonly #signatures: Deed[] = [];
  readonly #ratifications: Deed[] = [];
  readonly #reservations: Reservation[] = [];
  readonly #accessions: Accession[] = [];
  readonly #joined: SetExpr[] = [];
  readonly #notices: { readonly item: ast.NoticeDecl; readonly deed: Deed }[] = [];
  #withdrawal: ast.WithdrawalDecl | undefined;
  /** How many clauses it was given. */
  clauses = 0;

  constructor(private readonly b: Bridge, private readonly at: Site, private readonly id: Id) {}

  /** Takes one clause. `conditional`: a condition or bracket stands around it, which none of these may depend on. */
  add(item: LifeClause, conditional: boolean): void {
    const { b, at } = this;
    this.clauses++;
    if (conditional) {
      b.report('form/incomplete', placeOf(at.file, item), `${WHAT[item.$type]} cannot depend on a condition or bracket around it`, {
        help: item.$type === 'EndDecl' ? 'put the line outside, or write `ends when` and a condition' : 'put the line outside, and the condition into it if it takes one',
      });
      return;
    }
    const before = b.holes;
    const place = placeOf(at.file, item);
    const marks = provenance(b, at, item.marks);
    const on = 'date' in item ? date(b, at, item, 'date') : undefined;
    const dated = on === undefined ? {} : { on };
    const understood = (): boolean => b.holes === before;
    switch (item.$type) {
      case 'SignedDecl': {
        if (item.who !== undefined) this.#signatures.push({ who: set(b, at, item.who), ...dated, place, provenance: marks });
        if (on !== undefined && (item.who === undefined || this.#made.signed === undefined)) {
          if (item.who === undefined) this.#once('signed', item, 'when it was signed');
          this.#made.signed ??= on;
        }
        this.#say('signed', item);
        break;
      }
      case 'RatifiedDecl': {
        const who = set(b, at, item.who);
        if (understood()) this.#ratifications.push({ who, ...dated, place, provenance: marks });
        break;
      }
      case 'EntryDecl': {
        if (item.when === undefined) {
          this.#once('inForceSince', item, 'since when it is in force');
          if (on !== undefined) this.#made.inForceSince ??= on;
          if (item.term !== undefined && on !== undefined) this.#term(item, item.term, on);
          this.#say('in force since', item);
          break;
        }
        this.#once('entry', item, 'when it enters into force');
        const when = condition(b, at, item.when, `entry:${this.id}`);
        if (understood()) this.#made.entry ??= { when, place, provenance: marks };
        break;
      }
      case 'ProvisionalDecl': {
        this.#once('provisional', item, 'when it is applied provisionally');
        const when = item.when === undefined ? undefined : condition(b, at, item.when, `provisional:${this.id}`);
        const articles = this.#articles(item.articles, item, 'articles');
        if (understood()) this.#made.provisional ??= { ...(on === undefined ? {} : { since: on }), ...(when === undefined ? {} : { when }), articles, place, provenance: marks };
        break;
      }
      case 'ReservationDecl': {
        const who = set(b, at, item.who);
        const articles = this.#articles(item.articles, item, 'articles');
        if (understood()) this.#reservations.push({ who, articles, ...dated, place, provenance: marks });
        break;
      }
      case 'AccessionDecl': {
        const who = set(b, at, item.who);
        const when = item.when === undefined ? undefined : condition(b, at, item.when, `accession:${this.id}`);
        if (!understood()) break;
        if (when !== undefined) this.#accessions.push({ who, when, place, provenance: marks });
        else this.#joined.push({ kind: 'during', set: who, ...(on === undefined ? {} : { from: on }), place });
        if (when === undefined) this.#say('parties', item);
        break;
      }
      case 'WithdrawalDecl': {
        this.#once('withdrawal', item, 'how a party leaves');
        const notBefore = date(b, at, item, 'from');
        const survives = this.#articles(item.survives, item, 'survives');
        if (understood() && this.#withdrawal === undefined) {
          this.#withdrawal = item;
          this.#made.withdrawal = { notice: deadline(b, at, item.notice), ...(notBefore === undefined ? {} : { notBefore }), survives, place, provenance: marks };
        }
        break;
      }
      case 'NoticeDecl': {
        const who = set(b, at, item.who);
        if (understood()) this.#notices.push({ item, deed: { who, ...dated, place, provenance: marks } });
        break;
      }
      case 'EndDecl': {
        this.#once('expires', item, 'when it expires');
        if (on !== undefined) this.#expire(on, item);
        this.#say('ends on', item);
      }
    }
  }

  /** What all clauses together say. `declared`: the parties as they are listed. */
  finish(declared: SetExpr | undefined): Made & Pick<Instrument, 'signatures' | 'ratifications' | 'reservations' | 'accessions' | 'notices'> {
    const { b, at } = this;
    const parties: SetExpr | undefined = this.#joined.length === 0 ? declared
      : { kind: 'union', of: [...(declared === undefined ? [] : [declared]), ...this.#joined], place: declared?.place ?? this.#joined[0]!.place };
    if (declared === undefined && this.#joined.length + this.#accessions.length > 0) {
      b.report('form/incomplete', this.#joined[0]?.place ?? this.#accessions[0]!.place, `\`${this.id}\` does not say who its parties are, so that nobody can accede to it`, { help: 'add `parties` and their names' });
    }
    const notices = this.#notices.map(({ item, deed }) => {
      const { on } = deed;
      const notBefore = this.#made.withdrawal?.notBefore;
      if (on !== undefined && notBefore !== undefined && on < notBefore) {
        b.report('form/date', placeOf(at.file, item), `notice is given on ${on}, and \`${this.id}\` allows none before ${notBefore}`, { help: 'correct one of the two dates' });
      }
      return on === undefined ? deed : { ...deed, leaves: this.#withdrawal === undefined ? on : dayAfter(on, this.#withdrawal.notice) };
    });
    return {
      ...this.#made, ...(parties === undefined ? {} : { parties }),
      signatures: this.#signatures, ratifications: this.#ratifications, reservations: this.#reservations, accessions: this.#accessions, notices,
    };
  }

  #expire(last: IsoDate, item: ast.EndDecl | ast.EntryDecl): void {
    const { b, at } = this;
    if (this.#made.expires !== undefined) return;
    this.#made.expires = last;
    if (item.renewal === undefined) return;
    const before = b.holes;
    const when = condition(b, at, item.renewal, `renewal:${this.id}`);
    if (b.holes === before) this.#made.renewal = { when, place: placeOf(at.file, item), provenance: provenance(b, at, item.marks) };
  }

  /** "in force since … for twenty years": the last day is the one before the anniversary. */
  #term(item: ast.EntryDecl, term: ast.Duration, since: IsoDate): void {
    const { b, at } = this;
    this.#once('expires', item, 'when it expires');
    if (term.$type !== 'DurationNumber') b.report('form/incomplete', placeOf(at.file, term), 'how long it is in force cannot be left open in a bracket', { help: 'write one time, such as `for 20 years`' });
    else this.#expire(dayAfter(dayAfter(since, term), { value: '-1', unit: 'day' } as ast.DurationNumber), item);
  }

  #articles(numbers: readonly string[], item: LifeClause, property: string): Id[] {
    return numbers.flatMap((number, i) => articleOf(this.b, this.id, number, this.b.placeOfProperty(this.at, item, property, i)) ?? []);
  }

  #once(key: keyof Made, item: LifeClause, what: string): void {
    if (this.#made[key] !== undefined) this.b.report('form/incomplete', placeOf(this.at.file, item), `\`${this.id}\` says twice ${what}`, { help: 'keep one of the two lines' });
  }

  #say(about: string, item: LifeClause): void {
    this.statements.push(statement(this.b, this.at, about, item));
  }
}

const WHAT: Readonly<Record<LifeClause['$type'], string>> = {
  SignedDecl: 'a signature', RatifiedDecl: 'a ratification', EntryDecl: 'entry into force', ProvisionalDecl: 'provisional application', ReservationDecl: 'a reservation',
  AccessionDecl: 'accession', WithdrawalDecl: 'withdrawal', NoticeDecl: 'a notice', EndDecl: 'a date of expiry',
};
