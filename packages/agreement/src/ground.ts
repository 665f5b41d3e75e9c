import type { Id } from '@casus/model';
import type { Ground } from './result.js';
import type { Search } from './search.js';

/** What is the same in all texts of a search (there must be one), and where they differ. @throws Stop where it was stopped. */
export function groundOf(search: Search): Ground {
  const settled: { point: Id; option: Id }[] = [];
  const open: { point: Id; options: readonly (Id | undefined)[] }[] = [];
  const moot: Id[] = [];
  for (const [point, options] of search.taken()) {
    if (options.length > 1) open.push({ point, options });
    else if (options[0] === undefined) moot.push(point);
    else settled.push({ point, option: options[0] });
  }
  return { settled, open, moot };
}
