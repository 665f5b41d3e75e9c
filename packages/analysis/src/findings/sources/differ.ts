import { CODES, type Case, type Finding } from '@casus/model';

/** Sources tell a fact differently: the accounts stand side by side. */
export function differ(case_: Case): Finding[] {
  return case_.disputes.map((dispute) => ({
    code: 'sources/differ',
    severity: CODES['sources/differ'],
    message: `Sources differ on “${dispute.label}”: ${dispute.accounts.map((account) => account.text).join('; or ')}.`,
    place: dispute.place,
    causes: dispute.accounts.map((account) => ({ message: account.text, place: account.place, cites: account.provenance.cites })),
    help: 'both accounts stand; nothing in the case may rest on one of them alone',
    about: [dispute.id],
  }));
}
