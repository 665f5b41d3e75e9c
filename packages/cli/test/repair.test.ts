import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { casus, folder, ROOT, type Ran } from './command.js';

const page = readFileSync(join(ROOT, 'docs/repair.md'), 'utf8');
const block = (language: string, nth = 0): string => [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))][nth]![1]!;
const PACT = block('casus');
const ask = (here: string, ...args: readonly string[]): Ran => casus(['repair', 'Help', '--in', 'Pact', '--when', 'BorduriaAttacks', ...args], here, { COLUMNS: '100' });

describe('casus repair', () => {
  it('prints what its page shows', () => {
    const { code, stdout, stderr } = ask(folder({ 'pact.casus': PACT }));
    expect(stderr).toBe('');
    expect(`$ npx casus repair Help --in Pact --when BorduriaAttacks\n${stdout}`).toBe(block('text', 1));
    expect(code).toBe(0);
  });

  it('finds every cheapest amendment of the Istanbul framework, and nothing else', () => {
    const { stdout } = casus(['repair', 'Help', '--in', 'Istanbul', '--when', 'RussiaAttacks', '--case', 'cases/ukraine-2025', '--json']);
    const { before, cheapest } = JSON.parse(stdout) as { before: string[]; cheapest: { count: string; cost: string; sets: { amendments: { kind: string }[]; after: string[]; edits: { text: string }[]; positions: { helped: string[]; refused: string[] } }[] } };
    expect(before).toEqual(['captive']);
    expect(cheapest).toMatchObject({ cost: '1/1', count: '11' });
    expect(cheapest.sets.map(({ amendments, after, edits }) => `${amendments.map(({ kind }) => kind).join()} ${after.join()} ${amendments[0]!.kind === 'threshold' || amendments[0]!.kind === 'option' ? edits[0]!.text : ''}`.trim())).toEqual([
      'threshold collective by at least 4 members', 'threshold collective by at least 3 members', 'recusal collective', 'automatic automatic', 'fallback automatic',
      'option collective seats.without-russia', 'option collective seats.without-both', 'option collective decision.recused', 'option collective decision.majority', 'option collective decision.bare-majority', 'option automatic decision.each',
    ]);
  });

  it('says whom each set helps, and who refuses it', () => {
    const { stdout } = casus(['repair', 'Help', '--in', 'Istanbul', '--when', 'RussiaAttacks', '--case', 'cases/ukraine-2025', '--json']);
    const { cheapest } = JSON.parse(stdout) as { cheapest: { sets: { amendments: { kind: string }[]; edits: { text: string }[]; positions: { helped: string[]; refused: string[] } }[] } };
    const of = (words: string): unknown => cheapest.sets.find(({ edits }) => edits[0]!.text.includes(words))?.positions;
    expect(of('the attacker not voting')).toEqual({ helped: ['Ukraine.guarantee'], refused: ['Russia.veto'] });
    expect(of('seats.without-both')).toEqual({ helped: ['Ukraine.3', 'Ukraine.guarantee'], refused: ['Russia.veto', 'Russia.seat', 'Russia.5'] });
    expect(of('decision.each')).toEqual({ helped: ['Ukraine.guarantee'], refused: ['Russia.unanimity', 'Russia.veto'] });
  });

  it('writes a set, whole, and says which expectations then fail', () => {
    const here = folder({ 'pact.casus': `${PACT}\nexpect promise Help is captive under Pact when BorduriaAttacks\n` });
    const { stdout, code } = ask(here, '--write', '2');
    expect(code).toBe(0);
    expect(stdout).toBe('Written: set 2, in pact.casus.\nExpectations of the case that fail now:\n  - expect promise Help is captive under Pact when BorduriaAttacks\n');
    expect(readFileSync(join(here, 'pact.casus'), 'utf8')).toContain('if Guarantors decide (unanimously, the attacker not voting) within 3 days\n');
    expect(ask(here).stdout).toContain('Nothing has to be amended.');
  });

  it('tells an expectation of several scenarios once, with the one in which it fails', () => {
    const more = 'scenario SyldaviaAttacks "Syldavia attacks" { Syldavia attacks Arcadia }\nexpect promise Help is captive under Pact when BorduriaAttacks, SyldaviaAttacks\n';
    const { stdout } = ask(folder({ 'pact.casus': `${PACT}\n${more}` }), '--write', '2');
    expect(stdout.split('\n').slice(1)).toEqual(['Expectations of the case that fail now:', '  - expect promise Help is captive under Pact when BorduriaAttacks, SyldaviaAttacks (fails when BorduriaAttacks, SyldaviaAttacks)', '']);
  });

  it('says where there is no larger set', () => {
    expect(ask(folder({ 'pact.casus': PACT }), '--max', '2').stdout).toContain('There is no further set of at most 2 amendments none of which can be left out.');
  });

  it('refuses to write what the case imports, and a set that is not there', () => {
    const [treaty, rest] = [PACT.slice(0, PACT.indexOf('scenario ')), PACT.slice(PACT.indexOf('scenario '))];
    const here = folder({ 'shared/pact.casus': treaty.replace(/^case .*$/m, ''), 'case.casus': `case "Elsewhere"\nimport "shared/pact"\n${rest}` });
    expect(ask(here, '--write', '1')).toMatchObject({ code: 2, stderr: expect.stringContaining('set 1 changes `shared/pact.casus`, which the case imports') as string });
    expect(ask(here, '--write', '99')).toMatchObject({ code: 2, stderr: expect.stringMatching(/there is no set 99; there are \d+/) as string });
    expect(readFileSync(join(here, 'shared/pact.casus'), 'utf8')).toBe(treaty.replace(/^case .*$/m, ''));
  });

  it('says what cannot be reached, and the best that can', () => {
    const here = folder({ 'pact.casus': PACT.replace(/if Guarantors[^\n]*\n\s*then each of Guarantors shall/, 'each of Guarantors may') });
    const { code, stdout } = ask(here, '--width', '150');
    expect(stdout).toContain('No set of these amendments makes it collective. The best that can be reached is what it is: voluntary.');
    expect(code).toBe(1);
  });

  it('refuses errors of form, unknown names and strengths', () => {
    expect(ask(folder({ 'pact.casus': `${PACT}\ngroup Wrong = Nobody\n` }))).toMatchObject({ code: 2, stderr: expect.stringContaining('errors of form') as string });
    const here = folder({ 'pact.casus': PACT });
    expect(ask(here, '--to', 'hollow').code).toBe(2);
    expect(casus(['repair', 'Hlep', '--in', 'Pact', '--when', 'BorduriaAttacks'], here)).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean `Help`?') as string });
  });

  it('gives JSON that keeps to the schema', () => {
    const ajv = new Ajv({ allErrors: true });
    const schema = JSON.parse(readFileSync(join(ROOT, 'packages/report/schema/repair-1.json'), 'utf8')) as object;
    const here = folder({ 'pact.casus': PACT });
    for (const args of [['--json'], ['--json', '--max', '2', '--to', 'automatic', '--lasting']]) {
      ajv.validate(schema, JSON.parse(ask(here, ...args).stdout));
      expect(ajv.errors).toBeNull();
    }
  });
});
