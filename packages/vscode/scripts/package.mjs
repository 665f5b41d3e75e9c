/** `npm run package -w vscode`: builds the extension and packs it as `dist/casus.vsix`. No network. */
import { spawnSync } from 'node:child_process';
import { inProject } from '../../../scripts/lib/paths.mjs';
import { told } from '../../../scripts/prepare.mjs';
import { buildExtension } from './build.mjs';

await told(async () => {
  await buildExtension();
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', 'dist/casus.vsix'];
  const done = spawnSync(process.execPath, [inProject('node_modules/@vscode/vsce/vsce'), ...args], { cwd: inProject('packages/vscode'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (done.status !== 0) throw new Error(`the extension cannot be packed:\n${done.stdout}${done.stderr}`);
  process.stdout.write('Packed: packages/vscode/dist/casus.vsix\n');
});
