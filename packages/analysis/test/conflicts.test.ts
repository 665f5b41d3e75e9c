/** Each conflict of a duty and a ban is replayed in the interpreter: what is neither owed nor free is so, and what is owed is. */
import { judgeAll, Session, type Verdict } from '@casus/analysis';
import type { Case, Place, PromiseExpr } from '@casus/model';
import { describe as print, randomJudgment, replay, worldOf } from '@casus/oracle';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conflictsOf, type Conflict } from '../src/conflicts.js';
import { caseOf, compileFiles, FIXTURES, ROOT } from './support/cases.js';

const RUNS = Number(process.env['CASUS_RANDOM_CONFLICTS'] ?? 150);

/** Whether one actor owes the act, or is free to do it, in the course of play that a conflict gives as its example. */
function played(case_: Case, { act, target, example: { actor, arrangement, scenario, attacker, choices } }: Conflict, what: 'owed' | 'free', asOf?: string): boolean | undefined {
  const place: Place = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };
  const who = { kind: 'actor', id: actor, place } as const;
  const aim = target === undefined ? ({ kind: 'none' } as const) : ({ kind: 'thing', id: target } as const);
  const expr: PromiseExpr = what === 'owed' ? { kind: 'act', quantifier: { kind: 'all' }, who, act, target: aim, place } : { kind: 'free-to', who, act, target: aim, place };
  const world = worldOf(case_, { arrangement, scenario, ...(attacker === undefined || !case_.scenarios.get(scenario)!.everyAttacker ? {} : { attacker }), ...(asOf === undefined ? {} : { asOf }) });
  const assignment = new Map(choices.map(({ key, value }) => [key, value]));
  // Issues on which nothing turns: any option will do.
  for (const { id, options: [first] } of case_.issues.values()) if (first !== undefined && !world.options.has(id) && !assignment.has(`option:${id}`)) assignment.set(`option:${id}`, first.id);
  // What the hostile side owes, no promise counts.
  if (what === 'owed' && world.hostile.has(actor)) return undefined;
  return replay(case_, world, assignment, { kind: 'promise', expr, at: 'none', half: 'owed' });
}

function check(case_: Case, conflict: Conflict, context: string, asOf?: string): void {
  const { settlement, duty } = conflict;
  if (settlement.by === 'nothing' || settlement.by === 'ban') {
    expect(played(case_, conflict, 'free', asOf), `${context}\nfree`).toBe(false);
    return;
  }
  // Another ban may forbid it all the same.
  const others = case_.instruments.get(duty.instrument)!.norms.some(({ modality, id }) => modality === 'ban' && id !== conflict.ban.id) || case_.arrangements.get(conflict.example.arrangement)!.instruments.length > 1;
  // Nobody counts as acting towards itself.
  if (!others && duty.distribution !== 'any' && conflict.target !== conflict.example.actor) expect(played(case_, conflict, 'owed', asOf) ?? true, `${context}\nowed`).toBe(true);
}

const shown = (conflict: Conflict): string => JSON.stringify(conflict, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 1);

describe('conflicts of duties and bans, replayed', () => {
  for (const code of ['norms/duty-against-ban', 'norms/conflict-settled']) {
    for (const name of readdirSync(join(ROOT, FIXTURES, code)).filter((file) => !file.startsWith('near-miss-'))) {
      it(`of ${code}/${name}`, () => {
        const case_ = caseOf(compileFiles(join(FIXTURES, code, name)));
        const conflicts = conflictsOf(case_, judgeAll(case_));
        expect(conflicts.length).toBeGreaterThan(0);
        for (const conflict of conflicts) {
          check(case_, conflict, shown(conflict));
          if (conflict.settlement.by === 'nothing') expect(played(case_, conflict, 'owed')).toBe(false);
        }
      });
    }
  }

  it('of random instruments', () => {
    let found = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const { case_, question } = randomJudgment(seed);
      const { promise, arrangement, scenario, attacker, asOf } = question;
      const declared = case_.scenarios.get(scenario)!;
      if (declared.everyAttacker && attacker === undefined) continue;
      let verdicts: readonly Verdict[];
      try {
        verdicts = new Session(case_).judge({ promise, arrangement, scenario, ...(attacker === undefined ? {} : { attacker }), ...(asOf === undefined ? {} : { asOf }) });
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
      for (const conflict of conflictsOf(case_, verdicts)) {
        found++;
        check(case_, conflict, `seed ${seed}\n${print(case_)}\n${shown(conflict)}`, asOf);
      }
    }
    expect(found).toBeGreaterThan(0);
  });
});
