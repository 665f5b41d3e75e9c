import { identityOf, isPlace, type Id, type Instrument, type Norm, type Place } from '@casus/model';
import { contentOf, numberOf, type Content } from './content.js';

/** An instrument without its sentences, and its sentences by what they are about: most judgments turn on few of them. */
export interface Sentences {
  /** All but the sentences; of these, only which verbs there are among them. */
  readonly frame: Content;
  /** The acts and attributes that sentences command, forbid or permit, each once. */
  readonly subjects: readonly Id[];
  /** Some sentences cannot be left out: what an article's end concerns is all that the article commands. */
  readonly whole: boolean;
  /** All of it, if it was asked for. */
  content?: Content;
  /** Choices of sentences that were asked for, by which of the subjects they are about. */
  readonly chosen: Map<string, Chosen>;
}

/** Sentences of an instrument, in the order of the text. */
export interface Chosen {
  readonly content: Content;
  /** Their numbers among the instrument's. */
  readonly numbers: readonly number[];
}

const KNOWN = new WeakMap<object, Sentences>();

/** The sentences of an instrument; found again by what the instrument has in common with others. */
export function sentencesOf(instrument: Instrument): Sentences {
  const identity = identityOf(instrument);
  let known = KNOWN.get(identity);
  if (known === undefined) KNOWN.set(identity, (known = sentencesIn(instrument)));
  return known;
}

function sentencesIn(instrument: Instrument): Sentences {
  const { norms, ends, suspensions } = instrument;
  const bare = contentOf({ ...instrument, norms: [] });
  // Whether there are pledges makes a difference to a promise that no pledge speaks of.
  const verbs = [...new Set(norms.map(({ modality }) => modality))].sort().join();
  return {
    frame: { ...bare, meaning: numberOf(`${bare.meaning} ${verbs}`), whole: numberOf(`${bare.whole} ${verbs}`) },
    subjects: [...new Set(norms.flatMap(subjectsOf))],
    whole: [...ends, ...suspensions].some(({ article }) => article !== undefined),
    chosen: new Map(),
  };
}

/** What a sentence is about: the acts, with the means that it names, or the attribute. */
function subjectsOf({ action, means }: Norm): readonly Id[] {
  return action.kind === 'act' ? [action.act, ...means] : [action.attribute];
}

/** The sentences about any of some subjects: `about` tells for each of the instrument's whether it is one of them. */
export function chosenOf(instrument: Instrument, about: (subject: Id) => boolean): Chosen {
  const sentences = sentencesOf(instrument);
  const these = sentences.subjects.filter((subject) => sentences.whole || about(subject));
  const key = these.length === sentences.subjects.length ? '*' : these.join('\n');
  let chosen = sentences.chosen.get(key);
  if (chosen === undefined) sentences.chosen.set(key, (chosen = chosenIn(instrument, new Set(these))));
  return chosen;
}

function chosenIn({ norms }: Instrument, subjects: ReadonlySet<Id>): Chosen {
  const numbers = norms.flatMap((norm, i) => (subjectsOf(norm).some((subject) => subjects.has(subject)) ? [i] : []));
  const contents = numbers.map((i) => contentOf(norms[i]!));
  return {
    numbers,
    content: {
      meaning: numberOf(`sentences ${contents.map(({ meaning }) => meaning).join()}`),
      whole: numberOf(`sentences ${contents.map(({ whole }) => whole).join()}`),
      words: new Set(contents.flatMap(({ words }) => [...words])),
      apart: new Set(contents.flatMap(({ apart }) => [...apart])),
    },
  };
}

/** The content of an instrument with all of its sentences. */
export function contentOfInstrument(instrument: Instrument): Content {
  const sentences = sentencesOf(instrument);
  return (sentences.content ??= together(sentences.frame, chosenOf(instrument, () => true).content));
}

function together(frame: Content, content: Content): Content {
  return {
    meaning: numberOf(`instrument ${frame.meaning} ${content.meaning}`),
    whole: numberOf(`instrument ${frame.whole} ${content.whole}`),
    words: new Set([...frame.words, ...content.words]),
    apart: new Set([...frame.apart, ...content.apart]),
  };
}

/** The same of an instrument without its sentences: of its parties, its entry into force and the like, but not of itself and its articles. */
export function frameTextsOf(instrument: Instrument): readonly Place[] {
  let known = FRAME_TEXTS.get(instrument);
  if (known === undefined) {
    const { place: _, articles, norms: __, ...lines } = instrument;
    FRAME_TEXTS.set(instrument, (known = textsWithin([lines, articles.map(({ place: ___, ...article }) => article)])));
  }
  return known;
}

const FRAME_TEXTS = new WeakMap<Instrument, readonly Place[]>();

/** The texts that a part of a case was read from, each as far as it goes: a sentence, and the conditions around it. The same parts of the same texts have as many, in the same order. */
export function textsIn(part: object): readonly Place[] {
  let known = TEXTS.get(part);
  if (known === undefined) TEXTS.set(part, (known = textsWithin(part)));
  return known;
}

const TEXTS = new WeakMap<object, readonly Place[]>();

function textsWithin(part: object): Place[] {
  let texts: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isPlace(value)) {
      if (texts.some((text) => contains(text, value))) return;
      texts = [...texts.filter((text) => !contains(value, text)), value];
    } else if (value instanceof Map) for (const each of value.values()) visit(each);
    else if (!(value instanceof Set)) for (const each of Object.values(value)) visit(each);
  };
  visit(part);
  return texts;
}

/** Every place in a part of a case, citations left aside. The same parts have as many, in the same order. */
export function placesIn(part: unknown): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isPlace(value)) places.push(value);
    else for (const [key, each] of Object.entries(value)) if (key !== 'provenance') visit(each);
  };
  visit(part);
  return places;
}

/** Whether one place lies in another. */
export function contains(outer: Place, inner: Place): boolean {
  return outer.file === inner.file && outer.offset <= inner.offset && inner.end <= outer.end;
}
