import { CODES, type Finding, type FindingCode, type Id, type Place, type Cause, type Target } from '@casus/model';
import { GrammarUtils, type AstNode, type CstNode, type Reference } from 'langium';
import type { ActorTable, BodyDecl, InstrumentDecl, RangeDecl, SetSeats } from '../generated/ast.js';
import type { Kind, Name } from './names.js';
import { keywords } from '../keywords.js';
import { nearest } from '../nearest.js';
import { Names, nounsOf } from './names.js';
import type { Pieces } from './pieces.js';
import { placeOfCst } from './places.js';
import type { Row } from './tables.js';

/** Where a sentence stands: its file and the declarations around it, innermost first. */
export interface Site {
  readonly file: string;
  readonly scopes: readonly Id[];
  /** The instrument around it. */
  readonly instrument?: Id;
  /** The regions that the instrument applies to, for events that name none. */
  readonly scope?: { readonly within: readonly Id[]; readonly outside: readonly Id[] };
  /** In the number of a limit. */
  readonly limit?: boolean;
}

/** The site of what stands inside a declaration. */
export function inside(at: Site, id: Id): Site {
  return { ...at, scopes: [id, ...at.scopes] };
}

/** What may be said besides the message of a finding. */
export interface Extra {
  readonly causes?: readonly Cause[];
  readonly help?: string | undefined;
  readonly about?: readonly Id[];
}

/** A use of the range of an issue, whose unit must be that of the attribute it is used for. */
export interface RangeUse {
  readonly issue: Id;
  readonly attribute: Id | undefined;
  readonly place: Place;
}

/** What an act is aimed at in a sentence, condition or promise. */
export interface Aim {
  readonly act: Id;
  readonly target: Target;
  readonly place: Place;
}

/** Anonymous seats that are members of a body, a group or the parties of an instrument. */
export interface Seats {
  readonly id: Id;
  readonly container: Id;
  readonly node: SetSeats;
  readonly count: number;
  readonly at: Site;
}

/** A written name that was understood, where it stands, and what it means. */
export interface Use {
  readonly written: string;
  readonly place: Place;
  readonly name: Name;
}

/** What all parts of the bridge share: the names, the findings, and a count of the holes that findings left. */
export class Bridge {
  readonly names = new Names();
  readonly findings: Finding[] = [];
  /** Unit of each attribute that has one. */
  readonly units = new Map<Id, string>();
  /** The range of each issue that has one, as it is written, with its file. */
  readonly ranges = new Map<Id, { readonly node: RangeDecl; readonly file: string }>();
  readonly rangeUses: RangeUse[] = [];
  readonly aims: Aim[] = [];
  /** Groups of anonymous seats. */
  readonly seats: Seats[] = [];
  /** Instruments named where an arrangement is needed; each makes one of that instrument alone. */
  readonly judgedInstruments: Id[] = [];
  /** Bodies as they are written, for what a clause takes from the rules of one declared later. */
  readonly bodies = new Map<Id, { readonly node: BodyDecl; readonly at: Site }>();
  /** Instruments as they are written, for amendments to them. */
  readonly instruments = new Map<Id, { readonly node: InstrumentDecl; readonly at: Site }>();
  /** The rows of each table of actors. */
  readonly tables = new Map<ActorTable, readonly Row[]>();
  /** Full name of each declaration that is entered in the tables; a second one of the same name has none. */
  readonly ids = new Map<AstNode, Id>();
  /** Every written name that was understood, in the order of reading; a place may be there twice. */
  readonly uses: Use[] = [];
  /** Counts what could not be understood; a sentence during whose reading it grew is left out. */
  holes = 0;
  /** Counts what a declaration has taken from the text of another one: it stands elsewhere, and moves apart from it. */
  borrowed = 0;
  /** What was understood of an earlier state of the files, if that may be taken. */
  pieces: Pieces | undefined;

  /** `lost`: names that parts with a mistake of form may have declared; nothing more is said about them. `told`: the mistakes found while reading. */
  constructor(private readonly lost: ReadonlySet<string>, private readonly told: readonly Finding[] = []) {}

  /** Whether a part of what stands at a place could not be read: then nothing is said to be missing from it. */
  isBroken(place: Place): boolean {
    return this.told.some(({ code, place: { file, offset } }) => code === 'form/syntax' && file === place.file && offset >= place.offset && offset <= place.end);
  }

  /** Whether nothing is wrong so far: with the grammar of any file, nor with what is declared. */
  get isFlawless(): boolean {
    return this.lost.size === 0 && this.findings.length === 0 && !this.told.some(({ code }) => code === 'form/syntax');
  }

  /** Adds a finding; the same mistake at the same place is told once. */
  report(code: FindingCode, place: Place, message: string, extra: Extra = {}): void {
    this.holes++;
    addFinding(this.findings, code, place, message, extra);
  }

  /** The full name of what a reference means; a finding and nothing if there is no such name of a fitting kind. */
  resolve(at: Site, reference: Reference, kinds: readonly Kind[]): Id | undefined {
    return this.resolveText(at, reference.$refText, placeOfCst(at.file, reference.$refNode), kinds)?.id;
  }

  /** The same with the kind of what was found. */
  resolveKind(at: Site, reference: Reference, kinds: readonly Kind[]): { readonly id: Id; readonly kind: Kind } | undefined {
    return this.resolveText(at, reference.$refText, placeOfCst(at.file, reference.$refNode), kinds);
  }

  /** The arrangement to be judged; an instrument stands for one of it alone. */
  resolveJudged(at: Site, reference: Reference): Id | undefined {
    const found = this.resolveKind(at, reference, ['arrangement', 'instrument']);
    if (found?.kind === 'instrument') this.judgedInstruments.push(found.id);
    return found?.id;
  }

  /** The same for each of a list; the unknown are left out. */
  resolveAll(at: Site, references: readonly Reference[], kinds: readonly Kind[]): Id[] {
    return references.flatMap((reference) => this.resolve(at, reference, kinds) ?? []);
  }

  /** The same for a bare text. */
  resolveText(at: Site, written: string, place: Place, kinds: readonly Kind[]): { readonly id: Id; readonly kind: Kind } | undefined {
    const resolution = this.names.resolve(written, at.scopes, kinds);
    if (resolution.kind === 'unknown' && written.split('.').some((part) => this.lost.has(part))) {
      this.holes++;
      return undefined;
    }
    switch (resolution.kind) {
      case 'found':
        this.uses.push({ written, place, name: resolution.name });
        return resolution.name;
      case 'wrong-kind': {
        const { name } = resolution;
        const causes = name.place === undefined ? [] : [{ message: `declared here as ${nounsOf([name.kind])}`, place: name.place }];
        this.report('form/wrong-kind', place, `\`${written}\` is ${nounsOf([name.kind])}, ${nounsOf(kinds)} is needed here`, { causes, help: helpForKind(name.kind, kinds) });
        return undefined;
      }
      case 'ambiguous':
        this.report('form/unknown-name', place, `\`${written}\` could be ${listOf(resolution.among.map((name) => `\`${name.id}\``), 'or')}`, {
          causes: resolution.among.flatMap((name) => (name.place === undefined ? [] : [{ message: `\`${name.id}\``, place: name.place }])),
          help: 'write the full name',
        });
        return undefined;
      case 'unknown':
        this.report('form/unknown-name', place, kinds.length > MOST_KINDS ? `nothing is named \`${written}\`` : `there is no ${bareNouns(kinds)} \`${written}\``, {
          help: WRITTEN_OTHERWISE[written] !== undefined && kinds.includes('act') ? WRITTEN_OTHERWISE[written] : helpFor(resolution.nearest ?? (kinds.includes('act') ? nearest(written, keywords().filter((word) => word !== written)) : undefined)),
        });
        return undefined;
    }
  }

  /** The place of the name of a declaration, of a date in a line and the like. */
  placeOfProperty(at: Site, node: AstNode, property: string, index?: number): Place {
    return placeOfCst(at.file, this.nodeOfProperty(node, property, index));
  }

  /** What such a property is written by. */
  nodeOfProperty(node: AstNode, property: string, index?: number): CstNode | undefined {
    return GrammarUtils.findNodeForProperty(node.$cstNode, property, index) ?? node.$cstNode;
  }
}

/** What treaties say with a verb where the language has a line or a condition. */
const WRITTEN_OTHERWISE: Readonly<Record<string, string>> = {
  withdraw: 'how a party leaves is a line of the instrument: `withdrawal on 1 year notice`; that its leaving ends the whole is `ends when Arcadia withdraws`',
  accede: 'how a state joins is a line of the instrument: `accession of Ruritania once the parties decide on "accession" unanimously`',
  ratify: 'what ratification brings about is a line of the instrument: `in force once ratified by all of parties`',
  refrain: 'a ban is `shall not` and the act',
  agree: 'write who `consents`, or who `decide unanimously`',
  individually: 'each by itself is what a sentence means without a word for it; all together is `shall jointly`',
};

function helpForKind(found: Kind, kinds: readonly Kind[]): string | undefined {
  const actors = found === 'actor' || found === 'group' || found === 'body';
  return actors && kinds.length === 1 && kinds[0] === 'fact' ? 'a list of actors in a condition stands in parentheses: `(Arcadia and Borduria)`' : undefined;
}

function helpFor(meant: string | undefined): string | undefined {
  return meant === undefined ? undefined : `did you mean \`${meant}\`?`;
}

/** More kinds than these are not listed. */
const MOST_KINDS = 6;

/** "actor, group or body". */
function bareNouns(kinds: readonly Kind[]): string {
  return nounsOf(kinds).replace(/^an? /u, '').replaceAll(/(,| or) an? /gu, '$1 ');
}

/** What each list of findings has told. */
const TOLD = new WeakMap<readonly Finding[], Set<string>>();

/** Adds a finding unless the same mistake at the same place is told already. */
export function addFinding(findings: Finding[], code: FindingCode, place: Place, message: string, { causes = [], help, about = [] }: Extra = {}): void {
  let told = TOLD.get(findings);
  if (told === undefined) TOLD.set(findings, (told = new Set()));
  const key = `${place.file} ${place.offset} ${code} ${message}`;
  if (told.has(key)) return;
  told.add(key);
  findings.push({ code, severity: CODES[code], message, place, causes, ...(help === undefined ? {} : { help }), about });
}

/** "a, b and c". */
export function listOf(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)!}`;
}
