import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.js';

const TEXT = `
actor Arcadia, Borduria
act assist
treaty Pact { parties Arcadia, Borduria  article 1 { Borduria shall assist Arcadia } }
scenario Attack { Borduria attacks Arcadia }
promise Lost { Borduria asist Arcadia }
promise Kept { Borduria assist Arcadia }
arrangement Both { instruments Pact  judge Lost, Kept when Attack }
arrangement OnlyLost { instruments Pact  judge Lost when Attack }
expect promise Lost is automatic under Pact when Attack
position Arcadia {
  demands promise Lost holds
  demands promise Kept holds
  demands not (promise Kept fails or promise Lost fails)
  ranks promise Kept holds, then promise Lost holds
  demands promise Kept holds if promise Lost holds
}
negotiation Talks {
  promise Kept holds needs Pact
  Pact needs promise Lost holds
  exactly 1 of Pact, not promise Lost holds
}
`;

describe('a promise that cannot be understood', () => {
  const { value, findings } = compile([{ path: 'case.casus', text: TEXT }], () => undefined);

  it('is told where it stands', () => expect(findings.map(({ code }) => code)).toEqual(['form/unknown-name']));

  it('is nowhere in the case', () => {
    expect([...value.promises.keys()]).toEqual(['Kept']);
    expect(value.arrangements.get('Both')).toMatchObject({ promises: ['Kept'], judged: [{ promises: ['Kept'], scenarios: ['Attack'] }] });
    expect(value.expectations).toEqual([]);
    expect(value.positions.map(({ id }) => id)).toEqual(['Arcadia.2']);
    expect(value.negotiations.get('Talks')!.rules).toMatchObject([{ kind: 'needs', of: { kind: 'holds', promise: 'Kept' } }]);
  });

  it('leaves an arrangement that judges nothing else without anything to judge', () => expect(value.arrangements.get('OnlyLost')).toMatchObject({ promises: [], judged: [] }));
});
