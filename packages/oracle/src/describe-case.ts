/**
 * A compact printout of a case, for reading a mismatch: one line a declaration, one line a norm.
 */
import type { Body, Case, Deed, Ending, Id, Instrument, Scenario } from '../../model/src/case.js';
import { count, deadline, describeCond, describeNorm, describePromise, describeRule, describeSet, maybe, recusals, said } from './describe.js';
import { show } from './rational.js';

/** The same as a line of its own, or no line. */
function line(word: string, text: string | undefined): string[] {
  return text === undefined ? [] : [said(word, text)];
}

function blocs(b: Body): string {
  return b.blocs === undefined ? '' : ` blocs ${b.blocs.join(', ')}`;
}

function describeInstrument(i: Instrument): string[] {
  const prevails = i.prevailsOver === 'all' ? ['all'] : i.prevailsOver;
  const head = [
    `${i.political ? 'political ' : ''}instrument ${i.id}`, said(' parties ', maybe(i.parties, describeSet)), said(' since ', i.inForceSince),
    said(' signed ', i.signed), said(' expires ', i.expires), ...prevails.map(x => ` prevails over ${x}`), ...i.yieldsTo.map(x => ` yields to ${x}`),
  ].join('');
  return [head, ...i.norms.map(n => `  ${describeNorm(n)}`), ...lifecycle(i)];
}

/** How an instrument begins, changes and ends. */
function lifecycle(i: Instrument): string[] {
  const articles = (ids: readonly Id[]): string => ids.map(a => ` ${a}`).join('') || ' all';
  const deed = (word: string) => (d: Deed): string => `  ${word} ${describeSet(d.who)}${said(' on ', d.on)}`;
  const ending = (word: string) => (e: Ending): string => `  ${word} when ${describeCond(e.when)}${e.options.map(o => ` under ${o}`).join('')}`;
  return [
    ...line('  entry when ', maybe(i.entry, e => describeCond(e.when))),
    ...line('  provisionally', maybe(i.provisional, p => `${articles(p.articles)}${said(' since ', p.since)}${said(' when ', maybe(p.when, describeCond))}`)),
    ...line('  renewed when ', maybe(i.renewal, r => describeCond(r.when))),
    ...i.signatures.map(deed('signed by')),
    ...i.ratifications.map(deed('ratified by')),
    ...i.reservations.map(r => `${deed('reservation of')(r)} to${articles(r.articles)}`),
    ...i.accessions.map(a => `  ${describeSet(a.who)} accedes when ${describeCond(a.when)}`),
    ...i.notices.map(n => `${deed('notice of')(n)}${said(' leaves ', n.leaves)}`),
    ...line('  withdrawal', maybe(i.withdrawal, w => `${deadline(w.notice)}${said(' not before ', w.notBefore)}; surviving${w.survives.map(a => ` ${a}`).join('') || ' nothing'}`)),
    ...i.ends.map(ending('ends')),
    ...i.suspensions.map(ending('suspended')),
  ];
}

function describeScenario(s: Scenario): string {
  const events = s.events.map(e => `${describeSet(e.by)} ${e.event} on ${describeSet(e.on)}${said(' in ', e.region)}${said(' at ', e.date)}`);
  const facts = [...s.facts].map(([f, v]) => ` ${f}=${v}`).join('');
  const parts = [events.join('; '), `; siding ${describeSet(s.siding)}`, said('; requester ', maybe(s.requester, describeSet)), said('; on ', s.date), facts];
  return `${s.everyAttacker ? 'family' : 'scenario'} ${s.id}: ${parts.join('')}`;
}

/** The whole case, for reading. */
export function describe(case_: Case): string {
  const parents = (table: Case['acts']): string => [...table.values()].map(a => `${a.id}${a.parents.length > 0 ? `<${a.parents.join('/')}` : ''}`).join(' ');
  const actors = [...case_.actors.values()].map(a => `${a.id}${a.seat === undefined ? '' : '(seat)'}{${[...a.attributes].map(([k, m]) => `${k} ${show(m.value)}`).join(', ')}}`);
  return [
    `actors ${actors.join(' ')}`,
    ...[...case_.groups.values()].map(g => `group ${g.id} = ${describeSet(g.members)}`),
    ...[...case_.bodies.values()].flatMap(b => [
      `body ${b.id} = ${describeSet(b.members)}${recusals(b.recusals)}${b.quorum === undefined ? '' : ` quorum ${count(b.quorum)}`}${blocs(b)}`,
      ...b.rules.map(r => `  ${r.matters.join(', ') || 'any matter'}: ${describeRule(r.rule)}${said('', maybe(r.deadline, deadline))}`),
    ]),
    `acts ${parents(case_.acts)}`,
    `issues ${[...case_.issues.values()].map(i => `${i.id}{${i.range === undefined ? i.options.map(o => o.name).join(' ') : 'range'}}`).join(' ')}`,
    ...[...case_.instruments.values()].flatMap(describeInstrument),
    ...[...case_.scenarios.values()].map(describeScenario),
    ...[...case_.promises.values()].map(
      p => `promise ${p.id}: ${describePromise(p.expr)}${said(' within days ', maybe(p.within, show))}${said(' for ', maybe(p.beneficiary, describeSet))}`,
    ),
    ...[...case_.arrangements.values()].map(a => `arrangement ${a.id}: ${a.instruments.join(', ')} with ${a.options.join(', ') || 'no option'}${a.laterPrevails === true ? ', the later prevails' : ''}`),
  ].join('\n');
}
