/** What an edit touches is worked out again, and nothing else; and a verdict is read from nothing but what it is remembered by. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, IssueFinder, judgeAll, Memory, Session, type CheckResult } from '@casus/analysis';
import { compile, Workspace } from '@casus/language';
import type { Case, Instrument, Norm } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { Dependencies, type Entry } from '../../src/dependencies.js';
import { chosenOf } from '../../src/sentences.js';
import { compileFiles, compileFolder, ROOT } from '../support/cases.js';

const CASE = `case "Everything once"
attribute ships in hulls
actor Haven "Haven" { ships: 4 hulls }
actor Arcadia { ships: 10 hulls }, Borduria { ships: 20 hulls }, Syldavia { ships: 30 hulls }, Ruritania
group Guarantors = Arcadia, Borduria, Syldavia
act assist "come to the aid of"
act supply "supply" is an assist
act consult
act accept "accept help from"
event blockade is an attack
event raid
region Islands
region Reef in Islands
fact ceasefire
organisation League
issue how "how they decide" { option each   option most }
source paper "Paper" { publisher "Chancery"   kind primary }
body Council {
  members Guarantors, 2 elected seats
  matter measures
  decides measures by at least 3 members
  quorum 3 members
}
treaty Pact "The Pact" {
  parties Haven, Guarantors
  article 1 "Help" {
    upon armed attack on Haven then once Guarantors decide [ how.each: unanimously | how.most: by at least 2 members ] within 3 days
      then each of Guarantors shall assist Haven within 5 days   cite paper "come to its aid"
  }
  article 2 { Haven shall not accept Ruritania unless ceasefire   silent on "the rest" }
  ends when Arcadia withdraws
}
treaty Accord "The Accord" {
  parties everyone
  article 1 { upon raid on Haven in Islands, Ruritania shall consult promptly }
  article 2 { if Council adopts measures then each of Guarantors shall supply Haven within 9 days }
}
scenario Blockade "a blockade" { Borduria attacks Haven as blockade in Reef on 2031-04-02 }
scenario Raid { Syldavia attacks Haven as raid in Islands   after ceasefire }
promise Help "help comes" { at least 1 of Guarantors assist Haven }
promise Supplies { Guarantors with at least 40% of ships supply Haven }
promise Talks { Ruritania consult }
promise Freedom for Haven { Haven is free to accept Ruritania }
arrangement UnderPact "under the Pact" { instruments Pact   judge Help, Freedom when Blockade, Raid }
arrangement UnderAccord "under the Accord" { instruments Accord   judge Help, Supplies, Talks when Blockade, Raid }
position Arcadia { demands Pact   on 2031-05-01 }
expect finding promise/no-deadline for Talks, UnderAccord, Raid
`;

/** One edit of each kind of declaration: what is replaced, by what, and how many of the ten verdicts must be judged again. */
const EDITS: readonly (readonly [what: string, old: string, by: string, judged: number])[] = [
  ['the title of the case', 'Everything once', 'Everything twice', 0],
  ['a value of an attribute', '{ ships: 30 hulls }', '{ ships: 3 hulls }', 10],
  ['the title of an actor', 'Haven "Haven"', 'Haven "the Haven"', 0],
  ['a group', '= Arcadia, Borduria, Syldavia', '= Arcadia, Borduria', 8],
  ['the title of an act', '"come to the aid of"', '"help"', 0],
  ['the kind of an act', 'act supply "supply" is an assist', 'act supply "supply"', 6],
  ['a kind of an act more', 'act consult\n', 'act consult is an assist\n', 8],
  ['the kind of an event', 'event raid\n', 'event raid is an attack\n', 10],
  ['a region', 'region Reef in Islands', 'region Reef', 10],
  ['an option more', 'option most', 'option most   option none', 4],
  ['a source', '"Chancery"', '"Gazette"', 0],
  ['a rule of a body', 'by at least 3 members', 'by at least 4 members', 4],
  ['a quorum', 'quorum 3 members', 'quorum 4 members', 4],
  ['seats', '2 elected seats', '1 elected seats', 6],
  ['the parties', 'parties Haven, Guarantors', 'parties Haven, Arcadia, Borduria', 4],
  ['the title of an article', '"Help"', '"Aid"', 0],
  ['a deadline', 'within 5 days', 'within 6 days', 2],
  ['a citation', '"come to its aid"', '"come to the aid"', 0],
  ['an exception', 'unless ceasefire', 'unless armed attack on Haven', 2],
  ['a silence', 'silent on "the rest"', 'silent on "the remainder"', 0],
  ['an end', 'Arcadia withdraws', 'Borduria withdraws', 4],
  ['a word of haste', 'promptly', 'immediately', 2],
  ['a decision', 'Council adopts measures', 'ceasefire', 4],
  ['the attacker of a scenario', 'Borduria attacks', 'Syldavia attacks', 5],
  ['the date of a scenario', '2031-04-02', '2033-04-02', 5],
  ['a fact of a scenario', 'after ceasefire', 'before ceasefire', 5],
  ['the title of a scenario', '"a blockade"', '"the blockade"', 0],
  ['a promise', 'at least 1 of Guarantors assist', 'at least 2 of Guarantors assist', 4],
  ['the share of a promise', '40%', '60%', 2],
  ['the title of a promise', '"help comes"', '"help"', 0],
  ['who counts on a promise', 'Freedom for Haven', 'Freedom for Ruritania', 2],
  ['a bracket that is settled', 'instruments Pact   judge', 'instruments Pact with how.most judge', 4],
  ['what is judged', 'judge Help, Freedom when Blockade, Raid', 'judge Help, Freedom when Raid', 0],
  ['the title of an arrangement', '"under the Pact"', '"under it"', 0],
  ['a position', 'demands Pact', 'refuses Pact', 0],
  ['an expectation', 'Talks, UnderAccord, Raid', 'Talks, UnderAccord, Blockade', 0],
  ['nothing but places', 'act assist', '\n// a remark\n\nact  assist', 0],
];

const cold = (text: string): CheckResult => {
  const { value, findings } = compile([{ path: 'case.casus', text }], () => undefined);
  return check(value, findings, undefined);
};

describe('an edit', () => {
  const before = cold(CASE);

  it('begins with a case that can be read, of ten verdicts', () => {
    expect(before.findings.filter(({ code }) => code.startsWith('form/')).map(({ message }) => message)).toEqual([]);
    expect(before.verdicts).toHaveLength(10);
  });

  for (const [what, old, by, judged] of EDITS) {
    it(`of ${what} judges ${judged} of 10 verdicts again`, () => {
      const text = CASE.replace(old, by);
      expect(text).not.toBe(CASE);
      const workspace = new Workspace(() => undefined);
      const memory = new Memory();
      // A finding may ask for verdicts of its own; these are counted apart.
      const asked = new Memory();
      const checked = (of: string): CheckResult => {
        workspace.update('case.casus', of);
        const { value, findings } = workspace.outcome();
        judgeAll(value, { memory: asked });
        return check(value, findings, undefined, { memory });
      };
      expect(checked(CASE)).toEqual(before);
      expect(asked.judged).toBe(10);
      expect(checked(text)).toEqual(cold(text));
      expect(asked.judged - 10).toBe(judged);
      const [all, worked] = [memory.judged, memory.workedOut];
      // Taken back, nothing is worked out at all.
      expect(checked(CASE)).toEqual(before);
      expect(asked.judged - 10).toBe(judged);
      expect([memory.judged, memory.workedOut]).toEqual([all, worked]);
    });
  }
});

/** A table that tells which of its entries are asked for, and whether all of them are gone through. */
class Watched<V> extends Map<string, V> {
  constructor(entries: ReadonlyMap<string, V>, private readonly name: string, private readonly asked: Set<string>) {
    super(entries);
  }

  override get(id: string): V | undefined {
    this.asked?.add(`${this.name} ${id}`);
    return super.get(id);
  }

  override values(): MapIterator<V> {
    this.asked.add(`${this.name} *`);
    return super.values();
  }
}

/** A case without the sentences that a verdict is not remembered by. `counted`: but with those that show that there are pledges, or that leave an issue open. */
function pruned(value: Case, arrangement: string, drawn: (subject: string) => boolean, counted: boolean): Case {
  const finder = new IssueFinder(value);
  const counts = (instrument: Instrument, norm: Norm): boolean =>
    norm.modality.startsWith('pledge') || (instrument.political && norm.modality !== 'right') || finder.of([{ ...instrument, norms: [norm] }]).size > 0;
  const kept = (instrument: Instrument): Instrument => {
    const { numbers } = chosenOf(instrument, drawn);
    const norms = instrument.norms.filter((norm, i) => numbers.includes(i) || (counted && counts(instrument, norm)));
    return { ...instrument, norms };
  };
  const ids = value.arrangements.get(arrangement)?.instruments ?? [arrangement];
  return { ...value, instruments: new Map([...value.instruments].map(([id, instrument]) => [id, ids.includes(id) ? kept(instrument) : instrument])) };
}

/** The cases of the repository, and every construct of the language. */
const CASES: readonly (readonly [string, () => Case])[] = [
  ...['cases/ukraine-2025', 'cases/cyprus-1974', 'cases/rhineland-1936'].map((folder) => [folder, () => compileFolder(folder).value] as const),
  ...readdirSync(join(ROOT, 'packages/analysis/test/constructs')).filter((name) => name.endsWith('.casus')).map((name) => [name, () => compileFiles(join('packages/analysis/test/constructs', name)).value] as const),
];

describe('a verdict', () => {
  for (const [name, read] of CASES) {
    it(`is read from nothing but what it is remembered by: ${name}`, () => {
      const value = read();
      const dependencies = new Dependencies(value);
      const finder = new IssueFinder(value);
      const beyond = new Set<string>();
      let [all, left] = [0, 0];
      for (const verdict of judgeAll(value)) {
        const attacker = value.scenarios.get(verdict.scenario)!.everyAttacker ? verdict.attackers[0] : undefined;
        const request = { promise: verdict.promise, arrangement: verdict.arrangement, scenario: verdict.scenario, ...(attacker === undefined ? {} : { attacker }) };
        const under = (value.arrangements.get(verdict.arrangement)?.instruments ?? [verdict.arrangement]).flatMap((id) => value.instruments.get(id) ?? []);
        const names = [verdict.promise, verdict.arrangement, verdict.scenario, ...(attacker === undefined ? [] : [attacker]), ...finder.of(under)];
        const { entries } = dependencies.reached(names, 'meaning');
        const known = new Set([...entries].map(({ table, id }: Entry) => `${table} ${id}`));
        const ids = new Set(entries.map(({ id }) => id));
        const drawn = (subject: string): boolean => ids.has(subject);
        const part = pruned(value, verdict.arrangement, drawn, true);
        all += under.flatMap(({ norms }) => norms).length;
        left += under.flatMap(({ id }) => part.instruments.get(id)!.norms).length;
        // Without the sentences that it is not remembered by, it is the same.
        expect(new Session(part).judge(request), JSON.stringify(request)).toEqual([verdict]);
        const asked = new Set<string>();
        const bare = pruned(value, verdict.arrangement, drawn, false);
        const tables = Object.entries(bare).flatMap(([name, table]) => (table instanceof Map ? [[name, new Watched(table as ReadonlyMap<string, unknown>, name, asked)] as const] : []));
        const session = new Session({ ...bare, ...Object.fromEntries(tables) } as Case);
        asked.clear();
        session.judge(request);
        const everybody = [...value.actors.keys()].every((id) => known.has(`actors ${id}`));
        for (const each of asked) {
          const [table, id] = each.split(' ') as [keyof Case, string];
          // Whether something is a kind of a known one is asked of everything: what is none draws nothing in, and what becomes one is drawn in itself.
          const kinds = ['acts', 'events', 'regions'].includes(table);
          const there = kinds || (id === '*' ? table === 'actors' && everybody : known.has(each) || !(value[table] as ReadonlyMap<string, unknown>).has(id));
          if (!there) beyond.add(`${each} for ${names.join(', ')}`);
        }
      }
      expect([...beyond]).toEqual([]);
      if (name === 'cases/ukraine-2025') expect(left).toBeLessThan(all);
    }, 300_000);
  }
});
