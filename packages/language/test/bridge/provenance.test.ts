/** Whatever is cited stands in the case: no mark behind a sentence is lost. */
import { AstUtils } from 'langium';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/index.js';
import { load } from '../../src/load.js';
import { plainCase } from '../plain.js';
import { SOIL } from './soil.js';

/** Every construct that may carry marks, each `¶` to become a citation of its own. */
const TEXT = `
actor D ¶, E { weight: 3 } ¶ ¶
attribute height in metres ¶
organisation Club ¶
group H = A, B ¶
act sing is an assist ¶
event storm is an attack ¶
region South in North ¶
fact calm ¶
step signing ¶
body K {
  members G ¶
  matter peace ¶
  decides peace unanimously ¶
  decides any other matter by at least 2 members ¶
  on peace, the attacker does not vote ¶
  on every matter A abstains ¶
  quorum 2 members ¶
} ¶
issue e ¶ { option first ¶ option second ¶ }
issue length ¶ { range 1 to 2 }
readings outside-any ¶ { reading single ¶ reading double held by "x" ¶ }
treaty T {
  parties G, 2 silent seats ¶
  not legally binding ¶
  signed on 2030-01-01 ¶
  in force since 2030-02-01 ¶
  in force once truce ¶
  ends on 2040-01-01 ¶
  ends when truce ¶
  prevails over U ¶
  prevails over every other instrument ¶
  yields to U ¶
  group Inner = G ¶
  issue f ¶ { option yes ¶ option nay ¶ }
  body L { members A ¶ decides unanimously ¶ } ¶
  readings r ¶ { reading yes ¶ { A shall consult ¶ silent on "a" ¶ ends when truce ¶ } reading nay ¶ { readings deeper ¶ { reading left ¶ reading right ¶ { B shall consult ¶ } } } }
  [ f.yes: A shall consult ¶ readings s ¶ { reading t ¶ } | f.nay: silent on "b" ¶ ends when truce ¶ ]
  silent on "c" ¶
  article 1 "One" ¶ {
    A shall consult ¶ ¶
    A may only consult when truce ¶
    upon armed attack on A { if K decides within 3 days then B shall consult ¶ failing which B may consult ¶ }
    if truce { readings v ¶ { reading w ¶ } } otherwise { readings x ¶ { reading y ¶ } ends when truce ¶ }
    ends on 2041-01-01 ¶
    silent on "d" ¶
  }
} ¶
charter U { parties G article 1 { A shall consult ¶ } } ¶
scenario S {
  C attacks A ¶
  B threatens A as threat in South on 2030-01-01 ¶
  B sides with the attacker ¶
  A requests help ¶
  assume not truce ¶
  after vote-held ¶
  before signing ¶
} ¶
promise P for A { G assist A within 3 days } ¶
arrangement R { instruments T, U } ¶
position A { demands e.first ¶ offers e.second if e.first ¶ ¶ }
accounts When { account "once" ¶ account "twice" ¶ }
`;

/** Everything reachable in plain data that has a list of citations. */
function citedIn(value: unknown, seen = new Set<object>(), found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found;
  seen.add(value);
  if ('cites' in value && Array.isArray(value.cites)) for (const { phrase } of value.cites as { readonly phrase: string }[]) found.add(phrase);
  for (const part of value instanceof Map || Array.isArray(value) ? value.values() : Object.values(value)) citedIn(part, seen, found);
  return found;
}

let count = 0;
const text = SOIL + TEXT.replaceAll('¶', () => `cite s "phrase ${++count}"`);

describe('citations', () => {
  it('all stand in the case', () => {
    const { value, findings } = compile([{ path: 'own.casus', text }], () => undefined);
    // Two dates of expiry are one too many; what is cited for the second is kept all the same.
    expect(findings.map(({ message }) => message)).toEqual(['`T` says twice when it expires']);
    const [tree] = load([{ path: 'own.casus', text }], () => undefined, {}, [], () => undefined);
    const written = AstUtils.streamAllContents(tree!.root).filter((node) => node.$type === 'Cite').toArray() as unknown as { readonly phrase: string }[];
    expect(written).toHaveLength(count);
    expect([...citedIn({ ...value, files: [] })].sort()).toEqual(written.map(({ phrase }) => phrase).sort());
  });

  it('the text has every rule of the grammar that takes marks', () => {
    const [tree] = load([{ path: 'own.casus', text }], () => undefined, {}, [], () => undefined);
    const marked = new Set(AstUtils.streamAllContents(tree!.root).filter((node) => 'marks' in node && (node.marks as unknown[]).length > 0).map((node) => node.$type as string));
    expect([...marked].sort()).toEqual([
      'Account', 'ActDecl', 'Actor', 'ArrangementDecl', 'Article', 'AttributeDecl', 'BodyDecl', 'BodyMembers', 'BodyQuorum', 'BodyRecusal', 'BodyRule', 'EndDecl', 'EntryDecl', 'EventDecl', 'FactDecl', 'Group',
      'InstrumentDecl', 'IssueDecl', 'MatterDecl', 'Norm', 'OptionDecl', 'OrganisationDecl', 'PartiesDecl', 'PoliticalDecl', 'PositionLine', 'PrevailsDecl', 'PromiseDecl', 'Reading', 'ReadingsDecl', 'RegionDecl',
      'ScenarioAssume', 'ScenarioDecl', 'ScenarioEvent', 'ScenarioRequest', 'ScenarioSiding', 'SignedDecl', 'Silence', 'YieldsDecl',
    ]);
  });

  it('lines without a node of their own are statements', () => {
    const made = plainCase(`${SOIL}treaty T { parties G cite s "x" signed 2030-01-01 stated by "y" ends on 2040-01-01 }
body K { members G quorum 2 members reported decides unanimously }
scenario S { C attacks A inferred "z" A requests help }`);
    const nothing = { cites: [] };
    expect(made.instruments.T.statements).toEqual([
      { about: 'parties', provenance: { cites: [{ source: 's', phrase: 'x' }] } }, { about: 'signed', provenance: { status: 'stated', by: 'y', cites: [] } }, { about: 'ends on', provenance: nothing },
    ]);
    expect(made.bodies.K.statements).toEqual([{ about: 'members', provenance: nothing }, { about: 'quorum', provenance: { status: 'reported', cites: [] } }]);
    expect(made.scenarios.S.statements).toEqual([{ about: 'request', provenance: nothing }]);
    expect(made.scenarios.S.events[0].provenance).toEqual({ status: 'inferred', note: 'z', cites: [] });
  });
});
