import { identityOf, type Arrangement, type Case, type Id, type Instrument, type Place, type Role } from '@casus/model';
import { contentOf, numberOf, type Content } from './content.js';
import type { Ground, Grounds } from './placed.js';
import { chosenOf, contentOfInstrument, frameTextsOf, sentencesOf, textsIn } from './sentences.js';

/**
 * The parts of a case: `read` from by verdicts; `told` in findings beside them; or neither named by a declaration nor read for one (what is said about
 * the case as a whole).
 */
const PARTS: Readonly<Record<keyof Case, 'read' | 'told' | 'neither'>> = {
  actors: 'read', groups: 'read', bodies: 'read', acts: 'read', events: 'read', regions: 'read', facts: 'read', attributes: 'read', organisations: 'read',
  instruments: 'read', issues: 'read', options: 'read', scenarios: 'read', promises: 'read', arrangements: 'read',
  sources: 'told',
  title: 'neither', files: 'neither', disputes: 'neither', positions: 'neither', negotiations: 'neither', amendments: 'neither', expectations: 'neither',
};

/** Roles that may be filled by actors whom nothing else in the text names. */
const FILLED_BY_ANYBODY: Readonly<Record<Role, boolean>> = {
  everyone: true, others: true, bearer: false, attacker: false, victim: false, requester: false, disputants: false, hostile: false,
};

const ANYBODY = Object.entries(FILLED_BY_ANYBODY).flatMap(([role, any]) => (any ? [role] : []));

/**
 * How much is asked for. `meaning`: what a verdict is read from; `worded`: the same in the same words; `told`: also everything else that may be told of a verdict;
 * `whole`: also the sentences that no verdict in question turns on.
 */
export type Extent = 'meaning' | 'worded' | 'told' | 'whole';

/** A declaration of a case. */
export interface Entry {
  readonly table: keyof Case;
  readonly id: Id;
  readonly place: Place;
  /** The declaration itself. */
  readonly value: object;
  /** Its number in the order of the case. */
  readonly position: number;
  /** Kinds of it (acts, events, regions): whoever speaks of it speaks of them. */
  readonly kinds: Entry[];
}

/** Declarations with all that they draw in, in the order of the case, and a text that is the same only for the same contents in the same order. */
export interface Reached {
  readonly entries: readonly Entry[];
  readonly key: string;
  /** What places in something told about them may stand in; as many, in the same order, for the same key. */
  readonly grounds: () => Grounds;
}

/** Sentences of an instrument, with what they draw in in a case. */
interface Choice {
  readonly grounds: readonly Ground[];
  readonly number: string;
  readonly drawn: readonly Entry[];
}

/**
 * What a judgment depends on, told by content and conservatively: the declarations that the request names, those that these name, and so on. Any text
 * in a declaration that is the name of a declaration counts as naming it, so that no construct can be forgotten; kinds of a named act, event or
 * region belong to it; and where a role may be filled by anybody, every actor does. Of an instrument, a sentence belongs to it only if the act or attribute
 * that it is about, or a means that it names, does: nothing else asks whether that is owed or forbidden. Places are no part of it.
 */
export class Dependencies {
  readonly #byName = new Map<Id, Entry[]>();
  readonly #all: Entry[] = [];
  readonly #drawn: Readonly<Record<'meaning' | 'told' | 'whole', Map<Entry, readonly Entry[]>>> = { meaning: new Map(), told: new Map(), whole: new Map() };
  readonly #numbers: Readonly<Record<Extent, Map<Entry, string>>> = { meaning: new Map(), worded: new Map(), told: new Map(), whole: new Map() };
  #surroundings: string | undefined;
  /** The number of all names together. */
  readonly #names: number;
  readonly #choices = new Map<string, Choice>();
  readonly #files: ReadonlyMap<string, string>;
  /** The last walk that has come by each entry. */
  readonly #seen: Int32Array;
  #walks = 0;

  constructor(case_: Case) {
    this.#files = new Map(case_.files.map(({ path, text }) => [path, text]));
    const parents: { readonly entry: Entry; readonly of: readonly Id[]; readonly table: ReadonlyMap<Id, unknown> }[] = [];
    const byValue = new Map<unknown, Entry>();
    for (const name of Object.keys(PARTS) as (keyof Case)[]) {
      const table: unknown = case_[name];
      if (PARTS[name] === 'neither' || !(table instanceof Map)) continue;
      for (const [id, value] of table as ReadonlyMap<Id, { readonly place: Place; readonly parents?: readonly Id[] }>) {
        const entry: Entry = { table: name, id, place: value.place, value, position: this.#all.length, kinds: [] };
        this.#all.push(entry);
        byValue.set(value, entry);
        const list = this.#byName.get(id);
        if (list === undefined) this.#byName.set(id, [entry]);
        else list.push(entry);
        if (value.parents !== undefined) parents.push({ entry, of: value.parents, table: table as ReadonlyMap<Id, unknown> });
      }
    }
    this.#names = numberOf([...this.#byName.keys()].join('\n'));
    this.#seen = new Int32Array(this.#all.length);
    for (const { entry, of, table } of parents) for (const parent of of) byValue.get(table.get(parent))?.kinds.push(entry);
  }

  /** Everything that declarations of these names draw in; only what is not drawn in by `besides`, if that is given, whose key is then part of the key. */
  reached(names: Iterable<Id>, extent: Extent, besides?: Reached): Reached {
    const walk = ++this.#walks;
    const entries: Entry[] = [];
    const add = (entry: Entry): void => {
      if (this.#seen[entry.position] === walk) return;
      this.#seen[entry.position] = walk;
      entries.push(entry);
    };
    for (const { position } of besides?.entries ?? []) this.#seen[position] = walk;
    for (const id of names) this.#byName.get(id)?.forEach(add);
    const about = (subject: Id): boolean => this.#byName.get(subject)?.some(({ position }) => this.#seen[position] === walk) !== false;
    const instruments = (besides?.entries ?? []).filter(isInstrument);
    const choices = new Map<Entry, Choice>();
    // Sentences draw in acts, and acts sentences, until there are no more of them.
    for (let next = 0; ; ) {
      for (; next < entries.length; next++) {
        const entry = entries[next]!;
        if (isInstrument(entry) && extent !== 'whole') instruments.push(entry);
        this.#drawnBy(entry, extent).forEach(add);
      }
      if (extent !== 'whole') for (const entry of instruments) {
        const choice = this.#choice(entry, extent, about);
        if (choices.get(entry) === choice) continue;
        choices.set(entry, choice);
        choice.drawn.forEach(add);
      }
      if (next === entries.length) break;
    }
    entries.sort((a, b) => a.position - b.position);
    const sentences = [...choices].sort(([a], [b]) => a.position - b.position);
    // How many of the others stand before it tells where it stands among them.
    const key = besides === undefined ? entries.map((entry) => this.#numberOf(entry, extent)).join() : `${besides.key}|${entries.map((entry) => `${this.#numberOf(entry, extent)}@${before(besides.entries, entry.position)}`).join()}`;
    let known: Grounds | undefined;
    const grounds = (): Grounds => (known ??= [...(besides?.grounds() ?? []), entries.flatMap((entry) => groundsOf(entry, extent)), ...sentences.map(([, choice]) => choice.grounds)]);
    return { entries, grounds, key: `${key};${sentences.map(([, { number }]) => number).join()}` };
  }

  #drawnBy(entry: Entry, extent: Extent): readonly Entry[] {
    const known = this.#drawn[extent === 'worded' ? 'meaning' : extent];
    let drawn = known.get(entry);
    if (drawn === undefined) {
      drawn = [...new Set([...this.#named(contentIn(entry, extent), extent), ...(isMeant(extent) ? entry.kinds.filter(isRead) : entry.kinds)])];
      known.set(entry, drawn);
    }
    return drawn;
  }

  #named(content: Content, extent: Extent): readonly Entry[] {
    let names = NAMES.get(content);
    // Most words of a declaration are no names; which are is the same as long as the names of the case are.
    if (names?.among !== this.#names) {
      const known = (words: ReadonlySet<string>): Id[] => [...words].filter((word) => this.#byName.has(word));
      NAMES.set(content, (names = { among: this.#names, words: known(content.words), apart: known(content.apart) }));
    }
    const named = [...names.words, ...(isMeant(extent) ? [] : names.apart)].flatMap((word) => this.#byName.get(word)!);
    const anybody = ANYBODY.some((role) => content.words.has(role)) ? this.#all.filter(({ table }) => table === 'actors') : [];
    return [...(isMeant(extent) ? named.filter(isRead) : named), ...anybody];
  }

  /**
   * A text that is the same as long as everything is that the sentences of the case are read with, wherever it stands: all but the sentences, the promises, the
   * arrangements and the sources. Where somebody accedes on a condition, the sentences belong to it.
   */
  get surroundings(): string {
    return (this.#surroundings ??= this.#all.filter(({ table }) => !ASKED.has(table)).map((entry) => {
      if (!isInstrument(entry)) return this.#numberOf(entry, 'told');
      const { accessions } = entry.value as Instrument;
      return String(contentIn(entry, accessions.length > 0 ? 'whole' : 'meaning').meaning);
    }).join());
  }

  /** Where that stands. */
  get grounds(): readonly Ground[] {
    return this.#all.filter((entry) => !ASKED.has(entry.table) && !isInstrument(entry)).map(({ place }) => ({ places: () => [place], exact: false }));
  }

  /** The sentences of an instrument about what has been drawn in. */
  #choice(entry: Entry, extent: Extent, about: (subject: Id) => boolean): Choice {
    const instrument = entry.value as Instrument;
    const chosen = chosenOf(instrument, about);
    const key = `${extent} ${entry.position} ${chosen.content.whole}`;
    let choice = this.#choices.get(key);
    if (choice === undefined) {
      const { meaning, whole } = chosen.content;
      const text = extent === 'meaning' ? '' : `.${numberOf(chosen.numbers.map((i) => this.#textOf(instrument.norms[i]!, textsIn)).join())}`;
      choice = { grounds: chosen.numbers.map((i) => groundOf(instrument.norms[i]!)), number: `${isMeant(extent) ? meaning : whole}${text}`, drawn: [...new Set(this.#named(chosen.content, extent))] };
      this.#choices.set(key, choice);
    }
    return choice;
  }

  #numberOf(entry: Entry, extent: Extent): string {
    let number = this.#numbers[extent].get(entry);
    if (number === undefined) {
      const content = contentIn(entry, extent);
      const texts = isInstrument(entry) && extent !== 'whole' ? (value: object): readonly Place[] => frameTextsOf(value as Instrument) : (): readonly Place[] => [entry.place];
      number = `${isMeant(extent) ? content.meaning : content.whole}${extent === 'meaning' ? '' : `.${this.#textOf(entry.value, texts, extent === 'whole')}`}`;
      this.#numbers[extent].set(entry, number);
    }
    return number;
  }

  /** The number of the texts of a part of the case: what is told may quote them. */
  #textOf(part: object, texts: (part: object) => readonly Place[], whole = false): number {
    const known = TEXT_NUMBERS[whole ? 'whole' : 'parts'];
    const identity = identityOf(part);
    let number = known.get(identity);
    if (number === undefined) {
      const text = texts(part).map(({ file, offset, end }) => this.#files.get(file)?.slice(offset, end) ?? '').join('\0');
      known.set(identity, (number = numberOf(text)));
    }
    return number;
  }
}

/** The names in contents, among those of a case that was looked at last. */
const NAMES = new WeakMap<Content, { readonly among: number; readonly words: readonly Id[]; readonly apart: readonly Id[] }>();

/** What is asked about a case, and who says so. */
const ASKED: ReadonlySet<keyof Case> = new Set(['promises', 'arrangements', 'sources']);

/** The numbers of the texts of declarations and sentences, wherever they stand: of all of it, or of an instrument without its sentences. */
const TEXT_NUMBERS = { whole: new WeakMap<object, number>(), parts: new WeakMap<object, number>() } as const;

const isInstrument = ({ table }: Entry): boolean => table === 'instruments';

const isRead = ({ table }: Entry): boolean => PARTS[table] === 'read';

/** Nothing is asked for but what verdicts are read from. */
const isMeant = (extent: Extent): boolean => extent === 'meaning' || extent === 'worded';

/** What a declaration says; of an instrument, unless the whole is asked for, without its sentences. */
function contentIn({ table, value }: Entry, extent: Extent): Content {
  if (table === 'instruments') return extent === 'whole' ? contentOfInstrument(value as Instrument) : sentencesOf(value as Instrument).frame;
  return table === 'arrangements' ? contentOf(withoutQuestions(value as Arrangement), value) : contentOf(value);
}

/** What places in a declaration stand in. Where an instrument and its articles end depends on all of their sentences: only as a whole they are where they are. */
function groundsOf({ table, value, place }: Entry, extent: Extent): readonly Ground[] {
  if (table !== 'instruments' || extent === 'whole') return [{ places: () => [place], exact: false }];
  const instrument = value as Instrument;
  return [{ places: () => frameTextsOf(instrument), exact: false }, { places: () => [place, ...instrument.articles.map((article) => article.place)], exact: true }];
}

const groundOf = (norm: object): Ground => ({ places: () => textsIn(norm), exact: false });

/** An arrangement without what is asked about it. */
function withoutQuestions({ promises: _, scenarios: __, judged: ___, ...text }: Arrangement): object {
  return text;
}

/** How many of the entries, which are in order, stand before a position. */
function before(entries: readonly Entry[], limit: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.position < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
