import { FALSE, TRUE } from '@casus/diagrams';
import { Choices, Meaning, worldOf, type Case, type Decision, type Id } from '@casus/model';
import { BALLOTS, type Ballot } from '@casus/games';
import { describe as print, Dice, randomCase, randomQuestion } from '@casus/oracle';
import { describe, expect, it } from 'vitest';
import { bodyGame, decides, decisionGame, decisionsIn, mattersOf, type BodyOptions, type BodyOutcome, type OptingOut } from '../../src/index.js';

/** Whether the model's own function of the choices is true where each actor casts its one ballot everywhere, and consents where that is yes. */
function modelled(meaning: Meaning, decision: Decision, ballotOf: ReadonlyMap<Id, Ballot>, optingOut: OptingOut): boolean {
  const { choices } = meaning;
  const f = choices.expand(meaning.passes(decision));
  const values = new Map(choices.manager.support(f).map((v) => {
    const { kind, key, owner, bit } = choices.variable(v);
    const ballot = ballotOf.get(owner!) ?? 'absent';
    if (kind === 'ballot') return [v, ballot === 'yes' || ballot === (bit === 1 ? 'absent' : 'abstain')] as const;
    if (key.startsWith('declares:')) return [v, optingOut === 'who-abstains'] as const;
    return [v, ballot === 'yes'] as const;
  }));
  const left = choices.manager.restrictAll(f, values);
  expect([TRUE, FALSE]).toContain(left);
  return left === TRUE;
}

interface Compared {
  readonly decision: Decision;
  readonly outcome: BodyOutcome;
}

function decisionsOf(case_: Case, options: BodyOptions): Compared[] {
  const ofBodies = [...case_.bodies.values()].flatMap((body) => mattersOf(body).flatMap(({ matters, other }) => [...(other ? [undefined] : []), ...matters.map(({ id }) => id)]).map((matter): Compared => {
    const decision: Decision = { voters: { kind: 'body', id: body.id, place: body.place }, body: body.id, ...(matter === undefined ? {} : { matter }), ballots: `${body.id}.${matter ?? 'any'}`, deadline: { kind: 'none' }, place: body.place };
    return { decision, outcome: bodyGame(case_, body.id, { ...options, ...(matter === undefined ? {} : { matter }) }) };
  }));
  const ofClauses = [...case_.instruments.values()].flatMap(({ norms }) => norms.flatMap(({ when }) => [...decisionsIn(when)])).map((decision): Compared => ({ decision, outcome: decisionGame(case_, decision, options) }));
  return [...ofBodies, ...ofClauses];
}

describe('a body as a decision rule', () => {
  it('decides as the model does, on random ballots in random cases', { timeout: 60_000 }, () => {
    let [compared, passed, refused] = [0, 0, 0];
    for (let seed = 1; seed <= 400; seed++) {
      const case_ = randomCase(seed);
      const question = randomQuestion(case_, seed);
      if (question === undefined) continue;
      const dice = new Dice(seed);
      const fixed = worldOf(case_, question).fixed;
      const taking = [...case_.issues.values()].filter(({ range }) => range === undefined).map(({ id, options }) => fixed.get(id) ?? dice.pick(options).id);
      const world = worldOf(case_, { ...question, options: taking });
      const meaning = new Meaning(new Choices(case_), world);
      const optingOut = dice.pick(['nobody', 'who-abstains'] as const);
      const options: BodyOptions = { taking, scenario: question.scenario, optingOut, ...(question.attacker === undefined ? {} : { attacker: question.attacker }), ...(world.date === undefined ? {} : { asOf: world.date }) };
      for (const { decision, outcome } of decisionsOf(case_, options)) {
        if (!outcome.ok) {
          refused++;
          continue;
        }
        const { body } = outcome;
        for (let i = 0; i < 12; i++) {
          const ballots = new Map(body.members.map((member) => [member, dice.pick(BALLOTS)]));
          const ours = decides(body, (member) => ballots.get(body.members[member]!));
          const theirs = modelled(meaning, decision, ballots, optingOut);
          if (ours !== theirs) expect.fail(`seed ${seed}: ${String(ours)} for ${JSON.stringify([...ballots])} of ${decision.ballots}\n${JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))}\n${print(case_)}`);
          compared++;
          if (theirs) passed++;
        }
      }
    }
    expect(compared).toBeGreaterThan(3_000);
    expect(passed / compared).toBeGreaterThan(0.1);
    expect(passed / compared).toBeLessThan(0.9);
    // Who is a party may depend on the condition of an accession.
    expect(refused / compared).toBeLessThan(0.02);
  });
});
