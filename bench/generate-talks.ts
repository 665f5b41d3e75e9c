/** Negotiations of any size, for the benchmark and the tests of scale. Invented states, no randomness: the same size, the same text. */

/** How large the talks are to be. */
export interface TalksSize {
  /** Issues with three options each: three to an article, in whole articles. */
  readonly issues: number;
  /** Lines that ask something of a text. */
  readonly demands: number;
  /** How many of these are about what analysis finds. */
  readonly analysis: number;
  /** Instruments on the table, among which the articles are shared out. */
  readonly instruments: number;
  /** How many demands are turned into their opposite: with none, some text meets them all. */
  readonly turned: number;
  /** One demand in so many brings issues together that lie far apart, as packages do. */
  readonly far: number;
  /** Whether no demand about options is about one issue alone: then very many and very different texts are left. */
  readonly loose?: boolean;
}

const HOLDERS = ['Arcadia', 'Borduria', 'Syldavia', 'Ruritania', 'Graustark', 'Lindoria', 'Kesselia', 'Morvania'];

/** The three issues of an article, by kind, with their options. */
const KINDS = {
  rule: ['together', 'most', 'each'],
  time: ['quick', 'weeks', 'season'],
  scope: ['five', 'without-borduria', 'pair'],
} as const;
type Kind = keyof typeof KINDS;
const EVERY_KIND = Object.keys(KINDS) as Kind[];

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
/** Numbers below a limit that look mixed: a multiplicative congruence. */
const mixed = (i: number, below: number): number => Math.floor((((i + 1) * 2_654_435_761) % 4_294_967_296) / 4_294_967_296 * below);

/**
 * Articles of three issues each, by which guarantors come to Arcadia's aid: how they decide, how soon, and who. What is demanded is met by one hidden text
 * (of which every treaty is a part), but for the demands that are turned round. Demands speak of one to three issues that lie near each
 * other, some of issues far apart. The issues are declared by kind, so that those of one article do not stand together.
 */
export function talks({ issues, demands, analysis, instruments, turned, far, loose = false }: TalksSize): string {
  const articles = Math.floor(issues / EVERY_KIND.length);
  const issue = (kind: Kind, article: number): string => `${kind}${article}`;
  const hidden = (kind: Kind, article: number): number => mixed(article * 3 + EVERY_KIND.indexOf(kind), 3);
  const option = (kind: Kind, article: number, number: number): string => `${issue(kind, article)}.${KINDS[kind][number]!}`;
  const treatyOf = (article: number): number => Math.floor((article * instruments) / articles);

  /** A subject that is true of the hidden text, or one that is false of it. */
  const at = (i: number): readonly [Kind, number] => [EVERY_KIND[mixed(i, 3)]!, Math.floor((i * articles) / demands)];
  /** Of another article: the next but so many, or one far apart. */
  const near = (i: number, next: number): readonly [Kind, number] => {
    const [, article] = at(i);
    const step = i % far === far - 1 ? mixed(i + 77 * next, articles) : next;
    return [EVERY_KIND[mixed(i + 13 * next, 3)]!, (article + step) % articles];
  };
  const truth = ([kind, article]: readonly [Kind, number]): string => option(kind, article, hidden(kind, article));
  const falsehood = ([kind, article]: readonly [Kind, number], by = 1): string => option(kind, article, (hidden(kind, article) + by) % 3);

  /** Lines about options: each holds of the hidden text; turned, it does not. */
  const plain = (i: number, turn: boolean): string => {
    const [a, b, c] = [at(i), near(i, 1), near(i, 2)];
    switch (loose && i % 6 === 0 ? 4 : i % 6) {
      case 0:
        return turn ? `demands ${falsehood(a)}` : `refuses ${falsehood(a)}`;
      case 1:
        return turn ? `refuses ${truth(a)} or ${truth(b)}` : `demands ${truth(a)} or ${falsehood(b)}`;
      case 2:
        return turn ? `refuses ${truth(a)} if Treaty${treatyOf(a[1])}` : `refuses ${falsehood(a)} if ${truth(b)}`;
      case 3:
        return turn ? `demands ${falsehood(b)} if ${truth(a)}` : `demands ${truth(b)} if ${falsehood(a, 2)}`;
      case 4:
        return turn ? `refuses Treaty${treatyOf(a[1])}` : `demands ${truth(a)} or ${truth(b)} or ${falsehood(c)}`;
      default:
        return turn ? `demands not ${truth(a)}` : `accepts ${falsehood(a)} if ${truth(b)} and Treaty${treatyOf(c[1])}`;
    }
  };
  /** Lines about an article as the hidden text has it: whether Borduria, a guarantor, can stop it, and how soon help is due. */
  const judged = (i: number, turn: boolean): string => {
    const article = mixed(i + 7, articles);
    const [rule, time, scope] = EVERY_KIND.map((kind) => hidden(kind, article)) as [number, number, number];
    const captive = rule === 0;
    const days = [3, 20, 90][time]! + 2;
    const help = `promise Help${article}`;
    const forms: readonly (readonly [is: string, turned: string])[] = [
      captive ? [`refuses ${help} holds`, `demands ${help} holds`] : [`demands ${help} holds`, `refuses ${help} holds`],
      captive ? [`demands ${help} is captive`, `refuses ${help} is captive`] : [`demands ${help} is at least collective within ${days} days`, `demands ${help} is captive`],
      captive ? [`demands Borduria can block ${help}`, `demands Borduria cannot block ${help}`] : [`demands Borduria cannot block ${help}`, `demands Borduria can block ${help}`],
      captive || scope === 2 ? [`refuses ${help} is automatic`, `demands ${help} is automatic`] : [`demands ${help} is at least captive within ${days} days`, `refuses ${help} is at least captive within ${days} days`],
      captive ? [`demands not no single state can block ${help}`, `demands no single state can block ${help}`] : [`demands no single state can block ${help}`, `demands not no single state can block ${help}`],
    ];
    return forms[i % forms.length]![turn ? 1 : 0];
  };

  const everyNth = Math.max(1, Math.floor(demands / Math.max(1, turned)));
  const isTurned = (i: number): boolean => turned > 0 && i % everyNth === everyNth - 1 && Math.floor(i / everyNth) < turned;
  const analysisEvery = Math.max(1, Math.floor(demands / Math.max(1, analysis)));
  const isAnalysis = (i: number): boolean => i % analysisEvery === 0 && i / analysisEvery < analysis;
  const lines = range(demands).map((i) => ({
    holder: HOLDERS[isTurned(i) ? mixed(i + 3, HOLDERS.length) : i % HOLDERS.length]!,
    text: isAnalysis(i) ? judged(i / analysisEvery, isTurned(i)) : plain(i, isTurned(i)),
    weight: 1 + mixed(i, 4), name: `line${i}`,
  }));

  const article = (k: number): string => {
    const [together, most, each] = KINDS.rule;
    const [quick, weeks, season] = KINDS.time;
    const [five, without, pair] = KINDS.scope;
    return `  article ${k + 1} {
    upon armed attack on Arcadia
      then if Guarantors decide on "${k}" [${issue('rule', k)}.${together}: unanimously | ${issue('rule', k)}.${most}: by at least 4 members | ${issue('rule', k)}.${each}: without a vote] within 2 days
        then each of [${issue('scope', k)}.${five}: Guarantors | ${issue('scope', k)}.${without}: Guarantors except Borduria | ${issue('scope', k)}.${pair}: Ruritania, Graustark] shall aid${k} Arcadia within [${issue('time', k)}.${quick}: 3 days | ${issue('time', k)}.${weeks}: 20 days | ${issue('time', k)}.${season}: 90 days]
  }`;
  };
  return `case "Talks about ${issues} issues with ${demands} demands"

${HOLDERS.map((holder) => `actor ${holder}`).join('\n')}
group Guarantors = ${HOLDERS.slice(1, 6).join(', ')}
${range(articles).map((k) => `act aid${k}`).join('\n')}
${EVERY_KIND.flatMap((kind) => range(articles).map((k) => `issue ${issue(kind, k)} { ${KINDS[kind].map((name) => `option ${name}`).join(' ')} }`)).join('\n')}

${range(instruments).map((t) => `draft Treaty${t} {\n  parties Arcadia, Guarantors\n${range(articles).filter((k) => treatyOf(k) === t).map(article).join('\n')}\n}`).join('\n')}

scenario Attack { Borduria attacks Arcadia }
${range(articles).map((k) => `promise Help${k} { at least 1 of Guarantors aid${k} Arcadia }`).join('\n')}

negotiation Talks "The talks of Strelsau" {
  instruments ${range(instruments).map((t) => `Treaty${t}`).join(', ')}
}
${HOLDERS.map((holder) => `position ${holder} {\n${lines.filter((line) => line.holder === holder).map(({ text, weight, name }) => `  ${text}${text.startsWith('accepts') ? '' : ` weight ${weight}`} called ${name}`).join('\n')}\n}`).join('\n')}
`;
}
