/**
 * Random instruments: their norms, and how they begin, gain and lose parties, are suspended and end.
 */
import type { Article, Cond, Deed, Ending, Id, Instrument, IsoDate, Provisional } from '../../../model/src/case.js';
import { accession, declared, deed, ending, instrument, PLACE, PROVENANCE } from '../build.js';
import { condition, quantifier } from './conditions.js';
import { optionsAround, randomNorm } from './norms.js';
import { ACT_TREES, anySet, bracketed, DATES, deadline, plainSet, type Soil } from './soil.js';

const place = PLACE;
const provenance = PROVENANCE;

/** Instruments with so many norms in all. */
export function randomInstruments(soil: Soil, victim: Id, norms: number): Instrument[] {
  const { dice } = soil;
  const homes = Array.from({ length: norms }, (_, i) => (soil.rivals ? soil.instruments[i] : undefined) ?? dice.pick(soil.instruments));
  return soil.instruments.map(home => {
    const own = homes.filter(h => h === home).map((_, i) => randomNorm(soil, victim, home, i + 1));
    const others = soil.instruments.filter(i => i !== home);
    const ranked = soil.rivals ? 0.3 : 1;
    return instrument(home, own, {
      political: dice.chance(0.1),
      articles: [1, 2].map((n): Article => ({ ...declared(articleOf(home, n)), instrument: home, number: String(n) })),
      ...(soil.withParties.includes(home) ? { parties: dice.chance(0.3) ? plainSet(soil, 3) : parties(soil) } : {}),
      ...(soil.rivals ? { signed: dice.pick(home === soil.instruments[0] ? DATES.slice(1) : DATES.slice(0, 3)) } : dice.chance(0.2) ? { signed: dice.pick(DATES) } : {}),
      ...force(soil, home, victim),
      ...changes(soil, home, victim),
      prevailsOver: dice.chance(0.15 * ranked) ? 'all' : dice.chance(0.1 * ranked) ? others : [],
      yieldsTo: dice.chance(0.1 * ranked) ? others : [],
    });
  });
}

function articleOf(home: Id, number: number): Id {
  return `${home}.art${String(number)}`;
}

/** Everybody, or everybody but one. */
function parties(soil: Soil): NonNullable<Instrument['parties']> {
  const everyone = { kind: 'role', role: 'everyone', place } as const;
  const make = (): NonNullable<Instrument['parties']> =>
    soil.dice.chance(0.5) ? everyone : { kind: 'difference', from: everyone, without: { kind: 'actor', id: soil.dice.pick(soil.named), place }, place };
  return bracketed(soil, make);
}

/** A condition that asks about nobody's deeds: those of whose norms it decides. */
function deedless(soil: Soil, victim: Id): Cond {
  return condition(soil, victim, ACT_TREES.length, 1);
}

/** Since when, until when and under which conditions it is in force. */
function force(soil: Soil, home: Id, victim: Id): Partial<Instrument> {
  const { dice } = soil;
  const since = dice.chance(0.2) ? dice.pick(DATES) : undefined;
  const hasEntry = dice.chance(0.2);
  const expires = dice.chance(0.18) ? dice.pick(DATES) : undefined;
  const ends = (probability: number): Ending[] =>
    dice.chance(probability) ? Array.from({ length: dice.between(1, 2) }, () => ending(condition(soil, victim, 0, 1), optionsAround(soil))) : [];
  return {
    ...(since === undefined ? {} : { inForceSince: since }),
    ...(expires === undefined ? {} : { expires }),
    ...(expires !== undefined && dice.chance(0.6) ? { renewal: ending(deedless(soil, victim)) } : {}),
    ...(hasEntry ? { entry: ending(entry(soil, home, victim)) } : {}),
    ...(dice.chance(since !== undefined ? 0.6 : hasEntry ? 0.3 : 0) ? { provisional: provisional(soil, home, victim) } : {}),
    ends: ends(0.2).map(e => (dice.chance(0.2) ? { ...e, article: articleOf(home, 1) } : e)),
    suspensions: ends(0.15),
  };
}

function entry(soil: Soil, home: Id, victim: Id): Cond {
  const { dice } = soil;
  if (dice.chance(0.4)) return condition(soil, victim, 0, 1);
  const all = dice.chance(0.8);
  return { kind: dice.chance(0.8) ? 'ratified' : 'signed', quantifier: all ? { kind: 'all' } : quantifier(soil), who: anySet(soil, 0), instrument: home, place };
}

function provisional(soil: Soil, home: Id, victim: Id): Provisional {
  const { dice } = soil;
  const articles = dice.chance(0.6) ? [] : [articleOf(home, dice.between(1, 2))];
  return { articles, place, provenance, ...(dice.chance(0.35) ? { since: dice.pick(DATES) } : { when: deedless(soil, victim) }) };
}

/** Who signs, ratifies, joins, reserves and leaves. Sets that make up the parties ask for no parties themselves. */
function changes(soil: Soil, home: Id, victim: Id): Partial<Instrument> {
  const { dice } = soil;
  const day = (): IsoDate | undefined => (dice.chance(0.6) ? dice.pick(DATES) : undefined);
  const deeds = (probability: number): Deed[] => (dice.chance(probability) ? [deed(anySet(soil, 0), day())] : []);
  const partyless: Soil = { ...soil, withParties: [] };
  const joins = dice.chance(soil.withParties.includes(home) ? 0.4 : 0.03);
  const leaves = dice.chance(0.18);
  return {
    signatures: deeds(0.15),
    ratifications: deeds(0.15),
    reservations: deeds(0.12).map(d => ({ ...d, articles: dice.chance(0.4) ? [] : [articleOf(home, dice.between(1, 2))] })),
    accessions: joins ? [accession(anySet(partyless, 0), deedless(soil, victim))] : [],
    notices: leaves ? [notice(partyless, day())] : [],
    ...(dice.chance(leaves ? 0.8 : 0.05) ? { withdrawal: withdrawal(soil, home) } : {}),
  };
}

function notice(soil: Soil, on: IsoDate | undefined): Instrument['notices'][number] {
  return { ...deed(anySet(soil, 0), on), ...(soil.dice.chance(0.6) ? { leaves: soil.dice.pick(DATES) } : {}) };
}

function withdrawal(soil: Soil, home: Id): NonNullable<Instrument['withdrawal']> {
  const { dice } = soil;
  const survives = dice.chance(0.75) ? dice.some([articleOf(home, 1), articleOf(home, 2)], dice.between(1, 2)) : [];
  return { notice: deadline(soil, 0.8), survives, place, provenance, ...(dice.chance(0.3) ? { notBefore: dice.pick(DATES) } : {}) };
}
