import type { DocumentSymbol, Location, LocationLink, WorkspaceEdit, WorkspaceSymbol, FoldingRange, DocumentLink } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { CASE, GAZETTE, SHARED } from './case.js';
import { connected, memory, uriOf, type Client } from './client.js';

const FILES = { 'case.casus': CASE, 'shared.casus': SHARED, 'gazette.txt': GAZETTE };

async function started(files: Record<string, string> = FILES, text = CASE): Promise<Client> {
  const client = await connected(memory(files));
  client.open('case.casus', text);
  return client;
}

/** What stands at a location, in a text. */
function at(text: string, { start, end }: Location['range']): string {
  const lines = text.split('\n');
  expect(start.line).toBe(end.line);
  return lines[start.line]!.slice(start.character, end.character);
}

describe('definition and references', () => {
  it('leads to the declaration in another file', async () => {
    const client = await started();
    const [link] = await client.ask<LocationLink[]>('definition', 'case.casus', client.position('case.casus', 'assist Arcadia', 2));
    expect(link!.targetUri).toBe(uriOf('shared.casus'));
    expect(at(SHARED, link!.targetSelectionRange)).toBe('assist');
  });

  it('finds every use in all files, the declaration too where it is wanted', async () => {
    const client = await started();
    const position = client.position('case.casus', 'Guarantors decide');
    const all = await client.ask<Location[]>('references', 'case.casus', position, { context: { includeDeclaration: true } });
    const uses = await client.ask<Location[]>('references', 'case.casus', position, { context: { includeDeclaration: false } });
    expect(all).toHaveLength(5);
    expect(uses).toHaveLength(4);
    expect(new Set(all.map(({ uri, range }) => at(uri === uriOf('case.casus') ? CASE : SHARED, range)))).toEqual(new Set(['Guarantors']));
  });

  it('tells the parts of a dotted name apart', async () => {
    const text = 'issue mode "how" {\n  option alone\n  option joint\n}\ntreaty Pact {\n  article 1 { [ mode.alone: silent on "x" | mode.joint: silent on "y" ] }\n}\n';
    const client = await started({}, text);
    const issue = await client.ask<LocationLink[]>('definition', 'case.casus', client.position('case.casus', 'mode.joint', 1));
    const option = await client.ask<LocationLink[]>('definition', 'case.casus', client.position('case.casus', 'mode.joint', 6));
    expect(at(text, issue[0]!.targetSelectionRange)).toBe('mode');
    expect(at(text, option[0]!.targetSelectionRange)).toBe('joint');
  });

  it('knows nothing of a word of the language', async () => {
    const client = await started();
    expect(await client.ask('definition', 'case.casus', client.position('case.casus', 'shall assist', 1))).toEqual([]);
  });
});

describe('rename', () => {
  const renamed = async (client: Client, find: string, newName: string): Promise<WorkspaceEdit> => client.ask('rename', 'case.casus', client.position('case.casus', find, 1), { newName });
  const apply = (text: string, edit: WorkspaceEdit, name: string): string => {
    const lines = text.split('\n');
    for (const { range: { start, end }, newText } of [...(edit.changes?.[uriOf(name)] ?? [])].reverse()) {
      lines[start.line] = lines[start.line]!.slice(0, start.character) + newText + lines[start.line]!.slice(end.character);
    }
    return lines.join('\n');
  };

  it('changes every place in all files', async () => {
    const client = await started();
    const edit = await renamed(client, 'Guarantors decide', 'Protectors');
    expect(apply(CASE, edit, 'case.casus')).toBe(CASE.replaceAll('Guarantors', 'Protectors'));
    expect(apply(SHARED, edit, 'shared.casus')).toBe(SHARED.replaceAll('Guarantors', 'Protectors'));
  });

  it('keeps the third person of a verb', async () => {
    const text = 'actor Arcadia, Borduria\nact assist\npromise P { Borduria assists Arcadia }\n';
    const client = await started({}, text);
    const edit = await renamed(client, 'act assist'.slice(4), 'supply-arms');
    expect(apply(text, edit, 'case.casus')).toBe(text.replace('act assist', 'act supply-arms').replace('assists', 'supplies-arms'));
  });

  it('says what may be renamed', async () => {
    const client = await started();
    expect(await client.ask('prepareRename', 'case.casus', client.position('case.casus', 'promise Help', 9))).toEqual({ range: { start: client.position('case.casus', 'promise Help', 8), end: client.position('case.casus', 'promise Help', 12) }, placeholder: 'Help' });
    await expect(client.ask('prepareRename', 'case.casus', client.position('case.casus', 'shall assist', 1))).rejects.toThrow('here is no name that can be changed');
  });

  it.each([
    ['two words', 'is no name'],
    ['5th', 'is no name'],
    ['', 'is no name'],
    ['shall', 'is a word of the language and cannot be a name'],
    ['Arcadia', 'the name `Arcadia` is taken: it is an actor, declared in case/shared.casus, line 1'],
  ])('refuses %j', async (newName, reason) => {
    const client = await started();
    await expect(renamed(client, 'Guarantors decide', newName)).rejects.toThrow(reason);
  });

  it('refuses a name that would catch another place of the text', async () => {
    const text = 'actor Arcadia, Borduria\ngroup Friends = Borduria\ntreaty Pact {\n  parties Arcadia, Borduria\n  group Allies = Borduria\n  article 1 { Friends shall assist Arcadia }\n}\nact assist\n';
    const client = await started({}, text);
    await expect(renamed(client, 'Friends = ', 'Allies')).rejects.toThrow('would no longer mean what it means now');
  });

  it('refuses what the library declares', async () => {
    const client = await started({ 'file:///installed/library/states.casus': 'actor Arcadia\n' }, 'import "library/states"\ngroup G = Arcadia\n');
    await expect(renamed(client, 'Arcadia', 'Ruritania')).rejects.toThrow('declared in the library');
  });

  it('renames an article with the sentences that refer to it', async () => {
    const text = 'actor Arcadia\nact assist\ntreaty Pact {\n  parties Arcadia\n  article 5 { Arcadia shall assist Arcadia }\n  article 6 { Arcadia shall not assist Arcadia subject to article 5 }\n}\n';
    const client = await started({}, text);
    const edit = await client.ask<WorkspaceEdit>('rename', 'case.casus', client.position('case.casus', 'article 5 {', 8), { newName: '27(3)' });
    expect(apply(text, edit, 'case.casus')).toBe(text.replaceAll('article 5', 'article 27(3)'));
  });
});

describe('outline', () => {
  it('nests what is declared inside something', async () => {
    const client = await started();
    const symbols = await client.askFile<DocumentSymbol[]>('documentSymbol', 'case.casus');
    expect(symbols.map(({ name }) => name)).toEqual(['Pact', 'BorduriaAttacks', 'Help', 'Alone']);
    expect(symbols[0]!.children!.map(({ name, detail }) => `${name}: ${detail}`)).toEqual(['article 1: article · Help']);
  });

  it('finds declarations of all files by name or title', async () => {
    const client = await started();
    const found = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'gar' });
    expect(found.map(({ name }) => name)).toEqual(['Guarantors “the two guarantors”']);
    const titled = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'come to the aid' });
    expect(titled.map(({ name }) => name)).toEqual(['assist “come to the aid of”']);
  });
});

describe('talks', () => {
  const text = `actor Arcadia, Borduria
act assist
step release
treaty Pact {
  parties Arcadia, Borduria
  article 1 { Arcadia shall assist Borduria }
}
position Arcadia {
  demands release called first
  refuses Pact
}
negotiation Talks "The talks" {
  parties Arcadia
  instruments Pact
  release needs Pact
}
amendment Swift "Swift help" to Pact article 1 {
  Borduria shall assist Arcadia
}
`;

  it('stand in the outline, lines by the names that they are called', async () => {
    const client = await started({}, text);
    const symbols = await client.askFile<DocumentSymbol[]>('documentSymbol', 'case.casus');
    expect(symbols.map(({ name, detail }) => `${name}: ${detail}`).slice(-3)).toEqual(['first: line of a position', 'Talks: negotiation · The talks', 'Swift: amendment · Swift help']);
  });

  it.each([
    ['Pact {', 'Accord', text.replaceAll('Pact', 'Accord')],
    ['release\n', 'return', text.replaceAll('release', 'return')],
    ['first\n', 'second', text.replace('first', 'second')],
    ['1 {\n  Borduria', '2', text.replaceAll('article 1', 'article 2')],
  ])('are renamed at %j', async (find, newName, result) => {
    const client = await started({}, text);
    const edit = await client.ask<WorkspaceEdit>('rename', 'case.casus', client.position('case.casus', find, 0), { newName });
    const lines = text.split('\n');
    for (const { range: { start, end }, newText } of [...edit.changes![uriOf('case.casus')]!].reverse()) lines[start.line] = lines[start.line]!.slice(0, start.character) + newText + lines[start.line]!.slice(end.character);
    expect(lines.join('\n')).toBe(result);
  });

  it('say what their words mean', async () => {
    const client = await started({}, text);
    const hover = await client.ask<{ readonly contents: { readonly value: string } }>('hover', 'case.casus', client.position('case.casus', 'needs', 1));
    expect(hover.contents.value).toContain('No text has the first without the second.');
  });
});

describe('folding and links', () => {
  it('folds braces, remarks and imports', async () => {
    const client = await started({}, 'import "a"\nimport "b"\n// one\n// two\ntreaty Pact {\n  article 1 {\n    silent on "x"\n  }\n}\n');
    expect(await client.askFile<FoldingRange[]>('foldingRange', 'case.casus')).toEqual([
      { startLine: 0, endLine: 1, kind: 'imports' }, { startLine: 2, endLine: 3, kind: 'comment' }, { startLine: 4, endLine: 7 }, { startLine: 5, endLine: 6 },
    ]);
  });

  it('links imports, addresses and texts of sources', async () => {
    const client = await started();
    const imports = await client.askFile<DocumentLink[]>('documentLink', 'case.casus');
    expect(imports.map(({ target }) => target)).toEqual([uriOf('shared.casus')]);
    client.open('shared.casus', SHARED);
    const links = await client.askFile<DocumentLink[]>('documentLink', 'shared.casus');
    expect(links.map(({ target, range }) => [at(SHARED, range), target])).toEqual([['gazette.txt', uriOf('gazette.txt')], ['https://example.org/gazette', 'https://example.org/gazette']]);
  });
});
