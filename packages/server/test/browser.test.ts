/** The entry for browsers: it builds without anything of Node, and serves from files that the page gives. */
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { CASE, GAZETTE, SHARED } from './case.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly { readonly code: string }[] };
  readonly result?: { readonly capabilities: object };
}

const FILES: Readonly<Record<string, string>> = { 'web:/case/shared.casus': SHARED, 'web:/case/gazette.txt': GAZETTE };

it('runs in a worker, without Node', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, '../src/browser.ts')], bundle: true, write: false, platform: 'browser', format: 'iife', target: 'es2022', metafile: true, logLevel: 'silent',
  });
  expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports).filter(({ external }) => external).map(({ path }) => path)).toEqual([]);

  const answers: Message[] = [];
  let wake = (): void => undefined;
  const reply = (message: Message): unknown => {
    if (message.method === 'casus/readFile') return FILES[message.params!.uri] === undefined ? {} : { bytes: btoa(FILES[message.params!.uri]!) };
    return { files: Object.keys(FILES) };
  };
  // What a worker has, and nothing else: no `process`, no `require`.
  const scope: Record<string, unknown> = {
    TextDecoder, TextEncoder, URL, crypto, performance, setTimeout, clearTimeout, atob, btoa, queueMicrotask, console,
    addEventListener: () => undefined,
    postMessage: (message: Message) => {
      if (message.method?.startsWith('casus/')) setTimeout(() => send({ id: message.id, result: reply(message) }), 0);
      else answers.push(message);
      wake();
    },
  };
  scope['self'] = scope;
  runInContext(outputFiles[0]!.text, createContext(scope));
  const send = (message: object): void => (scope['onmessage'] as (event: { readonly data: object }) => void)({ data: { jsonrpc: '2.0', ...message } });
  const until = async (what: () => boolean): Promise<void> => {
    while (!what()) await new Promise<void>((resolve) => (wake = resolve));
  };

  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {}, initializationOptions: { judgeAfter: 0 } } });
  await until(() => answers.some(({ id }) => id === 1));
  expect(answers.find(({ id }) => id === 1)?.result?.capabilities).toHaveProperty('hoverProvider', true);
  send({ method: 'initialized', params: {} });
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri: 'web:/case/case.casus', languageId: 'casus', version: 1, text: CASE } } });
  await until(() => answers.some(({ params }) => params?.uri === 'web:/case/case.casus' && params.diagnostics.some(({ code }) => code === 'promise/captive')));
});
