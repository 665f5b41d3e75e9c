import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ROOT, inProject } from './paths.mjs';

/**
 * Installs the dependencies unless exactly those of package-lock.json are there already. Silent unless it fails.
 * Compares contents rather than dates, so that a fresh checkout of the same lock does not install twice.
 */
export function installIfNeeded() {
  if (isInstalled()) return;
  if (process.stderr.isTTY) process.stderr.write('Installing (once) …\n');
  // No package of ours needs its install script; leaving them out is quieter and safer.
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--no-progress'];
  const command = existsSync(inProject('package-lock.json')) ? 'ci' : 'install';
  const done = npm([command, ...quiet]);
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  throw new Error(`\`npm ${command}\` did not succeed; the packages come from the npm registry, so a network is needed the first time`);
}

/** Runs npm, the one that started us if there is one. */
function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  return own?.endsWith('.js') || own?.endsWith('.cjs')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Whether node_modules holds what package-lock.json asks for; packages for other platforms may be absent. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const there = present[path];
    return there ? there.version === entry.version && existsSync(inProject(path)) : entry.optional === true || entry.peer === true;
  });
}

const packagesOf = (file) => {
  const path = inProject(...file.split('/'));
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
};
