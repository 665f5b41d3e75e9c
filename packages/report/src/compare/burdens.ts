/** Burdens and ways out of the compared texts side by side. */
import type { BurdenKind, Comparison, PartyBurdens } from '@casus/analysis';
import type { Case } from '@casus/model';
import { BURDEN_WORDS, countOf, partyNames, waysOutItems } from '../burdens.js';
import type { Section } from '../page.js';
import { counted } from '../words.js';
import type { SideNames } from './page.js';

const KINDS = Object.keys(BURDEN_WORDS) as readonly BurdenKind[];

/** What each party bears on each side; parties for whom it is the same on every side share a row. */
export function burdensSection({ sides }: Comparison, names: SideNames): Section {
  const actors = [...new Set(sides.flatMap(({ burdens }) => burdens.parties.map(({ actor }) => actor)))];
  const rows = new Map<string, string[]>();
  for (const actor of actors) {
    const cells = sides.map(({ case: case_, burdens }) => summary(case_, burdens.parties.find((party) => party.actor === actor)));
    const key = JSON.stringify(cells);
    rows.set(key, [...(rows.get(key) ?? []), actor]);
  }
  const caseOf = (actor: string): Case => sides.find(({ case: case_ }) => case_.actors.has(actor))?.case ?? sides[0]!.case;
  return {
    title: 'Burdens and say of each party',
    blocks: rows.size === 0 ? [] : [{ kind: 'table', head: ['', ...names], rows: [...rows].map(([key, of]) => [partyNames(caseOf(of[0]!), of.map((actor) => ({ actor }))), ...(JSON.parse(key) as string[])]) }],
  };
}

function summary(case_: Case, party: PartyBurdens | undefined): string {
  if (party === undefined) return '–';
  const says = (kind: string): number => party.says.filter((say) => say.kind === kind).length;
  const promises = new Set(party.vetoes.map(({ promise }) => promise)).size;
  const parts = [
    ...KINDS.map((kind) => [countOf(case_, party, kind), ...BURDEN_WORDS[kind]] as const).filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many)),
    ...(promises > 0 ? [`alone can stop ${counted(promises, 'promise')}`] : []),
    ...(says('decision') > 0 ? [`alone can block ${counted(says('decision'), 'decision')}`] : []),
    ...(says('entry') > 0 ? ['alone can prevent the entry into force'] : []),
    ...(says('end') > 0 ? [`alone can bring about ${counted(says('end'), 'end')}`] : []),
    ...(says('suspension') > 0 ? [`alone can bring about ${counted(says('suspension'), 'suspension')}`] : []),
  ];
  return `${parts.length === 0 ? 'nothing' : parts.join('\n')}${party.party ? '' : '\n(no party)'}`;
}

/** How each text ends. */
export function waysOutSection({ sides }: Comparison, names: SideNames): Section {
  return { title: 'Ways out', blocks: [{ kind: 'list', items: sides.map(({ case: case_, burdens }, i) => ({ text: names[i]!, inside: waysOutItems(case_, burdens.waysOut) })) }] };
}
