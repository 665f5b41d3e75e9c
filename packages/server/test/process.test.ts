/** The server as a process of its own, started as editors start it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, it } from 'vitest';
import { Client } from './client.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'cases', 'ukraine-2025');

function start(): ReturnType<typeof spawn> {
  const error = inject('buildError');
  if (error !== undefined && error !== '') throw new Error(`the command does not build: ${error}`);
  return spawn(process.execPath, [join(ROOT, 'packages/cli/bin/casus.js'), 'language-server', '--stdio'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
}

it('judges a real case over standard input and output, and ends when it is told to', async () => {
  const server = start();
  const client = new Client(server.stdout!, server.stdin!);
  await client.initialize({ judgeAfter: 0 });
  expect(client.initialized.serverInfo?.name).toBe('casus');
  const path = join(FOLDER, 'judgment.casus');
  const uri = pathToFileURL(path).href;
  const text = readFileSync(path, 'utf8');
  client.open(uri, text);
  const promise = client.position(uri, 'promise Help', 9);
  client.edit(uri, 'promise Help is captive', 'promise Help is automatic');
  await client.until(() => client.codes(uri).includes('expectation/failed'));
  const found = client.diagnostics.get(uri)!.find(({ code }) => code === 'expectation/failed')!;
  expect(found.codeDescription?.href).toBe(pathToFileURL(join(ROOT, 'docs/findings/expectation/failed.md')).href);
  const [declared] = await client.ask<{ targetUri: string }[]>('definition', uri, client.position(uri, 'of Guarantors assist', 4));
  expect(declared!.targetUri).toBe(pathToFileURL(join(FOLDER, 'case.casus')).href);
  const hover = await client.ask<{ contents: { value: string } }>('hover', uri, promise);
  expect(hover.contents.value).toMatch(/- `\w+` when `\w+`.*: (?:captive|forbidden)/u);
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  expect(await once(server, 'exit')).toEqual([0, null]);
});

it('ends when the editor is gone', async () => {
  const server = start();
  server.stdin!.end();
  const [code] = (await once(server, 'exit')) as [number | null];
  expect(code).not.toBeNull();
});
