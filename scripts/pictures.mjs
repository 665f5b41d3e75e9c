/** Draws the pictures of the manual anew. A test tells when they are not those that the command draws. */
import { spawnSync } from 'node:child_process';
import { ROOT, inProject } from './lib/paths.mjs';
import { PICTURES } from './lib/pictures.mjs';
import { prepare, told } from './prepare.mjs';

await told(async () => {
  await prepare();
  for (const [name, args] of PICTURES) {
    const { status, stderr } = spawnSync(process.execPath, [inProject('packages/cli/bin/casus.js'), 'graph', ...args, '--out', `docs/pictures/${name}`], { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`docs/pictures/${name}: ${stderr.trim()}`);
  }
});
