'use strict';
// The bundle, compiled with the help of what V8 kept of an earlier run on this machine (made by the build, useful only to the
// same version of Node; V8 checks that itself and otherwise compiles afresh). Node's own cache of this kind begins with version 22.
const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** The bundle and its cache. */
exports.FILE = join(__dirname, '..', 'dist', 'main.cjs');
exports.CACHE = `${exports.FILE}.cache`;

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
  const source = readIfThere(exports.FILE, 'utf8');
  if (source === undefined) return undefined;
  const cachedData = useCache ? readIfThere(exports.CACHE) : undefined;
  const script = new Script(wrap(source), { filename: exports.FILE, cachedData });
  return {
    script,
    run() {
      const bundle = { exports: {} };
      script.runInThisContext()(bundle.exports, createRequire(exports.FILE), bundle, exports.FILE, dirname(exports.FILE));
      return bundle.exports;
    },
  };
};
