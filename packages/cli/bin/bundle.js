'use strict';
// The bundle, compiled with the help of what V8 kept of an earlier run on this machine (made by the build, useful only to the
// same version of Node; V8 checks that itself and otherwise compiles afresh). Node's own cache of this kind begins with version 22.
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const FILE = join(__dirname, '..', 'dist', 'main.cjs');

const readIfThere = (path, encoding) => {
  try {
    return readFileSync(path, encoding);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Compiles the bundle, with the cache or afresh; undefined if it is not built. `run` starts it and returns what it exports. */
exports.load = (useCache = true) => {
  const source = readIfThere(FILE, 'utf8');
  if (source === undefined) return undefined;
  // The first line is the digest of the bundle, and the cache is named by it: V8 itself compares no more than the length of the source.
  const cache = join(dirname(FILE), `main.${source.slice(2, source.indexOf('\n'))}.cache`);
  const script = new Script(wrap(source), { filename: FILE, cachedData: useCache ? readIfThere(cache) : undefined });
  return {
    cache,
    script,
    run() {
      const bundle = { exports: {} };
      script.runInThisContext()(bundle.exports, createRequire(FILE), bundle, FILE, dirname(FILE));
      return bundle.exports;
    },
  };
};
