/** The extension as it is installed: packed, unpacked, and its server started. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection, type InitializeResult } from 'vscode-languageserver/node';

const ROOT = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'casus-vsix-'));
const extension = join(folder, 'extension');

/** Unpacks a zip file: the table at its end leads to the entries. */
function unpack(path: string, to: string): readonly string[] {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [method, size, nameLength, extra, comment, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const bytes = zip.subarray(data, data + size);
    mkdirSync(dirname(join(to, name)), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(join(to, name), method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + nameLength + extra + comment;
    return name;
  });
}

let names: readonly string[];

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'packages/vscode/scripts/package.mjs')], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  names = unpack(join(ROOT, 'packages/vscode/dist/casus.vsix'), folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the extension', () => {
  it('has every file that its manifest names, and nothing of the sources', () => {
    const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    const { languages, grammars } = manifest.contributes;
    const named: readonly string[] = [manifest.main, manifest.browser, languages[0].configuration, grammars[0].path, 'dist/server.cjs', 'dist/server-web.js', 'library/un-charter.casus', 'docs/findings/promise/captive.md', 'readme.md', 'LICENSE.txt'];
    expect(named.filter((path) => !existsSync(join(extension, path)))).toEqual([]);
    expect(names.filter((name) => /\.ts$|node_modules|\.map$/u.test(name))).toEqual([]);
    expect(() => new RegExp(JSON.parse(readFileSync(join(extension, 'language-configuration.json'), 'utf8')).wordPattern.pattern, 'u')).not.toThrow();
  });

  it.each(['extension.cjs', 'extension-web.js'])('is read by an editor: %s', (name) => {
    // Everything that an editor provides, and none of it real.
    const script = `
      const Module = require('node:module');
      const any = () => new Proxy(function () {}, { get: (own, key) => (key === Symbol.toPrimitive ? () => '' : key === 'prototype' ? own.prototype : (own[key] ??= any())), apply: any, construct: () => ({}) });
      const load = Module._load;
      Module._load = function (name, ...rest) { return name === 'vscode' ? any() : load.call(this, name, ...rest); };
      process.stdout.write(Object.keys(require(process.argv[1])).sort().join());`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, join(extension, 'dist', name)], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['activate,deactivate', '']);
  });

  it('has a server that answers, and finds the library that comes with it', async () => {
    const server = spawn(process.execPath, [join(extension, 'dist/server.cjs'), '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions: { judgeAfter: 0 } });
    expect(capabilities).toMatchObject({ hoverProvider: true, renameProvider: { prepareProvider: true }, documentFormattingProvider: true });
    const told = new Promise<readonly { readonly code: string }[]>((resolve) => connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => resolve(diagnostics)));
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'untitled:Untitled-1', languageId: 'casus', version: 1, text: 'import "library/un-charter"\ngroup G = France, Nobody\n' } });
    expect((await told).map(({ code }) => code)).toEqual(['form/unknown-name']);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect((await once(server, 'exit'))[0]).toBe(0);
    connection.dispose();
  });
});
