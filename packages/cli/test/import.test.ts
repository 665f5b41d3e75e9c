import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, casus, folder } from './command.js';

const DATA = resolve(ROOT, '..', 'shared', 'data', 'negotiation', 'genius');
const there = existsSync(DATA);

interface Expected {
  readonly name: string;
  readonly outcomes: number;
  readonly pareto_packages: number;
  readonly pareto_points: number;
  readonly welfare: { readonly package: readonly string[] };
  readonly nash: { readonly package: readonly string[]; readonly u: readonly number[] };
}

const DOMAINS: readonly { readonly name: string; readonly domain: string; readonly profiles: readonly string[] }[] = [
  { name: 'EnglandZimbabwe', domain: 'EnglandZimbabwe/EnglandZimbabwe_domain.xml', profiles: ['EnglandZimbabwe/England.xml', 'EnglandZimbabwe/Zimbabwe.xml'] },
  { name: 'Politics', domain: 'group2-politics/Politics.xml', profiles: [1, 2, 3].map((i) => `group2-politics/Politics_util${i}.xml`) },
];

const xml = (issues: string, weights: string, more = ''): string => `<?xml version="1.0"?>\n<utility_space>\n<objective name="x">\n${issues}\n${weights}\n</objective>\n${more}\n</utility_space>\n`;
const item = (value: string, evaluation?: string): string => `<item index="1" value="${value}"${evaluation === undefined ? '' : ` evaluation="${evaluation}"`}/>`;
const issue = (index: number, name: string, ...items: readonly string[]): string => `<issue index="${index}" name="${name}" type="discrete">${items.join('')}</issue>`;
const DOMAIN = `<negotiation_template>${xml(issue(1, 'actor', item('$100 Billion'), item('$50 Billion')) + issue(2, 'Actor!', item('no &amp; &quot;never&quot;'), item('???'), item('!!!')), '').replace('<?xml version="1.0"?>\n', '')}</negotiation_template>`;
const PROFILE = xml(issue(1, 'actor', item('$100 Billion', '2'), item('$50 Billion', '3')) + issue(2, 'Actor!', item('no &amp; &quot;never&quot;', '0'), item('???', '1e0'), item('!!!', '0.5')), '<weight index="1" value="0.75"/><weight index="2" value="0.25"/>', '<reservation value="0.5"/><discount_factor value="0.9"/>');

describe.skipIf(!there)('casus import genius, on published domains', () => {
  const all = there ? (JSON.parse(readFileSync(join(DATA, 'expected-own-bruteforce.json'), 'utf8')) as Expected[]) : [];

  it.each(DOMAINS)('$name has the numbers of plain enumeration', ({ name, domain, profiles }) => {
    const expected = all.find((one) => one.name === name)!;
    const here = folder();
    const imported = casus(['import', 'genius', join(DATA, domain), ...profiles.map((file) => join(DATA, file)), '--out', 'domain.casus'], here);
    expect(imported).toEqual({ code: 0, stdout: 'Written: domain.casus. What can be agreed: npx casus agree domain.casus\n', stderr: '' });
    const document = JSON.parse(casus(['agree', 'domain.casus', '--json'], here).stdout) as {
      texts: { all: string }; points: { id: string; options: { id: string; label: string }[] }[]; undominated: { count: string; of: string; scores: { scores: string[]; text: Record<string, string> }[] };
    };
    expect(document.texts.all).toBe(String(expected.outcomes));
    expect(document.undominated).toMatchObject({ count: String(expected.pareto_packages), of: String(expected.outcomes) });
    expect(document.undominated.scores).toHaveLength(expected.pareto_points);
    // The package of the greatest Nash product is undominated, and its utilities are those points in proportion.
    const labels = (text: Record<string, string>): readonly string[] => document.points.map(({ id, options }) => options.find((option) => option.id === text[id])!.label);
    const nash = document.undominated.scores.find(({ text }) => labels(text).join('|') === expected.nash.package.join('|'))!;
    const source = readFileSync(join(here, 'domain.casus'), 'utf8');
    const scales = [...source.matchAll(/^\/\/ ([\d,]+) points are the utility 1 of/gm)].map(([, digits]) => Number(digits!.replaceAll(',', '')));
    nash.scores.forEach((score, i) => expect(Number(score.split('/')[0]) / scales[i]!).toBeCloseTo(expected.nash.u[i]!, 4));
  });

  it('the other additive domains come in too', () => {
    for (const [domain, profiles] of [['group4-zoning_plan/Group4.xml', ['group4-zoning_plan/Group4_util1.xml', 'group4-zoning_plan/Group4_util2.xml']], ['group6-tram/Tram.xml', ['group6-tram/Tram_Profile1.xml', 'group6-tram/Tram_Profile2.xml']]] as const) {
      const { code, stdout } = casus(['import', 'genius', join(DATA, domain), ...profiles.map((file) => join(DATA, file))]);
      expect([domain, code]).toEqual([domain, 0]);
      expect(stdout).toMatch(/^\/\/ Imported from GENIUS/);
    }
  });

  it('constraints are refused', () => {
    const { code, stderr } = casus(['import', 'genius', join(DATA, 'Railway/Railway.xml'), join(DATA, 'Railway/NS.xml')]);
    expect(code).toBe(2);
    expect(stderr).toContain('only utilities that add up over the issues can be imported');
  });
});

describe('casus import genius', () => {
  it('makes valid names that do not clash, keeps the originals as titles, and scales exactly', () => {
    const here = folder({ 'Domain.xml': DOMAIN, 'Arcadia.xml': PROFILE, 'arcadia 2.xml': PROFILE });
    const { code, stdout } = casus(['import', 'genius', 'Domain.xml', 'Arcadia.xml', 'arcadia 2.xml'], here);
    expect(code).toBe(0);
    for (const part of [
      'case "Domain"', 'actor Arcadia "Arcadia"', 'actor arcadia-2 "arcadia 2"', 'issue actor "actor"', 'issue Actor-2 "Actor!"', 'option option-100-Billion "$100 Billion"', 'option no-never "no & ”never”"', 'option option "???"', 'option option-2 "!!!"',
      // 0.75 · 2/3, 0.75, 0.25 · 0, 0.25, 0.125, and the reservation value 0.5: eighths.
      '// 8 points are the utility 1 of Arcadia.', 'demands at least 4 points', 'values actor.option-100-Billion at 4 points', 'values actor.option-50-Billion at 6 points', 'values Actor-2.no-never at 0 points', 'values Actor-2.option at 2 points', 'values Actor-2.option-2 at 1 points',
      '// Its profile says that the utility falls with time; that is left out here.',
    ]) expect(stdout.replace(/ +/g, ' ')).toContain(part);
  });

  it.each([
    ['text that is no XML', { 'p.xml': 'nothing' }, 'cannot be imported'],
    ['another document', { 'p.xml': '<html><body/></html>' }, '`p.xml` cannot be imported, line 1: it is no profile of GENIUS: its outermost element is <html>, not <utility_space>'],
    ['a domain as a profile', { 'p.xml': DOMAIN }, 'it is a domain, not a profile of a party'],
    ['a profile as the domain', { 'd.xml': PROFILE }, 'it is a profile of a party, not a domain'],
    ['a profile of another domain', { 'p.xml': PROFILE.replace('name="actor"', 'name="other"') }, 'the issue “other” with the index 1 is not in the domain'],
    ['a value that is not in the domain', { 'p.xml': PROFILE.replace('$50', '$60') }, 'the value “$60 Billion” of the issue “actor” is not in the domain'],
    ['a missing weight', { 'p.xml': PROFILE.replace('<weight index="2" value="0.25"/>', '') }, 'it has no weight of the issue “Actor!” (index 2)'],
    ['a missing evaluation', { 'p.xml': PROFILE.replace(item('???', '1e0'), '') }, 'it has no evaluation of the value “???” of the issue “Actor!”'],
    ['a number that is none', { 'p.xml': PROFILE.replace('value="0.75"', 'value="much"') }, '`much` is no number, as `value` of <weight> should be'],
    ['a number below zero', { 'p.xml': PROFILE.replace('value="0.75"', 'value="-0.75"') }, '`value` of <weight> is below zero'],
    ['a numeric issue', { 'd.xml': DOMAIN.replace('type="discrete"', 'type="integer"') }, 'the issue “actor” is of the type integer; only issues with listed values (discrete) can be imported'],
    ['a value twice', { 'd.xml': DOMAIN.replace('$50', '$100') }, 'the issue “actor” has the value “$100 Billion” twice'],
  ])('refuses %s', (_, files, message) => {
    const { code, stdout, stderr } = casus(['import', 'genius', 'd.xml', 'p.xml'], folder({ 'd.xml': DOMAIN, 'p.xml': PROFILE, ...files }));
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^casus: `[dp]\.xml` cannot be imported.*\n$/);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('refuses files that are not there, twice the same, and an output that is no case or is there', () => {
    const here = folder({ 'd.xml': DOMAIN, 'p.xml': PROFILE, 'a.casus': 'case "A"' });
    const refused = (...args: readonly string[]): string => {
      const { code, stdout, stderr } = casus(['import', 'genius', ...args], here);
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(refused('d.xml', 'q.xml')).toBe('casus: cannot read `q.xml`: there is no such file\n');
    expect(refused('d.xml', 'p.xml', 'p.xml')).toContain('`p.xml` is given twice');
    expect(refused('d.xml', 'p.xml', '--out', 'case.txt')).toContain("the name of a case's file ends in .casus");
    expect(refused('d.xml', 'p.xml', '--out', 'a.casus')).toContain('`a.casus` is there already');
    expect(refused('d.xml')).toContain("missing required argument 'profiles'");
    expect(casus(['import'], here)).toEqual({ code: 2, stdout: '', stderr: 'casus: import from what? Write `npx casus import genius DOMAIN.xml PROFILE.xml …`\n' });
    expect(casus(['import', 'genus', 'a', 'b'], here)).toEqual({ code: 2, stdout: '', stderr: 'casus: nothing can be imported from `genus`; did you mean `genius`? Write `npx casus import genius DOMAIN.xml PROFILE.xml …`\n' });
    expect(casus(['import', 'excel'], here)).toEqual({ code: 2, stdout: '', stderr: 'casus: nothing can be imported from `excel`; write `npx casus import genius DOMAIN.xml PROFILE.xml …`\n' });
  });
});
