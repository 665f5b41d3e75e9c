import type { Diagnostic } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { CASE, GAZETTE, SHARED } from './case.js';
import { connected, memory, uriOf } from './client.js';

const FILES = { 'case.casus': CASE, 'shared.casus': SHARED, 'gazette.txt': GAZETTE };

describe('diagnostics', () => {
  it('tells verdicts with their witness, their code and its page', async () => {
    const client = await connected(memory(FILES));
    client.open('case.casus', CASE);
    const found = (): Diagnostic | undefined => client.diagnostics.get(uriOf('case.casus'))?.find(({ code }) => code === 'promise/captive');
    await client.until(() => found()?.relatedInformation?.some(({ message }) => message.startsWith('1. ')) === true);
    const captive = found()!;
    expect(captive.severity).toBe(1);
    expect(captive.source).toBe('casus');
    expect(captive.codeDescription?.href).toBe('https://example.org/findings/promise/captive.md');
    const steps = captive.relatedInformation!.filter(({ message }) => /^\d+\. /u.test(message));
    expect(steps.map(({ message }) => message).join(' ')).toMatch(/Borduria votes no/u);
    expect(steps.every(({ location }) => location.uri.startsWith('file:///case/'))).toBe(true);
  });

  it('tells mistakes of form while one writes, and takes them back', async () => {
    const client = await connected(memory(FILES));
    client.open('case.casus', CASE);
    await client.until(() => client.codes('case.casus').includes('promise/captive'));
    client.edit('case.casus', 'judge Help', 'judge Hlep');
    await client.until(() => client.codes('case.casus').includes('form/unknown-name'));
    const unknown = client.diagnostics.get(uriOf('case.casus'))!.find(({ code }) => code === 'form/unknown-name')!;
    expect(unknown.message).toContain('Did you mean `Help`?');
    expect(unknown.range).toEqual(client.range('case.casus', 'Hlep'));
    client.edit('case.casus', 'judge Hlep', 'judge Help');
    await client.until(() => !client.codes('case.casus').includes('form/unknown-name') && client.codes('case.casus').includes('promise/captive'));
  });

  it('keeps what was found, at its new place, until it is judged again', async () => {
    const client = await connected(memory(FILES), { judgeAfter: 300 });
    const captive = (): Diagnostic | undefined => client.diagnostics.get(uriOf('case.casus'))?.find(({ code }) => code === 'promise/captive');
    client.open('case.casus', CASE);
    // Judged, and its story told: nothing more is coming by itself.
    await client.until(() => captive()?.relatedInformation?.some(({ message }) => message.startsWith('1. ')) === true);
    const { line } = captive()!.range.start;
    client.published.length = 0;
    client.edit('case.casus', '// The promise', '//\n//\n// The promise');
    await client.until(() => client.published.includes(uriOf('case.casus')));
    expect(captive()!.range.start.line).toBe(line + 2);
  });

  it('shows what the author confirms as a hint', async () => {
    const client = await connected(memory(FILES));
    client.open('case.casus', `${CASE}expect promise Help is captive under Alone when BorduriaAttacks because Borduria, Syldavia\n`);
    await client.until(() => client.codes('case.casus').includes('promise/captive'));
    const captive = client.diagnostics.get(uriOf('case.casus'))!.find(({ code }) => code === 'promise/captive')!;
    expect(captive.severity).toBe(4);
    expect(captive.relatedInformation?.at(-1)?.message).toBe('confirmed by this line');
  });

  it('rechecks the open case when a file that it imports changes in another window', async () => {
    const client = await connected(memory({ ...FILES, 'shared.casus': undefined as never, 'lib/shared.casus': SHARED }));
    client.open('case.casus', CASE.replace('import "shared"', 'import "lib/shared"'));
    await client.until(() => client.codes('case.casus').includes('promise/captive'));
    client.open('lib/shared.casus', SHARED);
    client.edit('lib/shared.casus', 'act consult "consult"\n', '');
    await client.until(() => client.codes('case.casus').includes('form/unknown-name'));
    client.close('lib/shared.casus');
    await client.until(() => !client.codes('case.casus').includes('form/unknown-name'));
  });

  it('rechecks the case when a file changes on disk, or comes', async () => {
    const host = memory({ 'case.casus': CASE });
    const client = await connected(host);
    client.open('case.casus', CASE);
    await client.until(() => client.codes('case.casus').includes('form/import'));
    host.files['shared.casus'] = SHARED;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('shared.casus'), type: 1 }] });
    await client.until(() => client.codes('case.casus').includes('promise/captive') && !client.codes('case.casus').includes('form/import'));
  });

  it('takes the files of a folder as one case, and clears what it told when the last is closed', async () => {
    const host = memory({ 'a.casus': 'case "One"\nactor Arcadia\n', 'b.casus': 'group G = Arcadia, Nobody\n' });
    const client = await connected(host);
    client.open('a.casus', host.files['a.casus']!);
    await client.until(() => client.codes('b.casus').includes('form/unknown-name'));
    client.close('a.casus');
    await client.until(() => client.codes('b.casus').length === 0);
  });

  it('takes files that each begin a case as cases of their own', async () => {
    const host = memory({ 'a.casus': 'case "One"\nactor Arcadia\n', 'b.casus': '/* second */ case "Two"\nactor Arcadia\ngroup G = Nobody\n' });
    const client = await connected(host);
    client.open('a.casus', host.files['a.casus']!);
    client.open('b.casus', host.files['b.casus']!);
    await client.until(() => client.codes('b.casus').includes('form/unknown-name'));
    expect(client.codes('b.casus')).toEqual(['form/unknown-name']);
    expect(client.codes('a.casus')).toEqual([]);
  });

  it('keeps them apart while a title is being changed, until the file is saved without one', async () => {
    const host = memory({ 'a.casus': 'case "One"\nactor Arcadia\n', 'b.casus': 'case "Two"\nactor Arcadia\n' });
    const client = await connected(host);
    client.open('a.casus', host.files['a.casus']!);
    client.edit('a.casus', 'case "One"', 'cas "One"');
    await client.until(() => client.codes('a.casus').includes('form/syntax'));
    expect(client.codes('b.casus')).toEqual([]);
    client.edit('a.casus', 'cas "One"', '');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf('a.casus') } });
    await client.until(() => [...client.codes('a.casus'), ...client.codes('b.casus')].includes('form/duplicate-name'));
  });

  it('checks quotations against the text that is at hand', async () => {
    const client = await connected(memory(FILES));
    client.open('case.casus', CASE.replace('"shall come to the aid"', '"shall come to the rescue"'));
    await client.until(() => client.codes('case.casus').some((code) => code.startsWith('sources/quotation')));
  });

  it('checks a text that is not saved yet', async () => {
    const client = await connected(memory({}));
    client.open('untitled:Untitled-1', 'actor Arcadia\ngroup G = Nobody\n');
    await client.until(() => client.codes('untitled:Untitled-1').includes('form/unknown-name'));
  });
});
