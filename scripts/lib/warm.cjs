'use strict';
// Runs the command with the arguments given, and keeps what V8 compiled on the way for the runs to come.
const { renameSync, writeFileSync } = require('node:fs');
const { CACHE, load } = require('../../packages/cli/bin/bundle.js');

const bundle = load(false);
bundle.run().finished.then(() => {
  const beside = `${CACHE}.${process.pid}.tmp`;
  writeFileSync(beside, bundle.script.createCachedData());
  renameSync(beside, CACHE);
});
