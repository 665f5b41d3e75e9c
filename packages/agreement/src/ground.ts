import type { Node } from '@casus/diagrams';
import type { Id } from '@casus/model';
import type { Ground } from './result.js';
import type { Space } from './space.js';

/** What is the same in all of some texts (there must be one), and where they differ. */
export function groundOf(space: Space, texts: Node): Ground {
  const settled: { point: Id; option: Id }[] = [];
  const open: { point: Id; options: readonly (Id | undefined)[] }[] = [];
  const moot: Id[] = [];
  for (const { id } of space.points) {
    const options = space.takenAt(texts, id);
    if (options.length > 1) open.push({ point: id, options });
    else if (options[0] === undefined) moot.push(id);
    else settled.push({ point: id, option: options[0] });
  }
  return { settled, open, moot };
}
