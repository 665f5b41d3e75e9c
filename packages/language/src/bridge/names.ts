import type { Id, Place } from '@casus/model';
import { nearest } from '../nearest.js';

/** The kinds of things that have names. */
export type Kind =
  | 'actor' | 'group' | 'body' | 'matter' | 'act' | 'event' | 'region' | 'fact' | 'attribute' | 'organisation' | 'instrument' | 'article'
  | 'issue' | 'option' | 'scenario' | 'promise' | 'arrangement' | 'source' | 'accounts' | 'negotiation' | 'amendment' | 'line';

const NOUNS: Readonly<Record<Kind, string>> = {
  actor: 'an actor', group: 'a group', body: 'a body', matter: 'a matter', act: 'an act', event: 'an event', region: 'a region', fact: 'a fact or step',
  attribute: 'an attribute', organisation: 'an organisation', instrument: 'an instrument', article: 'an article', issue: 'an issue', option: 'an option',
  scenario: 'a scenario', promise: 'a promise', arrangement: 'an arrangement', source: 'a source', accounts: 'accounts',
  negotiation: 'a negotiation', amendment: 'an amendment', line: 'a line of a position',
};

/** "an actor, a group or a body". */
export function nounsOf(kinds: readonly Kind[]): string {
  const nouns = kinds.map((kind) => NOUNS[kind]);
  return nouns.length < 2 ? nouns.join('') : `${nouns.slice(0, -1).join(', ')} or ${nouns.at(-1)!}`;
}

/** A declared name. `place` is absent for what the language itself declares. */
export interface Name {
  readonly kind: Kind;
  readonly id: Id;
  readonly place?: Place;
}

/** What a written name stands for, or why for nothing. */
export type Resolution =
  | { readonly kind: 'found'; readonly name: Name }
  | { readonly kind: 'ambiguous'; readonly among: readonly Name[] }
  | { readonly kind: 'wrong-kind'; readonly name: Name }
  | { readonly kind: 'unknown'; readonly nearest?: string };

/** All names of a case, imports included, and how a written name finds the declaration it means. */
export class Names {
  readonly table = new Map<Id, Name>();
  /** Names by their last parts: `Scope.narrow` and `narrow` lead to `Budapest.Scope.narrow`. */
  private readonly endings = new Map<string, Name[]>();
  /** What an author could write for names of some kinds, until another name is entered. */
  private readonly writable = new Map<string, readonly string[]>();
  private compared = 0;

  /** Enters a name; the earlier one if it is taken. */
  declare(name: Name): Name | undefined {
    const earlier = this.table.get(name.id);
    if (earlier !== undefined) return earlier;
    this.table.set(name.id, name);
    this.writable.clear();
    for (let dot = name.id.indexOf('.'); dot >= 0; dot = name.id.indexOf('.', dot + 1)) {
      const ending = name.id.slice(dot + 1);
      const list = this.endings.get(ending);
      if (list === undefined) this.endings.set(ending, [name]);
      else list.push(name);
    }
    return undefined;
  }

  /**
   * The declaration that a written name means at a place where only some kinds fit: in the scopes from inside out, then among all,
   * then the only local declaration that ends in it. Acts may be written in the third person (`assists`).
   */
  resolve(written: string, scopes: readonly Id[], kinds: readonly Kind[]): Resolution {
    const exact = this.find(written, scopes, (name) => kinds.includes(name.kind));
    if (exact !== undefined) return exact;
    if (kinds.includes('act')) {
      for (const form of plainForms(written)) {
        const found = this.find(form, scopes, (name) => name.kind === 'act');
        if (found !== undefined) return found;
      }
    }
    const other = this.find(written, scopes, () => true);
    if (other?.kind === 'found') return { kind: 'wrong-kind', name: other.name };
    const near = this.nearestTo(written, kinds);
    return near === undefined ? { kind: 'unknown' } : { kind: 'unknown', nearest: near };
  }

  private find(written: string, scopes: readonly Id[], fits: (name: Name) => boolean): Resolution | undefined {
    for (const scope of scopes) {
      const name = this.table.get(`${scope}.${written}`);
      if (name !== undefined && fits(name)) return { kind: 'found', name };
    }
    const global = this.table.get(written);
    if (global !== undefined && fits(global)) return { kind: 'found', name: global };
    const ending = (this.endings.get(written) ?? []).filter(fits);
    const inScope = ending.filter((name) => name.kind === 'option' && isInScope(name.id, written, scopes));
    const among = inScope.length > 0 ? inScope : ending;
    if (among.length === 1) return { kind: 'found', name: among[0]! };
    return among.length > 1 ? { kind: 'ambiguous', among } : undefined;
  }

  /** What was perhaps meant by an unknown name. A text of ten thousand unknown names is not helped by a guess at each. */
  private nearestTo(written: string, kinds: readonly Kind[]): string | undefined {
    if (this.compared > MOST_COMPARED) return undefined;
    const candidates = this.writableFor(kinds);
    this.compared += candidates.length;
    return nearest(written, candidates);
  }

  /** What an author could write for a name of these kinds: the full name and its last part. */
  private writableFor(kinds: readonly Kind[]): readonly string[] {
    const key = kinds.join();
    let writable = this.writable.get(key);
    if (writable === undefined) {
      writable = [...this.table.values()].filter(({ kind }) => kinds.includes(kind)).flatMap(({ id, kind }) => {
        const last = id.lastIndexOf('.');
        return last >= 0 && kind !== 'article' ? [id.slice(last + 1), id] : [id];
      });
      this.writable.set(key, writable);
    }
    return writable;
  }
}

/** So many names are compared with unknown ones, all in all: some seconds. */
const MOST_COMPARED = 2_000_000;

/** Whether the issue of an option is global or stands in one of the scopes. */
function isInScope(option: Id, written: string, scopes: readonly Id[]): boolean {
  const issue = option.slice(0, option.length - written.length - 1);
  const dot = issue.lastIndexOf('.');
  return dot < 0 || scopes.includes(issue.slice(0, dot));
}

/** The plain forms of a verb in the third person: `assists` → `assist`, `supplies-arms` → `supply-arms`. */
export function plainForms(written: string): string[] {
  const [, first = '', rest = ''] = /^([^-]*)(.*)$/u.exec(written) ?? [];
  const forms = [];
  if (first.endsWith('ies')) forms.push(`${first.slice(0, -3)}y`);
  if (first.endsWith('s')) forms.push(first.slice(0, -1));
  if (first.endsWith('es')) forms.push(first.slice(0, -2));
  return forms.map((form) => form + rest);
}
