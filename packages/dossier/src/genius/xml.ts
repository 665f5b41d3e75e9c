/** XML as a tree of what GENIUS uses: elements with attributes. */
import { DOMParser, type Element } from '@xmldom/xmldom';

/** What is wrong with a file, and where in it (line from 1), in one sentence without its full stop. */
export class GeniusError extends Error {
  override readonly name = 'GeniusError';

  constructor(
    readonly file: string,
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

/** An element, its file, and the elements in it. */
export interface Node {
  readonly file: string;
  readonly name: string;
  readonly line: number | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly inside: readonly Node[];
}

/** The outermost element of a file. @throws GeniusError where it is no XML. */
export function readXml(text: string, file: string): Node {
  let wrong: { readonly message: string; readonly line: number | undefined } | undefined;
  const parser = new DOMParser({
    onError: (_level, message, context: { locator?: { lineNumber?: number } } | undefined) => {
      wrong ??= { message: message.split('\n')[0]!, line: context?.locator?.lineNumber };
    },
  });
  let root: Element | null = null;
  try {
    // A mark of byte order in front is no error.
    root = parser.parseFromString(text.replace(/^\uFEFF/, '').trimStart(), 'text/xml').documentElement;
  } catch (error) {
    wrong ??= { message: error instanceof Error ? error.message.split('\n')[0]! : String(error), line: undefined };
  }
  if (wrong !== undefined || root === null) throw new GeniusError(file, `it is no XML (${wrong?.message ?? 'it is empty'}); give the XML files that GENIUS wrote`, wrong?.line);
  return nodeOf(root, file);
}

function nodeOf(element: Element, file: string): Node {
  const attributes = new Map<string, string>();
  for (let i = 0; i < element.attributes.length; i++) {
    const { name, value } = element.attributes.item(i)!;
    attributes.set(name, value);
  }
  const inside: Node[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) if (child.nodeType === 1) inside.push(nodeOf(child as Element, file));
  return { file, name: element.nodeName, line: element.lineNumber, attributes, inside };
}

/** The elements of a name, at any depth, in order. */
export function* elements(node: Node, name: string): Iterable<Node> {
  for (const child of node.inside) {
    if (child.name === name) yield child;
    yield* elements(child, name);
  }
}

/** An attribute that must be there. @throws GeniusError where it is not. */
export function attribute(node: Node, name: string): string {
  const value = node.attributes.get(name);
  if (value === undefined) throw new GeniusError(node.file, `<${node.name}> has no \`${name}\``, node.line);
  return value.trim();
}
