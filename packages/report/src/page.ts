/** A page of results: headings, tables, lists. One content, set for a terminal or as Markdown. */
import type { Style } from './palette.js';
import { columnWidths, tableText, type TableCell } from './table.js';
import { paragraph } from './width.js';

/** An entry of a list, and what stands indented below it. */
export interface Item {
  readonly text: string;
  readonly inside?: readonly Item[];
}

/** Entries that read the same told once, with how many they are. */
export function together(items: readonly Item[]): readonly Item[] {
  const counts = new Map<string, { item: Item; count: number }>();
  for (const item of items) {
    const key = JSON.stringify(item);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { item, count: 1 });
    else known.count++;
  }
  return [...counts.values()].map(({ item, count }) => (count === 1 ? item : { ...item, text: `${item.text} (${count} times)` }));
}

/** A part of a section. The first cell of a table's row names the row. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly numbered?: boolean }
  /** `right`: columns of numbers, by index, set to the right. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly right?: readonly number[] };

/** A section with its heading. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A whole page. */
export interface Page {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Narrowest useful column of a table. */
const LEAST_COLUMN = 10;

/** The page for a terminal, without a line break at its end. Where a table does not fit, each row becomes a list. */
export function pageText({ title, sections }: Page, style: Style): string {
  const { palette, width } = style;
  const parts = sections.filter(({ blocks }) => blocks.length > 0).map((section) => [palette.bold(paragraph(section.title, width)), ...section.blocks.map((block) => blockText(block, style))].join('\n'));
  return [palette.bold(paragraph(title, width)), ...parts].join('\n\n');
}

function blockText(block: Block, style: Style): string {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text, style.width, '  ');
    case 'list':
      return itemsText(block.items, style, 2, block.numbered);
    case 'table':
      return tableBlock(block, style);
  }
}

/** What stands in front of each entry: a dash, or its number, as wide as the widest. */
function marks(items: readonly Item[], numbered: boolean | undefined): readonly string[] {
  const wide = String(items.length).length;
  return items.map((_, i) => (numbered === true ? `${`${i + 1}.`.padEnd(wide + 2)}` : '- '));
}

function itemsText(items: readonly Item[], style: Style, indent: number, numbered?: boolean): string {
  const before = marks(items, numbered);
  return items
    .map(({ text, inside = [] }, i) => {
      const deeper = indent + before[i]!.length;
      return [paragraph(text, style.width, `${' '.repeat(indent)}${before[i]!}`, ' '.repeat(deeper)), ...(inside.length > 0 ? [itemsText(inside, style, deeper)] : [])].join('\n');
    })
    .join('\n');
}

function tableBlock({ head, rows, right = [] }: Extract<Block, { kind: 'table' }>, style: Style): string {
  const { palette, width } = style;
  const cell = (text: string, i: number, paint?: (text: string) => string): TableCell => ({ text, ...(paint === undefined ? {} : { paint }), ...(right.includes(i) ? { right: true } : {}) });
  const all = [head.map((text, i) => cell(text, i, palette.dim)), ...rows.map((row) => row.map((text, i) => cell(text, i, i === 0 ? palette.bold : undefined)))];
  const widths = columnWidths(all, width - 2, LEAST_COLUMN);
  if (widths !== undefined) return tableText(all, widths, '  ');
  return itemsText(rows.map(([name = '', ...rest]) => ({ text: name, inside: rest.map((text, i) => ({ text: `${head[i + 1] ?? ''}: ${text.replaceAll('\n', '; ')}` })) })), style, 2);
}

/** The page as Markdown, with a line break at its end. */
export function pageMarkdown({ title, sections }: Page): string {
  const parts = sections.filter(({ blocks }) => blocks.length > 0).map((section) => [`## ${escaped(section.title)}`, ...section.blocks.map(blockMarkdown)].join('\n\n'));
  return `${[`# ${escaped(title)}`, ...parts].join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return escaped(block.text);
    case 'list':
      return itemsMarkdown(block.items, '', block.numbered);
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map((cell) => escaped(cell).replaceAll('|', '\\|').replaceAll('\n', '<br>')).join(' | ')} |`;
      return [row(block.head), `|${block.head.map((_, i) => (block.right?.includes(i) === true ? '---:' : '---')).join('|')}|`, ...block.rows.map(row)].join('\n');
    }
  }
}

function itemsMarkdown(items: readonly Item[], indent: string, numbered?: boolean): string {
  return items.map(({ text, inside = [] }, i) => {
    const mark = numbered === true ? `${i + 1}. ` : '- ';
    return [`${indent}${mark}${escaped(text)}`, ...(inside.length > 0 ? [itemsMarkdown(inside, `${indent}${' '.repeat(mark.length)}`)] : [])].join('\n');
  }).join('\n');
}

/** Signs that Markdown would read. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`);
