/** `npm run new:finding CATEGORY/NAME [SEVERITY]`: makes the file, the test and the page of a new finding. */
import { newFinding } from './lib/new-finding.mjs';
import { ROOT } from './lib/paths.mjs';
import { told } from './prepare.mjs';

await told(() => {
  const [code, severity = 'warning'] = process.argv.slice(2);
  const { written, left } = newFinding(code, severity, ROOT);
  process.stdout.write(`Wrote:\n${written.map((path) => `  ${path}`).join('\n')}\n`);
  if (left.length > 0) process.stdout.write(`Left to you: ${left.join('; ')}\n`);
  process.stdout.write('The new test fails until the finding is written.\n');
});
