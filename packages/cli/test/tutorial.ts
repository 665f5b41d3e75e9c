/**
 * Replays a page that tells its reader, step by step, what to type and what is printed.
 *
 * What a fenced block does stands behind its language, where a reader of the page does not see it:
 * `file=PATH` the block is the whole text of a file; `add=PATH` it goes to the end of the file, after an empty line;
 * `find=PATH` and, right behind it, `replace=PATH`: the one, lines or part of a line, stands in the file exactly once and gives way to the other;
 * `console` each line that begins with `$` is a command, the lines below it are what it prints. A line `…` stands for lines left out.
 */

/** One fenced block: what to do, on which file, with which text. */
export interface Step {
  readonly line: number;
  readonly kind: 'file' | 'add' | 'find' | 'replace' | 'console';
  readonly path: string;
  readonly text: string;
}

/** A command and what the page says it prints. */
export interface Command {
  readonly typed: string;
  readonly args: readonly string[];
  readonly printed: string;
}

const FENCE = /^```(\S+)(?: (file|add|find|replace)=(\S+))?\n([\s\S]*?)^```$/gm;

/** The steps of a page, in order. A block that is neither text to type nor a console is refused. */
export function stepsOf(page: string): readonly Step[] {
  return [...page.matchAll(FENCE)].map(([block, language, kind, path = '', text = ''], at, all) => {
    const line = page.slice(0, all[at]!.index).split('\n').length;
    if (kind === undefined && language !== 'console') throw new Error(`line ${line}: the block says neither which file it is nor that it is a console: ${block.slice(0, 60)}`);
    return { line, kind: (kind ?? 'console') as Step['kind'], path, text: kind === 'find' || kind === 'replace' ? text.replace(/\n$/, '') : text };
  });
}

/** The files after a step; `pending` is what the last `find` looks for. */
export function typed(files: ReadonlyMap<string, string>, step: Step, before: Step | undefined): ReadonlyMap<string, string> {
  const old = files.get(step.path) ?? '';
  const where = `line ${step.line}`;
  switch (step.kind) {
    case 'console':
    case 'find':
      return files;
    case 'file':
      return new Map([...files, [step.path, step.text]]);
    case 'add':
      if (old === '') throw new Error(`${where}: ${step.path} is not there yet`);
      return new Map([...files, [step.path, `${old}\n${step.text}`]]);
    case 'replace': {
      if (before?.kind !== 'find' || before.path !== step.path) throw new Error(`${where}: nothing to replace is named`);
      if (old.split(before.text).length !== 2) throw new Error(`${where}: what is to be replaced stands ${old.split(before.text).length - 1} times in ${step.path}`);
      return new Map([...files, [step.path, old.replace(before.text, () => step.text)]]);
    }
  }
}

/** The words of a command line; quotation marks hold words together. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** The commands of a console block. Each begins `$ npx casus`. */
export function commandsOf(step: Step): readonly Command[] {
  const parts = step.text.split(/^(?=\$ )/m);
  return parts.map((part) => {
    const [first = '', ...printed] = part.split('\n');
    if (!first.startsWith('$ npx casus ')) throw new Error(`line ${step.line}: not a command: ${first}`);
    return { typed: first, args: wordsOf(first).slice(3), printed: printed.join('\n') };
  });
}

/** Whether the output is what is printed on the page; a line `…` there stands for any lines, at least one. */
export function shows(printed: string, output: string): boolean {
  const pieces = printed.split(/^…\n/m);
  if (pieces.length === 1) return printed === output;
  const pattern = pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(?:[^\\n]*\\n)+?');
  return new RegExp(`^${pattern}$`).test(output);
}

/** The page with the outputs put anew. Paragraphs that it leaves out stay out; a paragraph is known by its first line, figures apart. */
export function renewed(page: string, outputs: ReadonlyMap<Step, readonly string[]>): string {
  const steps = stepsOf(page);
  let at = -1;
  return page.replaceAll(FENCE, (block) => {
    at += 1;
    const step = steps[at]!;
    const printed = [...outputs].find(([{ line }]) => line === step.line)?.[1];
    if (printed === undefined) return block;
    const commands = commandsOf(step).map((command, index) => `${command.typed}\n${shortened(command.printed, printed[index]!)}`);
    return `\`\`\`console\n${commands.join('')}\`\`\``;
  });
}

/** An output without the paragraphs that were left out before. */
function shortened(before: string, output: string): string {
  if (!/^…$/m.test(before)) return output;
  const headOf = (paragraph: string): string => paragraph.split('\n')[0]!.replace(/^(Passed|Failed):.*/, '').replaceAll(/\d+/g, '#');
  const kept = new Set(before.trimEnd().split('\n\n').map(headOf));
  const paragraphs = output.trimEnd().split('\n\n').map((paragraph) => (kept.has(headOf(paragraph)) ? paragraph : '…'));
  return `${paragraphs.filter((paragraph, index) => paragraph !== '…' || paragraphs[index - 1] !== '…').join('\n\n')}\n`;
}
