import { tokensOf } from '@casus/language';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, CompletionItem, CompletionList, Diagnostic, Hover, InlayHint, InlayHintLabelPart, MarkupContent, Range, SemanticTokens, TextEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { plainText, SNIPPETS } from '../src/features/snippets.js';
import { LEGEND } from '../src/features/semantic-tokens.js';
import { CASE, GAZETTE, SHARED } from './case.js';
import { connected, memory, uriOf, type Client } from './client.js';

const FILES = { 'case.casus': CASE, 'shared.casus': SHARED, 'gazette.txt': GAZETTE, 'file:///installed/library/states.casus': 'actor Lindoria\n' };

async function started(text = CASE): Promise<Client> {
  const client = await connected(memory(FILES));
  client.open('case.casus', text);
  return client;
}

const judged = (client: Client): Promise<void> => client.until(() => client.codes('case.casus').includes('promise/captive'));

describe('hover', () => {
  const hovered = async (client: Client, find: string, into = 1): Promise<string> => {
    const hover = await client.ask<Hover | null>('hover', 'case.casus', client.position('case.casus', find, into));
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  };

  it('tells what an act is a kind of, and its kinds', async () => {
    const client = await started(CASE.replace('shall assist Arcadia within', 'shall use-force Arcadia within'));
    expect(await hovered(client, 'use-force')).toMatch(/\*\*use armed force for\*\* \(`use-force`\), an act\n\na kind of `assist`/u);
    expect(await hovered(client, 'assist Arcadia')).toContain('kinds of it: `use-force`');
  });

  it('tells the source of a citation, its grade in words, and whether the phrase was found', async () => {
    const client = await started();
    await judged(client);
    const text = await hovered(client, 'cite gazette', 7);
    expect(text).toContain('“shall come to the aid”, Art. 1');
    expect(text).toContain('**Treaty gazette, no. 12**');
    expect(text).toContain('Chancery of Lindoria, 2031-04-02');
    expect(text).toContain('grade A2: source completely reliable, information probably true');
    expect(text).toContain('found in the text of the source');
  });

  it('tells the verdicts on a promise', async () => {
    const client = await started();
    await judged(client);
    expect(await hovered(client, 'promise Help', 9)).toMatch(/`Alone` when `BorduriaAttacks`: captive \(Borduria or Syldavia can stop it\)/u);
  });

  it('tells what a word of the language means where it stands', async () => {
    const client = await started();
    expect(await hovered(client, 'shall assist')).toContain('A duty');
    expect(await hovered(client, 'unanimously')).toContain('Everybody entitled to vote votes yes');
    expect(await hovered(client, 'within 30')).toContain('By when, counted from the event');
    expect(await hovered(client, 'parties Arcadia')).toContain('Who is bound by the instrument');
  });

  it('tells nothing of white space and remarks', async () => {
    const client = await started();
    expect(await hovered(client, '// The promise waits', 5)).toBe('');
  });
});

describe('completion', () => {
  const offered = async (text: string): Promise<readonly CompletionItem[]> => {
    const client = await started(text.replace('¦', ''));
    const before = text.slice(0, text.indexOf('¦')).split('\n');
    const list = await client.ask<CompletionList>('completion', 'case.casus', { line: before.length - 1, character: before.at(-1)!.length });
    return list.items;
  };
  const labels = async (text: string): Promise<readonly string[]> => (await offered(text)).map(({ label }) => label);
  const named = (items: readonly CompletionItem[]): readonly string[] => items.filter(({ sortText }) => sortText?.startsWith('0')).map(({ label }) => label).sort();
  const IMPORT = 'import "shared"\n';

  it('offers names of the fitting kind only', async () => {
    expect(named(await offered(`${IMPORT}treaty T {\n  article 1 { Arcadia shall ¦ }\n}\n`))).toEqual(['assist', 'consult', 'use-force']);
    expect(named(await offered(`${IMPORT}treaty T {\n  article 1 { Arcadia shall consult cite ¦ }\n}\n`))).toEqual(['gazette']);
    expect(named(await offered(`${IMPORT}group G = ¦`))).toEqual(['Arcadia', 'Borduria', 'Guarantors', 'Syldavia']);
  });

  it('offers what the grammar allows, and replaces the word that is begun', async () => {
    const client = await started(`${IMPORT}treaty T {\n  article 1 { Arcadia sha }\n}\n`);
    const { items } = await client.ask<CompletionList>('completion', 'case.casus', client.position('case.casus', 'sha }', 3));
    const shall = items.find(({ label }) => label === 'shall')!;
    expect((shall.textEdit as TextEdit).range).toEqual({ start: client.position('case.casus', 'sha }'), end: client.position('case.casus', 'sha }', 3) });
    expect(shall.documentation).toContain('A duty');
    expect(items.map(({ label }) => label)).not.toContain('treaty');
  });

  it('offers strengths and promises in expectations, and codes of findings', async () => {
    expect(await labels(`${CASE}expect promise Help is ¦`)).toEqual(expect.arrayContaining(['captive', 'automatic', 'forbidden']));
    expect(named(await offered(`${CASE}expect promise ¦`))).toEqual(['Help']);
    expect(await labels(`${CASE}expect finding promise/cap¦`)).toContain('promise/captive');
  });

  it('offers the matters of the body that decides', async () => {
    const bodies = `${IMPORT}body A { members Arcadia matter measures decides any other matter unanimously }\nbody B { members Arcadia matter budget decides any other matter unanimously }\n`;
    expect(named(await offered(`${bodies}promise P { A adopts ¦ }`))).toEqual(['measures']);
  });

  it('offers the shortest name that is enough', async () => {
    const issues = 'issue mode { option alone option joint }\nissue pace { option joint }\n';
    expect(named(await offered(`${issues}treaty T { parties everyone article 1 { [ ¦`))).toEqual(['alone', 'mode.joint', 'pace.joint']);
  });

  it('offers declarations to be filled in, the library behind `import`, and grades', async () => {
    expect(await labels('¦')).toEqual(expect.arrayContaining(['treaty …', 'scenario …', 'actor']));
    expect(await labels('import "¦')).toEqual(['library/states', 'shared'].filter((path) => path !== 'shared'));
    expect(await labels('source s {\n  grade ¦\n}')).toEqual(expect.arrayContaining(['A1', 'F6']));
  });

  it('offers nothing in remarks and texts', async () => {
    expect(await labels('// ¦')).toEqual([]);
    expect(await labels('case "¦"')).toEqual([]);
  });

  it('goes on after a mistake further up', async () => {
    expect(named(await offered(`${IMPORT}treaty T {\n  article 1 { Arcadia shall shall }\n  article 2 {\n    Arcadia shall ¦\n  }\n}\n`))).toEqual(['assist', 'consult', 'use-force']);
  });

  it('offers declarations that are correct texts', async () => {
    const { nextAt } = await import('@casus/language');
    const inside: Record<string, string> = { article: 'treaty T {\n¦\n}', upon: 'treaty T { article 1 {\n¦\n} }' };
    for (const snippet of SNIPPETS) {
      const text = (inside[snippet.word] ?? '¦').replace('¦', plainText(snippet));
      const client = await connected(memory({}));
      client.open('case.casus', text);
      await client.until(() => client.diagnostics.has(uriOf('case.casus')) || client.published.length > 0);
      expect(client.codes('case.casus').filter((code) => code === 'form/syntax'), snippet.word).toEqual([]);
      expect(nextAt((inside[snippet.word] ?? '¦'), (inside[snippet.word] ?? '¦').indexOf('¦'))!.rules, snippet.word).toContain(snippet.rule);
    }
  });
});

describe('quick fixes', () => {
  const fixes = async (text: string, code: string): Promise<{ client: Client; actions: readonly CodeAction[] }> => {
    const client = await started(text);
    await client.until(() => client.codes('case.casus').includes(code));
    const diagnostic = client.diagnostics.get(uriOf('case.casus'))!.find((each) => each.code === code)!;
    const actions = await client.askFile<CodeAction[]>('codeAction', 'case.casus', { range: diagnostic.range, context: { diagnostics: [diagnostic] } });
    return { client, actions };
  };
  const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);
  const applied = (text: string, action: CodeAction | undefined): string => {
    const lines = text.split('\n');
    for (const { range: { start, end }, newText } of action?.edit?.changes?.[uriOf('case.casus')] ?? []) {
      const before = lines.slice(0, start.line).concat(lines[start.line]!.slice(0, start.character)).join('\n');
      const after = [lines[end.line]!.slice(end.character), ...lines.slice(end.line + 1)].join('\n');
      return before + newText + after;
    }
    return text;
  };

  it('writes the name that was meant', async () => {
    const wrong = CASE.replace('judge Help', 'judge Hepl');
    const { actions } = await fixes(wrong, 'form/unknown-name');
    expect(applied(wrong, actions.find(({ title }) => title === 'Write `Help`'))).toBe(CASE);
  });

  it('writes the word that was meant', async () => {
    const wrong = CASE.replace('shall assist', 'shal assist');
    const { actions } = await fixes(wrong, 'form/syntax');
    expect(applied(wrong, actions.find(({ title }) => title === 'Write `shall`'))).toBe(CASE);
  });

  it('writes the import that was meant', async () => {
    const wrong = CASE.replace('import "shared"', 'import "shared"\nimport "library/stattes"');
    const { actions } = await fixes(wrong, 'form/import');
    expect(applied(wrong, actions.find(({ title }) => title === 'Write `library/states`'))).toBe(wrong.replace('stattes', 'states'));
  });

  it('declares the act that is missing', async () => {
    const wrong = CASE.replace('Borduria shall consult', 'Borduria shall mediate');
    const { actions } = await fixes(wrong, 'form/unknown-name');
    expect(applied(wrong, actions.find(({ title }) => title === 'Declare the act `mediate`'))).toBe(wrong.replace('treaty Pact', 'act mediate\n\ntreaty Pact'));
  });

  it('confirms a finding with an expectation, which then holds', async () => {
    const { client, actions } = await fixes(CASE, 'promise/captive');
    const confirm = actions.find(({ title }) => title === 'Confirm the finding promise/captive');
    const text = applied(CASE, confirm);
    expect(text).toMatch(/\nexpect finding promise\/captive for Help, Alone, BorduriaAttacks.*\n$/u);
    client.edit('case.casus', '  judge Help when BorduriaAttacks\n}\n', text.slice(text.indexOf('  judge Help')));
    await client.until(() => client.diagnostics.get(uriOf('case.casus'))!.some(({ code, severity }) => code === 'promise/captive' && severity === 4));
    expect(client.codes('case.casus').filter((code) => code.startsWith('expectation/'))).toEqual([]);
  });

  it('offers the amendments that make a captive promise hold, and each of them does', async () => {
    const { actions } = await fixes(CASE, 'promise/captive');
    const offered = actions.filter(({ title }) => title.startsWith('Amend'));
    expect(offered.map(({ title }) => title)).toEqual([
      'Amend (then collective): it is decided `by at least 1 member` in place of `unanimously`',
      'Amend (then collective): the attacker does not vote',
      'Amend (then automatic): it does not wait for `Guarantors decide unanimously`',
      'Amend (then collective): it stands unless `Guarantors decide on "otherwise" unanimously`',
      'Amend (then automatic): failing a decision within 7 days (the text sets no time for it) it falls due without one',
    ]);
    const [uri, ...others] = [...new Set(offered.flatMap(({ edit }) => Object.keys(edit!.changes!)))];
    expect([uri, others]).toEqual([uriOf('case.casus'), []]);
    for (const { title, edit } of offered) {
      const text = TextDocument.applyEdits(TextDocument.create(uri!, 'casus', 1, CASE), edit!.changes![uri!]!);
      const client = await started(text);
      await client.until(() => client.codes('case.casus').includes('promise/late') || client.codes('case.casus').some((code) => code.startsWith('promise/')));
      expect({ title, codes: client.codes('case.casus') }).toMatchObject({ title, codes: expect.not.arrayContaining(['promise/captive', 'form/syntax']) as string[] });
    }
  });

  it('offers to take an end out of the attacker’s hands', async () => {
    const { actions } = await fixes(CASE.replace('    Borduria shall consult\n  }\n', '    Borduria shall consult\n  }\n  ends when any of Guarantors withdraws\n').replace('if Guarantors decide unanimously then ', ''), 'promise/ended-by-attacker');
    expect(titles(actions).filter((title) => title.startsWith('Amend'))).toEqual([
      'Amend (then automatic): `ends when any of Guarantors withdraws` is struck',
      'Amend (then automatic): `ends when any of Guarantors withdraws` only if Republic of Arcadia consents',
    ]);
  });

  it('offers what belongs to the finding asked about, not to others at the same place', async () => {
    const CONFIRM = /^Confirm the finding /u;
    const wrong = CASE.replace('Borduria shall consult', 'Borduria shall mediate');
    const client = await started(wrong);
    await client.until(() => ['form/unknown-name', 'norms/bound-without-return', 'promise/captive', 'promise/no-deadline'].every((code) => client.codes('case.casus').includes(code)));
    const shown = client.diagnostics.get(uriOf('case.casus'))!;
    const about = (code: string): Diagnostic => shown.find((each) => each.code === code)!;
    const asked = async (range: Range, diagnostics: readonly Diagnostic[]): Promise<string[]> => titles(await client.askFile<CodeAction[]>('codeAction', 'case.casus', { range, context: { diagnostics } }));
    const { range } = about('form/unknown-name');
    expect((await asked(range, [about('form/unknown-name')])).filter((title) => CONFIRM.test(title))).toEqual([]);
    expect((await asked(about('promise/no-deadline').range, [about('promise/no-deadline')])).filter((title) => CONFIRM.test(title))).toEqual(['Confirm the finding promise/no-deadline']);
    // Where the editor sends none of ours, all that meet the range.
    for (const others of [[], [{ ...about('promise/captive'), source: 'spelling' }]]) {
      expect((await asked(range, others)).filter((title) => CONFIRM.test(title) || title.startsWith('Declare'))).toEqual(['Declare the act `mediate`', 'Confirm the finding norms/bound-without-return']);
    }
  });

  it('cites a source for a sentence that has none', async () => {
    const client = await started();
    const actions = await client.askFile<CodeAction[]>('codeAction', 'case.casus', { range: client.range('case.casus', 'Borduria shall consult'), context: { diagnostics: [] } });
    expect(applied(CASE, actions.find(({ title }) => title === 'Cite `gazette` here'))).toBe(CASE.replace('shall consult', 'shall consult cite gazette'));
  });
});

describe('colours, layout and verdicts', () => {
  it('tells keywords, names by kind, texts and numbers apart', async () => {
    const client = await started();
    const { data } = await client.askFile<SemanticTokens>('semanticTokens/full', 'case.casus');
    const lines = CASE.split('\n');
    const found = new Map<string, string>();
    let [line, column] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      column = data[i] === 0 ? column + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      const word = lines[line]!.slice(column, column + data[i + 2]!);
      found.set(word, found.get(word) ?? `${LEGEND.tokenTypes[data[i + 3]!]}${data[i + 4] === 1 ? ' declared' : ''}`);
    }
    expect(Object.fromEntries([...found].filter(([word]) => ['treaty', 'Pact', 'Arcadia', 'assist', '30', '"Pact of help"', 'Help', 'Guarantors', 'shall'].includes(word)))).toEqual({
      treaty: 'keyword', Pact: 'struct declared', '"Pact of help"': 'string', Arcadia: 'class', Guarantors: 'type', assist: 'function', 30: 'number', Help: 'function declared', shall: 'keyword',
    });
    expect(data.length / 5).toBeGreaterThan(tokensOf(CASE).filter(({ kind }) => kind === 'keyword').length);
  });

  it('lays out the text, and leaves a broken one alone', async () => {
    const messy = 'actor   Arcadia\ntreaty T{\nparties Arcadia\n}\n';
    const client = await started(messy);
    const edits = await client.askFile<TextEdit[]>('formatting', 'case.casus', { options: { tabSize: 2, insertSpaces: true } });
    expect(edits.length).toBeGreaterThan(0);
    client.edit('case.casus', 'treaty T{', 'treaty T{{');
    expect(await client.askFile('formatting', 'case.casus', { options: { tabSize: 2, insertSpaces: true } })).toEqual([]);
  });

  it('shows the verdict at each promise, with the story', async () => {
    const client = await started();
    await judged(client);
    const hints = await client.askFile<InlayHint[]>('inlayHint', 'case.casus', { range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } } });
    expect(hints).toHaveLength(1);
    expect(hints[0]!.position.line).toBe(client.position('case.casus', 'promise Help').line);
    const [part] = hints[0]!.label as InlayHintLabelPart[];
    expect(part!.value).toBe('captive · Borduria when BorduriaAttacks');
    expect((part!.tooltip as MarkupContent).value).toContain('Borduria votes no');
  });

  it('tells verdicts of one kind together, the weakest first, and counts the rest', async () => {
    const more = `${CASE}
actor Lindoria
treaty Plain { parties Arcadia, Guarantors article 1 { upon armed attack on Arcadia, each of Guarantors shall assist Arcadia } }
treaty None { parties Arcadia, Guarantors article 1 { Guarantors shall not assist Arcadia } }
scenario SyldaviaAttacks { Syldavia attacks Arcadia }
arrangement Other { instruments Plain judge Help when BorduriaAttacks, SyldaviaAttacks }
arrangement Nothing { instruments None judge Help when BorduriaAttacks, SyldaviaAttacks }
`;
    const client = await started(more);
    await judged(client);
    const line = client.position('case.casus', 'promise Help').line;
    const [hint] = await client.askFile<InlayHint[]>('inlayHint', 'case.casus', { range: { start: { line, character: 0 }, end: { line, character: 1 } } });
    expect((hint!.label as InlayHintLabelPart[]).map(({ value }) => value)).toEqual(['forbidden when BorduriaAttacks or SyldaviaAttacks (Nothing)', ', captive · Borduria when BorduriaAttacks (Alone)', ', +2']);
  });
});
