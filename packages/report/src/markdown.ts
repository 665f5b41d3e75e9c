/** Plain Markdown set for a terminal: headings, paragraphs, lists, quotations, code, tables. Meant for the pages of the manual. */
import type { Style } from './palette.js';
import { columnWidths, tableText } from './table.js';
import { paragraph } from './width.js';

/** Emphasis and links as a reader of plain text wants them: the words, and the address of a link to another site. */
function inline(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g, (_, words: string, address: string) => (/^https?:/.test(address) ? `${words} <${address}>` : words))
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|[\s(])[*_]([^*_\s][^*_]*)[*_](?=[\s).,;:!?]|$)/g, '$1$2');
}

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const TABLE = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|?[\s:|-]+\|?\s*$/;

/** The text of a page, ready to print, without a line break at its end. */
export function markdownText(source: string, style: Style): string {
  const { palette, width } = style;
  const columns = Math.min(width, 100);
  const lines = source.replace(/\r\n?/g, '\n').replace(/<!--[\s\S]*?-->/g, '').split('\n');
  const blocks: string[] = [];
  let at = 0;
  const take = (while_: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && while_(lines[at]!)) at++;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at]!;
    const heading = HEADING.exec(line);
    if (line.trim() === '') at++;
    else if (FENCE.test(line)) {
      at++;
      const code = take((next) => !FENCE.test(next));
      at++;
      blocks.push(code.map((each) => palette.dim(`    ${each}`.trimEnd())).join('\n'));
    } else if (heading) {
      at++;
      blocks.push(palette.bold(paragraph(inline(heading[2]!), columns)));
    } else if (TABLE.test(line)) {
      blocks.push(markdownTable(take((next) => TABLE.test(next)), columns, style));
    } else if (ITEM.test(line)) {
      blocks.push(list(take((next) => ITEM.test(next) || /^\s{2,}\S/.test(next)), columns));
    } else if (line.startsWith('>')) {
      const quoted = take((next) => next.startsWith('>')).map((each) => each.replace(/^>\s?/, ''));
      blocks.push(paragraph(inline(quoted.join(' ')), columns, '  │ ', '  │ '));
    } else {
      const words = take((next) => next.trim() !== '' && !FENCE.test(next) && !HEADING.test(next) && !ITEM.test(next) && !next.startsWith('>') && !TABLE.test(next));
      blocks.push(paragraph(inline(words.map((each) => each.trim()).join(' ')), columns));
    }
  }
  return blocks.join('\n\n');
}

function list(lines: readonly string[], columns: number): string {
  const items: { indent: string; mark: string; text: string }[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item) items.push({ indent: item[1]!, mark: item[2]!, text: item[3]! });
    else if (items.length > 0) items[items.length - 1]!.text += ` ${line.trim()}`;
  }
  return items.map(({ indent, mark, text }) => paragraph(inline(text), columns, `  ${indent}${/\d/.test(mark) ? mark : '-'} `)).join('\n');
}

function markdownTable(lines: readonly string[], columns: number, { palette }: Style): string {
  const rows = lines
    .filter((line) => !RULE.test(line))
    .map((line) => line.trim().replace(/^\||\|$/g, '').split('|').map((text) => inline(text.trim())));
  const cells = rows.map((row, index) => row.map((text) => (index === 0 ? { text, paint: palette.bold } : { text })));
  const even = Math.max(8, Math.floor(columns / Math.max(1, rows[0]?.length ?? 1)) - 2);
  const widths = columnWidths(cells, columns - 2, 8) ?? (rows[0] ?? []).map(() => even);
  return tableText(cells, widths, '  ');
}

/** The title of a page and its first sentence, for a list of pages. */
export function pageSummary(source: string): { readonly title: string; readonly first: string } {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const heading = lines.findIndex((line) => HEADING.test(line));
  const title = heading < 0 ? '' : inline(HEADING.exec(lines[heading]!)![2]!);
  const body: string[] = [];
  for (const line of lines.slice(heading + 1)) {
    if (line.trim() === '' && body.length > 0) break;
    if (line.trim() !== '') body.push(line.trim().replace(/^>\s?/, ''));
  }
  const words = inline(body.join(' '));
  return { title, first: /^.*?[.!?](?=\s|$)/.exec(words)?.[0] ?? words };
}
