import { FALSE, TRUE, type Node } from '@casus/diagrams';
import type { Deed, Id, Instrument, Norm } from './case.js';
import { holds } from './conditions.js';
import type { Meaning } from './meaning.js';
import { membersOf, type Members } from './sets.js';
import { everTrue } from './timed.js';
import { counts, hasLeft } from './world.js';

/** The parties of an instrument (docs/meaning.md, section 2). */
export function partiesOf(meaning: Meaning, instrument: Instrument): Members {
  const { manager: m } = meaning;
  const parties = new Map<Id, Node>(instrument.parties === undefined ? [] : membersOf(meaning, instrument.parties));
  if (!meaning.world.founding) {
    for (const { who, when } of instrument.accessions) {
      const met = everTrue(holds(meaning.founders, when));
      for (const [id, in_] of membersOf(meaning.founders, who)) parties.set(id, m.or(parties.get(id) ?? FALSE, m.and(in_, met)));
    }
  }
  return without(meaning, kept(parties), gone(meaning, instrument));
}

/** Whom a norm can bind: its bearers who are parties, less those who made a reservation to it. What survives withdrawal binds those who left too. */
export function bearersOf(meaning: Meaning, instrument: Instrument, norm: Norm): Members {
  const { manager: m } = meaning;
  const then = instrument.withdrawal?.survives.includes(norm.article) === true && instrument.notices.length > 0 ? meaning.beforeNotices : meaning;
  const bearers = membersOf(then, norm.bearer);
  const parties = instrument.parties && then.parties(instrument.id);
  const bound = parties === undefined ? without(meaning, bearers, gone(then, instrument)) : kept([...bearers].map(([id, in_]) => [id, m.and(in_, parties.get(id) ?? FALSE)]));
  return without(meaning, bound, membersOfDeeds(meaning, instrument.reservations.filter(({ articles }) => articles.length === 0 || articles.includes(norm.article))));
}

/** Those of whom deeds are recorded that count at the date of the judgment. */
export function membersOfDeeds(meaning: Meaning, deeds: readonly Deed[]): Members {
  return together(meaning, deeds.filter(({ on }) => counts(on, meaning.world.date)));
}

/** Those whose notice of withdrawal has taken effect. */
function gone(meaning: Meaning, { notices }: Instrument): Members {
  if (meaning.world.beforeNotices) return new Map();
  return together(meaning, notices.filter(({ leaves }) => hasLeft(leaves, meaning.world.date)));
}

function together(meaning: Meaning, deeds: readonly Deed[]): Members {
  const { manager: m } = meaning;
  const all = new Map<Id, Node>();
  for (const { who } of deeds) for (const [id, in_] of membersOf(meaning, who)) all.set(id, m.or(all.get(id) ?? FALSE, in_));
  return all;
}

function without(meaning: Meaning, members: Members, these: Members): Members {
  const { manager: m } = meaning;
  return these.size === 0 ? members : kept([...members].map(([id, in_]) => [id, m.and(in_, m.not(these.get(id) ?? FALSE))]));
}

const kept = (members: Iterable<readonly [Id, Node]>): Members => new Map([...members].filter(([, in_]) => in_ !== FALSE));

/** The choices in which the instrument applies to a norm of it: it is in force, applied provisionally, or renewed. */
export function applies(meaning: Meaning, instrument: Instrument, norm: Norm): Node {
  const { manager: m, world: { date } } = meaning;
  const { inForceSince, provisional, expires, renewal } = instrument;
  let node: Node = TRUE;
  if (date !== undefined && inForceSince !== undefined && date < inForceSince) {
    const covered = provisional !== undefined && (provisional.articles.length === 0 || provisional.articles.includes(norm.article));
    if (!covered) return FALSE;
    if (provisional.since !== undefined) node = provisional.since <= date ? TRUE : FALSE;
    else node = provisional.when === undefined ? FALSE : everTrue(holds(meaning, provisional.when));
  }
  if (date !== undefined && expires !== undefined && date > expires) {
    node = m.and(node, renewal === undefined ? FALSE : everTrue(holds(meaning, renewal.when)));
  }
  return node;
}
