'use strict';
// Runs the command with the arguments given, and keeps what V8 compiled on the way for the runs to come.
const { renameSync, writeFileSync } = require('node:fs');
const { load } = require('../../packages/cli/bin/bundle.js');

const { cache, script, run } = load(false);
run().finished.then(() => {
  const beside = `${cache}.${process.pid}.tmp`;
  writeFileSync(beside, script.createCachedData());
  renameSync(beside, cache);
});
