/** The document of `casus compare --json`: schema/compare-1.json, explained in docs/json.md. */
import { longestOf, type ArticleView, type ComparedChange, type Comparison, type SentenceChange, type SentenceView } from '@casus/analysis';
import type { Case } from '@casus/model';
import { burdensJson } from '../burdens.js';
import { declared } from '../names.js';
import { plain, type Json } from '../plain.js';
import { cellWords } from '../strength.js';
import type { SideNames } from './page.js';

/** The comparison as data for other programs. */
export function comparisonDocument(comparison: Comparison, names: SideNames, version: string): Json {
  const { sides, rows, changes } = comparison;
  return {
    schema: 'casus-compare/1',
    tool: { name: 'casus', version },
    sides: sides.map(({ case: case_, subject, fixed, burdens }, i) => ({
      name: names[i]!,
      title: case_.title,
      files: case_.files.map(({ path, imported }) => ({ path, imported })),
      subject,
      fixed: plain(fixed),
      names: titles(case_, comparison, i),
      burdens: burdensJson(burdens),
    })),
    promises: rows.map(({ promise, scenario, attacker, verdicts, shifts }) => ({
      promise,
      scenario,
      ...(attacker === undefined ? {} : { attacker }),
      sides: verdicts.map((verdict, i) => {
        if (verdict === undefined) return null;
        const case_ = sides[i]!.case;
        const longest = longestOf(verdict);
        return {
          attackers: plain(verdict.attackers),
          hostile: plain(verdict.hostile),
          cells: verdict.cells.map((cell) => plain({
            strength: cell.strength, meanwhile: cell.meanwhile, general: cell.general, words: cellWords(case_, verdict, cell), texts: cell.texts, varies: cell.varies,
            vetoers: cell.details.vetoers, stopping: cell.details.stopping.count,
            withHostile: cell.details.withHostile && { vetoers: cell.details.withHostile.vetoers, stopping: cell.details.withHostile.stopping.count }, longest: cell.details.longest,
          })),
          ...(longest === undefined ? {} : { longest: plain(longest) }),
          ...(shifts[i] === undefined ? {} : { shift: shifts[i] }),
        };
      }),
    })),
    changes: changes.map(changeDocument),
  };
}

function changeDocument({ side, text, balances }: ComparedChange): Json {
  return {
    side,
    instruments: text.instruments.map(({ before, after, related, parts, articles, same }) => ({
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      related,
      same,
      parts: plain(parts),
      articles: articles.map(({ kind, before: one, after: other, by, likeness, sentences }) => ({
        kind,
        ...(one === undefined ? {} : { before: articleDocument(one) }),
        ...(other === undefined ? {} : { after: articleDocument(other) }),
        ...(by === undefined ? {} : { matchedBy: by }),
        ...(likeness === undefined ? {} : { likeness: Math.round(1000 * likeness) / 1000 }),
        sentences: sentences.map(sentenceDocument),
      })),
    })),
    balances: plain(balances),
  };
}

const articleDocument = ({ id, instrument, number, title, place }: ArticleView): Json => plain({ id, instrument, number, title, place });

function sentenceDocument({ kind, before, after, parts }: SentenceChange): Json {
  const of = ({ norm, text, around, place }: SentenceView): Json => plain({ norm, text, around, place });
  return { kind, ...(before === undefined ? {} : { before: of(before) }), ...(after === undefined ? {} : { after: of(after) }), parts: plain(parts) };
}

/** The titles of everything that a side names by its short name. */
function titles(case_: Case, { sides, rows }: Comparison, at: number): Json {
  const { subject, fixed, burdens } = sides[at]!;
  const ids = new Set([
    subject, ...fixed, ...burdens.instruments, ...burdens.parties.map(({ actor }) => actor), ...rows.flatMap(({ promise, scenario, attacker, verdicts }) => [
      promise, scenario, ...(attacker === undefined ? [] : [attacker]), ...(verdicts[at]?.cells.flatMap(({ details }) => [...details.vetoers, ...(details.withHostile?.vetoers ?? [])]) ?? []),
    ]),
  ]);
  return Object.fromEntries([...ids].sort().flatMap((id) => {
    const label = declared(case_, id)?.label;
    return label === undefined ? [] : [[id, label] as const];
  }));
}
