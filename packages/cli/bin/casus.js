#!/usr/bin/env node
'use strict';
const bundle = require('./bundle.js').load();
if (bundle) bundle.run();
else {
  process.stderr.write('casus: not built yet; run `npm run build` in its folder (`npm start` does so by itself)\n');
  process.exitCode = 2;
}
